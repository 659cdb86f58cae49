"""What stands on the left of `=`: the name of the function and, if it says so, its variables.

`y`, `f(x)`, `L(w1, w2)`, `loss`, `σ(x)`; for answers of exercises also `y′`, `f'(x)`, `dy/dx`,
`∂L/∂w`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gdviz.calculus.formula import ParseError
from gdviz.calculus.functions import BY_SPELLING, CONSTANTS
from gdviz.calculus.reading.alphabet import GREEK, LATIN, PRIMES
from gdviz.calculus.reading.names import name_of

OWN_WORK = frozenset({"sigmoid", "relu", "softplus"})
"""Functions of the table that a lesson may well define anew; redefining sin is a slip."""

LETTERS = frozenset(LATIN + GREEK)
MOST_PRIMES = 3
SHORTEST_WORD = 3
"""Two letters alone on the left, xy = 1, are a product; loss = … is a name."""


class LeftSide(NamedTuple):
    """`variables` is None where the left side settles none; the right side begins at `stop`."""

    name: str | None
    variables: tuple[str, ...] | None
    stop: int


def read_left_side(text: str) -> LeftSide:
    """The left side of a plain text. Raises ParseError if there is one that names nothing."""
    left, equals, _ = text.partition("=")
    if not equals:
        return LeftSide(None, None, 0)
    stop = len(left) + 1
    left = left.removesuffix(":").rstrip()
    if not left:
        raise ParseError(stop - 1, 1, "left-side-empty", "hint-left-side")
    if left[-1] in "<>!":
        raise ParseError(len(left) - 1, 2, "inequality", "hint-one-formula")
    head, bracket, inside = left.partition("(")
    if left.strip() in CONSTANTS:
        place = len(left) - len(left.lstrip()), len(left.strip())
        raise ParseError(*place, "constant-as-variable", "hint-other-letter", typed=left.strip())
    if bracket and ")" not in inside:
        raise ParseError(len(head), 1, "unclosed-bracket", "hint-close", sign="(")
    name = _slope_name(left) or _name(head.strip(), with_brackets=bool(bracket))
    if name is None or (bracket and not inside.endswith(")")):
        start = len(left) - len(left.lstrip())
        raise ParseError(start, len(left) - start, "left-side", "hint-left-side")
    if not bracket:
        return LeftSide(name, None, stop)
    return LeftSide(name, _variables(inside[:-1], len(head) + 1, name), stop)


def _name(typed: str, *, with_brackets: bool) -> str | None:
    """The name as the program shows it, or None if `typed` cannot be one."""
    word = typed.rstrip(PRIMES)
    primes = len(typed) - len(word)
    if word in CONSTANTS or primes > MOST_PRIMES:
        return None
    is_own = word in BY_SPELLING and BY_SPELLING[word].name in OWN_WORK
    shortest = 2 if with_brackets else SHORTEST_WORD
    is_word = len(word) >= shortest and word not in BY_SPELLING and LETTERS.issuperset(word)
    name = "σ" if word == "sigma" else name_of(word)
    if name is None and (is_own or is_word):
        name = word
    return name and name + "′" * primes


def _slope_name(left: str) -> str | None:
    """dy/dx, ∂L/∂w → y′, L′."""
    parts = [part.strip() for part in left.split("/")]
    if len(parts) != 2 or any(len(part) != 2 or part[0] not in "d∂" for part in parts):
        return None
    of, by = (name_of(part[1]) for part in parts)
    return f"{of}′" if of and by else None


def _pieces(inside: str, start: int) -> Iterator[tuple[str, int]]:
    """The texts between commas, each with its position."""
    for piece in inside.replace(";", ",").split(","):
        yield piece.strip(), start + len(piece) - len(piece.lstrip())
        start += len(piece) + 1


def _variables(inside: str, start: int, function: str) -> tuple[str, ...]:
    found: list[str] = []
    for typed, position in _pieces(inside, start):
        if not typed:
            raise ParseError(
                max(start - 1, 0), len(inside) + 2, "variable-missing", "hint-left-side"
            )
        name = name_of(typed)
        if typed in CONSTANTS:
            raise ParseError(
                position, len(typed), "constant-as-variable", "hint-other-letter", typed=typed
            )
        if name is None:
            raise ParseError(position, len(typed), "not-a-variable", "hint-variable", typed=typed)
        if name in found or name == function:
            raise ParseError(position, len(typed), "name-twice", "hint-other-letter", typed=typed)
        found.append(name)
    return tuple(found)
