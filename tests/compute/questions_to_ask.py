"""Questions that the tests of the worker ask."""

from gdviz.calculus.differentiation.derivation import differentiate
from gdviz.calculus.parser import parse
from gdviz.symbolic.questions import Equal, FindLimit, IsDerivative, NameZeros

X = parse("x").body
SQUARE, DOUBLE = parse("x^2").body, parse("2x").body
EQUAL = Equal(parse("2x").body, parse("x + x").body)
DERIVATIVE = IsDerivative(SQUARE, DOUBLE, "x")
ZEROS = NameZeros(DOUBLE, SQUARE, "x", (0.0, 1.5), (("a", 2.0),))
LIMIT = FindLimit(SQUARE, "x", -0.5, -1, (("a", 0.1),))
ALL = (EQUAL, DERIVATIVE, ZEROS, LIMIT)


def derivative_of(line: str) -> IsDerivative:
    """Is our derivative of a line one?"""
    formula = parse(line)
    variable = formula.variables[0]
    return IsDerivative(formula.body, differentiate(formula.body, variable), variable)
