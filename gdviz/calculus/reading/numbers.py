"""Numbers as they are typed: 0.5, .5, 0,5, 2½."""

from gdviz.calculus.expression import Expression, Number, Quotient, Span, Sum
from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.alphabet import numerator_and_denominator
from gdviz.calculus.reading.cursor import Cursor
from gdviz.calculus.reading.lexer import Token


def read_number(cursor: Cursor) -> Expression:
    """0.5, 0,5 and the mixed number 2½."""
    token = cursor.advance()
    text = token.text
    if _continues_after_comma(cursor, token):
        comma, decimals = cursor.advance(), cursor.advance()
        cursor.observed.decimal_commas.append((token, decimals))
        text = f"{text}.{decimals.text}"
        _refuse_second_comma(cursor, token, comma)
    whole = _number(text, cursor.span(token.start))
    if cursor.token.kind == "fraction" and cursor.token.start == cursor.stop and text.isdecimal():
        return Sum((whole, read_fraction(cursor)), span=cursor.span(token.start))
    return whole


def _continues_after_comma(cursor: Cursor, number: Token) -> bool:
    """Whether `,` and digits follow without a blank and the comma separates nothing here."""
    if cursor.token.kind != "," or not cursor.commas_join or not number.text.isdecimal():
        return False
    decimals = cursor.line[cursor.place + 1]
    is_close = cursor.token.start == number.stop and decimals.start == cursor.token.stop
    return is_close and decimals.kind == "number" and decimals.text[0] != "."


def _refuse_second_comma(cursor: Cursor, number: Token, comma: Token) -> None:
    decimals = cursor.line[cursor.place - 1]
    fraction = decimals.text.lower().partition("e")[0]
    is_odd = "." in fraction or len(decimals.text) < decimals.stop - decimals.start
    if is_odd or (cursor.token.kind == "," and cursor.token.start == cursor.stop):
        stop = decimals.stop if is_odd else cursor.token.stop
        typed = cursor.troubles.typed(number.start, stop)
        fields = {"typed": typed, "sign": comma.text}
        raise ParseError(number.start, len(typed), "malformed-number", "hint-number", **fields)


def read_fraction(cursor: Cursor) -> Expression:
    """½, ¾ …"""
    token = cursor.advance()
    span = cursor.span(token.start)
    numerator, denominator = numerator_and_denominator(token.text)
    return Quotient(_number(numerator, span), _number(denominator, span), span=span)


def _number(text: str, span: Span) -> Number:
    """The number with its text tidied: 0.5 for .5, 5 for 5. and 7 for 007."""
    digits, mark, exponent = text.lower().partition("e")
    whole, _, decimals = digits.partition(".")
    tidy = (whole.lstrip("0") or "0") + (f".{decimals}" if decimals else "") + mark + exponent
    return Number(float(text), text=tidy, span=span)
