"""The table of derivatives: a click puts a function with its derivative on the plot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.i18n import Translator
from gdviz.session.derivation_scene import TableEntry, TableGroup
from gdviz.ui.actions import Actions
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.painter import paint
from gdviz.ui.panels.derivation_model import Index
from gdviz.ui.panels.derivation_picture import fitted
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class TableView(QListView):
    """Headings, and under each its lines. Enter and a click choose a line; it never scrolls."""

    chosen = Signal(object)
    """A TableEntry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_of_derivatives")
        self.theme: Theme | None = None
        self._entries: list[TableEntry | str] = []
        self._boxes: dict[int, list[Box]] = {}
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def show_groups(self, groups: tuple[TableGroup, ...]) -> None:
        """The table in a language."""
        self._rows.clear()
        self._boxes.clear()
        self._entries = []
        for group in groups:
            self._entries += [group.title, *group.entries]
        for entry in self._entries:
            is_title = isinstance(entry, str)
            item = QStandardItem(entry if isinstance(entry, str) else plain(entry.formula))
            item.setFlags(Qt.ItemFlag.NoItemFlags if is_title else USABLE)
            self._rows.appendRow(item)
        self._fit()

    def entry(self, row: int) -> TableEntry | str:
        """A line, or the heading that stands there."""
        return self._entries[row]

    def boxes(self, row: int) -> list[Box]:
        """The formula of a line, laid out for the width there is."""
        entry = self._entries[row]
        if self.theme is None or isinstance(entry, str):
            return []
        if row not in self._boxes:
            room = self.viewport().width() - 3 * self.theme.sizes.space
            self._boxes[row] = fitted(entry.formula, self.theme, room)
        return self._boxes[row]

    def height_of(self, row: int) -> int:
        """What a row needs, px."""
        if self.theme is None:
            return 0
        sizes = self.theme.sizes
        if isinstance(self._entries[row], str):
            return round(QFontMetricsF(heading_font(self.theme)).height() + 1.5 * sizes.space)
        height = sum(box.height for box in self.boxes(row)) + sizes.space
        return round(max(height, 0.9 * sizes.hit))

    def _fit(self) -> None:
        height = sum(map(self.height_of, range(len(self._entries))))
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(height)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self.theme = theme
        self._boxes.clear()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._boxes.clear()
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _copy(self, index: Index) -> None:
        entry = self._entries[index.row()] if index.isValid() else ""
        if isinstance(entry, TableEntry):
            QGuiApplication.clipboard().setText(latex(entry.formula))

    def _choose(self, index: Index) -> None:
        entry = self._entries[index.row()] if index.isValid() else ""
        if isinstance(entry, TableEntry):
            self.chosen.emit(entry)


USABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def heading_font(theme: Theme) -> QFont:
    """Of what stands over lines that belong together."""
    return text_font(theme.sizes.secondary, QFont.Weight.Medium)


class EntryDelegate(QStyledItemDelegate):
    """Paints a heading or a line."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._table.height_of(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = self._table.theme, self._table.entry(index.row())
        if theme is None:
            return
        place, space = QRectF(option.rect), theme.sizes.space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, str):
            painter.setFont(heading_font(theme))
            painter.setPen(QColor(theme.colours.secondary_ink))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(place.adjusted(0, 0, 0, -space / 2), int(flags), entry)
        else:
            under = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
            if option.state & under:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.colours.accent_soft))
                painter.drawRoundedRect(place, theme.sizes.radius, theme.sizes.radius)
            boxes = self._table.boxes(index.row())
            y = place.center().y() - sum(box.height for box in boxes) / 2
            for box in boxes:
                at = QPointF(place.left() + space, y + box.ascent)
                paint(painter, box, at.x(), at.y(), QColor(theme.colours.ink))
                y += box.height
        painter.restore()


class TableSection(PanelView):
    """The table as a section; `chosen` is the TableEntry of the person's choice."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TableView(self)
        self.table.chosen.connect(self.chosen)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.table)

    def show_groups(self, groups: tuple[TableGroup, ...]) -> None:
        """The table in a language."""
        self.table.show_groups(groups)

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self.table.setAccessibleName(tr("Table of derivatives"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self.table.show_theme(theme)
