"""Letters with indices, Greek letters, constants and numbers as they are set."""

import re

from gdviz.calculus.expression import Constant, Expression, Number
from gdviz.calculus.reading.alphabet import GREEK_NAMES
from gdviz.calculus.typesetting.manner import Manner
from gdviz.calculus.typesetting.markup import Letter, Markup, Operator, Row, Scripts, Upright

SPELT_OUT = {**GREEK_NAMES, "pi": "π"}
"""Letters whose names may stand in the tree."""

NAME = re.compile(r"([^\W\d_]+)_?(\w*)([′″‴]*)")
"""A letter or a word, its index and its primes: w, w1, x_2, x_max, f′."""

EXACT_WHOLE = 1e15
"""Whole numbers below it are written with all their digits."""


def set_name(name: str, part: Expression | None = None) -> Markup:
    """A variable, a parameter or a function's letter: x, w₁, α, f′."""
    matched = NAME.fullmatch(name)
    letters, index, primes = matched.groups() if matched else (name, "", "")
    text = SPELT_OUT.get(letters, letters)
    if not index and not primes:
        return Letter(text, part=part)
    return Scripts(
        Letter(text),
        upper=Upright(primes) if primes else None,
        lower=_index(index) if index else None,
        part=part,
    )


def _index(text: str) -> Markup:
    return Letter(text) if len(text) == 1 and text.isalpha() else Upright(text)


def set_constant(constant: Constant, _: Manner) -> Markup:
    """e or π."""
    return Letter(SPELT_OUT.get(constant.name, constant.name), part=constant)


def set_number(number: Number, _: Manner) -> Markup:
    """A number as it was typed; 1.5e-3 as 1.5·10⁻³."""
    mantissa, exponent = written(number)
    if not exponent:
        return Upright(mantissa, part=number)
    size = Upright(exponent.removeprefix("-"))
    upper = Row((Operator("−"), size)) if exponent.startswith("-") else size
    power = Scripts(Upright("10"), upper=upper, part=number)
    return power if mantissa == "1" else Row((Upright(mantissa), Operator("·"), power), part=number)


def written(number: Number) -> tuple[str, str]:
    """Digits of a number, and its power of ten without a plus, empty where there is none."""
    mantissa, _, exponent = _digits(number).lower().partition("e")
    if mantissa.startswith("."):
        mantissa = "0" + mantissa
    return mantissa.removesuffix("."), str(int(exponent)) if exponent else ""


def _digits(number: Number) -> str:
    if number.text:
        return number.text
    if number.value == float("inf"):
        return "∞"
    is_whole = number.value < EXACT_WHOLE and number.value.is_integer()
    return str(int(number.value)) if is_whole else repr(number.value)
