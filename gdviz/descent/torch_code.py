"""A tree as a line of Python for torch, with the tree's meaning of roots and ranges."""

import keyword
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

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
    symbols,
)
from gdviz.calculus.mean import Mean
from gdviz.calculus.powers import exponent_of, typed_fraction

SUM, PRODUCT, POWER, ATOM = range(4)
LARGEST_EXACT = 1e15
_NAMES = (
    "torch math np loss noise batch parameters optimizer scheduler step before after order raw "
    "place rows i p extra part move hessian gradient row"
)
TAKEN = frozenset(_NAMES.split(" "))
"""Names that the script has for other things."""


class Code(NamedTuple):
    """A piece of Python and how tightly it holds together."""

    text: str
    binding: int = ATOM

    def within(self, binding: int) -> str:
        """The text, in brackets if it holds together less than that."""
        return self.text if self.binding >= binding else f"({self.text})"


def python_name(name: str) -> str:
    """A letter as a name in the script: θ stays θ, what is taken gets an underscore."""
    if not name.isidentifier():
        name = "".join(sign if sign.isalnum() else "_" for sign in name)
    return f"{name}_" if name in TAKEN or keyword.iskeyword(name) else name


def python_number(value: float) -> str:
    """A number as Python writes it, to the bit."""
    if value in (float("inf"), -float("inf")):
        return f'float("{value}")'
    if value == int(value) and abs(value) < LARGEST_EXACT:
        return str(int(value))
    return repr(float(value))


class Torch:
    """Writes trees. variables: the letters that are tensors; parameters: values of the others;
    columns: those of the variables that are columns of data, of which some rows are taken."""

    def __init__(
        self,
        variables: Sequence[str],
        parameters: Mapping[str, float],
        columns: Sequence[str] = (),
    ) -> None:
        self._tensors, self._parameters = frozenset([*variables, *columns]), parameters
        self._columns = frozenset(columns)

    def loss(self, body: Expression, variable: str) -> str:
        """What the function returns: a tensor, even of a constant."""
        line = self._code(body)
        return line.text if self._varies(body) else f"0*{python_name(variable)} + {line.text}"

    def _code(self, node: Expression) -> Code:
        match node:
            case Number(value):
                return Code(python_number(value))
            case Constant(name):
                return Code(f"math.{name}")
            case Symbol(name):
                rows = "[rows]" if name in self._columns else ""
                return Code(python_name(name) + rows)
            case Mean(operand):
                return Code(f"torch.mean({self._code(operand).text})")
            case Call(name, arguments):
                return self._call(name, arguments)
        return self._operation(node)

    def _operation(self, node: Expression) -> Code:
        match node:
            case Negate(operand):
                return Code(f"-{self._code(operand).within(PRODUCT)}", SUM)
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                first, *others = map(self._code, factors)
                pieces = [first.within(PRODUCT), *(other.within(POWER) for other in others)]
                return Code("*".join(pieces), PRODUCT)
            case Quotient(above, below):
                over, under = self._code(above), self._code(below)
                return Code(f"{over.within(PRODUCT)}/{under.within(POWER)}", PRODUCT)
            case Power(base, exponent):
                return self._power(base, exponent)
        raise TypeError(f"not an expression: {node!r}")

    def _sum(self, terms: Sequence[Expression]) -> Code:
        text = self._code(terms[0]).text
        for term in terms[1:]:
            if isinstance(term, Negate):
                text += f" - {self._code(term.operand).within(PRODUCT)}"
            else:
                text += f" + {self._code(term).within(PRODUCT)}"
        return Code(text, SUM)

    def _power(self, base: Expression, exponent: Expression) -> Code:
        if base == Constant("e"):
            return Code(f"torch.exp({self._tensor(exponent)})")
        if not self._varies(exponent):
            typed = typed_fraction(exponent, self._parameters)
            if typed is not None and exponent_of(float(typed), typed).fraction is not None:
                return self._root(base, typed)
        under, over = self._code(base).within(ATOM), self._code(exponent).within(ATOM)
        return Code(f"{under}**{over}", POWER)

    def _root(self, base: Expression, exponent: Fraction) -> Code:
        """u^(p/q), q odd: of −u as of u, with its sign where p is odd."""
        u = self._tensor(base)
        size = f"torch.abs({u})**({exponent.numerator}/{exponent.denominator})"
        if exponent.numerator % 2 == 0:
            return Code(size, POWER)
        return Code(f"torch.sign({u})*{size}", PRODUCT)

    def _call(self, name: str, arguments: Sequence[Expression]) -> Code:
        if name in SPECIAL:
            return SPECIAL[name](self, arguments)
        u = self._tensor(arguments[0])
        text = FUNCTIONS[name].format(u=u)
        return Code(text, PRODUCT if "/" in text or "*" in text else ATOM)

    def _varies(self, node: Expression) -> bool:
        return not self._tensors.isdisjoint(symbols(node))

    def _tensor(self, node: Expression) -> str:
        """An argument of a torch function, which takes no plain number."""
        text = self._code(node).text
        return text if self._varies(node) else f"torch.as_tensor({text})"

    def logarithm(self, arguments: Sequence[Expression]) -> Code:
        """log(b, u) = ln u/ln b, of bases 2 and 10 by their own functions."""
        base, u = arguments[0], self._tensor(arguments[1])
        if isinstance(base, Number) and base.value in (2.0, 10.0):
            return Code(f"torch.log{int(base.value)}({u})")
        return Code(f"torch.log({u})/torch.log({self._tensor(base)})", PRODUCT)

    def root(self, arguments: Sequence[Expression]) -> Code:
        """root(u, n) = u^(1/n)."""
        return self._power(arguments[0], Quotient(Number(1.0), arguments[1]))

    def cube_root(self, arguments: Sequence[Expression]) -> Code:
        return self._root(arguments[0], Fraction(1, 3))

    def least(self, arguments: Sequence[Expression]) -> Code:
        return self._nested("torch.minimum", arguments)

    def greatest(self, arguments: Sequence[Expression]) -> Code:
        return self._nested("torch.maximum", arguments)

    def _nested(self, function: str, arguments: Sequence[Expression]) -> Code:
        text, *others = map(self._tensor, arguments)
        for other in others:
            text = f"{function}({text}, {other})"
        return Code(text)

    def polygamma(self, arguments: Sequence[Expression]) -> Code:
        return Code(
            f"torch.polygamma({self._code(arguments[0]).text}, {self._tensor(arguments[1])})"
        )


_GAMMA = (
    "torch.exp(torch.lgamma({0}))"
    "*torch.where({0} > 0, 1.0, 2.0*torch.remainder(torch.ceil({0}), 2.0) - 1.0)"
)
"""Γ, which is negative between −1 and 0, −3 and −2 …"""
FUNCTIONS: Mapping[str, str] = {
    **{name: f"torch.{name}({{u}})" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{name: f"torch.{name}({{u}})" for name in ("exp", "sqrt", "abs", "sign", "floor", "ceil")},
    **{name: f"torch.{name}({{u}})" for name in ("sigmoid", "relu", "digamma")},
    "cot": "1/torch.tan({u})",
    "sec": "1/torch.cos({u})",
    "csc": "1/torch.sin({u})",
    "arcsin": "torch.asin({u})",
    "arccos": "torch.acos({u})",
    "arctan": "torch.atan({u})",
    "arccot": "(math.pi/2 - torch.atan({u}))",
    "arcsec": "torch.acos(1/({u}))",
    "arccsc": "torch.asin(1/({u}))",
    "coth": "1/torch.tanh({u})",
    "sech": "1/torch.cosh({u})",
    "csch": "1/torch.sinh({u})",
    "arsinh": "torch.asinh({u})",
    "arcosh": "torch.acosh({u})",
    "artanh": "torch.atanh({u})",
    "arcoth": "torch.atanh(1/({u}))",
    "arsech": "torch.acosh(1/({u}))",
    "arcsch": "torch.asinh(1/({u}))",
    "ln": "torch.log({u})",
    "softplus": "torch.logaddexp({u}, torch.zeros_like({u}))",
    "gamma": _GAMMA.format("({u})"),
    "factorial": _GAMMA.format("({u} + 1)"),
}
"""Functions of one argument. (torch's own softplus is a straight line from 20 on.)"""
SPECIAL: Mapping[str, Callable[[Torch, Sequence[Expression]], Code]] = {
    "log": Torch.logarithm,
    "root": Torch.root,
    "cbrt": Torch.cube_root,
    "min": Torch.least,
    "max": Torch.greatest,
    "polygamma": Torch.polygamma,
}
