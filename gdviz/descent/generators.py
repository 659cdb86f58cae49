"""Points to play with, the same for the same seed: lines with noise or an outlier, clouds, XOR."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.data import Data, data_of
from gdviz.descent.noise import normal_numbers, raw_numbers, uniform_numbers
from gdviz.i18n import N_

POINTS = 3
"""The stream of a seed that points are drawn from."""
DECIMALS = 2
"""Points are rounded, so that they can be read and typed."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A row of the table: title, the model it is for, how rows are made, one sentence."""

    title: str
    model: str
    rows: Callable[["Chance", int], NDArray[np.float64]]
    about: str


class Chance:
    """Numbers of one seed, one after another."""

    def __init__(self, seed: int) -> None:
        self._seed, self._place = seed, 0

    def uniform(self, low: float, high: float, size: int) -> NDArray[np.float64]:
        """Evenly spread over [low, high]."""
        return low + (high - low) * uniform_numbers(self._raw(size))

    def normal(self, size: int) -> NDArray[np.float64]:
        """Of mean 0 and standard deviation 1."""
        return normal_numbers(self._raw(2 * size))

    def _raw(self, size: int) -> NDArray[np.uint64]:
        self._place += 1
        return raw_numbers(self._seed, POINTS, self._place, size)


def _line(chance: Chance, size: int) -> NDArray[np.float64]:
    """y = 0.7·x + 1 and noise of σ = 0.5, x from 0 to 6."""
    x = chance.uniform(0.0, 6.0, size)
    return np.column_stack([x, 0.7 * x + 1.0 + 0.5 * chance.normal(size)])


def _outlier(chance: Chance, size: int) -> NDArray[np.float64]:
    """The same, with little noise and the last point far below the line, at its right end."""
    x = chance.uniform(0.0, 6.0, size)
    y = 0.7 * x + 1.0 + 0.2 * chance.normal(size)
    x[-1], y[-1] = 6.0, -4.0
    return np.column_stack([x, y])


def _clouds(chance: Chance, size: int) -> NDArray[np.float64]:
    """Half the points round (−1, −1) with y = 0, half round (1, 1) with y = 1, σ = 0.8."""
    y = (np.arange(size) % 2).astype(np.float64)
    centres = 2.0 * y - 1.0
    first, second = (centres + 0.8 * chance.normal(size) for _ in range(2))
    return np.column_stack([first, second, y])


def _xor(chance: Chance, size: int) -> NDArray[np.float64]:
    """Four clouds at (±1, ±1), σ = 0.4; y = 1 where the signs differ: no line parts them."""
    corner = np.arange(size) % 4
    right, up = corner % 2, corner // 2
    first = 2.0 * right - 1.0 + 0.4 * chance.normal(size)
    second = 2.0 * up - 1.0 + 0.4 * chance.normal(size)
    return np.column_stack([first, second, (right != up).astype(np.float64)])


GENERATORS: Mapping[str, Generator] = {
    "line": Generator(
        N_("a line with noise"),
        "linear",
        _line,
        N_("Points near a straight line, none of them on it."),
    ),
    "outlier": Generator(
        N_("a line with an outlier"),
        "linear",
        _outlier,
        N_("One point far off pulls the whole line: its error counts squared."),
    ),
    "clouds": Generator(
        N_("two clouds"),
        "logistic",
        _clouds,
        N_("Two groups that overlap a little: a line parts them fairly well."),
    ),
    "xor": Generator(
        N_("four clouds crosswise"),
        "logistic",
        _xor,
        N_("Groups that lie crosswise: no straight line parts them, however long one descends."),
    ),
}


def generated(name: str, seed: int, rows: int = 40) -> Data:
    """The points of that name, so many of them (2 at least). Raises KeyError for an unknown one."""
    return data_of(np.round(GENERATORS[name].rows(Chance(seed), rows), DECIMALS).tolist())
