r"""LaTeX → the editor's own language: \frac{x^2}{\sqrt{x+1}} is ((x^2)/√(x+1)).

One pass over the commands and characters, with a function for each kind of command; what stands
for a text whatever is around it is in latex_commands.py.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading import latex_commands as known
from gdviz.calculus.reading.alphabet import GREEK, LATIN, LOWERED_CHARACTERS

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|.", re.DOTALL)
ATOM = re.compile(r"\d+|[^\W\d_]")
"""Numerators and denominators that need no brackets."""
OF_A_SLOPE = re.compile(r"[d∂][^\W\d_]?")
ORDER = re.compile(r"[{(]\s*\((.*)\)\s*[})]", re.DOTALL)
LOWERED = dict(zip("0123456789", LOWERED_CHARACTERS, strict=False))
LETTERS = frozenset(LATIN + GREEK)
ROOTS = {"": "√", "3": "∛", "4": "∜"}
TIGHT = frozenset("^!'′")
"""What stands behind a root belongs to all of it: \\sqrt{x}^2 is (√x)^2."""
DEEPEST = 80


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


class Translator:
    """Goes once through the tokens of a line. Raises ParseError."""

    def __init__(self, source: str) -> None:
        found = TOKEN.finditer(source)
        self._tokens = [Token(match[0], match.start()) for match in found]
        self._at = 0
        self._depth = 0
        self._pieces: list[Piece] = []
        self._end = Token("", len(source))
        self._meanings: dict[str, Callable[[Token], None]] = {
            "^": self._script,
            "_": self._index,
            "{": self._group,
            "\\left": self._fence,
            "\\sqrt": self._root,
            "\\psi": self._psi,
            "\\begin": self._environment,
            "\\end": self._environment,
            **dict.fromkeys(known.FRACTIONS, self._fraction),
            **dict.fromkeys(known.FONTS, self._words),
            **dict.fromkeys(known.BIG, self._big),
        }

    def whole(self) -> list[Piece]:
        """The line in the editor's language."""
        while self._peek().text:
            self._item()
        return self._pieces

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._end

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _after_blanks(self) -> Token:
        while self._peek().text.isspace() or self._peek().text in known.SILENT:
            self._at += 1
        return self._peek()

    def _say(self, text: str, token: Token) -> None:
        if text:
            self._pieces.append(Piece(text, token.start, token.stop))

    def _item(self) -> None:
        token = self._next()
        meaning = self._meanings.get(token.text)
        if meaning is not None:
            meaning(token)
        elif token.text in known.WORTH:
            self._say(known.WORTH[token.text], token)
        elif token.text.startswith("\\"):
            raise _unknown(token)
        else:
            self._say(token.text, token)

    def _captured(self, goes_on: Callable[[], bool]) -> list[Piece]:
        """What the items mean that come while `goes_on`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._peek().error("too-deep", "hint-shorter")
        outer, self._pieces = self._pieces, []
        while self._peek().text and goes_on():
            self._item()
        inner, self._pieces = self._pieces, outer
        self._depth -= 1
        return inner

    def _inside(self, opening: Token) -> list[Piece]:
        """What stands between an opening brace, just read, and its partner."""
        inner = self._captured(lambda: self._peek().text != "}")
        if not self._peek().text:
            raise opening.error("unclosed-bracket", "hint-close", sign="{")
        self._next()
        return inner

    def _argument(self, command: Token) -> list[Piece]:
        """A group, a command with what belongs to it, or one character."""
        token = self._after_blanks()
        if not token.text or token.text in ("}", "$", "&", "\\right"):
            raise command.error("latex-argument", "hint-latex-argument", typed=command.text)
        if token.text == "{":
            return self._inside(self._next())
        end = self._at + 1
        return self._captured(lambda: self._at < end)

    def _group(self, opening: Token) -> None:
        """Braces are brackets; {,} is a decimal comma."""
        inner = self._captured(lambda: self._peek().text != "}")
        closing = self._peek()
        is_comma = _text(inner) == ","
        self._say("" if is_comma else "{", opening)
        self._pieces += inner
        if closing.text:
            self._say("" if is_comma else "}", self._next())

    def _bracketed(self, brackets: str, inner: Sequence[Piece], command: Token) -> None:
        """`inner` in brackets that stand for the braces round it."""
        first = inner[0].start if inner else self._tokens[self._at - 1].start
        self._pieces.append(Piece(brackets[0], max(first - 1, command.start), first))
        self._pieces += inner
        last = self._tokens[self._at - 1]
        self._pieces.append(Piece(brackets[1], last.start, last.stop))

    def _fraction(self, command: Token) -> None:
        above = self._argument(command)
        between = self._tokens[self._at - 1]
        mark = len(self._pieces)
        self._part_of_fraction(above, command)
        self._say("/", between)
        below = self._argument(command)
        if all(OF_A_SLOPE.fullmatch(_text(part)) for part in (above, below)) and _text(below)[1:]:
            self._pieces[mark:] = [*_dense(above), Piece("/", between.start, between.stop)]
            self._pieces += _dense(below)
            return
        self._part_of_fraction(below, command)
        self._pieces.insert(mark, Piece("(", command.start, command.stop))
        self._say(")", self._tokens[self._at - 1])

    def _part_of_fraction(self, part: list[Piece], command: Token) -> None:
        if ATOM.fullmatch(_text(part)):
            self._pieces += part
        else:
            self._bracketed("()", part, command)

    def _root(self, command: Token) -> None:
        degree: list[Piece] = []
        if self._after_blanks().text == "[":
            self._next()
            degree = self._captured(lambda: self._peek().text != "]")
            self._next()
        inner = self._argument(command)
        sign = ROOTS.get(_text(degree))
        is_loose = sign is None or self._after_blanks().text in TIGHT
        self._say("(" if is_loose else "", command)
        self._say(sign or "root", command)
        self._bracketed("()", inner, command)
        if sign is None:
            closing = self._pieces.pop()
            self._say("; ", command)
            self._pieces += [*degree, closing]
        self._say(")" if is_loose else "", self._tokens[self._at - 1])

    def _script(self, sign: Token) -> None:
        """An exponent, primes, or the sign of degrees."""
        is_bare = len(self._after_blanks().text) == 1 and self._peek().text != "{"
        inner = self._argument(sign)
        text = _text(inner)
        if text and set(text) <= set("'′"):
            self._pieces += inner
        elif text == "∘":
            self._pieces.append(Piece("°", inner[0].start, inner[0].stop))
        else:
            self._say("^", sign)
            self._put(inner, sign, is_bare=is_bare)

    def _put(self, inner: list[Piece], sign: Token, *, is_bare: bool) -> None:
        if is_bare:
            self._pieces += inner
            self._part_letters(_text(inner))
        else:
            self._bracketed("{}", inner, sign)

    def _part_letters(self, script: str) -> None:
        """x^ee is x^e·e, and w_1xw_1 no word."""
        if script.isalpha() and self._peek().text.isalpha():
            self._say(" ", self._peek())

    def _index(self, sign: Token) -> None:
        """Digits behind a letter become its index; behind a logarithm stands its base."""
        is_bare = len(self._after_blanks().text) == 1 and self._peek().text != "{"
        inner = self._argument(sign)
        letter = self._pieces[-1].text.strip() if self._pieces else ""
        if _text(inner).isdecimal() and _text(inner).isascii() and letter in LETTERS:
            places = [piece for piece in inner if piece.text.strip()]
            self._pieces += [p._replace(text=LOWERED[p.text]) for p in places]
            self._part_letters(letter)
        else:
            self._say("_", sign)
            self._put(inner, sign, is_bare=is_bare)

    def _words(self, command: Token) -> None:
        r"""\operatorname{tg}, \mathrm{tg}, \text{tg}: the letters; names stand by themselves."""
        inner = self._argument(command)
        is_word = len(_text(inner)) > 1
        self._say(" " if is_word else "", command)
        self._pieces += _dense(inner)
        self._say(" " if is_word else "", command)

    def _psi(self, command: Token) -> None:
        """ψ(x) is the digamma function and ψ⁽ⁿ⁾(x) its derivative; ψ alone is a letter."""
        start = self._at
        power: list[Piece] = []
        if self._after_blanks().text == "^":
            mark = self._at
            power = self._captured(lambda: self._at == mark)
        token = self._after_blanks()
        opening = "".join(t.text for t in self._tokens[self._at : self._at + 2])
        if not opening.removeprefix("\\left").startswith("("):
            self._at = start
            self._say(" ψ", command)
            return
        if power and (order := ORDER.fullmatch(_text(power)[1:])):
            self._say(" polygamma", command)
            self._first_argument(order[1], token)
        else:
            self._say(" digamma", command)
            self._pieces += power

    def _first_argument(self, order: str, opening: Token) -> None:
        """polygamma(n; …: the bracket that follows holds the other argument."""
        self._at += 2 if opening.text == "\\left" else 1
        self._say(f"({order}; ", opening)

    def _fence(self, command: Token) -> None:
        r"""\left( … \right): bars are paired by it, whatever stands between."""
        opening = self._delimiter(command)
        inner = self._captured(lambda: self._peek().text not in ("\\right", "}"))
        right = self._peek()
        if right.text != "\\right":
            self._say(opening, command)
            self._pieces += inner
            return
        self._next()
        closing = self._delimiter(right)
        is_clear = opening == closing == "|" and not (
            self._follows_a_name() and "|" not in _text(inner)
        )
        self._say("(" if is_clear else "", command)
        self._say(opening, command)
        self._pieces += inner
        self._say(closing, right)
        self._say(")" if is_clear else "", right)

    def _follows_a_name(self) -> bool:
        return bool(re.search(r"[^\W\d_]{2,}\s*$", "".join(p.text for p in self._pieces[-2:])))

    def _delimiter(self, command: Token) -> str:
        token = self._after_blanks()
        if token.text not in known.DELIMITERS:
            raise command.error("latex-argument", "hint-latex-argument", typed=command.text)
        self._next()
        return known.DELIMITERS[token.text]

    def _big(self, command: Token) -> None:
        self._say(self._delimiter(command), self._tokens[self._at - 1])

    def _environment(self, command: Token) -> None:
        name = _text(self._argument(command))
        if name.rstrip("*") not in known.ENVIRONMENTS:
            raise command.error("latex-command", "hint-latex", typed=f"{command.text}{{{name}}}")


def _text(pieces: Sequence[Piece]) -> str:
    """What the pieces say, without blanks."""
    return "".join("".join(piece.text for piece in pieces).split())


def _dense(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Without blanks."""
    return (p._replace(text=p.text.strip()) for p in pieces if p.text.strip())


def _unknown(token: Token) -> ParseError:
    """A command that means nothing here, with the one that was probably meant."""
    suggestion = known.nearest_command(token.text)
    if suggestion is None:
        return token.error("latex-command", "hint-latex", typed=token.text)
    return token.error(
        "latex-command", "hint-latex-suggestion", typed=token.text, suggestion=suggestion
    )
