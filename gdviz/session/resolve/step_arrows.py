"""What the next step is made of, as arrows from the current iterate: slope, memory, step.

Gradient descent steps by −λ·L′(w) alone. Momentum adds what it remembers, and both arrows, head to
tail, are its step; Adam's step is scaled besides. (Of a function of one variable.)
"""

from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np

from gdviz.calculus.typesetting.markup import Letter, Markup, Operator, Scripts, Upright
from gdviz.descent.optimisers import Adam, AdamW, Momentum, Nesterov
from gdviz.descent.plan import Plan
from gdviz.descent.run import Run
from gdviz.descent.walk import Iterate
from gdviz.document.document import Document
from gdviz.numerals import MINUS
from gdviz.session.phrases import apply, row
from gdviz.session.resolve.plot import current_index
from gdviz.session.results import Results
from gdviz.session.scene.pictures import StepArrow

SHORTEST = 1e-12
"""Arrows shorter than this part of the view are none."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What an optimiser adds from steps before, and how that is written behind −λ."""

    value: float
    symbol: Markup


def step_arrows(document: Document, results: Results) -> tuple[StepArrow, ...]:
    """None where they are switched off, or there is no step from here."""
    analysis, descent, run = results.analysis, results.descent, results.run
    if not document.shown.arrows or analysis is None or descent is None or run is None:
        return ()
    index = current_index(document, descent)
    step = int(descent.steps[index])
    here = run.iterate(step)
    w, name = float(here.point), row(*_behind_rate(), apply(analysis.name, _at(analysis, step), 1))
    rate = run.plan.rate_at(step)
    slope_ends = w - rate * float(here.gradient)
    found = [StepArrow("gradient", w, slope_ends, name)]
    following = _after(run, step)
    if following is not None:
        memory = _memory(run.plan, here, following)
        begins = slope_ends if _adds_up(run.plan) else w
        if memory is not None:
            label = row(*_behind_rate(), memory.symbol)
            found.append(StepArrow("momentum", begins, begins - rate * memory.value, label))
        change = row(Upright("Δ"), analysis.names.letter)
        found.append(StepArrow("step", w, float(following.point), change))
    least = SHORTEST * results.viewport.width
    return tuple(arrow for arrow in found if _is_seen(arrow, least))


def _behind_rate() -> tuple[Markup, ...]:
    return Operator(MINUS), Letter("λ"), Operator("·")


def _at(analysis: Any, step: int) -> Markup:
    found: Markup = analysis.names.iterate(Upright(str(step)))
    return found


def _is_seen(arrow: StepArrow, least: float) -> bool:
    return isfinite(arrow.start) and isfinite(arrow.end) and abs(arrow.end - arrow.start) > least


def _after(run: Run, step: int) -> Iterate | None:
    """The next iterate, if the run went there."""
    try:
        return run.iterate(step + 1)
    except IndexError:
        return None


def _adds_up(plan: Plan) -> bool:
    """Whether slope and memory, head to tail, are the step."""
    return isinstance(plan.optimiser, Momentum | Nesterov)


def _memory(plan: Plan, here: Iterate, following: Iterate) -> Memory | None:
    rule = plan.optimiser
    index = Upright(str(following.step))
    if isinstance(rule, Momentum):
        symbol = _indexed("b", Upright(str(here.step)))
        return Memory(rule.momentum * _number(here.state[0]), _times_mu(symbol))
    if isinstance(rule, Nesterov):
        value = rule.momentum * _number(following.state[0])
        return Memory(value, _times_mu(_indexed("b", index)))
    if isinstance(rule, Adam | AdamW):
        corrected = _number(following.state[0]) / (1.0 - rule.beta1**following.step)
        return Memory(corrected, _indexed("m̂", index))
    return None


def _number(part: Any) -> float:
    return float(np.ravel(part)[0])


def _times_mu(symbol: Markup) -> Markup:
    return row(Letter("μ"), Operator("·"), symbol)


def _indexed(letter: str, index: Markup) -> Markup:
    return Scripts(Letter(letter), lower=index)
