"""Chance in a descent that is the same every time: noise on the gradient, batches of data.

What happens at update t depends on the seed and on t alone (Philox, a generator that counts: its
numbers can be asked for in any order), so stepping, slices, branches and replay agree to the bit.
The generator's raw numbers are turned into a normal distribution here (Box & Muller), because they
are the part that never changes from one version of NumPy to the next.
"""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.trouble import DescentError

CHUNK = 128
"""Updates whose noise is made at a time."""
NOISE, ORDER = 1, 2
"""Streams of one seed that share no number."""
SEEDS = 2**64


def raw_numbers(seed: int, stream: int, place: int, size: int) -> NDArray[np.uint64]:
    """Independent 64-bit numbers, shape (size,), the same for the same seed, stream and place."""
    generator = np.random.Philox(key=seed % SEEDS, counter=[0, 0, place, stream])
    return np.asarray(generator.random_raw(size))


def uniform_numbers(raw: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Raw numbers as numbers in (0, 1]."""
    return ((raw >> np.uint64(11)).astype(np.float64) + 1.0) * 2.0**-53


def normal_numbers(raw: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Half as many numbers of the standard normal distribution as there are raw ones."""
    radius, turn = np.split(uniform_numbers(raw), 2)
    return np.asarray(np.sqrt(-2.0 * np.log(radius)) * np.cos(2.0 * math.pi * turn))


@dataclass(frozen=True, slots=True)
class Noise:
    """What is added to each partial derivative: normal, mean 0, standard deviation σ ≥ 0."""

    sigma: float
    seed: int = 0
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def check(self) -> None:
        """Raise DescentError unless 0 ≤ σ < ∞."""
        if not 0.0 <= self.sigma < math.inf:
            raise DescentError("noise-negative")

    def at(self, update: int, size: int) -> NDArray[np.float64]:
        """What is added at an update (from 0) to a gradient of so many components: (size,)."""
        chunk = update // CHUNK
        place, rows = self._kept.get("chunk", (None, None))
        if place != (chunk, size):
            normal = normal_numbers(raw_numbers(self.seed, NOISE, chunk, 2 * CHUNK * size))
            rows = self.sigma * normal.reshape(CHUNK, size)
            self._kept["chunk"] = (chunk, size), rows
        row: NDArray[np.float64] = rows[update % CHUNK]
        return row


@dataclass(frozen=True, slots=True)
class Batches:
    """So many rows of the data at a time, in an order that is drawn anew for every pass.

    As PyTorch's DataLoader with shuffle: each pass takes every row once, its last batch may be
    smaller.
    """

    size: int
    seed: int = 0
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def check(self, rows: int) -> None:
        """Raise DescentError unless a batch has from 1 row to all of them."""
        if not 1 <= self.size <= rows:
            raise DescentError("batch-out-of-range", most=str(rows))

    def at(self, update: int, rows: int) -> NDArray[np.intp]:
        """The numbers of the rows that an update (from 0) looks at."""
        a_pass = -(-rows // self.size)
        turn, place = divmod(update, a_pass)
        kept, order = self._kept.get("pass", (None, None))
        if kept != (turn, rows):
            order = np.argsort(raw_numbers(self.seed, ORDER, turn, rows), kind="stable")
            self._kept["pass"] = (turn, rows), order
        batch: NDArray[np.intp] = order[place * self.size : (place + 1) * self.size]
        return batch
