"""Ambiguous places as notices: what was read, and the whole line rewritten the other way."""

from collections.abc import Callable, Collection, Sequence

from gdviz.calculus.formula import Notice
from gdviz.calculus.reading.ambiguities import RULES_FOR_PRODUCTS, Ambiguity, Edit, Line
from gdviz.calculus.reading.ambiguous_names import RULES_FOR_LINES
from gdviz.calculus.reading.observations import Observations

LONGEST_SHOWN = 40
MOST_NOTICES = 3
"""A line with more of them needs rewriting anyway, and each costs another reading."""


def find_notices(
    text: str, observed: Observations, variables: Collection[str], differs: Callable[[str], bool]
) -> tuple[Notice, ...]:
    """The first few notices of a line that has been read, from left to right.

    `differs` says of a rewritten line whether it is read, and otherwise than the line itself.
    """
    line = Line(text, observed, frozenset(variables))
    found = [
        ambiguity
        for product in observed.products
        for rule in RULES_FOR_PRODUCTS
        for ambiguity in rule(line, product)
    ]
    found += [ambiguity for rule in RULES_FOR_LINES for ambiguity in rule(line)]
    found.sort(key=lambda ambiguity: (ambiguity.start, ambiguity.stop))
    notices = (_notice(text, ambiguity) for ambiguity in found[:MOST_NOTICES])
    return tuple(notice for notice in notices if differs(notice.alternative or ""))


def _notice(text: str, ambiguity: Ambiguity) -> Notice:
    place = slice(ambiguity.start, ambiguity.stop)
    rewritten = _edited(text, ambiguity.other)
    fields = {
        "typed": _shown(text[place]),
        "reading": _shown(_part(text, ambiguity, ambiguity.reading)),
        "other": _shown(_part(text, ambiguity, ambiguity.other)),
    }
    length = ambiguity.stop - ambiguity.start
    return Notice(ambiguity.start, length, ambiguity.code, fields, rewritten)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.stop :]
    return text


def _part(text: str, ambiguity: Ambiguity, edits: Sequence[Edit]) -> str:
    """The ambiguous characters after the edits, which all lie among them."""
    rewritten = _edited(text, edits)
    return rewritten[ambiguity.start : ambiguity.stop + len(rewritten) - len(text)]


def _shown(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"
