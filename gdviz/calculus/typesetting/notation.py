"""Expression → markup, as a good textbook prints it, in the school notation of a language.

What was typed stays what it was: nothing is simplified or reordered, a nested sum keeps its
brackets. Inside exponents there is no room for fraction bars, so a quotient is set there as u/v.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from gdviz.calculus.formula import Formula
from gdviz.calculus.mean import Mean
from gdviz.calculus.typesetting.applications import (
    is_plain,
    is_power_of_function,
    needs_brackets_under_exponent,
    set_call,
    set_power_of_function,
)
from gdviz.calculus.typesetting.juxtaposition import needs_brackets_in_product, separator
from gdviz.calculus.typesetting.latex import latex
from gdviz.calculus.typesetting.lettering import set_constant, set_name, set_number
from gdviz.calculus.typesetting.manner import Manner, bracketed
from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Fraction,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
)
from gdviz.calculus.typesetting.plain import plain
from gdviz.calculus.unevaluated import Derivative, Limit, Unknown

__all__ = [
    "derivative_name",
    "function_name",
    "latex",
    "listed",
    "plain",
    "primed",
    "typeset",
    "typeset_formula",
]

PLUS, MINUS, EQUALS, SLASH, COMMA = map(Operator, "+−=/,")
DEPENDENT_VARIABLES = frozenset("yzs")
"""A line that begins `y =` is printed so; other names take their variables: f(x)."""
PRIMES = "′″‴"
USUAL_NAMES = ("f", "g", "h", "F")
"""What a line without a name is called: the first of these that is not a letter in it."""


def typeset(expression: Expression, language: str) -> Markup:
    """The expression as set on paper; `language` is "ru" (tg, arctg, lg) or "en" (tan, arctan)."""
    return _set(expression, Manner(language, _set))


def typeset_formula(formula: Formula, language: str) -> Markup:
    """The whole line: L(w) = w² + 12."""
    return Row((function_name(formula), EQUALS, typeset(formula.body, language)))


def function_name(formula: Formula) -> Markup:
    """The left-hand side: f(x), y, L(w₁, w₂)."""
    return _applied(function_letter(formula), formula)


def derivative_name(formula: Formula, variable: str | None = None, order: int = 1) -> Markup:
    """f′(x), y″; with several variables ∂L/∂w for the one that is given."""
    if len(formula.variables) > 1 and variable is not None:
        return _partial_derivative(formula, variable, order)
    return _applied(Scripts(function_letter(formula), upper=_order(order)), formula)


def _order(order: int) -> Markup:
    """′, ″, ‴, then ⁽⁴⁾."""
    return Upright(PRIMES[order - 1]) if order <= len(PRIMES) else Fenced(Upright(str(order)))


def primed(markup: Markup) -> Markup:
    """The derivative of what is written out: (sin x)′."""
    return Scripts(Fenced(markup), upper=Upright("′"))


def function_letter(formula: Formula) -> Markup:
    """What the function is called: L, y, f where the line says nothing."""
    taken = {*formula.variables, *formula.parameters}
    usual = next((name for name in USUAL_NAMES if name not in taken), "y")
    return set_name(formula.name or usual)


def _applied(head: Markup, formula: Formula) -> Markup:
    if formula.name in DEPENDENT_VARIABLES:
        return head
    names = [set_name(variable) for variable in formula.variables]
    return Row((head, Fenced(listed(names)))) if names else head


def _partial_derivative(formula: Formula, variable: str, order: int) -> Markup:
    curl: Markup = Upright("∂")
    below = set_name(variable)
    if order > 1:
        times = Upright(str(order))
        curl, below = Scripts(curl, upper=times), Scripts(below, upper=times)
    return Fraction(Row((curl, function_letter(formula))), Row((Upright("∂"), below)))


def listed(pieces: list[Markup]) -> Markup:
    """Pieces with commas between them."""
    separated = [item for piece in pieces for item in (COMMA, piece)]
    return separated[1] if len(pieces) == 1 else Row(tuple(separated[1:]))


def _set(expression: Expression, manner: Manner) -> Markup:
    return SETTERS[type(expression)](expression, manner)


def _set_symbol(symbol: Symbol, _: Manner) -> Markup:
    return set_name(symbol.name, symbol)


def _set_sum(total: Sum, manner: Manner) -> Markup:
    first, *others = total.terms
    pieces = [_bracketed_if(first, Sum, manner)]
    for term in others:
        sign, size = (MINUS, term.operand) if isinstance(term, Negate) else (PLUS, term)
        kinds = (Sum, Negate) if sign is MINUS else Sum
        pieces += [sign, _bracketed_if(size, kinds, manner)]
    return Row(tuple(pieces), part=total)


def _set_negate(negate: Negate, manner: Manner) -> Markup:
    return Row((MINUS, _bracketed_if(negate.operand, (Sum, Negate), manner)), part=negate)


def _set_product(product: Product, manner: Manner) -> Markup:
    pieces: list[Markup] = []
    before: Expression | None = None
    for factor in product.factors:
        if before is not None:
            pieces += separator(before, factor, manner)
        brackets = needs_brackets_in_product(factor, manner)
        pieces.append(bracketed(factor, manner) if brackets else manner.set(factor))
        before = factor
    return Row(tuple(pieces), part=product)


def _set_quotient(quotient: Quotient, manner: Manner) -> Markup:
    over, under = quotient.numerator, quotient.denominator
    if not manner.in_script:
        return Fraction(manner.set(over), manner.set(under), part=quotient)
    numerator = _bracketed_if(over, (Sum, Quotient), manner)
    has_signs = isinstance(under, Sum | Negate | Product | Quotient)
    has_signs |= isinstance(under, Number) and not is_plain(under)
    denominator = bracketed(under, manner) if has_signs else manner.set(under)
    return Row((numerator, SLASH, denominator), part=quotient)


def _set_power(power: Power, manner: Manner) -> Markup:
    if is_power_of_function(power):
        return set_power_of_function(power, manner)
    exponent = manner.script.set(power.exponent)
    if needs_brackets_under_exponent(power.base):
        return Scripts(bracketed(power.base, manner), upper=exponent, part=power)
    base = manner.set(power.base)
    if not isinstance(base, Scripts):
        return Scripts(base, upper=exponent, part=power)
    if base.upper is None:
        # x₁²: index and exponent stand one above the other
        letter = replace(base.base, part=power.base)
        return Scripts(letter, upper=exponent, lower=base.lower, part=power)
    return Scripts(bracketed(power.base, manner), upper=exponent, part=power)


def _set_derivative(derivative: Derivative, manner: Manner) -> Markup:
    """(sin x)′, with the letter below if it is another than x: (sin y)′ of y."""
    lower = None if derivative.variable == "x" else set_name(derivative.variable)
    operand = bracketed(derivative.operand, manner)
    return Scripts(operand, upper=Upright(PRIMES[0]), lower=lower, part=derivative)


def _set_limit(limit: Limit, manner: Manner) -> Markup:
    """lim, below it h → 0, and what it is taken of."""
    to_zero = Row((set_name(limit.variable), Operator("→"), Upright("0")))
    head = Scripts(Upright("lim"), lower=to_zero)
    return Applied(head, _bracketed_if(limit.operand, (Sum, Negate), manner), part=limit)


def _set_unknown(unknown: Unknown, manner: Manner) -> Markup:
    """f(x + h), f′(u)"""
    name: Markup = set_name(unknown.name)
    if unknown.order:
        name = Scripts(name, upper=Upright(PRIMES[unknown.order - 1]))
    return Row((name, bracketed(unknown.argument, manner)), part=unknown)


def _set_mean(mean: Mean, manner: Manner) -> Markup:
    """1/N·∑ᵢ f"""
    share = Fraction(Upright("1"), Letter("N"))
    total = Scripts(Upright("∑"), lower=Letter("i"))
    operand = _bracketed_if(mean.operand, (Sum, Negate), manner)
    return Row((share, Applied(total, operand)), part=mean)


def _bracketed_if(
    expression: Expression, kinds: type[Expression] | tuple[type[Expression], ...], manner: Manner
) -> Markup:
    if isinstance(expression, kinds):
        return bracketed(expression, manner)
    return manner.set(expression)


SETTERS: dict[type[Expression], Callable[[Any, Manner], Markup]] = {
    Number: set_number,
    Constant: set_constant,
    Symbol: _set_symbol,
    Negate: _set_negate,
    Sum: _set_sum,
    Product: _set_product,
    Quotient: _set_quotient,
    Power: _set_power,
    Call: set_call,
    Derivative: _set_derivative,
    Limit: _set_limit,
    Mean: _set_mean,
    Unknown: _set_unknown,
}
