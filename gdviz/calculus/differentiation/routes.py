"""Several ways to one derivative: the function written otherwise, and derived in that form.

σ(x) = 1/(1 + e⁻ˣ) by the rule for quotients, or as (1 + e⁻ˣ)⁻¹ by power and chain. Each law of
LAWS rewrites every part it fits; its docstring is what it does.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gdviz.calculus.building import (
    ONE,
    TWO,
    ZERO,
    E,
    add,
    call,
    divide,
    exact_value,
    multiply,
    negative,
    numeral,
    square,
    subtract,
)
from gdviz.calculus.building import power as raised
from gdviz.calculus.differentiation.derivation import Step, derive
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Power,
    Product,
    Quotient,
    Sum,
    depends_on,
    distinct,
    number,
)
from gdviz.calculus.normal import tidy

AS_TYPED = "as-typed"
MOST_PARTS = 120
"""Expressions of more distinct parts are derived as they were typed only."""
Varies = Callable[[Expression], bool]
Law = Callable[[Expression, Varies], Expression | None]


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """A way to f′. `name` is an id (AS_TYPED or a key of LAWS), `rewritten` f in its form.

    `step.before` is `rewritten`. Where both forms have a value they have the same.
    """

    name: str
    rewritten: Expression
    step: Step


def routes(expression: Expression, variable: str) -> tuple[Route, ...]:
    """The ways to one derivative, the first as it was typed; no two derive the same form."""
    found = [Route(AS_TYPED, expression, derive(expression, variable))]
    if sum(1 for _ in distinct(expression)) > MOST_PARTS:
        return tuple(found)
    forms = {expression}
    for name, law in LAWS.items():
        form = rewritten(expression, law, variable)
        if form not in forms:
            forms.add(form)
            found.append(Route(name, form, derive(form, variable)))
    return tuple(found)


def rewritten(expression: Expression, law: Law, variable: str) -> Expression:
    """The expression with a law applied wherever it fits a part that depends on the variable."""

    def varies(part: Expression) -> bool:
        return depends_on(part, variable)

    forms: dict[Expression, Expression] = {}
    for node in distinct(expression):
        form = node
        if node.children():
            form = node.with_children(tuple(forms[child] for child in node.children()))
        changed = law(form, varies) if varies(form) else None
        forms[node] = form if changed is None else changed
    return forms[expression]


def sigmoid_as_quotient(node: Expression, varies: Varies) -> Expression | None:
    """σ(u) = 1/(1 + e⁻ᵘ)"""
    match node:
        case Call("sigmoid", (u,)):
            return divide(ONE, _one_plus_power_of_e(u))
    return None


def sigmoid_as_power(node: Expression, varies: Varies) -> Expression | None:
    """σ(u) = (1 + e⁻ᵘ)⁻¹"""
    match node:
        case Call("sigmoid", (u,)):
            return Power(_one_plus_power_of_e(u), number(-1))
    return None


def _one_plus_power_of_e(u: Expression) -> Expression:
    return add(ONE, Power(E, negative(u)))


def quotient_as_power(node: Expression, varies: Varies) -> Expression | None:
    """c/uⁿ = c·u⁻ⁿ"""
    match node:
        case Quotient(c, below) if not varies(c):
            return multiply(c, inverse(below))
    return None


def quotient_as_product(node: Expression, varies: Varies) -> Expression | None:
    """u/v = u·v⁻¹"""
    match node:
        case Quotient(above, below) if varies(above) and varies(below):
            return multiply(above, inverse(below))
    return None


def inverse(u: Expression) -> Expression:
    """1/u as a power, the exponent computed if it is a number: x⁻² of x²."""
    if isinstance(u, Power) and (known := exact_value(u.exponent)) is not None:
        return raised(u.base, numeral(-known[0], decimal=known[1]))
    if isinstance(u, Power) and u.base == E:
        return Power(E, negative(u.exponent))
    return Power(u, number(-1))


def power_as_quotient(node: Expression, varies: Varies) -> Expression | None:
    """u⁻ⁿ = 1/uⁿ"""
    match node:
        case Power(u, Negate(n)) if varies(u):
            return divide(ONE, raised(u, n))
    return None


def fraction_split(node: Expression, varies: Varies) -> Expression | None:
    """(u + v)/w = u/w + v/w"""
    match node:
        case Quotient(Sum(terms), w):
            return add(*(_over(term, w) for term in terms))
    return None


def _over(term: Expression, w: Expression) -> Expression:
    sign = negative if isinstance(term, Negate) else _same
    return sign(divide(term.operand if isinstance(term, Negate) else term, w))


def _same(u: Expression) -> Expression:
    return u


def tangent_as_quotient(node: Expression, varies: Varies) -> Expression | None:
    """tan u = sin u/cos u, and the like"""
    match node:
        case Call(name, (u,)) if name in RATIOS:
            above, below = RATIOS[name]
            return divide(call(above, u), call(below, u))
    return None


def secant_as_reciprocal(node: Expression, varies: Varies) -> Expression | None:
    """sec u = 1/cos u, and the like"""
    match node:
        case Call(name, (u,)) if name in RECIPROCALS:
            return divide(ONE, call(RECIPROCALS[name], u))
    return None


def root_as_power(node: Expression, varies: Varies) -> Expression | None:
    """√u = u^(1/2), ∛u = u^(1/3), ⁿ√u = u^(1/n)"""
    match node:
        case Call("sqrt", (u,)):
            return Power(u, divide(ONE, TWO))
        case Call("cbrt", (u,)):
            return Power(u, divide(ONE, number(3)))
        case Call("root", (u, n)):
            return Power(u, divide(ONE, n))
    return None


def power_of_e(node: Expression, varies: Varies) -> Expression | None:
    """aᵘ = e^(u·ln a), uᵛ = e^(v·ln u)"""
    match node:
        case Power(a, u) if varies(u) and a != E:
            return Power(E, multiply(u, call("ln", a)))
    return None


def logarithm_as_natural(node: Expression, varies: Varies) -> Expression | None:
    """log_a u = ln u/ln a"""
    match node:
        case Call("log", (a, u)):
            return divide(call("ln", u), call("ln", a))
    return None


def logarithm_of_parts(node: Expression, varies: Varies) -> Expression | None:
    """ln(u·v) = ln u + ln v, ln(u/v) = ln u − ln v, ln uⁿ = n·ln u; |u| for an even n"""
    match node:
        case Call("ln", (Product(factors),)):
            return add(*(_logarithm(factor) for factor in factors))
        case Call("ln", (Quotient(u, v),)):
            return subtract(_logarithm(u), _logarithm(v))
        case Call("ln", (Power() | Call("sqrt") as u,)) if _logarithm(u) != node:
            return _logarithm(u)
    return None


def _logarithm(u: Expression) -> Expression:
    """ln u, an exponent in front."""
    match u:
        case Call("sqrt", (radicand,)):
            return divide(call("ln", radicand), TWO)
        case Power(base, n) if base == E:
            return n
        case Power(base, n) if (known := exact_value(n)) is not None:
            is_even = known[0].numerator % 2 == 0
            return multiply(n, call("ln", call("abs", base) if is_even else base))
    return ZERO if u == ONE else call("ln", u)


def hyperbolic_by_exponentials(node: Expression, varies: Varies) -> Expression | None:
    """sinh u = (eᵘ − e⁻ᵘ)/2, cosh u = (eᵘ + e⁻ᵘ)/2"""
    match node:
        case Call("sinh", (u,)):
            return divide(subtract(Power(E, u), Power(E, negative(u))), TWO)
        case Call("cosh", (u,)):
            return divide(add(Power(E, u), Power(E, negative(u))), TWO)
    return None


def size_as_root(node: Expression, varies: Varies) -> Expression | None:
    """|u| = √(u²)"""
    match node:
        case Call("abs", (u,)):
            return call("sqrt", square(u))
    return None


def softplus_as_logarithm(node: Expression, varies: Varies) -> Expression | None:
    """softplus u = ln(1 + eᵘ)"""
    match node:
        case Call("softplus", (u,)):
            return call("ln", add(ONE, Power(E, u)))
    return None


def square_as_product(node: Expression, varies: Varies) -> Expression | None:
    """u² = u·u, for a function u"""
    match node:
        case Power(Call() | Sum() as u, n) if n == TWO:
            return Product((u, u))
    return None


def tidied_first(node: Expression, varies: Varies) -> Expression | None:
    """brackets opened, fractions cancelled, like terms collected before deriving"""
    return tidy(node)


RATIOS = {
    "tan": ("sin", "cos"),
    "cot": ("cos", "sin"),
    "tanh": ("sinh", "cosh"),
    "coth": ("cosh", "sinh"),
}
RECIPROCALS = {"sec": "cos", "csc": "sin", "sech": "cosh", "csch": "sinh"}
LAWS: dict[str, Law] = {
    "sigmoid-as-quotient": sigmoid_as_quotient,
    "sigmoid-as-power": sigmoid_as_power,
    "quotient-as-power": quotient_as_power,
    "quotient-as-product": quotient_as_product,
    "power-as-quotient": power_as_quotient,
    "fraction-split": fraction_split,
    "tangent-as-quotient": tangent_as_quotient,
    "secant-as-reciprocal": secant_as_reciprocal,
    "root-as-power": root_as_power,
    "power-of-e": power_of_e,
    "logarithm-as-natural": logarithm_as_natural,
    "logarithm-of-parts": logarithm_of_parts,
    "hyperbolic-by-exponentials": hyperbolic_by_exponentials,
    "size-as-root": size_as_root,
    "softplus-as-logarithm": softplus_as_logarithm,
    "square-as-product": square_as_product,
    "tidied-first": tidied_first,
}
"""By id, in the order in which they are offered."""
