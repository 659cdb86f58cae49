"""Functions as they are set: sin x, arctg² x³, √x, |x|, eˣ, log₂ x, max(a, b), n!."""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeGuard

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Number,
    Power,
    Product,
    Quotient,
    Symbol,
    depends_on,
)
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.typesetting.lettering import written
from gdviz.calculus.typesetting.manner import Manner, bracketed
from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Letter,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
)

BARS = {"abs": ("|", "|"), "floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}
ROOTS = frozenset({"sqrt", "cbrt", "root"})
WITHOUT_A_NAME = frozenset({"exp", "factorial", "polygamma", *ROOTS, *BARS})
"""Functions with a notation of their own."""
ALWAYS_BRACKETS = frozenset({"sigmoid", "relu", "softplus", "gamma", "digamma", "min", "max"})
"""Functions whose argument stands in brackets, however short."""
LOGARITHMS = frozenset({"ln", "log"})
"""Functions of functions without brackets: ln sin x, ln ln x; but sin(ln x)."""
EXPONENT_BEHIND = frozenset({"relu", "softplus", "min", "max"})
"""max(a, b)², not max²(a, b)."""


def has_name(expression: Expression) -> bool:
    """Whether it is a call that is written with the function's name."""
    return isinstance(expression, Call) and expression.function not in WITHOUT_A_NAME


def is_power_of_function(power: Expression) -> TypeGuard[Power]:
    """Whether it is set as sin² x: the exponent 2, 3 … or a letter, never −1; but (sin x)ˣ."""
    if not isinstance(power, Power):
        return False
    base, exponent = power.base, power.exponent
    if not (isinstance(base, Call) and has_name(base)) or base.function in EXPONENT_BEHIND:
        return False
    if isinstance(exponent, Number):
        return exponent.value > 1 and exponent.value.is_integer() and is_plain(exponent)
    return isinstance(exponent, Symbol) and not depends_on(base, exponent.name)


def needs_brackets_under_exponent(base: Expression) -> bool:
    """Whether an exponent would otherwise seem to belong to a part of the base alone."""
    if isinstance(base, Call):
        return base.function not in BARS and base.function not in EXPONENT_BEHIND
    return not (isinstance(base, Symbol | Constant) or is_plain(base))


def is_plain(expression: Expression) -> bool:
    """Whether it is a number of digits alone, without a power of ten."""
    return isinstance(expression, Number) and not written(expression)[1]


def takes_brackets(call: Call, manner: Manner) -> bool:
    """Whether the argument of a named function stands in brackets."""
    argument = call.arguments[-1]
    if call.function in ALWAYS_BRACKETS:
        return True
    if has_name(argument) or is_power_of_function(argument):
        return call.function not in LOGARITHMS
    return not _is_bare(argument, manner)


def _is_bare(argument: Expression, manner: Manner) -> bool:
    """Whether a textbook sets it without brackets: x, x², 2x, √x, |x|, eˣ, a fraction."""
    if isinstance(argument, Quotient):
        return not manner.in_script
    if isinstance(argument, Call):
        return argument.function != "factorial"
    if isinstance(argument, Product):
        return _is_bare_product(argument)
    return _is_short(argument)


def _is_short(expression: Expression) -> bool:
    """A number, a letter, or a power of one."""
    if isinstance(expression, Power):
        return not needs_brackets_under_exponent(expression.base) and _is_short(expression.base)
    return isinstance(expression, Symbol | Constant) or is_plain(expression)


def _is_bare_product(product: Product) -> bool:
    """2x, ωt, 2πx², 2√x; nothing that needs a dot."""
    *first, last = product.factors
    if isinstance(last, Call) and last.function in ROOTS:
        return all(isinstance(factor, Number) and is_plain(factor) for factor in first)
    numbers = [isinstance(_base(factor), Number) for factor in product.factors]
    letters = [str(_base(factor)) for factor in product.factors]
    is_varied = all(a != b for a, b in pairwise(letters))
    return all(map(_is_short, product.factors)) and not any(numbers[1:]) and is_varied


def _base(expression: Expression) -> Expression:
    return expression.base if isinstance(expression, Power) else expression


def set_call(call: Call, manner: Manner) -> Markup:
    """A function with its arguments."""
    if call.function in BARS:
        opening, closing = BARS[call.function]
        return Fenced(manner.set(call.arguments[0]), opening, closing, part=call)
    special = SPECIAL.get(call.function)
    return special(call, manner) if special else _set_named(call, manner)


def _set_root(call: Call, manner: Manner) -> Markup:
    radicand, *degree = call.arguments
    if call.function == "cbrt":
        return Radical(manner.set(radicand), Upright("3"), part=call)
    return Radical(
        manner.set(radicand), manner.script.set(degree[0]) if degree else None, part=call
    )


def _set_exp(call: Call, manner: Manner) -> Markup:
    return Scripts(Letter("e"), upper=manner.script.set(call.arguments[0]), part=call)


def _set_factorial(call: Call, manner: Manner) -> Markup:
    (argument,) = call.arguments
    brackets = needs_brackets_under_exponent(argument)
    operand = bracketed(argument, manner) if brackets else manner.set(argument)
    return Row((operand, Upright("!")), part=call)


def _set_polygamma(call: Call, manner: Manner) -> Markup:
    """ψ⁽ⁿ⁾(x)"""
    order, argument = call.arguments
    head = Scripts(Letter("ψ", part=call), upper=Fenced(manner.script.set(order)))
    return Applied(head, bracketed(argument, manner), part=call)


SPECIAL: dict[str, Callable[[Call, Manner], Markup]] = {
    "exp": _set_exp,
    "factorial": _set_factorial,
    "polygamma": _set_polygamma,
    **dict.fromkeys(ROOTS, _set_root),
}


def _set_named(call: Call, manner: Manner) -> Markup:
    return Applied(_head(call, None, manner), _argument(call, manner), part=call)


def set_power_of_function(power: Power, manner: Manner) -> Markup:
    """arctg² x³: name and argument light up as the call, all of it as the power."""
    call = power.base
    assert isinstance(call, Call)
    head = _head(call, manner.script.set(power.exponent), manner)
    return Applied(head, Row((_argument(call, manner),), part=call), part=power)


def _head(call: Call, exponent: Markup | None, manner: Manner) -> Markup:
    """The function's name with its base, where it is a logarithm, and its exponent."""
    name, lower = _name(call.function, manner.language), None
    if call.function == "log":
        base = call.arguments[0]
        if manner.language == "ru" and isinstance(base, Number) and base.value == 10:
            name = "lg"
        else:
            lower = manner.script.set(base)
    letters: Markup = Upright(name, part=call) if name.isascii() else Letter(name, part=call)
    return Scripts(letters, upper=exponent, lower=lower) if exponent or lower else letters


def _name(function: str, language: str) -> str:
    info = FUNCTIONS[function]
    return info.russian if language == "ru" else info.english


def _argument(call: Call, manner: Manner) -> Markup:
    if call.function in ("min", "max"):
        pieces = [p for a in call.arguments for p in (Operator(","), manner.set(a))]
        return Fenced(Row(tuple(pieces[1:])))
    argument = call.arguments[-1]
    return bracketed(argument, manner) if takes_brackets(call, manner) else manner.set(argument)
