"""A derivation step by step: as JSON, as lines of text, as a LaTeX fragment."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gdviz.calculus.canonical import canonical
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.expression import Expression, Symbol, symbols
from gdviz.calculus.rewriting.line import Line
from gdviz.calculus.rewriting.stages import simplification
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import primed, typeset
from gdviz.i18n import Translator
from gdviz.practice.rederiving import substituted
from gdviz.sentences.derivations import TRANSFORMATIONS
from gdviz.session.phrases import chain
from gdviz.session.resolve.laws import chain_parts, is_law, law, rule_name, with_condition
from gdviz.session.steps import Place, free_letters, functions_of, parts_of, whole_place

MOST_STEPS = 300
"""Steps of one derivation that are written out."""
MOST_CHARACTERS = 200_000
"""Formulas of one derivation in JSON; the steps inside the step that goes beyond are left out."""
Functions = tuple[str, str]
F_AND_G: Functions = ("f", "g")
OBVIOUS = frozenset({"variable", "constant"})
"""x′ = 1 and c′ = 0: nobody writes them down inside a longer derivation."""


def as_tree(step: Step) -> dict[str, Any]:
    """The derivation for a program. Steps that stood before, or are too many, have no substeps."""
    return _Tree().node(step)


class _Tree:
    """One walk, depth first: numbers the steps, and counts what is written."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._characters = 0

    def node(self, step: Step) -> dict[str, Any]:
        repeats = self._numbers.get(id(step))
        number = self._numbers.setdefault(id(step), len(self._numbers))
        formulas = {
            "before": canonical(step.before),
            "after": canonical(step.after),
            "outer": None if step.outer is None else canonical(step.outer),
            "inner": None if step.inner is None else canonical(step.inner),
        }
        self._characters += sum(len(text) for text in formulas.values() if text is not None)
        is_full = len(self._numbers) >= MOST_STEPS or self._characters >= MOST_CHARACTERS
        is_cut = bool(step.substeps) and repeats is None and is_full
        goes_on = repeats is None and not is_cut
        return {
            "number": number,
            "rule": step.rule,
            "variable": step.variable,
            **formulas,
            "letter": step.letter,
            "repeats": repeats is not None,
            "cut": is_cut,
            "substeps": [self.node(part) for part in step.substeps] if goes_on else [],
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """A step as a teacher writes it: 1.2, the rule, its law, (f)′ and what it is.

    named: f(u) = … and u = g(x) = … of a chain.

    `repeats`: the number of the step that was the same, empty if there was none.
    """

    number: str
    rule: str
    law: Markup
    left: Markup
    right: Markup
    named: tuple[Markup, ...] = ()
    repeats: str = ""

    @property
    def depth(self) -> int:
        """How far to the right it stands: 0 is the whole."""
        return self.number.count(".")


def entries(step: Step, tr: Translator, functions: Functions = F_AND_G) -> Iterator[Entry]:
    """The steps of a derivation in reading order, each once, at most MOST_STEPS.

    functions: what f and g of a chain f(g(x)) are called. Letters are those of the window: every
    chain inside a chain has a u of its own.
    """
    numbers: dict[int, str] = {}
    letters = free_letters(symbols(step.before))
    stack = [(whole_place(step, letters), "1")]
    while stack and len(numbers) < MOST_STEPS:
        place, number = stack.pop()
        repeats = numbers.get(id(place.step), "")
        yield _entry(place, number, repeats, functions, tr)
        if repeats:
            continue
        numbers[id(place.step)] = number
        parts = [part for part in parts_of(place, letters) if part.step.rule not in OBVIOUS]
        numbered = [(part, f"{number}.{at}") for at, part in enumerate(parts, start=1)]
        stack.extend(reversed(numbered))


def _entry(place: Place, number: str, repeats: str, functions: Functions, tr: Translator) -> Entry:
    language = tr.language
    step, functions = _in_letters(place), functions_of(place, functions)
    left, right = primed(typeset(step.before, language)), typeset(step.after, language)
    equality = with_condition(chain([left, right]), step.before, step.variable)
    said = equality if _is_law(step) else law(step, language, functions[0], place.letter)
    named = _named(place, functions, language)
    return Entry(number, rule_name(step, tr), said, left, right, named, repeats)


def _in_letters(place: Place) -> Step:
    """The step of f′(u), u called what it is called where it stands."""
    step = place.step
    if place.chain is None:
        return step
    u = Symbol(place.letter)
    before, after = (substituted(e, step.variable, u) for e in (step.before, step.after))
    return replace(step, before=before, after=after, variable=place.letter)


def _named(place: Place, functions: Functions, language: str) -> tuple[Markup, ...]:
    """f(u) = tg u, u = g(x) = x²"""
    if place.step.rule != "chain":
        return ()
    parts = typeset(place.outer, language), typeset(place.inner, language)
    return chain_parts(functions, (place.letter, place.step.variable), parts)


def _is_law(step: Step) -> bool:
    """Whether the step says no more than its law: (cos x)′ = −sin x, which is that of cos u."""
    of_u = substituted(step.before, step.variable, Symbol("u"))
    return is_law(replace(step, before=of_u))


def simplified(raw: Expression, tr: Translator) -> list[tuple[Markup, str]]:
    """From the raw derivative to the tidy one: formula and reason, the first without."""
    lines: tuple[Line, ...] = simplification(raw)
    return [
        (
            typeset(line.expression, tr.language),
            tr(TRANSFORMATIONS[line.reason]) if line.reason else "",
        )
        for line in lines
    ]
