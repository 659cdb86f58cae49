"""A formula on as many lines as it needs, in the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.breaking import broken
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.theme import Theme

STEADY = 4
"""Heights are multiples of so many px: an exponent that stands a little higher moves nothing."""
LEADING = 0.25
"""Space between lines in parts of the formula's size."""


class FormulaLines(QWidget):
    """Takes the width it is given; its height never shrinks while only numbers change."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._markup: Markup | None = None
        self._theme: Theme | None = None
        self._lines: list[Box] = []
        self._name = ""
        self._held: Markup | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def describe(self, name: str) -> None:
        """What the formula is, for screen readers; its text follows the name."""
        self._name = name
        self.setToolTip(name)
        self._tell()

    def hold(self, markup: Markup) -> None:
        """Keep room for a formula as high as this, whatever is shown."""
        self._held = markup
        self._break(keep_height=True)

    def show_markup(self, markup: Markup | None) -> None:
        """Show a formula, or nothing."""
        self._markup = markup
        self._tell()
        self._break(keep_height=markup is not None)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._break(keep_height=False)

    def sizeHint(self) -> QSize:
        return QSize(round(max((line.width for line in self._lines), default=0)), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._break(keep_height=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        y = self._leading / 2
        for line in self._lines:
            shrink = min(1.0, self.width() / max(line.width, 1.0))
            painter.save()
            painter.scale(shrink, shrink)
            paint(painter, line, 0, y / shrink + line.ascent, QColor(self._theme.colours.ink))
            painter.restore()
            y += line.height + self._leading
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self._markup is not None:
            QGuiApplication.clipboard().setText(latex(self._markup))
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Written out only where a screen reader listens: it changes with every step."""
        spoken = self._markup is not None and QAccessible.isActive()
        formula = plain(self._markup) if spoken and self._markup is not None else ""
        self.setAccessibleName(f"{self._name}: {formula}" if formula else self._name)

    @property
    def _leading(self) -> float:
        return LEADING * self._theme.sizes.formula if self._theme else 0.0

    def _height(self) -> int:
        return round(sum(line.height + self._leading for line in self._lines) + 0.5)

    def _room(self) -> int:
        if self._theme is None or self._held is None:
            return 0
        return round(layout(self._held, self._theme.sizes.formula).height + self._leading + 0.5)

    def _break(self, *, keep_height: bool) -> None:
        if self._theme is None or self._markup is None:
            self._lines = []
        else:
            self._lines = broken(self._markup, self._theme.sizes.formula, max(self.width(), 1))
        height = max(self._height(), self._room())
        height = max(height, self.height() if keep_height and self._lines else 0)
        height += -height % STEADY
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self.update()
