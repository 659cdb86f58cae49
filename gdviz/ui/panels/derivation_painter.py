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
BETWEEN = ", "
"""Between the value and the slope."""
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
        for at, line in enumerate(picture.rule):
            painter.drawText(QPointF(picture.left, baseline + at * metrics.height()), line)
        self._paint_numbers(painter, picture.numbers, self._tree.numbers(index), theme)

    def _paint_numbers(self, painter: QPainter, place: QRectF, text: str, theme: Theme) -> None:
        """The value and the slope, on two lines where there is room for two; smaller if long."""
        metrics = QFontMetricsF(figures_font(theme.sizes.secondary))
        is_high = place.height() > 1.5 * metrics.height()
        text = text.replace(BETWEEN, f"{BETWEEN.rstrip()}\n", 1) if is_high else text
        width = max(map(metrics.horizontalAdvance, text.splitlines()), default=0.0)
        share = min(1.0, place.width() / max(width, 1.0))
        painter.save()
        painter.translate(place.right(), place.center().y())
        painter.scale(share, share)
        painter.setFont(figures_font(theme.sizes.secondary))
        painter.setPen(QColor(theme.text_colour(Role.TANGENT)))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        height = place.height()
        around = QRectF(-width, -height / 2, width, height)
        painter.drawText(around, flags | Qt.TextFlag.TextDontClip, text)
        painter.restore()

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
