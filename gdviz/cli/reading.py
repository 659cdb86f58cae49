"""The typed line, read; what is wrong with it as CommandError in the person's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from gdviz.calculus.formula import Formula, Notice, ParseError
from gdviz.calculus.parser import parse
from gdviz.cli.trouble import CommandError
from gdviz.i18n import Translator
from gdviz.sentences import sentence


def read(text: str, values: Mapping[str, float], tr: Translator) -> Formula:
    """The formula; letters in `values` are parameters whatever their name. Raises CommandError."""
    try:
        return parse(text, given=tuple(values))
    except ParseError as error:
        raise unreadable(error, tr) from error


def read_of_one_variable(
    text: str, values: Mapping[str, float], refusal: str, tr: Translator
) -> Formula:
    """The formula of a function of one variable. Raises CommandError.

    refusal: the msgid of what is said of others, with {names}.
    """
    formula = read(text, values, tr)
    if len(formula.variables) > 1:
        raise CommandError(tr(refusal, names=", ".join(formula.variables)))
    return formula


def unreadable(error: ParseError, tr: Translator) -> CommandError:
    """What is wrong with a line, and what to do about it."""
    return CommandError(
        sentence(tr, error.code, error.fields),
        position=error.position,
        length=error.length,
        hint=sentence(tr, error.hint, error.fields) if error.hint else None,
    )


def notices_as_json(notices: Sequence[Notice], tr: Translator) -> list[dict[str, Any]]:
    """The key `notices` that --json writes."""
    return [
        {
            "position": notice.position,
            "length": notice.length,
            "message": notice_sentence(notice, tr),
            "alternative": notice.alternative,
        }
        for notice in notices
    ]


def notice_lines(notices: Sequence[Notice], tr: Translator) -> list[str]:
    """The same for a person: ! 1/2x is read as (1/2)x …"""
    return [f"! {notice_sentence(notice, tr)}" for notice in notices]


def notice_sentence(notice: Notice, tr: Translator) -> str:
    """What a notice says."""
    return sentence(tr, notice.code, notice.fields)
