"""What stands between two factors: nothing, a little blank, or a dot."""

from enum import Enum, auto

from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.typesetting.applications import (
    BARS,
    ROOTS,
    has_name,
    is_plain,
    is_power_of_function,
    needs_brackets_under_exponent,
    takes_brackets,
)
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.manner import Manner
from gdviz.calculus.typesetting.markup import Gap, Letter, Markup, Operator
from gdviz.calculus.unevaluated import Derivative, Limit, Unknown

DOT = Operator("·")
THIN = Gap(1 / 6)


class Edge(Enum):
    """What a factor begins or ends with."""

    DIGIT = auto()
    LETTER = auto()
    SCRIPT = auto()
    """An exponent or an index."""
    NAME = auto()
    """The name of a function."""
    ARGUMENT = auto()
    """An argument without brackets: what follows would seem to belong to it."""
    CALL = auto()
    """The closing bracket of a function's argument."""
    BRACKET = auto()
    BAR = auto()
    ROOT = auto()
    FRACTION = auto()
    SIGN = auto()
    """The ! of a factorial."""


CLOSE = frozenset({Edge.LETTER, Edge.BRACKET, Edge.BAR, Edge.ROOT})
FOLLOWS: dict[Edge, frozenset[Edge]] = {
    Edge.DIGIT: CLOSE,
    Edge.LETTER: CLOSE,
    Edge.SCRIPT: CLOSE,
    Edge.BRACKET: CLOSE,
    Edge.FRACTION: CLOSE,
    Edge.ROOT: frozenset({Edge.BRACKET}),
    Edge.CALL: frozenset({Edge.BRACKET}),
    Edge.SIGN: frozenset({Edge.BRACKET}),
    Edge.BAR: frozenset(),
    Edge.ARGUMENT: frozenset(),
}
"""End of a factor → beginnings that may follow without a sign."""
LETTERS_OF_FUNCTIONS = frozenset("σΓψfghFL")
"""Read as applied to a bracket that stands right behind them: f(1 − f)."""
AFTER_BLANK = {(Edge.ROOT, Edge.LETTER), (Edge.ROOT, Edge.ROOT)}
"""√2 x: a little blank makes the end of the bar seen. It also stands before any name."""


def needs_brackets_in_product(factor: Expression, manner: Manner) -> bool:
    """Whether a factor stands in brackets."""
    return isinstance(factor, Sum | Negate | Product) or (
        manner.in_script and isinstance(factor, Quotient)
    )


def separator(left: Expression, right: Expression, manner: Manner) -> tuple[Markup, ...]:
    """What is set between two factors."""
    end, beginning = _end(left, manner), _beginning(right, manner)
    if beginning is Edge.NAME:
        return (THIN,)
    if _are_confused(left, right) or (beginning is Edge.BRACKET and _names_a_function(left)):
        return (DOT,)
    if (end, beginning) in AFTER_BLANK:
        return (THIN,)
    return () if beginning in FOLLOWS[end] else (DOT,)


def _are_confused(left: Expression, right: Expression) -> bool:
    """xx² would seem a misprint, and a name of several letters would run into its neighbour."""
    return left == _first(right) or _is_word(left) or _is_word(_first(right))


def _names_a_function(expression: Expression) -> bool:
    """ψ(x + 1) would be the digamma function, not the letter ψ times a bracket."""
    base = _first(expression)
    return isinstance(base, Symbol) and base.name in LETTERS_OF_FUNCTIONS


def _is_word(expression: Expression) -> bool:
    if not isinstance(expression, Symbol):
        return False
    letter = set_name(expression.name)
    return isinstance(letter, Letter) and len(letter.text) > 1


def _first(expression: Expression) -> Expression:
    return expression.base if isinstance(expression, Power) else expression


def _beginning(factor: Expression, manner: Manner) -> Edge:
    if needs_brackets_in_product(factor, manner):
        return Edge.BRACKET
    match factor:
        case Number():
            return Edge.DIGIT
        case Quotient():
            return Edge.FRACTION
        case Derivative():
            return Edge.BRACKET
        case Limit() | Unknown():
            return Edge.NAME
        case Power() if not is_power_of_function(factor):
            brackets = needs_brackets_under_exponent(factor.base)
            return Edge.BRACKET if brackets else _beginning(factor.base, manner)
        case Power(base=Call(function=function)) | Call(function=function):
            return _beginning_of_call(factor, function, manner)
    return Edge.LETTER


def _beginning_of_call(factor: Expression, function: str, manner: Manner) -> Edge:
    if function == "factorial":
        (argument,) = factor.children()
        brackets = needs_brackets_under_exponent(argument)
        return Edge.BRACKET if brackets else _beginning(argument, manner)
    if function in BARS:
        return Edge.BAR if function == "abs" else Edge.BRACKET
    if function in ROOTS:
        return Edge.ROOT
    is_letter = function == "exp" or not FUNCTIONS[function].english.isascii()
    return Edge.LETTER if is_letter else Edge.NAME


def _end(factor: Expression, manner: Manner) -> Edge:
    if needs_brackets_in_product(factor, manner):
        return Edge.BRACKET
    match factor:
        case Number():
            return Edge.DIGIT if is_plain(factor) else Edge.SCRIPT
        case Quotient():
            return Edge.FRACTION
        case Derivative() | Limit():
            return Edge.ARGUMENT
        case Power() if not is_power_of_function(factor):
            return Edge.SCRIPT
        case Unknown():
            return Edge.CALL
        case Power(base=Call() as call) | (Call() as call):
            return _end_of_call(call, manner)
    return Edge.LETTER


def _end_of_call(call: Call, manner: Manner) -> Edge:
    if has_name(call):
        return Edge.CALL if takes_brackets(call, manner) else Edge.ARGUMENT
    if call.function in BARS:
        return Edge.BAR if call.function == "abs" else Edge.BRACKET
    if call.function in ROOTS:
        return Edge.ROOT
    return Edge.SCRIPT if call.function == "exp" else Edge.SIGN
