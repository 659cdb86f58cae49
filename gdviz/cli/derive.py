"""gdviz derive: the derivative of an expression, and its values at points."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import TextIOWrapper
from typing import Any

import numpy as np

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import Step, derive
from gdviz.calculus.differentiation.exceptions import Condition, conditions
from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Formula
from gdviz.calculus.normal import tidy
from gdviz.calculus.nowhere import is_defined_nowhere
from gdviz.calculus.tangent import Differentiable, LocalSlope, angle_degrees
from gdviz.calculus.typesetting.latex_prose import prose
from gdviz.calculus.typesetting.markup import Markup, Operator, Row
from gdviz.calculus.typesetting.notation import (
    derivative_name,
    function_name,
    latex,
    plain,
    typeset,
    typeset_formula,
)
from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.output import number, numbers, shown, table, write_json, write_lines
from gdviz.cli.reading import notice_lines, notices_as_json, read
from gdviz.cli.steps import as_tree
from gdviz.cli.trouble import CommandError
from gdviz.cli.written_steps import aligned, as_lines, latex_rows
from gdviz.descent.loss import loss_of
from gdviz.i18n import Translator
from gdviz.session.naming import chain_letters
from gdviz.session.resolve.domain_of_derivative import (
    no_derivative,
    with_conditions,
    written,
)
from gdviz.session.resolve.readout import angle_alone, slope_reason

STANDARD_INPUT = "-"
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, eq=False)
class Answer:
    """A line with its derivatives and the points to evaluate them at."""

    text: str
    formula: Formula
    values: Mapping[str, float]
    points: Sequence[tuple[float, ...]]
    tr: Translator
    comma: str = ""
    """How a comma in --at was read, where it might have been meant otherwise."""

    @cached_property
    def derivations(self) -> dict[str, Step]:
        """How f is derived by each variable."""
        return {name: derive(self.formula.body, name) for name in self.formula.variables}

    @cached_property
    def derivatives(self) -> dict[str, Expression]:
        """The tidy derivative by each variable."""
        return {name: tidy(step.after) for name, step in self.derivations.items()}

    @cached_property
    def function(self) -> Differentiable:
        """f with its derivative (one variable)."""
        (name,) = self.formula.variables
        return Differentiable(self.formula.body, name, self.values)

    @cached_property
    def is_nowhere(self) -> bool:
        """Whether f surely has no value anywhere, and so no derivative."""
        return self.is_plain and is_defined_nowhere(
            self.formula.body, self.formula.variables[0], self.values
        )

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What x has to be for the formula of f′ to hold (one variable)."""
        return conditions(self.function) if self.is_plain and not self.is_nowhere else ()

    @property
    def is_plain(self) -> bool:
        """Whether there is one variable, so that f′ is one function."""
        return len(self.formula.variables) == 1

    def slopes(self) -> Iterator[LocalSlope]:
        """f at each point (one variable)."""
        return (self.function.at(x) for (x,) in self.points)

    def gradients(self) -> Iterator[tuple[tuple[float, ...], float, list[float]]]:
        """Point, value and gradient for each point (several variables)."""
        loss = loss_of(self.formula, self.values)
        for point in self.points:
            with np.errstate(all="ignore"):
                value, *gradient = loss.evaluate(*map(np.float64, point))
            yield point, float(value), [float(slope) for slope in gradient]


def answer(text: str, words: Words, tr: Translator) -> Answer:
    """Read a line and the options that belong to it. Raises CommandError."""
    values = read_numbers.assignments(words.get("--values"), "--values", tr)
    formula = read(text, values, tr)
    points = read_numbers.points(words.get("--at"), formula.variables, "--at", tr)
    comma = read_numbers.reading_of_comma(words.get("--at"), formula.variables, tr)
    return Answer(text, formula, values, points, tr, comma)


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command."""
    if expression == STANDARD_INPUT:
        answer_lines(words, tr)
    elif words.has("--json"):
        write_json(as_json(answer(expression, words, tr)))
    elif words.has("--latex"):
        write_lines(as_latex(answer(expression, words, tr), with_steps=words.has("--steps")))
    else:
        write_lines(as_text(answer(expression, words, tr), with_steps=words.has("--steps")))


def answer_lines(words: Words, tr: Translator) -> None:
    """One JSON object for each line of standard input, errors included."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    for line in sys.stdin:
        text = line.rstrip("\r\n").removeprefix(BYTE_ORDER_MARK)
        try:
            write_json(as_json(answer(text, words, tr)))
        except CommandError as trouble:
            trouble.input = text
            write_json(trouble.as_json())


def as_json(answer: Answer) -> dict[str, Any]:
    """The object that --json writes."""
    tr, formula = answer.tr, answer.formula
    derivative = _each(answer, answer.derivatives, canonical)
    derivative_latex = _each(
        answer, answer.derivatives, lambda tree: latex(typeset(tree, tr.language))
    )
    return {
        "input": answer.text,
        "reading": canonical(formula.body),
        "latex": latex(typeset(formula.body, tr.language)),
        "variables": list(formula.variables),
        "parameters": list(formula.parameters),
        "notices": [*notices_as_json(formula.notices, tr), *_remarks(answer)],
        "derivative": derivative,
        "derivative_latex": derivative_latex,
        **({"conditions": _conditions(answer)} if answer.conditions else {}),
        "steps": None if answer.is_nowhere else _each(answer, answer.derivations, as_tree),
        "simplified": derivative,
        "simplified_latex": derivative_latex,
        "at": _slopes_json(answer) if answer.is_plain else _gradients_json(answer),
    }


def _each(answer: Answer, found: Mapping[str, Any], write: Callable[[Any], Any]) -> Any:
    """What was found for the variable, written in some way; {name: …} with several variables.

    None where there is no derivative.
    """
    if answer.is_nowhere:
        return None
    written = {name: write(each) for name, each in found.items()}
    return next(iter(written.values())) if answer.is_plain else written


def _slopes_json(answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            "x": number(local.x),
            "value": number(local.value),
            "slope": number(local.derivative),
            "left_slope": number(local.left_slope),
            "right_slope": number(local.right_slope),
            "angle_degrees": None if local.slope is None else number(angle_degrees(local.slope)),
        }
        for local in answer.slopes()
    ]


def _gradients_json(answer: Answer) -> list[dict[str, Any]]:
    return [
        {
            **dict(zip(answer.formula.variables, numbers(point), strict=True)),
            "value": number(value),
            "gradient": numbers(gradient),
        }
        for point, value, gradient in answer.gradients()
    ]


def as_text(answer: Answer, *, with_steps: bool = False) -> list[str]:
    """The answer as a teacher writes it down."""
    tr, formula = answer.tr, answer.formula
    lines = [plain(typeset_formula(formula, tr.language))]
    if answer.is_nowhere:
        lines.append(no_derivative(formula, tr))
    else:
        lines += [plain(equation) for equation in _equations(answer)]
    lines += notice_lines(formula.notices, tr)
    lines += [f"! {answer.comma}"] if answer.comma else []
    if with_steps and not answer.is_nowhere:
        letters = chain_letters(formula)
        for name, step in answer.derivations.items():
            lines += ["", *as_lines(step, derivative_name(formula, name), tr, letters)]
    if answer.points:
        lines += ["", *(_slope_table(answer) if answer.is_plain else _gradient_table(answer))]
    return lines


def as_latex(answer: Answer, *, with_steps: bool = False) -> list[str]:
    """The same as a LaTeX fragment, for a document that uses amsmath."""
    tr, formula = answer.tr, answer.formula
    told = prose(no_derivative(formula, tr)) if answer.is_nowhere else ""
    rows = [(latex(function_name(formula)), latex(typeset(formula.body, tr.language)), told)]
    if answer.is_nowhere:
        return aligned(rows)
    for name, step in answer.derivations.items():
        left = derivative_name(formula, name)
        if with_steps:
            rows += latex_rows(step, left, tr, chain_letters(formula))
            name_of, right, remark = rows.pop()
            rows.append((name_of, right + _conditions_latex(answer), remark))
        else:
            right = latex(typeset(answer.derivatives[name], tr.language))
            rows.append((latex(left), right + _conditions_latex(answer), ""))
    return aligned(rows)


def _equations(answer: Answer) -> list[Markup]:
    language = answer.tr.language
    equalities: list[Markup] = [
        Row((derivative_name(answer.formula, name), Operator("="), typeset(tree, language)))
        for name, tree in answer.derivatives.items()
    ]
    return [with_conditions(each, answer.conditions, language) for each in equalities]


def _remarks(answer: Answer) -> Iterator[dict[str, Any]]:
    """Notices that offer no other reading: why `derivative` is null, how a comma was read."""
    if answer.is_nowhere:
        yield _remark(no_derivative(answer.formula, answer.tr), len(answer.text))
    if answer.comma:
        yield _remark(answer.comma, 0)


def _remark(message: str, length: int) -> dict[str, Any]:
    return {"position": 0, "length": length, "message": message, "alternative": None}


def _conditions_latex(answer: Answer) -> str:
    """, \\quad x \\ne 0"""
    language = answer.tr.language
    return "".join(rf",\quad {latex(Row(written(each, language)))}" for each in answer.conditions)


def _conditions(answer: Answer) -> list[str]:
    """x ≠ 0, each as it is written."""
    language = answer.tr.language
    return [plain(Row(written(each, language))) for each in answer.conditions]


def _slope_table(answer: Answer) -> list[str]:
    formula = answer.formula
    head = [*formula.variables, *_heads(answer), "α"]
    rows, remarks = [], []
    for local in answer.slopes():
        angle = "—" if local.slope is None else angle_alone(local.slope, answer.tr)
        rows.append([shown(local.x), shown(local.value), shown(local.slope), angle])
        if local.problem is not None:
            place = f"{formula.variables[0]} = {shown(local.x)}"
            remarks.append(f"{place}: {slope_reason(local, answer.tr)}")
    return [*table(head, rows), *remarks]


def _gradient_table(answer: Answer) -> list[str]:
    rows = [
        [shown(number) for number in (*point, value, *gradient)]
        for point, value, gradient in answer.gradients()
    ]
    return table([*answer.formula.variables, *_heads(answer)], rows)


def _heads(answer: Answer) -> list[str]:
    formula = answer.formula
    names = [derivative_name(formula, name) for name in formula.variables]
    return [plain(function_name(formula)), *map(plain, names)]
