"""A part of a panel under a title that folds it away."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import QuietButton
from gdviz.ui.controls.icons import paint_icon
from gdviz.ui.fonts import text_font
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class SectionHead(QuietButton):
    """The title with a chevron; pressing it asks for the section to be folded or unfolded."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme: Theme | None = None

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(text_font(theme.sizes.body, QFont.Weight.DemiBold))
        self.setFixedHeight(round(theme.sizes.control))

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, sizes = self._theme.colours, self._theme.sizes
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), sizes.radius, sizes.radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, sizes.radius, sizes.radius)
        edge = 0.8 * sizes.icon
        centre = QPointF(sizes.space / 2 + edge / 2, self.height() / 2)
        paint_chevron(painter, self._theme, centre, edge, is_open=self.isChecked())
        self._paint_title(painter, edge + sizes.space, QColor(colours.ink))
        painter.end()

    def _paint_title(self, painter: QPainter, left: float, ink: QColor) -> None:
        place = QRectF(self.rect()).adjusted(left, 0, 0, 0)
        mode = Qt.TextElideMode.ElideRight
        text = QFontMetricsF(self.font()).elidedText(self.text(), mode, place.width())
        painter.setFont(self.font())
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), text)


class Section(QWidget):
    """Shows what is under the title, or only the title. `turned`: the person asked for either."""

    turned = Signal(bool)

    def __init__(self, name: str, content: PanelView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_section")
        self.content = content
        self.head = SectionHead(f"{name}_title", self)
        self.head.clicked.connect(self.turned)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.head)
        self._layout.addWidget(content)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.head.isChecked()

    def show_open(self, is_open: bool) -> None:
        """Fold or unfold it without a word."""
        self.head.setChecked(is_open)
        self.content.setHidden(not is_open)

    def show_title(self, title: str) -> None:
        """What it is called."""
        self.head.setText(title)
        self.head.setAccessibleName(title)
        self.content.setAccessibleName(title)

    def retranslate(self, tr: Translator) -> None:
        """Name what is in it in another language."""
        self.content.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, 0, 2 * space, 0)
        self._layout.setSpacing(0)
        self.head.show_theme(theme)
        self.content.show_theme(theme)


def paint_chevron(
    painter: QPainter, theme: Theme, centre: QPointF, edge: float, *, is_open: bool
) -> None:
    """Pointing down while something is unfolded, else to the right; so large, px."""
    painter.save()
    painter.translate(centre)
    painter.rotate(90 if is_open else 0)
    place = QRectF(-edge / 2, -edge / 2, edge, edge)
    paint_icon(painter, "step", theme.colours.secondary_ink, place)
    painter.restore()
