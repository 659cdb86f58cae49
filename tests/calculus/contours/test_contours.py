"""Maps of functions of two variables: levels, lines where f has their values, bands between."""

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from gdviz.calculus.contours import Contourer, Contours
from gdviz.calculus.contours.levels import round_step
from gdviz.calculus.contours.map import BLANK
from gdviz.calculus.evaluation import Function, compile_function
from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport

VIEW = Viewport(-8.0, 8.0, -5.0, 5.0)
SIZE = (640, 400)
PICTURES = (
    "x^2 + 25y^2",
    "(1 - x)^2 + 100(y - x^2)^2",
    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    "x^2 - y^2",
    "sin x sin y",
    "sqrt(1 - x^2 - y^2)",
    "1/(x y)",
    "-x^2 - 25y^2",
    "ln(x^2 + y^2)",
)


def function_of(text: str) -> Function:
    formula = parse(text)
    return compile_function(formula.body, formula.variables, {})


def contours_of(text: str, view: Viewport = VIEW, size: tuple[int, int] = SIZE) -> Contours:
    contourer = Contourer(function_of(text), view, size)
    while not contourer.advance(1.0):
        pass
    assert contourer.contours is not None
    return contourer.contours


@pytest.mark.parametrize("text", PICTURES)
def test_lines_lie_where_the_function_has_their_level(text):
    function, found = function_of(text), contours_of(text)
    assert found.lines
    range_of_levels = found.levels[-1] - found.levels[0]
    for line in found.lines:
        x, y = line.points.T
        level = found.levels[line.index]
        dx, dy = np.gradient(x), np.gradient(y)
        reach = 3 * max(float(np.hypot(dx, dy).max()), 0.05)
        near = [np.asarray(function(x + s * reach, y + t * reach)) for s, t in AROUND]
        allowed = np.nanmax(np.abs(np.array(near) - level), axis=0)
        off = np.abs(np.asarray(function(x, y)) - level)
        defined = np.isfinite(off)
        assert (off[defined] <= allowed[defined] + 1e-9 * range_of_levels).all()


AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1))


@pytest.mark.parametrize("text", PICTURES)
def test_a_band_says_between_which_levels_the_value_is(text):
    function, found = function_of(text), contours_of(text)
    rows, columns = found.bands.shape
    area = found.area
    x = area.x0 + (np.arange(columns) + 0.5) * area.width / columns
    y = area.y0 + (np.arange(rows) + 0.5) * area.height / rows
    for row in (0, rows // 3, rows - 5):
        values = np.asarray(function(x, np.full(columns, y[row])))
        bands = found.bands[row]
        assert ((bands == BLANK) == np.isnan(values)).all()
        levels = np.array((-np.inf, *found.levels, np.inf))
        seen, band = values[bands > 0], bands[bands > 0]
        slack = 1e-9 * (1 + np.abs(seen))
        assert (levels[band - 1] <= seen + slack).all()
        assert (seen <= levels[band] + slack).all()


@pytest.mark.parametrize("text", PICTURES)
def test_levels_are_few_and_grow(text):
    levels = contours_of(text).levels
    assert 5 <= len(levels) <= 16
    assert all(low < high for low, high in pairwise(levels))


def test_a_ravine_has_lines_near_its_floor_and_far_up_its_sides():
    levels = contours_of("(1 - x)^2 + 100(y - x^2)^2", Viewport(-2, 2, -1.2, 1.2)).levels
    assert levels[0] <= 1.0
    assert levels[-1] >= 200.0


def test_a_saddle_has_as_many_levels_below_its_middle_as_above():
    levels = contours_of("x^2 - y^2", Viewport(-5, 5, -5, 5)).levels
    assert 0.0 in levels
    assert levels == pytest.approx(tuple(-level for level in reversed(levels)))


def test_a_constant_has_no_levels_and_one_band():
    found = contours_of("f(x, y) = 5")
    assert found.levels == ()
    assert set(np.unique(found.bands)) == {1}


def test_where_there_is_no_value_nothing_is_drawn():
    found = contours_of("sqrt(-1 - x^2 - y^2)")
    assert found.is_blank
    assert found.lines == ()


def test_no_line_runs_along_a_pole():
    for line in contours_of("1/(x y)").lines:
        x, y = np.abs(line.points).T
        assert (x < 0.02).sum() <= 3
        assert (y < 0.02).sum() <= 3


def test_levels_stay_as_the_map_gets_exact():
    contourer = Contourer(function_of("x^2 + 25y^2"), VIEW, SIZE)
    seen = []
    while not contourer.advance(0.0):
        if contourer.contours is not None and contourer.contours not in seen:
            seen.append(contourer.contours)
    coarse, exact = seen[0], seen[-1]
    assert coarse.levels == exact.levels
    assert coarse.bands.size * 8 < exact.bands.size


def test_lines_go_on_to_the_edges_of_the_view():
    found = contours_of("x + y")
    for line in found.lines:
        x, y = line.points.T
        assert max(np.ptp(x) / VIEW.width, np.ptp(y) / VIEW.height) >= 0.3
        ends = line.points[[0, -1]]
        inside = [VIEW.contains(float(x), float(y)) for x, y in ends]
        assert not any(inside)


def test_a_closed_line_ends_where_it_began():
    found = contours_of("x^2 + 4y^2", Viewport(-20, 20, -20, 20))
    inner = [line for line in found.lines if np.abs(line.points).max() < 15]
    assert inner
    assert all(line.is_closed for line in inner)


@pytest.mark.parametrize(("width", "step"), [(0.7, 1.0), (1.0, 1.0), (13.0, 20.0), (3e-5, 5e-5)])
def test_steps_are_round(width, step):
    assert round_step(width) == step


def test_contourpy_is_loaded_when_lines_are_first_wanted():
    code = "import sys, gdviz.calculus.contours as c; assert 'contourpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
