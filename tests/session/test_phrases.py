"""Numbers written out: who reckons with what is printed comes to what is printed."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.typesetting.notation import plain
from gdviz.numerals import MINUS, as_written, significant
from gdviz.session.phrases import product_written_out

FACTORS = st.floats(min_value=0.01, max_value=100).map(lambda size: size * 1.0000123)


@pytest.mark.parametrize(
    ("value", "digits", "number"),
    [(1.20467, 4, 1.205), (-1.20467, 2, -1.2), (123456.7, 4, 123457.0), (0.0, 4, 0.0)],
)
def test_a_number_is_what_is_written(value: float, digits: int, number: float) -> None:
    assert as_written(value, digits) == number
    assert float(significant(value, digits).replace(MINUS, "-")) == number


def test_factors_are_written_as_everywhere_else() -> None:
    assert plain(product_written_out("y′", 1.20467, 6.0, 1.20467 * 6.0)) == "y′ ≈ 1.205·6 ≈ 7.228"
    assert plain(product_written_out("u′", 0.5, -3.0, -1.5)) == "u′ = 0.5·(−3) = −1.5"
    assert plain(product_written_out("y_1′", 1.5, 1 / 3, 0.5)) == "y₁′ ≈ 1.5·0.3333 ≈ 0.5"


@given(FACTORS, FACTORS)
def test_a_printed_product_is_equal_only_where_it_comes_out(first: float, second: float) -> None:
    written = plain(product_written_out("y′", first, second, first * second))
    one, _, other = written.split()[2].partition("·")
    is_equal = written.count("≈") == 0
    comes_out = isclose(float(one) * float(other), float(written.split()[-1]), rel_tol=1e-12)
    assert comes_out or not is_equal
    assert written.split()[-1] == significant(first * second)
