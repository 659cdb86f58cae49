"""The derivative's panel as data: a derivation step by step, and the numbers of its steps at x₀."""

from collections.abc import Callable
from dataclasses import dataclass

from gdviz.calculus.expression import Expression
from gdviz.calculus.typesetting.markup import Markup


@dataclass(frozen=True, slots=True)
class Lighting:
    """What of the typed line lights up, and what within it does not: u of f′(u).

    is_chain: what is within is u = g(x), and lights up in a colour of its own.
    """

    parts: tuple[Expression, ...] = ()
    within: tuple[Expression, ...] = ()
    is_chain: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class StepRow:
    """One step of a derivation.

    formula: what is derived and what comes out. Of a rule with parts: setup, the rule applied with
    their derivatives still to be worked out, and outcome, with them put in; None for an entry of
    the table. outer, inner: f(u) and u = g(x) of a chain.
    """

    rule: str
    law: Markup
    formula: Markup
    setup: Markup | None = None
    outcome: Markup | None = None
    outer: Markup | None = None
    inner: Markup | None = None
    lighting: Lighting = Lighting()


@dataclass(frozen=True, slots=True)
class StepNumbers:
    """A step at x₀: the value of what is derived, and its slope; 4 digits, or — for none."""

    value: str
    slope: str


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow of a chain: u = g(x), or y = f(u).

    name: of the function, g or f, g_1 in a chain inside another; factor: the slope at the number it
    starts from, by which it stretches, None where there is none; told: the theorem's condition on
    it, as a sentence.
    """

    name: str
    factor: float | None
    told: str


@dataclass(frozen=True, slots=True)
class ChainPicture:
    """x → u → y at x₀.

    letters: x, u, y; names: the same at the point, x₀, u₀, y₀; values: their numbers; inner, outer:
    g and f; slope: of the whole, None where there is none; told: what follows from the two
    conditions.
    """

    letters: tuple[str, str, str]
    names: tuple[Markup, Markup, Markup]
    values: tuple[str, str, str]
    inner: Link
    outer: Link
    slope: float | None
    told: str

    @property
    def holds(self) -> bool:
        """Whether the conditions of the theorem do."""
        return self.inner.factor is not None and self.outer.factor is not None


@dataclass(frozen=True, slots=True, eq=False)
class DerivativeScene:
    """The derivative as a formula, and how it was derived.

    depths: of the steps, depth first, 0 for the whole; `row(index)` writes a step out, which takes
    a while, when it is asked for. nothing: what is said instead of all that where f has no
    derivative because it has no value anywhere, "" otherwise.
    """

    function: Markup
    derivative: Markup
    depths: tuple[int, ...]
    row: Callable[[int], StepRow]
    nothing: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class StepsAtPoint:
    """The steps at x₀, by index, each computed when it is asked for.

    chain: None for steps that are none.
    """

    x0: float
    numbers: Callable[[int], StepNumbers]
    chain: Callable[[int], ChainPicture | None]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A member of a chain of equalities, and why it equals the one before, "" for no reason."""

    formula: Markup
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A chain of equalities with a title and a remark, "" for none."""

    title: str
    lines: tuple[StoryLine, ...]
    remark: str = ""


STORIES = ("proof", "tidying", "forms", "ways")
"""Sections that tell chains of equalities."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A line of the table of derivatives; `text` and `parameters` put it on the plot."""

    formula: Markup
    text: str
    parameters: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Lines of the table that belong together."""

    title: str
    entries: tuple[TableEntry, ...]
