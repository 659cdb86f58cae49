"""Buttons without a frame: an icon drawn by the program, or a few words in the accent colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from gdviz.ui.controls.icons import paint_icon
from gdviz.ui.controls.keyboard import settle
from gdviz.ui.fonts import text_font
from gdviz.ui.style import disabled_ink
from gdviz.ui.theme import Theme

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

RING = 6
"""Room for the ring of focus beside words, px."""


class QuietButton(QToolButton):
    """A button that takes the keyboard by Tab alone and leaves the arrows to the window."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        settle(self)
        super().mousePressEvent(event)


class WordButton(QuietButton):
    """A few words that can be pressed, in the accent colour."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setProperty("kind", "words")

    def sizeHint(self) -> QSize:
        """Its words, and just so much beside them that the ring of focus is clear of them."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2 * RING, super().sizeHint().height())

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self.setFont(text_font(theme.sizes.body))
        self.setFixedHeight(round(theme.sizes.control))


class IconButton(QuietButton):
    """An icon that can be pressed. Its name is told by the tool tip and to screen readers."""

    def __init__(self, name: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._picture = picture
        self._theme: Theme | None = None
        self._primary = False

    def bind(self, action: QAction) -> None:
        """Stand for `action`: pressing it triggers it, and it tells its name and its key."""
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._action = action
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.iconText())

    def describe(self, name: str) -> None:
        """Its name, told by the tool tip and to screen readers."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def show_picture(self, picture: str) -> None:
        """Another icon: pause for play."""
        self._picture = picture
        self.update()

    def be_primary(self) -> None:
        """The one button that stands out: filled with the accent colour."""
        self._primary = True
        self.setProperty("kind", "primary")

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        edge = round(theme.sizes.control)
        self.setFixedSize(edge, edge)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None:
            return
        edge = self._theme.sizes.icon
        place = QRectF(0, 0, edge, edge)
        place.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        painter = QPainter(self)
        paint_icon(painter, self._picture, self._ink(self._theme), place)
        painter.end()

    def _ink(self, theme: Theme) -> str:
        if not self.isEnabled():
            return disabled_ink(theme)
        return theme.colours.on_accent if self._primary else theme.colours.ink
