"""F1: what the keys and the hand do, over the plot."""

from PySide6.QtWidgets import QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.actions import Actions
from gdviz.ui.overlays.sheet import Sheet
from gdviz.ui.theme import Theme

BY_HAND = (
    (
        N_("Drag a point"),
        N_("the tangent's point, the secant's, the start of the descent; Alt: without snapping"),
    ),
    (N_("← → on a point"), N_("move it; Shift: coarser, Ctrl: finer")),
    (
        N_("Drag the plot, wheel, two fingers"),
        N_("pan and zoom; over an axis: that axis alone"),
    ),
    (
        N_("Shift + drag, or the right button"),
        N_("a box that becomes the view; along an axis: a band of it; Esc: never mind"),
    ),
    (N_("Shift + arrows, + and − on the plot"), N_("pan and zoom")),
    (N_("Double click on the plot"), N_("back to the automatic view")),
    (N_("↑ ↓ in a number"), N_("a little more or less; Shift: coarser, Ctrl: finer")),
)
NARROW = 50
WIDEST = {1: 36, 2: 64}
"""Widths of the window that has room for one column, and of the card, in lines of text."""
SHOWN_KEYS = 2
"""Of each action; the rest are the same keys on other layouts."""


class KeysOverview(Sheet):
    """Two columns of keys and what they do, or one."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__("keys_overview", window, WIDEST, between=2)
        self._actions = actions

    def columns(self, lines: float) -> int:
        return 2 if lines > NARROW else 1

    def retranslate(self, tr: Translator) -> None:
        """Write it in another language, when it is next seen."""
        super().retranslate(tr)
        self.setAccessibleName(tr("Keys"))

    def write(self, columns: int, theme: Theme) -> None:
        """All rows in so many columns."""
        rows = self._rows()
        height = -(-len(rows) // columns)
        for index, (key, name) in enumerate(rows):
            row, column = index % height, 2 * (index // height)
            self.place(self.words(key, "secondary"), row, column)
            self.place(self.words(name, ""), row, column + 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, columns - 1)

    def _rows(self) -> list[tuple[str, str]]:
        """Keys, and what they do; then what the hand does."""
        tr, keys_of = self._tr, self._actions.keys_in_words
        by_key = [
            (", ".join(keys_of(deed)[:SHOWN_KEYS]), tr(deed.name))
            for deed, _ in self._actions
            if keys_of(deed)
        ]
        return by_key + [(tr(how), tr(what)) for how, what in BY_HAND]
