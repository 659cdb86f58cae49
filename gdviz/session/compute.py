"""From the document to the results, doing again only what a change made stale."""

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.half_names import begins_name, continues_name
from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Pane, Viewport
from gdviz.compute.protocol import Reply
from gdviz.document.document import Document, Framing, Shown
from gdviz.session.analysis import Analysis, read_line, with_parameters
from gdviz.session.below import lower_view
from gdviz.session.exact import ExactWork
from gdviz.session.marking import PlaceWork
from gdviz.session.marks import MarkWork
from gdviz.session.results import Results
from gdviz.session.work import CurveWork, PathWork
from gdviz.symbolic.questions import Question

if TYPE_CHECKING:
    from gdviz.session.map_work import MapWork
    from gdviz.session.mark_names import MarkNames, NameWork
    from gdviz.session.plane import Plane

FIRST_SLICE = 0.003
"""Seconds for a first, coarse answer at once; the rest is done in `advance`."""
SAME_SCALE = 1e-3
"""Axes whose scales differ by less than this share count as equal."""


class Computer:
    """Keeps the results of a document up to date. Stale work is dropped, never waited for."""

    def __init__(self) -> None:
        self.results = Results(None, None, Viewport(-10, 10, -6, 6), equal_scales=True)
        self._size = (960, 600)
        self._lower_size = (960, 240)
        self._lower: tuple[object, Viewport] | None = None
        self._text: tuple[str, tuple[tuple[str, float], ...]] | None = None
        self._before_name: Analysis | Plane | None = None
        self._automatic: Viewport | None = None
        self._automatic_of: object = None
        self._equal: tuple[object, Viewport] | None = None
        self._curve = CurveWork()
        self._path = PathWork()
        self.exact = ExactWork()
        self.marks = MarkWork()
        self._places = PlaceWork()
        self._mark_names: NameWork | None = None
        self._map: MapWork | None = None
        self._local: LocalSlope | None = None
        self._local_of: tuple[Analysis, float] | None = None

    @property
    def done(self) -> bool:
        works = (self._curve, self._path, self.exact, self.marks, self._places)
        return all(work.done for work in works) and (self._map is None or self._map.done)

    @property
    def curves_done(self) -> bool:
        return self._curve.done

    def update(self, document: Document) -> None:
        """Bring the results to the document, unfinished ones as far as a short time allows."""
        line, error = self._read(document)
        viewport = self._viewport(document, line, error)
        equal = self._equal_scales(viewport)
        shown = document.shown
        analysis = line if isinstance(line, Analysis) else None
        below = self._lower_view(analysis, viewport, shown)
        self._curve.aim(
            analysis,
            viewport,
            self._size,
            derivative=shown.derivative,
            second=shown.second,
            below=None if below is None else Pane(below, *self._lower_size),
        )
        self._path.aim(line, document.descent)
        self._aim_map(None if line is analysis else line, viewport)
        answer = _checked_answer(document, analysis)
        self.exact.aim(analysis, viewport, document.x0, answer)
        self.marks.aim(analysis, answer)
        marked = analysis if shown.marks else None
        self._places.aim(marked, viewport, self._size, notable=shown.notable)
        self.results = Results(line, error, viewport, equal, below)
        self._work(FIRST_SLICE)

    def _aim_map(self, plane: "Plane | Analysis | None", viewport: Viewport) -> None:
        """Loaded when there is something to map: the start does not wait for it."""
        if isinstance(plane, Analysis) or (plane is None and self._map is None):
            return
        if self._map is None:
            from gdviz.session.map_work import MapWork

            self._map = MapWork()
        self._map.aim(plane, viewport, self._size)

    def advance(self, seconds: float) -> bool:
        """Go on with what is unfinished; whether there is anything new to show."""
        if self.done:
            return False
        before = self.results
        if self._curve.done and self._path.done and (self._map is None or self._map.done):
            self._search(seconds)
        self._work(seconds)
        return self.results is not before

    def _search(self, seconds: float) -> None:
        """What is found out once the picture is there."""
        if not self.exact.done:
            self.exact.advance()
        elif self.marks.done:
            self._places.advance(seconds)

    @property
    def questions(self) -> Mapping[str, Question]:
        """What computer algebra is to be asked, by topic."""
        named = {} if self._mark_names is None else self._mark_names.questions
        return {**self.exact.questions, **named}

    def take(self, question: Question, reply: Reply) -> bool:
        """An answer of computer algebra; whether there is anything new to show."""
        before = self.results
        self.exact.take(question, reply)
        if self._mark_names is not None:
            self._mark_names.take(question, reply)
        self._work(0.0)
        return self.results is not before

    def _work(self, seconds: float) -> None:
        """First the curve, then the answer, then the descent, in what is left of the time.

        Results with nothing new in them stay the same object: nothing has to be painted.
        """
        ends = perf_counter() + seconds
        self._curve.advance(seconds)
        if self._map is not None:
            self._map.advance(seconds)
        self.marks.advance(ends - perf_counter())
        self._path.advance(ends - perf_counter())
        names = self._names_of_marks()
        found: dict[str, Any] = {
            "curve": self._curve.function,
            "derivative": self._curve.derivative,
            "second": self._curve.second,
            "landmarks": self._curve.landmarks,
            "descent": self._path.descent,
            "run": self._path.run,
            "trouble": self._path.trouble,
            "complete": self._path.done,
            "findings": self.exact.findings,
            "mark": self.marks.mark,
            "marking_takes_long": self.marks.takes_long,
            "curve_marks": self._places.marks,
            "mark_names": names,
        }
        if self._map is not None:
            found |= {"contours": self._map.contours, "hollows": self._map.hollows}
        if any(getattr(self.results, name) is not value for name, value in found.items()):
            self.results = replace(self.results, **found)

    def _names_of_marks(self) -> "MarkNames":
        """Loaded when something is marked: the start does not wait for it."""
        marks = self._places.marks
        if self._mark_names is None:
            if marks is None or not marks.marks:
                return self.results.mark_names
            from gdviz.session.mark_names import NameWork

            self._mark_names = NameWork()
        self._mark_names.aim(self.results.analysis, marks)
        return self._mark_names.names

    def local(self, x0: float) -> LocalSlope | None:
        """f at x₀, computed once for as long as neither moves."""
        analysis = self.results.analysis
        if analysis is None:
            return None
        if self._local is None or self._local_of != (analysis, x0):
            self._local, self._local_of = analysis.function.at(x0), (analysis, x0)
        return self._local

    def frame_anew(self) -> None:
        """Choose the automatic view again at the next update."""
        self._automatic = None

    def resize(self, width: int, height: int) -> None:
        """The plot's size in pixels."""
        self._size = (max(width, 1), max(height, 1))

    def resize_lower(self, width: int, height: int) -> None:
        """The same of the plot that f′ and f″ may have below it."""
        self._lower_size = (max(width, 1), max(height, 1))

    def _lower_view(
        self, analysis: Analysis | None, view: Viewport, shown: Shown
    ) -> Viewport | None:
        """Looked for anew only where the curves or the sides of the view are others."""
        if analysis is None or not shown.lower_plot:
            return None
        key = (analysis, view.x0, view.x1, shown.derivative, shown.second)
        if self._lower is None or self._lower[0] != key:
            self._lower = key, lower_view(analysis, view, shown)
        return self._lower[1]

    def _read(self, document: Document) -> "tuple[Analysis | Plane | None, ParseError | None]":
        """The last line that made sense stays while the present one does not."""
        line = (document.text, document.parameters)
        if line == self._text:
            return self.results.line, self.results.error
        self._text = line
        try:
            found = read_line(document.text, dict(document.parameters))
        except ParseError as error:
            return self._last(document.text), error
        if not begins_name(document.text):
            self._before_name = found
        return found, None

    def _last(self, text: str) -> "Analysis | Plane | None":
        """The last function; not si, if it turns out now that sin(x was meant."""
        last = self.results.line
        if last is not None and continues_name(last.formula.text, text):
            return self._before_name or last
        return last

    def _viewport(
        self, document: Document, line: "Analysis | Plane | None", error: ParseError | None
    ) -> Viewport:
        """A line that makes no sense leaves the automatic view where it is."""
        if document.viewport is not None:
            view = document.viewport
        elif line is None or (error is not None and self._automatic is None):
            view = self.results.viewport
        else:
            view = self._automatic_view(document, line, is_current=error is None)
        if document.equal_axes:
            return self._equalised(view, document, line)
        self._equal = None
        return view

    def _equalised(
        self, view: Viewport, document: Document, line: "Analysis | Plane | None"
    ) -> Viewport:
        """With one scale; the curve is looked at once for each view of a line, so that nothing
        jumps while a parameter moves."""
        from gdviz.calculus.view.equalising import equalised  # which the start does not wait for

        key = (view, self._size, None if line is None else line.formula.text)
        if self._equal is None or self._equal[0] != key:
            framing = dict((document.framing or document.present_framing).parameters)
            framed = with_parameters(line, framing) if isinstance(line, Analysis) else None
            value = None if framed is None else framed.function.value
            self._equal = key, equalised(view, self._size, value, document.x0)
        return self._equal[1]

    def _automatic_view(
        self, document: Document, line: "Analysis | Plane", *, is_current: bool
    ) -> Viewport:
        framing = document.framing or document.present_framing
        size = None if isinstance(line, Analysis) else self._size
        key = (line.formula.text, framing, size)  # scales are to stay equal in a plane
        if self._automatic is None or (is_current and key != self._automatic_of):
            self._automatic, self._automatic_of = self._frame(framing, line), key
        return self._automatic

    def _frame(self, framing: Framing, line: "Analysis | Plane") -> Viewport:
        framed = with_parameters(line, dict(framing.parameters))
        width, height = self._size
        if not isinstance(framed, Analysis):
            return framed.view_of(framing, width / height)
        return automatic_viewport(framed.function, framing.points, width / height)

    def _equal_scales(self, view: Viewport) -> bool:
        width, height = self._size
        across, up = view.width / width, view.height / height
        return abs(across - up) <= SAME_SCALE * max(across, up)


def _checked_answer(document: Document, analysis: Analysis | None) -> Expression | None:
    """The answer to the exercise as it was checked."""
    attempt = document.attempt.at(document.text)
    if analysis is None or not attempt.checked:
        return None
    from gdviz.practice.marking import read_answer  # which the start does not wait for

    try:
        return read_answer(attempt.answer, analysis.formula).body
    except ParseError:
        return None
