"""Δf/Δx in float64: what it tends to, and where rounding wins, against 60 digits."""

from math import inf, isnan

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.calculus.difference_quotients import (
    DECADES,
    DifferenceQuotient,
    difference_quotient,
    difference_quotients,
    rounding_noise,
)
from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable

TWINS = {
    "w^2 + 12": lambda x: x * x + 12,
    "tg x^2": lambda x: mpmath.tan(x * x),
    "e^x": mpmath.exp,
    "1 - cos x": lambda x: 1 - mpmath.cos(x),
    "sin(1000x)": lambda x: mpmath.sin(1000 * x),
    "1/x": lambda x: 1 / x,
    "x^3 - x": lambda x: x**3 - x,
    "ln(1 + x^2)": lambda x: mpmath.log(1 + x * x),
}
"""Functions as they are typed, and the same with as many digits as one likes."""
NEAR = 1e-3
"""Steps up to this one: for larger ones f has other values, and other rounding."""
CLEARLY = 30.0
"""An error so many times as large as another decides."""


def function(text: str) -> Differentiable:
    formula = parse(text)
    return Differentiable(formula.body, formula.variables[0])


def table(text: str, x0: float, side: float = 1.0) -> tuple[DifferenceQuotient, ...]:
    found = function(text)
    return difference_quotients(found, found.at(x0), [side * size for size in DECADES])


def parts_of_error(text: str, x0: float, row: DifferenceQuotient) -> tuple[float, float]:
    """What Δx ≠ 0 does to the quotient, and what rounding does."""
    with mpmath.workdps(60):
        exact, x, step = TWINS[text], mpmath.mpf(x0), mpmath.mpf(row.step)
        quotient = (exact(x + step) - exact(x)) / step
        slope = mpmath.diff(exact, x)
        return float(abs(quotient - slope)), float(abs(mpmath.mpf(row.quotient) - quotient))


@pytest.mark.parametrize("side", [1.0, -1.0])
@pytest.mark.parametrize("text", TWINS)
@settings(max_examples=20)
@given(x0=st.floats(0.05, 1.2))
def test_rounding_wins_where_it_does(text: str, side: float, x0: float) -> None:
    rows = [row for row in table(text, x0, side) if abs(row.step) <= NEAR]
    parts = [parts_of_error(text, x0, row) for row in rows]
    # What rounding does to Δf is an accident; at its worst it is the same for every row.
    worst = max(part * abs(row.step) for (_, part), row in zip(parts, rows, strict=True))
    for (from_step, _), row in zip(parts, rows, strict=True):
        from_rounding = worst / abs(row.step)
        if from_rounding > CLEARLY * from_step:
            assert row.rounding_wins, row
        if from_step > CLEARLY * from_rounding:
            assert not row.rounding_wins, row


@pytest.mark.parametrize("text", TWINS)
@settings(max_examples=20)
@given(x0=st.floats(0.05, 1.2))
def test_marks_go_on_to_the_end(text: str, x0: float) -> None:
    marks = [row.rounding_wins for row in table(text, x0)]
    assert marks == sorted(marks)


def test_the_error_falls_and_grows_again() -> None:
    rows = table("w^2 + 12", 3.0)
    errors = [row.error for row in rows]
    best = errors.index(min(errors))
    assert 6 <= best <= 9
    assert errors[0] == 1.0
    assert errors[:best] == sorted(errors[:best], reverse=True)
    assert errors[-1] == 6.0
    assert rows[-1].kept == 0.0
    assert rows[-1].rise == 0.0


@pytest.mark.parametrize(
    ("text", "x0", "left", "right"),
    [
        ("|x|", 0.0, -1.0, 1.0),
        ("cbrt x", 0.0, inf, inf),
        ("x^(2/3)", 0.0, -inf, inf),
        ("sqrt x", 0.0, None, inf),
        ("x^2", 3.0, 6.0, 6.0),
    ],
)
def test_limits_of_each_side(text: str, x0: float, left: float | None, right: float | None) -> None:
    assert table(text, x0, -1.0)[0].limit == left
    assert table(text, x0)[0].limit == right


def test_a_corner_has_an_error_on_each_side() -> None:
    assert [row.error for row in table("|x| + x^2", 0.0, -1.0)][:2] == pytest.approx([1.0, 0.1])


@pytest.mark.parametrize(("text", "x0"), [("|x|", 0.0), ("5", 1.0), ("x^2", 0.0), ("cbrt x", 0.0)])
def test_where_nothing_is_lost_nothing_is_marked(text: str, x0: float) -> None:
    assert not any(row.rounding_wins for row in table(text, x0))


@pytest.mark.parametrize(("text", "x0"), [("cbrt(x^3)", 0.0), ("x/3", 0.0), ("x^3", 0.0)])
def test_last_digits_and_falling_errors_are_no_loss(text: str, x0: float) -> None:
    assert not any(row.rounding_wins for row in table(text, x0))


def test_a_straight_line_has_no_error_but_that_of_rounding() -> None:
    for text, x0 in (("2x + 1", 1.0), ("x", 0.3), ("cbrt(x^3)", 1.0)):
        rows = table(text, x0)
        kept = [row for row in rows if not row.rounding_wins]
        assert all(row.keeps_all_digits for row in kept)
        assert not any(row.keeps_all_digits for row in rows[len(kept) :])
        assert 0 < len(kept) < len(rows)


@pytest.mark.parametrize("text", ["x", "2x + 1", "cbrt(x^3)", "x/3", "0.1 - 0.7x"])
@given(thousandths=st.integers(-3000, 3000), step=st.floats(1e-3, 2.0))
def test_a_straight_line_has_no_gap(text: str, thousandths: int, step: float) -> None:
    found = function(text)
    assert difference_quotient(found, found.at(thousandths / 1000), step).gap == 0.0


def test_a_curve_has_its_gap() -> None:
    found = function("x^2")
    assert difference_quotient(found, found.at(1.0), 2.0**-20).gap == 2.0**-40


def test_there_is_no_quotient_where_there_is_no_value() -> None:
    found = function("sqrt x")
    assert isnan(difference_quotient(found, found.at(1.0), -2.0).quotient)
    assert isnan(difference_quotient(found, found.at(-1.0), 2.0).quotient)
    assert all(isnan(row.quotient) for row in table("sqrt x", -1.0, -1.0))


def test_a_quotient_is_computed_as_it_is_written() -> None:
    found = function("x")
    row = difference_quotient(found, found.at(1.0), 3e-16)
    assert row.rise == row.kept == 2.0**-52
    assert row.quotient == 2.0**-52 / 3e-16


def test_noise_is_that_of_the_values() -> None:
    smooth, rough = function("x^2"), function("((x + 1000) - 1000)^2")
    quiet, loud = (rounding_noise(one, one.at(0.7), right=True) for one in (smooth, rough))
    assert 0.0 < quiet < 1e-15
    assert 1e-14 < loud < 1e-11
