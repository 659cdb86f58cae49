"""When a cell needs no more cutting, and when cutting it more is of no use."""

import numpy as np

from gdviz.calculus.intervals.arithmetic import Array, Flags
from gdviz.calculus.sampling.cells import Cells, Integers, floats_between
from gdviz.calculus.sampling.screen import Screen

TOLERANCE = 0.25
"""Pixels by which a curve may differ from what is drawn."""
NARROW, SLIM = 0.25, 0.4
"""Cells this narrow (pixels) hide in a column; a monotone one may be a little wider."""
CROWDED_BREAKS = 4
"""More places than this in a pixel where f may be broken are too many to be found one by one."""
CROWDED_PARTS = 0.4
"""Where more than this share of a pixel's parts is unsettled, cutting on would not end."""
NARROW_POLE = 1 / 16
"""Pixels to which a pole is closed in on once its branches are out of sight."""
MANY_BREAKS = 256
CLOSE_ENOUGH, COARSE = 2.0**-16, 2.0**-6
"""Pixels to which the place of a break is closed in on; the second where there are so many.
(`breaks.py` finds the very float where it matters.)"""


def is_settled(cells: Cells, screen: Screen) -> Flags:
    """Whether nothing in a cell can be seen that its chord does not show."""
    low, high = screen.seen
    unseen = (cells.bottom > high) | (cells.top < low)
    fine = _is_flat(cells, screen) | _is_chord(cells, screen) | _is_slim(cells, screen)
    settled: Flags = cells.void | unseen | (~cells.doubt & fine)
    return settled


def _is_flat(cells: Cells, screen: Screen) -> Flags:
    flat: Flags = (cells.top - cells.bottom) * screen.up <= TOLERANCE
    return flat


def _is_chord(cells: Cells, screen: Screen) -> Flags:
    """The distance between a curve and its chord is at most a quarter of the width times the
    range of slopes, seen across the chord: both meet at the ends, and slopes differ no more."""
    width = (cells.high - cells.low) * screen.across
    chord = (cells.at_high - cells.at_low) * screen.up / width
    turn = (cells.rising - cells.falling) * (screen.up / screen.across)
    off = turn * width * 0.25
    # A steep chord is near if the curve does not go on beyond its ends.
    near = (off <= TOLERANCE) | (_keeps_between(cells, screen) & (off <= TOLERANCE * np.abs(chord)))
    found: Flags = near & np.isfinite(chord)
    return found


def _is_slim(cells: Cells, screen: Screen) -> Flags:
    """Hidden in a pixel column: f rises or falls all the way, or hardly leaves its end values."""
    width = (cells.high - cells.low) * screen.across
    slim: Flags = ((width <= SLIM) & _is_monotone(cells)) | (
        (width <= NARROW) & _keeps_between(cells, screen)
    )
    return slim


def _keeps_between(cells: Cells, screen: Screen) -> Flags:
    """f rises or falls all the way, or hardly leaves the range of its values at the ends."""
    room = TOLERANCE / screen.up
    below = cells.top <= np.fmax(cells.at_low, cells.at_high) + room
    above = cells.bottom >= np.fmin(cells.at_low, cells.at_high) - room
    between: Flags = (below & above) | _is_monotone(cells)
    return between


def _is_monotone(cells: Cells) -> Flags:
    one_way: Flags = (cells.falling >= 0.0) | (cells.rising <= 0.0)
    return one_way


def is_final(cells: Cells, screen: Screen) -> Flags:
    """Whether a cell is cut no more: it holds a break closely, or no float is inside."""
    closely = COARSE if np.count_nonzero(cells.doubt) > MANY_BREAKS else CLOSE_ENOUGH
    width = (cells.high - cells.low) * screen.across
    found = cells.doubt & ((width < closely) | ((width < NARROW_POLE) & _is_pole(cells, screen)))
    final: Flags = found | (floats_between(cells) <= 1)
    return final


def _is_pole(cells: Cells, screen: Screen) -> Flags:
    """Whether f is out of sight at both ends, and nothing bounds it inside."""
    low, high = screen.drawn
    away = ((cells.at_low < low) | (cells.at_low > high)) & (
        (cells.at_high < low) | (cells.at_high > high)
    )
    pole: Flags = away & np.isneginf(cells.bottom) & np.isposinf(cells.top)
    return pole


def is_crowded(
    cells: Cells, unsettled: Flags, parents: Integers, widths: Array, screen: Screen
) -> Flags:
    """Which unsettled cells belong to a parent, a pixel wide at most, that is full of them.

    parents: index of each cell's parent; widths: of the parents. A few breaks among many rough
    parts are still found, each one.
    """
    count = len(widths)
    parts = np.bincount(parents, minlength=count)
    breaks = np.bincount(parents[unsettled & cells.doubt], minlength=count)
    open_parts = np.bincount(parents[unsettled], minlength=count)
    within = widths * screen.across <= 1.0
    hopeless = within & (breaks > CROWDED_BREAKS)
    rough = within & (open_parts > CROWDED_PARTS * parts)
    crowded: Flags = unsettled & (hopeless[parents] | (rough[parents] & ~cells.doubt))
    return crowded
