"""Ctrl+K: every action by name. A few letters, Enter."""

from functools import cache

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from gdviz.i18n import LANGUAGES, Translator
from gdviz.ui.actions import ACTIONS, Actions
from gdviz.ui.controls.key_delegate import KEY, KeyDelegate
from gdviz.ui.controls.words import Words
from gdviz.ui.fonts import text_font
from gdviz.ui.overlays.overlay import Overlay
from gdviz.ui.theme import Theme

IDENTITY = Qt.ItemDataRole.UserRole
LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@cache
def _names_of_all() -> dict[str, tuple[str, ...]]:
    """What each action is called in every language, whatever the window speaks."""
    speakers = [Translator(language) for language in LANGUAGES]
    return {deed.id: tuple(tr(deed.name).casefold() for tr in speakers) for deed in ACTIONS}


class ActionPalette(Overlay):
    """Names that contain every word that was typed, in any language, in the order of the menu."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__("action_palette", window)
        self._actions = actions
        self._field = QLineEdit(self)
        self._field.setObjectName("action_search")
        self._list = QListView(self)
        self._list.setObjectName("action_list")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = QStandardItemModel(self)
        self._list.setModel(self._model)
        self._rows = KeyDelegate(self._list)
        self._list.setItemDelegate(self._rows)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._field)
        self._layout.addWidget(self._list, 1)
        self._nothing = Words("nothing_found", "secondary", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setWordWrap(True)
        self._layout.addWidget(self._nothing, 1)
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._choose)

    def first_focus(self) -> QWidget:
        return self._field

    def sizeHint(self) -> QSize:
        line = self._field.fontMetrics().height()
        return QSize(28 * line, 22 * line)

    def open(self) -> None:
        self._field.clear()
        self._filter("")
        super().open()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        names = _names_of_all() if words else {}
        self._model.clear()
        for deed, action in self._actions:
            name = action.iconText()
            searched = (name.casefold(), *names.get(deed.id, ()))
            if action.isEnabled() and any(all(w in one for w in words) for one in searched):
                keys = self._actions.keys_in_words(deed)
                item = QStandardItem(name)
                item.setData(deed.id, IDENTITY)
                item.setData(keys[0] if keys else "", KEY)
                self._model.appendRow(item)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._list.setHidden(not self._model.rowCount())
        self._nothing.setHidden(not self._list.isHidden())

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        identity = index.data(IDENTITY)
        self.close_up()
        self._actions[identity].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events of the window come before there is a field, and when it is gone.
        if watched is not getattr(self, "_field", None):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.close_up()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in LIST_KEYS:
            self._list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
            return True
        return False

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.setAccessibleName(tr("Every action by name"))
        self._field.setAccessibleName(tr("Name of an action"))
        self._field.setPlaceholderText(tr("What would you like to do?"))
        self._list.setAccessibleName(tr("Actions found"))
        self._nothing.show_text(tr("Nothing found. Try fewer letters, or another word."))

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space, space, space)
        self._field.setFont(text_font(theme.sizes.body * 1.15))
        self._field.setFixedHeight(round(theme.sizes.control))
        self._list.setFont(text_font(theme.sizes.body))
        self._rows.show_theme(theme)
        self._nothing.show_theme(theme)
        self._nothing.setMargin(space // 2)
