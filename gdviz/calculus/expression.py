"""The tree of what a person typed.

Nodes are frozen and compare by meaning: where a node stood in the typed line (`span`) and how a
number was written do not take part in equality. Quotients, roots and functions stay as typed;
nothing is evaluated or simplified on construction, because the typed form decides the domain:
`x/x` has a hole at 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Self

Span = tuple[int, int]
NOWHERE: Span = (0, 0)
"""Span of a node that was not typed: a rule or the normaliser made it."""

LARGEST_TERM = 10**300
"""Denominators beyond this are no float64 any more, nor may their numerators be."""
LARGEST_EXACT_EXPONENT = 400
"""Decimal exponents beyond this leave float64 anyway; an exact fraction of them would be huge."""


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A node. `span` is its (position, length) in the typed text, in characters.

    Equality and hash go by kind and content, never by span. The hash is computed once, so that
    trees with shared parts are cheap dictionary keys (common sub-expressions).
    """

    span: Span = field(default=NOWHERE, kw_only=True, repr=False)
    _hash: int = field(default=0, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((type(self).__name__, self._content())))

    def _content(self) -> tuple[object, ...]:
        names: tuple[str, ...] = self.__match_args__  # neither span nor text: they are keyword-only
        return tuple(getattr(self, name) for name in names)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Expression):
            return NotImplemented
        return self._hash == other._hash and _alike(self, other)

    @property
    def label(self) -> object:
        """What the node itself says, apart from its operands: a value, a name."""
        return None

    def children(self) -> tuple["Expression", ...]:
        """The operands, left to right."""
        return ()

    def with_children(self, children: tuple["Expression", ...]) -> "Expression":
        """The same node over other operands (same count and order as `children()`)."""
        return self

    def at(self, span: Span) -> Self:
        """The same node, standing elsewhere in the text."""
        return replace(self, span=span)


def _alike(first: Expression, second: Expression) -> bool:
    """Whether two trees say the same. Parts that many nodes share are compared once."""
    compared: set[tuple[int, int]] = set()
    pairs = [(first, second)]
    while pairs:
        one, other = pairs.pop()
        if one is other or (id(one), id(other)) in compared:
            continue
        if type(one) is not type(other) or one._hash != other._hash or one.label != other.label:
            return False
        parts, counterparts = one.children(), other.children()
        if len(parts) != len(counterparts):
            return False
        compared.add((id(one), id(other)))
        pairs.extend(zip(parts, counterparts, strict=True))
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Number(Expression):
    """A number that is not negative. `text` is how it was typed (point as decimal separator)."""

    value: float
    text: str = field(default="", kw_only=True, repr=False)

    @property
    def label(self) -> object:
        return self.value

    @property
    def exact(self) -> Fraction | None:
        """The number as typed, without rounding: 0.1 is 1/10. None if it is not worth it."""
        written = self.text or repr(self.value)
        digits, _, exponent = written.lower().partition("e")
        if len(digits) > LARGEST_EXACT_EXPONENT or not _is_finite(self.value):
            return None
        if exponent and abs(int(exponent)) > LARGEST_EXACT_EXPONENT:
            return None
        return Fraction(written)


def _is_finite(value: float) -> bool:
    return value - value == 0


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Expression):
    """e or pi."""

    name: str

    @property
    def label(self) -> object:
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class Symbol(Expression):
    """A variable or a parameter; which one, the Formula says. Names: x, w1, x_2, alpha, θ …"""

    name: str

    @property
    def label(self) -> object:
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class Negate(Expression):
    """−u. Inside a Sum it stands for a subtraction."""

    operand: Expression

    def children(self) -> tuple[Expression, ...]:
        return (self.operand,)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Negate(children[0], span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Sum(Expression):
    """u + v + …, at least two terms, left to right; a term `Negate(v)` is written − v."""

    terms: tuple[Expression, ...]

    def children(self) -> tuple[Expression, ...]:
        return self.terms

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Sum(children, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Product(Expression):
    """u · v · …, at least two factors, left to right, the sign written or not."""

    factors: tuple[Expression, ...]

    def children(self) -> tuple[Expression, ...]:
        return self.factors

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Product(children, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Quotient(Expression):
    """u / v."""

    numerator: Expression
    denominator: Expression

    def children(self) -> tuple[Expression, ...]:
        return (self.numerator, self.denominator)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Quotient(*children, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Power(Expression):
    """u ^ v."""

    base: Expression
    exponent: Expression

    def children(self) -> tuple[Expression, ...]:
        return (self.base, self.exponent)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Power(*children, span=self.span)


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expression):
    """A named function. `function` is the canonical name (see functions.py): tan, arctan, log …

    `log` has two arguments, base first; `root` has (radicand, degree).
    """

    function: str
    arguments: tuple[Expression, ...]

    @property
    def label(self) -> object:
        return self.function

    def children(self) -> tuple[Expression, ...]:
        return self.arguments

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        return Call(self.function, children, span=self.span)


def walk(expression: Expression) -> Iterator[Expression]:
    """Every node, parents before children, shared parts as often as they stand."""
    stack = [expression]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children()))


def distinct(expression: Expression) -> Iterator[Expression]:
    """Every distinct node once, children before parents: the order in which to evaluate."""
    seen: set[Expression] = set()
    stack: list[tuple[Expression, bool]] = [(expression, False)]
    while stack:
        node, ready = stack.pop()
        if node in seen:
            continue
        if ready:
            seen.add(node)
            yield node
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node.children()))


def symbols(expression: Expression) -> frozenset[str]:
    """Names of all variables and parameters in it."""
    return frozenset(node.name for node in distinct(expression) if isinstance(node, Symbol))


def depends_on(expression: Expression, name: str) -> bool:
    """Whether the symbol stands anywhere in it."""
    return any(isinstance(node, Symbol) and node.name == name for node in distinct(expression))


def number(value: float | Fraction) -> Expression:
    """The expression of a number, negative ones as Negate, fractions as Quotient.

    A fraction whose terms are beyond float64 is the number nearest to it.
    """
    exact = Fraction(value) if isinstance(value, int | Fraction) else None
    if exact is not None and exact.denominator != 1:
        if max(abs(exact.numerator), exact.denominator) > LARGEST_TERM:
            return number(float(exact))
        quotient = Quotient(number(abs(exact.numerator)), number(exact.denominator))
        return Negate(quotient) if exact < 0 else quotient
    size = -value if value < 0 else value
    written = str(int(size)) if exact is not None else repr(float(size))
    positive = Number(float(size), text=written)
    return Negate(positive) if value < 0 else positive
