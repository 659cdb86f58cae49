"""What is on the screen, as data: the session resolves a document to it, views only paint it.

Texts are already in the person's language; numbers that a view formats itself are plain floats.
Coordinates are those of the function (never pixels). Scenes compare by identity of their arrays.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.typesetting.markup import Letter, Markup
from gdviz.calculus.view.ticks import Unit
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.marked_places import MarkedPlace
from gdviz.session.naming import PARAMETER, Names

Points = NDArray[np.float64]
"""Shape (n, 2): x, y."""
NO_ERRORS = np.empty((0, 3))


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
    base: the point that its number is counted from and that it cannot be moved to, if there is one.
    """

    name: str
    role: Role
    x: float
    y: float | None
    label: str | Markup = ""
    focused: bool = False
    base: float | None = None

    @property
    def number(self) -> float:
        """What the control it stands for shows: x, or how far it is from its base."""
        return self.x if self.base is None else self.x - self.base


@dataclass(frozen=True, slots=True, eq=False)
class PathPicture:
    """Iterates 0 … current on the curve, with the move from each to the next.

    points: shape (n, 2), w and L(w); slopes: shape (n,), L′(w); current: index of the iterate
    that the descent stands at, the last one drawn. show_tangent: the tangent at the current one.
    numbers: of the steps that led to the iterates, their indices if None.
    """

    points: Points
    slopes: NDArray[np.float64]
    current: int
    show_tangent: bool = False
    numbers: NDArray[np.int64] | None = None


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


@dataclass(frozen=True, slots=True, eq=False)
class PlotScene:
    """Everything in the plot. `note` is said in the plot where there is nothing to see.

    units: what Ox and Oy are counted in. equal_axes: whether their scales stay equal.

    `remark` is the reason why there is no tangent at x₀, written beside the point.
    `description` tells a screen reader what is shown. `landmarks`: zeros and extrema, x, to which
    a dragged point is drawn. followers: the points of f′ and f″ at x₀. guide_reaches: how far the
    guide through x₀ goes up or down besides, to a plot that stands there: "top", "bottom" or "".
    `marks`: places of the curve of f, those that lie underneath first.
    """

    viewport: Viewport
    curves: tuple[Curve, ...] = ()
    tangent: TangentPicture | None = None
    secant: SecantPicture | None = None
    handles: tuple[Handle, ...] = ()
    path: PathPicture | None = None
    x_name: str = "x"
    y_name: str = "y"
    units: tuple[Unit, Unit] = (Unit.DECIMAL, Unit.DECIMAL)
    equal_axes: bool = False
    note: str = ""
    remark: str = ""
    description: str = ""
    show_iterates: bool = True
    landmarks: tuple[float, ...] = ()
    followers: tuple[Follower, ...] = ()
    guide_reaches: str = ""
    gap: GapPicture | None = None
    trace: TracePicture | None = None
    marks: tuple[MarkedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence about a place in the typed line. `alternative` rewrites the line when chosen."""

    position: int
    length: int
    text: str
    hint: str = ""
    alternative: str | None = None
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class ParameterSlider:
    """A letter that is not a variable, with its value and the range of its slider.

    step: of the slider, 0 for one that fits the range.
    """

    name: str
    value: float
    low: float
    high: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class EditorScene:
    """The line as typed, how it was read, and what is to be said about it."""

    text: str
    preview: Markup | None
    messages: tuple[Message, ...] = ()
    parameters: tuple[ParameterSlider, ...] = ()
    variable: str = "x"
    name: str = "f"


USUAL_NAME: Markup = Letter("f")
"""Of a function that the line gives no name."""
USUAL_NAMES = Names()
"""Of points where there is no line."""
LECTURE_NAMES = Names(PARAMETER)


@dataclass(frozen=True, slots=True)
class ReadoutScene:
    """The numbers at x₀, as texts of 4 significant digits; `exact` values are told on hover.

    function: what the line calls it, f or L; names: what the point is called.
    """

    x0: float
    value: str
    slope: str
    angle: str
    equation: Markup | None
    reason: str = ""
    exact: str = ""
    scales_differ: str = ""
    function: Markup = USUAL_NAME
    names: Names = USUAL_NAMES


@dataclass(frozen=True, slots=True)
class IterateRow:
    """A row of the table of iterates."""

    step: int
    point: str
    loss: str
    gradient: str
    change: str


@dataclass(frozen=True, slots=True, eq=False)
class DescentScene:
    """The descent panel and the transport bar.

    rule: w_{i+1} = w_i − λ·L′(w_i); numbers: the same with the current step's numbers;
    test: |ΔL| < ε with numbers. losses: shape (n,). total: number of the last step.
    letter, loss: what the parameter and the function are called: w, L; names: the iterates.
    """

    rule: Markup | None
    numbers: Markup | None
    test: Markup | None
    losses: NDArray[np.float64]
    step: int
    total: int
    stop_reason: str
    warning: str
    trouble: str
    start: float
    rate: float
    epsilon: float
    letter: str = "w"
    loss: str = "L"
    names: Names = LECTURE_NAMES


@dataclass(frozen=True, slots=True)
class QuotientRow:
    """A row of the table of difference quotients.

    delta_x: Δx, to go there by a click; right: how many characters of the quotient agree with the
    limit; rounding_wins: whether the error is that of rounding.
    """

    delta_x: float
    step: str
    rise: str
    quotient: str
    error: str
    right: int = 0
    rounding_wins: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SecantScene:
    """The secant in numbers. function: what the line calls it, f or L; names: of its points.

    numbers: Δf/Δx written out; gap: f − f_l at the second point; limits: what Δf/Δx tends to from
    either side; trouble: why there is no secant. present: the row of Δx itself; rows: Δx = 1, 0.1 …
    on its side; current: which of them Δx is; errors: shape (n, 3), |Δx|, error, and 1 where
    rounding wins, of the rows that have an error; rounding: why rounding wins at last, where it
    does. hint: where Δx is too small to be seen in the view.
    """

    shown: bool
    delta_x: float
    function: str
    names: Names = USUAL_NAMES
    numbers: Markup | None = None
    gap: Markup | None = None
    limits: str = ""
    trouble: str = ""
    present: QuotientRow | None = None
    rows: tuple[QuotientRow, ...] = ()
    current: int | None = None
    errors: Points = field(default_factory=lambda: NO_ERRORS)
    rounding: str = ""
    hint: str = ""
