"""The landscapes are what they are known for."""

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.landscapes import LANDSCAPES
from gdviz.descent.loss import loss_of
from gdviz.descent.planning import planned
from gdviz.descent.run import descend
from gdviz.descent.stopping import Caveat, Reason

CHECK_VALUES = {
    "rosenbrock": 756.5,
    "himmelblau": 113.125,
    "beale": 2.70703125,
    "booth": 48.5,
    "matyas": 1.01,
    "rastrigin": 42.5,
    "camel": 0.5828125,
    "styblinski-tang": -14.9375,
    "mccormick": 2.3414709848,
}
"""At (1.5, −0.5)."""


def loss(name):
    return loss_of(parse(LANDSCAPES[name].line))


@pytest.mark.parametrize(("name", "value"), CHECK_VALUES.items())
def test_check_values(name, value):
    assert loss(name).evaluate(np.float64(1.5), np.float64(-0.5))[0] == pytest.approx(value, 1e-10)


@pytest.mark.parametrize("name", LANDSCAPES)
def test_minima_are_the_lowest_points(name):
    land, objective = LANDSCAPES[name], loss(name)
    xs, ys = (np.linspace(*side, 401) for side in land.domain)
    grid = objective.evaluate(*(each.ravel() for each in np.meshgrid(xs, ys)))[0]
    assert np.isfinite(grid).all()
    assert grid.min() >= land.least - 1e-9
    for point in land.minima:
        value, *gradient = objective.evaluate(*map(np.float64, point))
        assert value == pytest.approx(land.least, abs=1e-12, rel=1e-12)
        if name != "ackley":  # whose minimum is a cusp, without a gradient
            assert gradient == pytest.approx([0, 0], abs=1e-10)
            assert np.linalg.eigvalsh(objective.hessian(np.array(point))).min() > 0


@pytest.mark.parametrize("name", LANDSCAPES)
def test_starts_and_minima_lie_in_the_usual_domain(name):
    land = LANDSCAPES[name]
    (x0, x1), (y0, y1) = land.domain
    view = Viewport(x0, x1, y0, y1)
    for x, y in (land.start, *land.minima):
        assert view.x0 <= x <= view.x1
        assert view.y0 <= y <= view.y1


def steps(name, optimiser="gd", rate=None, start=None, most=2000, epsilon=1e-6):
    land = LANDSCAPES[name]
    plan = planned(rate or land.rate, epsilon, most, optimiser)
    return descend(loss(name), start or land.start, plan)


def is_at_a_minimum(name, descent):
    land = LANDSCAPES[name]
    return min(np.linalg.norm(descent.points[-1] - point) for point in land.minima) < 0.05


@pytest.mark.parametrize("name", ["rastrigin", "ackley", "camel", "styblinski-tang", "mccormick"])
def test_plain_descent_ends_in_a_hollow_that_is_not_the_deepest(name):
    descent = steps(name)
    assert (descent.stop.reason, descent.stop.warning) == (Reason.CONVERGED, None)
    assert descent.losses[-1] > LANDSCAPES[name].least + 0.1


@pytest.mark.parametrize("name", ["booth", "himmelblau", "ravine", "matyas"])
def test_plain_descent_finds_the_minimum_in_the_end(name):
    descent = steps(name, epsilon=1e-9)
    assert descent.stop.reason is Reason.CONVERGED
    assert is_at_a_minimum(name, descent)


def test_the_valley_is_soon_entered_and_long_followed():
    losses = steps("rosenbrock", epsilon=1e-12).losses
    assert losses[20] < 0.25 * losses[0]
    assert losses[1000] > 0.01 * losses[20]


def test_the_saddle_is_lingered_at_and_left():
    descent = steps("saddle", most=100_000)
    assert descent.stop.reason is Reason.DIVERGED
    assert np.abs(descent.points[20]).max() < 0.1


def test_in_the_ravine_the_descent_sways_and_momentum_gets_on():
    descent = steps("ravine")
    across = np.sign(descent.points[:10, 1])
    assert (across[1:] == -across[:-1]).all()
    along = steps("ravine", "momentum", rate=0.01).points[40, 0]
    assert abs(along) < abs(steps("ravine", rate=0.01).points[40, 0])


def test_on_the_plateau_the_rule_stops_far_from_the_minimum():
    descent = steps("plateau", epsilon=0.01)
    assert (descent.stop.reason, descent.stop.step) == (Reason.CONVERGED, 1)
    assert descent.stop.warning is Caveat.NOT_A_MINIMUM
    assert is_at_a_minimum("plateau", steps("plateau", "adam", rate=0.1, epsilon=1e-9))


def test_one_rate_does_not_serve_the_whole_of_beale():
    assert steps("beale", start=(4.0, -4.0)).stop.reason is Reason.DIVERGED
    assert steps("beale").stop.reason is not Reason.DIVERGED
