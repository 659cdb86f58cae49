"""How to descend, from the options of a command line."""

from collections.abc import Callable

from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.trouble import CommandError
from gdviz.descent.optimisers import Vector
from gdviz.descent.plan import Plan
from gdviz.descent.planning import planned
from gdviz.descent.table import OPTIMISERS
from gdviz.i18n import Translator

LETTERS = {
    setting.letter: name for kind in OPTIMISERS.values() for name, setting in kind.settings.items()
}
"""A setting may be called by its letter, too."""


def settings_of(words: Words, tr: Translator) -> dict[str, float]:
    """`--set beta1=0.8,beta2=0.99` by name. Raises CommandError."""
    settings = {}
    for pair in filter(None, (part.strip() for part in words.get("--set").split(","))):
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign:
            raise CommandError(
                tr("{option}: “{text}” is not of the form a=2.", option="--set", text=pair)
            )
        settings[LETTERS.get(name, name)] = read_numbers.number(value, "--set", tr)
    return settings


def plan_of(
    words: Words,
    settings: dict[str, float],
    seed: int,
    hessian: Callable[[Vector], Vector],
    tr: Translator,
) -> Plan:
    """The plan that the options ask for. Raises CommandError, DescentError."""
    rate = words.has("--rate")
    return planned(
        read_numbers.number(words.get("--rate"), "--rate", tr) if rate else None,
        read_numbers.number(words.get("--epsilon", "0.01"), "--epsilon", tr),
        read_numbers.whole_number(words.get("--max-steps", "1000"), "--max-steps", tr),
        words.get("--optimizer", "gd"),
        settings,
        words.get("--schedule", "constant"),
        read_numbers.number(words.get("--noise", "0"), "--noise", tr),
        seed,
        batch=_batch(words, tr),
        hessian=hessian,
    )


def _batch(words: Words, tr: Translator) -> int | None:
    if not words.has("--batch"):
        return None
    return read_numbers.whole_number(words.get("--batch"), "--batch", tr)
