"""The secant in numbers: Δf/Δx at Δx, and what becomes of it as Δx tends to 0."""

from dataclasses import dataclass, field

import numpy as np

from gdviz.calculus.typesetting.markup import Markup
from gdviz.session.naming import USUAL_NAMES, Names
from gdviz.session.scene.pictures import Points

NO_ERRORS = np.empty((0, 3))


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
