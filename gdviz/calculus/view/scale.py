"""What the axes of a function's graph are best counted in: plain numbers, or parts of π."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

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
    depends_on,
    distinct,
    symbols,
)
from gdviz.calculus.view.ticks import Unit

CIRCULAR = ("sin", "cos", "tan", "cot", "sec", "csc")
ANGLES = ("arcsin", "arccos", "arctan", "arccot", "arcsec", "arccsc")
"""Functions whose values are angles."""
MOST = 12
"""sin(px/q) has its zeros at parts of π that people know for p and q up to this."""


@lru_cache(maxsize=8)
def natural_units(body: Expression, variable: str) -> tuple[Unit, Unit]:
    """What Ox and Oy are counted in: Ox in parts of π where zeros, extrema or poles lie at such
    (sin x, x cos 2x, but not sin πx, sin x², x + sin x), Oy where the values are angles (arctg x).

    Parameters are letters here, whatever their values: a(x) keeps its marks while a is dragged.
    """
    across = Unit.PI if _has_known_angles(body, variable) and _turns(body, variable) else None
    up = Unit.PI if _is_angle(body, variable) else None
    return across or Unit.DECIMAL, up or Unit.DECIMAL


def _has_known_angles(body: Expression, variable: str) -> bool:
    """Whether the argument of each circular function of the variable is px/q plus a phase, or goes
    round with another one: sin(cos x)."""
    angles = [part.children()[0] for part in distinct(body) if _is_circular(part, variable)]
    return bool(angles) and all(
        _is_known_angle(angle, variable) or _turns(angle, variable) for angle in angles
    )


def _is_circular(part: Expression, variable: str) -> bool:
    return isinstance(part, Call) and part.function in CIRCULAR and depends_on(part, variable)


def _is_known_angle(angle: Expression, variable: str) -> bool:
    slopes = [_coefficient(term, variable) for term in _moving(_terms(angle), variable)]
    if None in slopes:
        return False
    slope = sum((slope for slope in slopes if slope is not None), Fraction(0))
    is_known = 0 < abs(slope.numerator) <= MOST and slope.denominator <= MOST
    return is_known and all(
        _is_phase(term) for term in _terms(angle) if not depends_on(term, variable)
    )


def _terms(expression: Expression) -> tuple[Expression, ...]:
    return expression.terms if isinstance(expression, Sum) else (expression,)


def _moving(terms: Iterable[Expression], variable: str) -> list[Expression]:
    return [term for term in terms if depends_on(term, variable)]


def _is_phase(term: Expression) -> bool:
    """A multiple of π, or what a letter stands for."""
    return bool(symbols(term)) or Constant("pi") in distinct(term)


def _coefficient(term: Expression, variable: str) -> Fraction | None:
    """p/q of a term px/q, letters left out; None where it is anything else."""
    match term:
        case Symbol(name) if name == variable or not depends_on(term, variable):
            return Fraction(1)
        case Number():
            return term.exact
        case Negate(operand):
            inside = _coefficient(operand, variable)
            return None if inside is None else -inside
        case Product(factors) if len(_moving(factors, variable)) <= 1:
            found = Fraction(1)
            for factor in factors:
                part = _coefficient(factor, variable)
                if part is None:
                    return None
                found *= part
            return found
        case Quotient(above, below) if not depends_on(below, variable):
            parts = _coefficient(above, variable), _coefficient(below, variable)
            return parts[0] / parts[1] if parts[0] is not None and parts[1] else None
    return None


def _turns(body: Expression, variable: str) -> bool:
    """Whether circular functions say where the graph of this part crosses, turns or breaks."""
    if not depends_on(body, variable) or isinstance(body, Symbol):
        return False
    if _is_circular(body, variable):
        return True
    parts = _moving(body.children(), variable)
    some_will_do = isinstance(body, Product | Quotient)
    if isinstance(body, Power) and depends_on(body.exponent, variable):
        some_will_do = False
    return (any if some_will_do else all)(_turns(part, variable) for part in parts)


def _is_angle(body: Expression, variable: str) -> bool:
    """Whether the values of f are angles: a rational multiple of arcsin, arctg … plus a phase."""
    match body:
        case Call(function):
            return function in ANGLES and depends_on(body, variable)
        case Negate(operand):
            return _is_angle(operand, variable)
        case Product(factors):
            moving = _moving(factors, variable)
            others = [factor for factor in factors if factor not in moving]
            return (
                len(moving) == 1
                and _is_angle(moving[0], variable)
                and all(isinstance(factor, Number) for factor in others)
            )
        case Quotient(above, below):
            return isinstance(below, Number) and _is_angle(above, variable)
        case Sum(terms):
            moving = _moving(terms, variable)
            still = [term for term in terms if not depends_on(term, variable)]
            return bool(moving) and all(
                [_is_angle(term, variable) for term in moving] + [_is_phase(t) for t in still]
            )
    return False
