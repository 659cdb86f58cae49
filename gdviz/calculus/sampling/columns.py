"""Tables of arrays: named tuples whose columns have one row for each of n things."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np

Table = TypeVar("Table", bound=tuple[Any, ...])


def rows(table: Table, chosen: Any) -> Table:
    """Some rows of a table: by flags, by indices or by a slice."""
    return type(table)(*(column[chosen] for column in table))


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of several tables of one kind, one after the other."""
    if len(tables) == 1:
        return tables[0]
    return type(tables[0])(*(np.concatenate(column) for column in zip(*tables, strict=True)))
