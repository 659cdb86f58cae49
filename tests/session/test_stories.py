"""Chains of equalities about a derivative, and the table of derivatives."""

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.analysis import analyse
from gdviz.session.derivation_scene import STORIES, Story
from gdviz.session.resolve.stories import NOTHING, TELLERS, told
from gdviz.session.resolve.table import TABLE, table_of_derivatives

EN, RU = Translator("en"), Translator("ru")


def tell(name: str, text: str, tr: Translator = EN) -> tuple[Story, ...]:
    return told(name, analyse(text, {}), tr)


def formulas(story: Story) -> list[str]:
    return [plain(line.formula).strip() for line in story.lines]


def test_tidying_is_told_with_reasons() -> None:
    (story,) = tell("tidying", "y = arctg^2 x^3", RU)
    lines = formulas(story)
    assert lines[0].startswith("y′ = ")
    assert lines[-1] == "= (6x² arctg x³)/(1 + x⁶)"
    assert all(line.reason for line in story.lines[1:])


def test_the_slide_s_form_of_the_sigmoid() -> None:
    stories = tell("forms", "y = 1/(1 + e^-x)")
    assert any(formulas(story)[-1] == "= y(1 − y)" for story in stories)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("tan x^2", "= 2x(1 + f²)"),
        ("y = tan x^2", "= 2x(1 + y²)"),
        ("σ(x) = 1/(1 + e^-x)", "= σ · (1 − σ)"),
        ("1/(1 + e^-x)", "= f · (1 − f)"),
        ("f e^x", "= g"),
    ],
)
def test_a_function_comes_back_in_its_derivative_by_its_own_name(text: str, last: str) -> None:
    (story,) = tell("forms", text)
    assert formulas(story)[-1] == last


def test_the_sigmoid_by_quotient_and_by_power() -> None:
    typed, power = tell("ways", "y = 1/(1 + e^-x)")
    assert formulas(power)[0] == "y = (1 + e⁻ˣ)⁻¹"
    assert formulas(typed)[-1] == formulas(power)[-1]
    assert typed.title != power.title


def test_an_entry_of_the_table_is_proved() -> None:
    stories = tell("proof", "sin x", RU)
    assert stories[0].title == "по определению, как предел"
    assert formulas(stories[0])[-1] == "= cos x"


def test_the_rules_of_a_derivation_are_proved_each_once() -> None:
    stories = tell("proof", "x sin(x^2) cos(3x)", RU)
    titles = [story.title.partition(":")[0] for story in stories]
    assert titles == ["произведение", "правило сложной функции", "постоянный множитель"]
    product, chained, _ = stories
    assert formulas(product)[-1] == "= f′(x) g(x) + f(x) g′(x)"
    assert formulas(chained)[:2] == ["u = g(x)", "k = g(x + h) − g(x)"]
    assert all(line.reason for line in product.lines[1:])
    # As in the card above: φ is the outer function, and h what x grows by.
    assert formulas(chained)[2:4] == ["(φ(g(x)))′", formulas(chained)[3]]
    assert formulas(chained)[-1] == "= φ′(u) g′(x)"


@pytest.mark.parametrize(
    ("name", "text"),
    [("proof", "min(x; 1)"), ("tidying", "sin x"), ("forms", "x^2"), ("ways", "x")],
)
def test_where_there_is_nothing_to_tell_that_is_said(name: str, text: str) -> None:
    (story,) = tell(name, text)
    assert story.lines == ()
    assert story.remark == NOTHING[name]


def test_every_section_has_something_to_say() -> None:
    assert TELLERS.keys() == NOTHING.keys() == set(STORIES)


@pytest.mark.parametrize("tr", [EN, RU], ids=["en", "ru"])
def test_every_line_of_the_table_can_be_put_on_the_plot(tr: Translator) -> None:
    entries = [entry for group in table_of_derivatives(tr) for entry in group.entries]
    assert len(entries) == sum(len(lines) for _, lines in TABLE)
    for entry in entries:
        formula = parse(entry.text)
        assert formula.variables == ("x",)
        assert set(formula.parameters) == {name for name, _ in entry.parameters}
        function = Differentiable(formula.body, "x", dict(entry.parameters))
        points = [0.4, 1.7, -0.4]
        assert any(function.at(x).slope is not None for x in points), entry.text


def test_the_lecture_s_lines_stand_first_in_school_notation() -> None:
    first, *_ = table_of_derivatives(RU)
    lines = [plain(entry.formula) for entry in first.entries]
    assert len(lines) == 10
    assert "(tg x)′ = 1/cos² x" in lines
    assert "(ln x)′ = 1/x, x > 0" in lines
