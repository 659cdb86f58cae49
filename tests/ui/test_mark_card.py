"""The pointer near a mark: a card tells what it is, beside it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.marked_places import Dot, MarkedLine, MarkedPlace
from gdviz.session.scene import PlotScene
from gdviz.symbolic.answering import answer
from gdviz.ui.controller import Controller
from gdviz.ui.plot import PlotWidget
from gdviz.ui.plot.mark_card import MarkCard
from gdviz.ui.theme import theme
from tests.ui.plot_hand import mouse, pixel

VIEW = Viewport(-4.0, 4.0, -2.5, 2.5)
NO_BUTTON = Qt.MouseButton.NoButton
HOLE = MarkedPlace(1.0, ((0.5, Dot.OPEN),), "Hole", ("x = 1", "f → 0.5 on both sides"))
JUMP = MarkedPlace(-2.0, ((-1.0, Dot.OPEN), (1.0, Dot.CLOSED)), "Jump", ("x = −2",))
POLE = MarkedPlace(3.0, (), "Vertical asymptote", ("x = 3",), asymptote=True)
CORNER = MarkedPlace(-3.9, ((2.4, Dot.SMALL),), "Corner", ("x = −3.9", "f = 2.4"))
MINIMUM = MarkedPlace(-3.9, ((2.4, Dot.SMALL),), "Local minimum", ("x = −3.9", "f = 2.4"))
SLANTED = MarkedLine(0.5, 1.0, True, False, "Oblique asymptote", ("y = 0.5x + 1", "as x → −∞"))
SCENE = PlotScene(VIEW, marks=(MINIMUM, CORNER, POLE, JUMP, HOLE))


@pytest.fixture
def plot(home: QWidget, qtbot: QtBot) -> PlotWidget:
    found = PlotWidget(home)
    found.setGeometry(0, 0, 800, 500)
    found.show_theme(theme("light"))
    found.show_scene(SCENE)
    home.show()
    qtbot.waitUntil(found.isVisible)
    return found


def hover(plot: PlotWidget, at: QPointF) -> MarkCard | None:
    """The card, where one is shown."""
    mouse(plot, QEvent.Type.MouseMove, at, NO_BUTTON)
    return shown_card(plot)


def shown_card(plot: PlotWidget) -> MarkCard | None:
    return next((card for card in plot.findChildren(MarkCard) if card.isVisible()), None)


def test_words_come_within_fifteen_pixels_and_go_beyond(plot: PlotWidget):
    hole = pixel(plot, 1.0, 0.5)
    card = hover(plot, hole + QPointF(9.0, 11.0))
    assert card is not None
    assert card.title.text() == "Hole"
    assert card.facts.text() == "x = 1\nf → 0.5 on both sides"
    assert "Hole" in card.accessibleName()
    assert hover(plot, hole + QPointF(12.0, 12.0)) is None


@pytest.mark.parametrize("place", SCENE.marks)
def test_the_card_is_whole_and_covers_no_dot_of_the_mark(plot: PlotWidget, place: MarkedPlace):
    heights = [y for y, _ in place.dots if y is not None] or [0.0, 2.4, -2.4]
    dots = [pixel(plot, place.x, y) for y in heights]
    for dot in dots:
        card = hover(plot, dot)
        assert card is not None
        shown = QRectF(card.geometry())
        assert QRectF(plot.rect()).contains(shown)
        for other in dots if place.dots else [dot]:
            assert not shown.contains(other)


def test_an_asymptote_is_told_along_its_whole_length_but_a_dot_goes_before(plot: PlotWidget):
    for y in (-2.3, 0.0, 2.3):
        card = hover(plot, pixel(plot, 3.0, y) + QPointF(6.0, 0.0))
        assert card is not None
        assert card.title.text() == "Vertical asymptote"
    beside = replace(HOLE, x=3.05)
    plot.show_scene(replace(SCENE, marks=(*SCENE.marks, beside)))
    card = hover(plot, pixel(plot, 3.0, 0.5))
    assert card is not None
    assert card.title.text() == "Hole"


def test_an_oblique_asymptote_is_told_on_the_half_where_the_curve_comes_up_to_it(plot: PlotWidget):
    plot.show_scene(replace(SCENE, lines=(SLANTED,)))
    card = hover(plot, pixel(plot, -1.0, 0.5) + QPointF(3.0, 6.0))
    assert card is not None
    assert card.title.text() == "Oblique asymptote"
    assert card.facts.text() == "y = 0.5x + 1\nas x → −∞"
    assert hover(plot, pixel(plot, 1.5, 1.75)) is None


def test_keys_come_to_an_oblique_asymptote_at_its_end(plot: PlotWidget):
    plot.show_scene(replace(SCENE, marks=(), lines=(SLANTED,)))
    assert plot.walk_marks(forward=True)
    assert walked(plot) == "Oblique asymptote"
    plot.show_scene(replace(SCENE, marks=(), lines=()))
    assert not plot.walk_marks(forward=True)


def test_marks_at_one_place_are_told_together_and_no_fact_twice(plot: PlotWidget):
    card = hover(plot, pixel(plot, -3.9, 2.4))
    assert card is not None
    assert card.title.text() == "Corner · Local minimum"
    assert card.facts.text() == "x = −3.9\nf = 2.4"


def test_the_card_goes_with_the_pointer_the_button_and_the_mark(plot: PlotWidget):
    hole = pixel(plot, 1.0, 0.5)
    assert hover(plot, hole) is not None
    mouse(plot, QEvent.Type.MouseButtonPress, hole)
    assert shown_card(plot) is None
    mouse(plot, QEvent.Type.MouseMove, hole + QPointF(1.0, 0.0))
    assert shown_card(plot) is None
    mouse(plot, QEvent.Type.MouseButtonRelease, hole)
    assert shown_card(plot) is not None
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert shown_card(plot) is None
    assert hover(plot, hole) is not None
    plot.show_scene(replace(SCENE, marks=()))
    assert shown_card(plot) is None


def test_the_card_follows_when_the_view_does(plot: PlotWidget):
    card = hover(plot, pixel(plot, 1.0, 0.5))
    assert card is not None
    plot.show_scene(replace(SCENE, viewport=Viewport(-40.0, -32.0, -2.5, 2.5)))
    assert shown_card(plot) is None


def test_a_plot_without_marks_has_no_card(home: QWidget):
    bare = PlotWidget(home)
    bare.show_scene(PlotScene(VIEW))
    assert bare.findChild(MarkCard) is None


@pytest.fixture
def controller(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Controller]:
    made = app.open_window(["gdviz", "--lang", "ru", "1/x"], tmp_path)
    qtbot.waitUntil(lambda: made.at_rest)
    yield made
    made.window.close()
    made.window.deleteLater()


def labels(plot: PlotWidget) -> list[str]:
    return [place.label for place in plot.scene.marks]


def test_in_the_window_marks_are_told_and_switched(controller: Controller, qtbot: QtBot):
    window = controller.window
    plot, deeds = window.plot, window.deeds
    qtbot.waitUntil(lambda: len(plot.scene.marks) == 1)
    assert "Вертикальная асимптота" in plot.accessibleDescription()
    card = hover(plot, QPointF(plot.frame.x(0.0) + 5.0, 40.0))
    assert card is not None
    assert card.title.text() == "Вертикальная асимптота"
    assert [deeds[f"show_{name}"].isChecked() for name in ("asymptotes", "breaks", "notable")] == [
        True,
        True,
        False,
    ]
    deeds["show_asymptotes"].trigger()
    assert labels(plot) == []
    assert shown_card(plot) is None
    deeds["undo"].trigger()
    assert labels(plot) == [""]
    assert deeds["show_asymptotes"].isChecked()


def test_notable_points_are_shown_by_a_key(controller: Controller, qtbot: QtBot):
    window = controller.window
    controller.session.choose_text("x^3 - 3x")
    qtbot.waitUntil(lambda: controller.at_rest)
    assert labels(window.plot) == []
    qtbot.keyClick(window.plot, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "max (−1; 2)" in labels(window.plot))


def walked(plot: PlotWidget) -> str:
    card = shown_card(plot)
    return card.title.text() if card is not None else ""


def test_keys_go_from_mark_to_mark_and_tell_of_each(plot: PlotWidget, qtbot: QtBot):
    titles = []
    for _ in range(5):
        assert plot.walk_marks(forward=True)
        titles.append(walked(plot))
    edges = "Corner · Local minimum"
    assert titles == [edges, "Jump", "Hole", "Vertical asymptote", edges]
    assert plot.walk_marks(forward=False)
    assert walked(plot) == "Vertical asymptote"
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert walked(plot) == ""
    assert plot.walk_marks(forward=False)
    assert walked(plot) == "Vertical asymptote"


def test_a_ring_is_around_the_mark_that_the_keyboard_is_at(plot: PlotWidget):
    before = plot.grab().toImage()
    plot.walk_marks(forward=True)
    plot.walk_marks(forward=True)
    plot.walk_marks(forward=True)
    card = shown_card(plot)
    assert card is not None
    card.hide()
    after, at = plot.grab().toImage(), pixel(plot, 1.0, 0.5)
    reach = round(plot.theme.sizes.point * 1.15)
    assert before.pixelColor(at.toPoint()) == after.pixelColor(at.toPoint())
    rim = (at + QPointF(reach, 0.0)).toPoint()
    assert before.pixelColor(rim) != after.pixelColor(rim)
    plot.leave_mark()
    assert plot.grab().toImage().pixelColor(rim) == before.pixelColor(rim)


def test_the_pointer_and_the_marks_own_end_end_the_walk(plot: PlotWidget):
    plot.walk_marks(forward=True)
    assert hover(plot, pixel(plot, 0.0, 0.0)) is None
    assert not plot.leave_mark()
    plot.walk_marks(forward=True)
    plot.show_scene(replace(SCENE, marks=(HOLE,)))
    assert walked(plot) == ""
    plot.show_scene(replace(SCENE, marks=()))
    assert not plot.walk_marks(forward=True)


def test_the_card_goes_along_when_the_view_does(plot: PlotWidget):
    plot.walk_marks(forward=False)
    card = shown_card(plot)
    assert card is not None
    before = card.pos()
    plot.show_scene(replace(SCENE, viewport=Viewport(-2.0, 6.0, -2.5, 2.5)))
    assert walked(plot) == "Vertical asymptote"
    assert card.pos() != before


def test_a_letter_on_the_plot_walks(controller: Controller, qtbot: QtBot):
    plot = controller.window.plot
    qtbot.waitUntil(lambda: len(plot.scene.marks) == 1)
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_M)
    assert walked(plot) == "Вертикальная асимптота"
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert walked(plot) == ""
    controller.session.choose_text("x^2 + 5")
    qtbot.waitUntil(lambda: controller.at_rest)
    qtbot.keyClick(plot, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert walked(plot) == ""


def test_names_are_shown_when_they_come(controller: Controller, qtbot: QtBot):
    session, plot = controller.session, controller.window.plot
    session.choose_text("tg x")
    session.show("notable", True)
    qtbot.waitUntil(lambda: "перегиб (3.142; 0)" in labels(plot))
    question = session.questions["marked zeros"]
    session.take(question, answer(question))
    qtbot.waitUntil(lambda: "перегиб (π; 0)" in labels(plot))
    assert "перегиб (3.142; 0)" not in labels(plot)
