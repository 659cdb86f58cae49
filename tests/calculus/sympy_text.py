"""Values of the oracle's formulas, which are Python expressions in SymPy's names.

They are walked as syntax trees, by code that shares nothing with the program's own parser.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping

OPERATORS: Mapping[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
FUNCTIONS: Mapping[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: getattr(math, name) for name in ("sinh", "exp", "log", "sqrt")},
    "cot": lambda x: 1 / math.tan(x),
    "coth": lambda x: 1 / math.tanh(x),
    "cbrt": lambda x: math.copysign(abs(x) ** (1 / 3), x),
    "Abs": abs,
    "factorial": lambda x: math.gamma(x + 1),
    "Rational": operator.truediv,
}
CONSTANTS = {"E": math.e, "pi": math.pi}


def value(text: str, names: Mapping[str, float]) -> float:
    """The number that a formula such as `2*x**2` stands for, NaN where it has none."""
    try:
        return _value(ast.parse(text, mode="eval").body, {**CONSTANTS, **names})
    except ValueError:
        return math.nan


def _value(node: ast.expr, names: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return names[name]
        case ast.UnaryOp(op=sign, operand=operand):
            return OPERATORS[type(sign)](_value(operand, names))
        case ast.BinOp(left=left, op=sign, right=right):
            return OPERATORS[type(sign)](_value(left, names), _value(right, names))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return FUNCTIONS[name](*(_value(argument, names) for argument in arguments))
    raise TypeError(ast.dump(node))
