"""Laws that marks keep to: they move, turn over and stretch with the curve."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.calculus.building import add, call, divide, multiply, negative, power
from gdviz.calculus.expression import Expression, Number, Symbol, number
from gdviz.calculus.marks import Kind, Mark, Side, Turn, marks
from gdviz.calculus.view.viewport import Viewport
from tests.calculus.marks.found import Told, are_alike, told

X: Expression = Symbol("x")
WIDE = Viewport(-3.0, 3.0, -1e6, 1e6)
OTHER_TURN = {Turn.MINIMUM: "maximum", Turn.MAXIMUM: "minimum"}
FEW = settings(max_examples=20)


def quarters(low: int, high: int) -> st.SearchStrategy[float]:
    """Numbers that arithmetic is exact with."""
    return st.integers(4 * low, 4 * high).map(lambda n: n / 4)


def sums() -> st.SearchStrategy[Expression]:
    """c·g(x − a) + k·x, with a g of every kind."""
    shapes = st.sampled_from(
        [
            lambda u: power(u, Number(2.0)),
            lambda u: power(u, Number(3.0)),
            lambda u: call("abs", u),
            lambda u: call("sqrt", u),
            lambda u: call("cbrt", u),
            lambda u: call("ln", call("abs", u)),
            lambda u: call("sin", u),
            lambda u: call("floor", u),
            lambda u: divide(Number(1.0), u),
            lambda u: call("arctan", divide(Number(1.0), u)),
            lambda u: divide(call("sin", u), u),
        ]
    )
    inside = st.tuples(shapes, quarters(-2, 2)).map(lambda drawn: drawn[0](shifted(X, drawn[1])))
    return st.tuples(inside, quarters(-1, 1)).map(
        lambda drawn: add(drawn[0], multiply(number(drawn[1]), X))
    )


def shifted(expression: Expression, by: float) -> Expression:
    return expression if by == 0.0 else add(expression, number(-by))


def replaced(expression: Expression, by: Expression) -> Expression:
    """x replaced by something else."""
    if expression == X:
        return by
    children = tuple(replaced(child, by) for child in expression.children())
    return expression.with_children(children) if children else expression


def moved(mark: Mark, by: float) -> Told:
    kind, x, y = told(mark)
    return Told(kind, x + by, y)


def check(one: list[Told], other: list[Told]) -> None:
    assert [mark.kind for mark in one] == [mark.kind for mark in other]
    for first, second in zip(one, other, strict=True):
        assert are_alike(first, second), (first, second)


@given(sums(), quarters(-5, 5))
@FEW
def test_marks_move_with_the_curve(body: Expression, by: float):
    there = marks(replaced(body, shifted(X, by)), "x", {}, Viewport(-3.0 + by, 3.0 + by, -1e6, 1e6))
    here = marks(body, "x", {}, WIDE)
    check([told(mark) for mark in there.marks], [moved(mark, by) for mark in here.marks])


def mirrored(mark: Mark) -> Told:
    kind = OTHER_TURN[mark.turn] if mark.turn else str(mark.kind)
    return Told(kind, mark.x, None if mark.y is None else -mark.y)


@given(sums())
@FEW
def test_marks_turn_over_with_the_curve(body: Expression):
    here, there = (marks(each, "x", {}, WIDE).marks for each in (body, negative(body)))
    check([told(mark) for mark in there], [mirrored(mark) for mark in here])
    for mark, other in zip(here, there, strict=True):
        assert (mark.left.closed, mark.right.closed) == (other.left.closed, other.right.closed)
        assert mark.left.defined == other.left.defined


@given(sums())
@FEW
def test_marks_change_sides_with_the_curve(body: Expression):
    here = marks(body, "x", {}, WIDE).marks
    there = marks(replaced(body, negative(X)), "x", {}, WIDE).marks
    check(
        sorted(Told(str(mark.turn or mark.kind), mark.x, mark.y) for mark in here if mark.x >= 0),
        sorted(
            Told(str(mark.turn or mark.kind), abs(mark.x), mark.y) for mark in there if mark.x <= 0
        ),
    )


@given(st.lists(quarters(-3, 3), min_size=1, max_size=4, unique=True), st.data())
@FEW
def test_zeros_of_a_product_are_those_of_its_factors(places: list[float], data: st.DataObject):
    powers = [data.draw(st.sampled_from([1.0, 2.0, 3.0, 4.0])) for _ in places]
    factors = [power(shifted(X, x), Number(n)) for x, n in zip(places, powers, strict=True)]
    found = marks(multiply(Number(2.0), *factors), "x", {}, WIDE).marks
    zeros = [mark.x for mark in found if mark.kind is Kind.ZERO]
    assert zeros == sorted(places)
    even = sorted(x for x, n in zip(places, powers, strict=True) if n % 2 == 0)
    touching = {mark.x for mark in found if mark.kind is Kind.EXTREMUM} & set(zeros)
    assert sorted(touching) == even


@given(st.lists(quarters(-2, 2), min_size=2, max_size=3, unique=True))
@FEW
def test_zeros_of_a_product_that_is_multiplied_out(places: list[float]):
    """Coefficients do not show the zeros any more; simple ones are still found to the last bits."""
    coefficients = [1.0]
    for x in places:
        longer = [*coefficients, 0.0]
        for n, coefficient in enumerate(coefficients):
            longer[n + 1] -= x * coefficient
        coefficients = longer
    top = len(coefficients) - 1
    terms = [
        multiply(number(c), power(X, Number(float(top - n)))) if n < top else number(c)
        for n, c in enumerate(coefficients)
        if c
    ]
    found = [mark.x for mark in marks(add(*terms), "x", {}, WIDE).marks if mark.kind is Kind.ZERO]
    assert len(found) == len(places)
    for one, other in zip(found, sorted(places), strict=True):
        assert abs(one - other) <= 1e-12


def test_sides_are_told_as_they_are():
    (mark, _) = marks(call("sqrt", X), "x", {}, WIDE).marks
    assert mark.left == Side(defined=False)
    assert mark.right == Side(True, 0.0, float("inf"), closed=True)
