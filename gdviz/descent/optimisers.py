"""The update rules of the optimisers, in PyTorch's conventions.

Every rule is elementwise, so one code serves a single parameter (np.float64), n parameters
(shape (n,)) and a batch of independent runs (shape (n, runs)), and all of them agree to the bit.
`state` is whatever the rule carries from step to step; it starts at 0 and is never changed in
place, so a run can branch at any step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
"""Shape () for one parameter (np.float64), (n,) for n, (n, runs) for a batch."""
State = tuple[Vector | float, ...]


class Optimiser(Protocol):
    """A rule that makes the next point from this one."""

    repeats: ClassVar[bool]
    """Whether an equal state means an equal future: false where steps are counted or averaged."""

    def begin(self, point: Vector) -> State:
        """The state before the first update."""

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        """The next point and the next state; `rate` is λ."""


@dataclass(frozen=True, slots=True)
class GradientDescent:
    """w ← w − λ·g"""

    repeats: ClassVar[bool] = True

    def begin(self, point: Vector) -> State:
        return ()

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        return point - rate * gradient, state


PLAIN = GradientDescent()


@dataclass(frozen=True, slots=True)
class Momentum:
    """b ← μ·b + g;  w ← w − λ·b  (Polyak's heavy ball; the first b is g)"""

    momentum: float = 0.9
    repeats: ClassVar[bool] = True

    def begin(self, point: Vector) -> State:
        return (point * 0.0,)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        velocity = self.momentum * state[0] + gradient
        return point - rate * velocity, (velocity,)


@dataclass(frozen=True, slots=True)
class Nesterov:
    """b ← μ·b + g;  w ← w − λ·(g + μ·b)"""

    momentum: float = 0.9
    repeats: ClassVar[bool] = True

    def begin(self, point: Vector) -> State:
        return (point * 0.0,)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        velocity = self.momentum * state[0] + gradient
        return point - rate * (gradient + self.momentum * velocity), (velocity,)


@dataclass(frozen=True, slots=True)
class AdaGrad:
    """s ← s + g²;  w ← w − λ·g/(√s + 1e-10)"""

    repeats: ClassVar[bool] = False
    tiny: ClassVar[float] = 1e-10

    def begin(self, point: Vector) -> State:
        return (point * 0.0,)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        squares = state[0] + gradient * gradient
        return point - rate * gradient / (np.sqrt(squares) + self.tiny), (squares,)


@dataclass(frozen=True, slots=True)
class RMSProp:
    """s ← α·s + (1 − α)·g²;  w ← w − λ·g/(√s + 1e-8)"""

    smoothing: float = 0.99
    repeats: ClassVar[bool] = False
    tiny: ClassVar[float] = 1e-8

    def begin(self, point: Vector) -> State:
        return (point * 0.0,)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        squares = self.smoothing * state[0] + (1 - self.smoothing) * (gradient * gradient)
        return point - rate * gradient / (np.sqrt(squares) + self.tiny), (squares,)


@dataclass(frozen=True, slots=True)
class Adam:
    """m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  w ← w − λ·m̂/(√v̂ + 1e-8)

    with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) at update t (Kingma & Ba, algorithm 1).
    """

    beta1: float = 0.9
    beta2: float = 0.999
    repeats: ClassVar[bool] = False
    tiny: ClassVar[float] = 1e-8

    def begin(self, point: Vector) -> State:
        return (point * 0.0, point * 0.0, 0.0)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        mean, square, count = state
        count = count + 1.0
        mean = self.beta1 * mean + (1 - self.beta1) * gradient
        square = self.beta2 * square + (1 - self.beta2) * (gradient * gradient)
        corrected = mean / (1 - self.beta1**count)
        spread = np.sqrt(square / (1 - self.beta2**count)) + self.tiny
        return point - rate * corrected / spread, (mean, square, count)


@dataclass(frozen=True, slots=True)
class AdamW:
    """w ← w·(1 − λ·wd), then as Adam (Loshchilov & Hutter: the decay is not averaged)"""

    beta1: float = 0.9
    beta2: float = 0.999
    weight_decay: float = 0.01
    repeats: ClassVar[bool] = False

    def begin(self, point: Vector) -> State:
        return Adam(self.beta1, self.beta2).begin(point)

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        decayed = point * (1 - rate * self.weight_decay)
        return Adam(self.beta1, self.beta2).update(decayed, gradient, rate, state)


@dataclass(frozen=True, slots=True)
class Newton:
    """w ← w − λ·L′/L″; with n parameters, H·d = g is solved for the direction d.

    hessian: point → L″ of shape () for one parameter, (n, n) for n, (n, n, runs) for a batch.
    A singular Hessian sends the point to infinity, as L″ = 0 does with one parameter.
    """

    hessian: Callable[[Vector], Vector]
    repeats: ClassVar[bool] = True

    def begin(self, point: Vector) -> State:
        return ()

    def update(
        self, point: Vector, gradient: Vector, rate: float, state: State
    ) -> tuple[Vector, State]:
        curvature = self.hessian(point)
        if np.ndim(point) == 0:
            return point - rate * (gradient / curvature), state
        return point - rate * solved(curvature, gradient), state


def solved(hessian: Vector, gradient: Vector) -> Vector:
    """d with H·d = g, infinite where H is singular."""
    if gradient.ndim == 2:
        columns = [solved(hessian[..., run], gradient[:, run]) for run in range(gradient.shape[1])]
        return np.stack(columns, axis=1)
    try:
        return np.asarray(np.linalg.solve(hessian, gradient), dtype=np.float64)
    except np.linalg.LinAlgError:
        return np.full_like(gradient, np.inf)
