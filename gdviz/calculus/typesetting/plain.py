"""Markup → one line of Unicode: 2x/cos²(x²). For tool tips, screen readers and plain text.

Where print groups by place (over a bar, under a root, in an exponent), the line has brackets, so
that the editor reads it back as what it was.
"""

import re
from collections.abc import Callable
from typing import Any

from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Fraction,
    Gap,
    Letter,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
    Words,
    is_bracketed,
)
from gdviz.calculus.typesetting.plain_rows import Line, Rank, line_of_row

RAISED = dict(
    zip(
        "0123456789+−abcdefghijklmnoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        strict=True,
    )
)
LOWERED = dict(zip("0123456789+−aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
RADICALS = {"": "√", "3": "∛", "4": "∜"}
"""Degree → sign; a root of another degree is written with its name."""
NAMED_BRACKETS = {"⌊": "floor", "⌈": "ceil"}
"""Brackets that the editor knows by name alone."""
SPELT_OUT = {"ψ": "digamma"}
"""Letters that name a function on paper, but not in the editor."""
BAR = "|"
ORDER = re.compile(r"\((?:[0-9]+|i(?:\+[0-9]+)?)\)")
"""What stands in the place of four primes or more, and the number of an iterate: ψ⁽⁴⁾, x⁽ⁱ⁾."""
PRIMES = frozenset("′″‴")


def plain(markup: Markup) -> str:
    """The formula as one line of Unicode."""
    return _line(markup).text


def _line(markup: Markup) -> Line:
    """The same, with how firmly it holds together."""
    return LINES[type(markup)](markup)


def _line_of_text(piece: Letter | Upright | Words | Operator) -> Line:
    return Line(piece.text, Rank.ATOM)


def _line_of_gap(_: Gap) -> Line:
    return Line(" ", Rank.ATOM)


def _line_of_applied(applied: Applied) -> Line:
    """cos²(x²): a name with an exponent has brackets behind it unless one letter follows."""
    if (order := _order_of_psi(applied.function)) and isinstance(applied.argument, Fenced):
        return Line(f"polygamma({order}, {plain(applied.argument.content)})", Rank.FACTOR)
    function, argument = _function(applied.function), _line(applied.argument)
    if is_bracketed(applied.argument):
        return Line(function + argument.text, Rank.FACTOR)
    has_exponent = isinstance(applied.function, Scripts) and applied.function.upper is not None
    least = Rank.APPLICATION if has_exponent else Rank.PRODUCT
    if argument.rank < least or (has_exponent and argument.rank is Rank.FACTOR):
        return Line(f"{function}({argument.text})", Rank.FACTOR)
    return Line(f"{function} {argument.text}", Rank.APPLICATION, argument.is_open)


def _order_of_psi(function: Markup) -> str:
    """n of ψ⁽ⁿ⁾, empty for any other function."""
    match function:
        case Scripts(base=Letter(text="ψ"), upper=Fenced(content=order)):
            return plain(order)
    return ""


def _function(function: Markup) -> str:
    """The name; ψ would be read as a letter."""
    name = plain(function)
    return SPELT_OUT.get(name[:1], name[:1]) + name[1:]


def _line_of_fraction(fraction: Fraction) -> Line:
    under = _line(fraction.denominator)
    text = f"{_numerator(_line(fraction.numerator))}/{under.at_least(Rank.APPLICATION)}"
    return Line(text, Rank.QUOTIENT, under.is_open)


def _numerator(over: Line) -> str:
    """−x needs no brackets; sin x and a/b do, so that nobody takes the bar for a part of them."""
    is_clear = over.rank >= Rank.FACTOR or not set(over.text) & {" ", "/"}
    return over.text if is_clear and over.rank > Rank.SUM else f"({over.text})"


def _line_of_scripts(scripts: Scripts) -> Line:
    text = _line(scripts.base).at_least(Rank.FACTOR)
    if scripts.lower is not None:
        text += _lowered(plain(scripts.lower), is_name=len(text) > 1)
    if scripts.upper is None:
        return Line(text, Rank.ATOM)
    upper = _line(scripts.upper)
    if PRIMES.issuperset(upper.text):
        return Line(text + upper.text, Rank.ATOM)
    if ORDER.fullmatch(upper.text):
        return Line(f"{text}⁽{_moved(upper.text[1:-1], RAISED)}⁾", Rank.ATOM)
    raised = _moved(upper.text, RAISED)
    if raised is not None:
        return Line(text + raised, Rank.FACTOR)
    return Line(f"{text}^{upper.at_least(Rank.ATOM)}", Rank.FACTOR, upper.rank is Rank.ATOM)


def _lowered(index: str, is_name: bool) -> str:
    """₁, ᵢ₊₁; the base of a logarithm is lowered where it is digits or one letter."""
    lowered = _moved(index, LOWERED)
    is_simple = index.isdecimal() or len(index) == 1
    if lowered is not None and (is_simple or not is_name):
        return lowered
    return f"_{index}" if index.isascii() and index.isalnum() and not is_name else f"_{{{index}}}"


def _moved(text: str, characters: dict[str, str]) -> str | None:
    """The text in raised or lowered characters, None where there are none for it."""
    close = re.sub(" ([+−]) ", r"\1", text)
    if not characters.keys() >= set(close):
        return None
    return "".join(characters[character] for character in close)


def _line_of_radical(radical: Radical) -> Line:
    degree = plain(radical.degree) if radical.degree is not None else ""
    radicand = _line(radical.radicand)
    if degree in RADICALS:
        return Line(RADICALS[degree] + radicand.at_least(Rank.ATOM), Rank.FACTOR)
    return Line(f"root({radicand.text}, {degree})", Rank.FACTOR)


def _line_of_fenced(fenced: Fenced) -> Line:
    content = plain(fenced.content)
    name = NAMED_BRACKETS.get(fenced.opening, "")
    if fenced.opening == BAR and BAR in content:
        name = "abs"
    if name:
        return Line(f"{name}({content})", Rank.FACTOR)
    return Line(f"{fenced.opening}{content}{fenced.closing}", Rank.ATOM)


def _line_of_row(row: Row) -> Line:
    return line_of_row(row, _line)


LINES: dict[type[Markup], Callable[[Any], Line]] = {
    Letter: _line_of_text,
    Upright: _line_of_text,
    Operator: _line_of_text,
    Words: _line_of_text,
    Gap: _line_of_gap,
    Row: _line_of_row,
    Applied: _line_of_applied,
    Fraction: _line_of_fraction,
    Scripts: _line_of_scripts,
    Radical: _line_of_radical,
    Fenced: _line_of_fenced,
}
