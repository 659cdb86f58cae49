"""The keyboard's way from mark to mark: where it stops, and what is told there."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from gdviz.session.marked_places import MarkedLine, MarkedPlace
from gdviz.ui.plot.asymptotes import span
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.mark_card import SAME, Found, point_of
from gdviz.ui.plot.marks import dot_places

ON_A_LINE = 0.25
"""Where an asymptote is stopped at, in parts of the picture's height from the top."""

AT_END = 0.03
"""The same of one that is not upright, in parts of what is seen of it from where the curve comes up
to it."""


def stops(
    marks: Iterable[MarkedPlace], frame: Frame, asymptotes: Iterable[MarkedLine] = ()
) -> list[Found]:
    """Places of the picture with marks, from left to right; marks one above the other are one."""
    seen: list[tuple[QPointF, MarkedPlace]] = []
    lines: list[tuple[QPointF, MarkedPlace]] = []
    for place in marks:
        dots = [at for at, _ in dot_places(place, frame)]
        x = frame.x(place.x)
        if dots:
            seen.append((dots[-1], place))
        elif place.asymptote and 0.0 <= x <= frame.width:
            lines.append((QPointF(x, ON_A_LINE * frame.height), place))
    for line in asymptotes:
        ends = span(line, frame)
        if ends is not None:
            near, far = (ends[1], ends[0]) if line.right else ends
            at = QPointF(*(near + AT_END * (far - near)))
            lines.append((at, point_of(line, at, frame)))
    found: list[list[tuple[QPointF, MarkedPlace]]] = []
    # Dots go before lines: of marks at one x the first one says where the stop is.
    for stop in sorted((*reversed(seen), *lines), key=lambda stop: round(stop[0].x(), 1)):
        if found and abs(found[-1][0][0].x() - stop[0].x()) <= SAME:
            found[-1].append(stop)
        else:
            found.append([stop])
    return [Found(tuple(place for _, place in group), group[0][0]) for group in found]


def next_stop(found: list[Found], x: float | None, *, forward: bool) -> Found | None:
    """The one after or before x, round and round; the first or the last one to begin with."""
    if not found:
        return None
    ahead = found if forward else found[::-1]
    if x is None:
        return ahead[0]
    way = 1.0 if forward else -1.0
    return next((stop for stop in ahead if way * (stop.x - x) > 0.0), ahead[0])


def stop_at(found: list[Found], x: float, frame: Frame) -> Found | None:
    """The one that is still where the keyboard was."""
    near = (stop for stop in found if abs(stop.x - x) * frame.across <= SAME)
    return next(near, None)
