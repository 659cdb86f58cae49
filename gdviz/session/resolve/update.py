"""One update of a descent, line by line: the rule in letters, the numbers of a step put in.

b₁ = μ·b₀ + L′(w₀) = 0.9·0 + 10 = 10, then w₁ = w₀ − λ·b₁ = 5 − 0.1·10 = 4. With several parameters
each has its lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.calculus.evaluation.pointwise import Pointwise
from gdviz.calculus.evaluation.tape import record
from gdviz.calculus.expression import Expression, Negate, Number, Power, Product, Sum, Symbol, walk
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.manner import Manner, bracketed
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
)
from gdviz.calculus.typesetting.notation import SETTERS
from gdviz.descent.optimisers import Newton
from gdviz.descent.plan import Plan
from gdviz.descent.run import Run
from gdviz.descent.schedules import SCHEDULES, schedule_name, schedule_settings
from gdviz.descent.table import OF_MANY, OPTIMISERS, Kind, name_of, settings_of
from gdviz.descent.walk import Iterate
from gdviz.numerals import as_written, significant
from gdviz.session.naming import Names
from gdviz.session.phrases import DOUBLE_PRIME, PRIME, equals, is_rounded, numeral, row

ON_THE_WAY = {"M": "m̂", "V": "v̂", "w": "u"}
"""How is set what is reckoned on the way and not kept: u is w as it is decayed."""
NEWTON = "newton"
SLOPE, CHANCE = "q", "ξ"
NOISY = ("g", f"{SLOPE} + {CHANCE}")
"""The slope that a step uses where chance has a hand in it."""
POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
DOT = Operator("·")


@dataclass(frozen=True, slots=True, eq=False)
class Piece(Expression):
    """A letter as it is to be set: w₀, L′(w₀)."""

    markup: Markup


def _set(expression: Expression, manner: Manner) -> Markup:
    if isinstance(expression, Piece):
        return expression.markup
    if isinstance(expression, Product):
        return _set_product(expression, manner)
    if isinstance(expression, Power) and isinstance(expression.base, Piece):
        return _set_power(expression.base.markup, manner.script.set(expression.exponent))
    return SETTERS[type(expression)](expression, manner)


def _set_product(product: Product, manner: Manner) -> Markup:
    """Every dot is written: what stands between them are numbers, or will be."""
    pieces: list[Markup] = []
    for factor in product.factors:
        needs = isinstance(factor, Sum | Negate)
        pieces += [DOT, bracketed(factor, manner) if needs else manner.set(factor)]
    return Row(tuple(pieces[1:]))


def _set_power(base: Markup, exponent: Markup) -> Markup:
    """β₁³ with the exponent over the index; L′(w₀) in brackets."""
    match base:
        case Letter():
            return Scripts(base, upper=exponent)
        case Scripts(base=letter, upper=None, lower=index):
            return Scripts(letter, upper=exponent, lower=index)
    return Scripts(Fenced(base), upper=exponent)


MANNER = Manner("en", _set)


@lru_cache(maxsize=64)
def _body(text: str) -> Expression:
    return parse(text).body


@lru_cache(maxsize=64)
def _function(text: str) -> tuple[tuple[str, ...], Pointwise]:
    """A line of a rule as a function of its letters."""
    found = {node.name for node in walk(_body(text)) if isinstance(node, Symbol)}
    letters = tuple(sorted(found))
    return letters, Pointwise(record([_body(text)], letters, {}))


def _reckon(text: str, values: Mapping[str, float]) -> float:
    letters, function = _function(text)
    with np.errstate(all="ignore"):
        return float(function(*(np.float64(values[letter]) for letter in letters))[0])


def _filled(expression: Expression, leaves: Mapping[str, Expression]) -> Expression:
    if isinstance(expression, Symbol):
        return leaves[expression.name]
    children = tuple(_filled(child, leaves) for child in expression.children())
    return expression.with_children(children) if children else expression


def _number(value: float) -> Expression:
    """As it is written: rounded, a minus before it."""
    mantissa, power, exponent = significant(abs(value)).partition("·10")
    text = f"{mantissa}e{exponent.translate(POWERS)}" if power else mantissa
    number = Number(abs(as_written(value)), text=text)
    return Negate(number) if value < 0 else number


@dataclass(slots=True)
class Writer:
    """Writes line after line; what a line reckons is known in the next ones.

    marks: how letters are set; values: their numbers, empty where the rule is written in letters
    alone. then: the index of what a line makes; of: the parameter it belongs to, where there are
    several.
    """

    then: Markup
    of: Markup | None
    marks: dict[str, Markup]
    values: dict[str, float]
    lines: list[Markup] = field(default_factory=list)

    def name(self, letter: str, index: Markup) -> Markup:
        """b₁; of a parameter x among others b with x,1 below."""
        lower = index if self.of is None else row(self.of, Operator(","), index)
        return Scripts(Letter(ON_THE_WAY.get(letter, letter)), lower=lower)

    def write(self, letter: str, text: str, left: Markup, result: float | None = None) -> None:
        """letter = text. result: what it came to in the run, where that is known."""
        letters = _function(text)[0]
        leaves = {name: Piece(self.marks[name]) for name in letters}
        pieces = [left, Operator("="), MANNER.set(_filled(_body(text), leaves))]
        if self.values:
            used = {name: self.values[name] for name in letters}
            value = _reckon(text, used) if result is None else result
            pieces += [*self._numbers(text, used, value), numeral(value)]
            self.values[letter] = value
        self.lines.append(Row(tuple(pieces)))
        self.marks[letter] = left

    def _numbers(self, text: str, used: Mapping[str, float], value: float) -> Iterable[Markup]:
        """= 0.9·0 + 10 =, with ≈ where a pupil who reckons finds something else."""
        sign = "≈" if any(map(is_rounded, used.values())) else "="
        numbers = _filled(_body(text), {name: _number(used[name]) for name in used})
        written = {name: as_written(used[name]) for name in used}
        size = max((abs(number) for number in written.values()), default=0.0)
        comes_to = equals(as_written(value), _reckon(text, written), size=size)
        return Operator(sign), MANNER.set(numbers), comes_to


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a descent changes: the names of its parameters, in order, and of the loss."""

    names: tuple[Names, ...]
    loss: str

    def slope(self, place: int, index: Markup, primes: str = PRIME) -> Markup:
        """L′(w₀); with several parameters (∂L/∂x)₀."""
        names = self.names[place]
        if len(self.names) == 1:
            head = Scripts(Letter(self.loss), upper=Upright(primes))
            return row(head, Fenced(names.iterate(index)))
        curl = Upright("∂")
        ratio = row(curl, Letter(self.loss), Operator("/"), curl, names.letter)
        return Scripts(Fenced(ratio), lower=index)


def rule_lines(plan: Plan, of: Parameters) -> tuple[Markup, ...]:
    """The rule in letters: bᵢ₊₁ = μ·bᵢ + L′(wᵢ), wᵢ₊₁ = wᵢ − λ·bᵢ₊₁."""
    now, then = Letter("i"), row(Letter("i"), Upright("+1"))
    return _write_all(plan, of, now, then, None)


def update_lines(run: Run, step: int, of: Parameters, objective: Any) -> tuple[Markup, ...]:
    """The update that led to iterate `step` ≥ 1 of a run, with its numbers.

    Raises IndexError where there is no such iterate.
    """
    after, before = run.iterate(step), run.iterate(step - 1)
    now, then = Upright(str(step - 1)), Upright(str(step))
    return _write_all(run.plan, of, now, then, (before, after, objective))


Step = tuple[Iterate, Iterate, Any]
"""The iterate before and after, and the loss."""


def _write_all(
    plan: Plan, of: Parameters, now: Markup, then: Markup, made: Step | None
) -> tuple[Markup, ...]:
    lines: list[Markup] = []
    kind = OPTIMISERS[name_of(plan.optimiser)]
    for place, names in enumerate(of.names):
        several = len(of.names) > 1
        writer = Writer(then, names.letter if several else None, {}, {})
        _know(writer, plan, kind, of, place, now, then)
        if made is not None:
            _reckon_with(writer, plan, kind, place, made)
        _write_rate(writer, plan, now)
        if place:
            writer.lines.clear()
        if plan.by_chance:
            writer.write(*NOISY, writer.name("g", now))
        is_solved = several and isinstance(plan.optimiser, Newton)
        rule = OF_MANY[NEWTON] if is_solved else kind.rule
        for line, (letter, text) in enumerate(rule):
            is_made = line == len(rule) - 1
            left = names.iterate(then) if is_made else writer.name(letter, then)
            result = _component(made[1].point, place) if made and is_made else None
            writer.write(letter, text, left, result)
        lines += writer.lines
    return tuple(lines)


def _know(
    writer: Writer, plan: Plan, kind: Kind, of: Parameters, place: int, now: Markup, then: Markup
) -> None:
    """How every letter of the rule is set."""
    slope = of.slope(place, now)
    writer.marks |= {
        "w": of.names[place].iterate(now),
        "g": slope,
        SLOPE: slope,
        CHANCE: writer.name(CHANCE, now),
        "h": of.slope(place, now, DOUBLE_PRIME),
        "d": writer.name("d", now),
        "λ": Letter("λ"),
        "t": then,
        "i": now,
    }
    for letter in kind.state:
        if letter != "t":
            writer.marks[letter] = writer.name(letter, now)
    for setting in (*kind.settings.values(), *_schedule_of(plan).values()):
        writer.marks[setting.letter] = set_name(setting.letter)


def _schedule_of(plan: Plan) -> Mapping[str, Any]:
    return SCHEDULES[schedule_name(plan.schedule)].settings


def _reckon_with(writer: Writer, plan: Plan, kind: Kind, place: int, made: Step) -> None:
    """The numbers that the letters have before the update."""
    before, after, objective = made
    point = np.atleast_1d(before.point)
    gradient = _component(before.gradient, place)
    values = {"w": _component(before.point, place), "g": gradient, "λ": float(plan.rate)}
    values |= {"i": float(before.step), "t": float(before.step + 1)}
    if plan.by_chance:
        slope = float(objective.evaluate(*point)[1 + place])
        values |= {SLOPE: slope, CHANCE: gradient - slope}
    for letter, state in zip(kind.state, before.state, strict=True):
        values[letter] = _component(state, place) if letter != "t" else values["t"]
    for key, value in settings_of(plan.optimiser).items():
        values[kind.settings[key].letter] = value
    for key, value in schedule_settings(plan.schedule).items():
        values[_schedule_of(plan)[key].letter] = value
    if isinstance(plan.optimiser, Newton):
        rate = plan.rate_at(before.step)
        values["d"] = (values["w"] - _component(after.point, place)) / rate
        if point.size == 1:
            values["h"] = float(plan.optimiser.hessian(before.point))
    writer.values.update(values)


def _component(vector: Any, place: int) -> float:
    return float(np.ravel(vector)[place])


def _write_rate(writer: Writer, plan: Plan, now: Markup) -> None:
    """λ as the schedule has it: λ₃ = λ·γ^⌊3/n⌋ = 0.1·0.5 = 0.05."""
    if plan.schedule.is_constant:
        return
    formula = SCHEDULES[schedule_name(plan.schedule)].formula
    writer.write("λ", f"λ*({formula})", Scripts(Letter("λ"), lower=now))


def is_plain(plan: Plan) -> bool:
    """Whether all there is to an update is the lecture's own line."""
    return not OPTIMISERS[name_of(plan.optimiser)].state and plan.is_steady
