"""A frame of dragging the tangent: from the mouse's move to the painted window.

Ours is the whole window at 1920×1080: the session's work, the readout, the bars and the plot. The
peers show the plot alone, in the plot's size, with the same curve, the same lines of 3 px and the
same words.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize

from benchmarks.figure import Figure, Goal
from benchmarks.hand import Hand, check
from benchmarks.lines import LECTURE
from benchmarks.matplotlib_drag import MatplotlibDrag
from benchmarks.peers import Painter, Pyqtgraph, Scene
from benchmarks.screen import Opened, close, opened, settle, thicken, turn
from benchmarks.timing import alternate

FRAME, FULL = Goal(seconds=0.005), Goal(seconds=0.008)
AGAINST_PYQTGRAPH = Goal(seconds=0.005, ratio=1 / 20)
SAME = Goal(ratio=1.1)
NEVER = 1e-300
"""An ε that no step comes under."""


def drag(runs: int) -> Iterator[Figure]:
    """The figures of a drag."""
    yield from _against_peers(runs)
    yield from _with_iterates(runs)
    yield from _with_everything(runs)


def _against_peers(runs: int) -> Iterator[Figure]:
    with opened(LECTURE[0]) as work:
        hand, scene = _ready(work), _scene(work)
        peers = Pyqtgraph(scene), MatplotlibDrag(scene), Painter(scene)
        moves = [_mover(peer, work) for peer in peers]
        ours, pyqtgraph, matplotlib, painter = alternate(hand.move, *moves, runs=runs)
        hand.let_go()
        for peer in peers:
            close(peer.widget)
    name = f"drag frame, {LECTURE[0]}"
    yield Figure("drag", name, ours, pyqtgraph, "plain pyqtgraph", AGAINST_PYQTGRAPH)
    yield Figure("drag", name, ours, matplotlib, "matplotlib, QtAgg, blitted")
    yield Figure("drag", name, ours, painter, "a bare painter over a pixmap", FRAME)


def _with_iterates(runs: int) -> Iterator[Figure]:
    """The descent's table, its curve of losses and its dots are there as well."""
    yield from _few_and_many(f"drag frame, {LECTURE[4]}", {}, runs)


def _with_everything(runs: int) -> Iterator[Figure]:
    """f′, the secant, α and all labels besides, a thousand iterates or a hundred times as many."""
    name = f"drag frame, {LECTURE[4]}, f′, secant, α, labels"
    yield from _few_and_many(name, {"derivative": True, "secant": True}, runs)


def _few_and_many(name: str, shown: dict[str, bool], runs: int) -> Iterator[Figure]:
    with opened(LECTURE[4]) as few, opened(LECTURE[4]) as many:
        hands = [_descended(few, 1_000, shown), _descended(many, 100_000, shown)]
        painter = Painter(_scene(few))
        moves = [*(hand.move for hand in hands), _mover(painter, few)]
        few_times, many_times, floor = alternate(*moves, runs=runs)
        for hand in hands:
            hand.let_go()
        close(painter.widget)
    against = "a bare painter over a pixmap"
    yield Figure("drag", f"{name}, 1,000 iterates", few_times, floor, against, FULL)
    yield Figure("drag", f"{name}, 100,000 iterates", many_times, few_times, "with 1,000", SAME)


def _descended(work: Opened, iterates: int, shown: dict[str, bool]) -> Hand:
    """A hand at the tangent, with so many iterates on the screen and what else is to be shown."""
    work.session.edit(shown=replace(work.session.document.shown, **shown))
    rate = 2.0 / iterates  # slow enough not to arrive
    work.session.descent.edit(max_steps=iterates, rate=rate, epsilon=NEVER)
    settle(work.session)
    work.session.iterates.go_to(iterates)
    settle(work.session)
    if work.session.iterates.current < iterates:
        raise AssertionError(f"the descent ended after {work.session.iterates.current} steps")
    return _ready(work)


def _ready(work: Opened) -> Hand:
    thicken(work.window)
    work.session.edit(panel_open=False, x0=1.0)
    settle(work.session)
    hand = Hand(work)
    check(hand, work)
    return hand


def _scene(work: Opened) -> Scene:
    results = work.session.results
    pieces = results.curve.pieces if results.curve else ()
    return Scene(pieces, results.viewport, QSize(work.window.plot.size()))


def _mover(peer: Pyqtgraph | MatplotlibDrag | Painter, work: Opened) -> Callable[[], None]:
    """A frame of a peer, along the same curve."""
    analysis, x0 = work.session.results.analysis, work.session.document.x0
    assert analysis is not None
    tangents = [analysis.function.at(x) for x in np.linspace(x0 - 0.1, x0 + 0.1, 20).tolist()]
    places = itertools.cycle([(t.x, t.value or 0.0, t.slope or 0.0) for t in tangents])

    def frame() -> None:
        peer.move(*next(places))
        turn()

    return frame
