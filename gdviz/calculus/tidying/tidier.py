"""One tidying pass over a tree: the monomial of every distinct part, parts first."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from gdviz.calculus.building import exact_value
from gdviz.calculus.expression import (
    Call,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    distinct,
)
from gdviz.calculus.tidying import applied, powers
from gdviz.calculus.tidying.angles import (
    product_of_sums,
    with_angles_added,
    with_products_opened,
)
from gdviz.calculus.tidying.cancelling import (
    brackets_joined,
    common_divisor,
    conjugates_cancelled,
)
from gdviz.calculus.tidying.collecting import divided, in_order, sum_of
from gdviz.calculus.tidying.factoring import Part, in_factors, letters_out
from gdviz.calculus.tidying.fractions import ratio_names, squares_of_size, taken_out
from gdviz.calculus.tidying.identities import sine_of_double, with_cosines_of_double
from gdviz.calculus.tidying.laws import Laws
from gdviz.calculus.tidying.monomial import (
    LARGEST,
    UNIT,
    Exponent,
    Monomial,
    atom,
    is_varying,
    multiplied,
    raised,
)
from gdviz.calculus.tidying.roots import number_joined, radicand_joined, root_of_fraction_apart
from gdviz.calculus.tidying.writing import is_falling, written, written_sum

MINUS_ONE = Fraction(-1)


class TooMuchWorkError(ArithmeticError):
    """The tree is too large."""


class Tidier:
    """One pass: the monomial of every distinct part, parts first.

    What was written once in some order is written so everywhere, so that equal parts look alike.
    """

    def __init__(self, expression: Expression, laws: Laws, work: int) -> None:
        self.laws, self.work = laws, work
        self._known: dict[Expression, Monomial] = {}
        self._products: dict[tuple[object, ...], Expression] = {}
        self._sums: dict[frozenset[tuple[Expression, int]], Expression] = {}
        self.decimal = any(
            isinstance(node, Number) and not node.value.is_integer()
            for node in distinct(expression)
        )
        self.falling = any(map(is_falling, distinct(expression)))

    def tidied(self, expression: Expression) -> Expression:
        for node in distinct(expression):
            self.monomial(node)
        product = self.monomial(expression)
        if Laws.FACTORS in self.laws:
            product = self._in_factors(product)
        return self.write(product)

    def _in_factors(self, product: Monomial) -> Monomial:
        if (found := letters_out(self, product)) is not None:
            product = self._with_parts(found[0], (found[1],)) or product
        if (factors := in_factors(self, product)) is not None:
            product = self._with_parts(*factors) or product
        return self._with_roots_apart(product)

    def _with_parts(self, product: Monomial, parts: Sequence[Part]) -> Monomial | None:
        """The product times powers of sums; None if one is not to be written so."""
        for terms, exponent in parts:
            power = raised(self._sum(terms), exponent)
            if power is None:
                return None
            product = multiplied(product, power)
        return product

    def write(self, monomial: Monomial) -> Expression:
        key = (monomial.coefficient, monomial.key)
        if key not in self._products:
            self._products[key] = written(monomial, decimal=self.decimal, falling=self.falling)
        return self._products[key]

    def _write_sum(self, terms: Sequence[Monomial]) -> Expression:
        parts = [self.write(term) for term in terms]
        key = frozenset(Counter(parts).items())
        return self._sums.setdefault(key, written_sum(parts))

    def _spend(self, effort: int) -> None:
        self.work -= effort
        if self.work < 0:
            raise TooMuchWorkError

    def monomial(self, node: Expression) -> Monomial:
        self._spend(1)
        if node not in self._known:
            result = self._monomial(node)
            size = max(abs(result.coefficient.numerator), result.coefficient.denominator)
            self._known[node] = atom(node) if size > LARGEST else result
        return self._known[node]

    def _monomial(self, node: Expression) -> Monomial:
        match node:
            case Number():
                known = exact_value(node)
                return atom(node) if known is None else Monomial(known[0])
            case Negate(operand):
                return self.monomial(operand).scaled(MINUS_ONE)
            case Sum(terms):
                return self._sum([self.monomial(term) for term in terms])
            case Product(factors):
                return self._product([self.monomial(factor) for factor in factors])
            case Quotient(numerator, denominator):
                return self._quotient(self.monomial(numerator), self.monomial(denominator))
            case Power(base, exponent):
                result = powers.power(self, self.monomial(base), exponent)
                return self._sized(result) if Laws.NAMES in self.laws else result
            case Call(name, arguments):
                return applied.call_of(self, name, [self.monomial(a) for a in arguments])
        return atom(node)

    def _sum(self, terms: Sequence[Monomial]) -> Monomial:
        self._spend(sum(len(term.factors) for term in terms) // 4)
        if Laws.COMMON_FACTOR in self.laws and len(terms) > 1:
            terms = powers.aligned(self, terms)
        if Laws.DOUBLE_ANGLES in self.laws:
            terms = with_products_opened(self, terms, self._twice)
            terms = with_angles_added(self, with_cosines_of_double(terms, self._twice))
        return sum_of(terms, self.laws, self.monomial, self._write_sum)

    def _product(self, monomials: Sequence[Monomial]) -> Monomial:
        product = multiplied(*monomials)
        self._spend(len(product.factors) // 4)
        if Laws.ONE_FRACTION in self.laws:
            product = self._one_bar(product)
        if Laws.CANCELLING in self.laws:
            product = self._with_brackets_joined(self._cancelled(self._with_roots_apart(product)))
        if Laws.NAMES in self.laws:
            product = ratio_names(self._sized(product))
        if Laws.DOUBLE_ANGLES in self.laws:
            product = product_of_sums(self, product, self._twice)
            product = sine_of_double(product, self._twice)
        return product

    def _twice(self, argument: Expression) -> Expression:
        return self.write(self.monomial(argument).scaled(Fraction(2)))

    def _sized(self, product: Monomial) -> Monomial:
        """|u|² as u², x²/|x| as |x|: what is inside bars is known by its square."""
        for base, exponent in product.factors.items():
            if not (isinstance(base, Call) and base.function == "abs") or not exponent.is_integer:
                continue
            squares = squares_of_size(base.arguments[0], exponent.value, product)
            if squares:
                bars = Monomial(Fraction(1), {base: Exponent(Fraction(-squares))})
                inside = raised(self.monomial(base.arguments[0]), Exponent(Fraction(squares)))
                if inside is not None:
                    return self._sized(multiplied(product, bars, inside))
        return product

    def _quotient(self, above: Monomial, below: Monomial) -> Monomial:
        inverse = raised(below, Exponent(MINUS_ONE))
        if inverse is None:
            return atom(Quotient(self.write(above), self.write(below)))
        return self._product([above, inverse])

    def _cancelled(self, product: Monomial) -> Monomial:
        """(x² − 2x + 1)/(x − 1)² as 1."""
        found = common_divisor(self, product)
        if found is None:
            return product
        rest = self._with_parts(*found)
        return product if rest is None else self._cancelled(rest)

    def _with_roots_apart(self, product: Monomial) -> Monomial:
        """1/(√(a/b)·b) as 1/√(ab), as far as it holds; b^u·b^v as b^(u + v)."""
        apart = root_of_fraction_apart(self, product) or powers.varying_joined(self, product)
        return product if apart is None else self._with_roots_apart(apart)

    def _with_brackets_joined(self, product: Monomial) -> Monomial:
        """1/((x + 1)(x − 1)) as 1/(x² − 1), (1 + sin u)/cos² u as 1/(1 − sin u), √2·√(1 + x/2)."""
        self._spend(len(product.factors) // 4)
        found = (
            brackets_joined(self, product)
            or conjugates_cancelled(self, product)
            or number_joined(self, product)
            or radicand_joined(self, product)
        )
        if found is None:
            return product
        rest, terms, exponent = found
        power = raised(self._sum(in_order(terms)), exponent)
        return product if power is None else self._with_brackets_joined(multiplied(rest, power))

    def _one_bar(self, product: Monomial) -> Monomial:
        """Sums within the product free of denominators, and of what cancels."""
        if product.lone_sum is not None and product.coefficient == 1:
            return product
        for base, exponent in product.factors.items():
            if isinstance(base, Sum) and exponent.is_integer:
                changed = self._cleared(product, base, exponent)
                if changed is not None:
                    return self._one_bar(changed)
        return product

    def _cleared(self, product: Monomial, base: Sum, exponent: Exponent) -> Monomial | None:
        terms = [self.monomial(term) for term in base.terms]
        outside = product if exponent.value > 0 else raised(product, Exponent(MINUS_ONE))
        if outside is None:
            return None
        shared = taken_out(
            terms,
            outside,
            is_single=exponent.value == 1,
            letters=Laws.MERGING in self.laws,
            turns=exponent.value > 0 or terms[0].coefficient < 0,
            shared_only=any(isinstance(b, Power) and is_varying(b) for b in product.factors),
        )
        if shared == UNIT:
            return None
        parts = [divided(term, shared) for term in terms]
        rest = self._sum(in_order(parts) if shared.coefficient < 0 else parts)
        powers = raised(shared, exponent), raised(rest, exponent)
        if powers[0] is None or powers[1] is None:
            return None
        return multiplied(product.without(base), powers[0], powers[1])
