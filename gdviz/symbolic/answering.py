"""From a question to its answer; and what is worked out once so that the first person need not
wait."""

from gdviz.calculus.differentiation.derivation import differentiate
from gdviz.calculus.parser import parse
from gdviz.symbolic.equality import prove_derivative, prove_equal
from gdviz.symbolic.limits import find_limit
from gdviz.symbolic.questions import (
    Answer,
    Equal,
    FindLimit,
    IsDerivative,
    NameZeros,
    Question,
)
from gdviz.symbolic.zeros import name_zeros

LECTURE = (
    "L(w) = w^2 + 12",
    "y = tg x^2",
    "y = arctg^2 x^3",
    "y = ln cos^2(sin sqrt x)",
    "sigma(x)",
    "x^3 - 3x",
)
"""Lines that warm a worker up: the parts of sympy that they need are loaded, its caches filled."""


def answer(question: Question) -> Answer:
    """The answer, whatever it takes."""
    match question:
        case Equal(first, second):
            return prove_equal(first, second)
        case IsDerivative(function, derivative, variable):
            return prove_derivative(function, derivative, variable)
        case NameZeros():
            return name_zeros(question)
        case FindLimit():
            return find_limit(question)


def warm_up() -> None:
    """Go through the lecture's lines once."""
    for line in LECTURE:
        formula = parse(line)
        variable = formula.variables[0]
        derivative = differentiate(formula.body, variable)
        answer(IsDerivative(formula.body, derivative, variable))
        answer(NameZeros(derivative, formula.body, variable, (0.0, 1.0)))
