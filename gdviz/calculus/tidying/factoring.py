"""Into factors, last of all: eˣ(x² − 2x + 1) as eˣ(x − 1)², 2x ln x + x as x(2 ln x + 1).

Only what stands in the product that the whole expression is; arguments of functions stay.
"""

from collections.abc import Sequence
from fractions import Fraction

from gdviz.calculus.expression import Call, Expression, Sum, Symbol
from gdviz.calculus.tidying import polynomials
from gdviz.calculus.tidying.fractions import shared_number
from gdviz.calculus.tidying.monomial import Exponent, Monomial, multiplied
from gdviz.calculus.tidying.workbench import Workbench

Part = tuple[Sequence[Monomial], Exponent]
"""The terms of a sum, and its exponent."""


def letters_out(bench: Workbench, product: Monomial) -> tuple[Monomial, Part] | None:
    """x²·(2x ln x + x) as x³·(2 ln x + 1): letters that all terms share, if they are one of them.

    What stands before the sum that is left, and that sum; None if there is none.
    """
    for base, exponent in product.factors.items():
        if isinstance(base, Sum) and exponent.is_integer and exponent.value > 0:
            terms = [bench.monomial(term) for term in base.terms]
            shared = _shared_letters(terms)
            if shared is not None:
                outside = [shared] * int(exponent.value)
                inverse = Monomial(
                    1 / shared.coefficient,
                    {b: Exponent(-e.value, e.style) for b, e in shared.factors.items()},
                )
                rest = [multiplied(term, inverse) for term in terms]
                return multiplied(product.without(base), *outside), (rest, exponent)
    return None


def _shared_letters(terms: Sequence[Monomial]) -> Monomial | None:
    """Number and letters, all of one of the terms and a part of every other; a function besides."""
    alone = [term for term in terms if term.factors and all(map(_is_letter, term.factors))]
    if not alone or len(alone) == len(terms):
        return None
    least = min(alone, key=lambda term: sum(e.value for e in term.factors.values()))
    for base, exponent in least.factors.items():
        powers = [term.factors.get(base, NO_POWER).value for term in terms]
        if not exponent.is_integer or min(powers) < exponent.value or exponent.value < 0:
            return None
    return Monomial(Fraction(*shared_number(terms)), least.factors)


NO_POWER = Exponent(Fraction(0))


def _is_letter(base: Expression) -> bool:
    return isinstance(base, Symbol)


def in_factors(bench: Workbench, product: Monomial) -> tuple[Monomial, tuple[Part, ...]] | None:
    """eˣ(x² − x − 6) as eˣ(x + 2)(x − 3), 1/(1 + 2 sin x + sin² x) as 1/(1 + sin x)².

    The product without the polynomial, and the factors to put there. A polynomial that is the
    whole answer stays; so do differences, 1 − x², powers and what is below the bar unless they
    become powers of one sum, and what stands beside bars: u/|u|.
    """
    for base, exponent in product.factors.items():
        is_whole = len(product.factors) == 1 and exponent.value > 0
        if not isinstance(base, Sum) or len(base.terms) < 3 or not exponent.is_integer or is_whole:
            continue
        if any(isinstance(b, Call) and b.function == "abs" for b in product.factors):
            continue
        terms = [bench.monomial(term) for term in base.terms]
        found = polynomials.polynomial(terms)
        factors = None if found is None else polynomials.linear_factors(found[1])
        if found is None or factors is None or (exponent.value != 1 and len(factors) > 1):
            continue
        letter, coefficients = found
        begins_low = not terms[0].factors and not isinstance(letter, Symbol)
        scale, parts = coefficients[-1], list[Part]()
        for factor, times in factors:
            turned = begins_low and factor[0] < 0
            own = (-factor[0], -factor[1]) if turned else factor
            scale /= own[-1] ** times
            each = polynomials.terms_of(letter, own)
            power = Exponent(exponent.value * times)
            parts.append((each[::-1] if begins_low else each, power))
        return product.without(base).scaled(scale ** int(exponent.value)), tuple(parts)
    return None
