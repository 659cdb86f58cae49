"""The signs and functions of the palette, a line of SYMBOLS each, and how they are written. No Qt.

A template says what is written: □ is what was selected, ▮ where the cursor goes then.
"""

from collections.abc import Callable
from typing import NamedTuple

from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Fraction,
    Letter,
    Markup,
    Radical,
    Row,
    Scripts,
    Upright,
)
from gdviz.i18n import N_
from gdviz.ui.editor.completions import ABOUT

SELECTED, CURSOR = "□", "▮"
X, A, B, N = map(Letter, "xabn")


class Symbol(NamedTuple):
    """`shown` and `template` may differ by language; `about` is a msgid."""

    id: str
    shown: Callable[[str], Markup]
    template: Callable[[str], str]
    about: str


def _sign(identity: str, shown: Markup, template: str, about: str) -> Symbol:
    return Symbol(identity, lambda _: shown, lambda _: template, about)


def _name(canonical: str, language: str) -> str:
    info = FUNCTIONS[canonical]
    return info.russian if language == "ru" else info.english


def _function(canonical: str) -> Symbol:
    return Symbol(
        canonical,
        lambda language: Upright(_name(canonical, language)),
        lambda language: f"{_name(canonical, language)}({SELECTED})",
        ABOUT[canonical],
    )


SYMBOLS = (
    _sign("square", Scripts(X, Upright("2")), "□^2", N_("squared")),
    _sign("power", Scripts(X, N), "□^(▮)", N_("to a power")),
    _sign("sqrt", Radical(X), "√(□)", ABOUT["sqrt"]),
    _sign("cbrt", Radical(X, Upright("3")), "∛(□)", ABOUT["cbrt"]),
    _sign("fraction", Fraction(A, B), "(□)/(▮)", N_("fraction")),
    _sign("brackets", Fenced(X), "(□)", N_("brackets")),
    _sign("modulus", Fenced(X, "|", "|"), "|□|", ABOUT["abs"]),
    _sign("pi", Letter("π"), "π", ABOUT["pi"]),
    _sign("e", Letter("e"), "e", N_("the number 2.71828…")),
    _sign("exponential", Scripts(Letter("e"), X), "e^(□)", ABOUT["exp"]),
    _function("ln"),
    _sign("lg", Upright("lg"), "lg(□)", ABOUT["lg"]),
    _sign("log", Row((Scripts(Upright("log"), lower=A),)), "log_(▮)(□)", ABOUT["log"]),
    *map(_function, ("sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "arccot")),
    *map(_function, ("sinh", "cosh", "tanh")),
    _sign("sigmoid", Letter("σ"), "σ(□)", ABOUT["sigmoid"]),
)


class Written(NamedTuple):
    """What is written in place of the selection, and where the cursor stands in it."""

    text: str
    cursor: int


def written(template: str, selected: str, before: str = "", behind: str = "") -> Written:
    """The template filled; `before` and `behind` are the characters beside the cursor."""
    is_behind = template.startswith(SELECTED)
    inner = f"({selected})" if is_behind and selected and not _is_one(selected) else selected
    target = CURSOR if CURSOR in template and (selected or is_behind) else SELECTED
    head, found, _ = template.partition(target)
    is_open = bool(found) and (target == CURSOR or not (selected or is_behind))
    blank = " " if template[0].isalpha() and before.isalpha() else ""
    end = " " if template[-1].isalpha() and behind.isalpha() else ""
    text = blank + _filled(template, inner) + end
    cursor = len(blank + _filled(head, inner)) if is_open else len(text)
    return Written(text, cursor)


def _filled(template: str, inner: str) -> str:
    return template.replace(SELECTED, inner).replace(CURSOR, "")


def _is_one(selected: str) -> bool:
    """Whether an exponent behind it belongs to all of it: a letter, a number, one bracket."""
    if selected.isdecimal() or (len(selected) == 1 and selected.isalpha()):
        return True
    inside = selected[1:-1]
    return selected[0] + selected[-1] in ("()", "[]") and not set("()[]") & set(inside)
