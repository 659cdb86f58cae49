"""Trees of expressions, laid out as a tape of NumPy instructions.

Every distinct sub-expression is computed once; constants are computed while the tape is made;
integer powers become products; registers are used again as soon as their value is not needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gdviz.calculus.evaluation.emitter import Fixed, Instruction, Operand
from gdviz.calculus.evaluation.kernels import Array, Kernel, goes_through_once
from gdviz.calculus.evaluation.lowering import Lowering
from gdviz.calculus.expression import Expression

WORKING_SET = 2**19
"""Numbers that are worked on at a time, 4 MB: they stay in the cache.

Smaller blocks would be nearer to the processor, but there would be more of them to begin: with an
eighth of it quick formulas as x² + 12 take a fifth longer.
"""
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

        A column may also be one number for all points (0-d), if it is nobody's only operand.

        The last block reaches back so as not to be too short.
        """
        size = results[0].size
        block = size if self._is_one_pass else min(self.block, size)
        registers = [np.empty(block) for _ in range(self.registers)]
        if 0 < size == block:
            self._play([*columns, *results, *registers, *self.constants])
            return
        for start in range(0, size, block or 1):
            stop = min(start + block, size)
            part = slice(max(0, min(start, stop - FEWEST)), stop)
            if stop - part.start < block:
                registers = [register[: stop - part.start] for register in registers]
            ends = [each[part] if each.ndim else each for each in (*columns, *results)]
            self._play([*ends, *registers, *self.constants])

    def _play(self, cells: Sequence[Array]) -> None:
        for kernel, places in self.steps:
            kernel(*[cells[place] for place in places])

    @property
    def block(self) -> int:
        """Points that are computed at a time."""
        return WORKING_SET // (self.inputs + self.outputs + self.registers)

    @property
    def _is_one_pass(self) -> bool:
        """NumPy alone goes through memory once: blocks would gain nothing."""
        return len(self.steps) == 1 and goes_through_once(self.steps[0][0])


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
    """Puts values into cells: a linear scan over the code, from last uses to free cells.

    Until its result is written the cell of an output serves as a register, and a ufunc writes over
    an operand that nobody needs again: what is in use stays in the cache.
    """

    def __init__(
        self, inputs: int, results: Sequence[Operand], code: Sequence[Instruction]
    ) -> None:
        self.inputs, self.results, self.code = inputs, results, code
        self.cells: dict[Operand, int] = {place: place for place in range(inputs)}
        self.free: list[int] = []
        self.registers = 0
        self.fixed: dict[Fixed, int] = {}
        self.last_use = {o: at for at, step in enumerate(code) for o in step.operands}
        self.written: dict[int, int] = {}
        """Cell of an output → the instruction that writes it; copies come after all."""

    def tape(self) -> Tape:
        first_register = self.inputs + len(self.results)
        made_at: dict[Operand, int] = {made.target: at for at, made in enumerate(self.code)}
        for place, result in enumerate(self.results, start=self.inputs):
            is_own = self.cells.setdefault(result, place) == place
            self.written[place] = made_at.get(result, -1) if is_own else len(self.code)
        self.free += self.written
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
        """The target of a kernel of ours shares no cell with an operand: it may read after writing.

        NumPy's ufuncs may.
        """
        places = tuple(self._cell(operand) for operand in instruction.operands)
        if _works_in_place(instruction):
            self._release(at, instruction)
            target = self._target(instruction)
        else:
            target = self._target(instruction)
            self._release(at, instruction)
        return instruction.kernel, (*places, target)

    def _target(self, instruction: Instruction) -> int:
        value = instruction.target
        if value not in self.cells:
            self.cells[value] = self._register(self.last_use[value])
        return self.cells[value]

    def _release(self, at: int, instruction: Instruction) -> None:
        """The cells of operands that are not used again are free."""
        for operand in set(instruction.operands):
            if isinstance(operand, Fixed) or operand in self.results or operand < self.inputs:
                continue
            if self.last_use[operand] == at:
                self.free.append(self.cells[operand])

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

    def _register(self, until: int) -> int:
        """A free cell for a value that is last used by the instruction `until`; the latest freed.

        In the cell of an output it must be gone when that is written.
        """
        for cell in reversed(self.free):
            written = self.written.get(cell)
            if written is None or until < written or self._writes_over(until, written):
                self.free.remove(cell)
                return cell
        self.registers += 1
        return self.inputs + len(self.results) + self.registers - 1

    def _writes_over(self, until: int, written: int) -> bool:
        return until == written < len(self.code) and _works_in_place(self.code[written])

    def _final(self, place: int, first_register: int) -> int:
        return place if place >= 0 else first_register + self.registers - 1 - place


def _works_in_place(instruction: Instruction) -> bool:
    """Whether the target may be one of the operands."""
    return isinstance(instruction.kernel, np.ufunc)


def _copy(source: Array, out: Array) -> None:
    out[...] = source
