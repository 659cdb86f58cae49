"""Sampled curves of tests/data/derivatives.json against the functions in 40 digits.

Some of them, with few points, always; all of them, with many, in `make soak`.
"""

import json
from pathlib import Path

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Viewport
from tests.calculus.sampling.faithful import dense_points, drawn_where_undefined, vertices_off
from tests.calculus.sampling.pictures import Picture

DERIVATIVES = Path(__file__).parents[2] / "data" / "derivatives.json"
TEXTS = [case["expr"] for case in json.loads(DERIVATIVES.read_text("utf-8"))["cases"]]
SHARES = 12
SIZE = (960, 540)
VIEWS = {"wide": Viewport(-10.0, 10.0, -6.0, 6.0), "near": Viewport(-0.5, 2.5, -2.0, 2.0)}
POINTS, VERTICES = 90, 12


def pictures(text: str) -> list[Picture]:
    """A function in its automatic view and in two others; letters are 1."""
    formula = parse(text)
    variable = formula.variables[0] if formula.variables else "x"
    usual = automatic_viewport(Differentiable(formula.body, variable), (1.0,))
    return [Picture(formula.body, variable, view, SIZE) for view in (usual, *VIEWS.values())]


@pytest.mark.soak
@pytest.mark.parametrize("share", range(SHARES))
def test_what_is_drawn_is_the_function(share: int, soak_factor: int):
    """No vertex is off by more than half a pixel, no excursion of more than one is missed, and
    nothing is drawn where there is nothing."""
    texts = TEXTS[share::SHARES] if soak_factor > 1 else TEXTS[share::SHARES][:1]
    for text in texts:
        for picture in pictures(text):
            told = f"{text} in {picture.view}"
            points, gaps = dense_points(picture, POINTS * soak_factor, seed=share)
            assert picture.from_curve(points).max(initial=0.0) <= 1.0, told
            off = vertices_off(picture, VERTICES * soak_factor, seed=share)
            assert off.max(initial=0.0) <= 0.5, told
            assert drawn_where_undefined(picture, gaps) == [], told
