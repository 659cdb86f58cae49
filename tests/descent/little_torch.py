"""A stand-in for torch: what the scripts use, and no more.

Gradients go forward: a tensor carries its derivatives by each leaf; a Hessian comes from their
differences. The optimisers are those of reference.py, written in plain floats.
"""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np

from tests.descent.reference import REFERENCES


class Tensor:
    """A number or an array of numbers, with its derivatives by leaves."""

    def __init__(self, value: Any, slopes: dict["Tensor", Any] | None = None) -> None:
        self.value = np.asarray(value, dtype=float)
        self.slopes = {} if slopes is None else slopes
        self.grad: Any = None

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def item(self) -> float:
        return float(self.value)

    def backward(self) -> None:
        for leaf, slope in self.slopes.items():
            leaf.grad = float(np.sum(slope)) + (leaf.grad or 0.0)

    def __getitem__(self, rows: Any) -> "Tensor":
        return Tensor(self.value[rows.value.astype(int) if isinstance(rows, Tensor) else rows])

    def __iter__(self) -> Iterator["Tensor"]:
        return map(Tensor, self.value)

    def __isub__(self, other: Any) -> "Tensor":
        self.value = self.value - of(other).value
        return self

    def __gt__(self, other: Any) -> Any:
        return self.value > of(other).value

    def __neg__(self) -> "Tensor":
        return joined(-self.value, (self, -1.0))

    def __add__(self, other: Any) -> "Tensor":
        return joined(self.value + of(other).value, (self, 1.0), (of(other), 1.0))

    def __sub__(self, other: Any) -> "Tensor":
        return self + -of(other)

    def __mul__(self, other: Any) -> "Tensor":
        other = of(other)
        return joined(self.value * other.value, (self, other.value), (other, self.value))

    def __truediv__(self, other: Any) -> "Tensor":
        other = of(other)
        value = self.value / other.value
        return joined(value, (self, 1 / other.value), (other, -value / other.value))

    def __pow__(self, other: Any) -> "Tensor":
        other = of(other)
        u, v = self.value, other.value
        value = u**v
        by_exponent = value * np.log(u) if other.slopes else 0.0
        return joined(value, (self, v * u ** (v - 1)), (other, by_exponent))

    def __rtruediv__(self, other: Any) -> "Tensor":
        return of(other) / self

    def __rsub__(self, other: Any) -> "Tensor":
        return of(other) - self

    def __rpow__(self, other: Any) -> "Tensor":
        return of(other) ** self

    __radd__, __rmul__ = __add__, __mul__


def of(value: Any) -> Tensor:
    """A number as a tensor."""
    return value if isinstance(value, Tensor) else Tensor(value)


def joined(value: Any, *parts: tuple[Tensor, Any]) -> Tensor:
    """A value with Σ ∂value/∂part · ∂part/∂leaf."""
    slopes: dict[Tensor, Any] = {}
    for part, factor in parts:
        for leaf, slope in part.slopes.items():
            slopes[leaf] = slopes.get(leaf, 0.0) + factor * slope
    return Tensor(value, slopes)


def tensor(value: Any, requires_grad: bool = False) -> Tensor:
    """torch.tensor"""
    made = Tensor(value)
    if requires_grad:
        made.slopes = {made: 1.0}
    return made


def _function(value: Callable[[Any], Any], slope: Callable[[Any], Any]) -> Callable[..., Tensor]:
    def function(u: Tensor) -> Tensor:
        if not isinstance(u, Tensor):
            raise TypeError("torch functions take tensors")
        return joined(value(u.value), (u, slope(u.value)))

    return function


FUNCTIONS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "exp": (np.exp, np.exp),
    "log": (np.log, lambda u: 1 / u),
    "sin": (np.sin, np.cos),
    "cos": (np.cos, lambda u: -np.sin(u)),
    "abs": (np.abs, np.sign),
    "sign": (np.sign, lambda u: 0 * u),
    "sqrt": (np.sqrt, lambda u: 0.5 / np.sqrt(u)),
    "tanh": (np.tanh, lambda u: 1 - np.tanh(u) ** 2),
    "atan": (np.arctan, lambda u: 1 / (1 + u * u)),
}


def _mean(u: Tensor) -> Tensor:
    return Tensor(np.mean(u.value), {leaf: np.mean(slope) for leaf, slope in u.slopes.items()})


def _logaddexp(u: Tensor, v: Tensor) -> Tensor:
    share = 1 / (1 + np.exp(v.value - u.value))
    return joined(np.logaddexp(u.value, v.value), (u, share), (v, 1 - share))


class Optimizer:
    """A rule of reference.py as an object that steps parameters in place."""

    def __init__(self, name: str, parameters: list[Tensor], lr: float, **settings: float) -> None:
        self.parameters, self.lr = parameters, lr
        self._rule = REFERENCES[name]([p.item() for p in parameters], **settings)
        next(self._rule)

    def step(self) -> None:
        gradient = [of(p.grad).item() for p in self.parameters]
        point = self._rule.send((gradient, self.lr))
        for p, value in zip(self.parameters, point, strict=True):
            p.value = np.asarray(value)


def _sgd(
    parameters: list[Tensor], lr: float, momentum: float = 0.0, nesterov: bool = False
) -> Optimizer:
    if not momentum:
        return Optimizer("gd", parameters, lr)
    return Optimizer("nesterov" if nesterov else "momentum", parameters, lr, momentum=momentum)


def _adam(name: str) -> Callable[..., Optimizer]:
    def make(
        parameters: list[Tensor], lr: float, betas: tuple[float, float], eps: float, **others: float
    ) -> Optimizer:
        beta1, beta2 = betas
        return Optimizer(name, parameters, lr, beta1=beta1, beta2=beta2, tiny=eps, **others)

    return make


class LambdaLR:
    """λ of update i is the first one times factor(i)."""

    def __init__(self, optimizer: Optimizer, factor: Callable[[int], float]) -> None:
        self._optimizer, self._base, self._factor, self._i = optimizer, optimizer.lr, factor, 0
        optimizer.lr = self._base * factor(0)

    def step(self) -> None:
        self._i += 1
        self._optimizer.lr = self._base * self._factor(self._i)


def _stack(parts: list[Any]) -> Tensor:
    return Tensor([of(part).value for part in parts])


def _hessian(loss: Callable[..., Tensor], point: tuple[Tensor, ...]) -> list[list[Tensor]]:
    return [[_second(loss, point, i, j) for j in range(len(point))] for i in range(len(point))]


def _second(loss: Callable[..., Tensor], point: tuple[Tensor, ...], i: int, j: int) -> Tensor:
    """Central differences of the derivative by parameter i."""
    slopes = []
    for shift in (1e-6, -1e-6):
        leaves = [
            tensor(p.item() + shift * (k == j), requires_grad=True) for k, p in enumerate(point)
        ]
        slopes.append(loss(*leaves).slopes.get(leaves[i], 0.0))
    return Tensor((slopes[0] - slopes[1]) / 2e-6)


def little_torch() -> Any:
    """The module."""
    module: Any = ModuleType("torch")
    module.float64 = float
    module.set_default_dtype = lambda kind: None
    module.tensor, module.as_tensor, module.mean = tensor, of, _mean
    module.logaddexp, module.zeros_like = _logaddexp, lambda u: Tensor(np.zeros_like(u.value))
    for name, (value, slope) in FUNCTIONS.items():
        setattr(module, name, _function(value, slope))
    module.stack, module.no_grad = _stack, nullcontext
    module.linalg = SimpleNamespace(
        solve=lambda matrix, right: Tensor(np.linalg.solve(matrix.value, right.value))
    )
    module.autograd = SimpleNamespace(functional=SimpleNamespace(hessian=_hessian))
    module.optim = SimpleNamespace(
        SGD=_sgd,
        Adagrad=lambda ps, lr, eps: Optimizer("adagrad", ps, lr, tiny=eps),
        RMSprop=lambda ps, lr, alpha, eps: Optimizer("rmsprop", ps, lr, smoothing=alpha, tiny=eps),
        Adam=_adam("adam"),
        AdamW=_adam("adamw"),
        lr_scheduler=SimpleNamespace(LambdaLR=LambdaLR),
    )
    return module
