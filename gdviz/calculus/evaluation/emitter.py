"""Instructions of a tape, each distinct computation once, constants computed at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gdviz.calculus.evaluation.kernels import Kernel

FOLDING_WIDTH = 8
"""Constants are computed on as many equal points as a single point is (see evaluation.py)."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value known while the tape is made. NaN equals NaN here, and −0 is not 0."""

    bits: int

    @property
    def value(self) -> float:
        return float(np.int64(self.bits).view(np.float64))


def fixed(value: float) -> Fixed:
    """The operand of a constant."""
    return Fixed(int(np.float64(value).view(np.int64)))


Operand = int | Fixed
"""The number of a value that the tape computes, or a constant."""
ONE = fixed(1.0)
UNDEFINED = fixed(float("nan"))


class Instruction(NamedTuple):
    """target = kernel(operands)."""

    kernel: Kernel
    operands: tuple[Operand, ...]
    target: int


class Emitter:
    """Collects instructions. Values 0, 1 … are the inputs, the others what instructions make."""

    def __init__(self, inputs: int) -> None:
        self.code: list[Instruction] = []
        self._made: dict[tuple[Kernel, tuple[Operand, ...]], int] = {}
        self._next = inputs

    def emit(self, kernel: Kernel, *operands: Operand) -> Operand:
        """The value of a kernel: at once if all operands are constants."""
        if all(isinstance(operand, Fixed) for operand in operands):
            return fixed(_folded(kernel, operands))
        key = (kernel, operands)
        if key not in self._made:
            self._made[key] = self._next
            self.code.append(Instruction(kernel, operands, self._next))
            self._next += 1
        return self._made[key]

    def chain(self, kernel: Kernel, operands: Sequence[Operand]) -> Operand:
        """u ∘ v ∘ w, from the left."""
        value = operands[0]
        for operand in operands[1:]:
            value = self.emit(kernel, value, operand)
        return value


def _folded(kernel: Kernel, operands: Sequence[Operand]) -> float:
    first, *others = [np.array(o.value) for o in operands if isinstance(o, Fixed)]
    result = np.empty(FOLDING_WIDTH)
    with np.errstate(all="ignore"):
        kernel(np.full(FOLDING_WIDTH, first), *others, result)
    return float(result[0])
