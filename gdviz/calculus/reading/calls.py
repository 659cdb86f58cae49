"""Functions and what they are applied to: sin(2x), sin 2x, sin^2 x, log_2 x, max(a, b).

Without brackets the argument is the product of factors that follows, up to + − * / or the next
function name. An opening bracket or bar ends it, unless only numbers and constants stand before.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Span,
    Symbol,
    walk,
)
from gdviz.calculus.formula import ParseError
from gdviz.calculus.functions import BY_SPELLING, CONSTANTS, ONE, FunctionInfo
from gdviz.calculus.reading.brackets import PARTNERS
from gdviz.calculus.reading.lexer import Token
from gdviz.calculus.reading.observations import LooseEnd, NamedCall, Piece

if TYPE_CHECKING:
    from gdviz.calculus.reading.grammar import Grammar

OPENING = frozenset("([{")
OPENING_OR_BAR = OPENING | {"|("}
CLOSING_OR_BAR = frozenset({")", "]", "}", "|)"})
NUMBERS_AND_CONSTANTS = frozenset({"number", "fraction", "constant", "radical"})
HINTS = {
    "ln": "hint-log",
    "log": "hint-log",
    "sqrt": "hint-root",
    "cbrt": "hint-root",
    "root": "hint-root",
    "min": "hint-several",
    "max": "hint-several",
    "polygamma": "hint-polygamma",
}
"""How to write the arguments of functions that have, or are thought to have, several."""

BEGIN_AN_EXPONENT = frozenset({"number", "symbol", "constant", "fraction"}) | OPENING


class _Head(NamedTuple):
    """What stands before the argument: sin, sin^2, log_2, log_2^3."""

    name: Token
    info: FunctionInfo
    base: Expression | None
    exponent: Expression | None


class _Arguments(NamedTuple):
    nodes: tuple[Expression, ...]
    places: tuple[tuple[int, int], ...]
    has_brackets: bool


def read_call(grammar: "Grammar") -> Expression:
    """A function's name, its index and power, and its arguments. Raises ParseError."""
    head = _head(grammar)
    name_stop = grammar.stop
    if grammar.token.kind in OPENING:
        arguments = _in_brackets(grammar, head)
    else:
        arguments = _bare(grammar, head)
    span = grammar.span(head.name.start)
    call = _applied(head, arguments, span)
    seen = NamedCall(
        call, head.name, name_stop, arguments.places, grammar.stop, arguments.has_brackets
    )
    _observe(grammar, seen, head)
    if head.exponent is None:
        return call
    if head.info.inverse and head.exponent == Negate(Number(1.0)):
        grammar.observed.inverses.append(seen)
        return Call(head.info.inverse, call.children(), span=span)
    return Power(call, head.exponent, span=span)


def _observe(grammar: "Grammar", seen: NamedCall, head: _Head) -> None:
    if head.name.text == "log" and seen.node == Call("ln", seen.node.children()):
        grammar.observed.natural_logarithms.append(head.name)
    if len(seen.arguments) > 1:
        grammar.observed.lists.append(seen)
    if not seen.has_brackets:
        grammar.observed.bare_calls.append(seen)


def _head(grammar: "Grammar") -> _Head:
    name = grammar.advance()
    base: Expression | None = None
    exponent: Expression | None = None
    while True:
        kind = grammar.token.kind
        if base is None and name.text == "log" and _is_base(grammar, name):
            base = _base(grammar)
        elif kind == "raised" and exponent is None:
            exponent = grammar.raised()
        elif kind == "^" and exponent is None:
            grammar.advance()
            exponent = grammar.deeper(partial(_exponent, grammar))
        elif kind in ("raised", "^"):
            raise _missing_argument(grammar, name, grammar.stop)
        elif kind in ("_", "subscript", "prime"):
            raise grammar.troubles.stray(grammar.place)
        else:
            return _Head(name, BY_SPELLING[name.text], base, exponent)


def _exponent(grammar: "Grammar") -> Expression:
    """The power of a function: a sign, and a number, a letter or something in brackets."""
    if grammar.token.kind in ("+", "-"):
        return grammar.signed(lambda: partial(_exponent, grammar))
    start = grammar.token.start
    base = _simple(grammar)
    if grammar.token.kind != "^":
        return base
    grammar.advance()
    exponent = grammar.deeper(partial(_exponent, grammar))
    return Power(base, exponent, span=grammar.span(start))


def _simple(grammar: "Grammar") -> Expression:
    token = grammar.token
    if token.kind in grammar.operands and token.kind not in BEGIN_AN_EXPONENT:
        typed = grammar.troubles.typed(token.start, token.stop)
        raise ParseError(token.start, len(typed), "brackets-expected", "hint-brackets", typed=typed)
    return grammar.operand_reader()()


def _is_base(grammar: "Grammar", name: Token) -> bool:
    """log_2, log₂ and, touching the name, log2."""
    token = grammar.token
    if token.kind != "number":
        return token.kind in ("_", "subscript")
    is_whole = token.text.isdecimal() and len(token.text) == token.stop - token.start
    return is_whole and token.start == name.stop


def _base(grammar: "Grammar") -> Expression:
    token = grammar.token
    if token.kind == "subscript":
        return _lowered(grammar)
    if token.kind == "_":
        grammar.advance()
        return _simple(grammar)
    grammar.advance()
    return Number(float(token.text), text=token.text, span=grammar.span(token.start))


def _lowered(grammar: "Grammar") -> Expression:
    """The base in subscript characters: digits or one letter."""
    token = grammar.advance()
    span = grammar.span(token.start)
    if token.text.isdecimal():
        return Number(float(token.text), text=token.text, span=span)
    if len(token.text) > 1:
        raise ParseError(*span, "logarithm-base", "hint-logarithm-base")
    is_constant = token.text in CONSTANTS
    return (
        Constant(CONSTANTS[token.text], span=span) if is_constant else Symbol(token.text, span=span)
    )


def _in_brackets(grammar: "Grammar", head: _Head) -> _Arguments:
    opening = grammar.advance()
    closing = PARTNERS[opening.kind]
    if grammar.token.kind == closing:
        raise _missing_argument(grammar, head.name, grammar.token.stop)
    takes_several = head.info.arguments.stop > 2 and head.base is None
    commas_join = grammar.commas_join
    grammar.commas_join = not takes_several or _has_semicolon(grammar)
    nodes, places = _list(grammar)
    grammar.commas_join = commas_join
    if grammar.token.kind != closing:
        raise grammar.troubles.stray(grammar.place)
    grammar.advance()
    _refuse_count(grammar, head, len(nodes))
    return _Arguments(tuple(nodes), tuple(places), has_brackets=True)


def _list(grammar: "Grammar") -> tuple[list[Expression], list[tuple[int, int]]]:
    nodes, places = [], []
    while True:
        start = grammar.token.start
        nodes.append(grammar.nested(grammar.sum))
        places.append((start, grammar.stop))
        if grammar.token.kind not in (",", ";"):
            return nodes, places
        grammar.advance()


def _has_semicolon(grammar: "Grammar") -> bool:
    """Whether `;` separates the arguments of the bracket just opened."""
    depth = 0
    for token in grammar.line[grammar.place :]:
        if token.kind == ";" and depth == 0:
            return True
        depth += (token.kind in OPENING_OR_BAR) - (token.kind in CLOSING_OR_BAR)
        if depth < 0:
            return False
    return False


def _refuse_count(grammar: "Grammar", head: _Head, count: int) -> None:
    info = head.info
    has_base = head.base is not None or head.name.text == "lg"
    counts = ONE if has_base else info.arguments
    if count in counts or (info.name == "log" and count == 1):
        return
    typed = grammar.troubles.typed(head.name.start, head.name.stop)
    start, length = grammar.span(head.name.start)
    code = {(1, 1): "one-argument", (2, 2): "two-arguments"}.get((counts[0], counts[-1]))
    hint = HINTS.get(info.name, "hint-comma")
    raise ParseError(start, length, code or "several-arguments", hint, name=typed, count=str(count))


def _bare(grammar: "Grammar", head: _Head) -> _Arguments:
    """The product of factors that follows."""
    first = grammar.token
    name = head.name
    if first.kind not in grammar.operands and not _is_own_sign(grammar):
        raise _missing_argument(grammar, name, grammar.stop)
    if head.info.arguments.stop > 2 and head.info.name != "log":
        typed = grammar.troubles.typed(name.start, name.stop)
        hint = HINTS[head.info.name]
        raise ParseError(name.start, len(typed), "needs-brackets", hint, name=typed)
    blank = grammar.stop
    node = grammar.deeper(partial(_signed_factors, grammar))
    end = LooseEnd(node, blank, first.start)
    grammar.observed.arguments.setdefault(grammar.stop, end)
    return _Arguments((node,), ((first.start, grammar.stop),), has_brackets=False)


def _is_own_sign(grammar: "Grammar") -> bool:
    """Whether a minus belongs to the argument: in `sin -x`, not in `sin - x` or `sin-x`."""
    sign, after = grammar.token, grammar.line[grammar.place + 1 :]
    return sign.kind == "-" and grammar.stop < sign.start and after[0].start == sign.stop


def _signed_factors(grammar: "Grammar") -> Expression:
    if grammar.token.kind == "-":
        return grammar.signed(lambda: partial(_signed_factors, grammar))
    pieces = [grammar.piece("")]
    while grammar.token.kind in grammar.operands and grammar.token.kind != "function":
        if grammar.token.kind in OPENING_OR_BAR and not _are_numbers(pieces):
            break
        pieces.append(grammar.piece(" "))
    return grammar.joined(pieces)


def _are_numbers(pieces: Sequence[Piece]) -> bool:
    return all(
        piece.kind in NUMBERS_AND_CONSTANTS
        and not any(isinstance(part, Symbol) for part in walk(piece.node))
        for piece in pieces
    )


def _missing_argument(grammar: "Grammar", name: Token, stop: int) -> ParseError:
    length = stop - name.start
    typed = grammar.troubles.typed(name.start, stop).rstrip()
    if typed.endswith((")", "]", "}")) or " " in typed:
        typed = grammar.troubles.typed(name.start, name.stop)
    info = BY_SPELLING[name.text]
    takes_several = info.arguments[0] > 1 and info.name != "log"
    hint = HINTS[info.name] if takes_several else "hint-argument"
    return ParseError(name.start, length, "missing-argument", hint, name=typed)


def _applied(head: _Head, arguments: _Arguments, span: Span) -> Call:
    """The call in the tree: `log x` is ln x, `lg x` is log(10, x)."""
    name, nodes = head.info.name, arguments.nodes
    if head.name.text == "lg":
        place = (head.name.start, head.name.stop - head.name.start)
        nodes = (Number(10.0, text="10", span=place), *nodes)
    elif head.base is not None:
        nodes = (head.base, *nodes)
    elif name == "log" and len(nodes) == 1:
        name = "ln"
    return Call(name, nodes, span=span)
