"""The widget that shows a formula: fits it, names it, copies it, tells what is pointed at."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gdviz.calculus.expression import Symbol
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import typeset
from gdviz.i18n import Translator
from gdviz.ui.formula.box import Box, GlyphInk
from gdviz.ui.formula.view import FormulaView
from gdviz.ui.theme import theme

RED = QColor("#FF0000")


def typed(text: str) -> Markup:
    return typeset(parse(text).body, "ru")


@pytest.fixture
def window(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 200)
    return widget


@pytest.fixture
def view(window: QWidget) -> FormulaView:
    shown = FormulaView("formula", window)
    shown.resize(400, 100)
    shown.show_theme(theme("light"))
    window.show()
    return shown


def glyphs(box: Box) -> list[GlyphInk]:
    own = [box.ink] if isinstance(box.ink, GlyphInk) else []
    return own + [ink for placed in box.children for ink in glyphs(placed.box)]


LONG = " + ".join(f"{n}x^{n}" for n in range(1, 30))


def ink_columns(view: FormulaView) -> list[int]:
    image = view.grab().toImage()
    paper = QColor(theme("light").colours.paper)
    return [
        x for x in range(image.width())
        if any(image.pixelColor(x, y) != paper for y in range(image.height()))
    ]  # fmt: skip


def test_the_view_shows_and_names_its_formula(view: FormulaView):
    view.show_markup(typed("2x/cos^2(x^2)"))
    assert view.accessibleName() == "2x/cos²(x²)"
    assert len(ink_columns(view)) > 30
    view.show_markup(None)
    assert view.accessibleName() == ""
    assert ink_columns(view) == []


def test_the_view_is_never_under_18_px(view: FormulaView):
    view.setProperty("formula_size", 9.0)
    assert view.property("formula_size") == 18.0


def test_the_view_asks_for_the_room_its_formula_takes(view: FormulaView):
    view.setProperty("formula_size", 40.0)
    view.show_markup(typed("x"))
    small = view.sizeHint()
    view.show_markup(typed("x/(x+1)"))
    assert view.sizeHint().width() > small.width()
    assert view.sizeHint().height() > small.height()
    assert view.minimumSizeHint().height() < view.sizeHint().height()


@pytest.mark.parametrize(
    ("alignment", "side"),
    [
        (Qt.AlignmentFlag.AlignLeft, "left"),
        (Qt.AlignmentFlag.AlignHCenter, "centre"),
        (Qt.AlignmentFlag.AlignRight, "right"),
    ],
)
def test_the_view_aligns_its_formula(view: FormulaView, alignment: Qt.AlignmentFlag, side: str):
    view.set_alignment(alignment)
    view.show_markup(typed("x+1"))
    columns = ink_columns(view)
    left, right = columns[0], view.width() - 1 - columns[-1]
    place = "centre" if abs(left - right) < 5 else ("left" if left < right else "right")
    assert place == side


def test_the_view_shrinks_a_formula_before_it_lets_it_run_over(view: FormulaView):
    view.setProperty("formula_size", 60.0)
    view.show_markup(typed("1 + x + x^2 + x^3 + x^4 + x^5"))
    columns = ink_columns(view)
    assert columns[0] >= 1
    assert columns[-1] <= view.width() - 3


def test_a_formula_in_a_low_place_is_not_cut(view: FormulaView):
    view.resize(400, 30)
    view.show_markup(typed("1/(1+1/(1+1/x))"))
    image = view.grab().toImage()
    paper = QColor(theme("light").colours.paper)
    edges = [image.pixelColor(x, y) for x in range(image.width()) for y in (0, 29)]
    assert set(map(QColor.name, edges)) == {paper.name()}


def test_a_formula_too_wide_says_so_and_can_be_moved(view: FormulaView):
    view.show_markup(typed(LONG))
    before = view.grab().toImage()
    bottom = [before.pixelColor(x, view.height() - 2).name() for x in range(view.width())]
    accent = QColor(theme("light").colours.accent).name()
    assert 10 < bottom.count(accent) < view.width() / 2
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    moved = view.grab().toImage()
    assert moved != before
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPointF(300, 50).toPoint())
    QTest.mouseMove(view, QPointF(200, 50).toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPointF(200, 50).toPoint())
    assert view.grab().toImage() != moved


def test_arrows_pass_by_a_formula_that_is_seen_whole(window: QWidget, view: FormulaView):
    keys: list[int] = []
    window.keyPressEvent = lambda event: keys.append(event.key())  # type: ignore[method-assign]
    view.show_markup(typed("x"))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
    assert keys == [Qt.Key.Key_Right, Qt.Key.Key_Space]


def test_copying(view: FormulaView):
    clipboard = QGuiApplication.clipboard()
    view.show_markup(typed("tg x^2"))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == r"\operatorname{tg} x^2"
    view.retranslate(Translator("ru"))
    menu = view.context_menu()
    assert [action.text() for action in menu.actions()] == [
        "Копировать как LaTeX",
        "Копировать как текст",
    ]
    menu.actions()[1].trigger()
    assert clipboard.text() == "tg x²"
    menu.deleteLater()


def test_the_view_tells_what_is_pointed_at_and_lights_it_up(qtbot, view: FormulaView):
    view.set_alignment(Qt.AlignmentFlag.AlignHCenter)
    view.show_markup(typed("x"))
    with qtbot.waitSignal(view.part_pointed_at) as pointed:
        QTest.mouseMove(view, QPointF(200, 50).toPoint())
    assert pointed.args == [Symbol("x")]
    plain_picture = view.grab().toImage()
    view.show_highlight({Symbol("x"): RED})
    assert view.grab().toImage() != plain_picture
    with qtbot.waitSignal(view.part_pointed_at) as left:
        QGuiApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert left.args == [None]


def test_in_a_room_nothing_is_set_small(view: FormulaView):
    """1/50 of the window's height is the least for any text under the projector."""
    view.show_theme(theme("projector", window_height=1080))
    assert view.property("formula_size") >= 1080 / 50
    view.setProperty("formula_size", 1.0)
    assert view.property("formula_size") >= 1080 / 50
    view.show_markup(typed("x^x^x"))
    sizes = [glyph.size for glyph in glyphs(view.box)]
    assert min(sizes) >= 1080 / 50


def test_tab_shows_where_the_keyboard_is_and_a_click_does_not(view: FormulaView):
    view.show_markup(typed("x"))
    before = view.grab().toImage()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert view.grab().toImage() == before
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage() != before
