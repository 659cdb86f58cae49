"""Brackets and bars are paired before anything else is read.

Afterwards a bar is a token `|(` or `|)`, so the grammar never has to guess or to go back.
"""

from collections.abc import Sequence

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.bars import DEEPEST, Bar, opening_bars
from gdviz.calculus.reading.lexer import Token

PARTNERS = {"(": ")", "[": "]", "{": "}", "raised": "raised end"}
CLOSING = frozenset(PARTNERS.values())
BEGIN_A_FACTOR = frozenset({*PARTNERS, "number", "fraction", "symbol", "constant", "function"}) | {
    "radical"
}
END_AN_OPERAND = CLOSING | {"number", "fraction", "symbol", "constant", "subscript", "!", "prime"}


def pair_brackets(line: Sequence[Token]) -> list[Token]:
    """The tokens with every bar told apart. Raises ParseError where brackets or bars are odd."""
    result = list(line)
    for bars in _bars_by_bracket(line):
        _pair_bars(result, bars)
    return result


def _bars_by_bracket(line: Sequence[Token]) -> list[list[int]]:
    """Places of the bars that stand directly in one pair of brackets, a list for each pair."""
    stack: list[Token] = []
    bars: list[list[int]] = [[]]
    done: list[list[int]] = []
    for place, token in enumerate(line):
        if token.kind in PARTNERS:
            stack.append(token)
            bars.append([])
            _refuse_depth(stack)
        elif token.kind in CLOSING:
            _close(stack, token)
            done.append(bars.pop())
        elif token.kind == "|":
            bars[-1].append(place)
    if stack:
        raise ParseError(stack[-1].start, 1, "unclosed-bracket", "hint-close", sign=stack[-1].text)
    return [*done, bars[0]]


def _refuse_depth(stack: Sequence[Token]) -> None:
    if len(stack) > DEEPEST:
        raise ParseError(stack[-1].start, 1, "too-deep", "hint-shorter")


def _close(stack: list[Token], token: Token) -> None:
    if not stack:
        raise ParseError(token.start, 1, "unopened-bracket", "hint-open", sign=token.text)
    opening = stack.pop()
    if PARTNERS[opening.kind] == token.kind:
        return
    if token.kind == "raised end" or opening.kind == "raised":
        odd = opening if token.kind == "raised end" else token
        code = "unclosed-bracket" if odd is opening else "unopened-bracket"
        raise ParseError(odd.start, 1, code, sign=odd.text)
    fields = {"opening": opening.text, "closing": token.text, "right": PARTNERS[opening.kind]}
    raise ParseError(token.start, 1, "mismatched-brackets", "hint-mismatched", **fields)


def _pair_bars(line: list[Token], places: Sequence[int]) -> None:
    """Replace the bars at these places, which stand in one pair of brackets."""
    opens = opening_bars([_bar(line, place) for place in places])
    if opens is None:
        odd = line[_odd_bar(line, places)]
        raise ParseError(odd.start, 1, "unclosed-bar", "hint-bars")
    for place, is_opening in zip(places, opens, strict=True):
        line[place] = line[place]._replace(kind="|(" if is_opening else "|)")


def _bar(line: Sequence[Token], place: int) -> Bar:
    after_operand = place > 0 and _ends_operand(line, place - 1)
    beside_bar = place > 0 and line[place - 1].kind == "|"
    return Bar(after_operand, beside_bar, line[place + 1].kind in BEGIN_A_FACTOR)


def _ends_operand(line: Sequence[Token], place: int) -> bool:
    """Whether a product could go on, or a bar close, after the token at `place`.

    Not after `sin^2` or `log_2`, whose argument is still to come.
    """
    if line[place].kind not in END_AN_OPERAND:
        return False
    if place >= 2 and line[place - 1].kind in ("^", "_"):
        return line[place - 2].kind != "function"
    return True


def _odd_bar(line: Sequence[Token], places: Sequence[int]) -> int:
    """The bar that finds no partner when each closes as soon as it can."""
    waiting: list[int] = []
    for place in places:
        if waiting and _ends_operand(line, place - 1):
            waiting.pop()
        else:
            waiting.append(place)
    return waiting[-1] if waiting else places[-1]
