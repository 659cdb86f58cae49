"""Reading, deriving, evaluating and sampling a typed line: what happens without any window."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.figure import Figure, Goal
from benchmarks.lines import HARD, LECTURE
from benchmarks.timing import alternate
from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.formula import Formula
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.calculus.sampling import sample
from gdviz.calculus.typesetting.notation import typeset
from gdviz.calculus.view.viewport import Viewport

MILLION = 1_000_000
VIEW = Viewport(-10, 10, -6, 6)
SAMPLED = Goal(seconds=0.008)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A typed line as a programmer writes it, for Python's own parser and for NumPy."""

    line: str
    python: str
    on_arrays: Callable[[Any], Any]


def _sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


BY_HAND = (
    ByHand(LECTURE[0], "y = tan(x**2)", lambda x: np.tan(x * x)),
    ByHand(LECTURE[1], "y = arctan(x**3)**2", lambda x: np.square(np.arctan(x * x * x))),
    ByHand(
        LECTURE[2],
        "log(cos(sin(sqrt(x)))**2)",
        lambda x: np.log(np.square(np.cos(np.sin(np.sqrt(x))))),
    ),
    ByHand(LECTURE[3], "sigma(x)", _sigmoid),
    ByHand(LECTURE[4], "L = w**2 + 12", lambda w: w * w + 12),
)


def curve(runs: int) -> Iterator[Figure]:
    """The figures of a line's way to a curve."""
    formulas = [parse(line) for line in LECTURE]
    yield _reading(runs)
    yield _deriving(formulas, runs)
    yield _setting(formulas, runs)
    for by_hand in BY_HAND:
        yield _evaluating(by_hand, runs)
    for line in (*LECTURE, HARD):
        yield _sampling(line, runs)


def _reading(runs: int) -> Figure:
    ours, floor = alternate(
        lambda: [parse(by_hand.line) for by_hand in BY_HAND],
        lambda: [ast.parse(by_hand.python) for by_hand in BY_HAND],
        runs=runs,
    )
    against = "Python's parser, the same in Python"
    return Figure("curve", "reading the lecture's 5 lines", ours, floor, against)


def _deriving(formulas: list[Formula], runs: int) -> Figure:
    ours, floor = alternate(
        lambda: [tidy(derive(f.body, f.variables[0]).after) for f in formulas],
        lambda: [parse(line) for line in LECTURE],
        runs=runs,
    )
    name = "derivations of all 5, all steps, tidied"
    return Figure("curve", name, ours, floor, "reading them")


def _setting(formulas: list[Formula], runs: int) -> Figure:
    ours, floor = alternate(
        lambda: [typeset(formula.body, "ru") for formula in formulas],
        lambda: [parse(line) for line in LECTURE],
        runs=runs,
    )
    return Figure("curve", "all 5 in school notation", ours, floor, "reading them")


def _evaluating(by_hand: ByHand, runs: int) -> Figure:
    formula = parse(by_hand.line)
    function = compile_function(formula.body, formula.variables)
    x = np.linspace(0.001, 10, MILLION)
    with np.errstate(all="ignore"):
        ours, floor = alternate(lambda: function(x), lambda: by_hand.on_arrays(x), runs=runs)
    return Figure("curve", f"10⁶ values of {by_hand.line}", ours, floor, "NumPy by hand")


def _sampling(line: str, runs: int) -> Figure:
    formula = parse(line)
    body, variable = formula.body, formula.variables[0]
    function = compile_function(body, (variable,))
    x = np.linspace(VIEW.x0, VIEW.x1, 2 * 1920)
    ours, floor = alternate(
        lambda: sample(body, variable, {}, VIEW), lambda: function(x), runs=runs
    )
    against = "2 values a pixel column"
    return Figure("curve", f"sampling {line}, to half a pixel", ours, floor, against, SAMPLED)
