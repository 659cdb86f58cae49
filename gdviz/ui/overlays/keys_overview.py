"""F1: what the keys and the hand do, over the plot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.actions import Actions
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.overlays.overlay import Overlay
from gdviz.ui.theme import Theme

BY_HAND = (
    (N_("Drag a point"), N_("x₀ along the curve, w₀ to another start; Alt: without snapping")),
    (N_("← → on a point"), N_("move it; Shift: coarser, Ctrl: finer")),
    (N_("Drag the plot, wheel"), N_("pan and zoom; over an axis: that axis alone")),
    (N_("Double click on the plot"), N_("back to the automatic view")),
    (N_("↑ ↓ in a number"), N_("a little more or less; Shift: coarser, Ctrl: finer")),
)
NARROW = 50
WIDEST = {1: 36, 2: 64}
"""Widths of the window that has room for one column, and of the card, in lines of text."""
SHOWN_KEYS = 2
"""Of each action; the rest are the same keys on other layouts."""


class KeysOverview(Overlay):
    """Two columns of keys and what they do."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__("keys_overview", window)
        self._actions = actions
        self._tr = Translator()
        self._theme: Theme | None = None
        self._labels: list[Words] = []
        self._columns = 0
        self._sheet = QWidget(self)
        self._grid = QGridLayout(self._sheet)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sheet)
        QVBoxLayout(self).addWidget(self._area)

    def first_focus(self) -> QWidget:
        return self._area

    def fit(self) -> None:
        """Two columns if the window has room for them; as high as they are, or scrolling."""
        if self._theme is None:
            return
        room = home(self).size()
        line = self.fontMetrics().height()
        columns = 2 if room.width() > NARROW * line else 1
        if columns != self._columns:
            self._write(columns, self._theme)
            self._columns = columns
        width = min(room.width() - 32, WIDEST[columns] * line)
        needed = self._grid.heightForWidth(width - 4 * line) + 2 * line
        height = min(room.height() - 32, needed)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def retranslate(self, tr: Translator) -> None:
        """Write it in another language, when it is next opened."""
        self._tr, self._columns = tr, 0
        self.setAccessibleName(tr("Keys"))
        if not self.isHidden():
            self.fit()

    def _write(self, columns: int, theme: Theme) -> None:
        """All rows in so many columns."""
        self._clear()
        tr = self._tr
        keys_of = self._actions.keys_in_words
        rows = [
            (", ".join(keys_of(deed)[:SHOWN_KEYS]), tr(deed.name))
            for deed, _ in self._actions
            if keys_of(deed)
        ]
        rows += [(tr(how), tr(what)) for how, what in BY_HAND]
        height = -(-len(rows) // columns)
        for index, (key, name) in enumerate(rows):
            self._add(key, name, index % height, 2 * (index // height))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, columns - 1)
        for label in self._labels:
            label.show_theme(theme)

    def _add(self, key: str, name: str, row: int, column: int) -> None:
        keys, words = Words("", "secondary", self._sheet), Words("", "", self._sheet)
        keys.setText(key)
        words.setText(name)
        words.setWordWrap(True)
        for place, label in enumerate((keys, words)):
            self._grid.addWidget(label, row, column + place)
            self._labels.append(label)

    def _clear(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._theme, self._columns = theme, 0
        space = round(theme.sizes.space)
        self._grid.setContentsMargins(2 * space, space, 2 * space, space)
        self._grid.setHorizontalSpacing(2 * space)
        self._grid.setVerticalSpacing(space // 2)
        if not self.isHidden():
            self.fit()
