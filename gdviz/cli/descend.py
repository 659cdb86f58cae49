"""gdviz descend: a descent, step by step, and why it ended."""

import csv
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.calculus.canonical import canonical
from gdviz.calculus.formula import Formula
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.notation import (
    derivative_name,
    function_name,
    plain,
    typeset_formula,
)
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.output import number, numbers, shown, table, write_json, write_lines
from gdviz.cli.reading import notice_lines, read
from gdviz.cli.trouble import CommandError
from gdviz.descent.loss import loss_of
from gdviz.descent.plan import Plan
from gdviz.descent.run import Descent, descend
from gdviz.descent.start import random_point
from gdviz.descent.telling import place, stop_sentence, warning_sentence
from gdviz.descent.trouble import DescentError
from gdviz.i18n import Translator
from gdviz.numerals import equation
from gdviz.sentences import sentence

FIRST_ROWS, LAST_ROWS = 20, 5
"""Rows of a long table that a person is shown; --csv and --json have them all."""
SEEDS = 10_000
"""Seeds that are drawn when none is given: short enough to be typed again."""
VIEW = (-5.0, 5.0)
"""Where each of several variables starts at random."""


@dataclass(frozen=True, eq=False)
class Told:
    """A descent with what it was asked for."""

    text: str
    formula: Formula
    descent: Descent
    seed: int | None
    tr: Translator

    @property
    def loss_name(self) -> str:
        """What the function is called in sentences: L, f, y."""
        return plain(function_name(self.formula)).partition("(")[0]

    @property
    def reason(self) -> str:
        """Why it ended, as a sentence."""
        return stop_sentence(self.tr, self.descent, self.formula.variables, self.loss_name)

    @property
    def warning(self) -> str:
        """What is wrong with the end, empty if nothing is."""
        return warning_sentence(self.tr, self.descent, self.formula.variables, self.loss_name)


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command."""
    if words.has("--json") and words.has("--csv"):
        raise CommandError(tr("--json and --csv exclude each other."))
    told = descent_of(expression, words, tr)
    if words.has("--json"):
        write_json(as_json(told))
    elif words.has("--csv"):
        write_csv(told)
    else:
        write_lines(as_text(told))


def descent_of(expression: str, words: Words, tr: Translator) -> Told:
    """Read the line and the options, and descend. Raises CommandError."""
    values = read_numbers.assignments(words.get("--values"), "--values", tr)
    formula = read(expression, values, tr)
    start, seed = _start(formula, values, words, tr)
    try:
        descent = descend(
            loss_of(formula, values),
            start,
            Plan(
                read_numbers.number(words.get("--rate", "0.1"), "--rate", tr),
                read_numbers.number(words.get("--epsilon", "0.01"), "--epsilon", tr),
                read_numbers.whole_number(words.get("--max-steps", "1000"), "--max-steps", tr),
            ),
        )
    except DescentError as error:
        raise CommandError(sentence(tr, error.code, error.fields)) from error
    return Told(expression, formula, descent, seed, tr)


def _start(
    formula: Formula, values: Mapping[str, float], words: Words, tr: Translator
) -> tuple[tuple[float, ...], int | None]:
    """The start that was given, or the lecture's: random, from a seed that is told."""
    if words.has("--start"):
        return read_numbers.point(words.get("--start"), formula.variables, "--start", tr), None
    if words.has("--seed"):
        seed = read_numbers.whole_number(words.get("--seed"), "--seed", tr)
    else:
        seed = random.randrange(SEEDS)
    start = random_point(loss_of(formula, values), _views(formula, values), seed)
    if start is None:
        raise CommandError(
            tr("No start was found where the function is defined; give one by --start.")
        )
    return start, seed


def _views(formula: Formula, values: Mapping[str, float]) -> list[tuple[float, float]]:
    """From where to where a start is drawn: what the plot would show, with one variable."""
    if len(formula.variables) > 1:
        return [VIEW] * len(formula.variables)
    view = automatic_viewport(Differentiable(formula.body, formula.variables[0], values))
    return [(view.x0, view.x1)]


def as_json(told: Told) -> dict[str, Any]:
    """The object that --json writes."""
    formula, descent = told.formula, told.descent
    columns = (descent.steps, descent.points, descent.losses, descent.gradients)
    return {
        "input": told.text,
        "reading": canonical(formula.body),
        "variables": list(formula.variables),
        "parameters": list(formula.parameters),
        "rate": descent.rate,
        "epsilon": descent.epsilon,
        "seed": told.seed,
        "iterates": [
            {
                "step": int(step),
                "point": numbers(point),
                "loss": number(loss),
                "gradient": numbers(gradient),
            }
            for step, point, loss, gradient in zip(*columns, strict=True)
        ],
        "stop": _stop_json(told),
    }


def _stop_json(told: Told) -> dict[str, Any]:
    stop = told.descent.stop
    warning = {"code": stop.warning, "message": told.warning} if stop.warning else None
    return {
        "reason": stop.reason,
        "step": stop.step,
        "warning": warning,
        "cause": stop.cause,
        "period": stop.period,
        "rejected": None if stop.rejected is None else numbers(stop.rejected),
        "message": told.reason,
    }


def write_csv(told: Told) -> None:
    """step, the variables, loss, the gradient; infinite values as inf, undefined ones empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    names = told.formula.variables
    writer.writerow(["step", *names, "loss", *(f"gradient_{name}" for name in names)])
    for step, *values in _rows(told.descent):
        writer.writerow([int(step), *numbers(values)])


def _rows(descent: Descent) -> Iterator[Sequence[float]]:
    columns = (descent.steps, descent.points, descent.losses, descent.gradients)
    for step, point, loss, gradient in zip(*columns, strict=True):
        yield [step, *point.tolist(), float(loss), *gradient.tolist()]


def as_text(told: Told) -> list[str]:
    """The descent as it is written on the board: what, from where, each step, why it ended."""
    tr, formula, descent = told.tr, told.formula, told.descent
    settings = ", ".join((equation("λ", descent.rate), equation("ε", descent.epsilon)))
    start = place(formula.variables, descent.points[0])
    drawn = "" if told.seed is None else " " + tr("(random, --seed {seed})", seed=told.seed)
    lines = [plain(typeset_formula(formula, tr.language))]
    lines += notice_lines(formula.notices, tr)
    lines += [tr("start: {start}; {settings}", start=start + drawn, settings=settings), ""]
    lines += [*_table(told), "", told.reason]
    return lines + ([told.warning] if told.warning else [])


def _table(told: Told) -> list[str]:
    formula = told.formula
    slopes = [plain(derivative_name(formula, name)) for name in formula.variables]
    name = plain(function_name(formula))
    head = ["i", *formula.variables, name, *slopes, f"Δ{told.loss_name}"]
    with np.errstate(invalid="ignore"):  # ∞ − ∞
        changes = ["", *map(shown, np.diff(told.descent.losses))]
    rows = [
        [str(int(step)), *map(shown, values), change]
        for (step, *values), change in zip(_rows(told.descent), changes, strict=True)
    ]
    lines = table(head, rows)
    if len(rows) > FIRST_ROWS + LAST_ROWS + 1:
        lines[FIRST_ROWS + 1 : -LAST_ROWS] = ["  …"]
    return lines
