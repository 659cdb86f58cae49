"""Controls side by side on as many lines as they need."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.ui.theme import Theme


class FlowRow(QWidget):
    """Takes the width it is given, and the height that its controls then need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._controls: list[QWidget] = []
        self._space = 0

    def add(self, *controls: QWidget) -> None:
        """More controls at the end."""
        for control in controls:
            control.setParent(self)
            self._controls.append(control)

    def drop(self, control: QWidget) -> None:
        """A control that is there no more."""
        self._controls.remove(control)
        control.hide()
        control.deleteLater()

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._space = round(theme.sizes.space)
        self.arrange()

    def arrange(self) -> None:
        """Put everything in its place: words have changed."""
        place = QPoint(0, 0)
        line = 0
        shown = [control for control in self._controls if not control.isHidden()]
        for control in shown:
            size = control.sizeHint().expandedTo(control.minimumSize())
            size = size.boundedTo(control.maximumSize())
            size.setWidth(min(size.width(), max(self.width(), 1)))
            if place.x() and place.x() + size.width() > self.width():
                place = QPoint(0, place.y() + line)
                line = 0
            control.setGeometry(QRect(place, size))
            place.setX(place.x() + size.width() + self._space)
            line = max(line, size.height())
        self._take_height(place.y() + line)

    def _take_height(self, height: int) -> None:
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.arrange()
