r"""LaTeX → the editor's own language: \frac{x^2}{\sqrt{x+1}} is ((x^2)/√(x+1)).

A function for each kind of command; how the line is gone through is in latex_walker.py, what stands
for a text whatever is around it in latex_commands.py.
"""

import re

from gdviz.calculus.reading import latex_commands as known
from gdviz.calculus.reading.alphabet import GREEK, LATIN, LOWERED_CHARACTERS
from gdviz.calculus.reading.latex_pieces import Piece, Token, dense, text_of
from gdviz.calculus.reading.latex_walker import Walker

ATOM = re.compile(r"\d+|[^\W\d_]")
"""Numerators and denominators that need no brackets."""
OF_A_SLOPE = re.compile(r"[d∂][^\W\d_]?")
ORDER = re.compile(r"[{(]\s*\((.*)\)\s*[})]", re.DOTALL)
LOWERED = dict(zip("0123456789", LOWERED_CHARACTERS, strict=False))
LETTERS = frozenset(LATIN + GREEK)
ROOTS = {"": "√", "3": "∛", "4": "∜"}
TIGHT = frozenset("^!'′")
"""What stands behind a root belongs to all of it: \\sqrt{x}^2 is (√x)^2."""


class Translator(Walker):
    """`whole()` is the line in the editor's language. Raises ParseError."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.meanings = {
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

    def _group(self, opening: Token) -> None:
        """Braces are brackets; {,} is a decimal comma."""
        inner = self._captured(lambda: self._peek().text != "}")
        closing = self._peek()
        is_comma = text_of(inner) == ","
        self._say("" if is_comma else "{", opening)
        self._pieces += inner
        if closing.text:
            self._say("" if is_comma else "}", self._next())

    def _fraction(self, command: Token) -> None:
        above = self._argument(command)
        between = self._tokens[self._at - 1]
        mark = len(self._pieces)
        self._part_of_fraction(above, command)
        self._say("/", between)
        below = self._argument(command)
        if (
            all(OF_A_SLOPE.fullmatch(text_of(part)) for part in (above, below))
            and text_of(below)[1:]
        ):
            self._pieces[mark:] = [*dense(above), Piece("/", between.start, between.stop)]
            self._pieces += dense(below)
            return
        self._part_of_fraction(below, command)
        self._pieces.insert(mark, Piece("(", command.start, command.stop))
        self._say(")", self._tokens[self._at - 1])

    def _part_of_fraction(self, part: list[Piece], command: Token) -> None:
        if ATOM.fullmatch(text_of(part)):
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
        sign = ROOTS.get(text_of(degree))
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
        text = text_of(inner)
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
            self._part_letters(text_of(inner))
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
        if text_of(inner).isdecimal() and text_of(inner).isascii() and letter in LETTERS:
            places = [piece for piece in inner if piece.text.strip()]
            self._pieces += [p._replace(text=LOWERED[p.text]) for p in places]
            self._part_letters(letter)
        else:
            self._say("_", sign)
            self._put(inner, sign, is_bare=is_bare)

    def _words(self, command: Token) -> None:
        r"""\operatorname{tg}, \mathrm{tg}, \text{tg}: the letters; names stand by themselves."""
        inner = self._argument(command)
        is_word = len(text_of(inner)) > 1
        self._say(" " if is_word else "", command)
        self._pieces += dense(inner)
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
        if power and (order := ORDER.fullmatch(text_of(power)[1:])):
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
            self._follows_a_name() and "|" not in text_of(inner)
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
        name = text_of(self._argument(command))
        if name.rstrip("*") not in known.ENVIRONMENTS:
            raise command.error("latex-command", "hint-latex", typed=f"{command.text}{{{name}}}")
