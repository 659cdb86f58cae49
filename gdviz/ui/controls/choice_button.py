"""A choice of a few: words with a chevron, and a menu that opens under them."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from gdviz.ui.controls.icon_button import RING, QuietButton
from gdviz.ui.controls.icons import paint_icon
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

CHEVRON = 0.8
"""Of the text's size."""


class ChoiceButton(QuietButton):
    """`chosen` is the name of what the person chose."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._theme: Theme | None = None
        self._what = ""
        self._words: Mapping[str, str] = {}
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._menu.triggered.connect(self._tell)
        self.setMenu(self._menu)
        self.setPopupMode(QuietButton.ToolButtonPopupMode.InstantPopup)

    def offer(self, what: str, words: Mapping[str, str]) -> None:
        """What the choice is about, and the words for each name, in a language."""
        self._what, self._words = what, words
        self._menu.clear()
        for name, text in words.items():
            action = self._menu.addAction(text)
            action.setData(name)
            action.setCheckable(True)
            self._group.addAction(action)

    def show_choice(self, name: str) -> None:
        """Show what is chosen."""
        for action in self._menu.actions():
            action.setChecked(action.data() == name)
        self.setText(self._words.get(name, ""))
        self.setAccessibleName(f"{self._what}: {self.text()}")
        self.setToolTip(self._what)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(words + 3 * RING + self._edge), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(text_font(theme.sizes.body))
        self.setFixedHeight(round(theme.sizes.control))
        self._menu.setFont(text_font(theme.sizes.body))

    @property
    def _edge(self) -> float:
        """Of the chevron, px."""
        return CHEVRON * self._theme.sizes.body if self._theme else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, radius = self._theme.colours, self._theme.sizes.radius
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        room = QRectF(self.rect()).adjusted(RING, 0, -2 * RING - self._edge, 0)
        mode = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), mode, round(room.width() + 1))
        painter.setFont(self.font())
        painter.setPen(QColor(colours.accent))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(flags), text)
        self._paint_chevron(painter, colours.accent)
        painter.end()

    def _paint_chevron(self, painter: QPainter, colour: str) -> None:
        edge = self._edge
        painter.translate(QPointF(self.width() - RING - edge / 2, self.height() / 2))
        painter.rotate(90)
        paint_icon(painter, "step", colour, QRectF(-edge / 2, -edge / 2, edge, edge))

    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())
