"""Scenes for views: those of L(w) = w² + 12, as the session would resolve them."""

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.expression import Symbol
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Letter,
    Markup,
    Operator,
    Row,
    Scripts,
    Upright,
)
from gdviz.numerals import significant
from gdviz.session.derivation_scene import ChainPicture, DerivativeScene, Lighting, Link, StepRow
from gdviz.session.scene import (
    DescentScene,
    EditorScene,
    IterateRow,
    ReadoutScene,
)

COUNT = 41
POINTS = np.float64(5) * 0.8 ** np.arange(COUNT, dtype=np.float64)
LOSSES: NDArray[np.float64] = POINTS**2 + 12


def formula(text: str) -> Row:
    """`w = 5 − 0.1` set as a row of letters, numbers and signs."""
    pieces: list[Markup] = []
    for word in text.split():
        if word in "=+−·≥<":
            pieces.append(Operator(word))
        else:
            pieces.append(Letter(word) if word.isalpha() else Upright(word))
    return Row(tuple(pieces))


def descent(step: int = 12, **changes: object) -> DescentScene:
    """The descent at a step."""
    fields: dict[str, object] = {
        "rule": formula("w = w − λ · g"),
        "numbers": formula(f"w = {significant(float(POINTS[step]))} − 0.1 · 0.859 = 0.3436"),
        "test": Row((Fenced(formula("L − L"), "|", "|"), *formula("= 0.0664 ≥ 0.01").pieces)),
        "losses": LOSSES,
        "step": step,
        "total": COUNT - 1,
        "stop_reason": "The loss changed by less than ε.",
        "warning": "",
        "trouble": "",
        "start": 5.0,
        "rate": 0.1,
        "epsilon": 0.01,
    }
    return DescentScene(**{**fields, **changes})  # type: ignore[arg-type]


def iterate_row(index: int) -> IterateRow:
    """A row of the table."""
    point, loss = float(POINTS[index]), float(LOSSES[index])
    change = significant(loss - float(LOSSES[index - 1])) if index else ""
    return IterateRow(index, significant(point), significant(loss), significant(2 * point), change)


def readout(x: float = -1.2345, **changes: object) -> ReadoutScene:
    """The numbers of L at x₀."""
    fields: dict[str, object] = {
        "x0": x,
        "value": significant(x * x + 12),
        "slope": significant(2 * x),
        "angle": f"{significant(float(np.degrees(np.arctan(2 * x))))}°",
        "equation": formula(f"y = {significant(2 * x)} x + {significant(12 - x * x)}"),
        "exact": f"f = {x * x + 12!r}",
    }
    return ReadoutScene(**{**fields, **changes})  # type: ignore[arg-type]


def editor(text: str = "L(w) = w^2 + 12", **changes: object) -> EditorScene:
    """The line and its reading."""
    squared = Scripts(Letter("w"), upper=Upright("2"))
    reading = Row((Letter("L"), Fenced(Letter("w")), Operator("="), squared))
    fields: dict[str, object] = {"text": text, "preview": reading, "variables": ("w",), "name": "L"}
    return EditorScene(**{**fields, **changes})  # type: ignore[arg-type]


def derivative() -> DerivativeScene:
    """w² + 12 derived: a sum of a power and a constant; the power by the chain rule, say."""
    law = formula("u = u + v")
    rows = (
        StepRow(
            "sum",
            law,
            formula("L = w + w"),
            setup=formula("L = a + b"),
            outcome=formula("= w + w"),
        ),
        StepRow(
            "power",
            law,
            formula("w = 2 w"),
            setup=formula("w = c · d"),
            outcome=formula("= 2 w"),
            outer=formula("f = u"),
            inner=formula("u = w"),
        ),
        StepRow("variable", law, formula("w = 1")),
        StepRow("constant", formula("c = 0"), formula("c = 0"), lighting=Lighting((Symbol("c"),))),
    )
    depths = (0, 1, 2, 1)
    return DerivativeScene(formula("L = w + 12"), formula("L = 2 w"), depths, rows.__getitem__)


def chain() -> ChainPicture:
    """x → u → y at 1.5 with u = x² and y = 2u."""
    names = (formula("x"), formula("u"), formula("y"))
    inner, outer = Link("g", 3.0, "g is differentiable"), Link("f", 2.0, "f is differentiable")
    return ChainPicture(("x", "u", "y"), names, ("1.5", "2.25", "4.5"), inner, outer, 6.0, "")
