"""Tabs as words on paper: the open one is ink over a line of the accent colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHoverEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

LEFT = (QEvent.Type.HoverLeave, QEvent.Type.Leave, QEvent.Type.Hide)


class Tabs(QTabBar):
    """A tab bar without boxes. Arrow keys change the tab while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_tabs")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self._theme: Theme | None = None
        self._blank = 0.0
        self._hovered = -1

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._write(theme.sizes.body, theme.sizes.space)
        self.setFixedHeight(round(theme.sizes.control + theme.sizes.space))
        self.update()

    def fit(self, room: int) -> None:
        """Smaller words and blanks where that makes all tabs seen in `room` px, if it does."""
        if self._theme is None:
            return
        sizes = self._theme.sizes
        for size, blank in (
            (sizes.body, sizes.space),
            (sizes.body, sizes.space / 2),
            (sizes.secondary, sizes.space / 2),
            (sizes.secondary, sizes.space / 4),
        ):
            self._write(size, blank)
            if sum(self.tabSizeHint(index).width() for index in range(self.count())) <= room:
                break

    def _write(self, size: float, blank: float) -> None:
        """The words in a size, with so much blank on either side, px."""
        self.setFont(text_font(size, QFont.Weight.Medium))
        if blank != self._blank:
            self._blank = blank
            # So that Qt lays the tabs out anew.
            self.setElideMode(self.elideMode())

    def tabSizeHint(self, index: int) -> QSize:
        if self._theme is None:
            return super().tabSizeHint(index)
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(round(words + 2 * self._blank), self.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(min(self.tabSizeHint(index).width(), 3 * self.height()), self.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent | QMouseEvent):
            self._hover(self.tabAt(event.position().toPoint()))
        if event.type() in LEFT:
            self._hover(-1)
        return super().event(event)

    def _hover(self, tab: int) -> None:
        """The pointer rests on a tab, −1 for none."""
        if tab != self._hovered:
            self._hovered = tab
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for index in range(self.count()):
            self._paint_tab(painter, index, self._theme)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, theme: Theme) -> None:
        colours = theme.colours
        is_open = index == self.currentIndex()
        place = QRectF(self.tabRect(index))
        stands_out = is_open or index == self._hovered
        painter.setPen(QColor(colours.ink if stands_out else colours.secondary_ink))
        room = int(place.width() - self._blank)
        text = self.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        if is_open:
            inset = self._blank
            line = QRectF(place.left() + inset, place.bottom() - 2, place.width() - 2 * inset, 3)
            painter.fillRect(line, QColor(colours.accent))
        if is_open and self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(place.adjusted(2, 4, -2, -5), theme.sizes.radius, 6)
