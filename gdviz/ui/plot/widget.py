"""The plot in the window: shows a scene and says what a hand does with it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gdviz.calculus.view.viewport import Viewport
from gdviz.i18n import Translator
from gdviz.session.scene import Handle, PlotScene
from gdviz.ui.plot.axes import paper_for
from gdviz.ui.plot.foreground import Habits
from gdviz.ui.plot.frame import Edges, Frame
from gdviz.ui.plot.gestures import Hand
from gdviz.ui.plot.keys import Keys
from gdviz.ui.plot.layers import Layers
from gdviz.ui.plot.painter import paint_moving
from gdviz.ui.plot.picture import render_picture
from gdviz.ui.plot.trace import Tracer
from gdviz.ui.theme import Theme, theme

if TYPE_CHECKING:
    from gdviz.ui.plot.mark_card import Pointing

RESTS_AFTER = 40
"""Milliseconds without a change of the view after which a slow layer is painted after all."""
RUN_ENDS_AFTER = 600
"""Milliseconds without a change of the view after which the next one is another view."""
COMES_OR_GOES = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.ParentChange,
)
EMPTY = PlotScene(Viewport(-10.0, 10.0, -6.0, 6.0))


class PlotWidget(QWidget):
    """Paints a PlotScene. It owns no truth: what it shows is what it was last given.

    Signals: tangent_dragged(x), secant_dragged(Δx), start_dragged(x) while a handle is moved by
    hand or by keys, start_placed(x, y) in the plane of two parameters,
    drag_finished() when it is let go; view_changed(Viewport), view_reset(); view_rested() a while
    after a run of wheel or hand; earlier_view_wanted(), later_view_wanted() by a mouse's keys for
    that; resized(width, height) in device pixels.
    """

    tangent_dragged = Signal(float)
    secant_dragged = Signal(float)
    start_dragged = Signal(float)
    start_placed = Signal(float, float)
    drag_finished = Signal()
    view_changed = Signal(object)
    view_reset = Signal()
    view_rested = Signal()
    earlier_view_wanted = Signal()
    later_view_wanted = Signal()
    resized = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        # Events come as soon as there is a widget, before there is a hand to take them.
        self._hand: Hand | None = None
        self._tracer: Tracer | None = None
        super().__init__(parent)
        self.setObjectName("plot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMinimumSize(QSize(160, 120))
        self.scene = EMPTY
        self.theme = theme("light")
        self.focused_handle = ""
        self._standing: list[QWidget] = []
        self._passing: list[QWidget] = []
        self._layers = Layers()
        self._habits: Habits = {}
        self._marks: tuple[float, ...] = ()
        self._marks_up: tuple[float, ...] = ()
        self._marks_of: object = None
        self._hand = Hand(self)
        self._tracer = Tracer(self)
        self._keys = Keys(self)
        self._pointing: Pointing | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(self.update)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(0)
        self._ahead.timeout.connect(self._paint_ahead)
        self._run = QTimer(self)
        self._run.setSingleShot(True)
        self._run.setInterval(RUN_ENDS_AFTER)
        self._run.timeout.connect(self.view_rested)

    @property
    def frame(self) -> Frame:
        """How the plane lies under the pixels."""
        size = self.size()
        ratio = self.devicePixelRatioF()
        width, height = max(size.width(), 1), max(size.height(), 1)
        return Frame(self.scene.viewport, width, height, ratio, self._places_of(self._standing))

    def keep_clear(self, *widgets: QWidget) -> None:
        """Write no words where these stand over the plot, for as long as they do."""
        self._standing.extend(widgets)
        self._watch(widgets)

    def step_aside(self, *widgets: QWidget) -> None:
        """The same for what comes and goes while one types: only words that move go out of its
        way, for nothing else is worth painting anew."""
        self._passing.extend(widgets)
        self._watch(widgets)

    def _watch(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    def _places_of(self, widgets: Iterable[QWidget]) -> tuple[Edges, ...]:
        """Where they stand over the plot now, px."""
        shown = (w for w in widgets if w.parent() is self.parent() and not w.isHidden())
        places = [widget.geometry().translated(-self.pos()) for widget in shown]
        return tuple(
            (p.x(), p.y(), p.x() + p.width(), p.y() + p.height())
            for p in places
            if p.intersects(self.rect())
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands over the plot came, went or moved."""
        if event.type() in COMES_OR_GOES:
            self.update()
        return False

    def show_scene(self, scene: PlotScene) -> None:
        """Show this from now on."""
        if scene.description != self.scene.description:
            self.setAccessibleDescription(scene.description)
        before = self.scene
        is_other = scene.marks is not before.marks or scene.lines is not before.lines
        is_other = is_other or scene.viewport != before.viewport
        self.scene = scene
        if is_other and (scene.marks or scene.lines or self._pointing is not None):
            self._watch_pointer().look()
        in_hand = self._rest.isActive() or not self.isVisible()
        if in_hand or self._layers.shows(scene, self.theme, self.frame):
            self.update()
        else:
            self._ahead.start()

    @property
    def shows_exactly(self) -> bool:
        """Whether what stands still is painted as it is now, as well as can be."""
        return self._layers.shows(self.scene, self.theme, self.frame)

    def _paint_ahead(self) -> None:
        """What stands still, in a turn of the event loop of its own: a key that changes the curve
        waits for one of two paintings, not for both."""
        self._layers.prepare(self.scene, self.theme, self.frame)
        self.update()

    def _watch_pointer(self) -> "Pointing":
        """Loaded when something is marked: the start does not wait for it."""
        if self._pointing is None:
            from gdviz.ui.plot.mark_card import Pointing

            self._pointing = Pointing(self)
        return self._pointing

    def show_theme(self, new: Theme) -> None:
        """Colours and sizes from now on."""
        self.theme = new
        if self._pointing is not None:
            self._pointing.show_theme(new)
        self.update()

    def retranslate(self, tr: Translator) -> None:
        """Its name in another language."""
        self.setAccessibleName(tr("Plot"))

    def picture(self, scale: float | None = None) -> QImage:
        """The plot as it is seen, `scale` pixels to a pixel (the screen's own if None)."""
        ratio = self.devicePixelRatioF() if scale is None else scale
        return render_picture(self.scene, self.theme, self.width(), self.height(), ratio)

    @Property(list)
    def viewRange(self) -> list[float]:
        """x0, x1, y0, y1 of what is seen."""
        view = self.scene.viewport
        return [view.x0, view.x1, view.y0, view.y1]

    @Property(QRectF)
    def plotRect(self) -> QRectF:
        """The pixels of the axes' inside: all of them."""
        return QRectF(self.rect())

    @property
    def marks(self) -> tuple[float, ...]:
        """The round values that Ox is marked with."""
        self._find_marks()
        return self._marks

    @property
    def marks_up(self) -> tuple[float, ...]:
        """The same of Oy."""
        self._find_marks()
        return self._marks_up

    def _find_marks(self) -> None:
        key = (self.frame, self.theme, self.scene.units)
        if self._marks_of != key:
            self._marks_of = key
            paper = paper_for(*key[:2], *key[2])
            self._marks = tuple(paper.across.major.tolist())
            self._marks_up = tuple(paper.up.major.tolist())

    def marks_from(self, base: float) -> tuple[float, ...]:
        """Round distances from a point of Ox, 0 excepted, as far as there is anything in view."""
        width, view = self.mark_width, self.scene.viewport
        first, last = round((view.x0 - base) / width), round((view.x1 - base) / width)
        return tuple(number * width for number in range(first, last + 1) if number)

    @property
    def traced(self) -> float | None:
        """The x that the point which follows the pointer is at, while there is one."""
        return self._tracer.x if self._tracer is not None else None

    @property
    def mark_width(self) -> float:
        """The distance of two marks of Ox."""
        marks = self.marks
        return marks[1] - marks[0] if len(marks) > 1 else self.scene.viewport.width / 10

    def handles(self) -> tuple[Handle, ...]:
        """The handles, the one with the keyboard marked."""
        name = self.focused_handle if self.hasFocus() else ""
        return tuple(replace(h, focused=h.name == name) for h in self.scene.handles)

    def focus_handle(self, name: str) -> None:
        """Give the arrow keys to a handle, or take them from all ("")."""
        if name != self.focused_handle:
            self.focused_handle = name
            self.update()

    def move_handle(self, name: str, number: float) -> None:
        """Say that a handle was moved."""
        signals = {
            "x0": self.tangent_dragged,
            "delta_x": self.secant_dragged,
            "start": self.start_dragged,
        }
        signals[name].emit(number)

    def move_view(self, view: Viewport) -> None:
        """Say that the view was moved; until it rests, quick painting counts more than good."""
        self._rest.start()
        self._run.start()
        self.view_changed.emit(view)

    def rest_view(self) -> None:
        """Say that the view is not moved any further."""
        self._run.stop()
        self.view_rested.emit()

    def cancel(self) -> bool:
        """Let go of a box that is being drawn; whether there was one."""
        return self._hand is not None and self._hand.cancel()

    def walk_marks(self, *, forward: bool) -> bool:
        """Take the keyboard to the next mark or the one before; whether there is one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        has_marks = bool(self.scene.marks or self.scene.lines)
        return has_marks and self._watch_pointer().walk(forward=forward)

    def leave_mark(self) -> bool:
        """The keyboard goes from the mark it is at; whether it was at one."""
        return self._pointing is not None and self._pointing.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self.frame
        moving = self._rest.isActive()
        scene = replace(self.scene, handles=self.handles())
        with QPainter(self) as painter:
            sheet, is_fresh = self._layers.paint(painter, scene, self.theme, frame, moving=moving)
            over = self._places_of(self._passing)
            look, habits = self.theme, self._habits
            space = paint_moving(painter, scene, look, frame, sheet, habits, over)
            if self._tracer is not None and scene.trace is not None:
                self._tracer.paint(painter, frame, space)
            if self._pointing is not None:
                self._pointing.paint(painter)
            if self._hand is not None:
                self._hand.paint(painter)
        if not is_fresh and not self._rest.isActive():
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_size()

    def _tell_size(self) -> None:
        frame = self.frame
        self.resized.emit(round(frame.width * frame.ratio), round(frame.height * frame.ratio))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._tell_size()
        if self._tracer is not None and self.scene.trace is not None:
            self._tracer.hear(event)
        return (self._hand is not None and self._hand.event(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.release(event):
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._keys.turn(forward) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._keys.come(event.reason())
        self.update()
