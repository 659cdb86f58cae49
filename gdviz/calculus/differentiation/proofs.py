"""Why the rules and the table of derivatives are true: from the definition or from simpler ones.

A proof is a chain of equalities, as data in proving/.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gdviz.calculus.differentiation.proving.basics import BASICS
from gdviz.calculus.differentiation.proving.circular import CIRCULAR
from gdviz.calculus.differentiation.proving.rules import OF_RULES
from gdviz.calculus.differentiation.proving.writing import WrittenProof
from gdviz.calculus.expression import Expression, Symbol, distinct
from gdviz.calculus.parser import parse
from gdviz.calculus.rewriting.line import Line
from gdviz.calculus.unevaluated import Derivative, Limit, Unknown

PROOFS = {**BASICS, **CIRCULAR, **OF_RULES}
"""By the id of the rule."""
SIGN = re.compile(
    r"(?:(?P<kind>D|lim)_(?P<by>[a-z])|(?P<name>[fgε])(?P<primes>'*))\[(?P<operand>[^][]*)\]"
)
"""(…)′, lim and functions without a formula as the table writes them, the innermost first.

D_x[sin x], lim_h[sin(h)/h], f[x+h], f'[x].
"""
LETTERS = tuple("xhtynabuck")
"""What a proof speaks of."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A chain of equalities from (f)′ to what the table says.

    `method` is an id: limit, inverse, quotient … `where` tells what other letters stand for:
    y = arcsin x.
    """

    method: str
    lines: tuple[Line, ...]
    where: tuple[tuple[str, Expression], ...] = ()


@cache
def proofs(rule: str) -> tuple[Proof, ...]:
    """The proofs of an entry of the table, by the id of its rule; () if it is a definition."""
    return tuple(_read(proof) for proof in PROOFS.get(rule, ()))


def _read(proof: WrittenProof) -> Proof:
    lines = [Line(formula(text), reason) for reason, text in proof.lines]
    where = tuple((letter, formula(text)) for letter, text in proof.where)
    return Proof(proof.method, tuple(lines), where)


def in_letters(proof: Proof, names: Mapping[str, str]) -> Proof:
    """The proof of functions that are called otherwise."""
    lines = (Line(_renamed(line.expression, names), line.reason) for line in proof.lines)
    where = ((letter, _renamed(meaning, names)) for letter, meaning in proof.where)
    return Proof(proof.method, tuple(lines), tuple(where))


def _renamed(form: Expression, names: Mapping[str, str]) -> Expression:
    parts = tuple(_renamed(child, names) for child in form.children())
    if isinstance(form, Unknown):
        return Unknown(parts[0], names.get(form.name, form.name), form.order)
    return form.with_children(parts) if parts else form


def formula(text: str) -> Expression:
    """A formula of the table: the editor's language, with D_x[…], lim_h[…] and f[…] besides."""
    marks: dict[str, Expression] = {}
    while found := SIGN.search(text):
        mark = f"Ω{len(marks) + 1}"
        marks[mark] = _unevaluated(found, marks)
        text = f"{text[: found.start()]}({mark}){text[found.end() :]}"
    return _filled(text, marks)


def _unevaluated(found: re.Match[str], marks: dict[str, Expression]) -> Expression:
    operand = _filled(found["operand"], marks)
    if found["name"]:
        return Unknown(operand, found["name"], len(found["primes"]))
    kind = Derivative if found["kind"] == "D" else Limit
    return kind(operand, found["by"])


def _filled(text: str, marks: dict[str, Expression]) -> Expression:
    """The formula with the marks replaced by what they stand for."""
    forms: dict[Expression, Expression] = {Symbol(mark): form for mark, form in marks.items()}
    body = parse(text, given=[*LETTERS, *marks]).body
    for node in distinct(body):
        children: Sequence[Expression] = [forms[child] for child in node.children()]
        forms.setdefault(node, node.with_children(tuple(children)) if children else node)
    return forms[body]
