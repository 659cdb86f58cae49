"""What a descent descends on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""The values of one parameter: shape () for a single run (np.float64), (runs,) for a batch."""


class Objective(Protocol):
    """A loss and its gradient; undefined values are NaN, and so is what float64 cannot hold."""

    def evaluate(self, *columns: Any) -> Sequence[Any]:
        """(L, ∂L/∂w₁, …, ∂L/∂wₙ) at a point given as one column a parameter."""

    def beyond_float64(self, *columns: Any) -> bool:
        """Whether a NaN at this single point is born of overflow, not of an undefined value."""


@dataclass(frozen=True, slots=True)
class Plain:
    """An objective made of two functions of one column a parameter. Every NaN is undefined."""

    value: Callable[..., Any]
    gradient: Callable[..., Sequence[Any]]

    def evaluate(self, *columns: Any) -> Sequence[Any]:
        """L and its partial derivatives."""
        return (self.value(*columns), *self.gradient(*columns))

    def beyond_float64(self, *columns: Any) -> bool:
        """Two functions alone cannot tell."""
        return False
