"""Where something can happen to a function: the zeros of parts of its tree, as data.

A function that is put together from the editor's functions is analytic wherever none of its parts
stands at a critical value: a denominator, a radicand, |u| and ln u at 0, floor u at the integers,
arcsin u at ±1, tan u where cos u = 0. So every break and every kink lies at a zero of some part
that can be named, and nothing has to be guessed from numbers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from gdviz.calculus.building import ONE, add, call, subtract
from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Power,
    Product,
    Quotient,
    depends_on,
    distinct,
)
from gdviz.calculus.powers import typed_fraction


class Level(Enum):
    """The values that matter: 0, any integer, or an integer up to 0."""

    ZERO = "zero"
    INTEGERS = "integers"
    POLES_OF_GAMMA = "poles of gamma"


@dataclass(frozen=True, slots=True)
class Condition:
    """Something happens where `part` takes such a value."""

    part: Expression
    level: Level = Level.ZERO


Parts = Callable[..., tuple[Expression, ...]]

AT_ZERO = ("abs", "sign", "relu", "sqrt", "cbrt", "ln", "coth", "csch", "arcsch")
CRITICAL: dict[str, Parts] = {
    **dict.fromkeys(AT_ZERO, lambda u: (u,)),
    **dict.fromkeys(("tan", "sec"), lambda u: (call("cos", u),)),
    **dict.fromkeys(("cot", "csc"), lambda u: (call("sin", u),)),
    **dict.fromkeys(("arcsin", "arccos", "artanh"), lambda u: (subtract(u, ONE), add(u, ONE))),
    **dict.fromkeys(("arcsec", "arccsc", "arcoth"), lambda u: (u, subtract(u, ONE), add(u, ONE))),
    "arcosh": lambda u: (subtract(u, ONE),),
    "arsech": lambda u: (u, subtract(u, ONE)),
    "log": lambda base, u: (base, subtract(base, ONE), u),
    "root": lambda u, degree: (u, degree),
}
"""Functions of their arguments: the parts at whose zeros something happens."""
STEPS = frozenset({"floor", "ceil"})
GAMMAS = frozenset({"gamma", "digamma", "polygamma"})

SAME_ZEROS = ("abs", "sign", "sqrt", "cbrt", "arcsin", "arctan", "sinh", "tanh", "arsinh", "artanh")
ZERO_AT_ONE = ("ln", "arccos", "arcosh", "arcsec", "arsech")
NEVER_ZERO = (
    "exp", "cosh", "sech", "csch", "coth", "sec", "csc", "sigmoid", "softplus", "arccot", "gamma",
    "factorial", "arcsch", "arccsc", "arcoth",
)  # fmt: skip
ZEROS: dict[str, Parts] = {
    **dict.fromkeys(SAME_ZEROS, lambda u: (u,)),
    **dict.fromkeys(ZERO_AT_ONE, lambda u: (subtract(u, ONE),)),
    **dict.fromkeys(NEVER_ZERO, lambda u: ()),
    "tan": lambda u: (call("sin", u),),
    "cot": lambda u: (call("cos", u),),
    "log": lambda _, u: (subtract(u, ONE),),
    "root": lambda u, _: (u,),
}
"""Functions of their arguments: the parts at whose zeros they are 0."""


def conditions(body: Expression, variable: str, parameters: Mapping[str, float]) -> list[Condition]:
    """Every condition of a function, those of inner parts first."""
    found: dict[Condition, None] = {}
    for node in distinct(body):
        for condition in _of_node(node, variable, parameters):
            if condition.level is not Level.ZERO:
                if depends_on(condition.part, variable):
                    found[condition] = None
                continue
            for part in zeros(condition.part, variable):
                found[Condition(part)] = None
    return list(found)


def _of_node(
    node: Expression, variable: str, parameters: Mapping[str, float]
) -> Iterator[Condition]:
    match node:
        case Quotient(_, denominator):
            yield Condition(denominator)
        case Power(base, exponent):
            if _is_critical(exponent, variable, parameters) and base != Constant("e"):
                yield Condition(base)
        case Call(name, arguments):
            yield from _of_function(name, arguments)


def _of_function(name: str, arguments: tuple[Expression, ...]) -> Iterator[Condition]:
    if name in CRITICAL:
        yield from (Condition(part) for part in CRITICAL[name](*arguments))
    elif name in STEPS:
        yield Condition(arguments[0], Level.INTEGERS)
    elif name in GAMMAS:
        yield Condition(arguments[-1], Level.POLES_OF_GAMMA)
    elif name == "factorial":
        yield Condition(add(arguments[0], ONE), Level.POLES_OF_GAMMA)
    elif name in ("min", "max"):
        yield from (Condition(subtract(*pair)) for pair in combinations(arguments, 2))


def _is_critical(exponent: Expression, variable: str, parameters: Mapping[str, float]) -> bool:
    """Whether u^c is something else than a polynomial of u."""
    if depends_on(exponent, variable):
        return True
    whole = typed_fraction(exponent, parameters)
    return whole is None or whole.denominator != 1 or whole <= 0


def zeros(expression: Expression, variable: str) -> Iterator[Expression]:
    """Simpler expressions among whose zeros are all zeros of this one: (x − 1)²·e^x is 0 where
    x − 1 is. None of them is constant."""
    simpler = _simpler(expression, variable)
    if simpler is None:
        if depends_on(expression, variable):
            yield expression
        return
    for part in simpler:
        yield from zeros(part, variable)


def _simpler(expression: Expression, variable: str) -> tuple[Expression, ...] | None:
    match expression:
        case Negate() | Product():
            return expression.children()
        case Quotient(numerator, _):
            return (numerator,)
        case Power(base, exponent):
            return () if depends_on(exponent, variable) else (base,)
        case Call(name, arguments) if name in ZEROS:
            return ZEROS[name](*arguments)
    return None
