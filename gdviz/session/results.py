"""What was computed for a document: an immutable snapshot that the scenes are resolved from."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gdviz.calculus.formula import ParseError
from gdviz.calculus.sampling import Samples
from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.run import Descent, Run
from gdviz.descent.trouble import DescentError
from gdviz.session.analysis import Analysis
from gdviz.session.exact import NOTHING_FOUND, Findings

if TYPE_CHECKING:
    from gdviz.calculus.contours import Contours
    from gdviz.calculus.marks import Marks
    from gdviz.calculus.view.hollows import Hollow
    from gdviz.practice.marking import Mark
    from gdviz.session.mark_names import MarkNames
    from gdviz.session.plane import Plane


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """`line` is the last one that made sense; `error` belongs to the line as it stands now.

    below: the view of the plot that f′ and f″ have below that of f, where they have one.
    curve, derivative, second: samples for the viewport, coarse at first. landmarks: zeros and
    extrema in
    view, once the curve is exact. descent: the iterates so far,
    None where there is no function, or `trouble` why it can't begin; run: what they come from, with
    the optimiser's state at each; complete: whether it ran to
    its stop. findings: points with f′ = 0, and what algebra has said of them and of f′. mark: of
    the answer that was checked, None while it is being marked. curve_marks: what is worth a mark
    on the curve of f, None until it was looked for; mark_names: what algebra has named of it.

    Of a function of two variables: contours, its map, coarse at first; hollows: its minima in view.
    """

    line: "Analysis | Plane | None"
    error: ParseError | None
    viewport: Viewport
    equal_scales: bool
    below: Viewport | None = None
    curve: Samples | None = None
    derivative: Samples | None = None
    second: Samples | None = None
    landmarks: tuple[float, ...] = ()
    descent: Descent | None = None
    run: Run | None = None
    trouble: DescentError | None = None
    complete: bool = True
    findings: Findings = NOTHING_FOUND
    mark: "Mark | None" = None
    marking_takes_long: bool = False
    curve_marks: "Marks | None" = None
    mark_names: "MarkNames" = field(default_factory=dict)

    contours: "Contours | None" = None
    hollows: "tuple[Hollow, ...]" = ()

    @property
    def analysis(self) -> Analysis | None:
        """The line, where it is a function of one variable."""
        return self.line if isinstance(self.line, Analysis) else None

    @property
    def plane(self) -> "Plane | None":
        """The line, where it is a function of two."""
        return None if self.line is None or isinstance(self.line, Analysis) else self.line

    def derived(self, by: str) -> Analysis | None:
        """The line as the function of one variable that is derived: of two variables, `by`."""
        return self.plane.partial(by) if self.plane is not None else self.analysis

    @property
    def pictured(self) -> tuple[object, ...]:
        """Of these, what is in the plot."""
        return (
            *(self.line, self.error, self.viewport, self.equal_scales, self.below),
            *(self.curve, self.derivative, self.second, self.landmarks),
            *(self.descent, self.trouble, self.complete, self.contours, self.hollows),
            *self.marked,
        )

    @property
    def marked(self) -> tuple[object, ...]:
        """Of these, what is shown of the marks."""
        if not self.curve_marks:
            return ()
        findings = self.findings
        return self.curve_marks, findings.points, findings.corners, self.mark_names
