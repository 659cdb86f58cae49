"""A formula in a narrow place is cut where it may be: its end is always there, and nothing false is
read at the cuts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Fenced, Letter, Markup, Operator, Row, Upright, walk
from gdviz.calculus.typesetting.notation import typeset
from gdviz.ui.formula.box import Box, GlyphInk
from gdviz.ui.formula.breaking import broken, fitted_between
from gdviz.ui.formula.cutting import factors, flattened, segments
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.stacking import Stacked

SIZE = 18.0
LINES = (
    "((x^2+1)(x-3) - (x^2+1)(x-3))/(x-3)^2",
    "(x^2+1)^3 e^(2x) sin(x^2+3x+1) / sqrt(x+ln x)",
    "ln(1+e^(-x)+sin(x^2+cos x)+x^7+x^8 sqrt(x^4+3x^3+x^2+7))",
    "sqrt(x^4+3x^3+x^2+7+x^9+x^11+3x^8)",
    "sin x cos x tg x ln x arctg x",
)


def markup(line: str) -> Markup:
    return typeset(parse(line).body, "en")


def glyphs(box: Box) -> int:
    """How many signs are drawn."""
    own = 1 if isinstance(box.ink, GlyphInk) else 0
    return own + sum(glyphs(placed.box) for placed in box.children)


def reach(box: Box) -> float:
    """How far to the right anything in it goes, px."""
    return max([box.width, *(placed.x + reach(placed.box) for placed in box.children)])


@pytest.mark.parametrize("line", LINES)
@given(width=st.floats(150.0, 600.0))
def test_the_end_of_a_formula_is_always_there(qapp, line, width):
    formula = markup(line)
    lines = fitted_between(formula, SIZE, 15.0, width)
    assert all(reach(box) <= 1.03 * width for box in lines)
    assert sum(map(glyphs, lines)) >= glyphs(layout(formula, SIZE))


def test_a_numerator_too_long_for_a_line_takes_two(qapp):
    (line,) = broken(markup(LINES[0]), SIZE, 200.0)
    (whole,) = broken(markup(LINES[0]), SIZE, 1000.0)
    assert line.width <= 200.0 < whole.width
    assert line.height > whole.height


def test_a_value_of_a_function_is_no_product(qapp):
    value = Row((Letter("h"), Fenced(Letter("u"))))
    limit = Row((Upright("lim"), Fenced(Letter("u"))))
    product = Row((Fenced(Letter("a")), Fenced(Letter("b"))))
    assert factors(value) == [value]
    assert factors(limit) == [limit]
    assert len(factors(product)) == 2


def test_a_factor_on_a_new_line_has_its_sign(qapp):
    second = factors(Row((Fenced(Letter("a")), Fenced(Letter("b")))))[1]
    assert next(flattened(second)) == Operator("·")


def test_the_sign_of_the_first_term_is_no_place_to_cut():
    relation = Row((Operator("="), Operator("−"), Letter("x"), Operator("+"), Letter("y")))
    assert len(segments(relation, "+−")) == 2


def test_lines_in_a_formula_stand_one_under_another(qapp):
    one = layout(Letter("x"), SIZE)
    stacked = Stacked((Letter("x"), Letter("x"), Letter("x")))
    assert layout(stacked, SIZE).height > 3 * one.height
    assert len(list(walk(stacked))) == 4
