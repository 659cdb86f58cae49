"""The functions of tests/data/plots.json, which break plotters."""

import json
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.calculus.sampling.pictures import Picture

Case = dict[str, Any]

DATA = Path(__file__).parents[2] / "data" / "plots.json"
CASES: list[Case] = json.loads(DATA.read_text("utf-8"))["cases"]
SIZES = [(1920, 1080), (800, 600)]
SEVERING = {"pole", "jump", "essential", "edge"}
NOISY = {"farzoom", "cancel"}
"""Where float64 itself cannot say what is true to half a pixel."""
PIECES = {"negbase": 0, "expover": 1, "expexp": 1}
"""Where breaks do not say how many pieces are seen."""


def of(case: Case, size: tuple[int, int]) -> Picture:
    return Picture.of(case["input"], case["window"], size)


each = pytest.mark.parametrize(
    ("case", "size"),
    [pytest.param(case, size, id=f"{case['id']}-{size[0]}") for case in CASES for size in SIZES],
)


def severing(case: Case) -> list[float]:
    return [x for x, kind, *_ in case.get("breaks", ()) if kind in SEVERING]


@each
def test_no_piece_crosses_a_break_and_nothing_else_is_cut(case: Case, size: tuple[int, int]):
    picture = of(case, size)
    for x, kind, *_ in case.get("breaks", ()):
        if picture.is_inside(x):
            crossing = picture.crossing(x)
            lines = [line for line in crossing if line.shape[1] == 2]
            assert not lines if kind in SEVERING else crossing, (x, kind)


@each
def test_there_are_no_more_pieces_than_breaks_call_for(case: Case, size: tuple[int, int]):
    picture = of(case, size)
    view, pieces = picture.view, picture.samples.pieces
    if picture.samples.bands or case["id"] == "gamma":  # gamma leaves the frame between its poles
        return
    seen = [p for p in pieces if ((p[:, 1] >= view.y0) & (p[:, 1] <= view.y1)).any()]
    assert len(seen) <= PIECES.get(case["id"], len(severing(case)) + 1)


@each
def test_points_that_must_be_hit(case: Case, size: tuple[int, int]):
    picture = of(case, size)
    for x, y in case.get("must_hit", ()):
        assert picture.to_vertex(x, y) <= 1.0


@each
def test_branches_reach_their_limits(case: Case, size: tuple[int, int]):
    picture = of(case, size)
    for x, kind, left, right in case.get("breaks", ()):
        if kind in SEVERING and not (kind == "essential" and left is None):
            check_limit(picture, x, left, -1)
            check_limit(picture, x, right, +1)


def check_limit(picture: Picture, x: float, limit: float | str | None, side: int) -> None:
    """The end of the piece on that side of x that is nearest to it."""
    if not picture.is_inside(x + side / picture.scale[0]):
        return
    pieces = picture.samples.pieces
    ends = [p[-1] for p in pieces if p[-1, 0] <= x] if side < 0 else [
        p[0] for p in pieces if p[0, 0] >= x
    ]  # fmt: skip
    end = min(ends, key=lambda point: abs(point[0] - x), default=np.full(2, inf))
    if limit is None:
        assert abs(end[0] - x) * picture.scale[0] > 1.0
    elif limit == "inf":
        assert end[1] >= picture.view.y1
    elif limit == "-inf":
        assert end[1] <= picture.view.y0
    elif picture.view.y0 <= float(limit) <= picture.view.y1:
        assert np.hypot(*((end - (x, float(limit))) * picture.scale)) <= 0.5


@each
def test_the_curve_is_true_to_half_a_pixel(case: Case, size: tuple[int, int]):
    if case["id"] in NOISY:
        return
    picture = of(case, size)
    points = picture.true_points(4000)
    assert picture.from_curve(points).max(initial=0.0) <= 0.6


@each
def test_vertices_are_few(case: Case, size: tuple[int, int]):
    picture = of(case, size)
    assert len(picture.vertices) <= 4 * size[0]


@pytest.mark.parametrize("size", SIZES)
def test_what_cannot_be_shown_is_said(size: tuple[int, int]):
    said = {case["id"]: of(case, size).samples.message for case in CASES}
    assert {name: message for name, message in said.items() if message} == {
        "negbase": "undefined-in-view",
        "farzoom": "beyond-precision",
        "alias-grid": "too-fast",
    }
