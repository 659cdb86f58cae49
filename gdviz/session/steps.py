"""A derivation laid out for reading: its steps depth first, each where it stands in the line.

Equal parts share one Step; here each has its own place, so that the one that is meant lights up.
Each chain inside a chain gets another letter for its u.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Expression, Negate, Product, Symbol, depends_on
from gdviz.practice.rederiving import substituted
from gdviz.session.naming import at_level

MOST_STEPS = 300
"""Steps of a derivation that are written out; nobody reads further."""
LETTERS = ("u", "v", "t", "s", "z", "q", "r", "p")
"""What u is called in a chain, in a chain inside it, and so on: those that are not in the line."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A step in its place.

    node: what is derived, as it stands there; parts: what of the typed line that is; depth: 0 is
    the whole; letter: what u is called in it if it is a chain. An outer step f′(u) has `chain`,
    the place it belongs to; its node is in the letter of that. stands_for: what is called
    so, u of the chain whose inner function it is.
    """

    step: Step
    node: Expression
    parts: tuple[Expression, ...]
    depth: int
    letter: str
    level: int = 0
    chain: "Place | None" = None
    stands_for: str = ""

    @property
    def inner(self) -> Expression:
        """g(x) of a chain, as it stands there."""
        assert self.step.inner is not None
        inside = (child for child in self.node.children() if child == self.step.inner)
        return next(inside, self.step.inner)

    @property
    def outer(self) -> Expression:
        """f(u) of a chain, in its letter."""
        assert self.step.outer is not None
        return self.in_letter(self.step.outer)

    def in_letter(self, expression: Expression) -> Expression:
        """An expression of the step's u, with u called what it is called here."""
        assert self.step.letter is not None
        return substituted(expression, self.step.letter, Symbol(self.letter))


def places(whole: Step, taken: frozenset[str]) -> tuple[Place, ...]:
    """All steps, each before those it rests on; `taken` are letters that u may not be called."""
    letters = free_letters(taken)
    stack = [whole_place(whole, letters)]
    found: list[Place] = []
    while stack and len(found) < MOST_STEPS:
        place = stack.pop()
        found.append(place)
        stack.extend(reversed(list(parts_of(place, letters))))
    return tuple(found)


def free_letters(taken: frozenset[str]) -> list[str]:
    """What u may be called, and the u of chains inside."""
    return [letter for letter in LETTERS if letter not in taken]


def whole_place(whole: Step, letters: list[str]) -> Place:
    """The step of the whole function."""
    return Place(whole, whole.before, (whole.before,), 0, _letter(letters, 0))


def _letter(letters: list[str], level: int) -> str:
    return letters[level] if level < len(letters) else f"u_{level - len(letters) + 1}"


def parts_of(place: Place, letters: list[str]) -> Iterator[Place]:
    """The steps that one rests on."""
    if place.step.rule == "chain":
        yield from _links_of(place, letters)
        return
    below = place.depth + 1
    open_places = [_bare(child) for child in place.node.children()]
    for substep in place.step.substeps:
        node, parts = _standing_for(substep, place, open_places)
        yield Place(substep, node, parts, below, place.letter, place.level)


def _links_of(place: Place, letters: list[str]) -> Iterator[Place]:
    """f′(u) and g′(x); a chain inside g has the next letter."""
    outer, inner = place.step.substeps
    below = place.depth + 1
    yield Place(outer, place.outer, place.parts, below, place.letter, place.level, chain=place)
    level = place.level + 1
    letter = _letter(letters, level)
    yield Place(inner, place.inner, (place.inner,), below, letter, level, stands_for=place.letter)


def _bare(child: Expression) -> Expression:
    """A term that is subtracted is derived without its sign."""
    return child.operand if isinstance(child, Negate) else child


def _standing_for(
    substep: Step, place: Place, left: list[Expression]
) -> tuple[Expression, tuple[Expression, ...]]:
    """What of the node a substep derives, and what of the line that is; each part is taken once.

    Of 2x sin x without the 2 several factors are left; what was rewritten lights up as it was.
    """
    before = substep.before
    for at, child in enumerate(left):
        if child == before:
            left.pop(at)
            return child, (child,)
    if isinstance(place.node, Product) and isinstance(before, Product):
        varying = tuple(f for f in place.node.factors if depends_on(f, place.step.variable))
        return Product(varying), varying
    return before, place.parts


def functions_of(place: Place, letters: tuple[str, str]) -> tuple[str, str]:
    """What f and g of a chain are called where it stands: f and g, inside that f₁ and g₁."""
    outer, inner = letters
    return at_level(outer, place.level), at_level(inner, place.level)


def results(steps: Sequence[Place], whole: str) -> dict[Place, str]:
    """What the value of each chain is called: y is the whole function and nothing else.

    A chain that is u of another one is u; one that is a part of something is y₁, y₂ … in the order
    of reading. whole: what the value of the whole is called.
    """
    parts = count(1)
    names: dict[Place, str] = {}
    for place in steps:
        if place.step.rule == "chain":
            called = place.stands_for or (whole if place.depth == 0 else "")
            names[place] = called or f"{whole}_{next(parts)}"
    return names


def beats(steps: tuple[Place, ...]) -> int:
    """How many times a lecturer goes on: once a step, and once more for what its parts come to."""
    return len(steps) + sum(1 for place in steps if place.step.substeps)
