"""A descent as JSON, as a table for a spreadsheet, and as it is written on the board."""

import csv
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.notation import (
    derivative_name,
    function_name,
    plain,
    typeset_formula,
)
from gdviz.cli.descend_task import Task, Told
from gdviz.cli.output import number, numbers, shown, table
from gdviz.cli.reading import notice_lines
from gdviz.descent.pytorch import regression_script, script
from gdviz.descent.regression import MODELS, LeastSquares, least_squares
from gdviz.descent.run import Descent
from gdviz.descent.schedules import schedule_text
from gdviz.descent.table import OPTIMISERS, name_of, settings_of
from gdviz.descent.telling import place
from gdviz.numerals import equation

FIRST_ROWS, LAST_ROWS = 20, 5
"""Rows of a long table that a person is shown; --csv and --json have them all."""


def as_json(told: Told) -> dict[str, Any]:
    """The object that --json writes."""
    formula, descent = told.formula, told.descent
    columns = (descent.steps, descent.points, descent.losses, descent.gradients)
    return {
        "input": told.task.text,
        "reading": told.task.reading,
        "variables": list(formula.variables),
        "parameters": list(formula.parameters),
        "rate": descent.rate,
        "epsilon": descent.epsilon,
        "seed": told.seed,
        **_how(descent),
        **_on_data(told),
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


def _how(descent: Descent) -> dict[str, Any]:
    """The optimiser, what becomes of λ, and what is left to chance."""
    plan = descent.plan
    rates = [plan.rate_at(int(step)) for step in descent.steps]
    return {
        "max_steps": plan.max_steps,
        "optimizer": name_of(plan.optimiser),
        "settings": settings_of(plan.optimiser),
        "schedule": schedule_text(plan.schedule),
        "rates": None if plan.schedule.is_constant else rates,
        "noise": plan.noise.sigma if plan.noise else 0.0,
        "batch": plan.batches.size if plan.batches else None,
    }


def _on_data(told: Told) -> dict[str, Any]:
    """What the data were, and where a linear regression should end; nothing for an expression.

    `fit` are the parameters in the units of the file, whether features were standardised or not.
    """
    task = told.task
    if task.regression is None:
        return {}
    best, data, scaling = _best(task), task.regression.data, task.scaling
    scales = scaling and {
        "means": numbers(scaling.means),
        "deviations": numbers(scaling.deviations),
    }
    return {
        "model": task.regression.model,
        "data": {"rows": data.rows, "columns": list(data.names), "standardized": scales},
        "fit": numbers(_fit(told)),
        "least_squares": best
        and {"point": numbers(best.point), "loss": number(best.loss), "is_only": best.is_only},
    }


def _best(task: Task) -> LeastSquares | None:
    if task.regression is None or task.regression.model != "linear":
        return None
    return least_squares(task.regression.data)


def _fit(told: Told) -> Sequence[float]:
    end: list[float] = told.descent.points[-1].tolist()
    with np.errstate(all="ignore"):
        return told.task.scaling.original(end) if told.task.scaling else end


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


def as_script(told: Told) -> str:
    """The same run as a program for PyTorch."""
    task, plan, start = told.task, told.descent.plan, told.descent.points[0].tolist()
    if task.regression is not None:
        return regression_script(task.regression, start, plan)
    return script(told.formula, start, plan, task.values)


def as_text(told: Told) -> list[str]:
    """The descent as it is written on the board: what, from where, each step, why it ended."""
    tr, formula, descent = told.tr, told.formula, told.descent
    settings = ", ".join((equation("λ", descent.rate), equation("ε", descent.epsilon)))
    start = place(formula.variables, descent.points[0])
    drawn = " " + tr("(random, --seed {seed})", seed=told.seed) if told.start_is_drawn else ""
    lines = [plain(typeset_formula(formula, tr.language))]
    lines += notice_lines(formula.notices, tr)
    lines += [tr("start: {start}; {settings}", start=start + drawn, settings=settings)]
    lines += [*_manner(told), *_source(told), ""]
    lines += [*_table(told), "", told.reason]
    return lines + ([told.warning] if told.warning else []) + _comparison(told)


def _manner(told: Told) -> list[str]:
    """What is other than in the lecture: the optimiser, the schedule, noise and batches."""
    tr, plan = told.tr, told.descent.plan
    lines = []
    if (name := name_of(plan.optimiser)) != "gd":
        kind, settings = OPTIMISERS[name], settings_of(plan.optimiser)
        values = [
            equation(plain(set_name(kind.settings[key].letter)), value)
            for key, value in settings.items()
        ]
        title = tr(kind.title)
        lines.append(tr("optimizer: {title}", title=", ".join([title, *values])))
    if not plan.schedule.is_constant:
        lines.append(tr("schedule of λ: {text}", text=schedule_text(plan.schedule)))
    if plan.noise:
        sigma = equation("σ", plan.noise.sigma)
        lines.append(tr("noise: {sigma} (--seed {seed})", sigma=sigma, seed=told.seed))
    if plan.batches:
        size = plan.batches.size
        lines.append(tr("rows at a time: {size} (--seed {seed})", size=size, seed=told.seed))
    return lines


def _source(told: Told) -> list[str]:
    """The data, if it descends on data."""
    tr, regression = told.tr, told.task.regression
    if regression is None:
        return []
    lines = [
        tr(
            "{model}: {rows} rows of {columns}",
            model=tr(MODELS[regression.model].title),
            rows=regression.data.rows,
            columns=", ".join(regression.data.names),
        )
    ]
    return lines + ([tr("features standardised")] if told.task.scaling else [])


def _comparison(told: Told) -> list[str]:
    """The end in the units of the file, and the closed-form solution."""
    tr, names, best = told.tr, told.formula.variables, _best(told.task)
    lines = []
    if told.task.scaling:
        lines.append(tr("In the units of the file: {point}.", point=place(names, _fit(told))))
    if best is not None:
        point, loss = place(names, best.point), equation("L", best.loss)
        lines.append(tr("Least squares: {point}, {loss}.", point=point, loss=loss))
        if not best.is_only:
            lines.append(tr("Other lines fit these points just as well."))
    return lines


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
