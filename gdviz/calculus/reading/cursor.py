"""Where reading has come to in a line, and how deep: what every part of the grammar reads from."""

from collections.abc import Callable, Sequence

from gdviz.calculus.expression import Expression, Span
from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.lexer import Token
from gdviz.calculus.reading.observations import Observations
from gdviz.calculus.reading.troubles import Troubles

DEEPEST_NESTING = 60
BRACKETS = {"(": ")", "[": "]", "{": "}"}


class Cursor:
    """`token` is the next one; `observed` collects what notices need.

    commas_join: whether a comma between digits is a decimal one here.
    """

    def __init__(self, line: Sequence[Token], troubles: Troubles) -> None:
        self.line = line
        self.place = 0
        self.token = line[0]
        self.depth = 0
        self.commas_join = True
        self.observed = Observations()
        self.troubles = troubles

    def advance(self) -> Token:
        """Step over the next token and return it."""
        passed = self.token
        self.place += 1
        self.token = self.line[self.place]
        return passed

    @property
    def stop(self) -> int:
        """Where the last token read ends in the text."""
        return self.line[self.place - 1].stop

    def span(self, start: int) -> Span:
        """From `start` to the last token read."""
        return start, self.stop - start

    def deeper(self, read: Callable[[], Expression]) -> Expression:
        """Read something nested. Raises ParseError below the deepest level.

        What begins with a bracket is not counted, because the bracket will be.
        """
        return read() if self.token.kind in BRACKETS else self.nested(read)

    def nested(self, read: Callable[[], Expression]) -> Expression:
        """Read something one level deeper, a bracket or not."""
        self.depth += 1
        if self.depth > DEEPEST_NESTING:
            raise ParseError(self.token.start, 1, "too-deep", "hint-shorter")
        node = read()
        self.depth -= 1
        return node
