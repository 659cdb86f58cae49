"""Formulas on the screen: measures, pictures, and the widget that shows them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gdviz.calculus.expression import Call, Expression, Symbol
from gdviz.calculus.markup import (
    Fenced,
    Fraction,
    Letter,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
    Words,
)
from gdviz.calculus.notation import plain, typeset
from gdviz.calculus.parser import parse
from gdviz.i18n import Translator
from gdviz.ui.fonts import register_fonts, text_font
from gdviz.ui.formula.box import Box, RootInk, RuleInk
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.math_font import math_font
from gdviz.ui.formula.painter import paint, part_at
from gdviz.ui.formula.view import FormulaView
from gdviz.ui.theme import theme
from tests.strategies import expressions

X = Letter("x")
BLACK, RED = QColor("#000000"), QColor("#FF0000")

pytestmark = pytest.mark.usefixtures("qapp")


def row(*pieces: Markup) -> Row:
    return Row(pieces)


def typed(text: str, language: str = "ru") -> Markup:
    return typeset(parse(text).body, language)


def boxes(box: Box, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, Box]]:
    """Every box in it with its place."""
    yield x, y, box
    for placed in box.children:
        yield from boxes(placed.box, x + placed.x, y + placed.y)


def picture(box: Box, scale: float = 1.0, **highlight: Expression) -> QImage:
    """The formula painted black on white, highlighted parts in red."""
    width, height = int(box.width) + 20, int(box.height) + 20
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lit = dict.fromkeys(highlight.values(), RED)
    paint(painter, box, 10, 10 + round(box.ascent), BLACK, lit)
    painter.end()
    return image


def inked_rows(image: QImage, x: int) -> list[int]:
    """Rows of a column of pixels that are quite black."""
    return [y for y in range(image.height()) if image.pixelColor(x, y).lightness() < 8]


# --- fonts


def test_fonts_are_registered_once():
    assert {"Inter", "STIX Two Math"} <= set(register_fonts())
    assert register_fonts() is register_fonts()
    assert text_font(14).pixelSize() == 14


def test_the_font_tells_its_measures():
    font = math_font()
    assert font.constants["axis_height"] == pytest.approx(0.258)
    assert [height for _, height in font.growth("(").variants][:3] == [933, 1187, 1427]
    assert font.index("x", script=1) != font.index("x") != 0
    assert font.index("\U0001f600") == 0


# --- layout


def test_an_exponent_is_smaller_higher_and_behind():
    box = layout(Scripts(X, upper=Upright("2")), 100)
    (base, exponent) = box.children
    assert exponent.x >= base.box.width
    assert exponent.y == pytest.approx(-36, abs=1)
    assert exponent.box.height < 0.75 * layout(Upright("2"), 100).height


def test_exponents_have_a_smallest_size():
    tower = typed("x^x^x^x")
    inks = [box.ink for _, _, box in boxes(layout(tower, 18)) if box.ink]
    assert min(ink.size for ink in inks) == 11  # type: ignore[union-attr]
    room = [box.ink for _, _, box in boxes(layout(tower, 60, smallest=40)) if box.ink]
    assert min(ink.size for ink in room) == 40  # type: ignore[union-attr]


def test_a_fraction_stands_on_the_axis_and_is_spread_on_a_line_of_its_own():
    half = Fraction(Upright("1"), X)
    spread, inline = layout(half, 100), layout(half, 100, display=False)
    bar = next(placed for placed in spread.children if isinstance(placed.box.ink, RuleInk))
    assert bar.y == pytest.approx(-25.8)
    assert spread.height > 1.1 * inline.height
    over, _, under = spread.children
    assert over.y + over.box.descent < bar.y < under.y - under.box.ascent


def test_equal_brackets_stand_side_by_side():
    """x² makes no bracket grow, or (x² + 1)(x − 1) would look uneven."""
    low, high = layout(Fenced(X), 60), layout(typed("(x^2+1)^n"), 60).children[0].box
    assert high.children[0].box.height == low.children[0].box.height


@pytest.mark.parametrize("brackets", ["()", "[]", "{}", "||", "⌊⌋", "⌈⌉"])
def test_brackets_grow_smoothly(brackets: str):
    """Ever higher contents: brackets cover them, and no step is a jump."""
    content: Markup = X
    heights = []
    for _ in range(9):
        content = Fraction(content, X)
        box = layout(Fenced(content, *brackets), 40)
        bracket, held, _ = (placed.box for placed in box.children)
        assert bracket.height >= 0.85 * held.height
        heights.append(bracket.height / held.height)
    assert max(heights) < 1.3


def test_a_bar_keeps_its_weight_at_any_height():
    tall: Markup = X
    for _ in range(8):
        tall = Fraction(tall, X)
    low, high = (layout(Fenced(inside, "|", "|"), 60) for inside in (X, tall))
    weights = []
    for box in (low, high):
        image = picture(box)
        y = 10 + round(box.ascent) - 15
        dark = [255 - image.pixelColor(x, y).lightness() for x in range(10, 10 + 20)]
        weights.append(sum(dark) / 255)
    assert weights[1] == pytest.approx(weights[0], rel=0.15)


def test_a_root_covers_its_radicand():
    box = layout(Radical(Fraction(X, Upright("2")), Upright("3")), 60)
    x, y, root = next((x, y, b) for x, y, b in boxes(box) if isinstance(b.ink, RootInk))
    radicand = layout(Fraction(X, Upright("2")), 60)
    assert root.ascent > radicand.ascent
    assert root.descent >= radicand.descent - 1
    assert x + root.width > radicand.width
    assert y == 0


def test_signs_have_space_on_the_line_but_not_in_exponents():
    difference = row(X, Operator("−"), Upright("1"))
    minus = layout(Operator("−"), 100).width
    on_line = layout(difference, 100).width
    alone = layout(X, 100).width + layout(Upright("1"), 100).width
    assert on_line == pytest.approx(alone + minus + 2 * 100 * 4 / 18)
    exponent = layout(Scripts(X, upper=difference), 100).children[1].box
    pieces = sum(placed.box.width for placed in exponent.children)
    assert exponent.width == pytest.approx(pieces)


def test_a_minus_before_an_operand_stands_close():
    negative = layout(row(Operator("−"), X), 100)
    assert negative.width == pytest.approx(layout(Operator("−"), 100).width + layout(X, 100).width)
    after_relation = layout(row(X, Operator("="), Operator("−"), X), 100)
    spaces = [p.box.width for p in after_relation.children if not p.box.height]
    assert spaces == pytest.approx([100 * 5 / 18] * 2)


def test_limits_stand_under_lim():
    limit = Scripts(Upright("lim"), lower=row(X, Operator("→"), Upright("0")))
    below, beside = layout(limit, 60), layout(limit, 60, display=False)
    assert below.width < beside.width
    assert below.descent > beside.descent


def test_words_are_set_in_the_text_font_and_unknown_signs_too():
    assert layout(Words("при"), 50).width > 50
    assert layout(Upright("\U0001f600"), 50).width > 0


@given(expressions(("x", "y"), ("a",)))
def test_every_formula_is_laid_out_within_its_box(tree: Expression):
    box = layout(typeset(tree, "ru"), 28)
    for x, y, piece in boxes(box):
        assert x >= -1e-6
        assert x + piece.width <= box.width + 0.3 * 28
        assert y - piece.ascent >= -box.ascent - 1e-6
        assert y + piece.descent <= box.descent + 1e-6


def test_a_formula_that_is_shown_again_is_kept():
    assert layout(typed("ln cos^2(sin sqrt x)"), 28) is layout(typed("ln cos^2(sin sqrt x)"), 28)


def test_formulas_that_look_alike_keep_their_own_parts():
    exponential, power = typed("exp(x)"), typed("e^x")
    assert exponential == power
    parts = [layout(markup, 28).part for markup in (exponential, power)]
    assert parts == [exponential.part, power.part]
    assert parts[0] != parts[1]


# --- painting


def test_bars_lie_on_whole_pixels():
    for size in (18.0, 21.3, 28.0, 37.7):
        for scale in (1.0, 1.5, 2.0):
            image = picture(layout(Fraction(Upright("1"), Upright("2")), size), scale)
            # between the digit and the end of the bar there is nothing but the bar
            column = [image.pixelColor(round((10 + 0.13 * size) * scale), y) for y in
                      range(image.height())]  # fmt: skip
            grey = [c.lightness() for c in column if 0 < c.lightness() < 255]
            assert grey == []
            assert sum(c.lightness() == 0 for c in column) == max(1, round(0.068 * size * scale))


def test_the_bar_of_a_root_joins_its_sign():
    image = picture(layout(typed("sqrt(x+1)"), 60))
    top = min(y for x in range(image.width()) for y in inked_rows(image, x))
    bar = [x for x in range(image.width()) if top in inked_rows(image, x)]
    assert bar == list(range(bar[0], bar[-1] + 1))
    under = [x for x in range(image.width()) if top + 6 in inked_rows(image, x)]
    assert abs(under[0] - bar[0]) <= 3


def colours(image: QImage) -> set[str]:
    """The pure colours in a picture."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in pixels} & {BLACK.name(), RED.name()}


def test_parts_light_up():
    formula = parse("sin^2 x + 1")
    call = Call("sin", (Symbol("x"),))
    box = layout(typeset(formula.body, "ru"), 60)
    assert colours(picture(box)) == {BLACK.name()}
    assert colours(picture(box, part=call)) == {BLACK.name(), RED.name()}
    assert colours(picture(box, part=formula.body)) == {RED.name()}


def test_the_part_under_the_pointer():
    box = layout(typed("2x/cos^2(x^2)"), 60)
    found = {part_at(box, x, y) for x in range(int(box.width)) for y in range(-70, 60, 5)}
    printed = {plain(typeset(part, "ru")) for part in found if part}
    assert {"2", "x", "x²", "cos x²", "cos²(x²)"} <= printed
    assert part_at(box, -5, 0) is None


# --- the widget


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
