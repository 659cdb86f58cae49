"""What is wrong at a place of the line, said as a ParseError: code, hint, position, length."""

import unicodedata
from collections.abc import Mapping, Sequence

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.alphabet import is_cyrillic
from gdviz.calculus.reading.lexer import Token
from gdviz.calculus.reading.russian import russian_name

OPENING = frozenset({"(", "[", "{", "|(", "raised"})
CLOSING = frozenset({")", "]", "}", "|)", "raised end", "end"})
SEPARATORS = frozenset({",", ";"})
SHOWN = 12
"""So many characters of what cannot be read are repeated in the message."""

OPERATORS = frozenset({"+", "-", "*", "/", "^", "!", "raised"})

_UNREADABLE: Mapping[str, tuple[str, str | None]] = {
    "°": ("degrees", "hint-radians"),
    "º": ("degrees", "hint-radians"),
    "%": ("percent", "hint-percent"),
    "\\": ("latex", "hint-latex"),
    "<": ("inequality", "hint-one-formula"),
    ">": ("inequality", "hint-one-formula"),
    "≤": ("inequality", "hint-one-formula"),
    "≥": ("inequality", "hint-one-formula"),
    "≠": ("inequality", "hint-one-formula"),
    "∞": ("infinity", "hint-infinity"),
    **dict.fromkeys("∫∑Σ∏→", ("beyond-functions", "hint-prime")),
    ":": ("colon", "hint-division"),
    ".": ("stray-point", "hint-product-sign"),
}


class Troubles:
    """Names the trouble at a token of a line; `text` is the line as it was typed."""

    def __init__(self, text: str, line: Sequence[Token]) -> None:
        self._text = text
        self._line = line

    def typed(self, start: int, stop: int) -> str:
        """The typed characters, for showing."""
        return self._text[start:stop]

    def missing(self, place: int) -> ParseError:
        """An operand is due at `place` and something else is there."""
        token = self._line[place]
        previous = self._line[place - 1] if place else None
        if token.kind not in CLOSING | SEPARATORS | OPERATORS:
            return self.stray(place)
        if previous is None or previous.kind in OPENING | SEPARATORS:
            return self._missing_first(previous, token)
        sign = self.typed(previous.start, previous.stop)
        if token.kind in CLOSING | SEPARATORS:
            return ParseError(previous.start, len(sign), "missing-after", "hint-operand", sign=sign)
        return self._missing_between(previous, token)

    def _missing_between(self, left: Token, right: Token) -> ParseError:
        fields = {
            "left": self.typed(left.start, left.stop),
            "right": self.typed(right.start, right.stop),
        }
        length = right.stop - left.start
        return ParseError(left.start, length, "missing-between", "hint-one-sign", **fields)

    def _missing_first(self, previous: Token | None, token: Token) -> ParseError:
        if previous is None or token.kind not in CLOSING | SEPARATORS:
            sign = self.typed(token.start, token.stop)
            return ParseError(token.start, len(sign), "missing-before", "hint-operand", sign=sign)
        if previous.kind in OPENING and token.kind in CLOSING:
            length = token.stop - previous.start
            return ParseError(previous.start, length, "empty-brackets", "hint-operand")
        comma = token if token.kind in SEPARATORS else previous
        sign = self.typed(comma.start, comma.stop)
        code = "missing-before" if comma is token else "missing-after"
        return ParseError(comma.start, len(sign), code, "hint-operand", sign=sign)

    def stray(self, place: int) -> ParseError:
        """Something complete stands before `place`, and this cannot follow it."""
        token = self._line[place]
        length = token.stop - token.start
        if token.kind in SEPARATORS:
            return ParseError(token.start, length, "stray-comma", "hint-comma", sign=token.text)
        if token.kind == "=":
            return ParseError(token.start, length, "equals-again", "hint-one-formula")
        if token.kind in ("_", "subscript"):
            return ParseError(token.start, length, "index", "hint-index")
        if token.kind == "prime":
            return ParseError(token.start, length, "prime", "hint-prime")
        if token.kind == "malformed number":
            typed = self.typed(token.start, token.stop)
            return ParseError(token.start, length, "malformed-number", "hint-number", typed=typed)
        return self._unreadable(token.start, token.stop)

    def _unreadable(self, start: int, stop: int) -> ParseError:
        if self._text[start] in _UNREADABLE:
            code, hint = _UNREADABLE[self._text[start]]
            return ParseError(start, 1, code, hint, sign=self._text[start])
        if is_cyrillic(self._text[start]):
            return self.cyrillic_word(start)
        if unicodedata.combining(self._text[start]) and start > 0:
            start -= 1
        typed = self.typed(start, stop)
        shown = typed[:SHOWN] if typed.isprintable() else f"U+{ord(typed[0]):04X}"
        return ParseError(start, stop - start, "unreadable", "hint-unreadable", typed=shown)

    def whole_word(self, error: ParseError) -> ParseError:
        """The same trouble, or a Russian word whose letters, or first letters, look Latin."""
        stop = error.position + error.length
        goes_on = is_cyrillic(self._text[stop : stop + 1] or " ")
        is_russian = is_cyrillic(self._text[error.position : error.position + 1] or " ")
        is_name = error.code == "unknown-name" and russian_name(self._text[error.position : stop])
        return self.cyrillic_word(error.position) if is_russian and (goes_on or is_name) else error

    def cyrillic_word(self, start: int) -> ParseError:
        """A word in Russian letters, one of which stands at `start`."""
        stop = start
        while start > 0 and is_cyrillic(self._text[start - 1]):
            start -= 1
        while stop < len(self._text) and is_cyrillic(self._text[stop]):
            stop += 1
        typed = self.typed(start, min(stop, start + SHOWN))
        length, name = stop - start, russian_name(self._text[start:stop])
        if name is None:
            return ParseError(start, length, "cyrillic", "hint-latin-letters", typed=typed)
        fields = {"typed": typed, "suggestion": name}
        return ParseError(start, length, "cyrillic", "hint-latin-name", **fields)

    def number_beside(self, place: int) -> ParseError:
        """A number follows a number or a letter without a sign."""
        left, right = self._line[place - 1], self._line[place]
        fields = {
            "typed": self.typed(left.start, right.stop),
            "left": self.typed(left.start, left.stop),
            "right": self.typed(right.start, right.stop),
        }
        start, length = left.start, right.stop - left.start
        if left.kind in ("number", "fraction"):
            return ParseError(start, length, "two-numbers", "hint-two-numbers", **fields)
        may_be_index = left.kind == "symbol" and right.text.isdecimal()
        hint = "hint-digit-after-letter" if may_be_index else "hint-number-after-letter"
        return ParseError(start, length, "digit-after-letter", hint, **fields)
