"""The live document: a person's intents become edits, edits become results, views are told.

No Qt and no clock. Long work is done in slices: `advance(seconds)` goes on with it, so that the
caller's event loop is never held.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gdviz.calculus.tangent import LocalSlope
from gdviz.compute.protocol import Reply
from gdviz.document.document import Document, Panel
from gdviz.document.history import History
from gdviz.session.analysis import Analysis
from gdviz.session.compute import Computer
from gdviz.session.derivation import DerivationIntents
from gdviz.session.descent import DescentIntents
from gdviz.session.domain import well_placed
from gdviz.session.following import is_lost, is_replaced, seen_anew, showing
from gdviz.session.iterates import Iterates
from gdviz.session.marks import MarkWork
from gdviz.session.parameters import ParameterIntents
from gdviz.session.results import Results
from gdviz.session.secant import SecantIntents
from gdviz.session.trail import FRAME
from gdviz.session.views import Views
from gdviz.symbolic.questions import Question

if TYPE_CHECKING:
    from gdviz.session.plane import Plane

POINTS = ("tangent", "secant", "start")
"""Gestures that move a point of the plot."""


class Session:
    """Owns the document, its history and what was computed for it.

    `on_change` is called after every change of the document or of the results.
    """

    def __init__(self, document: Document | None = None) -> None:
        self._history = History(_framed_once(document or Document()))
        self._saved = self._history.current
        self._computer = Computer()
        self.derivation = DerivationIntents(self)
        self.parameters = ParameterIntents(self)
        self.secant = SecantIntents(self)
        self.descent = DescentIntents(self)
        self.iterates = Iterates(self)
        self.views = Views(self)
        self.on_change: Callable[[], None] = lambda: None
        self._computer.update(self.document)
        self.views.follow(None, retraces=False)

    @property
    def document(self) -> Document:
        return self._history.current

    @property
    def results(self) -> Results:
        return self._computer.results

    @property
    def local(self) -> LocalSlope | None:
        """f at x₀: value, slope, one-sided slopes; None where there is no function."""
        return self._computer.local(self.document.x0)

    @property
    def is_saved(self) -> bool:
        return self._history.current == self._saved

    @property
    def work_done(self) -> bool:
        """Whether the results are final for the document as it stands."""
        return self._computer.done

    @property
    def curves_done(self) -> bool:
        """Whether the curves are exact; what is found on them afterwards may be wanting yet."""
        return self._computer.curves_done

    def advance(self, seconds: float) -> bool:
        """Go on with unfinished curves and descents for about so long; True when all is done."""
        if self._computer.advance(seconds):
            self.on_change()
        return self.work_done

    @property
    def questions(self) -> Mapping[str, Question]:
        """What computer algebra is to be asked about the function as it stands, by topic."""
        return self._computer.questions

    def take(self, question: Question, reply: Reply) -> None:
        """What computer algebra answered."""
        if self._computer.take(question, reply):
            self.on_change()

    @property
    def marks(self) -> MarkWork:
        """How the answer that was checked is marked."""
        return self._computer.marks

    def edit(self, gesture: str | None = None, **changes: Any) -> None:
        """Change fields of the document. Edits of one gesture in a row are undone as one."""
        self.put(replace(self.document, **changes), gesture)

    def put(self, document: Document, gesture: str | None, *, retraces: bool = False) -> None:
        """Change to a whole new document. retraces: its view is one that was there before."""
        if document == self.document:
            return
        if document.seen_like(self.document) == self.document:
            self._history.amend(document)
        else:
            self._history.push(document, gesture)
        self._refresh(gesture, retraces=retraces)

    def _refresh(self, gesture: str | None = None, *, retraces: bool = False) -> None:
        self._computer.update(self.document)
        self.views.follow(gesture, retraces=retraces)
        self.on_change()

    @property
    def gesture(self) -> str | None:
        """What a hand is doing; None where the next change is one of its own."""
        return self._history.gesture

    def finish_gesture(self) -> None:
        """The hand let go, or typing paused: what comes next is a change of its own."""
        self._history.seal()

    def undo(self) -> None:
        if self._history.can_undo:
            self._retrace(self._history.undo)

    def redo(self) -> None:
        if self._history.can_redo:
            self._retrace(self._history.redo)

    def _retrace(self, go: Callable[[], None]) -> None:
        """To the work as it was; the panel that is open stays open."""
        before = self.document
        go()
        self._history.amend(self.document.seen_like(before))
        self._refresh(retraces=True)

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def open(self, document: Document) -> None:
        """Start afresh with a document: new, or from a file."""
        self._history = History(_framed_once(document))
        self._saved = self.document
        self.views.forget()
        self._refresh()

    def restore(self, document: Document) -> None:
        """Put an unsaved document in the place of the present one; it stays unsaved."""
        self.put(_framed_once(document), None)

    def mark_saved(self) -> None:
        self._saved = self.document
        self.on_change()

    def type_text(self, text: str) -> None:
        """A view that was moved stays, unless this is another function or the curve is not in it:
        then it is the automatic one from the first line on that can be read. x₀ and w₀, as long as
        nobody has put them anywhere, are put anew for every line: typed key by key it is shown as
        if it came at once."""
        before, document = self.results.line, self.document.at_home().with_text(text)
        if before is not None and is_replaced(before.formula.text, text):
            document = document.started_anew()
        self.put(document.framed(), "typing")
        if is_lost(self.document, self.results, before):
            self.views.forget()
            self.put(seen_anew(self.document), "typing")
        if (places := self._places()) is not None:
            document = self.document.settled_at(*places)
            if document.present_framing != self.document.present_framing:
                self.put(document.framed(), "typing")
        self._begin_anew(before, "typing")

    def choose_text(self, text: str, **others: Any) -> None:
        """A whole new line at once (an example, the other reading): with a view of its own.

        `others` are fields that change with it. On a plane a descent starts where that shows
        something, unless they say where.
        """
        self.choose(replace(self.document.with_text(text).started_anew(), **others))

    def choose(self, document: Document) -> None:
        """The same, the document being given as a whole."""
        self.finish_gesture()
        before = self.results.line
        self.put(replace(document, viewport=None, step=0).framed(), "choice")
        self._settle()
        self._begin_anew(before, "choice")
        self.finish_gesture()

    def _begin_anew(self, before: "Analysis | Plane | None", gesture: str) -> None:
        """Another function has its descent at the start, and a Δx that can be seen."""
        now, document = self.results.line, self.document
        if now is None or (before is not None and now.formula.body == before.formula.body):
            return
        anew = replace(document, step=0, secant=self.secant.for_another_function())
        is_framed = anew.present_framing == document.present_framing
        self.put(anew if is_framed else anew.framed(), gesture)

    def open_text(self, text: str) -> None:
        """Start afresh with a line."""
        self.choose_text(text)
        self.open(self.document)

    def _settle(self) -> None:
        """Bring x₀ and w₀ to where the function is defined, if they are where it is not, and where
        what matters can be seen with them."""
        if (places := self._places()) is not None:
            settings = replace(self.document.descent, start=places[1])
            document = replace(self.document, x0=places[0], descent=settings)
            self.put(document.framed(), "choice")

    def _places(self) -> tuple[float, float] | None:
        """Where x₀ and w₀ are well seen on the line, if it can be read."""
        analysis, view = self.results.analysis, self.results.viewport
        if analysis is None or self.results.error is not None:
            return None
        return well_placed(analysis.function, view, self.document.x0, self.document.descent.start)

    def move_tangent(self, x: float) -> None:
        self.edit("tangent", x0=x)

    def type_x0(self, x: float) -> None:
        self.put(showing(replace(self.document, x0=x), self.results, x), None)

    def gesture_or(self, other: str) -> str:
        """The move of a point that is going on, else another gesture."""
        return self.gesture if self.gesture is not None and self.gesture in POINTS else other

    def automatic_view(self) -> None:
        self._computer.frame_anew()
        self.finish_gesture()
        self.put(seen_anew(self.document), FRAME)
        self._refresh(FRAME)

    def resize_plot(self, width: int, height: int) -> None:
        """The plot's size in pixels: the curve is sampled for it."""
        self._computer.resize(width, height)
        self._refresh()

    def resize_lower_plot(self, width: int, height: int) -> None:
        """The same of the plot below, where f′ and f″ have one."""
        self._computer.resize_lower(width, height)
        self._refresh()

    def show(self, what: str, visible: bool) -> None:
        """Switch something on or off; a plot below is not empty at first."""
        shown = replace(self.document.shown, **{what: visible})
        if visible and what == "below" and not shown.lower_plot:
            shown = replace(shown, derivative=True)
        is_new_secant = visible and what == "secant"
        self.edit(shown=shown, secant=self.secant.seen() if is_new_secant else self.document.secant)

    def switch(self, field: str, on: bool) -> None:
        """Switch a field of the document that is either on or off."""
        self.edit(None, **{field: on})

    def open_panel(self, panel: Panel) -> None:
        self.edit(panel=panel, panel_open=True)


def _framed_once(document: Document) -> Document:
    """A document that was not framed yet, framed for things as they stand."""
    return document if document.framing is not None else document.framed()
