"""Graph paper: numbers that never cover each other, parts of π set as on paper."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gdviz.calculus.typesetting.markup import Fraction, Letter, Row, Upright
from gdviz.calculus.view.ticks import Unit
from gdviz.calculus.view.viewport import Viewport
from gdviz.ui.plot.axes import number_label, paper_for
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.lettering import Kept, Mathematics, Words, room_of
from gdviz.ui.plot.numbers import written
from gdviz.ui.plot.room import Room
from gdviz.ui.theme import theme

LOOKS = ("light", "dark", "projector")
UNITS = st.sampled_from(list(Unit))


def rooms(frame: Frame, look: str, units: tuple[Unit, Unit]) -> list[QRectF]:
    """Where names and numbers stand."""
    paper = paper_for(frame, theme(look), *units)
    room = [Room(frame.width, frame.height) for _ in range(2)]
    return [room_of(label, at) for label, at in written(paper, "x", "y", *room)]


@given(
    st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)),
    st.tuples(st.floats(-7, 8), st.floats(-7, 8)),
    st.tuples(st.integers(300, 2000), st.integers(200, 1100)),
    st.sampled_from(LOOKS),
    st.tuples(UNITS, UNITS),
)
def test_numbers_never_overlap(qapp, middle, powers, size, look, units):
    (x, y), (across, up) = middle, (10.0**power for power in powers)
    frame = Frame(Viewport(x - across, x + across, y - up, y + up), *size)
    found = rooms(frame, look, units)
    assert not any(one.intersects(other) for one, other in combinations(found, 2))
    assert all(frame.rect.contains(one) for one in found)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("power", range(-6, 9))
def test_at_every_zoom_an_axis_has_numbers(qtbot: QtBot, look: str, power: int):
    size = 1.7 * 10.0**power
    for unit in Unit:
        frame = Frame(Viewport(-size, size, -size, size), 920, 600)
        assert len(rooms(frame, look, (unit, unit))) >= 4


def shown(text: str) -> Words | Mathematics:
    label = number_label(text, theme("light"))
    assert isinstance(label, Kept)
    assert isinstance(label.label, Words | Mathematics)
    return label.label


def test_parts_of_pi_are_set_as_fractions(qtbot: QtBot):
    label = shown("−3π/2")
    assert isinstance(label, Mathematics)
    fraction = Fraction(Row((Upright("3"), Letter("π"))), Upright("2"))
    assert label.markup == Row((Upright("−"), fraction))
    whole = shown("π")
    assert isinstance(whole, Mathematics)
    assert whole.markup == Row((Upright(""), Row((Upright(""), Letter("π")))))


def test_decimals_are_words(qtbot: QtBot):
    assert isinstance(shown("−0.5"), Words)


def test_all_numbers_of_an_axis_stand_on_one_side(qtbot: QtBot):
    frame = Frame(Viewport(-7.5, 7.5, -1.3, 1.3), 920, 600)
    paper = paper_for(frame, theme("light"))
    room, marks = (Room(frame.width, frame.height) for _ in range(2))
    # Upright lines through some numbers, which a jump to the other side would not spare.
    for x in (-4.0, 2.0, 6.0):
        room.take_line(np.array(((frame.x(x), 0.0), (frame.x(x), 600.0))))
    found = [room_of(*each) for each in written(paper, "x", "y", room, marks)]
    below = [rect for rect in found if frame.ox < rect.top() < frame.ox + 30]
    above = [rect for rect in found if frame.ox - 30 < rect.top() < frame.ox]
    assert len(below) > 6
    assert not above


def test_numbers_go_to_the_other_side_together_where_a_curve_runs_along_them(qtbot: QtBot):
    frame = Frame(Viewport(-7.5, 7.5, -1.3, 1.3), 920, 600)
    paper = paper_for(frame, theme("light"))
    room, marks = (Room(frame.width, frame.height) for _ in range(2))
    room.take_line(np.array(((0.0, frame.ox + 12), (920.0, frame.ox + 12))))
    found = [room_of(*each) for each in written(paper, "x", "y", room, marks)]
    above = [rect for rect in found if frame.ox - 30 < rect.top() < frame.ox]
    assert len(above) > 6


def test_numbers_go_to_the_other_side_together_where_a_card_stands(qtbot: QtBot):
    view = Viewport(-7.5, 7.5, -1.3, 1.3)
    ox = Frame(view, 920, 600).ox
    frame = Frame(view, 920, 600, covered=((0.0, ox + 4, 500.0, ox + 40),))
    paper = paper_for(frame, theme("light"))
    room, marks = (Room(frame.width, frame.height) for _ in range(2))
    found = [room_of(*each) for each in written(paper, "x", "y", room, marks)]
    below = [rect for rect in found if ox < rect.top() < ox + 30 and rect.right() < 890]
    above = [rect for rect in found if ox - 30 < rect.top() < ox]
    assert len(above) >= 6
    assert len(below) <= 1  # the 0 of Oy
