"""The ⋮ menu: the table of actions, by section."""

from PySide6.QtWidgets import QMenu, QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.actions import Actions, Deed
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.icons import menu_icon
from gdviz.ui.fonts import text_font
from gdviz.ui.theme import Theme

SUBMENUS = {
    "shown": (N_("Shown in the plot"), "shown"),
    "ticks": (N_("Numbers on the axes"), "ticks"),
    "view": (N_("View"), "automatic_view"),
    "theme": (N_("Look"), "theme"),
    "language": (N_("Language"), "language"),
    "size": (N_("Size of text"), "larger"),
}
"""Sections that open sideways; the others are parted by a line."""


class MenuButton(IconButton):
    """The button ⋮ with everything that can be done in the window."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("menu", "menu", parent)
        self._actions = actions
        self._submenus: dict[str, QMenu] = {}
        self._look: Theme | None = None
        self.whole = QMenu(self)
        self.setMenu(self.whole)
        self.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        section = ""
        for deed, action in actions:
            if deed.section:
                self._home(deed, section).addAction(action)
                section = deed.section
        self.whole.aboutToShow.connect(self._draw_icons)

    def _home(self, deed: Deed, before: str) -> QMenu:
        """The menu that an action goes into."""
        if deed.section in SUBMENUS:
            if deed.section not in self._submenus:
                self._submenus[deed.section] = self.whole.addMenu("")
            return self._submenus[deed.section]
        if before and before != deed.section:
            self.whole.addSeparator()
        return self.whole

    def _draw_icons(self) -> None:
        """Icons are drawn when they are first seen, for the screen they are seen on."""
        if self._look is None:
            return
        ratio = self.devicePixelRatioF()
        for deed, action in self._actions:
            if deed.picture and deed.section:
                action.setIcon(menu_icon(deed.picture, self._look, ratio))
        for section, menu in self._submenus.items():
            menu.setIcon(menu_icon(SUBMENUS[section][1], self._look, ratio))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.describe(tr("Menu"))
        for section, menu in self._submenus.items():
            menu.setTitle(tr(SUBMENUS[section][0]))

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._look = theme
        for menu in (self.whole, *self._submenus.values()):
            menu.setFont(text_font(theme.sizes.body))
