"""Which bracket or bar belongs to which, also in a line that makes no sense yet."""

from collections.abc import Mapping
from contextlib import suppress

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.alphabet import is_latex, plain
from gdviz.calculus.reading.brackets import pair_brackets
from gdviz.calculus.reading.lexer import Token, tokens
from gdviz.calculus.reading.names import Names

PAIRS = {"(": ")", "[": "]", "{": "}", "|(": "|)"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}


def partners(text: str) -> Mapping[int, int | None]:
    """Position of each bracket → position of its partner, None if it has none.

    Bars are there only where they all pair off.
    """
    found: dict[int, int | None] = {}
    waiting: list[Token] = []
    for token in _brackets(text):
        if token.kind in PAIRS:
            waiting.append(token)
            found[token.start] = None
        elif waiting and waiting[-1].kind == CLOSING[token.kind]:
            opening = waiting.pop().start
            found[opening], found[token.start] = token.start, opening
        else:
            found[token.start] = None
    return found


def _brackets(text: str) -> list[Token]:
    line = tokens(plain(text))
    if not is_latex(text):
        with suppress(ParseError):
            line = pair_brackets(Names(()).read(line))
    return [token for token in line if token.kind in PAIRS or token.kind in CLOSING]
