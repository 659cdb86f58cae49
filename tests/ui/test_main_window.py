"""The whole window: the plot is the hero, nothing is cut off, every key finds its way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import ParameterSlider
from gdviz.ui.main_window import MainWindow
from gdviz.ui.proportions import PLOT_SHARE
from gdviz.ui.theme import theme
from tests.ui import scenes
from tests.ui.typing import retype, type_text

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = ((1024, 640), (1152, 864), (1280, 720), (1366, 768), (1600, 900), (1920, 1080))
FALLING = "−67.95° (112.1° к оси Ox)"
NAMES = (
    *("expression", "preview", "plot", "x0", "start", "random_start", "learning_rate", "epsilon"),
    *("step", "step_back", "first", "last", "play", "speed", "timeline", "iterates"),
    *("stop_reason", "slope", "angle", "panels"),
)
"""Of screens.md, those that this window has at the start."""


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    made.show_theme(theme("light"))
    made.retranslate(Translator("en"))
    fill(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isVisible)
    made.plot.setFocus()
    return made


def fill(window, angle=FALLING):
    window.editor.show_scene(scenes.editor())
    window.readout.show_scene(scenes.readout(angle=angle, scales_differ="scales differ"))
    window.derivative.show_scene(scenes.derivative())
    window.descent.show_rows(scenes.COUNT, scenes.iterate_row)
    window.descent.show_scene(scenes.descent())
    window.transport.show_scene(scenes.descent())
    window.transport.show_speed(2.0)
    window.show_panel("descent", True)


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what if len(what) > 1 else what[0]))
    return got


def share(window):
    plot = window.plot.size()
    return plot.width() * plot.height() / (window.width() * window.height())


@pytest.mark.parametrize("look", ["light", "dark", "projector"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_plot_is_the_hero_and_nothing_is_off_the_screen(window, qapp, look, language):
    window.retranslate(Translator(language))
    fill(window)
    for size in SIZES:
        window.resize(*size)
        window.show_theme(theme(look, 1.0, size[1]))
        qapp.processEvents()
        assert (window.width(), window.height()) == size
        assert share(window) >= PLOT_SHARE
        check_nothing_is_off_the_screen(window)


def check_nothing_is_off_the_screen(window):
    for name in NAMES:
        control = window.findChild(QWidget, name)
        assert control.isVisible(), name
        if name not in ("iterates", "stop_reason"):
            place = control.rect().translated(control.mapTo(window, QPoint(0, 0)))
            assert window.rect().contains(place), name


@pytest.mark.parametrize("panel", ["derivative", "descent"])
@pytest.mark.parametrize("look", ["light", "projector"])
def test_words_are_never_cut_at_the_smallest_size(window, qapp, look, panel):
    """In Russian, whose words are longer. What is higher than the panel scrolls."""
    window.resize(1024, 640)
    window.show_theme(theme(look, 1.0, 640))
    window.retranslate(Translator("ru"))
    fill(window)
    window.show_panel(panel, True)
    qapp.processEvents()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.fontMetrics().horizontalAdvance(label.text())
            fits = needed <= label.width() + 1 or label.wordWrap()
            assert fits or label.objectName() == "angle", label.text()


def test_a_fold_gives_its_place_to_the_plot(window, qapp):
    before = window.plot.width()
    window.show_panel("descent", False)
    qapp.processEvents()
    assert not window.panels.isVisible()
    assert window.plot.width() == window.width() > before
    assert window.transport.isVisible()


def test_messages_and_sliders_leave_the_plot_as_large_as_it_was(window, qapp):
    before = window.plot.geometry()
    parameters = (ParameterSlider("a", 1.0, -5, 5),)
    window.editor.show_scene(scenes.editor("a x", parameters=parameters))
    qapp.processEvents()
    assert window.editor.drop.parameters.isVisible()
    assert window.plot.geometry() == before


def test_the_plot_has_the_keyboard_at_the_start(window):
    assert window.focusWidget() is window.plot
    asked = heard(window.deeds.triggered)
    QTest.keyClick(window.plot, KEY.Key_Space)
    assert asked == ["play"]


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (KEY.Key_PageDown, "page_on"),
        (KEY.Key_PageUp, "page_back"),
        (KEY.Key_Home, "first"),
        (KEY.Key_End, "last"),
    ],
)
def test_keys_that_the_plot_has_no_use_for(window, key, deed):
    asked = heard(window.deeds.triggered)
    QTest.keyClick(window.plot, key)
    assert asked == [deed]


@pytest.mark.parametrize("name", ["expression", "x0", "epsilon"])
@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_enter_and_escape_give_the_keyboard_back_to_the_plot(window, name, key):
    field = window.findChild(QLineEdit, name)
    retype(field, "2")
    QTest.keyClick(field, key)
    assert window.focusWidget() is window.plot


def test_fields_keep_their_keys_while_they_are_edited(window):
    asked = heard(window.deeds.triggered)
    field = window.editor.field
    retype(field, "x")
    type_text(field, " ")
    for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End):
        QTest.keyClick(field, key)
    type_text(field, "b.")
    assert field.text() == "x b."
    assert asked == []


def test_buttons_leave_the_arrows_to_the_window(window):
    asked = heard(window.deeds.triggered)
    button = window.findChild(QWidget, "play")
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Right)
    QTest.keyClick(button, KEY.Key_Space)
    assert asked == ["step", "play"]


def test_a_click_on_a_button_leaves_the_keyboard_where_it_was(window):
    QTest.mouseClick(window.findChild(QWidget, "step"), LEFT)
    assert window.focusWidget() is window.plot


def test_what_was_typed_counts_before_what_is_clicked(window):
    order = heard(window.deeds.triggered)
    window.transport.rate_entered.connect(order.append)
    retype(window.transport.rate, "0.5")
    QTest.mouseClick(window.findChild(QWidget, "step"), LEFT)
    assert order == [0.5, "step"]


def test_the_shortcuts_of_the_menu(window, qtbot):
    asked = heard(window.deeds.triggered)
    QTest.keyClick(window.plot, KEY.Key_S, CONTROL)
    QTest.keyClick(window.plot, KEY.Key_L, CONTROL)
    assert asked == ["save", "edit_function"]


def test_editing_the_function(window):
    window.edit_function()
    assert window.focusWidget() is window.editor.field
    assert window.editor.field.selectedText() == window.editor.field.text()


def test_a_presentation_and_back(window, qapp):
    window.presentation.turn(True)
    qapp.processEvents()
    assert window.isFullScreen()
    assert not window.panels.isVisible()
    assert window.deeds["presentation"].isChecked()
    assert window.presentation.enlargement("light") > 1
    assert window.presentation.enlargement("projector") == 1
    switched = heard(window.deeds.switched)
    QTest.keyClick(window.plot, KEY.Key_Escape)
    assert switched == [("presentation", False)]
    window.presentation.turn(False)
    qapp.processEvents()
    assert not window.isFullScreen()
    assert window.panels.isVisible()
    assert window.presentation.enlargement("light") == 1


def test_a_remote_blanks_the_screen_and_escape_brings_it_back(window):
    window.presentation.turn(True)
    asked = heard(window.deeds.triggered)
    QTest.keyClick(window.plot, KEY.Key_B)
    assert asked == ["blank"]
    window.overlays.toggle_blank()
    assert window.findChild(QWidget, "blank").isVisible()
    QTest.keyClick(window.plot, KEY.Key_Escape)
    assert not window.findChild(QWidget, "blank").isVisible()
    window.overlays.toggle_blank()
    window.overlays.toggle_blank()
    assert not window.findChild(QWidget, "blank").isVisible()


def test_the_title(window):
    window.show_document_name("lecture", True)
    assert window.windowTitle() == "lecture[*] – gdviz"
    assert window.isWindowModified()


def test_an_offer_taken_is_an_action(window):
    asked = heard(window.deeds.triggered)
    window.overlays.offer("There is unsaved work.", "Restore", "restore")
    QTest.mouseClick(window.findChild(QWidget, "offer_take"), LEFT)
    assert asked == ["restore"]


def test_closing_is_told(window):
    told: list[bool] = []
    window.close_wanted.connect(lambda: told.append(True))
    window.close()
    assert told == [True]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_control_has_a_name_and_can_be_reached_by_tab(window, language):
    window.retranslate(Translator(language))
    fill(window)
    reached = set()
    widget = window.plot
    for _ in window.findChildren(QWidget):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget.objectName())
    for name in NAMES:
        control = window.findChild(QWidget, name)
        assert control.accessibleName(), name
        assert name in reached, name


def test_tab_goes_from_the_editor_to_the_plot_and_its_number(window):
    window.editor.field.setFocus()
    order = []
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
        order.append(window.focusWidget().objectName())
    assert order == ["symbols_button", "preview", "examples", "fold_panel", "menu", "plot"]


def test_the_language_is_switched_live(window, qapp):
    window.retranslate(Translator("ru"))
    qapp.processEvents()
    assert window.panels.tabText(1) == "Спуск"
    assert window.findChild(QWidget, "play").toolTip() == "Пуск или пауза (Пробел)"
    window.retranslate(Translator("en"))
    assert window.panels.tabText(1) == "Descent"


def test_the_same_theme_twice_costs_nothing(window, qapp):
    sheet = window.styleSheet()
    window.show_theme(theme("light"))
    assert window.styleSheet() is sheet or window.styleSheet() == sheet
    window.show_theme(theme("dark"))
    assert window.styleSheet() != sheet


@pytest.mark.parametrize(
    ("size", "scales"),
    [
        ((640, 420), (0.75, 1.0, 1.5)),
        ((800, 600), (1.0, 1.5, 2.0)),
        ((1024, 640), (1.0, 1.5, 2.5)),
    ],
)
def test_it_degrades_gracefully(window, qapp, size, scales):
    """Whatever the size of text: the plot is there, and nothing lies outside the window."""
    window.resize(*size)
    for scale in scales:
        window.show_theme(theme("light", scale))
        qapp.processEvents()
        assert (window.width(), window.height()) == size
        assert window.plot.width() > 0.5 * window.width() > window.panels.width()
        for view in (window.editor, window.readout, window.transport, window.panels):
            place = view.rect().translated(view.mapTo(window, QPoint(0, 0)))
            assert window.rect().contains(place), view.objectName()
