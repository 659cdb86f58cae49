"""Sums of monomials in normal form: like terms together, common factors out.

Products of sums are multiplied out only where terms then cancel or merge: (x² + 1)·2x − x²·2x is
2x, but 2(x + 1)·sin x stays.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from gdviz.calculus.expression import Call, Constant, Expression, Sum, Symbol
from gdviz.calculus.tidying import polynomials
from gdviz.calculus.tidying.fractions import shared_number
from gdviz.calculus.tidying.identities import (
    with_squares_joined,
    with_unequal_squares_joined,
)
from gdviz.calculus.tidying.laws import Laws
from gdviz.calculus.tidying.monomial import (
    FIRST,
    UNIT,
    Exponent,
    Monomial,
    Style,
    atom,
    is_exponential,
    multiplied,
    raised,
)

ToMonomial = Callable[[Expression], Monomial]
MOST_TERMS = 24
"""Products that would have more terms are not multiplied out."""
HIGHEST_POWER = 4
NO_POWER = Exponent(Fraction(0))
HALF = Fraction(1, 2)


def collected(terms: Sequence[Monomial]) -> list[Monomial]:
    """Like terms added, in the order of their first appearance; none is 0."""
    sums: dict[frozenset[tuple[Expression, Fraction]], Monomial] = {}
    for term in terms:
        known = sums.get(term.key)
        total = term.coefficient + (known.coefficient if known else 0)
        sums[term.key] = Monomial(total, (known or term).factors)
    return [term for term in sums.values() if term.coefficient != 0]


def without_nested_sums(terms: Sequence[Monomial], of: ToMonomial) -> list[Monomial]:
    """x + 2(y − 3) as x + 2y − 6."""
    flat: list[Monomial] = []
    for term in terms:
        inner = term.lone_sum
        flat += [term] if inner is None else [of(t).scaled(term.coefficient) for t in inner.terms]
    return flat


def common_factor(terms: Sequence[Monomial]) -> Monomial:
    """What stands in every term, to its least power: exponentials, functions, bracketed sums.

    Where there are any, the letters and the number that all terms share as well: xe^x(x + 2). Roots
    that stand below in some term come out too: √x + 1/√x is (x + 1)/√x.
    """
    factors: dict[Expression, Exponent] = {}
    letters: dict[Expression, Exponent] = {}
    for base in terms[0].factors:
        powers = [term.factors.get(base, NO_POWER) for term in terms]
        if (root := _common_root(powers)) is not None:
            factors[base] = root
            continue
        least = min(powers, key=lambda power: abs(power.value))
        if not all(power.value * least.value > 0 for power in powers):
            continue
        if is_exponential(base):
            factors[base] = least
        elif isinstance(base, Sum | Call) and least.is_integer:
            if least.value > 0 or len(set(powers)) == 1:
                factors[base] = least
        elif isinstance(base, Symbol) and least.value > 0:
            letters[base] = least
    if not factors:
        return UNIT
    return Monomial(Fraction(*shared_number(terms)), {**letters, **factors})


def _common_root(powers: Sequence[Exponent]) -> Exponent | None:
    """The least of fractional exponents that differ by whole numbers, if it is negative."""
    least = min(powers, key=lambda power: power.value)
    if least.value >= 0:
        return None
    differences = [power.value - least.value for power in powers]
    is_root = all(not power.is_integer and power.style != Style.DECIMAL for power in powers)
    return least if is_root and all(d.denominator == 1 for d in differences) else None


def root_out(
    terms: Sequence[Monomial], of: ToMonomial
) -> tuple[Monomial, Sequence[Monomial]] | None:
    """For 1 + x² + x√(1 + x²): √(1 + x²), and the terms of x + √(1 + x²); None if there is none."""
    for base in dict.fromkeys(b for t in terms for b, e in t.factors.items() if e.value == HALF):
        if not isinstance(base, Sum):
            continue
        under = [term for term in terms if term.factors.get(base, NO_POWER).value == HALF]
        others = [term for term in terms if term not in under]
        times = _ratio(others, [of(term) for term in base.terms])
        if times is not None:
            style = under[0].factors[base].style
            root = Monomial(Fraction(1), {base: Exponent(HALF, style)})
            return root, [*(term.without(base) for term in under), root.scaled(times)]
    return None


def _ratio(terms: Sequence[Monomial], others: Sequence[Monomial]) -> Fraction | None:
    """c, if the terms are c times the others, in whatever order."""
    known = {term.key: term.coefficient for term in others}
    ratios = {t.coefficient / known[t.key] if t.key in known else None for t in terms}
    return ratios.pop() if len(ratios) == 1 and len(terms) == len(others) else None


def divided(term: Monomial, by: Monomial) -> Monomial:
    """term/by, both products."""
    inverse = raised(by, Exponent(Fraction(-1)))
    return term if inverse is None else multiplied(term, inverse)


def multiplied_out(terms: Sequence[Monomial], of: ToMonomial) -> list[Monomial]:
    """The terms with brackets multiplied out, if some then merge; else as they were."""
    if not any(map(_brackets, terms)):
        return list(terms)
    opened = [expanded(term, of) for term in terms]
    if any(part is None for part in opened):
        return list(terms)
    alone = without_nested_sums([t for part in opened if part is not None for t in part], of)
    if len(with_squares_joined(collected(alone))) >= len(alone) or len(alone) > MOST_TERMS:
        return list(terms)
    return alone


def over_one_bar(terms: Sequence[Monomial], of: ToMonomial) -> Monomial | None:
    """1 − x/(1 + x) as 1/(1 + x): one fraction, where just one term is left above the bar.

    So it is with 1/sin³ x − cos² x/sin³ x.
    """
    below: dict[Expression, Exponent] = {}
    for term in terms:
        for base, power in term.factors.items():
            if isinstance(base, Sum | Call) and power.is_integer and power.value < 0:
                below[base] = min(below.get(base, NO_POWER), power)
    if not below:
        return None
    bar = Monomial(Fraction(1), below)
    opened = [expanded(divided(term, bar), of) for term in terms]
    if any(part is None for part in opened):
        return None
    above = collected([term for part in opened if part is not None for term in part])
    joined = collected(with_squares_joined(above))
    return multiplied(joined[0], bar) if len(joined) == 1 else None


def over_largest(
    terms: Sequence[Monomial], of: ToMonomial
) -> tuple[Sequence[Monomial], Monomial] | None:
    """1/(x + 1) − x/(x³ + 1): the terms of x² − 2x + 1, and 1/(x³ + 1).

    One fraction for several in one letter, where one of their denominators is divided by all
    others, and no more terms are left above the bar than there were fractions.
    """
    fractions = [_as_fraction(term, of) for term in terms]
    known = [fraction for fraction in fractions if fraction is not None]
    if len(known) < max(2, len(terms)) or len({letter for letter, *_ in known}) > 1:
        return None
    letter, _, below, bar = max(known, key=lambda fraction: len(fraction[2]))
    above: polynomials.Coefficients = ()
    for _, top, own, _ in known:
        times, rest = polynomials.divided(below, own)
        if rest:
            return None
        above = polynomials.added(above, polynomials.multiplied(top, times))
    left = polynomials.terms_of(letter, above)
    inverse = Monomial(Fraction(1), {bar: Exponent(Fraction(-1))})
    return (left, inverse) if 0 < len(left) <= len(terms) else None


def _as_fraction(
    term: Monomial, of: ToMonomial
) -> tuple[Expression, polynomials.Coefficients, polynomials.Coefficients, Sum] | None:
    """Letter, numerator and denominator, as polynomials in it, and the denominator as it stands."""
    bars = [b for b, e in term.factors.items() if isinstance(b, Sum) and e.value == -1]
    below = polynomials.polynomial([of(part) for part in bars[0].terms]) if bars else None
    opened = expanded(term.without(bars[0]), of) if below else None
    if below is None or not opened:
        return None
    letter = below[0]
    top = polynomials.polynomial([*opened, Monomial(Fraction(0), {letter: FIRST})])
    return (letter, top[1], below[1], bars[0]) if top and top[0] == letter else None


def in_order(terms: Sequence[Monomial]) -> list[Monomial]:
    """A polynomial in one letter by powers, the highest first, or last if it has a minus: 1 − x².

    Other sums stay as they are.
    """
    if not all(map(_is_power, terms)):
        return list(terms)
    falling = sorted(terms, key=_degree)
    return falling if falling[0].coefficient > 0 else falling[::-1]


def _brackets(term: Monomial) -> list[tuple[Sum, int]]:
    """The sums in a product, to whole positive powers."""
    return [
        (base, int(exponent.value))
        for base, exponent in term.factors.items()
        if isinstance(base, Sum) and exponent.is_integer and exponent.value > 0
    ]


def expanded(term: Monomial, of: ToMonomial) -> list[Monomial] | None:
    """The terms of one product; None if there would be too many."""
    brackets = _brackets(term)
    opened = {base for base, _ in brackets}
    rest = {base: e for base, e in term.factors.items() if base not in opened}
    result = [Monomial(term.coefficient, rest)]
    for base, repeats in brackets:
        if repeats > HIGHEST_POWER or _is_switch(base):
            return None
        for _ in range(repeats):
            if len(result) * len(base.terms) > MOST_TERMS:
                return None
            result = collected([multiplied(p, of(t)) for p in result for t in base.terms])
    return result


def _is_switch(base: Sum) -> bool:
    """1 + sign u, which switches a term of (min(f, g))′ on and off."""
    return any(isinstance(term, Call) and term.function == "sign" for term in base.terms)


def _is_power(term: Monomial) -> bool:
    """Whether the term is c·xⁿ or a number."""
    letters = [base for base in term.factors if isinstance(base, Symbol)]
    others = [b for b in term.factors if not isinstance(b, Symbol | Constant)]
    return len(letters) <= 1 and not others


def _degree(term: Monomial) -> Fraction:
    """Sort key: highest power first."""
    return -sum((e.value for b, e in term.factors.items() if isinstance(b, Symbol)), Fraction(0))


def sum_of(
    terms: Sequence[Monomial],
    laws: Laws,
    of: ToMonomial,
    write: Callable[[Sequence[Monomial]], Expression],
) -> Monomial:
    """The sum as one monomial: a single term, a common factor times a sum, or a sum as a base."""
    merged = _merged(terms, laws, of)
    if not merged:
        return Monomial(Fraction(0))
    if len(merged) == 1:
        return merged[0]
    if Laws.MERGING in laws and (fraction := over_one_bar(merged, of)) is not None:
        return fraction
    if Laws.MERGING in laws and (joined := over_largest(merged, of)) is not None:
        return multiplied(joined[1], sum_of(joined[0], laws, of, write))
    shared = common_factor(merged) if Laws.COMMON_FACTOR in laws else UNIT
    if shared.factors:
        parts = [divided(term, shared) for term in merged]
        flat = without_nested_sums(parts, of) if Laws.NESTED_SUMS in laws else parts
        return multiplied(shared, sum_of(in_order(flat), laws, of, write))
    if Laws.COMMON_FACTOR in laws and (rooted := root_out(merged, of)) is not None:
        root, rest = rooted
        return multiplied(root, sum_of(rest, laws, of, write))
    opened = multiplied_out(merged, of) if Laws.BRACKETS in laws else merged
    if opened == merged:
        return atom(write(merged))
    if Laws.MERGING not in laws:
        return atom(write(opened))
    return sum_of(in_order(collected(opened)), laws, of, write)


def _merged(terms: Sequence[Monomial], laws: Laws, of: ToMonomial) -> list[Monomial]:
    """The terms of a sum, like ones together as far as the laws go."""
    merged = [term for term in terms if term.coefficient != 0]
    if Laws.NESTED_SUMS in laws:
        merged = without_nested_sums(merged, of)
    if Laws.LIKE_TERMS in laws:
        merged = collected(merged)
    if Laws.IDENTITIES not in laws:
        return merged
    return collected(with_unequal_squares_joined(with_squares_joined(merged)))
