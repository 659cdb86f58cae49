"""Functions in normal form: sin(−x) is −sin x, ln e^x is x, |−2x| is 2|x|."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from gdviz.calculus.building import ONE, PI, E
from gdviz.calculus.expression import Call, Expression, Power, Quotient, Sum, distinct
from gdviz.calculus.tidying.monomial import FIRST, UNIT, Exponent, Monomial, Style, atom, multiplied
from gdviz.calculus.tidying.powers import constant_power, exponential
from gdviz.calculus.tidying.workbench import Workbench

_TURNING_SIGN = "sin tan cot csc arcsin arctan sinh tanh coth csch arsinh artanh arcoth arcsch sign"
ODD = frozenset(_TURNING_SIGN.split())
EVEN = frozenset({"cos", "sec", "cosh", "sech"})
ZERO_AT_0 = ("sin", "tan", "sinh", "tanh", "arcsin", "arctan", "arsinh", "artanh", "sign", "abs")
ONE_AT_0 = ("cos", "cosh", "sec", "sech")
SPECIAL_VALUES: Mapping[tuple[str, Fraction], int] = {
    **{(name, Fraction(0)): 0 for name in ZERO_AT_0},
    **{(name, Fraction(0)): 1 for name in ONE_AT_0},
    ("ln", Fraction(1)): 0,
}
HIGHEST_DEGREE = 100
RADICALS = {"sqrt": 2, "cbrt": 3}
MINUS_ONE = Fraction(-1)


def call_of(bench: Workbench, name: str, arguments: Sequence[Monomial]) -> Monomial:
    """A function of its arguments."""
    degree = _degree(name, arguments)
    if degree is not None:
        power = Exponent(Fraction(1, degree), Style.RADICAL)
        return constant_power(bench, arguments[0], power)
    if name == "exp":
        return exponential(bench, lambda v: Call("exp", (v,)), arguments[0])
    if len(arguments) > 1:
        return atom(Call(name, tuple(bench.write(argument) for argument in arguments)))
    return _function(bench, name, arguments[0])


def _function(bench: Workbench, name: str, argument: Monomial) -> Monomial:
    if not argument.factors and (name, argument.coefficient) in SPECIAL_VALUES:
        return Monomial(Fraction(SPECIAL_VALUES[name, argument.coefficient]))
    if name == "ln" and (inner := _power_of_e(bench, argument)) is not None:
        return inner
    if name == "abs" and argument.lone_sum is None:
        size = Monomial(abs(argument.coefficient))
        return multiplied(size, _absolute(bench, argument.scaled(1 / argument.coefficient)))
    if (shifted := _shifted(bench, name, argument)) is not None:
        return shifted
    sign = Fraction(1)
    if argument.coefficient < 0 and argument.lone_sum is None and name in ODD | EVEN:
        argument = argument.scaled(MINUS_ONE)
        sign = MINUS_ONE if name in ODD else sign
    return atom(Call(name, (bench.write(argument),))).scaled(sign)


def _shifted(bench: Workbench, name: str, argument: Monomial) -> Monomial | None:
    """sin(u + π/2) as cos u, cos(π − u) as −cos u; None if no quarter turns are in the argument."""
    total = argument.lone_sum
    if total is None or name not in QUARTER_TURNS:
        return None
    terms = [bench.monomial(term).scaled(argument.coefficient) for term in total.terms]
    for term in terms:
        quarters = 2 * term.coefficient
        if set(term.factors) == {PI} and term.factors[PI] == FIRST and quarters.denominator == 1:
            sign, turned = QUARTER_TURNS[name][int(quarters) % 4]
            rest = [bench.write(other) for other in terms if other is not term]
            inner = bench.monomial(Sum(tuple(rest)) if len(rest) > 1 else rest[0])
            return call_of(bench, turned, [inner]).scaled(Fraction(sign))
    return None


QUARTER_TURNS: Mapping[str, tuple[tuple[int, str], ...]] = {
    "sin": ((1, "sin"), (1, "cos"), (-1, "sin"), (-1, "cos")),
    "cos": ((1, "cos"), (-1, "sin"), (-1, "cos"), (1, "sin")),
    "tan": ((1, "tan"), (-1, "cot"), (1, "tan"), (-1, "cot")),
    "cot": ((1, "cot"), (-1, "tan"), (1, "cot"), (-1, "tan")),
}
"""Function f → sign and g in f(u + kπ/2) = ±g(u), for k = 0, 1, 2, 3."""


def _absolute(bench: Workbench, argument: Monomial) -> Monomial:
    return atom(Call("abs", (bench.write(argument),))) if argument.factors else UNIT


def _power_of_e(bench: Workbench, argument: Monomial) -> Monomial | None:
    """v, if the argument is e^v."""
    if argument.coefficient != 1 or len(argument.factors) != 1:
        return None
    base, exponent = next(iter(argument.factors.items()))
    if base == E:
        return Monomial(exponent.value)
    if isinstance(base, Power) and base.base == E:
        return bench.monomial(base.exponent).scaled(exponent.value)
    return None


def _degree(name: str, arguments: Sequence[Monomial]) -> int | None:
    """The degree of a root, if it is a number: 2 for sqrt."""
    if name in RADICALS:
        return RADICALS[name]
    if name == "root" and not arguments[1].factors:
        degree = arguments[1].coefficient
        if degree.denominator == 1 and 2 <= degree <= HIGHEST_DEGREE:
            return int(degree)
    return None


def in_sines(expression: Expression) -> Expression:
    """The same with sin u/cos u for tan u, 1/cos u for sec u, and so on."""
    forms: dict[Expression, Expression] = {}
    for node in distinct(expression):
        parts = tuple(forms[child] for child in node.children())
        form = node.with_children(parts) if parts else node
        if isinstance(form, Call) and form.function in BY_SINES:
            above, below = BY_SINES[form.function]
            top = Call(above, form.arguments) if above else ONE
            form = Quotient(top, Call(below, form.arguments))
        forms[node] = form
    return forms[expression]


BY_SINES: Mapping[str, tuple[str, str]] = {
    "tan": ("sin", "cos"),
    "cot": ("cos", "sin"),
    "sec": ("", "cos"),
    "csc": ("", "sin"),
    "tanh": ("sinh", "cosh"),
    "coth": ("cosh", "sinh"),
    "sech": ("", "cosh"),
    "csch": ("", "sinh"),
}
"""Function → numerator, "" for 1, and denominator."""
