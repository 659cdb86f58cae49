"""Values of expressions at some points: each distinct part once, and a few parts in each slice of
the work, so that no slice is long however long the expressions are.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.evaluation import Functions, compile_functions
from gdviz.calculus.expression import Expression, Symbol
from gdviz.practice.slices import Slices

Array = NDArray[np.float64]

OPERANDS_AT_ONCE = 60
"""Of the parts that are compiled together."""
POINTS_AT_ONCE = 2048


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """Some parts as functions of the variables and of parts that are known already."""

    parts: Sequence[Expression]
    operands: Sequence[Expression]
    functions: Functions

    def run(self, columns: Sequence[Array], known: dict[Expression, Array]) -> None:
        """Add the values of the parts to those that are known."""
        values = self.functions(*columns, *(known[operand] for operand in self.operands))
        known.update(zip(self.parts, map(np.asarray, values), strict=True))


class Valuation:
    """Remembers the values of all parts that were computed.

    names: of the variables; columns: their values, shape (n,) each; letters: values of the others.
    """

    def __init__(
        self, names: Sequence[str], columns: Sequence[Array], letters: Mapping[str, float]
    ) -> None:
        self._names, self._columns, self._letters = names, columns, letters
        self._known: dict[Expression, Array] = {}
        self._varying: set[Expression] = set()

    def evaluating(self, expressions: Sequence[Expression]) -> Slices[list[Array]]:
        """The values of each, shape (n,); NaN where it has none."""
        for parts in _portions(_unknown(expressions, self._known)):
            self._stage(parts).run(self._columns, self._known)
            yield
        return [self._known[expression] for expression in expressions]

    def surveying(self, expressions: Sequence[Expression]) -> Slices[list[Array]]:
        """The same for so many points that the values of their parts cannot all be remembered."""
        portions = list(_portions(_unknown(expressions, ())))
        stages: list[Stage] = []
        for parts in portions:
            stages.append(self._stage(parts))
            yield
        pieces: list[list[Array]] = []
        for start in range(0, len(self._columns[0]), POINTS_AT_ONCE):
            columns = [column[start : start + POINTS_AT_ONCE] for column in self._columns]
            known: dict[Expression, Array] = {}
            for stage in stages:
                stage.run(columns, known)
                yield
            pieces.append([known[expression] for expression in expressions])
        return [np.concatenate(values) for values in zip(*pieces, strict=True)]

    def _stage(self, parts: Sequence[Expression]) -> Stage:
        """Parts over their operands: over names for what earlier stages have computed."""
        rewritten: dict[Expression, Expression] = {}
        operands: dict[Expression, Expression] = {}
        for part in parts:
            is_variable = isinstance(part, Symbol) and part.name in self._names
            if is_variable or not self._varying.isdisjoint(part.children()):
                self._varying.add(part)
            over = (self._over(child, rewritten, operands) for child in part.children())
            rewritten[part] = part.with_children(tuple(over))
        names = [*self._names, *(f"#{place}" for place in range(len(operands)))]
        functions = compile_functions(list(rewritten.values()), names, self._letters)
        return Stage(list(rewritten), list(operands), functions)

    def _over(
        self,
        child: Expression,
        rewritten: Mapping[Expression, Expression],
        operands: dict[Expression, Expression],
    ) -> Expression:
        # Numbers stay as they are written: an exponent ⅓ is no variable.
        if not child.children() or child not in self._varying:
            return child
        if child in rewritten:
            return rewritten[child]
        return operands.setdefault(child, Symbol(f"#{len(operands)}"))


def _unknown(
    expressions: Sequence[Expression], known: Container[Expression]
) -> Iterator[Expression]:
    """Every part that is not known, once, children before parents."""
    seen: set[Expression] = set()
    stack = [(expression, False) for expression in reversed(expressions)]
    while stack:
        part, is_ready = stack.pop()
        if part in seen or part in known:
            continue
        if is_ready:
            seen.add(part)
            yield part
        else:
            stack.append((part, True))
            stack.extend((child, False) for child in reversed(part.children()))


def _portions(parts: Iterator[Expression]) -> Iterator[list[Expression]]:
    """So many together that their operands are not too many."""
    portion: list[Expression] = []
    size = 0
    for part in parts:
        portion.append(part)
        size += 1 + len(part.children())
        if size >= OPERANDS_AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
