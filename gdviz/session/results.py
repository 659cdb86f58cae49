"""What was computed for a document: an immutable snapshot that the scenes are resolved from."""

from dataclasses import dataclass

from gdviz.calculus.formula import ParseError
from gdviz.calculus.sampling import Samples
from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.run import Descent
from gdviz.descent.trouble import DescentError
from gdviz.session.analysis import Analysis


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """`analysis` belongs to the last line that made sense; `error` to the line as it stands now.

    curve, derivative: samples for the viewport, coarse at first. landmarks: zeros and extrema in
    view, once the curve is exact. descent: the iterates so far,
    None where there is no function, or `trouble` why it can't begin; complete: whether it ran to
    its stop.
    """

    analysis: Analysis | None
    error: ParseError | None
    viewport: Viewport
    equal_scales: bool
    curve: Samples | None = None
    derivative: Samples | None = None
    landmarks: tuple[float, ...] = ()
    descent: Descent | None = None
    trouble: DescentError | None = None
    complete: bool = True
