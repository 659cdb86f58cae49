"""A derivation on paper: lines of text, or a LaTeX fragment that compiles with amsmath."""

from collections.abc import Iterator, Sequence

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.typesetting.latex_prose import prose
from gdviz.calculus.typesetting.markup import Fraction, Markup
from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.cli.steps import F_AND_G, Entry, Functions, entries, simplified
from gdviz.i18n import Translator

INDENT = "  "


def as_lines(
    step: Step, name: Markup, tr: Translator, functions: Functions = F_AND_G
) -> Iterator[str]:
    """The derivation as text; `name` is what the derivative is called: y′.

    functions: what f and g of a chain f(g(x)) are called.
    """
    if isinstance(name, Fraction):  # ∂f/∂x is one derivative of several
        yield f"{plain(name)}:"
    for entry in entries(step, tr, functions):
        yield from _entry_lines(entry, tr)
    lines = simplified(step.after, tr)
    if len(lines) > 1:
        yield ""
        yield tr("Simplified:")
        yield from _equalities(plain(name), [(plain(form), reason) for form, reason in lines])


def _entry_lines(entry: Entry, tr: Translator) -> Iterator[str]:
    margin = INDENT * entry.depth
    equality = f"{plain(entry.left)} = {plain(entry.right)}"
    if entry.repeats:
        yield f"{margin}{entry.number}. {equality}: {_as_before(entry, tr)}"
        return
    rule, said = entry.rule, plain(entry.law)
    said = "; ".join([said, *map(plain, entry.named)])
    yield f"{margin}{entry.number}. {rule}: {said}"
    if not said.startswith(equality):
        yield f"{margin}{' ' * len(entry.number)}  {equality}"


def _as_before(entry: Entry, tr: Translator) -> str:
    return tr("as in step {number}", number=entry.repeats)


def _equalities(name: str, lines: Sequence[tuple[str, str]]) -> Iterator[str]:
    """y′ = …, below it = …, the reasons in a column of their own."""
    width = max(len(form) for form, _ in lines)
    for place, (form, reason) in enumerate(lines):
        left = name if place == 0 else " " * len(name)
        yield f"{INDENT}{left} = {form.ljust(width)}  {reason}".rstrip()


def aligned(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """Rows of left side, right side and remark (LaTeX of text mode) as an align* environment."""
    written = [
        f"{left} &= {right}" + (rf" && \text{{{remark}}}" if remark else "")
        for left, right, remark in rows
    ]
    body = [f"{row} \\\\" for row in written[:-1]] + written[-1:]
    return [r"\begin{align*}", *(INDENT + row for row in body), r"\end{align*}"]


def latex_rows(
    step: Step, name: Markup, tr: Translator, functions: Functions = F_AND_G
) -> Iterator[tuple[str, str, str]]:
    """The rows of a derivation: each step with its rule, then the simplification."""
    for entry in entries(step, tr, functions):
        yield latex(entry.left), latex(entry.right), _remark(entry, tr)
    left = latex(name)
    for form, reason in simplified(step.after, tr):
        yield left, latex(form), prose(reason)
        left = ""


def _remark(entry: Entry, tr: Translator) -> str:
    if entry.repeats:
        return f"{entry.number}. {prose(_as_before(entry, tr))}"
    said = f"{entry.number}. {prose(entry.rule)}"
    return ", ".join([said, *(f"${latex(formula)}$" for formula in entry.named)])
