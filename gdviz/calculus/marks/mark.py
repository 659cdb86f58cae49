"""Marks: places of a curve that have a name."""

from dataclasses import dataclass
from enum import StrEnum

from gdviz.calculus.marks.asymptotes import Asymptote


class Kind(StrEnum):
    """What a place is. The order is that of drawing: what comes first lies underneath."""

    POLE = "pole"
    ESSENTIAL = "essential"
    JUMP = "jump"
    EDGE = "edge"
    HOLE = "hole"
    CORNER = "corner"
    CUSP = "cusp"
    VERTICAL_TANGENT = "vertical-tangent"
    EXTREMUM = "extremum"
    ZERO = "zero"
    INFLECTION = "inflection"


BREAKS = frozenset({Kind.POLE, Kind.ESSENTIAL, Kind.JUMP, Kind.EDGE, Kind.HOLE})
"""Places where f is undefined or not continuous."""
KINKS = frozenset({Kind.CORNER, Kind.CUSP, Kind.VERTICAL_TANGENT})
"""Places where f is continuous and has no finite derivative."""


class Crowd(StrEnum):
    """What there may be too many of to be marked."""

    BREAKS = "breaks"
    ZEROS = "zeros"
    EXTREMA = "extrema"
    INFLECTIONS = "inflections"


class Turn(StrEnum):
    """Which kind of extremum."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True)
class Side:
    """f on one side of a place. limit, slope: ±∞ included; None where there is none or it could
    not be found out; the slope is that of f from its limit. closed: f at the place is the limit."""

    defined: bool = True
    limit: float | None = None
    slope: float | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark.

    y: where its dot is: the limit at a hole and an edge, the value at a jump and elsewhere; None
    at poles, essential singularities, and jumps without a value. value: f(x), None where f is not
    defined. left, right: what f does on either side. turn: of an extremum.
    """

    kind: Kind
    x: float
    y: float | None
    value: float | None
    left: Side
    right: Side
    turn: Turn | None = None

    @property
    def has_asymptote(self) -> bool:
        """Whether the upright line at x is an asymptote."""
        infinite = {float("inf"), float("-inf")}
        return self.left.limit in infinite or self.right.limit in infinite


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one view, from left to right; at one x in the order of Kind.

    crowded: of what there is, somewhere in view, more than can be told apart on the screen; there
    it has no marks. asymptotes: horizontal and oblique ones, wherever they are.
    """

    marks: tuple[Mark, ...] = ()
    crowded: frozenset[Crowd] = frozenset()
    asymptotes: tuple[Asymptote, ...] = ()
