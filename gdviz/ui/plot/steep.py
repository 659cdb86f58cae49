"""Polylines taken apart for painting: their long segments, as a steep curve has them, and the
stretches between. A QPainter paints a lone straight line in a tenth of the time of a path."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Flags = NDArray[np.bool_]

LONG = 20.0
"""Segments longer than so many pixels are lines of their own."""
STRAIGHT = 0.98
"""Cosine of the bend between two of them up to which their overlap hides the joint."""
OVERLAP = 0.3
"""Pixels by which a line goes on beyond its ends, so that no seam is seen."""
STUB = 2.0
"""Pixels of a line that a stretch paints again, so that its joint with it is round."""
TINY = 1e-9


class Ways(NamedTuple):
    """Polylines, one after another: their points (n, 2), and the n − 1 ways from each to the next.

    steps (n − 1, 2) and length (n − 1): of a way; is_long, is_short: what kind of segment it is,
    neither where one polyline ends and the next begins.
    """

    points: Points
    steps: Points
    length: Points
    is_long: Flags
    is_short: Flags

    @property
    def turns_back(self) -> Flags:
        """Whether each way goes back on the one before it (n − 2)."""
        x, y = self.steps.T
        back: Flags = x[1:] * x[:-1] + y[1:] * y[:-1] < 0.0
        return back


def ways(runs: Sequence[Points]) -> Ways:
    """The ways along polylines (n, 2), px, of at least two points each."""
    points = np.concatenate(runs)
    steps = points[1:] - points[:-1]
    length = np.hypot(steps[:, 0], steps[:, 1])
    is_long = length > LONG
    is_short = ~is_long
    if len(runs) > 1:
        between = np.cumsum([len(run) for run in runs[:-1]]) - 1
        is_long[between] = is_short[between] = False
    return Ways(points, steps, length, is_long, is_short)


def long_lines(found: Ways) -> Points:
    """The long segments, a little longer than they are: rows of x, y, x, y."""
    chosen = np.flatnonzero(found.is_long)
    more = found.steps[chosen] * (OVERLAP / found.length[chosen])[:, None]
    first, last = found.points[chosen], found.points[chosen + 1]
    return np.concatenate((first - more, last + more), axis=1)


def stretches(found: Ways) -> Iterator[Points]:
    """What is left: polylines of short segments, and of the joints that long ones make, each with
    stubs of the long segments beside it."""
    if not found.is_long.any():
        apart = np.flatnonzero(~found.is_short) + 1
        yield from np.split(found.points, apart) if apart.size else (found.points,)
        return
    no = np.zeros(1, dtype=np.bool_)
    after, before = np.append(found.is_long, no), np.append(no, found.is_long)
    unit = found.steps / np.maximum(found.length, TINY)[:, None]
    bend = np.ones(len(found.points))
    bend[1:-1] = (unit[1:] * unit[:-1]).sum(axis=1)
    hidden = after & before & (bend > STRAIGHT)
    begins = ~np.append(no, found.is_short) & ~hidden
    ends = ~np.append(found.is_short, no) & ~hidden
    for start, end in zip(np.flatnonzero(begins), np.flatnonzero(ends), strict=True):
        yield np.concatenate(
            (
                _stub(found, start - 1, start, -1.0) if before[start] else found.points[:0],
                found.points[start : end + 1],
                _stub(found, end, end, 1.0) if after[end] else found.points[:0],
            )
        )


def _stub(found: Ways, way: np.int64, joint: np.int64, side: float) -> Points:
    """The point so far along a long segment from its end."""
    stub: Points = found.points[joint] + side * STUB / found.length[way] * found.steps[way]
    return stub[None, :]


def are_jagged(runs: Sequence[Points], found: Ways, share: float) -> list[bool]:
    """Which polylines, `found` to run so, go to and fro at more than a share of their joints, as
    curves do that are too fast for the screen."""
    turns_back = found.turns_back
    if not turns_back.any():
        return [False] * len(runs)
    ends = np.cumsum([len(run) for run in runs])
    starts = np.append(0, ends[:-1])
    at_joint = np.concatenate(([False], turns_back, [False]))
    at_joint[starts] = at_joint[ends - 1] = False
    joints, turns = ends - starts - 2, np.add.reduceat(at_joint.astype(np.int64), starts)
    jagged: list[bool] = ((joints > 2) & (turns > share * joints)).tolist()
    return jagged
