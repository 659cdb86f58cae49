"""A part of a panel under a title that folds it away."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.ui.controls.icon_button import QuietButton
from gdviz.ui.controls.icons import paint_icon
from gdviz.ui.fonts import text_font
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme

TALL = 1000
"""Higher than any title, px."""


class SectionHead(QuietButton):
    """The title with a chevron; pressing it asks for the section to be folded or unfolded.

    It is as high as its title needs: a long one takes two lines in a narrow panel.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme: Theme | None = None

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.setFont(text_font(theme.sizes.body, QFont.Weight.DemiBold))
        self._fit()

    def show_title(self, title: str) -> None:
        """What the section is called."""
        self.setText(title)
        self.setAccessibleName(title)
        self._fit()

    def title_height(self) -> float:
        """What the lines of the title take in the width there is, px."""
        flags = int(Qt.TextFlag.TextWordWrap)
        place = self._title_place().adjusted(0, 0, 0, TALL)
        return QFontMetricsF(self.font()).boundingRect(place, flags, self.text()).height()

    def _title_place(self) -> QRectF:
        sizes = self._theme.sizes if self._theme else None
        left = 0.8 * sizes.icon + sizes.space if sizes else 0.0
        return QRectF(self.rect()).adjusted(left, 0, 0, 0)

    def _fit(self) -> None:
        if self._theme is not None:
            control = round(self._theme.sizes.control)
            blank = control - self.fontMetrics().height()
            self.setFixedHeight(max(control, ceil(self.title_height()) + blank // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
        painter.setFont(self.font())
        painter.setPen(QColor(colours.ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._title_place(), int(flags) | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()


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
        self.head.show_title(title)
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
