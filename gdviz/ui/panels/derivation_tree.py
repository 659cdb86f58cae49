"""The derivation as a tree of steps: each with its rule, the rule's law, and the formula."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gdviz.i18n import Translator
from gdviz.session.scene import StepRow
from gdviz.ui.controls.formula_lines import broken
from gdviz.ui.controls.icons import paint_icon
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint
from gdviz.ui.panels.derivation_model import DerivationModel, Index
from gdviz.ui.theme import Theme

LAW_SIZE, SMALLEST_LAW = 0.85, 15.0
"""A law in parts of the formula it is applied to; and in px."""


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A step laid out: its rule's name; its law and its inner function; the formula, in lines."""

    rule: str
    notes: tuple[Box, ...]
    lines: tuple[Box, ...]
    size: QSize


class StepDelegate(QStyledItemDelegate):
    """Paints a step in three lines."""

    def __init__(self, tree: "DerivationTree") -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        picture = self._tree.picture(index)
        return QSize(0, 0) if picture is None else picture.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture, theme = self._tree.picture(index), self._tree.theme
        if picture is None or theme is None:
            return
        place = QRectF(option.rect)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colours.accent_soft))
            painter.drawRoundedRect(place, theme.sizes.radius, theme.sizes.radius)
        self._paint_step(painter, picture, place, theme)

    def _paint_step(
        self, painter: QPainter, picture: StepPicture, place: QRectF, theme: Theme
    ) -> None:
        font = text_font(theme.sizes.body, QFont.Weight.Medium)
        metrics, space = QFontMetricsF(font), theme.sizes.space
        x, y = place.left() + space / 2, place.top() + space / 2
        ink, secondary = QColor(theme.colours.ink), QColor(theme.colours.secondary_ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(x, y + metrics.ascent()), picture.rule)
        y += metrics.height() + space / 2
        for note in picture.notes:
            paint(painter, note, x, y + note.ascent, secondary)
            y += note.height + space / 2
        for line in picture.lines:
            paint(painter, line, x, y + line.ascent, ink)
            y += line.height + space / 2


class DerivationTree(QTreeView):
    """Unfolds by click, by the arrows, or wholly; wide formulas scroll sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation")
        self.theme: Theme | None = None
        self._model = DerivationModel(self)
        self._pictures: dict[int, StepPicture] = {}
        self.setModel(self._model)
        self.setItemDelegate(StepDelegate(self))
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Another derivation, its first level unfolded."""
        self._pictures.clear()
        self._model.show_rows(rows)
        self.expandToDepth(0)

    def step(self, index: Index) -> StepRow | None:
        """The step at an index."""
        return self._model.step(index)

    def picture(self, index: Index) -> StepPicture | None:
        """The step at an index, laid out in the theme's sizes."""
        row = self._model.step(index)
        if row is None or self.theme is None:
            return None
        # The model keeps its rows alive, and to hash a formula would take as long as to lay it out.
        if id(row) not in self._pictures:
            indented = self.indentation() * (row.depth + 1)
            room = self.viewport().width() - indented - self.theme.sizes.space
            self._pictures[id(row)] = _laid_out(row, self.theme, room)
        return self._pictures[id(row)]

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self.setAccessibleName(tr("Derivation, step by step"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self.theme = theme
        self._pictures.clear()
        self.setIndentation(round(2.5 * theme.sizes.space))
        self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A chevron where there is something to unfold."""
        if self.theme is None or not self._model.rowCount(index):
            return
        edge = self.theme.sizes.icon * 0.8
        line = QFontMetricsF(text_font(self.theme.sizes.body)).height()
        centre = QPointF(
            rect.right() - self.indentation() / 2,
            rect.top() + self.theme.sizes.space / 2 + line / 2,
        )
        painter.save()
        painter.translate(centre)
        painter.rotate(90 if self.isExpanded(index) else 0)
        place = QRectF(-edge / 2, -edge / 2, edge, edge)
        paint_icon(painter, "step", self.theme.colours.secondary_ink, place)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pictures.clear()
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _laid_out(row: StepRow, theme: Theme, room: float) -> StepPicture:
    """Within `room` px where the formula can be broken so; a law that says the same is left out."""
    sizes = theme.sizes
    notes = [row.law] if row.law != row.formula else []
    notes += [row.inner] if row.inner is not None else []
    law_size = max(LAW_SIZE * sizes.formula, SMALLEST_LAW)
    small = tuple(layout(note, law_size) for note in notes)
    lines = tuple(broken(row.formula, sizes.formula, room))
    metrics = QFontMetricsF(text_font(sizes.body, QFont.Weight.Medium))
    widths = [metrics.horizontalAdvance(row.rule), *(box.width for box in (*small, *lines))]
    height = metrics.height() + sum(box.height + sizes.space / 2 for box in (*small, *lines))
    return StepPicture(
        row.rule, small, lines, QSize(round(max(widths) + sizes.space), round(height + sizes.space))
    )
