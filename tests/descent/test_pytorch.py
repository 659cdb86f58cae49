"""The script for PyTorch, run with a stand-in for torch, goes where our run goes."""

import contextlib
import io
import math
import sys
from types import SimpleNamespace

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import Call, Number, Symbol
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.parser import parse
from gdviz.descent.data import data_of
from gdviz.descent.generators import generated
from gdviz.descent.loss import loss_of
from gdviz.descent.planning import planned
from gdviz.descent.pytorch import regression_script, script
from gdviz.descent.regression import Regression
from gdviz.descent.run import descend
from gdviz.descent.table import OPTIMISERS
from gdviz.descent.torch_code import Torch
from tests.descent.little_torch import little_torch
from tests.strategies import expressions


@pytest.fixture
def printed(monkeypatch):
    """printed(script) → what it prints, rows of numbers: step, the parameters, loss."""
    monkeypatch.setitem(sys.modules, "torch", little_torch())

    def run(text):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(text, "script", "exec"), {})
        return np.array([line.split() for line in out.getvalue().splitlines()], dtype=float)

    return run


def rows_of(descent):
    return np.column_stack([descent.steps, descent.points, descent.losses])


PLANS = [
    *({"optimiser": name} for name in OPTIMISERS if name != "newton"),
    {"optimiser": "momentum", "settings": {"momentum": 0.5}},
    {"optimiser": "adam", "settings": {"beta1": 0.8}, "schedule": "cosine:steps=40"},
    {"optimiser": "adamw", "settings": {"weight_decay": 0.1}, "schedule": "warm-up"},
    {"schedule": "step:every=7,factor=0.7"},
    {"schedule": "1/t:decay=0.1", "noise": 0.3, "seed": -5},
    {"optimiser": "nesterov", "noise": 0.1, "seed": 12345},
]


@pytest.mark.parametrize("how", PLANS, ids=str)
def test_a_run_is_reproduced(printed, how):
    formula = parse("L(x, θ) = a x^2 + ln(1 + θ^2) + e^(-x) + (x - 9)^(1/3)")
    plan = planned(0.05, 1e-7, 200, **how)
    ours = descend(loss_of(formula, {"a": 1.5}), (2.0, -1.0), plan)
    theirs = printed(script(formula, (2.0, -1.0), plan, {"a": 1.5}))
    np.testing.assert_allclose(theirs, rows_of(ours), rtol=1e-9, atol=1e-10)
    assert len(theirs) > 20


def test_it_stops_by_the_same_rule(printed):
    formula = parse("w^2 + 12")
    for epsilon in (0.01, 1e-6):
        plan = planned(0.1, epsilon)
        assert len(printed(script(formula, [5.0], plan))) == len(
            descend(loss_of(formula), 5.0, plan).points
        )


@pytest.mark.parametrize("schedule", ["constant", "1/t:decay=0.1"])
def test_newton_is_written_out(printed, schedule):
    formula = parse("(x - 1)^4 + (x - y)^2 + e^y - y")
    loss = loss_of(formula)
    plan = planned(None, 1e-6, 50, "newton", schedule=schedule, hessian=loss.hessian)
    ours = descend(loss, (3.0, 2.0), plan)
    theirs = printed(script(formula, (3.0, 2.0), plan))
    np.testing.assert_allclose(theirs, rows_of(ours), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("model", ["linear", "logistic"])
@pytest.mark.parametrize("batch", [None, 7])
def test_a_regression_is_reproduced_with_its_data(printed, model, batch):
    regression = Regression(model, generated("clouds", 3, 30))
    plan = planned(0.1, 1e-4, 60, "adam", batch=batch, noise=0.05, seed=2)
    ours = descend(regression.loss, (0.5, -0.5, 0.0), plan)
    theirs = printed(regression_script(regression, (0.5, -0.5, 0.0), plan))
    np.testing.assert_allclose(theirs, rows_of(ours), rtol=1e-9, atol=1e-10)
    assert len(theirs) > 10


def test_batches_of_plain_descent_on_one_feature(printed):
    regression = Regression("linear", data_of([[1, 2], [2, 4], [3, 5], [4, 9]]))
    plan = planned(0.01, 1e-9, 30, batch=3)
    ours = descend(regression.loss, (0.0, 0.0), plan)
    theirs = printed(regression_script(regression, (0.0, 0.0), plan))
    np.testing.assert_allclose(theirs, rows_of(ours), rtol=1e-9)


def test_a_script_reads_like_one_a_person_wrote():
    text = script(parse("L(w) = w^2 + 12"), [5.0], planned(0.1, 0.01, 1000, "momentum"))
    for line in (
        "# L(w) = w^2 + 12",
        "import torch",
        "w = torch.tensor(5.0, requires_grad=True)",
        "    return w**2 + 12",
        "optimizer = torch.optim.SGD(parameters, lr=0.1, momentum=0.9)",
        "    optimizer.step()",
    ):
        assert line in text.splitlines()
    assert "numpy" not in text


def test_letters_that_the_script_has_for_other_things(printed):
    formula = parse("L(p, i) = (p - 1)^2 + (i - lambda)^2", given=["lambda"])
    plan = planned(0.1, 1e-9, 50)
    ours = descend(loss_of(formula, {"λ": 3}), (0.0, 0.0), plan)
    theirs = printed(script(formula, (0.0, 0.0), plan, {"λ": 3}))
    np.testing.assert_allclose(theirs, rows_of(ours), rtol=1e-9, atol=1e-12)


def test_a_constant_is_a_tensor_too(printed):
    theirs = printed(script(parse("f(w) = 5"), [1.0], planned(0.1, 0.01)))
    assert theirs.tolist() == [[0, 1, 5], [1, 1, 5]]


def scalar_torch():
    """torch's functions on single numbers."""
    names = "sin cos tan sinh cosh tanh exp log log2 log10 sqrt sign floor ceil abs minimum maximum"
    module = SimpleNamespace(**{name: getattr(np, name) for name in names.split()})
    for name in ("asin", "acos", "atan", "asinh", "acosh", "atanh"):
        setattr(module, name, getattr(np, name.replace("a", "arc", 1)))
    module.as_tensor = np.float64
    module.sigmoid = lambda u: 1 / (1 + np.exp(-u))
    module.relu = lambda u: np.maximum(u, 0)
    module.logaddexp, module.zeros_like = np.logaddexp, np.zeros_like
    module.where, module.remainder = np.where, np.remainder
    module.lgamma = lambda u: np.float64(mpmath.log(abs(mpmath.gamma(float(u)))))
    module.digamma = lambda u: np.float64(mpmath.digamma(float(u)))
    module.polygamma = lambda n, u: np.float64(mpmath.polygamma(int(n), float(u)))
    return module


def value_of(body, point):
    line = Torch(["x"], {}).loss(body, "x")
    names = {"torch": scalar_torch(), "math": math, "x": np.float64(point)}
    with np.errstate(all="ignore"):
        return float(eval(line, names))


ARGUMENTS = {
    "log": lambda x: (Number(3.0), x),
    "root": lambda x: (x, Number(5.0)),
    "polygamma": lambda x: (Number(2.0), x),
    "min": lambda x: (x, Number(0.5)),
    "max": lambda x: (x, Number(0.5), Number(0.7)),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_known_to_torch(name):
    arguments = ARGUMENTS.get(name, lambda x: (x,))(Symbol("x"))
    body = Call(name, arguments)
    ours = compile_function(body, ("x",))
    points = [-3.7, -2.3, -1.6, -0.6, -0.3, 0.2, 0.7, 0.9, 1.3, 2.6, 4.4]
    defined = [point for point in points if np.isfinite(ours(point))]
    assert defined
    for point in defined:
        assert value_of(body, point) == pytest.approx(float(ours(point)), rel=1e-10), point


@given(expressions(["x"], functions=["sin", "exp", "abs", "sigmoid"]), st.floats(-3, 3))
def test_a_line_of_torch_means_the_tree(body, point):
    ours = float(compile_function(body, ("x",))(point))
    if abs(ours) < 1e6:
        try:
            theirs = value_of(body, point)
        except (ZeroDivisionError, OverflowError):
            return
        assert theirs == pytest.approx(ours, rel=1e-6, abs=1e-6)
