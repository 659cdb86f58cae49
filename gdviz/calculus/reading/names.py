"""Runs of letters → names: `xsinx` is x, sin, x; `w1` and `x_2` are one name each.

A run is cut from the left, the longest known name first, then single letters. An index belongs to
the letter before it. The names that a left-hand side or a slider has settled win over constants
and functions of one letter, and settle how an index is written.
"""

from collections.abc import Collection, Iterator, Mapping

from gdviz.calculus.functions import BY_SPELLING, CONSTANTS
from gdviz.calculus.reading.alphabet import GREEK_NAMES, plain
from gdviz.calculus.reading.lexer import Token, tokens

MOSTLY_VARIABLES = frozenset("xyztuv")

_ONLY_ALONE = frozenset({"mu", "nu"})
_CAPITAL_PAIRS = frozenset({"Ln", "LN", "Lg", "LG", "Tg", "TG", "Pi", "PI"})

_KINDS: Mapping[str, str] = {
    **dict.fromkeys(GREEK_NAMES, "symbol"),
    **dict.fromkeys(BY_SPELLING, "function"),
    **dict.fromkeys(CONSTANTS, "constant"),
}
_LONGEST = max(map(len, _KINDS))


def takes_bare_index(letter: str, digits: str) -> bool:
    """Whether digits behind the letter are its index: w1 and v0 are names, x2 and e2 are slips."""
    return letter not in CONSTANTS and (letter not in MOSTLY_VARIABLES or digits == "0")


def _is_capitalised_name(text: str) -> bool:
    """Sin, SIN, Ln, Pi as a telephone writes them; not Asin, which is A sin."""
    small = text.lower()
    if small not in BY_SPELLING and small not in CONSTANTS:
        return False
    if len(text) < 3:
        return text in _CAPITAL_PAIRS
    is_product = small[0] == "a" and small[1:] in BY_SPELLING
    return text in (small.capitalize(), small.upper()) and not is_product


def _known_name(run: str, start: int) -> str | None:
    """The longest name of two letters or more at `start`."""
    for length in range(min(_LONGEST, len(run) - start), 1, -1):
        name = run[start : start + length]
        if name in _ONLY_ALONE and len(run) > length:
            continue
        if name in _KINDS or _is_capitalised_name(name):
            return name
    return None


def _cut(
    run: Token, settled: Collection[str], *, begins_with_letter: bool = False
) -> Iterator[Token]:
    """`begins_with_letter`: log_asin x has the base a, but log_pi x has the base pi."""
    start = 0
    while start < len(run.text):
        name = _known_name(run.text, start) or run.text[start]
        if start == 0 and begins_with_letter and _KINDS.get(name) == "function":
            name = run.text[0]
        place = (run.start + start, run.start + start + len(name))
        start += len(name)
        if len(name) == 1:
            kind = "symbol" if name in settled else _KINDS.get(name, "symbol")
        else:
            name = name if name in _KINDS else name.lower()
            kind = _KINDS[name]
        yield Token(kind, GREEK_NAMES.get(name, name), *place)


class Names:
    """The names of one line. `settled` are the names given beforehand, in their own spelling."""

    def __init__(self, settled: Collection[str]) -> None:
        self._settled = frozenset(settled)
        self._spelling = {name.replace("_", ""): name for name in settled if len(name) > 1}
        self._marks = {name[0]: "_" if "_" in name else "" for name in settled if len(name) > 1}

    def read(self, line: list[Token]) -> list[Token]:
        """The tokens with `letters` cut and indices joined to their letters."""
        found: list[Token] = []
        position = 0
        while position < len(line):
            token = line[position]
            position += 1
            if token.kind != "letters":
                found.append(token)
                continue
            is_base = bool(found) and found[-1].kind == "_"
            found += _cut(token, self._settled, begins_with_letter=is_base)
            if not is_base and (index := self._index(found[-1], line, position)):
                found[-1], position = index
        return found

    def _index(self, letter: Token, line: list[Token], after: int) -> tuple[Token, int] | None:
        """The letter with its index and where reading goes on, if an index follows."""
        if len(letter.text) > 1 or line[after].start > letter.stop:
            return None
        kinds = [token.kind for token in line[after : after + 4]]
        if kinds[0] == "subscript" and letter.kind != "function":
            return self._indexed(letter, line[after], "bare", after + 1)
        if kinds[:2] == ["_", "number"]:
            return self._indexed(letter, line[after + 1], "_", after + 2)
        if kinds == ["_", "{", "number", "}"]:
            return self._indexed(letter, line[after + 2], "_", after + 4, line[after + 3].stop)
        if kinds[0] == "number" and letter.kind == "symbol":
            return self._indexed(letter, line[after], "bare only", after + 1)
        return None

    def _indexed(
        self, letter: Token, digits: Token, how: str, after: int, stop: int = 0
    ) -> tuple[Token, int] | None:
        if not digits.text.isdecimal() or len(digits.text) != digits.stop - digits.start:
            return None
        name = self._spelling.get(letter.text + digits.text)
        is_bare = takes_bare_index(letter.text, digits.text) and letter.text not in self._settled
        if name is None and how == "bare only" and not is_bare:
            return None
        if name is None:
            mark = self._marks.setdefault(letter.text, "_" if how == "_" else "")
            mark = mark if is_bare else "_"
            name = f"{letter.text}{mark}{digits.text}"
            self._spelling[letter.text + digits.text] = name
        return Token("symbol", name, letter.start, stop or digits.stop), after


def name_of(text: str) -> str | None:
    """The name a person means by `text` alone (`theta` → θ, `х` → x, `w₁` → w1), or None.

    For the keys of `--values` and `--start`, and for the variables of a left-hand side. Any single
    letter will do, e and σ too.
    """
    stripped = plain(text.strip())
    is_letter_with_digits = stripped[:1].isalpha() and f"{stripped[1:]}0".isdecimal()
    line = Names([stripped] if is_letter_with_digits else ()).read(tokens(stripped))
    return line[0].text if len(line) == 2 and line[0].kind == "symbol" else None
