"""Paints a step of a derivation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gdviz.session.scene import Role
from gdviz.ui.formula.painter import paint
from gdviz.ui.panels.derivation_chain import paint_chain
from gdviz.ui.panels.derivation_model import Index
from gdviz.ui.panels.derivation_picture import StepPicture, indent, rule_font
from gdviz.ui.panels.section import paint_chevron
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.ui.panels.step_tree import StepTree

EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
BAR = 3.0
"""Width of the bar beside the step that is chosen, px."""


class StepDelegate(QStyledItemDelegate):
    """Paints only what has to be painted anew: while x₀ is dragged that is the numbers."""

    def __init__(self, tree: "StepTree") -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        picture = self._tree.picture(index)
        return QSize(0, 0 if picture is None else round(picture.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture, theme = self._tree.picture(index), self._tree.theme
        if picture is None or theme is None:
            return
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, place, theme, chosen=is_chosen)
        self._paint_guides(painter, place, theme, index)
        painter.translate(place.topLeft())
        wanted = painter.clipBoundingRect() if painter.hasClipping() else EVERYWHERE
        self._paint_words(painter, picture, theme, index)
        self._paint_formulas(painter, picture, theme, index, wanted)
        if picture.chain is not None and picture.chain.intersects(wanted):
            self._paint_chain(painter, picture.chain, theme, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, place: QRectF, theme: Theme, *, chosen: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.accent_soft))
        painter.drawRoundedRect(place, theme.sizes.radius, theme.sizes.radius)
        if chosen:
            painter.setBrush(QColor(theme.colours.accent))
            painter.drawRoundedRect(
                QRectF(place.left(), place.top(), BAR, place.height()), BAR / 2, BAR / 2
            )

    def _paint_guides(self, painter: QPainter, place: QRectF, theme: Theme, index: Index) -> None:
        """Lines that lead from a rule down its parts."""
        painter.setPen(QColor(theme.colours.hairline))
        for depth in range(self._tree.level(index)):
            x = place.left() + indent(depth, theme) + theme.sizes.space
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _paint_words(
        self, painter: QPainter, picture: StepPicture, theme: Theme, index: Index
    ) -> None:
        """The rule's name with the chevron, and the numbers at x₀."""
        if not picture.rule:
            return
        font, sizes = rule_font(theme), theme.sizes
        metrics = QFontMetricsF(font)
        baseline = sizes.space / 2 + metrics.ascent()
        if self._tree.has_parts(index):
            centre = QPointF(picture.left - sizes.space, sizes.space / 2 + metrics.height() / 2)
            is_open = self._tree.is_unfolded(index)
            paint_chevron(painter, theme, centre, 0.7 * sizes.icon, is_open=is_open)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(picture.left, baseline), picture.rule)
        self._paint_numbers(painter, picture.numbers, self._tree.numbers(index), theme)

    def _paint_numbers(self, painter: QPainter, place: QRectF, text: str, theme: Theme) -> None:
        """The value and the slope, smaller if they are long."""
        font = figures_font(theme.sizes.secondary)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > place.width():
            font = figures_font(theme.sizes.secondary * place.width() / width)
        painter.setFont(font)
        painter.setPen(QColor(theme.text_colour(Role.TANGENT)))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(flags), text)

    def _paint_formulas(
        self, painter: QPainter, picture: StepPicture, theme: Theme, index: Index, wanted: QRectF
    ) -> None:
        ink, secondary = QColor(theme.colours.ink), QColor(theme.colours.secondary_ink)
        overflow = self._tree.overflow(index)
        offset = overflow.offset if overflow is not None else 0.0
        for line in picture.lines:
            place = QRectF(line.x - offset, line.y, line.box.width, line.box.height)
            if place.adjusted(-4, -4, 4, 4).intersects(wanted):
                colour = secondary if line.is_note else ink
                paint(painter, line.box, place.left(), place.top() + line.box.ascent, colour)
        if overflow is not None and overflow.furthest:
            top = picture.lines[0].y
            room = QRectF(0, top, self._tree.viewport().width(), picture.height - top)
            overflow.paint(painter, room, QColor(theme.colours.paper), QColor(theme.colours.accent))

    def _paint_chain(self, painter: QPainter, place: QRectF, theme: Theme, index: Index) -> None:
        chain = self._tree.chain(index)
        if chain is not None:
            paint_chain(painter, place, chain, theme)
