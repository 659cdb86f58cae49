"""Rounds of adaptive refinement: cells are cut until each is proven to look like its chord.

Continuous cells are cut in four, those that may be broken in many, down to two adjacent floats.
Where a pixel is full of unsettled cells the curve varies faster than the screen can show, and
cutting stops.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from gdviz.calculus.intervals import Encloser
from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import Cells, Integers, by_floats, evenly
from gdviz.calculus.sampling.columns import rows, stacked
from gdviz.calculus.sampling.judging import is_crowded, is_final, is_settled
from gdviz.calculus.sampling.screen import Screen

FIRST_PIXELS, FEWEST, MOST = 8, 32, 512
"""Pixels to a cell at first, and how many cells there are at least and at most."""
PARTS, BREAK_PARTS = 4, 16
BATCH, FEWEST_CUT, WORK = 4096, 256, 24_000
"""Cells that are cut in one round, so that a round is short: fewer for longer expressions, whose
parts times cells are about WORK."""

Function = Callable[[Array], Array]


class Parts(NamedTuple):
    """Cells to be: where they begin and end, f there, and the index of their parent."""

    low: Array
    high: Array
    at_low: Array
    at_high: Array
    parent: Integers


@dataclass(slots=True)
class Refinement:
    """The cells of one curve.

    settled: look like their chords; dense: cannot be resolved on this screen; unsettled: to be
    cut. Together they cover the view.
    """

    function: Function
    encloser: Encloser
    screen: Screen
    settled: list[Cells] = field(default_factory=list)
    dense: list[Cells] = field(default_factory=list)
    unsettled: list[Cells] = field(default_factory=list)

    def start(self) -> None:
        """Look at the whole view in cells of a few pixels; 0 is always an end of one."""
        view = self.screen.viewport
        count = int(np.clip(self.screen.width / FIRST_PIXELS, FEWEST, MOST))
        nodes = evenly(np.array([view.x0]), np.array([view.x1]), count)[0]
        if view.x0 < 0.0 < view.x1:
            nodes = np.append(nodes, 0.0)
        # Not np.unique: it loads numpy.ma, which the start would wait for.
        nodes = np.sort(nodes)
        nodes = nodes[np.diff(nodes, prepend=-np.inf) > 0.0]
        values = self.function(nodes)
        whole = np.zeros(nodes.size - 1, dtype=np.int64)
        parts = Parts(nodes[:-1], nodes[1:], values[:-1], values[1:], whole)
        self._sort_out(parts, np.array([view.width]))

    @property
    def finished(self) -> bool:
        """Whether every cell is settled or dense."""
        return not self.unsettled

    def step(self) -> None:
        """One round: cut a batch of unsettled cells and judge the parts."""
        batch = self._next_batch()
        smooth, broken = rows(batch, ~batch.doubt), rows(batch, batch.doubt)
        parts = [
            self._cut(smooth, evenly(smooth.low, smooth.high, PARTS), 0),
            self._cut(broken, by_floats(broken.low, broken.high, BREAK_PARTS), smooth.low.size),
        ]
        widths = np.concatenate((smooth.high - smooth.low, broken.high - broken.low))
        self._sort_out(
            Parts(*(np.concatenate(column) for column in zip(*parts, strict=True))), widths
        )

    def enclosed(self, low: Array, high: Array, at_low: Array, at_high: Array) -> Cells:
        """Cells with what can be proved of f on them."""
        found = self.encloser(low, high)
        numbers = np.array((low, high, at_low, at_high, *found.value, *found.slope))
        return Cells(numbers, np.array((found.doubt, found.void)))

    def _next_batch(self) -> Cells:
        batch = int(np.clip(WORK // self.encloser.parts, FEWEST_CUT, BATCH))
        cells = stacked(self.unsettled)
        rest = rows(cells, slice(batch, None))
        self.unsettled = [rest] if rest.low.size else []
        return rows(cells, slice(batch))

    def _cut(self, cells: Cells, nodes: Array, first_parent: int) -> Parts:
        inner = self.function(nodes[:, 1:-1].ravel()).reshape(nodes[:, 1:-1].shape)
        at = np.concatenate((cells.at_low[:, None], inner, cells.at_high[:, None]), axis=1)
        parents = np.repeat(first_parent + np.arange(len(nodes)), nodes.shape[1] - 1)
        low, high = nodes[:, :-1].ravel(), nodes[:, 1:].ravel()
        parts = Parts(low, high, at[:, :-1].ravel(), at[:, 1:].ravel(), parents)
        solid = parts.low < parts.high
        return parts if solid.all() else rows(parts, solid)

    def _sort_out(self, parts: Parts, widths: Array) -> None:
        cells = self.enclosed(parts.low, parts.high, parts.at_low, parts.at_high)
        settled = is_settled(cells, self.screen) | is_final(cells, self.screen)
        crowded = is_crowded(cells, ~settled, parts.parent, widths, self.screen)
        kinds: list[tuple[list[Cells], Flags]] = [
            (self.settled, settled),
            (self.dense, crowded),
            (self.unsettled, ~settled & ~crowded),
        ]
        for pile, chosen in kinds:
            if chosen.any():
                pile.append(rows(cells, chosen))
