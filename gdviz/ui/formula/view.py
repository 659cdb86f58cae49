"""A formula in the window: fitted, never cut off in silence, copied as LaTeX."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Property, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gdviz.calculus.expression import Expression
from gdviz.calculus.typesetting.abridgement import abridged
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.i18n import Translator
from gdviz.ui.formula.box import EMPTY, Box
from gdviz.ui.formula.fitting import Sizes, fit
from gdviz.ui.formula.lighting import places_of
from gdviz.ui.formula.overflow import Overflow
from gdviz.ui.formula.painter import paint, part_at
from gdviz.ui.theme import Theme

MARGIN = 3.0
"""Blank around the formula, px: letters lean out of their boxes, and the bar needs a place."""
KEY_STEPS = {int(Qt.Key.Key_Right): 2.0, int(Qt.Key.Key_Left): -2.0}
"""How far an arrow key moves a formula that is too wide, in parts of its size."""
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
NARROWEST = 4.0
"""A place for a formula is at least so wide, in parts of its size."""


class FormulaView(QWidget):
    """Shows a formula at `formula_size`, smaller where there is no room, but never under 18 px.

    A formula that is still too wide fades where it goes on and is moved by wheel, mouse or arrow
    keys. Ctrl+C and the context menu copy it. Its accessible name is the formula as a line of
    text. Colours are those of the palette.
    """

    part_pointed_at = Signal(object)
    """The innermost Expression under the mouse, or None."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._markup: Markup | None = None
        self._highlight: Mapping[Expression, QColor] = {}
        self._ground: QColor | None = None
        self._sizes = Sizes()
        self._alignment = Qt.AlignmentFlag.AlignLeft
        self._box = EMPTY
        self._overflow = Overflow()
        self._gripped_at: float | None = None
        self._pointed_at: Expression | None = None
        self._came_by_key = False
        self._tr = Translator()

    def show_markup(self, markup: Markup | None) -> None:
        """Show a formula, or nothing."""
        self._markup = markup
        self._overflow = Overflow()
        self.setAccessibleName(plain(abridged(markup)) if markup is not None else "")
        self._refit()

    def show_highlight(
        self, highlight: Mapping[Expression, QColor], ground: QColor | None = None
    ) -> None:
        """Light up parts, each in its colour; an inner part wins over an outer one.

        ground: what is painted behind them.
        """
        self._highlight, self._ground = highlight, ground
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and size from the theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colours.ink))
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colours.paper))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.colours.accent))
        self.setPalette(palette)
        self._sizes = Sizes.of(theme)
        self._refit()

    def retranslate(self, tr: Translator) -> None:
        """The context menu in another language."""
        self._tr = tr

    def _get_size(self) -> float:
        return self._sizes.full

    def _set_size(self, size: float) -> None:
        self._sizes = replace(self._sizes, full=max(size, self._sizes.smallest))
        self._refit()

    formula_size = Property(float, _get_size, _set_size)
    """One em where there is room, px; at least 18."""

    @property
    def box(self) -> Box:
        """The formula as it is laid out in the room there is."""
        return self._box

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """AlignLeft, AlignHCenter or AlignRight, where there is more room than needed."""
        self._alignment = alignment
        self.update()

    def sizeHint(self) -> QSize:
        if self._markup is None:
            return QSize(0, round(self._sizes.full + 2 * MARGIN))
        return _with_margins(self._sizes.laid_out(self._markup, self._sizes.full, display=True))

    def minimumSizeHint(self) -> QSize:
        if self._markup is None:
            return QSize(0, 0)
        smallest = self._sizes.smallest
        least = _with_margins(self._sizes.laid_out(self._markup, smallest, display=False))
        return least.boundedTo(QSize(round(NARROWEST * smallest), least.height()))

    def _refit(self) -> None:
        room = self.contentsRect().adjusted(*(round(m) for m in (MARGIN, MARGIN, -MARGIN, -MARGIN)))
        if self._markup is None:
            self._box = EMPTY
        else:
            width, height = max(room.width(), 1), max(room.height(), 1)
            self._box = fit(self._markup, self._sizes, width, height)
        self._overflow.resize(self._box.width, room.width())
        self.updateGeometry()
        self.update()

    def _origin(self) -> QPointF:
        """Where the formula's reference point is: on whole pixels of the screen."""
        room = self.width() - 2 * MARGIN
        spare = max(0.0, room - self._box.width)
        shares = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}
        x = MARGIN + shares.get(self._alignment, 0.0) * spare - self._overflow.offset
        y = (self.height() - self._box.height) / 2 + self._box.ascent
        scale = self.devicePixelRatioF()
        return QPointF(x, round(y * scale) / scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, origin = self.palette(), self._origin()
        ink = palette.color(QPalette.ColorRole.WindowText)
        if self._ground is not None:
            self._paint_ground(painter, origin, self._ground)
        paint(painter, self._box, origin.x(), origin.y(), ink, self._highlight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        accent = palette.color(QPalette.ColorRole.Highlight)
        self._overflow.paint(painter, place, palette.color(QPalette.ColorRole.Window), accent)
        if self._came_by_key:
            painter.setPen(QPen(accent, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def _paint_ground(self, painter: QPainter, origin: QPointF, ground: QColor) -> None:
        """Behind what lights up."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for place in places_of(self._box, self._highlight):
            painter.drawRoundedRect(place.translated(origin), 3, 3)

    def copy_latex(self) -> None:
        """Put the formula on the clipboard as LaTeX."""
        if self._markup is not None:
            QGuiApplication.clipboard().setText(latex(self._markup))

    def copy_text(self) -> None:
        """Put the formula on the clipboard as a line of text."""
        if self._markup is not None:
            QGuiApplication.clipboard().setText(plain(self._markup))

    def context_menu(self) -> QMenu:
        """The ways to copy."""
        menu = QMenu(self)
        as_latex = menu.addAction(self._tr("Copy as LaTeX"))
        as_latex.setShortcut(QKeySequence.StandardKey.Copy)
        as_latex.triggered.connect(self.copy_latex)
        menu.addAction(self._tr("Copy as text")).triggered.connect(self.copy_text)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._markup is not None:
            self.context_menu().popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame shows where the keyboard is, to whoever uses it."""
        self._came_by_key = event.reason() in BY_KEY
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._came_by_key = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = KEY_STEPS.get(event.key(), 0.0) * self._sizes.full
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_latex()
        elif step and self._overflow.move(step):
            self.update()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways, or any way with Shift; the wheel alone belongs to the panel around."""
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 4
        with_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._overflow.move(-(turned.x() or (turned.y() if with_shift else 0))):
            self.update()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._overflow.furthest:
            self._gripped_at = event.position().x()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gripped_at = None
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._gripped_at is not None:
            self._overflow.move(self._gripped_at - x)
            self._gripped_at = x
            self.update()
            return
        place = event.position() - self._origin()
        self._point_at(part_at(self._box, place.x(), place.y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, part: Expression | None) -> None:
        if part != self._pointed_at:
            self._pointed_at = part
            self.part_pointed_at.emit(part)


def _with_margins(box: Box) -> QSize:
    return QSize(round(box.width + 2 * MARGIN + 0.5), round(box.height + 2 * MARGIN + 0.5))
