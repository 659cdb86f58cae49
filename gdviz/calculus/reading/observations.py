"""What the grammar noticed on its way and notices.py judges when the variables are known."""

from typing import NamedTuple

from gdviz.calculus.expression import Expression
from gdviz.calculus.reading.lexer import Token


class Piece(NamedTuple):
    """One factor of a product as it was typed.

    `sign` joins it to the one before: "*", "/", " " for none, "" for the first of all. `kind` is
    that of its first token; `touches`: no blank before it.
    """

    node: Expression
    sign: str
    kind: str
    start: int
    stop: int
    touches: bool


class LooseEnd(NamedTuple):
    """Something without brackets that could have gone on: an argument, an exponent, a radicand.

    A bracket that made it longer would replace the characters from `blank` to `start`.
    """

    node: Expression
    blank: int
    start: int


class NamedCall(NamedTuple):
    """A call and where its parts stand: name, what belongs to the name, each argument."""

    node: Expression
    name: Token
    name_stop: int
    arguments: tuple[tuple[int, int], ...]
    stop: int
    has_brackets: bool


class Observations:
    """Filled by the grammar in the order of reading."""

    def __init__(self) -> None:
        self.products: list[list[Piece]] = []
        self.arguments: dict[int, LooseEnd] = {}
        """By where they stop; of several that stop there the innermost."""
        self.exponents: dict[int, LooseEnd] = {}
        self.radicands: dict[int, LooseEnd] = {}
        self.natural_logarithms: list[Token] = []
        self.inverses: list[NamedCall] = []
        self.lists: list[NamedCall] = []
        self.bare_calls: list[NamedCall] = []
        self.raised_factorials: list[tuple[int, int, int]] = []
        """Where x^2!, its exponent and its sign ! begin."""
        self.decimal_commas: list[tuple[Token, Token]] = []
