"""Formulas on the screen: how they are measured, and how they are painted."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from gdviz.calculus.expression import Call, Expression, Symbol
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import (
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
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.ui.fonts import register_fonts, text_font
from gdviz.ui.formula.box import Box, RootInk, RuleInk
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.math_font import math_font
from gdviz.ui.formula.painter import PixelGrid, paint, part_at
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
    markup = typed("ln cos^2(sin sqrt x)")
    assert layout(markup, 28) is layout(markup, 28)


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


def test_vector_graphics_keep_exact_places(tmp_path):
    """On paper there are no pixels to move a bar to."""
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "formula.svg"))
    generator.setViewBox(QRectF(0, 0, 100, 100))
    painter = QPainter(generator)
    grid = PixelGrid.of(painter)
    paint(painter, layout(typed("sqrt(x/2)"), 21.3), 5, 50, BLACK)
    painter.end()
    assert grid.bar(3.3, 1.7) == (3.3, 1.7)
    assert (tmp_path / "formula.svg").read_text(encoding="utf-8").count("<path") >= 3
