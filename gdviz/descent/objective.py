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

    def value(self, *columns: Any) -> Any:
        """L at a point given as one column a parameter."""

    def gradient(self, *columns: Any) -> Sequence[Any]:
        """The partial derivatives of L, one column a parameter."""

    def beyond_float64(self, *columns: Any) -> bool:
        """Whether a NaN at this single point is born of overflow, not of an undefined value."""


@dataclass(frozen=True, slots=True)
class Plain:
    """An objective made of two functions of one column a parameter. Every NaN is undefined."""

    value: Callable[..., Any]
    gradient: Callable[..., Sequence[Any]]

    def beyond_float64(self, *columns: Any) -> bool:
        return False
