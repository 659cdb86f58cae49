"""Numbers, points and values of letters, as they are typed on a command line.

A number may be written as a formula without letters: pi/4, -1/3, sqrt 2.
"""

import math
import re
from collections.abc import Mapping, Sequence

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.expression import symbols
from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse
from gdviz.calculus.reading.names import name_of
from gdviz.cli.trouble import CommandError
from gdviz.i18n import Translator

LONE_PAIR = re.compile(r"\s*([-+−]?)(\d+),(\d+)\s*", re.ASCII)
"""0,5: two points, and perhaps meant as one number."""
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)", re.ASCII)
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def number(text: str, option: str, tr: Translator) -> float:
    """A finite number. Raises CommandError that names the option."""
    value = float(text) if DECIMAL.fullmatch(text.strip()) else _constant(text)
    if not math.isfinite(value):
        raise CommandError(
            tr("{option}: “{text}” is not a finite number.", option=option, text=text)
        )
    return value


def _constant(text: str) -> float:
    """The value of a formula without letters, NaN if it has none."""
    try:
        formula = parse(text)
    except ParseError:
        return math.nan
    if formula.name is not None or symbols(formula.body):
        return math.nan
    return float(compile_function(formula.body, formula.variables)(0.0))


def whole_number(text: str, option: str, tr: Translator) -> int:
    """An integer; 1e5 is one too. Raises CommandError that names the option."""
    value = number(text, option, tr)
    if value != int(value):
        raise CommandError(
            tr("{option}: “{text}” is not a whole number.", option=option, text=text)
        )
    return int(value)


def assignments(text: str, option: str, tr: Translator) -> dict[str, float]:
    """`a=2,k=3` as {"a": 2.0, "k": 3.0}, `a=0,5;k=3` and `a=0,5` too. Raises CommandError."""
    values: dict[str, float] = {}
    for pair in filter(None, _separated(text)):
        typed, sign, value = pair.partition("=")
        name = name_of(typed.strip())
        if not sign or name is None:
            raise CommandError(
                tr("{option}: “{text}” is not of the form a=2.", option=option, text=pair.strip())
            )
        values[name] = number(value, option, tr)
    return values


def points(
    text: str, variables: Sequence[str], option: str, tr: Translator
) -> list[tuple[float, ...]]:
    """The points of `--at`, each with one coordinate a variable. Raises CommandError.

    One variable: 0.5,-1 or x=0.5;x=-1; between semicolons a comma is a decimal comma, 0,5;-1 or
    0,5; alone. Several: x=1,y=2;x=0,y=-1, or bare 1,2;0,-1.
    """
    if not text.strip():
        return []
    parts = _separated(text) if len(variables) == 1 else text.split(";")
    return [point(part, variables, option, tr) for part in parts]


def _separated(text: str) -> list[str]:
    """As the arguments of min and log are: every comma separates, but where there is a semicolon
    that does, and commas are decimal. The comma in a=0,5 can only be decimal."""
    if ";" in text:
        decimal = DECIMAL_COMMA.sub(".", text.rstrip().removesuffix(";"))
        return decimal.split(";")
    parts: list[str] = []
    for part in text.split(","):
        if parts and "=" in parts[-1] and part.strip().isdecimal():
            parts[-1] += f".{part}"
        else:
            parts.append(part)
    return parts


def reading_of_comma(text: str, variables: Sequence[str], tr: Translator) -> str:
    """What 0,5 was read as, where a decimal comma may have been meant; "" where it was not.

    1,2 is two points to everybody but Russians, who write 1.2 so.
    """
    found = LONE_PAIR.fullmatch(text)
    if found is None or len(variables) > 1:
        return ""
    sign, whole, part = found.groups()
    if tr.language != "ru" and whole != "0":
        return ""
    return tr(
        "{text} is read as two points, {first} and {second}. For one number write {other}.",
        text=text.strip(),
        first=sign + whole,
        second=part,
        other=f"{sign}{whole}.{part}",
    )


def point(text: str, variables: Sequence[str], option: str, tr: Translator) -> tuple[float, ...]:
    """One point: w=1,b=2 in any order, or bare values in the order of the variables."""
    if "=" in text:
        return _named(assignments(text, option, tr), variables, text, option, tr)
    values = tuple(number(part, option, tr) for part in text.split(","))
    if len(values) != len(variables):
        raise CommandError(_mismatch(variables, text, option, tr))
    return values


def _named(
    values: Mapping[str, float], variables: Sequence[str], text: str, option: str, tr: Translator
) -> tuple[float, ...]:
    if values.keys() != set(variables):
        raise CommandError(_mismatch(variables, text, option, tr))
    return tuple(values[name] for name in variables)


def _mismatch(variables: Sequence[str], text: str, option: str, tr: Translator) -> str:
    return tr(
        "{option}: “{text}” must give a number for each of the variables {names}.",
        option=option,
        text=text,
        names=", ".join(variables),
    )


SMALLEST_SIDE, LARGEST_SIDE, MOST_PIXELS = 100, 16384, 1 << 26


def size(text: str, tr: Translator) -> tuple[int, int]:
    """`1920x1080` in pixels. Raises CommandError."""
    found = re.fullmatch(r"(\d{1,99})[x×*](\d{1,99})", text.strip().lower(), re.ASCII)
    if not found:
        raise CommandError(tr("--size: “{text}” is not of the form 1920x1080.", text=text))
    width, height = int(found[1]), int(found[2])
    sides_fit = all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in (width, height))
    if not sides_fit or width * height > MOST_PIXELS:
        raise CommandError(
            tr(
                "--size: {text} is out of range; sides go from {least} to {most} pixels, and "
                "{area} million pixels are the most.",
                text=text,
                least=SMALLEST_SIDE,
                most=LARGEST_SIDE,
                area=MOST_PIXELS // 1_000_000,
            )
        )
    return width, height
