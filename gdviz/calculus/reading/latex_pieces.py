"""LaTeX cut into commands and characters, and the pieces of text that stand for them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdviz.calculus.formula import ParseError

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|.", re.DOTALL)


class Piece(NamedTuple):
    """A text of the translation; it stands for the characters from `start` to `stop`."""

    text: str
    start: int
    stop: int


class Token(NamedTuple):
    """A command (with its backslash) or a character of the LaTeX."""

    text: str
    start: int

    @property
    def stop(self) -> int:
        return self.start + len(self.text)

    def error(self, code: str, hint: str, **fields: str) -> ParseError:
        return ParseError(self.start, len(self.text), code, hint, **fields)


def tokens(source: str) -> list[Token]:
    """All of them, in order."""
    return [Token(match[0], match.start()) for match in TOKEN.finditer(source)]


def text_of(pieces: Sequence[Piece]) -> str:
    """What the pieces say, without blanks."""
    return "".join("".join(piece.text for piece in pieces).split())


def dense(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Without blanks."""
    return (p._replace(text=p.text.strip()) for p in pieces if p.text.strip())
