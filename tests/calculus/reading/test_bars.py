"""Pairing of bars, against trying everything."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.reading.bars import Bar, opening_bars


@st.composite
def rows(draw: st.DrawFn) -> list[Bar]:
    """Bars as they may stand in a line of up to ten."""
    bars: list[Bar] = []
    for _ in range(draw(st.integers(1, 10))):
        beside = bool(bars) and not bars[-1].before_operand and draw(st.booleans())
        bars.append(Bar(not beside and draw(st.booleans()), beside, draw(st.booleans())))
    return bars


def cost(bars: Sequence[Bar], opens: Sequence[bool]) -> int | None:
    """Products without a sign in one way of pairing; None if it is none."""
    depth, products, has_closed = 0, 0, False
    for bar, is_opening in zip(bars, opens, strict=True):
        operand_before = has_closed if bar.beside_bar else bar.after_operand
        if not is_opening and (depth == 0 or not operand_before):
            return None
        products += operand_before if is_opening else bar.before_operand
        depth += 1 if is_opening else -1
        has_closed = not is_opening
    return products if depth == 0 else None


@given(rows())
def test_the_pairing_has_the_fewest_products(bars):
    ways = product([True, False], repeat=len(bars))
    costs = {way: found for way in ways if (found := cost(bars, way)) is not None}
    opens = opening_bars(bars)
    if opens is None:
        assert costs == {}
    else:
        assert costs[tuple(opens)] == min(costs.values())


def test_of_equal_pairings_the_one_that_closes_earlier():
    after, between = Bar(False, False, True), Bar(True, False, True)
    last = Bar(True, False, False)
    assert opening_bars([after, between, between, last]) == [True, False, True, False]
