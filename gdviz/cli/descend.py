"""gdviz descend: a descent, step by step, and why it ended."""

import random

from gdviz.cli import numbers as read_numbers
from gdviz.cli.descend_output import as_json, as_script, as_text, write_csv
from gdviz.cli.descend_plan import plan_of, settings_of
from gdviz.cli.descend_task import Task, Told, task_of
from gdviz.cli.options import Words
from gdviz.cli.output import write_json, write_lines
from gdviz.cli.trouble import CommandError
from gdviz.descent.run import descend
from gdviz.descent.start import random_point
from gdviz.descent.trouble import DescentError
from gdviz.i18n import Translator
from gdviz.sentences import sentence

FORMS = ("--json", "--csv", "--pytorch")
"""Ways to answer, of which one can be had at a time."""
SEEDS = 10_000
"""Seeds that are drawn when none is given: short enough to be typed again."""


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command."""
    forms = [option for option in FORMS if words.has(option)]
    if len(forms) > 1:
        first, second = forms[:2]
        raise CommandError(
            tr("{first} and {second} exclude each other.", first=first, second=second)
        )
    told = descent_of(expression, words, tr)
    if words.has("--pytorch"):
        write_lines([as_script(told).rstrip("\n")])
    elif words.has("--json"):
        write_json(as_json(told))
    elif words.has("--csv"):
        write_csv(told)
    else:
        write_lines(as_text(told))


def descent_of(expression: str, words: Words, tr: Translator) -> Told:
    """Read the line or the data, and the options, and descend. Raises CommandError."""
    try:
        task = task_of(expression, words, tr)
        settings = settings_of(words, tr)
        is_drawn = not words.has("--start")
        by_chance = words.has("--noise") or words.has("--batch")
        seed = _seed(words, tr) if is_drawn or by_chance else None
        start = _random_start(task, seed or 0, tr) if is_drawn else _start(task, words, tr)
        plan = plan_of(words, settings, seed or 0, task.objective.hessian, tr)
        descent = descend(task.objective, start, plan)
    except DescentError as error:
        raise CommandError(sentence(tr, error.code, error.fields)) from error
    return Told(task, descent, seed, is_drawn, tr)


def _seed(words: Words, tr: Translator) -> int:
    if words.has("--seed"):
        return read_numbers.whole_number(words.get("--seed"), "--seed", tr)
    return random.randrange(SEEDS)


def _start(task: Task, words: Words, tr: Translator) -> tuple[float, ...]:
    return read_numbers.point(words.get("--start"), task.formula.variables, "--start", tr)


def _random_start(task: Task, seed: int, tr: Translator) -> tuple[float, ...]:
    """The lecture's: random, from a seed that is told."""
    start = random_point(task.objective, task.views, seed)
    if start is None:
        raise CommandError(
            tr("No start was found where the function is defined; give one by --start.")
        )
    return start
