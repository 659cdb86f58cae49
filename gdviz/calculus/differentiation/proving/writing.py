"""How a proof is written down as data: reason and formula, line by line.

Formulas are in the editor's language; D_x[f] stands for f′, lim_h[f] for the limit as h → 0, f[u]
and f'[u] for a function without a formula and for its derivative. Every line is the same number as
the one before it: the tests compute both.
"""

from typing import NamedTuple


class WrittenProof(NamedTuple):
    """A proof as written: (reason, formula) a line; `where` says what other letters are."""

    method: str
    lines: tuple[tuple[str, str], ...]
    where: tuple[tuple[str, str], ...] = ()


def limit(*lines: tuple[str, str]) -> WrittenProof:
    """From the definition of the derivative."""
    return WrittenProof("limit", lines)


def by_rules(method: str, *lines: tuple[str, str]) -> WrittenProof:
    """From simpler entries, by the rules."""
    return WrittenProof(method, lines)


def inverse(function: str, undone: str, *lines: tuple[str, str]) -> WrittenProof:
    """y = f(x) where x = `undone`, a function of y: f′ = 1/x′."""
    beginning = (("", f"D_x[{function}]"), ("inverse", f"1/D_y[{undone}]"))
    return WrittenProof("inverse", (*beginning, *lines), (("y", function),))
