"""Where f′ is 0, the extrema there, and what computer algebra says, as data to be shown."""

from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup


@dataclass(frozen=True, slots=True)
class ExactScene:
    """zeros: f′(x) = 0: x = 0, ±√π …; extrema: a line for the minima and one for the maxima.

    corners: f′(x) does not exist: x = 0; of extrema that are corners.
    nothing: said where f′ has no zero in view. remark: what computer algebra says of f′;
    confirmed: whether it has proved f′ right.
    """

    zeros: Markup | None = None
    extrema: tuple[Markup, ...] = ()
    nothing: str = ""
    remark: str = ""
    confirmed: bool = False
    corners: Markup | None = None
