"""A parameter that runs to and fro."""

import pytest
from PySide6.QtWidgets import QWidget

from gdviz.document.document import Document
from gdviz.session.session import Session
from gdviz.ui.editor import Editor
from gdviz.ui.parameter_playback import ONE_WAY, ParameterPlayback, Swing


@pytest.fixture
def session():
    return Session(Document(text="a sin x + b"))


@pytest.fixture
def playback(home, session, english):
    editor = Editor(QWidget(home), home)
    editor.retranslate(english)
    made = ParameterPlayback(session, editor, home)
    session.on_change = made.follow
    yield made
    made.stop()


def value(session, name="a"):
    return dict(session.document.parameters).get(name, 1.0)


def test_a_swing_turns_at_the_ends():
    swing = Swing(0.75)
    beat = ONE_WAY / 16
    places = [swing.after(beat) for _ in range(32)]
    assert places[3] == pytest.approx(1.0)
    assert places[4] < 1.0
    assert places[19] == pytest.approx(0.0)
    assert places[31] == pytest.approx(0.75)
    assert all(0 <= place <= 1 for place in places)


def test_a_long_pause_is_no_leap():
    assert Swing(0.0).after(1000.0) < 0.1


def test_it_runs_within_its_range_by_its_step(playback, session):
    session.parameters.set_range("a", 0.0, 1.0, 0.25)
    playback.toggle("a")
    seen = set()
    for _ in range(100):
        playback.advance(0.1)
        seen.add(value(session))
    assert seen == {0.0, 0.25, 0.5, 0.75, 1.0}


def test_it_stands_when_it_is_asked_to(playback, session):
    playback.toggle("a")
    playback.advance(0.1)
    stood = value(session)
    assert stood > 1.0
    playback.toggle("a")
    session.undo()
    assert value(session) == 1.0


def test_a_hand_stops_it(playback, session):
    playback.toggle("a")
    playback.advance(0.1)
    session.parameters.move("a", -2.0)
    assert not playback.is_running
    assert value(session) == -2.0


def test_another_line_stops_it(playback, session):
    playback.toggle("a")
    session.type_text("sin x")
    assert not playback.is_running


def test_one_letter_runs_at_a_time(playback, session):
    playback.toggle("a")
    playback.toggle("b")
    playback.advance(0.1)
    assert value(session) == 1.0
    assert value(session, "b") != 1.0


def test_a_letter_that_is_not_there_does_not_run(playback):
    playback.toggle("q")
    assert not playback.is_running


def test_dragging_something_else_does_not_stop_it(playback, session):
    playback.toggle("a")
    playback.advance(0.1)
    session.move_tangent(1.5)
    assert playback.is_running
