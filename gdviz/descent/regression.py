"""Linear and logistic regression: from data to a loss that is derived and descended on like any.

L is a tree with a mean over the rows: linear 1/N·∑ (z − y)², logistic 1/N·∑ (softplus z − y·z),
which is the cross-entropy −y·ln σ(z) − (1 − y)·ln(1 − σ(z)) in the form that does not overflow,
with z = w·x + b.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.building import add, call, multiply, square, subtract
from gdviz.calculus.differentiation.derivation import raw_derivative, raw_derivatives
from gdviz.calculus.expression import Expression, Symbol
from gdviz.calculus.formula import Formula
from gdviz.calculus.mean import Mean
from gdviz.descent.averages import Averages
from gdviz.descent.data import Data, DataError
from gdviz.descent.optimisers import Vector
from gdviz.i18n import N_

BIAS, LOSS, TARGET = "b", "L", "y_i"


@dataclass(frozen=True, slots=True)
class Model:
    """A row of the table: title, loss of one row from z and y, a sentence; written: in words."""

    title: str
    loss_of_a_row: Callable[[Expression, Expression], Expression]
    about: str
    written: str


def _squared_error(z: Expression, y: Expression) -> Expression:
    """(z − y)²"""
    return square(subtract(z, y))


def _cross_entropy(z: Expression, y: Expression) -> Expression:
    """softplus z − y·z"""
    return subtract(call("softplus", z), multiply(y, z))


MODELS: Mapping[str, Model] = {
    "linear": Model(
        N_("linear regression"),
        _squared_error,
        N_("A straight line through the points: the mean of the squared errors is to be least."),
        "mean(({z} - y)^2)",
    ),
    "logistic": Model(
        N_("logistic regression"),
        _cross_entropy,
        N_(
            "How likely y = 1 is, σ(w·x + b): the cross-entropy of the answers 0 and 1 is to be "
            "least."
        ),
        "mean(softplus({z}) - y*({z}))",
    ),
}


def weights_of(features: int) -> tuple[str, ...]:
    """w; w1, w2, … where there are several."""
    return ("w",) if features == 1 else tuple(f"w{place}" for place in range(1, features + 1))


def letters_of(features: int) -> tuple[str, ...]:
    """What the features are called in the loss: x with an index i; x₁ᵢ, x₂ᵢ, …"""
    return ("x_i",) if features == 1 else tuple(f"x_{place}i" for place in range(1, features + 1))


@dataclass(frozen=True, eq=False)
class Regression:
    """A model and the data it is to fit. Raises DataError for targets that the model cannot have.

    variables: w, b; w1, w2, b with two features, and so on.
    """

    model: str
    data: Data

    def __post_init__(self) -> None:
        if self.model == "logistic":
            _check_binary(self.data)

    @property
    def variables(self) -> tuple[str, ...]:
        """The parameters, in order: the weights, then the bias."""
        return (*weights_of(self.data.features.shape[1]), BIAS)

    @property
    def reading(self) -> str:
        """The loss in one line, x and y being columns: mean((w*x + b - y)^2)."""
        *weights, bias = self.variables
        terms = [f"{weight}*{weight.replace('w', 'x')}" for weight in weights]
        return MODELS[self.model].written.format(z=" + ".join([*terms, bias]))

    @cached_property
    def formula(self) -> Formula:
        """L(w, b) as a line would be read."""
        *weights, bias = self.variables
        letters = letters_of(len(weights))
        terms = [multiply(Symbol(w), Symbol(x)) for w, x in zip(weights, letters, strict=True)]
        z = add(*terms, Symbol(bias))
        body = Mean(MODELS[self.model].loss_of_a_row(z, Symbol(TARGET)))
        return Formula(self.reading, body, self.variables, name=LOSS)

    @cached_property
    def loss(self) -> "DataLoss":
        """What to descend on."""
        features, targets = self.data.features, self.data.targets
        columns = dict(zip(letters_of(features.shape[1]), features.T, strict=True))
        return DataLoss(self.formula.body, self.variables, {**columns, TARGET: targets})


def _check_binary(data: Data) -> None:
    wrong = np.flatnonzero((data.targets != 0) & (data.targets != 1))
    if wrong.size:
        row = int(wrong[0])
        value = f"{data.targets[row]:g}"
        raise DataError("data-not-binary", line=str(data.lines[row]), text=value)


class DataLoss:
    """A loss with means over data as an objective: its gradient by the rules, Newton's L″ too."""

    def __init__(
        self,
        body: Expression,
        variables: Sequence[str],
        columns: Mapping[str, NDArray[np.float64]],
    ) -> None:
        self.body, self.variables, self._columns = body, tuple(variables), columns
        self.partials = tuple(raw_derivative(body, name) for name in self.variables)
        self._first = Averages([body, *self.partials], self.variables, columns)

    @property
    def rows(self) -> int:
        """How many rows of data there are."""
        return len(next(iter(self._columns.values())))

    def evaluate(self, *columns: Any) -> Sequence[Any]:
        """L and its partial derivatives over all the rows; a batch of points one by one."""
        if not columns[0].ndim:
            return self._first(*columns)
        with np.errstate(all="ignore"):
            points = [self._first(*point) for point in zip(*columns, strict=True)]
        return [np.array(column) for column in zip(*points, strict=True)]

    def gradient_on(self, rows: NDArray[np.intp], *point: Any) -> Sequence[Any]:
        """The partial derivatives of the mean over some of the rows."""
        return self._first.on(rows, *point)[1:]

    def hessian(self, point: Vector) -> Vector:
        """L″, shape (n, n)."""
        size = len(self.variables)
        return np.array(self._second(*point), dtype=np.float64).reshape(size, size)

    @cached_property
    def _second(self) -> Averages:
        rows = [raw_derivatives(self.partials, name) for name in self.variables]
        return Averages([second for row in rows for second in row], self.variables, self._columns)

    def beyond_float64(self, *columns: Any) -> bool:
        """Nothing in these losses is undefined anywhere."""
        return True


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """Where linear regression has its minimum, and L there; is_only: no other line is as good."""

    point: tuple[float, ...]
    loss: float
    is_only: bool


def least_squares(data: Data) -> LeastSquares:
    """The closed-form solution of linear regression, the shortest where there are several.

    Features are centred and scaled first, so that far-off data lose no digits (the normal equations
    would square what is lost).
    """
    means, spread = data.features.mean(axis=0), np.ptp(data.features, axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    centre = data.targets.mean()
    centred = (data.features - means) / scale
    weights, _, rank, _ = np.linalg.lstsq(centred, data.targets - centre, rcond=None)
    weights = weights / scale
    bias = centre - weights @ means
    errors = data.features @ weights + bias - data.targets
    point = (*weights.tolist(), float(bias))
    return LeastSquares(point, float(np.mean(errors**2)), int(rank) == data.features.shape[1])
