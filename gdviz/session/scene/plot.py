"""The plot as a whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdviz.calculus.view.ticks import Unit
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.marked_places import MarkedLine, MarkedPlace
from gdviz.session.scene.pictures import (
    Curve,
    Follower,
    GapPicture,
    GradientPicture,
    Handle,
    PathPicture,
    SecantPicture,
    StepArrow,
    TangentPicture,
    TracePicture,
)

if TYPE_CHECKING:
    from gdviz.calculus.contours import Contours
    from gdviz.calculus.view.hollows import Hollow


@dataclass(frozen=True, slots=True, eq=False)
class PlotScene:
    """Everything in the plot. `note` is said in the plot where there is nothing to see.

    units: what Ox and Oy are counted in. equal_axes: whether their scales stay equal.

    `remark` is the reason why there is no tangent at x₀, written beside the point. `description`
    tells a screen reader what is shown. `landmarks`: zeros and extrema, x, to which a dragged point
    is drawn. arrows: what the next step of the descent is made of. followers: the points of f′ and
    f″ at x₀. guide_reaches: how far the guide through x₀ goes up or down besides, to a plot that
    stands there: "top", "bottom" or "". `marks`: places of the curve of f, those that lie
    underneath first; `lines`: its asymptotes that are not upright.

    contours: the map of a function of two variables, in place of curves; hollows: its minima;
    gradient: at the iterate that the descent stands at.
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
    arrows: tuple[StepArrow, ...] = ()
    lines: tuple[MarkedLine, ...] = ()
    contours: "Contours | None" = None
    hollows: "tuple[Hollow, ...]" = ()
    gradient: GradientPicture | None = None
