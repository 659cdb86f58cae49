"""Trees of expressions, laid out as a tape of NumPy instructions.

Every distinct sub-expression is computed once; constants are computed while the tape is made;
integer powers become products; registers are used again as soon as their value is not needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gdviz.calculus.evaluation.emitter import Fixed, Instruction, Operand
from gdviz.calculus.evaluation.kernels import Array, Kernel
from gdviz.calculus.evaluation.lowering import Lowering
from gdviz.calculus.expression import Expression

BLOCK = 32768
"""Points that are computed at a time: the registers of a formula then stay in the cache."""
FEWEST = 8
"""No fewer points are computed: NumPy's loops may treat one alone differently."""

Step = tuple[Kernel, tuple[int, ...]]
"""A kernel and the cells it is called with, the last one being the target."""


@dataclass(frozen=True, slots=True)
class Tape:
    """Instructions over cells: inputs first, then outputs, then registers, then constants.

    Immutable, so that many threads may run one.
    """

    inputs: int
    outputs: int
    registers: int
    constants: tuple[Array, ...]
    steps: tuple[Step, ...]

    def run(self, columns: Sequence[Array], results: Sequence[Array]) -> None:
        """Compute all points: columns and results are contiguous arrays of one length.

        The last block reaches back so as not to be too short.
        """
        size = results[0].size
        block = size if self._is_one_ufunc else min(BLOCK, size)
        registers = [np.empty(block) for _ in range(self.registers)]
        for start in range(0, size, block or 1):
            stop = min(start + block, size)
            part = slice(max(0, min(start, stop - FEWEST)), stop)
            if stop - part.start < block:
                registers = [register[: stop - part.start] for register in registers]
            ends = [column[part] for column in (*columns, *results)]
            cells = [*ends, *registers, *self.constants]
            for kernel, places in self.steps:
                kernel(*[cells[place] for place in places])

    @property
    def _is_one_ufunc(self) -> bool:
        """NumPy alone goes through memory once: blocks would gain nothing."""
        return len(self.steps) == 1 and isinstance(self.steps[0][0], np.ufunc)


def record(
    bodies: Sequence[Expression], variables: Sequence[str], parameters: Mapping[str, float]
) -> Tape:
    """The tape that computes all `bodies` from columns of the `variables`."""
    lowering = Lowering(variables, parameters)
    results = lowering.lower(bodies)
    return _Layout(len(variables), results, _scheduled(lowering.code, results)).tape()


def _scheduled(code: Sequence[Instruction], results: Sequence[Operand]) -> list[Instruction]:
    """The instructions that the results need, each as late as its value is: few registers do."""
    made_by = {instruction.target: instruction for instruction in code}
    order: list[Instruction] = []
    done: set[Operand] = set()
    stack = [(result, False) for result in reversed(results)]
    while stack:
        value, ready = stack.pop()
        instruction = made_by.get(value) if isinstance(value, int) else None
        if instruction is None or value in done:
            continue
        if ready:
            done.add(value)
            order.append(instruction)
        else:
            stack.append((value, True))
            stack.extend((operand, False) for operand in reversed(instruction.operands))
    return order


class _Layout:
    """Puts values into cells: a linear scan over the code, from last uses to free registers."""

    def __init__(
        self, inputs: int, results: Sequence[Operand], code: Sequence[Instruction]
    ) -> None:
        self.inputs, self.results, self.code = inputs, results, code
        self.cells: dict[Operand, int] = {place: place for place in range(inputs)}
        self.free: list[int] = []
        self.registers = 0
        self.fixed: dict[Fixed, int] = {}
        self.last_use = {o: at for at, step in enumerate(code) for o in step.operands}

    def tape(self) -> Tape:
        first_register = self.inputs + len(self.results)
        for place, result in enumerate(self.results, start=self.inputs):
            self.cells.setdefault(result, place)
        steps = [self._step(at, instruction) for at, instruction in enumerate(self.code)]
        steps += self._copies()
        constants = tuple(np.array(fixed.value) for fixed in self.fixed)
        return Tape(
            inputs=self.inputs,
            outputs=len(self.results),
            registers=self.registers,
            constants=constants,
            steps=tuple(
                (kernel, tuple(self._final(place, first_register) for place in places))
                for kernel, places in steps
            ),
        )

    def _step(self, at: int, instruction: Instruction) -> Step:
        """Target first: it shares no cell with an operand, so kernels may read after writing."""
        if instruction.target not in self.cells:
            self.cells[instruction.target] = self._register()
        target = self.cells[instruction.target]
        places = tuple(self._cell(operand) for operand in instruction.operands)
        for operand in set(instruction.operands):
            if self.last_use[operand] == at and self._is_register(operand):
                self.free.append(self.cells[operand])
        return instruction.kernel, (*places, target)

    def _copies(self) -> list[Step]:
        """Results that are an input, a constant, or the same as another result."""
        return [
            (_copy, (self._cell(result), place))
            for place, result in enumerate(self.results, start=self.inputs)
            if self._cell(result) != place
        ]

    def _cell(self, operand: Operand) -> int:
        """Cells of constants count down from −1 until the number of registers is known."""
        if isinstance(operand, Fixed):
            return -1 - self.fixed.setdefault(operand, len(self.fixed))
        return self.cells[operand]

    def _is_register(self, operand: Operand) -> bool:
        return isinstance(operand, int) and self.cells[operand] >= self.inputs + len(self.results)

    def _register(self) -> int:
        if self.free:
            return self.free.pop()
        self.registers += 1
        return self.inputs + len(self.results) + self.registers - 1

    def _final(self, place: int, first_register: int) -> int:
        return place if place >= 0 else first_register + self.registers - 1 - place


def _copy(source: Array, out: Array) -> None:
    out[...] = source
