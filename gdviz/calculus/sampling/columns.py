"""Tables of arrays: named tuples of arrays whose last axis counts the same n things."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np

Table = TypeVar("Table", bound=tuple[Any, ...])


def rows(table: Table, chosen: Any) -> Table:
    """Some rows of a table: by flags, by indices or by a slice."""
    if isinstance(chosen, slice):
        return type(table)(*(column[..., chosen] for column in table))
    # Several times as quick as indexing each column by flags.
    places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
    return type(table)(*(column.take(places, axis=-1) for column in table))


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of several tables of one kind, one after the other."""
    if len(tables) == 1:
        return tables[0]
    columns = zip(*tables, strict=True)
    return type(tables[0])(*(np.concatenate(column, axis=-1) for column in columns))
