"""All cells of a curve from left to right, and what is known of how they hang together."""

from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals.arithmetic import Flags
from gdviz.calculus.sampling.breaks import EQUAL
from gdviz.calculus.sampling.cells import Cells, Integers
from gdviz.calculus.sampling.columns import rows, stacked
from gdviz.calculus.sampling.screen import Screen

SUDDEN = 2.0**-16
"""Pixels within which no function that is drawn goes to infinity."""
STEEPEST_GUESS = 4.0
"""While a cell is not proven continuous its ends are joined if they rise no more than this."""


class Row(NamedTuple):
    """Cells in order. linked: the ends belong together; dense: not resolved; banded: inside a
    band; uncertain: values are lost in rounding."""

    cells: Cells
    linked: Flags
    dense: Flags
    banded: Flags
    uncertain: Flags

    @property
    def drawn(self) -> Flags:
        """Which cells are drawn as lines."""
        return self.linked & ~self.banded & ~self.uncertain

    def replaced(self, chosen: Integers, parts: Cells, followed: Flags, screen: Screen) -> "Row":
        """The same with some cells replaced by their parts; those that are `followed` are linked
        whatever is proven of them."""
        kept = np.ones(self.linked.size, dtype=np.bool_)
        kept[chosen] = False
        no = np.zeros(parts.low.size, dtype=np.bool_)
        fresh = (_linked(parts, screen) | (followed & _is_defined(parts)), no, no, no)
        cells = stacked([rows(self.cells, kept), parts])
        order = np.argsort(cells.low)
        flags = (
            np.concatenate((old[kept], new))[order]
            for old, new in zip(self[1:], fresh, strict=True)
        )
        return Row(rows(cells, order), *flags)


def in_order(certain: list[Cells], dense: list[Cells], screen: Screen) -> Row:
    """The row of cells that were settled and of those that could not be."""
    cells = stacked([*certain, *dense])
    order = np.argsort(cells.low)
    is_dense = order >= sum(group.low.size for group in certain)
    cells = rows(cells, order)
    no = np.zeros(order.size, dtype=np.bool_)
    return Row(cells, _linked(cells, screen), is_dense, no, no)


def _linked(cells: Cells, screen: Screen) -> Flags:
    rise = np.abs(cells.at_high - cells.at_low) * screen.up
    width = (cells.high - cells.low) * screen.across
    # Where f may run to infinity, equal values at both ends say nothing.
    near = (rise <= EQUAL + STEEPEST_GUESS * width) & np.isfinite(cells.top - cells.bottom)
    linked: Flags = ~cells.void & _is_defined(cells) & (~cells.doubt | near)
    return linked & ~((width < SUDDEN) & _overflows(cells, screen))


def _overflows(cells: Cells, screen: Screen) -> Flags:
    """Whether a value in sight stands beside ±∞: some part has overflowed, as ctg x does so near
    to 0 in tg x·ctg x. The function itself would have left the screen before."""
    low, high = screen.drawn
    first, second = cells.at_low, cells.at_high
    finite = np.where(np.isinf(first), second, first)
    beside: Flags = (np.isinf(first) != np.isinf(second)) & (finite >= low) & (finite <= high)
    return beside


def _is_defined(cells: Cells) -> Flags:
    defined: Flags = ~np.isnan(cells.at_low) & ~np.isnan(cells.at_high)
    return defined
