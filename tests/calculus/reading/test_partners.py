"""Which bracket belongs to which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.reading.partners import partners


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("(x)", {0: 2}),
        ("((x)+[y])", {0: 8, 1: 3, 5: 7}),
        ("|x|", {0: 2}),
        ("2|x| + ||y|-1|", {1: 3, 7: 13, 8: 10}),
        (r"\frac{x}{2}", {5: 7, 8: 10}),
    ],
)
def test_pairs(text, pairs):
    both_ways = {**pairs, **{closing: opening for opening, closing in pairs.items()}}
    assert partners(text) == both_ways


@pytest.mark.parametrize(
    ("text", "alone"), [("(x", {0}), ("x)", {1}), ("((x)", {0}), ("(x]", {0, 2}), ("x|", set())]
)
def test_brackets_without_a_partner(text, alone):
    assert {place for place, partner in partners(text).items() if partner is None} == alone


@given(st.text("()[]{}|x+2 ", max_size=30))
def test_partners_are_mutual(text):
    found = partners(text)
    assert all(found[partner] == place for place, partner in found.items() if partner is not None)
