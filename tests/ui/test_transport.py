"""The bar at the bottom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.theme import theme
from gdviz.ui.transport import Transport
from tests.ui import scenes
from tests.ui.typing import retype

LEFT = Qt.MouseButton.LeftButton
NAMED = (
    *("first", "step_back", "play", "step", "last", "timeline", "speed"),
    *("learning_rate", "epsilon", "start", "random_start"),
)


@pytest.fixture
def bar(home, actions, english, dressed):
    made = Transport(actions, home)
    made.fit(900, 8)
    made.resize(900, 48)
    made.retranslate(english)
    dressed(made)
    made.show_scene(scenes.descent())
    made.show_speed(2.0)
    return made


def heard(signal):
    got: list[float] = []
    signal.connect(got.append)
    return got


@pytest.mark.parametrize("name", NAMED)
def test_every_control_has_its_names(bar, name):
    control = bar.findChild(object, name)
    assert control.accessibleName()
    assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("name", ["first", "step_back", "play", "step", "last", "random_start"])
def test_buttons_trigger_the_actions_of_their_names(bar, actions, name):
    asked = heard(actions.triggered)
    QTest.mouseClick(bar.findChild(object, name), LEFT)
    assert asked == [name]


def test_it_shows_where_the_descent_stands(bar):
    assert bar.timeline.value() == 12
    assert bar.timeline.maximum() == 40
    assert bar.count.text() == "step 12 of 40"
    assert bar.rate.text() == "0.1"
    assert bar.epsilon.text() == "0.01"
    assert bar.start.text() == "5"


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("learning_rate", "rate_entered"),
        ("epsilon", "epsilon_entered"),
        ("start", "start_entered"),
    ],
)
def test_typed_numbers(bar, name, signal):
    entered = heard(getattr(bar, signal))
    field = bar.findChild(NumberField, name)
    retype(field, "0,25")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered == [0.25]


def test_showing_says_nothing(bar):
    said = [heard(s) for s in (bar.step_scrubbed, bar.rate_dragged, bar.speed_dragged)]
    bar.show_scene(scenes.descent(3, rate=0.7))
    bar.show_speed(9.0)
    assert said == [[], [], []]


def test_scrubbing(bar):
    steps = heard(bar.step_scrubbed)
    bar.timeline.setValue(7)
    assert steps == [7]


def test_play_becomes_pause(bar):
    before = bar.play.grab().toImage()
    bar.show_playing(True)
    during = bar.play.grab().toImage()
    bar.show_playing(False)
    assert before != during
    assert bar.play.grab().toImage() == before


def test_nothing_moves_while_it_plays(bar):
    places = [control.geometry() for control in bar.children() if hasattr(control, "geometry")]
    for step in range(41):
        bar.show_scene(scenes.descent(step))
    now = [control.geometry() for control in bar.children() if hasattr(control, "geometry")]
    assert now == places


def test_another_language(bar, russian):
    bar.retranslate(russian)
    bar.show_scene(scenes.descent())
    assert bar.count.text() == "шаг 12 из 40"
    assert bar.rate.accessibleName() == "Скорость обучения λ"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("name", "width"),
    [("light", width) for width in (640, 1024, 1280, 1920)]
    + [("projector", width) for width in (1024, 1280, 1920)],
)
def test_nothing_is_cut_off_at_any_width(bar, request, name, language, width):
    """From 1024 px up in one row."""
    tr = request.getfixturevalue({"en": "english", "ru": "russian"}[language])
    bar.retranslate(tr)
    bar.show_theme(theme(name, 1.0, width / 1.6))
    bar.window().resize(width, 500)
    bar.fit(width, 4)
    bar.show_scene(scenes.descent())
    bar.resize(width, bar.height())
    bar.layout().activate()
    shown = [control for control in bar.children() if hasattr(control, "isVisible")]
    shown = [control for control in shown if control.isVisible()]
    for control in shown:
        assert bar.rect().contains(control.geometry()), control.objectName()
        others = [other for other in shown if other is not control]
        overlaps = [o.objectName() for o in others if o.geometry().intersects(control.geometry())]
        assert overlaps == [], control.objectName()
    tops = {control.geometry().center().y() for control in shown}
    assert width < 1024 or max(tops) - min(tops) <= 4
