"""A typed function as what a descent descends on: its value and its partial derivatives."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from gdviz.calculus.differentiation.derivation import raw_derivative, raw_derivatives
from gdviz.calculus.domain import BEYOND_FLOAT64, Domain
from gdviz.calculus.evaluation import Functions
from gdviz.calculus.evaluation.pointwise import Pointwise
from gdviz.calculus.evaluation.tape import Tape, record
from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Formula
from gdviz.calculus.tangent import Differentiable
from gdviz.descent.optimisers import Vector


class Loss:
    """L with its gradient, computed together so that shared parts cost once.

    variables: the parameters to descend over, in order; parameters: values of the other letters,
    1 where not given. The slope is the one that the tangent shows: where the formula of L′ has no
    value but L has a slope (0/0 at ∛x·sin x in 0), that slope counts.
    """

    def __init__(
        self,
        body: Expression,
        variables: Sequence[str],
        parameters: Mapping[str, float] | None = None,
    ) -> None:
        self.body, self.variables = body, tuple(variables)
        self.parameters = dict(parameters or {})
        self.partials = tuple(raw_derivative(body, name) for name in self.variables)
        tape = record([body, *self.partials], self.variables, self.parameters)
        self._on_columns, self._at_point = Functions(tape), Pointwise(tape)

    def evaluate(self, *columns: Any) -> Sequence[Any]:
        """L and its partial derivatives."""
        if columns[0].ndim:
            return self._on_columns(*columns)
        results = self._at_point(*columns)
        if len(results) == 2 and results[1] != results[1]:
            return self._in_the_limit(columns[0], *results)
        return results

    def _in_the_limit(
        self, point: np.float64, value: np.float64, slope: np.float64
    ) -> Sequence[np.float64]:
        """L and the slope it has although the formula of L′ has no value there."""
        if np.isfinite(value) and np.isfinite(point):
            exact = self._differentiable.at(float(point)).slope
            slope = slope if exact is None else np.float64(exact)
        return value, slope

    def beyond_float64(self, *columns: Any) -> bool:
        """Whether a NaN at this point is born of overflow: no part of L or L′ is undefined."""
        point = [float(column) for column in columns]
        reasons = [domain.why_undefined(*point) for domain in self._domains]
        return all(reason is None or reason.code == BEYOND_FLOAT64 for reason in reasons)

    def hessian(self, point: Vector) -> Vector:
        """L″ as the rules give it: shape () of a single parameter, (n, n), or (n, n, runs)."""
        if point.ndim == 0:
            only: Any = point
            return np.asarray(self._second_at_point(only)[0])[()]
        compute: Any = self._second_at_point if point.ndim == 1 else self._second_on_columns
        halves = compute(*point)
        rows = [[halves[_place(i, j)] for j in range(len(point))] for i in range(len(point))]
        return np.array(rows, dtype=np.float64)

    @cached_property
    def _second(self) -> Tape:
        """Second derivatives by each pair of variables: by the first; by the second and …"""
        names = self.variables
        bodies = [
            second
            for place, name in enumerate(names)
            for second in raw_derivatives(self.partials[: place + 1], name)
        ]
        return record(bodies, names, self.parameters)

    @cached_property
    def _second_at_point(self) -> Pointwise:
        return Pointwise(self._second)

    @cached_property
    def _second_on_columns(self) -> Functions:
        return Functions(self._second)

    @cached_property
    def _differentiable(self) -> Differentiable:
        return Differentiable(self.body, self.variables[0], self.parameters)

    @cached_property
    def _domains(self) -> list[Domain]:
        bodies = [self.body, *self.partials]
        return [Domain(body, self.variables, self.parameters) for body in bodies]


def _place(i: int, j: int) -> int:
    """Where ∂²L/∂wᵢ∂wⱼ stands in a triangle of rows."""
    low, high = sorted((i, j))
    return high * (high + 1) // 2 + low


def loss_of(formula: Formula, parameters: Mapping[str, float] | None = None) -> Loss:
    """The loss that a typed line stands for."""
    return Loss(formula.body, formula.variables, parameters)
