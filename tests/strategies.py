"""Hypothesis strategies that several tests share: trees as the parser could have made them."""

from collections.abc import Collection

from hypothesis import strategies as st

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from gdviz.calculus.functions import FUNCTIONS


def numbers() -> st.SearchStrategy[Expression]:
    """Numbers that people type: small whole ones, a few decimals, now and then any float64."""
    whole = st.integers(0, 12).map(float)
    decimal = st.integers(1, 999).map(lambda n: n / 100)
    any_size = st.floats(0, allow_nan=False, allow_infinity=False)
    return st.one_of(whole, whole, decimal, any_size).map(Number)


def expressions(
    variables: Collection[str] = ("x",),
    parameters: Collection[str] = (),
    functions: Collection[str] = tuple(FUNCTIONS),
    max_leaves: int = 12,
) -> st.SearchStrategy[Expression]:
    """Any tree over these variables, parameters and functions (canonical names)."""
    names = st.sampled_from([*variables, *variables, *parameters])
    leaves = st.one_of(
        names.map(Symbol), names.map(Symbol), numbers(), st.sampled_from(["e", "pi"]).map(Constant)
    )
    return st.recursive(
        leaves, lambda parts: _grown(parts, tuple(functions)), max_leaves=max_leaves
    )


def _grown(
    parts: st.SearchStrategy[Expression], functions: tuple[str, ...]
) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    kinds = [
        parts.map(Negate),
        several.map(Sum),
        several.map(Product),
        st.builds(Quotient, parts, parts),
        st.builds(Power, parts, parts),
    ]
    calls = st.sampled_from(functions).flatmap(lambda name: _calls(name, parts))
    return st.one_of(*kinds, calls) if functions else st.one_of(*kinds)


def _calls(function: str, parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    counts = FUNCTIONS[function].arguments
    arguments = st.lists(parts, min_size=counts[0], max_size=min(counts[-1], counts[0] + 2))
    return arguments.map(lambda given: Call(function, tuple(given[: counts[-1]])))
