"""Powers in normal form: e^(2x) is the square of e^x, √(8x²y) is 2|x|·√(2y)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

from gdviz.calculus.building import ZERO, E, call, negative, numeral
from gdviz.calculus.expression import Call, Expression, Negate, Power, Sum, symbols
from gdviz.calculus.powers import typed_fraction
from gdviz.calculus.tidying.cancelling import square_root
from gdviz.calculus.tidying.fractions import shared_number
from gdviz.calculus.tidying.monomial import (
    FIRST,
    NOTHING,
    UNIT,
    Exponent,
    Monomial,
    Style,
    atom,
    is_exponential,
    is_varying,
    multiplied,
    number_out_of_root,
    out_of_root,
    power_of_number,
    raised,
)
from gdviz.calculus.tidying.workbench import Workbench

EULER = atom(E)


def power(bench: Workbench, lower: Monomial, exponent: Expression) -> Monomial:
    """u^v"""
    upper = bench.monomial(exponent)
    if not upper.factors:
        is_decimal = typed_fraction(exponent) is None and upper.coefficient.denominator > 1
        style = Style.DECIMAL if is_decimal else Style.POWER
        return constant_power(bench, lower, Exponent(upper.coefficient, style))
    if lower == EULER and (inner := argument_of(upper, "ln")) is not None:
        return bench.monomial(inner)
    under = bench.write(lower)
    return exponential(bench, lambda v: Power(under, v), upper)


def constant_power(bench: Workbench, base: Monomial, power: Exponent) -> Monomial:
    """u^c; 1 out of u⁰, what comes out of a root taken out."""
    if base == NOTHING:
        return NOTHING if power.value > 0 else atom(Power(ZERO, numeral(power.value)))
    if power.value == 0:
        return UNIT
    if base.lone_sum is not None and base.coefficient == 1 and not power.is_integer:
        root = _root_of_sum(bench, base.lone_sum, power)
        if root is not None:
            return root
    result = raised(base, power)
    if result is not None:
        return result
    if power.is_integer:
        return Monomial(Fraction(1), {bench.write(base): power})
    outside, inside = out_of_root(base, power)
    return multiplied(outside, Monomial(Fraction(1), {bench.write(inside): power}))


def _root_of_sum(bench: Workbench, total: Sum, power: Exponent) -> Monomial | None:
    """√(4 − 4x²) as 2√(1 − x²), √(1 − x²/4) as √(4 − x²)/2; None if nothing comes out."""
    terms = [bench.monomial(term) for term in total.terms]
    degree, times = power.value.denominator, power.value.numerator
    if degree == 2 and (root := square_root(terms)) is not None:
        size = call("abs", bench.write(bench.monomial(Sum(tuple(map(bench.write, root))))))
        return Monomial(Fraction(1), {size: Exponent(Fraction(times))})
    if (cleared := _denominator_out(bench, terms, power)) is not None:
        return cleared
    outside, _ = number_out_of_root(Fraction(*shared_number(terms)), degree)
    factor = power_of_number(outside, times)
    if outside == 1 or factor is None:
        return None
    inside = Sum(tuple(bench.write(term.scaled(1 / outside**degree)) for term in terms))
    return Monomial(factor, {bench.write(bench.monomial(inside)): power})


def _denominator_out(
    bench: Workbench, terms: Sequence[Monomial], power: Exponent
) -> Monomial | None:
    """√(1 − 1/x²) as √(x² − 1)/|x|; None if no denominator comes out."""
    for base in dict.fromkeys(base for term in terms for base in term.factors):
        least = min(term.factors.get(base, NO_POWER).value for term in terms)
        if is_exponential(base) or least >= 0 or (least / power.value.denominator).denominator != 1:
            continue
        below = Monomial(Fraction(1), {base: Exponent(-least)})
        above = Sum(tuple(bench.write(multiplied(term, below)) for term in terms))
        outside = raised(Monomial(Fraction(1), {base: Exponent(least)}), power)
        inside = constant_power(bench, bench.monomial(above), power)
        return None if outside is None else multiplied(outside, inside)
    return None


NO_POWER = Exponent(Fraction(0))


def exponential(
    bench: Workbench, power: Callable[[Expression], Expression], exponent: Monomial
) -> Monomial:
    """b^(2x) as the square of b^x."""
    if exponent == NOTHING:
        return UNIT
    times = exponent.coefficient
    if exponent.lone_sum is not None and abs(times) == 1:
        times = Fraction(-1 if _all_subtracted(bench.write(exponent)) else 1)
    unit = bench.write(exponent.scaled(1 / times))
    return Monomial(Fraction(1), {power(unit): Exponent(times)})


def _all_subtracted(exponent: Expression) -> bool:
    """Whether it is −u − v."""
    terms = exponent.terms if isinstance(exponent, Sum) else ()
    return bool(terms) and all(isinstance(term, Negate) for term in terms)


def varying_joined(bench: Workbench, product: Monomial) -> Monomial | None:
    """b^u·b^v as b^(u + v), x·xⁿ as xⁿ⁺¹; None if there are no two powers of one base."""
    powers = [base for base in product.factors if isinstance(base, Power) and is_varying(base)]
    for one, other in combinations(powers, 2):
        if one.base != other.base:
            continue
        parts = [
            bench.monomial(each.exponent).scaled(product.factors[each].value)
            for each in (one, other)
        ]
        total = bench.write(bench.monomial(Sum(tuple(map(bench.write, parts)))))
        rest = product.without(one).without(other)
        return multiplied(rest, power(bench, bench.monomial(one.base), total))
    for one in powers:
        times = product.factors.get(one.base)
        if times is not None and times.is_integer and _is_raised(one, times):
            own = bench.monomial(one.exponent).scaled(product.factors[one].value)
            total = _plus(bench, own, times.value)
            rest = product.without(one).without(one.base)
            return multiplied(rest, power(bench, bench.monomial(one.base), total))
    return None


def _is_raised(one: Power, times: Exponent) -> bool:
    """Whether x^v·xᵏ is to be one power; x^(ln x)/x stays, but xⁿ/x is xⁿ⁻¹."""
    return times.value > 0 or not symbols(one.base) & symbols(one.exponent)


def _plus(bench: Workbench, exponent: Monomial, n: Fraction) -> Expression:
    return bench.write(bench.monomial(Sum((bench.write(exponent), bench.write(Monomial(n))))))


def aligned(bench: Workbench, terms: Sequence[Monomial]) -> Sequence[Monomial]:
    """n·xⁿ⁻¹ − xⁿ as n·xⁿ⁻¹ − xⁿ⁻¹·x, so that what all terms share can be seen."""
    for least in (b for b in terms[0].factors if isinstance(b, Power) and is_varying(b)):
        found = [_by_power(bench, term, least) for term in terms]
        steps = [known for known in found if known is not None]
        if len(steps) == len(terms) and any(step for _, step in steps):
            low = min(step for _, step in steps)
            shared = Power(least.base, _plus(bench, bench.monomial(least.exponent), low))
            power = Monomial(Fraction(1), {shared: FIRST})
            return [multiplied(rest, power, _whole(least.base, step - low)) for rest, step in steps]
    return terms


def _by_power(bench: Workbench, term: Monomial, like: Power) -> tuple[Monomial, Fraction] | None:
    """The term without its b^(v + k), and the whole number k, for a power b^v."""
    for base, times in term.factors.items():
        if isinstance(base, Power) and base.base == like.base and times == FIRST:
            apart = Sum((base.exponent, negative(like.exponent)))
            step = bench.monomial(apart)
            if not step.factors and step.coefficient.denominator == 1:
                return term.without(base), step.coefficient
    return None


def _whole(base: Expression, n: Fraction) -> Monomial:
    return Monomial(Fraction(1), {base: Exponent(n)} if n else {})


def argument_of(monomial: Monomial, function: str) -> Expression | None:
    """u, if the monomial is function(u)."""
    if monomial.coefficient == 1 and len(monomial.factors) == 1:
        base, exponent = next(iter(monomial.factors.items()))
        if isinstance(base, Call) and base.function == function and exponent.value == 1:
            return base.arguments[0]
    return None
