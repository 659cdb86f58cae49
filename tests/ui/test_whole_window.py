"""The program as it is put together: in every language, look and size nothing is cut off, every
control has its name, and whatever happens the plot keeps its share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz import app
from gdviz.document.document import Document, Panel
from gdviz.session.session import Session
from gdviz.ui import style
from gdviz.ui.controller import Controller
from gdviz.ui.main_window import MainWindow
from gdviz.ui.proportions import PLOT_SHARE
from gdviz.ui.theme import theme
from tests.ui.geometry import complaints

LOOKS = ("light", "dark", "projector")
SIZES = ((1024, 640), (1280, 720), (1920, 1080))
NAMES = (
    *("expression", "preview", "message", "plot", "x0", "start", "random_start", "learning_rate"),
    *("epsilon", "step", "step_back", "first", "last", "play", "speed", "timeline", "iterates"),
    *("stop_reason", "slope", "angle", "panels", "derivation", "delta_x", "optimizer"),
)
"""Of screens.md, what belongs to the tangent and the descent."""

Scene = Callable[[Session], None]


def at_the_end(session: Session) -> None:
    session.iterates.go_to_end()


def diverged(session: Session) -> None:
    session.descent.type_rate(1.2)
    session.iterates.go_to_end()


def false_convergence(session: Session) -> None:
    session.choose_text("L(w) = w^2")
    session.descent.type_rate(1.0)
    session.iterates.go_to_end()


def falling(session: Session) -> None:
    session.type_x0(-2.3456)


def corner(session: Session) -> None:
    session.choose_text("|x|")
    session.type_x0(0.0)


def outside(session: Session) -> None:
    session.choose_text("ln x")
    session.type_x0(-0.5)
    session.descent.type_start(-1.0)


def broken(session: Session) -> None:
    session.type_text("y = tg(x^2 + foo")


def parameters(session: Session) -> None:
    session.choose_text("a sin(bx) + c cos(kx) + m")


def notices(session: Session) -> None:
    session.choose_text("sin x/2 + e^2x + 1/2x")


def large_numbers(session: Session) -> None:
    session.choose_text("e^x - 123456x")
    session.type_x0(11.98765)
    session.descent.type_start(-123456.789)
    session.descent.type_rate(1.23456e-7)


def derivation(session: Session) -> None:
    session.choose_text("ln cos^2(sin sqrt x)")
    session.open_panel(Panel.DERIVATIVE)
    session.show("derivative", True)


def quotient(session: Session) -> None:
    """The rule applied is longer than the panel is wide."""
    session.choose_text("(x^2+1)/(x-3)")
    session.open_panel(Panel.DERIVATIVE)
    session.type_x0(2.9876)


def chain(session: Session) -> None:
    """All steps told, with their numbers at x₀."""
    session.choose_text("tg x^2")
    session.type_x0(3.0)
    for _ in range(6):
        session.derivation.reveal(1)


def modern(session: Session) -> None:
    """With all that a descent can be set to."""
    session.descent.choose_optimiser("adamw")
    session.descent.choose_schedule("cosine")
    session.descent.set_noise(0.25)
    session.derivation.turn_section("schedule", True)
    session.iterates.go_to(3)


def secant(session: Session) -> None:
    session.choose_text("L(w) = w^2 + 12")
    session.open_panel(Panel.DERIVATIVE)
    session.edit(sections=("secant",))
    session.type_x0(-2.3456)
    session.show("secant", True)
    session.secant.enter(-1.2345e-7)


def plane(session: Session) -> None:
    """A map, with long numbers beside it."""
    session.choose_text("L(w, b) = (1 - w)^2 + 100(b - w^2)^2")
    session.descent.type_rate(1.2345e-4)
    session.descent.move_start_in_plane(-1.23456, 1.98765)
    session.iterates.go_to(3)


def partial(session: Session) -> None:
    session.choose_text("x^2 sin y + e^(xy)")
    session.open_panel(Panel.DERIVATIVE)
    session.derivation.derive_by("y")


def below(session: Session) -> None:
    """With all that there can be in two plots."""
    session.choose_text("sin x + x/2")
    session.open_panel(Panel.DERIVATIVE)
    session.edit(sections=("result",))
    for name in ("below", "second", "gap", "secant"):
        session.show(name, True)


SCENES: tuple[Scene, ...] = (
    at_the_end, diverged, false_convergence, falling, corner, outside, broken, parameters, notices,
    large_numbers, derivation, modern, quotient, chain, secant, plane, partial, below,
)  # fmt: skip


@pytest.fixture
def open_in(qtbot: QtBot, tmp_path: Path) -> Callable[[str], MainWindow]:
    """The program's window in a language."""

    def open_it(language: str) -> MainWindow:
        window = app.create(["gdviz", "--lang", language], home=tmp_path)
        qtbot.addWidget(window)
        return window

    return open_it


def controller_of(window: MainWindow) -> Controller:
    return window.findChildren(Controller)[0]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until all is computed and laid out."""
    controller = controller_of(window)
    qtbot.waitUntil(lambda: controller.at_rest)
    for _ in range(3):
        QApplication.processEvents()


def share(window: MainWindow) -> float:
    plots = [plot for plot in (window.plot, window.lower_plot) if plot.isVisible()]
    area = sum(plot.width() * plot.height() for plot in plots)
    return area / (window.width() * window.height())


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_cut_off_and_the_plot_has_its_share(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, language: str, scene: Scene
):
    window = open_in(language)
    session = controller_of(window).session
    scene(session)
    wrong: list[str] = []
    for width, height in SIZES:
        window.resize(width, height)
        for look in LOOKS:
            window.deeds[f"theme_{look}"].trigger()
            settle(window, qtbot)
            wrong += [f"{width}×{height}, {look}: {what}" for what in complaints(window)]
            if share(window) < PLOT_SHARE:
                wrong.append(f"{width}×{height}, {look}: the plot has {share(window):.2f}")
    assert wrong == []
    assert session.document != Document()


@pytest.mark.parametrize("scene", [quotient, chain, secant, at_the_end, large_numbers])
def test_nothing_is_cut_off_where_text_is_larger(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, scene: Scene
):
    window = open_in("ru")
    window.resize(1280, 720)
    scene(controller_of(window).session)
    wrong: list[str] = []
    for presses in (4, 6):
        for _ in range(presses):
            window.deeds["larger"].trigger()
        settle(window, qtbot)
        wrong += [f"{presses} times larger: {what}" for what in complaints(window)]
        window.deeds["normal_size"].trigger()
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_control_has_its_name_for_tests_and_for_screen_readers(
    open_in: Callable[[str], MainWindow], qtbot: QtBot, language: str
):
    window = open_in(language)
    session = controller_of(window).session
    session.open_panel(Panel.DERIVATIVE)
    session.type_text("x^2 +")
    settle(window, qtbot)
    session.iterates.go_to_end()
    session.open_panel(Panel.DESCENT)
    settle(window, qtbot)
    for name in NAMES:
        control = window.findChild(QWidget, name)
        assert control is not None, name
        assert control.accessibleName(), name


def test_what_qt_paints_by_itself_follows_the_look(
    open_in: Callable[[str], MainWindow], qtbot: QtBot
):
    """Menus, hints, selections and the file dialog take their colours from the palette."""
    window = open_in("en")
    for look in (*LOOKS, *LOOKS):
        window.deeds[f"theme_{look}"].trigger()
        settle(window, qtbot)
        wanted = style.palette(theme(look))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText):
            assert window.palette().color(role) == wanted.color(role)
