"""Text → tokens: numbers, runs of letters, signs. Nothing is refused here, only told apart.

Kinds: `number`, `fraction` (½), `letters`, `subscript` (₁₂), `radical`, the signs by themselves,
`raised` … `raised end` around the tokens of a run of superscripts, `malformed number` (1..2),
`unreadable`, `end`. names.py turns `letters` into `symbol`, `constant` and `function`.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gdviz.calculus.reading.alphabet import (
    FRACTIONS,
    GREEK,
    LATIN,
    LOWERED,
    LOWERED_CHARACTERS,
    PRIMES,
    RAISED,
    RAISED_CHARACTERS,
)


class Token(NamedTuple):
    """`text` is the plain reading of the characters from `start` to `stop` of the typed text."""

    kind: str
    text: str
    start: int
    stop: int


DIGITS = "0123456789"
SIGNS = "+-*/^()[]{}|,;=!_"
RADICALS = "√∛∜"

_KINDS: Mapping[str, str] = {
    " ": "space",
    ".": "point",
    **dict.fromkeys(DIGITS, "digit"),
    **dict.fromkeys(LATIN + GREEK, "letters"),
    **dict.fromkeys(RADICALS, "radical"),
    **dict.fromkeys(PRIMES, "prime"),
    **dict.fromkeys(FRACTIONS, "fraction"),
    **dict.fromkeys(RAISED_CHARACTERS, "raised"),
    **dict.fromkeys(LOWERED_CHARACTERS, "subscript"),
    **{sign: sign for sign in SIGNS},
}
SCRIPTS = ("^", "_")
_RUNS = {"space", "letters", "raised", "subscript"}


def tokens(text: str, start: int = 0) -> list[Token]:
    """The tokens of plain text (see `alphabet.plain`) from `start` on, the last of kind `end`."""
    return [*_scan(text, start, 0), Token("end", "", len(text), len(text))]


def _scan(text: str, start: int, offset: int) -> Iterator[Token]:
    """`offset` is added to positions: a raised run is scanned by itself."""
    before = ""
    while start < len(text):
        kind, stop = _piece(text, start, before)
        if kind != "space":
            yield from _tokens_of(kind, text[start:stop], start + offset, stop + offset)
        if before not in SCRIPTS or kind not in ("space", "+", "-"):
            before = kind
        start = stop


def _piece(text: str, start: int, before: str) -> tuple[str, int]:
    """Kind and end of the longest piece that begins at `start`; `before` is the kind before it.

    Behind ^, _ and letters a number is never grouped: sin^2 100x, log_2 128, log2 100.
    """
    kind = _KINDS.get(text[start], "unreadable")
    stop = start + 1
    if kind in _RUNS:
        while stop < len(text) and _KINDS.get(text[stop]) == kind:
            stop += 1
    elif kind in ("digit", "point"):
        return _number(text, start, may_be_grouped=before not in (*SCRIPTS, "letters"))
    elif kind == "*" and text.startswith("**", start):
        return "^", start + 2
    elif kind == "unreadable":
        while stop < len(text) and text[stop] > "\x7f" and text[stop] not in _KINDS:
            stop += 1
    return kind, stop


def _number(text: str, start: int, *, may_be_grouped: bool) -> tuple[str, int]:
    """2, 0.5, .5, 5., 1 000, 1e-3. What goes on with another point is malformed."""
    whole = _grouped_end(text, start) if may_be_grouped else _digits_end(text, start)
    stop = _digits_end(text, whole + 1) if text.startswith(".", whole) else whole
    if text[start:stop] != "." and text[stop : stop + 1] in ("e", "E"):
        sign = stop + 1 + (text[stop + 1 : stop + 2] in ("+", "-"))
        stop = max(stop, _digits_end(text, sign)) if _digits_end(text, sign) > sign else stop
    if not text.startswith(".", stop) and text[start:stop] != ".":
        return "number", stop
    while text[stop : stop + 1] in (*DIGITS, "."):
        stop += 1
    return "malformed number" if text[start:stop].strip(".") else "unreadable", stop


def _digits_end(text: str, start: int) -> int:
    while text[start : start + 1] in DIGITS and start < len(text):
        start += 1
    return start


def _grouped_end(text: str, start: int) -> int:
    """End of a whole number that may be written in groups of three: 1 000 000."""
    stop = _digits_end(text, start)
    if stop - start <= 3 and text[start] in "123456789":
        while text.startswith(" ", stop) and _digits_end(text, stop + 1) == stop + 4:
            stop += 4
    return stop


def _tokens_of(kind: str, piece: str, start: int, stop: int) -> Iterator[Token]:
    if kind == "raised":
        yield Token("raised", "^", start, stop)
        yield from _scan(piece.translate(RAISED), 0, start)
        yield Token("raised end", "", stop, stop)
    elif kind == "number":
        yield Token(kind, piece.replace(" ", ""), start, stop)
    elif kind == "subscript":
        yield Token(kind, piece.translate(LOWERED), start, stop)
    else:
        yield Token(kind, "^" if piece == "**" else piece, start, stop)
