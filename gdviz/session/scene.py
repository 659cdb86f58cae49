"""What is on the screen, as data: the session resolves a document to it, views only paint it.

Texts are already in the person's language; numbers that a view formats itself are plain floats.
Coordinates are those of the function (never pixels). Scenes compare by identity of their arrays.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.typesetting.markup import Letter, Markup
from gdviz.calculus.view.viewport import Viewport

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

    angle_drawn_true: whether the axes are equal, so that the drawn angle is α itself.
    """

    x: float
    y: float
    slope: float
    label: str
    angle_label: str | None = None
    angle_drawn_true: bool = True


@dataclass(frozen=True, slots=True)
class Handle:
    """A point that can be dragged. y is None where the function has no value: it lies on the axis.

    name is the control it stands for: `x0` or `start`; label is painted beside it.
    """

    name: str
    role: Role
    x: float
    y: float | None
    label: str = ""
    focused: bool = False


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


@dataclass(frozen=True, slots=True, eq=False)
class PlotScene:
    """Everything in the plot. `note` is said in the plot where there is nothing to see.

    `remark` is the reason why there is no tangent at x₀, written beside the point.
    `description` tells a screen reader what is shown. `landmarks`: zeros and extrema, x, to which
    a dragged point is drawn.
    """

    viewport: Viewport
    curves: tuple[Curve, ...] = ()
    tangent: TangentPicture | None = None
    handles: tuple[Handle, ...] = ()
    path: PathPicture | None = None
    x_name: str = "x"
    y_name: str = "y"
    note: str = ""
    remark: str = ""
    description: str = ""
    show_iterates: bool = True
    landmarks: tuple[float, ...] = ()


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


@dataclass(frozen=True, slots=True)
class ReadoutScene:
    """The numbers at x₀, as texts of 4 significant digits; `exact` values are told on hover.

    function: what the line calls it, f or L.
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
    letter, loss: what an iterate and the function are called: w, L.
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
