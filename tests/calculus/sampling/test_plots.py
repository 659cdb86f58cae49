"""The functions of tests/data/plots.json, which break plotters."""

import json
from math import inf
from pathlib import Path

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.sampling import Samples, sample
from gdviz.calculus.viewport import Viewport

CASES = json.loads((Path(__file__).parents[2] / "data" / "plots.json").read_text("utf-8"))["cases"]
SIZES = [(1920, 1080), (800, 600)]
SEVERING = {"pole", "jump", "essential", "edge"}

by_id = {case["id"]: case for case in CASES}


class Picture:
    """A sampled case, measured in pixels."""

    def __init__(self, case: dict, size: tuple[int, int]) -> None:
        self.view = Viewport(*case["window"])
        self.size = size
        formula = parse(case["input"])
        parameters = dict.fromkeys(formula.parameters, 1.0)
        variable = formula.variables[0]
        self.samples: Samples = sample(formula.body, variable, parameters, self.view, size)

    def distance(self, points: np.ndarray, x: float, y: float) -> float:
        """From the nearest of the points, in pixels."""
        across, up = self.size[0] / self.view.width, self.size[1] / self.view.height
        offsets = (points - (x, y)) * (across, up)
        return float(np.hypot(*offsets.T).min(initial=inf))

    @property
    def vertices(self) -> np.ndarray:
        return np.concatenate([np.empty((0, 2)), *self.samples.pieces])

    def crossing(self, x: float) -> list[np.ndarray]:
        """The pieces and bands that have x in their inside."""
        drawn = [*self.samples.pieces, *self.samples.bands]
        return [piece for piece in drawn if piece[0, 0] < x < piece[-1, 0]]

    def is_inside(self, x: float) -> bool:
        return self.view.x0 < x < self.view.x1


def pictures(*ids: str) -> list:
    cases = [by_id[name] for name in ids] if ids else CASES
    return [
        pytest.param(case, size, id=f"{case['id']}-{size[0]}") for case in cases for size in SIZES
    ]


@pytest.mark.parametrize(("case", "size"), pictures())
def test_nothing_crosses_a_break_and_nothing_else_is_cut(case, size):
    picture = Picture(case, size)
    for x, kind, *_ in case.get("breaks", ()):
        if picture.is_inside(x):
            crossing = [len(line[0]) == 2 for line in picture.crossing(x)]
            assert not any(crossing) if kind in SEVERING else crossing, (x, kind)


@pytest.mark.parametrize(("case", "size"), pictures())
def test_pieces_are_no_more_than_the_breaks_call_for(case, size):
    picture = Picture(case, size)
    severing = [x for x, kind, *_ in case.get("breaks", ()) if kind in SEVERING]
    if picture.samples.bands or case["id"] == "gamma":
        return
    # Where the curve leaves the frame it may end and begin again.
    inside = [p for p in picture.samples.pieces if _is_seen(p, picture.view)]
    leaves = {"negbase": 0, "expover": 1, "expexp": 1}.get(case["id"], len(severing) + 1)
    assert len(inside) <= leaves


def _is_seen(piece: np.ndarray, view: Viewport) -> bool:
    return bool(((piece[:, 1] >= view.y0) & (piece[:, 1] <= view.y1)).any())


@pytest.mark.parametrize(("case", "size"), pictures())
def test_points_that_must_be_hit(case, size):
    picture = Picture(case, size)
    for x, y in case.get("must_hit", ()):
        assert picture.distance(picture.vertices, x, y) <= 1.0


@pytest.mark.parametrize(("case", "size"), pictures())
def test_limits_at_breaks_are_reached(case, size):
    picture = Picture(case, size)
    for x, kind, left, right in case.get("breaks", ()):
        if kind not in SEVERING or (kind == "essential" and left is None):
            continue
        for limit, side in ((left, -1), (right, 1)):
            _check_limit(picture, x, limit, side)


def _check_limit(picture: Picture, x: float, limit: float | str | None, side: int) -> None:
    beside = x + side * picture.view.width / picture.size[0]
    if not picture.is_inside(beside):
        return
    ends = [
        piece[-1] if side < 0 else piece[0]
        for piece in picture.samples.pieces
        if (piece[-1, 0] <= x if side < 0 else piece[0, 0] >= x)
    ]
    nearest = min(ends, key=lambda end: abs(end[0] - x), default=np.full(2, inf))
    if limit is None:
        assert abs(nearest[0] - x) * picture.size[0] / picture.view.width > 1.0
    elif limit == "inf":
        assert nearest[1] >= picture.view.y1
    elif limit == "-inf":
        assert nearest[1] <= picture.view.y0
    elif picture.view.y0 <= float(limit) <= picture.view.y1:
        assert picture.distance(np.array([nearest]), x, float(limit)) <= 0.5


@pytest.mark.parametrize(("case", "size"), pictures())
def test_few_vertices(case, size):
    picture = Picture(case, size)
    assert len(picture.vertices) <= 4 * size[0]


@pytest.mark.parametrize("size", SIZES)
def test_messages(size):
    said = {case["id"]: Picture(case, size).samples.message for case in CASES}
    assert {name: message for name, message in said.items() if message} == {
        "negbase": "undefined-in-view",
        "farzoom": "beyond-precision",
        "alias-grid": "too-fast",
    }
