"""The readout: the numbers at x₀."""

from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.session.naming import USUAL_NAME, USUAL_NAMES, Names


@dataclass(frozen=True, slots=True)
class PlaneReadoutScene:
    """The numbers at the iterate of a descent in the plane: pairs of a name and a number.

    exact: the same in full, told on hover; scales_differ: said where the axes have other scales.
    """

    numbers: tuple[tuple[Markup, str], ...]
    exact: str = ""
    scales_differ: str = ""


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
