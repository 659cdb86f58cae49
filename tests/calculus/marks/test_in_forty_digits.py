"""Marks of the functions of tests/data/derivatives.json against the functions in 40 digits.

Some of them always, all of them in `make soak`.
"""

import json
from collections.abc import Callable
from itertools import pairwise
from math import isnan
from pathlib import Path

import numpy as np
import pytest

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.expression import Expression
from gdviz.calculus.marks import Crowd, Kind, Mark, Marks, marks
from gdviz.calculus.marks.mark import BREAKS, KINKS
from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport
from tests.calculus import forty_digits

DERIVATIVES = Path(__file__).parents[2] / "data" / "derivatives.json"
TEXTS = [case["expr"] for case in json.loads(DERIVATIVES.read_text("utf-8"))["cases"]]
SHARES = 12
VIEWS = (Viewport(-10.0, 10.0, -1e12, 1e12), Viewport(-0.5, 2.5, -1e12, 1e12))
NODES = 60
EXACT = 1e-10
"""To which places are told, relative to their size if that is more than 1."""

Sign = Callable[[float], float]


def sign_of(body: Expression, variable: str) -> Sign:
    """NaN where f has no value, or too little of one to have a sign."""
    return lambda x: _sign(float(forty_digits.value(body, {variable: x})))


def not_defined(body: Expression, variable: str, x: float) -> bool:
    return isnan(float(forty_digits.value(body, {variable: x})))


def _sign(value: float) -> float:
    return float("nan") if isnan(value) or abs(value) < 1e-30 else float(np.sign(value))


def check_changes(seen: Marks, sign: Sign, nodes: list[float], kinds: frozenset[Kind]) -> None:
    """Between nodes with different signs there is a mark that says why."""
    places = [mark.x for mark in seen.marks if mark.kind in kinds]
    signs = [sign(x) for x in nodes]
    for (low, before), (high, after) in pairwise(zip(nodes, signs, strict=True)):
        if before * after < 0.0:
            assert any(low <= x <= high for x in places), (low, high)


def check_place(mark: Mark, sign: Sign) -> None:
    """The sign beside the mark is another left than right, or the same where f touches 0."""
    before, after = (sign_beside(mark.x, side, sign) for side in (-1, 1))
    if mark.kind is Kind.EXTREMUM or before != after:
        assert before * after < 0.0, mark
    else:
        assert mark.left.slope is not None
        assert mark.right.slope is not None
        assert mark.left.slope * mark.right.slope <= 1e-6, mark


def sign_beside(x: float, side: int, sign: Sign) -> float:
    """As near to x as it must be told; further off where f′ is flat there as (x − x₀)⁵."""
    distances = EXACT * max(1.0, abs(x)) * 10.0 ** np.arange(8)
    signs = (sign(x + side * distance) for distance in distances)
    return next((found for found in signs if not isnan(found)), float("nan"))


def check(text: str, view: Viewport) -> None:
    formula = parse(text)
    variable = formula.variables[0] if formula.variables else "x"
    seen = marks(formula.body, variable, {}, view)
    if Crowd.BREAKS in seen.crowded:
        return
    nodes = (view.x0 + view.width * (np.arange(NODES) + 0.618) / NODES).tolist()
    value = sign_of(formula.body, variable)
    rule = sign_of(raw_derivative(formula.body, variable), variable)

    def slope(x: float) -> float:
        return float("nan") if not_defined(formula.body, variable, x) else rule(x)

    if Crowd.ZEROS not in seen.crowded:
        check_changes(seen, value, nodes, BREAKS | {Kind.ZERO})
    if Crowd.EXTREMA not in seen.crowded:
        check_changes(seen, slope, nodes, BREAKS | KINKS | {Kind.EXTREMUM})
    for mark in seen.marks:
        if mark.kind is Kind.ZERO and mark.left.closed and mark.right.closed:
            check_place(mark, value)
        elif mark.kind is Kind.EXTREMUM:
            check_place(mark, slope)


@pytest.mark.soak
@pytest.mark.parametrize("share", range(SHARES))
def test_marks_are_where_signs_change(share: int, soak_factor: int):
    texts = TEXTS[share::SHARES] if soak_factor > 1 else TEXTS[share::SHARES][:2]
    for text in texts:
        for view in VIEWS:
            check(text, view)
