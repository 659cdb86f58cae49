"""Tokens → tree, by recursive descent without a step back: each token is read once.

The order is that of docs/notation.md: sum, term, product, factor, operand. Functions and their
arguments are in calls.py, numbers in numbers.py.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Span,
    Sum,
    Symbol,
)
from gdviz.calculus.formula import ParseError
from gdviz.calculus.functions import CONSTANTS
from gdviz.calculus.reading.calls import read_call
from gdviz.calculus.reading.cursor import BRACKETS, Cursor
from gdviz.calculus.reading.lexer import Token
from gdviz.calculus.reading.numbers import read_fraction, read_number
from gdviz.calculus.reading.observations import LooseEnd, Piece
from gdviz.calculus.reading.troubles import Troubles

ROOTS = {"√": "sqrt", "∛": "cbrt", "∜": "root"}


class Grammar(Cursor):
    """Reads one line."""

    def __init__(self, line: Sequence[Token], troubles: Troubles) -> None:
        super().__init__(line, troubles)
        self.operands: dict[str, Callable[[], Expression]] = {
            **{opening: partial(self._enclosed, closing) for opening, closing in BRACKETS.items()},
            "|(": self._absolute,
            "number": partial(read_number, self),
            "fraction": partial(read_fraction, self),
            "symbol": self._symbol,
            "constant": self._constant,
            "radical": self._radical,
            "function": partial(read_call, self),
        }

    def whole(self) -> Expression:
        """The whole line. Raises ParseError."""
        body = self.sum()
        if self.token.kind != "end":
            raise self.troubles.stray(self.place)
        return body

    def sum(self) -> Expression:
        """term { (+ | −) term }"""
        start = self.token.start
        terms = [self._term_reader()()]
        while self.token.kind in ("+", "-"):
            sign = self.advance()
            term = self._term_reader()()
            terms.append(Negate(term, span=self.span(sign.start)) if sign.kind == "-" else term)
        return terms[0] if len(terms) == 1 else Sum(tuple(terms), span=self.span(start))

    def _term_reader(self) -> Callable[[], Expression]:
        """What reads { − | + } product here. (Readers of readers keep the stack of calls low.)"""
        return self._signed_term if self.token.kind in ("+", "-") else self.product

    def _signed_term(self) -> Expression:
        return self.signed(self._term_reader)

    def signed(self, reader: Callable[[], Callable[[], Expression]]) -> Expression:
        """A sign and what it stands before, which `reader()` reads."""
        sign = self.advance()
        node = self.deeper(reader())
        return node if sign.kind == "+" else Negate(node, span=self.span(sign.start))

    def product(self) -> Expression:
        """factor { (* | / | nothing) factor }"""
        pieces = [self.piece("")]
        while True:
            if self.token.kind in ("*", "/"):
                pieces.append(self.piece(self.advance().kind))
            elif self.token.kind in self.operands:
                pieces.append(self.piece(" "))
            else:
                return self.joined(pieces)

    def piece(self, sign: str) -> Piece:
        """The next factor; `sign` stood before it."""
        first = self.token
        if sign == " " and first.kind in ("number", "fraction"):
            self._refuse_after_letter_or_number()
        touches = self.place > 0 and self.line[self.place - 1].stop == first.start
        node = (self.factor_reader() if sign in ("*", "/") else self.factor)()
        return Piece(node, sign, first.kind, first.start, self.stop, touches)

    def _refuse_after_letter_or_number(self) -> None:
        left = self.line[self.place - 1]
        is_apart = left.kind == "constant" and left.stop < self.token.start
        if left.kind in ("number", "fraction", "symbol", "constant") and not is_apart:
            raise self.troubles.number_beside(self.place)

    def joined(self, pieces: Sequence[Piece]) -> Expression:
        """The product of these factors, dividing where the sign says so, from left to right."""
        if len(pieces) == 1:
            return pieces[0].node
        self.observed.products.append(list(pieces))
        start = pieces[0].start
        factors = [pieces[0].node]
        for before, piece in pairwise(pieces):
            if piece.sign == "/":
                numerator = _product(factors, (start, before.stop - start))
                factors = [Quotient(numerator, piece.node, span=(start, piece.stop - start))]
            else:
                factors.append(piece.node)
        return _product(factors, (start, pieces[-1].stop - start))

    def factor_reader(self) -> Callable[[], Expression]:
        """What reads { − | + } factor here."""
        return self._signed_factor if self.token.kind in ("+", "-") else self.factor

    def _signed_factor(self) -> Expression:
        return self.signed(self.factor_reader)

    def factor(self) -> Expression:
        """operand { ! | superscript } [ ^ { − | + } factor ]"""
        start = self.token.start
        base = self._with_marks(self.operand_reader()(), start)
        if self.token.kind != "^":
            return base
        self.advance()
        first = self.token
        exponent = self.deeper(self.factor_reader())
        power = Power(base, exponent, span=self.span(start))
        if first.kind not in BRACKETS:
            self.observed.exponents[self.stop] = LooseEnd(power, first.start, first.start)
            if self.line[self.place - 1].kind == "!":
                self.observed.raised_factorials.append((start, first.start, self.stop - 1))
        return power

    def operand_reader(self) -> Callable[[], Expression]:
        """What reads a number, a letter, a call, a root, something in brackets or bars here."""
        read = self.operands.get(self.token.kind)
        if read is None:
            raise self.troubles.missing(self.place)
        return read

    def _with_marks(self, node: Expression, start: int) -> Expression:
        """The operand with the factorials and superscripts that follow it."""
        while self.token.kind in ("!", "raised", "prime"):
            if self.token.kind == "prime":
                raise self.troubles.stray(self.place)
            if self.token.kind == "raised":
                node = Power(node, self.raised(), span=self.span(start))
                continue
            sign = self.advance()
            if self.token.kind == "!" and self.token.start == sign.stop:
                raise ParseError(sign.start, 2, "double-factorial", "hint-factorial-twice")
            node = Call("factorial", (node,), span=self.span(start))
        return node

    def raised(self) -> Expression:
        """What stands in superscript characters."""
        self.advance()
        exponent = self.deeper(self.sum)
        if self.token.kind != "raised end":
            raise self.troubles.stray(self.place)
        self.advance()
        return exponent

    def _absolute(self) -> Expression:
        start = self.token.start
        inside = self._enclosed("|)")
        return Call("abs", (inside,), span=self.span(start))

    def _enclosed(self, closing: str) -> Expression:
        commas_join, self.commas_join = self.commas_join, True
        self.advance()
        inside = self.nested(self.sum)
        if self.token.kind != closing:
            raise self.troubles.stray(self.place)
        self.advance()
        self.commas_join = commas_join
        return inside

    def _radical(self) -> Expression:
        sign = self.advance()
        first = self.token
        if first.kind not in (*self.operands, "-"):
            length = sign.stop - sign.start
            raise ParseError(
                sign.start, length, "missing-argument", "hint-argument", name=sign.text
            )
        radicand = self.deeper(self.factor_reader())
        if first.kind not in BRACKETS:
            self.observed.radicands[self.stop] = LooseEnd(radicand, sign.stop, first.start)
        place = (sign.start, sign.stop - sign.start)
        degree = (Number(4.0, text="4", span=place),) if sign.text == "∜" else ()
        return Call(ROOTS[sign.text], (radicand, *degree), span=self.span(sign.start))

    def _symbol(self) -> Expression:
        token = self.advance()
        return Symbol(token.text, span=(token.start, token.stop - token.start))

    def _constant(self) -> Expression:
        token = self.advance()
        return Constant(CONSTANTS[token.text], span=(token.start, token.stop - token.start))


def _product(factors: Sequence[Expression], span: Span) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors), span=span)
