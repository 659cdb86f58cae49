"""The functions of the editor on series, by name."""

from collections.abc import Callable
from fractions import Fraction

from gdviz.calculus.germs import analytic, gamma, stepwise
from gdviz.calculus.germs.analytic import HALF_PI, cosine, divide, reciprocal, sine, subtract
from gdviz.calculus.germs.expansions import logarithm, power
from gdviz.calculus.germs.series import Series

Transformation = Callable[[Series], Series]

FUNCTIONS: dict[str, Transformation] = {
    "sin": sine,
    "cos": cosine,
    "tan": analytic.tangent,
    "cot": lambda u: divide(cosine(u), sine(u)),
    "sec": lambda u: reciprocal(cosine(u)),
    "csc": lambda u: reciprocal(sine(u)),
    "arcsin": analytic.arc_sine,
    "arccos": analytic.arc_cosine,
    "arctan": analytic.arc_tangent,
    "arccot": lambda u: subtract(HALF_PI, analytic.arc_tangent(u)),
    "arcsec": lambda u: analytic.arc_cosine(reciprocal(u)),
    "arccsc": lambda u: analytic.arc_sine(reciprocal(u)),
    "sinh": analytic.hyperbolic_sine,
    "cosh": analytic.hyperbolic_cosine,
    "tanh": analytic.hyperbolic_tangent,
    "coth": lambda u: reciprocal(analytic.hyperbolic_tangent(u)),
    "sech": lambda u: reciprocal(analytic.hyperbolic_cosine(u)),
    "csch": lambda u: reciprocal(analytic.hyperbolic_sine(u)),
    "arsinh": analytic.area_sine,
    "arcosh": analytic.area_cosine,
    "artanh": analytic.area_tangent,
    "arcoth": lambda u: analytic.area_tangent(reciprocal(u)),
    "arsech": lambda u: analytic.area_cosine(reciprocal(u)),
    "arcsch": lambda u: analytic.area_sine(reciprocal(u)),
    "exp": analytic.exponential,
    "ln": logarithm,
    "sqrt": analytic.square_root,
    "cbrt": lambda u: power(u, Fraction(1, 3), negative_base=True),
    "abs": stepwise.absolute_value,
    "sign": stepwise.sign,
    "floor": stepwise.floor_of,
    "ceil": stepwise.ceiling,
    "sigmoid": analytic.sigmoid,
    "relu": stepwise.rectifier,
    "softplus": analytic.softplus,
    "factorial": lambda u: gamma.gamma(gamma.shifted(u, 1)),
    "gamma": gamma.gamma,
    "digamma": lambda u: gamma.polygamma(0, u),
}
"""Functions of one argument, by canonical name."""
