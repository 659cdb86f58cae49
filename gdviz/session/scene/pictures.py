"""What a plot is made of, each with the numbers it is painted from and the words beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.typesetting.markup import Markup

Points = NDArray[np.float64]
"""Shape (n, 2): x, y."""


class Role(StrEnum):
    """What a colour, a width and a dash pattern stand for; the theme maps them."""

    FUNCTION = "function"
    TANGENT = "tangent"
    DERIVATIVE = "derivative"
    DESCENT = "descent"
    SECANT = "secant"
    SECOND = "second"


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A curve as connected pieces; nothing is drawn between pieces.

    bands: where it varies faster than a screen shows, shape (n, 3): x, low, high.
    """

    role: Role
    pieces: tuple[Points, ...]
    label: Markup | None = None
    bands: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True)
class TangentPicture:
    """The tangent that touches at (x, y). `label` says its slope, `angle_label` its angle.

    angle_drawn_true: whether the axes are equal, so that the drawn angle is α itself;
    triangle: whether the slope's triangle is drawn where the angle stands at the point.
    """

    x: float
    y: float
    slope: float
    label: str
    angle_label: str | None = None
    angle_drawn_true: bool = True
    triangle: bool = True


@dataclass(frozen=True, slots=True)
class SecantPicture:
    """The secant through (x, y) and (x + step, y + rise), with its triangle.

    slope: Δf/Δx; the labels say Δf/Δx, Δx and Δf. gap: f − f_l at the second point, None where
    there is no tangent to compare with, and what is said of it.
    """

    x: float
    y: float
    step: float
    rise: float
    slope: float
    label: str
    step_label: str
    rise_label: str
    gap: float | None = None
    gap_label: str = ""


@dataclass(frozen=True, slots=True)
class Handle:
    """A point that can be dragged. y is None where the function has no value: it lies on the axis.

    name is the control it stands for: `x0`, `delta_x` or `start`; label is painted beside it.
    is_free: it can be put anywhere in the plane, not on a curve alone.
    base: the point that its number is counted from and that it cannot be moved to, if there is one.
    """

    name: str
    role: Role
    x: float
    y: float | None
    label: str | Markup = ""
    focused: bool = False
    base: float | None = None
    is_free: bool = False

    @property
    def number(self) -> float:
        """What the control it stands for shows: x, or how far it is from its base."""
        return self.x if self.base is None else self.x - self.base


@dataclass(frozen=True, slots=True, eq=False)
class PathPicture:
    """Iterates 0 … current on the curve, with the move from each to the next.

    points: shape (n, 2), w and L(w); slopes: shape (n,), L′(w), None in the plane of two
    parameters, where points are those and moves go straight; current: index of the iterate
    that the descent stands at, the last one drawn. show_tangent: the tangent at the current one.
    numbers: of the steps that led to the iterates, their indices if None. tangent_slope: of the
    tangent, where the slope that the step uses is partly chance.
    """

    points: Points
    slopes: NDArray[np.float64] | None
    current: int
    show_tangent: bool = False
    numbers: NDArray[np.int64] | None = None
    tangent_slope: float | None = None


@dataclass(frozen=True, slots=True)
class StepArrow:
    """A part of the next step along Ox, from x to x. kind: gradient, momentum or step."""

    kind: str
    start: float
    end: float
    label: Markup


@dataclass(frozen=True, slots=True)
class Follower:
    """The point of f′ or f″ at x₀, which goes along as x₀ is dragged, with its value in words."""

    role: Role
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class GapPicture:
    """The gap f − f_l between the curve and its tangent near x₀.

    pieces: shape (n, 3): x, f(x), f_l(x). label: what it is called, "" where that is said
    elsewhere.
    """

    pieces: tuple[Points, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class TracePicture:
    """The curve whose point follows the pointer. value: y at an x, NaN where it has none;
    name: of the function; missing: what is said where there is no value, after its place."""

    role: Role
    value: Callable[[float], float]
    name: str
    missing: str


@dataclass(frozen=True, slots=True)
class GradientPicture:
    """The gradient at a point of the plane, with its components, and the step it makes.

    across, up: ∂L/∂x, ∂L/∂y; rate: λ: the step goes to (x − λ·across, y − λ·up). The labels name
    the gradient, its components with their values, and the step. is_square: whether the axes are
    equal, so that it is drawn at right angles to the line of equal value.
    """

    x: float
    y: float
    across: float
    up: float
    rate: float
    label: str
    across_label: str
    up_label: str
    step_label: str
    is_square: bool = True
