"""What to descend on: a line that was typed, or a regression on data."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from gdviz.calculus.canonical import canonical
from gdviz.calculus.formula import Formula
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.notation import function_name, plain
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.reading import read
from gdviz.cli.trouble import CommandError
from gdviz.descent.data import Data, Scaling, read_csv, standardised
from gdviz.descent.loss import Loss, loss_of
from gdviz.descent.regression import MODELS, DataLoss, Regression
from gdviz.descent.run import Descent
from gdviz.descent.telling import stop_sentence, warning_sentence
from gdviz.i18n import Translator

VIEW = (-5.0, 5.0)
"""Where each of several variables starts at random."""
LARGEST_FILE = 64 * 2**20
"""Bytes of data that are read: far more than 100,000 rows need."""
ONLY_WITH_DATA = ("--model", "--standardize", "--batch")


@dataclass(frozen=True, eq=False)
class Task:
    """What is descended on, and what is said of it.

    text: the line, or the name of the file; reading: how it was read; views: where each variable
    starts at random; values: of the formula's parameters.
    """

    text: str
    reading: str
    formula: Formula
    objective: Loss | DataLoss
    views: list[tuple[float, float]]
    values: Mapping[str, float] = field(default_factory=dict)
    regression: Regression | None = None
    scaling: Scaling | None = None


@dataclass(frozen=True, eq=False)
class Told:
    """A descent with what it was asked for. seed: None where nothing was left to chance."""

    task: Task
    descent: Descent
    seed: int | None
    start_is_drawn: bool
    tr: Translator

    @property
    def formula(self) -> Formula:
        """Of the loss."""
        return self.task.formula

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


def task_of(expression: str, words: Words, tr: Translator) -> Task:
    """The task of a command line. Raises CommandError, DescentError."""
    if words.has("--data"):
        return _on_data(words, tr)
    for option in ONLY_WITH_DATA:
        if words.has(option):
            raise CommandError(tr("{option} is for data; give a file by --data.", option=option))
    values = read_numbers.assignments(words.get("--values"), "--values", tr)
    formula = read(expression, values, tr)
    reading, loss = canonical(formula.body), loss_of(formula, values)
    return Task(expression, reading, formula, loss, _views(formula, values), values)


def _views(formula: Formula, values: Mapping[str, float]) -> list[tuple[float, float]]:
    """From where to where a start is drawn: what the plot would show, with one variable."""
    if len(formula.variables) > 1:
        return [VIEW] * len(formula.variables)
    view = automatic_viewport(Differentiable(formula.body, formula.variables[0], values))
    return [(view.x0, view.x1)]


def _on_data(words: Words, tr: Translator) -> Task:
    model = words.get("--model", "linear")
    if model not in MODELS:
        raise CommandError(tr("--model is one of {known}.", known=", ".join(MODELS)))
    if words.has("--values"):
        raise CommandError(tr("--values is for letters of an expression; data have none."))
    data, scaling = _data(words.get("--data"), tr), None
    if words.has("--standardize"):
        data, scaling = standardised(data)
    regression = Regression(model, data)
    return Task(
        words.get("--data"),
        regression.reading,
        regression.formula,
        regression.loss,
        [VIEW] * len(regression.variables),
        regression=regression,
        scaling=scaling,
    )


def _data(name: str, tr: Translator) -> Data:
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with open(name, "rb") as file:
                content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CommandError(
            tr("The data {name} cannot be read: {reason}.", name=name, reason=reason)
        ) from error
    if len(content) > LARGEST_FILE:
        raise CommandError(tr("The data {name} are too large to be read.", name=name))
    return read_csv(content)
