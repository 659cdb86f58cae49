"""A hand on a plot, and an ear for what the plot says."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import PlotScene
from gdviz.ui.plot import PlotWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SIGNALS = (
    *(
        "tangent_dragged",
        "start_dragged",
        "start_placed",
        "drag_finished",
        "view_changed",
        "view_reset",
    ),
    *("earlier_view_wanted", "later_view_wanted"),
)


class Window(QWidget):
    """Stands for the main window: hears of the keys that the plot has no use for."""

    def __init__(self) -> None:
        super().__init__()
        self.unused: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.unused.append(event.key())


def put_up(qtbot: QtBot, window: Window, scene: PlotScene, width: int, height: int) -> PlotWidget:
    """A plot that shows a scene in a window, both so many pixels large; it has the keyboard."""
    plot = PlotWidget(window)
    plot.setGeometry(0, 0, width, height)
    window.resize(width, height)
    plot.show_scene(scene)
    window.show()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    return plot


class Heard:
    """What a plot has said, in order."""

    def __init__(self, plot: PlotWidget) -> None:
        self.said: list[tuple[str, object]] = []
        for name in SIGNALS:
            getattr(plot, name).connect(self._hearing(name))

    def _hearing(self, name: str) -> Callable[..., None]:
        return lambda *values: self.said.append((name, values[0] if values else None))

    def names(self) -> list[str]:
        return [name for name, _ in self.said]

    def last(self, name: str) -> object:
        return [value for said, value in self.said if said == name][-1]

    def view(self) -> Viewport:
        found = self.last("view_changed")
        assert isinstance(found, Viewport)
        return found


def pixel(plot: PlotWidget, x: float, y: float) -> QPointF:
    return plot.frame.point(x, y)


def mouse(
    plot: PlotWidget,
    kind: QEvent.Type,
    at: QPointF,
    button: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NOTHING,
) -> None:
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    one = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    event = QMouseEvent(kind, at, plot.mapToGlobal(at), one, down, held)
    QApplication.sendEvent(plot, event)


def drag(
    plot: PlotWidget,
    start: QPointF,
    *way: QPointF,
    button: Qt.MouseButton = LEFT,
    held: Qt.KeyboardModifier = NOTHING,
) -> None:
    mouse(plot, QEvent.Type.MouseButtonPress, start, button, held)
    for at in way:
        mouse(plot, QEvent.Type.MouseMove, at, button, held)
    mouse(plot, QEvent.Type.MouseButtonRelease, way[-1], button, held)


def wheel(plot: PlotWidget, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at, plot.mapToGlobal(at), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, NOTHING, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot, event)
