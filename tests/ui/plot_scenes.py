"""Scenes of a plot, as the session would resolve them."""

from dataclasses import replace
from math import atan, degrees

import numpy as np

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.parser import parse
from gdviz.calculus.sampling import sample
from gdviz.calculus.typesetting.markup import Letter
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import Curve, Handle, PathPicture, PlotScene, Role, TangentPicture

PARABOLA_VIEW = Viewport(-6.0, 6.0, -8.0, 52.0)


def curve(text: str, view: Viewport, role: Role = Role.FUNCTION, label: str = "") -> Curve:
    """A typed function as it is seen in a view of 1280×720 pixels."""
    formula = parse(text)
    variable = formula.variables[0] if formula.variables else "x"
    samples = sample(formula.body, variable, {}, view, (1280, 720))
    return Curve(role, samples.pieces, Letter(label) if label else None, samples.bands)


def values(text: str, x: np.ndarray) -> np.ndarray:
    formula = parse(text)
    return np.asarray(compile_function(formula.body, formula.variables, {})(x))


def tangent_at(x: float) -> TangentPicture:
    """The tangent of w² + 12."""
    slope = 2 * x
    return TangentPicture(
        x, x * x + 12, slope, f"tg α = {slope:g}", f"α = {degrees(atan(slope)):.4g}°", False
    )


def descent(steps: int, rate: float = 0.1, start: float = 5.0) -> PathPicture:
    """So many steps of the lecture's descent on w² + 12."""
    w = start * np.power(1 - 2 * rate, np.arange(steps + 1, dtype=np.float64))
    return PathPicture(np.stack((w, w * w + 12), axis=1), 2 * w, steps)


def parabola(x0: float = 3.0, steps: int | None = 4) -> PlotScene:
    """The lecture's function with its tangent and its descent."""
    return PlotScene(
        PARABOLA_VIEW,
        curves=(curve("w^2 + 12", PARABOLA_VIEW, label="L"),),
        tangent=tangent_at(x0),
        handles=(
            Handle("x0", Role.TANGENT, x0, x0 * x0 + 12, "x₀"),
            Handle("start", Role.DESCENT, 5.0, 37.0, "w₀"),
        ),
        path=None if steps is None else descent(steps),
        x_name="w",
        y_name="L",
        description="Graph of L",
    )


def dragged(scene: PlotScene, x0: float) -> PlotScene:
    """The same scene with the tangent elsewhere; curves and path are the very same objects."""
    handle = replace(scene.handles[0], x=x0, y=x0 * x0 + 12)
    return replace(scene, tangent=tangent_at(x0), handles=(handle, *scene.handles[1:]))


def only(text: str, view: Viewport, role: Role = Role.FUNCTION) -> PlotScene:
    """A curve alone."""
    return PlotScene(view, curves=(curve(text, view, role),))
