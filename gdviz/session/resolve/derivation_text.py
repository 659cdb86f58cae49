"""A whole derivation written down, as text or as LaTeX."""

from collections.abc import Callable, Iterator

from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.i18n import Translator
from gdviz.session.derivation_scene import DerivativeScene, StepRow

INDENT = "    "
ROW_END = r"\\"


def derivation_as_text(scene: DerivativeScene, tr: Translator) -> str:
    """A line for a formula; steps are numbered 1, 1.1, 1.2 … and stand under what they are for."""
    lines = [plain(scene.function), ""]
    for number, depth, row, is_outcome in _told(scene):
        margin = INDENT * depth
        if is_outcome:
            lines.append(f"{margin}{_outcome(row, plain)}")
            continue
        lines.append(f"{margin}{number} {row.rule}: {plain(row.law)}")
        margin += INDENT
        lines += [f"{margin}{plain(formula)}" for formula in _named(row)]
        lines.append(f"{margin}{plain(row.setup or row.formula)}")
    lines += ["", tr("Result: {formula}", formula=plain(scene.derivative)), ""]
    return "\n".join(lines)


def derivation_as_latex(scene: DerivativeScene) -> str:
    """The same in the environment align* of the package amsmath, a row for a formula."""
    rows = [f"& {latex(scene.function)}"]
    for number, depth, row, is_outcome in _told(scene):
        margin = rf"& \hspace{{{depth}em}} "
        if is_outcome:
            rows.append(f"{margin}{_outcome(row, latex)}")
            continue
        rows.append(rf"{margin}\text{{{number} {row.rule}: }} {latex(row.law)}")
        margin = rf"& \hspace{{{depth + 1}em}} "
        rows += [
            f"{margin}{latex(formula)}" for formula in (*_named(row), row.setup or row.formula)
        ]
    rows.append(f"& {latex(scene.derivative)}")
    body = f" {ROW_END}\n".join(rows)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"


def _named(row: StepRow) -> list[Markup]:
    return [formula for formula in (row.outer, row.inner) if formula is not None]


def _outcome(row: StepRow, written: Callable[[Markup], str]) -> str:
    return written(row.outcome).strip() if row.outcome is not None else ""


def _told(scene: DerivativeScene) -> Iterator[tuple[str, int, StepRow, bool]]:
    """Number, depth, the step itself, and whether it is what its parts come to."""
    counts: list[int] = []
    open_steps: list[int] = []
    for step, depth in enumerate(scene.depths):
        while len(open_steps) > depth:
            yield from _closed(scene, open_steps)
        counts = [*counts[:depth], (counts[depth] if depth < len(counts) else 0) + 1]
        yield ".".join(map(str, counts)) + ".", depth, scene.row(step), False
        open_steps.append(step)
    while open_steps:
        yield from _closed(scene, open_steps)


def _closed(
    scene: DerivativeScene, open_steps: list[int]
) -> Iterator[tuple[str, int, StepRow, bool]]:
    row, depth = scene.row(open_steps.pop()), len(open_steps)
    if row.outcome is not None:
        yield "", depth + 1, row, True
