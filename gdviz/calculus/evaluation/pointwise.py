"""A tape run at one point after another, as a descent needs it: a tenth of the time of an array.

Operations that IEEE 754 rounds exactly are done on np.float64 numbers; the others go through the
kernels on as many equal points as an array has at least, so the results are those of an array to
the bit.
"""

import operator
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from gdviz.calculus.evaluation.kernels import Array, Kernel, powers
from gdviz.calculus.evaluation.tape import FEWEST, Tape

Operation = Callable[..., np.float64]
NAN = np.float64("nan")


def _divide(u: np.float64, v: np.float64) -> np.float64:
    return u / v if v != 0.0 else NAN


EXACT: Mapping[Kernel, Operation] = {
    np.add: operator.add,
    np.subtract: operator.sub,
    np.multiply: operator.mul,
    np.negative: operator.neg,
    np.absolute: operator.abs,
    np.sqrt: np.sqrt,
    powers.divide: _divide,
    powers.divide_finite: _divide,
}
"""Kernels whose result is the one float64 number nearest to the true one."""


Step = tuple[Operation, int, int | None, int]
"""An operation, the cells of its one or two operands, and the cell it writes to."""


class Pointwise:
    """The functions of a tape at single points. Keeps its cells: one thread at a time."""

    def __init__(self, tape: Tape) -> None:
        self._inputs, self._outputs = tape.inputs, tape.outputs
        self._first_constant = tape.inputs + tape.outputs + tape.registers
        self._constants = tape.constants
        self._cells = [NAN] * self._first_constant + [np.float64(each) for each in tape.constants]
        self._steps = [self._step(kernel, places) for kernel, places in tape.steps]

    def __call__(self, *point: np.float64) -> Sequence[np.float64]:
        """The values at a point of np.float64 coordinates. NumPy may warn: silence it outside."""
        cells = self._cells
        cells[: self._inputs] = point
        for operation, one, other, target in self._steps:
            if other is None:
                cells[target] = operation(cells[one])
            else:
                cells[target] = operation(cells[one], cells[other])
        return cells[self._inputs : self._inputs + self._outputs]

    def _step(self, kernel: Kernel, places: tuple[int, ...]) -> Step:
        *operands, target = places
        if kernel is np.square:
            return operator.mul, operands[0], operands[0], target
        if kernel in EXACT:
            return self._joined(EXACT[kernel], operands, target)
        varying = [place for place in operands if place < self._first_constant]
        return self._joined(_on_an_array(kernel, self._fixed(operands)), varying, target)

    def _fixed(self, operands: Sequence[int]) -> list[Array | None]:
        first = self._first_constant
        return [self._constants[place - first] if place >= first else None for place in operands]

    def _joined(self, operation: Operation, places: Sequence[int], target: int) -> Step:
        """No operand (a constant result), or more than two: the operation fetches them itself."""
        match places:
            case [one]:
                return operation, one, None, target
            case [one, other]:
                return operation, one, other, target
        cells = self._cells
        return lambda _: operation(*[cells[place] for place in places]), target, None, target


def _on_an_array(kernel: Kernel, fixed: Sequence[Array | None]) -> Operation:
    """The kernel as a function of numbers: of its operands that are not fixed."""
    operands = [np.empty(FEWEST) if each is None else each for each in fixed]
    inputs = [array for array, each in zip(operands, fixed, strict=True) if each is None]
    out = np.empty(FEWEST)

    def operation(*numbers: np.float64) -> np.float64:
        for array, number in zip(inputs, numbers, strict=True):
            array.fill(number)
        kernel(*operands, out)
        value: np.float64 = out[0]
        return value

    def function(number: np.float64) -> np.float64:
        inputs[0].fill(number)
        kernel(*operands, out)
        value: np.float64 = out[0]
        return value

    return function if len(inputs) == 1 else operation
