"""A person at the window: takes hold of what is seen, by the names that controls have."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gdviz.ui.controller import Controller
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.numbers import read_number
from tests.x11.desktop import SIZE, Hand

Spot = tuple[float, float]
Kind = TypeVar("Kind", bound=QWidget)


@dataclass(frozen=True)
class Person:
    """Knows the window by what is on the screen alone."""

    window: QMainWindow
    hand: Hand
    qtbot: QtBot

    def find(self, kind: type[Kind], name: str) -> Kind:
        """The control of this kind and name. Raises LookupError if there is none."""
        found = self.window.findChild(kind, name)
        if found is None:
            raise LookupError(name)
        return found

    def control(self, name: str) -> QWidget:
        """The control of this name, whatever it is."""
        return self.find(QWidget, name)

    def field(self, name: str) -> QLineEdit:
        """The field of this name."""
        return self.find(QLineEdit, name)

    def text(self, name: str) -> str:
        """What a field or a label says."""
        return str(self.control(name).text())  # type: ignore[attr-defined]

    def number(self, name: str) -> float:
        """The number that a field or a label says; NaN for a dash."""
        text = self.text(name)
        return float("nan") if text == "—" else read_number(text.rstrip("°").split("°")[0])

    def exact(self, name: str) -> float:
        """The number in a field, with all its digits."""
        return self.find(NumberField, name).value()

    def comes_to_rest(self) -> None:
        """Until all is computed and shown: a person looks before acting."""
        controller = self.window.findChildren(Controller)[0]
        self.waits(lambda: controller.at_rest)

    def waits(self, seen: Callable[[], Any]) -> None:
        """Until something is seen."""
        self.qtbot.waitUntil(lambda: bool(seen()))

    def comes_back(self) -> None:
        """With the mouse from outside, which is how this window manager gives the keyboard."""
        window, (width, height) = self.window.frameGeometry(), SIZE
        corners = [(x, y) for x in (1, width - 2) for y in (1, height - 2)]
        self.hand.move(*next(corner for corner in corners if not window.contains(*corner)))
        self.hand.move(*self.spot("plot"))
        self.waits(self.window.isActiveWindow)

    def spot(self, name: str) -> Spot:
        """The middle of a control, pixels of the screen."""
        control = self.control(name)
        return self.on_screen(control, control.rect().center())

    def on_screen(self, widget: QWidget, place: QPoint | QPointF) -> Spot:
        """A place within a widget, pixels of the screen."""
        at = widget.mapToGlobal(QPointF(place))
        return at.x(), at.y()

    def click(self, name: str) -> None:
        """Click the middle of a control."""
        self.hand.click(*self.spot(name))

    def writes(self, name: str, text: str) -> None:
        """Click a field, type over what stands there, and enter it."""
        field = self.field(name)
        self.click(name)
        self.waits(field.hasFocus)
        self.hand.key("ctrl+a")
        self.hand.type(text)
        self.waits(lambda: field.text() == text)
        self.hand.key("Return")
        self.waits(lambda: not field.isModified())
        self.comes_to_rest()

    @property
    def plot(self) -> QWidget:
        return self.control("plot")

    @property
    def view(self) -> tuple[float, float, float, float]:
        """x0, x1, y0, y1 of the plot."""
        x0, x1, y0, y1 = self.plot.property("viewRange")
        return x0, x1, y0, y1

    def place(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is in the plot."""
        x0, x1, y0, y1 = self.view
        inside: QRectF = self.plot.property("plotRect")
        return QPointF(
            inside.left() + (x - x0) / (x1 - x0) * inside.width(),
            inside.top() + (y1 - y) / (y1 - y0) * inside.height(),
        )

    def at(self, x: float, y: float) -> Spot:
        """Where a point of the plane is, pixels of the screen."""
        return self.on_screen(self.plot, self.place(x, y))

    def screen(self) -> QImage:
        """The window as the X server shows it."""
        return QApplication.primaryScreen().grabWindow(self.window.winId()).toImage()

    def has_colour(self, x: float, y: float, colour: str, reach: int = 2) -> bool:
        """Whether the screen shows a colour within so many pixels of a point of the plane."""
        QApplication.processEvents()
        picture, wanted = self.screen(), QColor(colour).rgb()
        at = self.plot.mapTo(self.window, self.place(x, y)).toPoint()
        around = range(-reach, reach + 1)
        return any(picture.pixel(at + QPoint(i, j)) == wanted for i in around for j in around)
