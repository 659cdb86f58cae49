"""Every optimiser against formulas in plain Python, over 1,000 steps; and runs against batches."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from gdviz.calculus.parser import parse
from gdviz.descent.loss import loss_of
from gdviz.descent.planning import planned
from gdviz.descent.run import descend
from tests.descent.reference import REFERENCES, points_of

STEPS = 1000
NEVER = 1e-300
LOSSES: dict[str, tuple[tuple[float, ...], Callable[..., Any]]] = {
    "w^2/2 + w^4/40": ((3.0,), lambda w: (w + w**3 / 10,)),
    "x^2 + 25y^2 + x y": ((3.0, -1.0), lambda x, y: (2 * x + y, 50 * y + x)),
    "L(a, b, c, d) = a^2 + 2b^2 + (c - a)^2 + d^2/3 + 2a + cos d": (
        (1.0, -2.0, 3.0, 5.0),
        lambda a, b, c, d: (
            2 * a - 2 * (c - a) + 2,
            4 * b,
            2 * (c - a),
            2 * d / 3 - math.sin(d),
        ),
    ),
}
# With a short memory Adam is chaotic at the bottom, and the last bits of any two codes drift apart.
SETTINGS = [
    *((name, {}) for name in REFERENCES),
    ("momentum", {"momentum": 0.5}),
    ("nesterov", {"momentum": 0.7}),
    ("rmsprop", {"smoothing": 0.9}),
    ("adam", {"beta1": 0.85, "beta2": 0.9985}),
    ("adamw", {"weight_decay": 0.1}),
]


def ours(line, start, name, settings, schedule="constant"):
    plan = planned(0.01, NEVER, STEPS, name, settings, schedule)
    return descend(loss_of(parse(line)), start, plan).points


@pytest.mark.parametrize(("name", "settings"), SETTINGS)
@pytest.mark.parametrize("line", LOSSES)
def test_a_thousand_steps(line, name, settings):
    start, gradient = LOSSES[line]
    expected = points_of(name, gradient, list(start), lambda update: 0.01, STEPS, **settings)
    found = ours(line, start, name, settings)
    # A run may end by the rule, when the loss changes no more.
    np.testing.assert_allclose(found, expected[: len(found)], rtol=1e-12, atol=1e-12)
    assert len(found) > 100


@pytest.mark.parametrize("name", REFERENCES)
def test_a_thousand_steps_on_a_schedule(name):
    start, gradient = LOSSES["x^2 + 25y^2 + x y"]
    expected = points_of(
        name, gradient, list(start), lambda update: 0.01 / (1 + 0.02 * update), STEPS
    )
    found = ours("x^2 + 25y^2 + x y", start, name, {}, "1/t:decay=0.02")
    np.testing.assert_allclose(found, expected[: len(found)], rtol=1e-12, atol=1e-12)
    assert len(found) > 100


def test_newton_on_several_parameters():
    line = "(x - 1)^4 + (x - y)^2 + e^y - y"
    loss = loss_of(parse(line))
    plan = planned(None, NEVER, 30, "newton", hessian=loss.hessian)
    found = descend(loss, (3.0, 2.0), plan).points
    x, y = 3.0, 2.0
    for point in found:
        assert point == pytest.approx([x, y], rel=1e-12, abs=1e-12)
        gx = 4 * (x - 1) ** 3 + 2 * (x - y)
        gy = -2 * (x - y) + math.exp(y) - 1
        xx, xy, yy = 12 * (x - 1) ** 2 + 2, -2.0, 2 + math.exp(y)
        determinant = xx * yy - xy * xy
        x, y = x - (yy * gx - xy * gy) / determinant, y - (xx * gy - xy * gx) / determinant


@pytest.mark.parametrize("name", [*REFERENCES, "newton"])
@pytest.mark.parametrize("line", LOSSES)
def test_single_runs_and_a_batch_of_them_agree_to_the_bit(line, name):
    """The rules are elementwise: arrays of shape (parameters, runs) go the same way."""
    start, _ = LOSSES[line]
    loss = loss_of(parse(line))
    plan = planned(0.01, NEVER, 40, name, hessian=loss.hessian)
    starts = np.outer(start, [1.0, 0.5, -0.7])
    points, state = starts, plan.optimiser.begin(starts)
    paths = [points]
    for _ in range(40):
        gradients = np.array(loss.evaluate(*points)[1:])
        points, state = plan.optimiser.update(points, gradients, plan.rate, state)
        paths.append(points)
    for run in range(3):
        single = descend(loss, starts[:, run].tolist(), plan).points
        np.testing.assert_array_equal(single, np.array(paths)[: len(single), :, run])
        assert len(single) > 3
