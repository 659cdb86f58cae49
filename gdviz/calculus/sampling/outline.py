"""From cells to the curve: what is connected, what is a break, what is a band."""

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling import dense
from gdviz.calculus.sampling.breaks import Break, deepened, pinned
from gdviz.calculus.sampling.columns import rows
from gdviz.calculus.sampling.joints import connected, plain
from gdviz.calculus.sampling.refinement import Refinement
from gdviz.calculus.sampling.row import Row, in_order
from gdviz.calculus.sampling.samples import (
    DENSE,
    IMPRECISE,
    OUT_OF_VIEW,
    UNDEFINED,
    Points,
    Samples,
)
from gdviz.calculus.sampling.screen import Screen
from gdviz.calculus.sampling.strokes import Segments, lines, pieces, without
from gdviz.calculus.view.viewport import Viewport

UNCERTAIN = 1.0
"""Pixels of doubt, through rounding, about a value that is therefore not drawn."""
MOST_LOST = 3.0
"""Pixels that may be lost in rounding without a word."""
BREAK_WIDTH = 0.1
"""Cells that were cut down around a break are narrower, in pixels."""
DENSE_SHARE = 0.9
"""Where bands take up so much of the view, the curve varies faster than the screen can show."""


def coarse(refinement: Refinement) -> Samples:
    """The curve as far as it is known; what is not yet proven continuous is guessed."""
    screen = refinement.screen
    row = in_order([*refinement.settled, *refinement.dense, *refinement.unsettled], [], screen)
    return Samples(*_outlined(plain(row), dense.empty_shade(screen), screen))


def exact(refinement: Refinement) -> Samples:
    """The curve, with every break in its place."""
    screen = refinement.screen
    whole = in_order(refinement.settled, refinement.dense, screen)
    row, shade = _with_shade(whole, _is_lost(whole, refinement), refinement)
    row = _with_pinned_breaks(row, refinement)
    segments, mended = connected(row, refinement)
    lost = row.uncertain & ~mended
    if lost.any():
        row, shade = _with_shade(row, row.uncertain & mended, refinement)
        segments, _ = connected(row, refinement)
    found, bands = _outlined(segments, shade, screen)
    return Samples(found, bands, _message(row, lost, found, bands, screen))


def _outlined(
    segments: Segments, shade: dense.Shade, screen: Screen
) -> tuple[tuple[Points, ...], tuple[Points, ...]]:
    """Polylines, and bands where they would fill the columns."""
    drawn = lines(segments, screen)
    shade = shade.merged(dense.shade_of_lines(drawn, screen))
    found = pieces(without(drawn, shade.is_full[dense.column_of(drawn.x, screen)]), screen)
    return found, dense.bands(shade, screen)


def _is_lost(row: Row, refinement: Refinement) -> Flags:
    """Dense cells whose values are lost in rounding."""
    lost, places = np.zeros_like(row.dense), np.flatnonzero(row.dense)
    if places.size:
        low = row.cells.low[places]
        found = refinement.encloser(low, low)
        known = (found.value[1] - found.value[0]) * refinement.screen.up <= UNCERTAIN
        lost[places] = ~known & ~found.void
    return lost


def _with_shade(row: Row, lost: Flags, refinement: Refinement) -> tuple[Row, dense.Shade]:
    """Dense cells are looked at closely; those whose values are lost are left out."""
    cells, screen = row.cells, refinement.screen
    banded = np.zeros_like(row.banded)
    places = np.flatnonzero(row.dense & ~lost)
    if not places.size:
        return row._replace(uncertain=lost, banded=banded), dense.empty_shade(screen)
    shade = dense.shade_of_cells(rows(cells, places), refinement.function, screen)
    middle = (cells.low[places] + cells.high[places]) / 2
    banded[places] = shade.is_full[dense.column_of(middle, screen)]
    return row._replace(uncertain=lost, banded=banded), shade


def _with_pinned_breaks(row: Row, refinement: Refinement) -> Row:
    """Edges and jumps are found to the very float; what lies beside them is looked at again."""
    cells, screen = row.cells, refinement.screen
    is_edge = np.isnan(cells.at_low) != np.isnan(cells.at_high)
    is_seen = _is_drawn(cells.at_low, screen) | _is_drawn(cells.at_high, screen)
    found = cells.doubt & ~row.linked & ~row.banded & ~row.uncertain
    small = (cells.high - cells.low) * screen.across < BREAK_WIDTH
    is_pinned = is_edge | (is_seen & np.isfinite(cells.at_low + cells.at_high))
    chosen = np.flatnonzero(found & small & is_pinned)
    if not chosen.size:
        return row
    old = rows(cells, chosen)
    place = Break(old.low, old.high, old.at_low, old.at_high)
    up, down = np.isposinf(old.top), np.isneginf(old.bottom)
    deep = (up != down) & np.isfinite(old.at_low + old.at_high)
    new = _closed_in(place, deep, np.where(up, 1.0, -1.0), refinement)
    columns = (
        np.concatenate((old.low, new.low, new.high)),
        np.concatenate((new.low, new.high, old.high)),
        np.concatenate((old.at_low, new.at_low, new.at_high)),
        np.concatenate((new.at_low, new.at_high, old.at_high)),
    )
    # On the way to where f is deepest it was followed, though rounding may hide the proof.
    followed = np.concatenate((deep, deep & False, deep))
    solid = columns[0] < columns[1]
    parts = refinement.enclosed(*(column[solid] for column in columns))
    return row.replaced(chosen, parts, followed[solid], screen)


def _closed_in(place: Break, deep: Flags, way: Array, refinement: Refinement) -> Break:
    """Where f runs to infinity one way, the deepest place, else the jump or the edge."""
    found = np.array(place)
    if deep.any():
        found[:, deep] = deepened(refinement.function, rows(place, deep), way[deep])
    if not deep.all():
        found[:, ~deep] = pinned(refinement.function, rows(place, ~deep))
    return Break(*found)


def _is_drawn(y: Array, screen: Screen) -> Flags:
    low, high = screen.drawn
    inside: Flags = (y >= low) & (y <= high)
    return inside


def _is_seen(part: Points, view: Viewport) -> bool:
    """Whether a polyline, or a band, comes into the view: it may run above or below it alone."""
    return bool(part[:, 1].min() <= view.y1 and part[:, -1].max() >= view.y0)


def _message(
    row: Row,
    lost: Flags,
    found: tuple[Points, ...],
    bands: tuple[Points, ...],
    screen: Screen,
) -> str | None:
    view = screen.viewport
    spacing = max(
        np.spacing(max(abs(view.x0), abs(view.x1))) * screen.across,
        np.spacing(max(abs(view.y0), abs(view.y1))) * screen.up,
    )
    lost_width = float((row.cells.high - row.cells.low)[lost].sum()) * screen.across
    if spacing > UNCERTAIN / 4 or lost_width > MOST_LOST:
        return IMPRECISE
    if not any(_is_seen(part, view) for part in (*found, *bands)):
        return OUT_OF_VIEW if found or bands or row.linked.any() else UNDEFINED
    width = sum(band[-1, 0] - band[0, 0] for band in bands)
    return DENSE if width >= DENSE_SHARE * view.width else None
