"""Sums and products of sines and cosines, last of all: cos u cos v − sin u sin v = cos(u + v)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from gdviz.calculus.expression import Call, Expression, Sum
from gdviz.calculus.tidying.collecting import collected, expanded
from gdviz.calculus.tidying.identities import with_cosines_of_double
from gdviz.calculus.tidying.monomial import FIRST, Monomial, atom, multiplied
from gdviz.calculus.tidying.workbench import Workbench

Twice = Callable[[Expression], Expression]


class Addition(NamedTuple):
    """f(u)·g(v) + sign·h(u)·k(v) = whole(u + turn·v)"""

    first: tuple[str, str]
    sign: int
    second: tuple[str, str]
    whole: str
    turn: int


ADDITIONS = (
    Addition(("cos", "cos"), -1, ("sin", "sin"), "cos", 1),
    Addition(("cos", "cos"), 1, ("sin", "sin"), "cos", -1),
    Addition(("sin", "cos"), 1, ("cos", "sin"), "sin", 1),
    Addition(("sin", "cos"), -1, ("cos", "sin"), "sin", -1),
)


def with_angles_added(bench: Workbench, terms: Sequence[Monomial]) -> Sequence[Monomial]:
    """c·cos u cos v − c·sin u sin v as c·cos(u + v), and the like."""
    for term in terms:
        waves = [b for b, e in term.factors.items() if _is_wave(b) and e == FIRST]
        for one in waves:
            for other in waves:
                if one != other and (found := _added(bench, terms, term, (one, other))):
                    return with_angles_added(bench, found)
    return terms


def _is_wave(base: Expression) -> bool:
    return isinstance(base, Call) and base.function in ("sin", "cos")


def _added(
    bench: Workbench,
    terms: Sequence[Monomial],
    term: Monomial,
    pair: tuple[Expression, Expression],
) -> list[Monomial] | None:
    one, other = pair
    assert isinstance(one, Call)
    assert isinstance(other, Call)
    (u,), (v,) = one.arguments, other.arguments
    rest = term.without(one).without(other)
    for law in ADDITIONS:
        if u == v or law.first != (one.function, other.function):
            continue
        parts = (atom(Call(name, (angle,))) for name, angle in zip(law.second, (u, v), strict=True))
        partner = multiplied(rest, *parts).scaled(Fraction(law.sign))
        places = [at for at, known in enumerate(terms) if _same(known, partner)]
        if places:
            turned = bench.write(bench.monomial(v).scaled(Fraction(law.turn)))
            total = bench.monomial(Call(law.whole, (Sum((u, turned)),)))
            whole = multiplied(rest, total)
            kept = [known for at, known in enumerate(terms) if at not in places[:1]]
            return [whole if known is term else known for known in kept]
    return None


def _same(one: Monomial, other: Monomial) -> bool:
    return one.key == other.key and one.coefficient == other.coefficient


def with_products_opened(
    bench: Workbench, terms: Sequence[Monomial], twice: Twice
) -> Sequence[Monomial]:
    """cos x·(1 + cos x) − sin² x as cos x + cos 2x: brackets opened where double angles join.

    So it is where no more terms are left than before.
    """
    opened = [expanded(term, bench.monomial) for term in terms]
    if None in opened:
        return terms
    alone = collected([term for part in opened for term in part or ()])
    joined = with_cosines_of_double(alone, twice)
    was_closed = len(alone) > len(terms)
    return joined if was_closed and len(joined) <= len(terms) else terms


def product_of_sums(bench: Workbench, product: Monomial, twice: Twice) -> Monomial:
    """(cos u + sin u)(cos u − sin u) as cos 2u."""
    sums = [b for b, e in product.factors.items() if isinstance(b, Sum) and e == FIRST]
    for place, one in enumerate(sums):
        for other in sums[place + 1 :]:
            pair = Monomial(Fraction(1), {one: FIRST, other: FIRST})
            opened = expanded(pair, bench.monomial)
            joined = with_cosines_of_double(opened, twice) if opened else []
            if len(joined) == 1:
                return multiplied(product.without(one).without(other), joined[0])
    return product
