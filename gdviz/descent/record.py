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
    """Keeps iterates 0, s, 2s, … where s is 1 until there are more than LIMIT of them.

    The last two are always kept, because the test of the lecture's rule compares them.
    """

    def __init__(self, first: Iterate) -> None:
        self._width = int(np.size(first.point))
        self._stride = 1
        self._points, self._losses, self._gradients = array("d"), array("d"), array("d")
        self.before = self.last = first
        self._keep(first)

    def add(self, iterate: Iterate) -> None:
        """Append the next iterate."""
        self.before, self.last = self.last, iterate
        if iterate.step % self._stride == 0:
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
        self._losses = self._losses[::2]
        self._points = self._every_second(self._points)
        self._gradients = self._every_second(self._gradients)

    def _every_second(self, numbers: "array[float]") -> "array[float]":
        rows = np.frombuffer(numbers).reshape(-1, self._width)[::2]
        return array("d", np.ascontiguousarray(rows).tobytes())

    def tables(self) -> tuple[NDArray[np.int64], Table, Table, Table]:
        """Copies: step numbers (m,), points (m, n), losses (m,), gradients (m, n)."""
        steps = np.arange(len(self._losses), dtype=np.int64) * self._stride
        ends = [end for end in (self.before, self.last) if end.step % self._stride]
        return (
            np.append(steps, [end.step for end in ends]).astype(np.int64),
            self._table(self._points, [end.point for end in ends]),
            np.append(np.frombuffer(self._losses), [end.loss for end in ends]),
            self._table(self._gradients, [end.gradient for end in ends]),
        )

    def _table(self, numbers: "array[float]", ends: list[Vector]) -> Table:
        rows = [np.frombuffer(numbers), *(np.ravel(end) for end in ends)]
        return np.concatenate(rows).reshape(-1, self._width)
