"""What the parser makes of a line of text: the formula, its notices, or the trouble in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gdviz.calculus.expression import Expression


@dataclass(frozen=True, slots=True)
class Notice:
    """The line could be read otherwise.

    `position` and `length` are in characters of the typed text; `code` names the sentence
    (gdviz.sentences), `fields` fill it; `alternative` is the whole line rewritten with brackets
    so that it is read the other way, or None.
    """

    position: int
    length: int
    code: str
    fields: Mapping[str, str] = field(default_factory=dict)
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A line that made sense. `name` is what stood on the left (f, L, y) or None."""

    text: str
    body: Expression
    variables: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    name: str | None = None
    notices: tuple[Notice, ...] = ()


class ParseError(ValueError):
    """The line makes no sense yet: where, why (`code` of a sentence with `fields`), and a hint.

    `hint` is the code of a sentence that says what to do (with the same fields), or None.
    """

    def __init__(
        self,
        position: int,
        length: int,
        code: str,
        hint: str | None = None,
        **fields: str,
    ) -> None:
        super().__init__(code, position, length, fields)
        self.position = position
        self.length = length
        self.code = code
        self.hint = hint
        self.fields: Mapping[str, str] = fields

    def moved(self, position: int, length: int) -> "ParseError":
        """The same trouble at another place."""
        other = ParseError(position, length, self.code, self.hint)
        other.fields = self.fields
        return other
