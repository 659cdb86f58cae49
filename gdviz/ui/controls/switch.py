"""A switch: words, and a small pill that is filled while something is on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import QuietButton
from gdviz.ui.fonts import text_font
from gdviz.ui.style import disabled_ink
from gdviz.ui.theme import Theme

PILL = QSize(30, 18)


class Switch(QuietButton):
    """Stands for a checkable action; whether it is on is shown by the action alone."""

    def __init__(
        self, name: str, action: QAction, words: str = "", parent: QWidget | None = None
    ) -> None:
        """`words`: a msgid, shorter than the action's own name where the place explains it."""
        super().__init__(name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._action = action
        self._words = words
        self._theme: Theme | None = None
        self.clicked.connect(self._ask)
        action.changed.connect(self._follow)
        self._follow()

    def _ask(self) -> None:
        self._action.trigger()
        self._follow()

    def _follow(self) -> None:
        self.setChecked(self._action.isChecked())
        if self.parentWidget() is not None and self._action.isVisible() == self.isHidden():
            self.setHidden(not self._action.isVisible())
        self.setEnabled(self._action.isEnabled())
        if not self._words:
            self.setText(self._action.iconText())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.iconText())
        self.updateGeometry()

    def retranslate(self, tr: Translator) -> None:
        """Its words in another language."""
        if self._words:
            self.setText(tr(self._words))
        self._follow()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(text_font(theme.sizes.body))
        self.setFixedHeight(round(theme.sizes.control))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(words + self._pill_width + 12), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._pill_width + 40), self.height())

    @property
    def _magnification(self) -> float:
        return self._theme.sizes.control / 32 if self._theme else 1.0

    @property
    def _pill_width(self) -> float:
        return PILL.width() * self._magnification

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(1, 0, self._pill_width, PILL.height() * self._magnification)
        pill.moveTop((self.height() - pill.height()) / 2)
        self._paint_pill(painter, pill, self._theme)
        words = QRectF(self.rect()).adjusted(pill.width() + 9, 0, 0, 0)
        ink = self._theme.colours.ink if self.isEnabled() else disabled_ink(self._theme)
        self._paint_words(painter, words, ink)
        painter.end()

    def _paint_pill(self, painter: QPainter, pill: QRectF, theme: Theme) -> None:
        colours = theme.colours
        radius = pill.height() / 2
        on = self.isChecked()
        ring = colours.accent if on or self.hasFocus() or self.underMouse() else colours.outline
        painter.setPen(QPen(QColor(ring), 2 if self.hasFocus() else 1.4))
        painter.setBrush(QColor(colours.accent if on else colours.field))
        painter.drawRoundedRect(pill, radius, radius)
        centre = QPointF(pill.right() - radius if on else pill.left() + radius, pill.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.outline))
        painter.drawEllipse(centre, radius * 0.6, radius * 0.6)
        if on and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawRoundedRect(pill, radius, radius)

    def _paint_words(self, painter: QPainter, place: QRectF, colour: str) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        mode = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), mode, int(place.width()))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), text)
