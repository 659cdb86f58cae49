"""Ambiguous names and numbers: log x, sin^-1 x, asin x, log(x, 2), max(0,5, x), 1,000, x^2!.

One function each, as in ambiguities.py, its docstring showing both readings.
"""

from collections.abc import Callable, Iterator

from gdviz.calculus.functions import BY_SPELLING, FUNCTIONS
from gdviz.calculus.reading.ambiguities import Ambiguity, Edit, Line
from gdviz.calculus.reading.observations import NamedCall
from gdviz.calculus.reading.unknown_names import nearest_name

BEFORE_A_TERM = frozenset("=+-−–([{,;")
AFTER_A_TERM = frozenset("+-−–)]},;")


def natural_logarithm(line: Line) -> Iterator[Ambiguity]:
    """log x: ln x or lg x."""
    for name in line.observed.natural_logarithms:
        place = name.start, name.stop
        reading, other = Edit(*place, "ln"), Edit(*place, "lg")
        yield Ambiguity("notice-natural-logarithm", *place, (reading,), (other,))


def inverse_function(line: Line) -> Iterator[Ambiguity]:
    """sin^-1 x: arcsin x or 1/sin x."""
    for call in line.observed.inverses:
        name = line.text[call.name.start : call.name.stop]
        info = BY_SPELLING[call.name.text]
        inverse = FUNCTIONS[info.inverse]
        is_russian = call.name.text == info.russian
        known_as = inverse.russian if is_russian else inverse.english
        head = call.name.start, call.name_stop
        opening, closing = ("", "") if _stands_alone(line.text, call) else ("(", ")")
        gap = "" if call.has_brackets or line.text[call.name_stop].isspace() else " "
        other = (Edit(*head, f"{opening}1/{name}{gap}"), Edit(call.stop, call.stop, closing))
        reading = (Edit(*head, f"{known_as}{gap}"),)
        yield Ambiguity("notice-inverse", call.name.start, call.stop, reading, other)


def _stands_alone(text: str, call: NamedCall) -> bool:
    """Whether the call is a whole term, so that 1/… needs no brackets."""
    before, after = text[: call.name.start].rstrip(), text[call.stop :].lstrip()
    return (not before or before[-1] in BEFORE_A_TERM) and (not after or after[0] in AFTER_A_TERM)


def short_inverse(line: Line) -> Iterator[Ambiguity]:
    """asin x: arcsin x or a·sin x. With brackets, asin(x), it is what programs call arcsin."""
    for call in line.observed.bare_calls:
        name = call.name.text
        if name[0] == "a" and name[1:] in BY_SPELLING:
            place = call.name.start, call.name.start + 1
            reading = (Edit(*place, "arc" if name[-1] != "h" else "ar"),)
            other = (Edit(*place, "a "),)
            yield Ambiguity("notice-short-inverse", call.name.start, call.stop, reading, other)


def misspelt_name(line: Line) -> Iterator[Ambiguity]:
    """sinn x: sin(n x) or sin x. Not sin nx, nor sinkx, nor sinω t, nor x sina."""
    for call in line.observed.bare_calls:
        start, stop = call.name.start, call.name.stop
        while line.text[stop : stop + 1].isalpha():
            stop += 1
        tail, goes_on = line.text[call.name.stop : stop], line.text[stop : call.stop].strip()
        if (
            call.name.stop != call.name_stop
            or not (tail and tail.isascii())
            or not goes_on[:1].isalnum()
        ):
            continue
        if line.variables & set(tail) or (meant := nearest_name(line.text[start:stop])) is None:
            continue
        if not meant.startswith(call.name.text):
            meant = call.name.text
        reading = (Edit(call.name.stop, call.name.stop, "("), Edit(call.stop, call.stop, ")"))
        yield Ambiguity("notice-misspelt", start, call.stop, reading, (Edit(start, stop, meant),))


def order_of_base(line: Line) -> Iterator[Ambiguity]:
    """log(x, 2): the base first, log_x 2, or log(2, x). Not log(2, x) itself."""
    for call in line.observed.lists:
        if call.name.text != "log" or len(call.arguments) != 2:
            continue
        base, argument = call.node.children()
        if line.is_fixed(argument) and not line.is_fixed(base):
            first, second = call.arguments
            texts = [line.text[slice(*place)] for place in (first, second)]
            other = (Edit(*first, texts[1]), Edit(*second, texts[0]))
            opened, closed = call.name.stop, call.stop
            reading = (Edit(opened, closed, f"_({texts[0]}) ({texts[1]})"),)
            yield Ambiguity("notice-order-of-base", call.name.start, call.stop, reading, other)


def separating_comma(line: Line) -> Iterator[Ambiguity]:
    """max(0,5, x): three arguments or max(0.5, x)."""
    for call in line.observed.lists:
        close = [
            (left, right)
            for left, right in zip(call.arguments, call.arguments[1:], strict=False)
            if _is_like_decimal(line.text, left, right)
        ]
        count = len(call.arguments) - 1
        makes_sense = count in BY_SPELLING[call.name.text].arguments or call.name.text == "log"
        if len(close) == 1 and makes_sense:
            (start, comma), (_, stop) = close[0]
            reading, other = Edit(comma, comma + 1, "; "), Edit(comma, comma + 1, ".")
            yield Ambiguity("notice-separating-comma", start, stop, (reading,), (other,))


def _is_like_decimal(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether digits touch the comma on both sides."""
    touch = left[1] + 1 == right[0]
    return (
        touch
        and text[left[1] - 1].isdecimal()
        and text[slice(*left)].isdecimal()
        and (text[right[0]].isdecimal() and text[left[1]] != ";")
    )


def thousands(line: Line) -> Iterator[Ambiguity]:
    """1,000: 1.000 or a thousand."""
    for whole, decimals in line.observed.decimal_commas:
        if decimals.text == "000" and whole.text != "0" and len(whole.text) <= 3:
            comma = whole.stop, whole.stop + 1
            reading, other = Edit(*comma, "."), Edit(*comma, "")
            yield Ambiguity("notice-thousands", whole.start, decimals.stop, (reading,), (other,))


def raised_factorial(line: Line) -> Iterator[Ambiguity]:
    """x^2!: x^(2!) or (x^2)!."""
    for start, exponent, sign in line.observed.raised_factorials:
        reading = (Edit(exponent, exponent, "("), Edit(sign + 1, sign + 1, ")"))
        other = (Edit(start, start, "("), Edit(sign, sign, ")"))
        yield Ambiguity("notice-raised-factorial", start, sign + 1, reading, other)


RULES_FOR_LINES: tuple[Callable[[Line], Iterator[Ambiguity]], ...] = (
    natural_logarithm,
    inverse_function,
    short_inverse,
    misspelt_name,
    order_of_base,
    separating_comma,
    thousands,
    raised_factorial,
)
