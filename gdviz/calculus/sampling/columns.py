"""Tables of arrays: named tuples of arrays whose last axis counts the same n things."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np

Table = TypeVar("Table", bound=tuple[Any, ...])


def rows(table: Table, chosen: Any) -> Table:
    """Some rows of a table: by flags, by indices or by a slice."""
    return type(table)(*(column[..., chosen] for column in table))


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of several tables of one kind, one after the other."""
    if len(tables) == 1:
        return tables[0]
    columns = zip(*tables, strict=True)
    return type(tables[0])(*(np.concatenate(column, axis=-1) for column in columns))
