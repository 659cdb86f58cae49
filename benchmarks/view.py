"""A view under a hand: from a notch of the wheel, or a move of the mouse, to the painted window.

Ours is the whole window; the peers show the plot alone, in the plot's size, and take two new values
a pixel column at each move, which is less than half a pixel's truth asks for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSize

from benchmarks.figure import Figure, Goal
from benchmarks.lines import DENSEST, HARD, LECTURE
from benchmarks.peer_views import MatplotlibView, Plane, PyqtgraphView
from benchmarks.roaming import Glide, Roamer
from benchmarks.screen import Opened, close, opened, settle, thicken
from benchmarks.timing import percentile
from gdviz.calculus.view.viewport import Viewport

FRAME, EXACT = Goal(seconds=0.016), Goal(seconds=0.1)
NOTCHES, STRIDES = 5, 5
FEWER = 1
"""Notches and strides of the peers, which may take a tenth of a second for each."""
Peer = PyqtgraphView | MatplotlibView
PYQTGRAPH, MATPLOTLIB = "plain pyqtgraph", "matplotlib, QtAgg"


@dataclass(frozen=True, slots=True)
class Roamed:
    """A run: the frame that 95 of 100 do not exceed, and the time to the exact curve, seconds."""

    frame: float
    exact: float


def view(runs: int) -> Iterator[Figure]:
    """The figures of zooming and panning."""
    for line in (*LECTURE, HARD):
        yield from _of_line(line, None, runs)
    for line, seen in DENSEST:
        yield from _of_line(line, seen, runs)


def _of_line(line: str, seen: Viewport | None, runs: int) -> Iterator[Figure]:
    with opened(line) as work:
        _make_ready(work, seen)
        plane = _plane(work)
        peers: list[Peer] = [PyqtgraphView(plane)]
        if seen is None:  # of a dense line matplotlib takes seconds, and says nothing new
            peers.append(MatplotlibView(plane))
        subjects = [_ours(work), *map(_peer, peers)]
        rounds = [[subject() for subject in subjects] for _ in range(runs + 1)][1:]
        for peer in peers:
            close(peer.widget)
    columns = list(zip(*rounds, strict=True))
    frames = [tuple(run.frame for run in subject) for subject in columns]
    exact, rest = (tuple(run.exact for run in subject) for subject in columns[:2])
    name = f"zoom or pan frame, 95th percentile, {line}"
    yield Figure("view", name, frames[0], frames[1], PYQTGRAPH, FRAME)
    for matplotlib in frames[2:]:
        yield Figure("view", name, frames[0], matplotlib, MATPLOTLIB)
    yield Figure("view", f"… to the exact curve, {line}", exact, rest, PYQTGRAPH, EXACT)


def _make_ready(work: Opened, seen: Viewport | None) -> None:
    thicken(work.window)
    work.session.edit(panel_open=False)
    if seen is not None:
        work.session.views.show(seen)
    settle(work.session)


def _plane(work: Opened) -> Plane:
    results = work.session.results
    assert results.analysis is not None
    value = results.analysis.function.value
    return Plane(lambda x: np.asarray(value(x)), results.viewport, QSize(work.window.plot.size()))


def _ours(work: Opened) -> Callable[[], Roamed]:
    session, plot = work.session, work.window.plot
    roamer = Roamer(plot, lambda: session.curves_done and plot.shows_exactly)
    roamer.check(lambda: session.results.viewport)

    def run() -> Roamed:
        zoomed = roamer.zoom(NOTCHES)
        settle(session)
        panned = roamer.pan(STRIDES)
        settle(session)
        return _worst(zoomed, panned)

    return run


def _peer(peer: Peer) -> Callable[[], Roamed]:
    roamer = Roamer(peer.canvas)
    roamer.check(lambda: peer.seen)
    return lambda: _worst(roamer.zoom(FEWER), roamer.pan(FEWER))


def _worst(*glides: Glide) -> Roamed:
    frames = [frame for glide in glides for frame in glide.frames]
    return Roamed(percentile(frames, 95), max(glide.rest for glide in glides))
