"""The hand on the plot: takes handles, draws the plane along, zooms, boxes.

Every gesture is a small object made when a button goes down; the mouse's moves go to it until it
comes up.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent

from gdviz.session.scene import Handle
from gdviz.ui.plot.boxing import Boxing
from gdviz.ui.plot.fingers import Fingers
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.handles import place
from gdviz.ui.plot.snapping import constrained
from gdviz.ui.plot.viewing import NOTCH, panned, turned, zoomed

if TYPE_CHECKING:
    from gdviz.ui.plot.widget import PlotWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CURSORS = Qt.CursorShape
AXIS_STRIP = 2.2
"""Half the width of the strip along an axis that zooms and pans that axis alone, in tick sizes."""
EARLIER, LATER = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


class Gesture(Protocol):
    """A button is down."""

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        """The mouse is there now."""

    def finish(self) -> None:
        """The button came up."""


class Dragging:
    """A handle is held; it keeps its distance from the pointer."""

    def __init__(self, plot: "PlotWidget", handle: Handle, at: QPointF) -> None:
        self._plot, self._name, self._base = plot, handle.name, handle.base
        self._offset = place(handle, plot.frame).x() - at.x()
        self._moved = False

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        plot = self._plot
        frame = plot.frame
        x = frame.x_at(min(max(at.x() + self._offset, 0.0), frame.width))
        self._moved = True
        plot.move_handle(self._name, self._number(x, free=bool(held & ALT)))

    def _number(self, x: float, *, free: bool) -> float:
        """What the handle's control is to show: x, or its distance from the base, at a round value
        if it is near one and not `free`."""
        plot, base = self._plot, self._base or 0.0
        if free:
            return x - base
        marks = plot.marks if self._base is None else plot.marks_from(self._base)
        places = (place - base for place in plot.scene.landmarks)
        return constrained(x - base, plot.frame, marks, places, base)

    def finish(self) -> None:
        if self._moved:
            self._plot.drag_finished.emit()


class Placing:
    """A handle that goes anywhere in the plane is held; it keeps its distance from the pointer."""

    def __init__(self, plot: "PlotWidget", handle: Handle, at: QPointF) -> None:
        self._plot = plot
        self._offset = place(handle, plot.frame) - at
        self._moved = False

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        plot, frame, here = self._plot, self._plot.frame, at + self._offset
        x = frame.x_at(min(max(here.x(), 0.0), frame.width))
        y = frame.y_at(min(max(here.y(), 0.0), frame.height))
        self._moved = True
        if held & ALT:
            plot.start_placed.emit(x, y)
            return
        up = Frame(turned(frame.viewport), frame.height, frame.width)
        plot.start_placed.emit(
            constrained(x, frame, plot.marks, ()), constrained(y, up, plot.marks_up, ())
        )

    def finish(self) -> None:
        if self._moved:
            self._plot.drag_finished.emit()


class Panning:
    """The plane is drawn along, along one axis alone if it was taken by that axis."""

    def __init__(self, plot: "PlotWidget", at: QPointF, strip: str) -> None:
        self._plot, self._start, self._frame = plot, at, plot.frame
        self._across, self._up = strip != "y", strip != "x"

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        by = at - self._start
        view = panned(self._frame, by, across=self._across, up=self._up)
        self._plot.move_view(view)

    def finish(self) -> None:
        self._plot.drag_finished.emit()


class Hand:
    """Mouse, wheel and fingers on one plot."""

    def __init__(self, plot: "PlotWidget") -> None:
        self._plot = plot
        self._gesture: Gesture | None = None
        self._fingers = Fingers(plot, self)
        self._events: dict[QEvent.Type, Callable[[Any], bool]] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.Wheel: self._wheel,
            QEvent.Type.NativeGesture: self._native_gesture,
            QEvent.Type.TouchBegin: self._fingers.event,
            QEvent.Type.TouchUpdate: self._fingers.event,
            QEvent.Type.TouchEnd: self._fingers.event,
            QEvent.Type.TouchCancel: self._fingers.event,
        }

    def event(self, event: QEvent) -> bool:
        """Whether the event was one of the hand's."""
        take = self._events.get(event.type())
        if take is None or not take(event):
            return False
        event.accept()
        return True

    def paint(self, painter: QPainter) -> None:
        """The box that is being drawn."""
        if isinstance(self._gesture, Boxing):
            self._gesture.paint(painter)

    def cancel(self) -> bool:
        """Let go of a box that is being drawn; whether there was one."""
        if not isinstance(self._gesture, Boxing):
            return False
        self._gesture.cancel()
        self._gesture = None
        self._plot.unsetCursor()
        return True

    def handle_at(self, at: QPointF) -> Handle | None:
        """The nearest handle whose hit area the point is in."""
        frame, reach = self._plot.frame, self._plot.theme.sizes.hit / 2
        near = [(_distance(place(h, frame), at), h) for h in self._plot.scene.handles]
        hit = [pair for pair in near if pair[0] <= reach]
        return min(hit, key=lambda pair: pair[0])[1] if hit else None

    def strip_at(self, at: QPointF) -> str:
        """The axis along whose numbers the point is: "x", "y" or ""."""
        frame, half = self._plot.frame, self._strip
        if abs(at.y() - frame.ox) <= half:
            return "x"
        return "y" if abs(at.x() - frame.oy) <= half else ""

    @property
    def _strip(self) -> float:
        """Half the width of an axis' strip, px."""
        return AXIS_STRIP * self._plot.theme.sizes.tick

    def lone_axis(self, at: QPointF) -> str:
        """The axis that is zoomed alone there; none while axes are to stay equal."""
        return "" if self._plot.scene.equal_axes else self.strip_at(at)

    @property
    def holds(self) -> bool:
        """Whether a gesture goes on."""
        return self._gesture is not None

    def take(self, at: QPointF, *, boxing: bool = False) -> None:
        """Begin with what is there: a handle, an axis, the plane, or a box."""
        handle = None if boxing else self.handle_at(at)
        self._plot.setFocus(Qt.FocusReason.MouseFocusReason)
        self._plot.focus_handle(handle.name if handle else "")
        if handle is not None:
            kind = Placing if handle.is_free else Dragging
            self._gesture = kind(self._plot, handle, at)
        elif boxing:
            self._gesture = Boxing(self._plot, at, self.strip_at(at), self._strip)
        else:
            self._gesture = Panning(self._plot, at, self.strip_at(at))

    def move(self, at: QPointF, held: Qt.KeyboardModifier) -> None:
        """Go on with the gesture."""
        if self._gesture is not None:
            self._gesture.move(at, held)

    def let_go(self) -> None:
        """The gesture is over."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish()

    def _press(self, event: QMouseEvent) -> bool:
        at, button = event.position(), event.button()
        if button in (EARLIER, LATER):
            wanted = (self._plot.earlier_view_wanted, self._plot.later_view_wanted)
            wanted[button == LATER].emit()
            return True
        if button not in (LEFT, RIGHT) or self.holds:
            return False
        with_shift = bool(event.modifiers() & SHIFT) and self.handle_at(at) is None
        self.take(at, boxing=button == RIGHT or with_shift)
        self._show_cursor(at)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self.holds:
            self.move(event.position(), event.modifiers())
        else:
            self._show_cursor(event.position())
        return True

    def _release(self, event: QMouseEvent) -> bool:
        held = self.holds
        self.let_go()
        self._show_cursor(event.position())
        return held

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != LEFT:
            return False
        if self.handle_at(event.position()) is None:
            self._plot.view_reset.emit()
            return True
        return self._press(event)

    def _wheel(self, event: QWheelEvent) -> bool:
        turns = event.angleDelta().y() / 120
        if turns:
            self._zoom(event.position(), NOTCH**turns)
        return bool(turns)

    def _native_gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(event.position(), 1.0 / max(1.0 + event.value(), 0.1))
        return True

    def _zoom(self, at: QPointF, factor: float) -> None:
        strip = self.lone_axis(at)
        factor_x, factor_y = (1.0 if strip == "y" else factor), (1.0 if strip == "x" else factor)
        self._plot.move_view(zoomed(self._plot.frame, at, factor_x, factor_y))

    def _show_cursor(self, at: QPointF) -> None:
        if isinstance(self._gesture, Dragging | Placing | Panning):
            shape = CURSORS.ClosedHandCursor
        elif isinstance(self._gesture, Boxing):
            shape = CURSORS.CrossCursor
        elif self.handle_at(at) is not None:
            shape = CURSORS.OpenHandCursor
        else:
            strips = {"x": CURSORS.SizeHorCursor, "y": CURSORS.SizeVerCursor}
            shape = strips.get(self.strip_at(at), CURSORS.ArrowCursor)
        if self._plot.cursor().shape() != shape:
            self._plot.setCursor(shape)


def _distance(one: QPointF, other: QPointF) -> float:
    between = one - other
    return float((between.x() ** 2 + between.y() ** 2) ** 0.5)
