"""The keyboard on the plot: a handle that has it is moved by the arrows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from gdviz.session.scene import Handle
from gdviz.ui.plot.snapping import COARSE, FINE, nudged
from gdviz.ui.plot.viewing import NOTCH, brought_in, panned, turned, zoomed

if TYPE_CHECKING:
    from gdviz.ui.plot.widget import PlotWidget

WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
ZOOMS = {Qt.Key.Key_Plus: NOTCH, Qt.Key.Key_Equal: NOTCH, Qt.Key.Key_Minus: 1 / NOTCH}
PANS = {
    Qt.Key.Key_Left: (1.0, 0.0),
    Qt.Key.Key_Right: (-1.0, 0.0),
    Qt.Key.Key_Down: (0.0, -1.0),
    Qt.Key.Key_Up: (0.0, 1.0),
}
"""With Shift, where the plane goes when no handle has the keyboard, pixels being counted down."""
UPRIGHT = (Qt.Key.Key_Down, Qt.Key.Key_Up)
PAN = 0.1
"""Of the view's width and height, by one press."""
MODIFIERS = Qt.KeyboardModifier
STEPS_A_MARK = 10
"""Plain steps from one mark of Ox to the next."""
RESTS_AFTER = 150
"""Milliseconds after a key was let go until the move counts as over: a key that repeats while it
is held looks, to a busy program, as if it were let go each time."""


class Keys:
    """What keys do on one plot. Keys that it has no use for go on to the window."""

    def __init__(self, plot: "PlotWidget") -> None:
        self._plot = plot
        self._rest = QTimer(plot)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(plot.drag_finished)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was meant for the plot."""
        key, held = Qt.Key(event.key()), event.modifiers()
        handle = self._focused()
        if held & MODIFIERS.AltModifier:
            return False
        if key == Qt.Key.Key_Escape and (
            self._plot.cancel() or self._plot.leave_mark() or handle is not None
        ):
            self._plot.focus_handle("")
            return True
        if key in WAYS and handle is not None and handle.is_free:
            self._place(handle, key, held)
            return True
        if key in WAYS and handle is not None:
            self._move(handle, WAYS[key], held)
            return True
        if key in PANS and held & MODIFIERS.ShiftModifier:
            self._pan(*PANS[key])
            return True
        if key in ZOOMS and not held & MODIFIERS.ControlModifier:
            self._zoom(ZOOMS[key])
            return True
        return False

    def release(self, event: QKeyEvent) -> bool:
        """A key let go ends the move, so that it is undone as one."""
        if event.key() in WAYS and self._focused() is not None:
            if not event.isAutoRepeat():
                self._rest.start()
            return True
        return False

    def turn(self, forward: bool) -> bool:
        """Tab goes through the handles before it leaves the plot; whether it stays."""
        names = [handle.name for handle in self._plot.scene.handles]
        focused = self._focused()
        if focused is not None:
            place = names.index(focused.name) + (1 if forward else -1)
        else:
            place = 0 if forward else -1
        inside = 0 <= place < len(names)
        self._plot.focus_handle(names[place] if inside else "")
        return inside

    def come(self, reason: Qt.FocusReason) -> None:
        """Tab brought the keyboard here: to the first handle, or from behind to the last."""
        names = [handle.name for handle in self._plot.scene.handles]
        if names and reason == Qt.FocusReason.TabFocusReason:
            self._plot.focus_handle(names[0])
        elif names and reason == Qt.FocusReason.BacktabFocusReason:
            self._plot.focus_handle(names[-1])

    def _focused(self) -> Handle | None:
        name = self._plot.focused_handle
        return next((handle for handle in self._plot.scene.handles if handle.name == name), None)

    def _place(self, handle: Handle, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """A handle that goes anywhere goes the way of the arrow; the view goes along."""
        plot = self._plot
        self._rest.stop()
        step = plot.mark_width / STEPS_A_MARK * _stride(held)
        x, y = handle.x, handle.y or 0.0
        if key in UPRIGHT:
            y = nudged(y, step, WAYS[key])
        else:
            x = nudged(x, step, WAYS[key])
        view = brought_in(plot.scene.viewport, x)
        view = turned(brought_in(turned(view), y))
        plot.start_placed.emit(x, y)
        if view != plot.scene.viewport:
            plot.move_view(view)

    def _move(self, handle: Handle, way: int, held: Qt.KeyboardModifier) -> None:
        plot = self._plot
        self._rest.stop()
        step = plot.mark_width / STEPS_A_MARK * _stride(held)
        number = nudged(handle.number, step, way)
        if handle.base is not None and number == 0.0:
            number = nudged(number, step, way)
        view = brought_in(plot.scene.viewport, number + (handle.base or 0.0))
        plot.move_handle(handle.name, number)
        if view != plot.scene.viewport:
            plot.move_view(view)

    def _pan(self, across: float, down: float) -> None:
        frame = self._plot.frame
        by = QPointF(PAN * frame.width * across, PAN * frame.height * down)
        self._plot.move_view(panned(frame, by))

    def _zoom(self, factor: float) -> None:
        frame = self._plot.frame
        middle = QPointF(frame.width / 2, frame.height / 2)
        self._plot.move_view(zoomed(frame, middle, factor, factor))


def _stride(held: Qt.KeyboardModifier) -> float:
    """How many plain steps the arrows go: coarser with Shift, finer with Ctrl."""
    if held & MODIFIERS.ShiftModifier:
        return COARSE
    return FINE if held & MODIFIERS.ControlModifier else 1.0
