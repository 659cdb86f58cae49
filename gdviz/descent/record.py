"""The iterates of a run, in memory that stays bounded however long it runs."""

from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.optimisers import Vector
from gdviz.descent.walk import Iterate

Table = NDArray[np.float64]
LIMIT = 100_001
"""Iterates kept; when there are more, every second one is dropped and so on."""


class Record:
    """Keeps the first iterate and every s-th after it; s is 1 until there are more than LIMIT.

    The last two are always kept, because the test of the lecture's rule compares them.
    """

    def __init__(self, first: Iterate) -> None:
        self._width = int(np.size(first.point))
        self._begins, self._stride, self._phase = first.step, 1, 0
        self._points, self._losses, self._gradients = array("d"), array("d"), array("d")
        self.before = self.last = first
        self._keep(first)

    def add(self, iterate: Iterate) -> None:
        """Append the next iterate."""
        self.before = self.last
        self.last = iterate
        if iterate.step % self._stride == self._phase:
            self._keep(iterate)

    def _keep(self, iterate: Iterate) -> None:
        self._losses.append(iterate.loss)
        point: Any = iterate.point
        gradient: Any = iterate.gradient
        if self._width == 1:
            self._points.append(point)
            self._gradients.append(gradient)
        else:
            self._points.extend(point.tolist())
            self._gradients.extend(gradient.tolist())
        if len(self._losses) > LIMIT:
            self._thin()

    def _thin(self) -> None:
        self._stride *= 2
        self._phase = self._begins % self._stride
        self._losses = self._losses[::2]
        self._points = self._every_second(self._points)
        self._gradients = self._every_second(self._gradients)

    def _every_second(self, numbers: "array[float]") -> "array[float]":
        rows = np.frombuffer(numbers).reshape(-1, self._width)[::2]
        return array("d", np.ascontiguousarray(rows).tobytes())

    def tables(self) -> tuple[NDArray[np.int64], Table, Table, Table]:
        """Copies: step numbers (m,), points (m, n), losses (m,), gradients (m, n)."""
        kept = len(self._losses) - self._is_kept(self.last)
        ends = [self.last] if self._is_kept(self.before) else [self.before, self.last]
        steps = self._begins + np.arange(kept, dtype=np.int64) * self._stride
        return (
            np.append(steps, [end.step for end in ends]).astype(np.int64),
            self._table(self._points, kept, [end.point for end in ends]),
            np.append(np.frombuffer(self._losses)[:kept], [end.loss for end in ends]),
            self._table(self._gradients, kept, [end.gradient for end in ends]),
        )

    def _is_kept(self, iterate: Iterate) -> bool:
        return iterate.step % self._stride == self._phase

    def _table(self, numbers: "array[float]", kept: int, ends: list[Vector]) -> Table:
        rows = [np.frombuffer(numbers)[: kept * self._width], *(np.ravel(end) for end in ends)]
        return np.concatenate(rows).reshape(-1, self._width)
