"""Numbers written out: who reckons with what is printed comes to what is printed."""

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


def test_factors_have_the_digits_that_the_product_needs() -> None:
    assert plain(product_written_out(1.20467, 6.0, 1.20467 * 6.0)) == "1.2047·6 ≈ 7.228"
    assert plain(product_written_out(0.5, -3.0, -1.5)) == "0.5·(−3) = −1.5"


@given(FACTORS, FACTORS)
def test_a_printed_product_comes_out(first: float, second: float) -> None:
    left, _, right = plain(product_written_out(first, second, first * second)).partition(
        " = " if " = " in plain(product_written_out(first, second, first * second)) else " ≈ "
    )
    one, _, other = left.partition("·")
    assert significant(float(one) * float(other)) == right
