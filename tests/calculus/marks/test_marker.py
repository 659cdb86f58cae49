"""Finding marks in slices, too many marks, what is in view, and marks in words."""

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.marks import Crowd, Kind, Marker, marks
from gdviz.calculus.marks.mark import BREAKS, KINKS
from gdviz.calculus.marks.telling import crowd_sentence, mark_sentence
from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport
from gdviz.i18n import Translator
from tests.calculus.marks.found import found
from tests.strategies import expressions

TYPED = sorted(set(FUNCTIONS) - {"polygamma"})
EN, RU = Translator("en"), Translator("ru")


def test_slices_come_to_the_same():
    body, view = parse("tg x^2").body, Viewport(-4.0, 4.0, -10.0, 10.0)
    marker = Marker(body, "x", {}, view)
    rounds = 1
    while not marker.advance(0.0):
        assert marker.marks.marks == ()
        rounds += 1
    assert marker.done
    assert rounds > 20
    assert marker.marks == marks(body, "x", {}, view)
    assert marker.advance(0.0)


def test_parameters_count():
    body, view = parse("a (x - k)^2").body, Viewport(-4.0, 4.0, -10.0, 10.0)
    (extremum, zero) = marks(body, "x", {"a": -2.0, "k": 3.0}, view).marks
    assert (extremum.turn, extremum.x, zero.x) == ("maximum", 3.0, 3.0)
    assert marks(body, "x", {"k": 3.0}, view).marks[0].turn == "minimum"


def test_only_what_is_in_view_is_marked():
    kinds = [mark.kind for mark in found("x^3 - 3x", [-3, 3, -1, 1]).marks]
    assert kinds == [Kind.ZERO, Kind.ZERO, Kind.INFLECTION, Kind.ZERO]
    assert found("x^2", [1, 2, -1, 5]).marks == ()
    assert found("floor x", [-0.5, 0.5, 5, 6]).marks == ()
    (pole,) = found("1/x^2", [-1, 1, -9, -8]).marks
    assert pole.has_asymptote


def test_the_sides_of_the_view_belong_to_it():
    assert [mark.x for mark in found("floor x", [-1, 1, -2, 2]).marks] == [-1.0, 0.0, 1.0]
    assert [mark.x for mark in found("(x - 2)(x + 2)", [-2, 2, -1, 1]).marks] == [-2.0, 2.0]


@pytest.mark.parametrize(
    ("text", "window", "crowded"),
    [
        ("floor(10^6 x)", [-2, 2, -2, 2], {Crowd.BREAKS}),
        ("tg(300x)", [-5, 5, -5, 5], {Crowd.BREAKS, Crowd.ZEROS, Crowd.INFLECTIONS}),
        ("sin(10^9 x)", [-5, 5, -2, 2], {Crowd.ZEROS, Crowd.EXTREMA, Crowd.INFLECTIONS}),
        ("sign(sin(10^4 x))", [-5, 5, -2, 2], {Crowd.BREAKS, Crowd.ZEROS}),
    ],
)
def test_what_fills_the_screen_is_not_marked(text: str, window: list[float], crowded: set[Crowd]):
    seen = found(text, window)
    assert seen.marks == ()
    assert seen.crowded == crowded


@pytest.mark.parametrize("text", ["sin(1/x)", "tg(1/x)", "floor(1/x)"])
def test_where_marks_pile_up_only_those_apart_are_marked(text: str):
    seen = found(text, [-1, 1, -5, 5])
    assert seen.crowded
    x = sorted({mark.x for mark in seen.marks})
    assert len(x) < 100
    assert [mark.kind for mark in seen.marks if mark.x == 0.0] == [Kind.ESSENTIAL]
    assert x[-1] > 0.3


@pytest.mark.parametrize("text", ["x floor(1/x)", "x ceil(1/x)"])
def test_a_limit_is_found_in_a_crowd(text: str):
    (mark,) = (mark for mark in found(text, [-1, 1, -2, 2]).marks if mark.x == 0.0)
    assert mark.kind is Kind.HOLE
    assert mark.y == pytest.approx(1.0, abs=1e-6)


def test_zeros_of_a_chirp_are_marked_as_far_as_they_are_apart():
    zeros = [mark.x for mark in found("sin(x^2)", [0, 60, -2, 2]).marks if mark.kind == "zero"]
    assert np.allclose(zeros, np.sqrt(np.arange(len(zeros)) * pi), rtol=1e-12)
    assert 50 < len(zeros) < 257


def test_noise_makes_no_marks():
    noise = "(x - 1)^3 - (x^3 - 3x^2 + 3x - 1)"
    assert found(noise, [-1, 3, -1e-15, 1e-15]).marks == ()
    assert [mark.kind for mark in found("(1 - cos x)/x^2", [-1e-6, 1e-6, 0, 1]).marks] == ["hole"]


@given(expressions(functions=TYPED, max_leaves=5), st.floats(-3, 3), st.floats(0.1, 20))
def test_any_function_is_marked_quietly(body, middle, width):
    view = Viewport(middle - width, middle + width, -5.0, 5.0)
    seen = marks(body, "x", {}, view)
    places = [mark.x for mark in seen.marks]
    assert places == sorted(places)
    for mark in seen.marks:
        assert view.x0 <= mark.x <= view.x1
        assert mark.y is None or np.isfinite(mark.y)
        assert (mark.turn is not None) == (mark.kind is Kind.EXTREMUM)
        assert mark_sentence(EN, mark)


SAID = [
    ("1/x", "The line x = 0 is an asymptote: f → −∞ on the left, f → ∞ on the right"),
    ("ln x", "The line x = 0 is an asymptote: not defined on the left, f → −∞ on the right"),
    (
        "sin(1/x)",
        "An essential discontinuity at x = 0: no limit on the left, no limit on the right",
    ),
    ("sign x", "A jump at x = 0: f → −1 on the left, f → 1 on the right, the value is 0"),
    (
        "arctg(1/x)",
        "A jump at x = 0: f → −1.5708 on the left, f → 1.5708 on the right, there is no value",
    ),
    ("sin x/x", "A hole: there is no value at x = 0, the limit is 1"),
    ("1 - sign^2 x", "A hole: at x = 0 the limit is 0, but the value is 1"),
    ("sqrt x", "The domain ends here: (0; 0) belongs to the curve"),
    ("x ln x", "The domain ends here: (0; 0) does not belong to the curve"),
    ("sqrt(-x^2)", "A point by itself: (0; 0)"),
    ("|x|", "A corner (0; 0): the slope is −1 on the left, 1 on the right"),
    ("x^(2/3)", "A cusp (0; 0): the slope is −∞ on the left, ∞ on the right"),
    ("x^(1/3)", "At (0; 0) the tangent is vertical"),
    ("cos x", "Maximum: f(0) = 1"),
    ("x^2", "Minimum: f(0) = 0"),
    ("x^3 + 2x", "Zero: f(0) = 0"),
    ("x^3 + 2x + 1", "Inflection (0; 1): the slope is 2"),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_marks_in_words(text: str, said: str):
    here = next(mark for mark in found(text, [-5, 5, -5, 5]).marks if mark.x == 0.0)
    assert mark_sentence(EN, here) == said
    assert mark_sentence(RU, here) != said
    assert any("а" <= letter <= "я" for letter in mark_sentence(RU, here))


@pytest.mark.parametrize("crowd", Crowd)
def test_crowds_in_words(crowd: Crowd):
    assert crowd.value in crowd_sentence(EN, crowd)
    assert crowd_sentence(RU, crowd) != crowd_sentence(EN, crowd)


@pytest.mark.parametrize(
    "text",
    ["1/x", "tg x", "sin x", "|x^2 - 1|", "sin(1/x)", "sqrt(x) ln x", "floor x", "e^(1/x)", "x^x"],
)
def test_breaks_alone_are_those_that_are_found_with_all_else(text: str) -> None:
    body, view = parse(text).body, Viewport(-4.0, 4.0, -3.0, 3.0)
    everything, marker = marks(body, "x", {}, view), Marker(body, "x", {}, view, notable=False)
    while not marker.advance(1.0):
        pass
    breaks = tuple(mark for mark in everything.marks if mark.kind in BREAKS | KINKS)
    assert marker.marks.marks == breaks
