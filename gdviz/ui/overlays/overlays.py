"""All that comes over the window for a while."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gdviz.i18n import Translator
from gdviz.ui.actions import Actions
from gdviz.ui.controls.later import Later
from gdviz.ui.overlays.blank import Blank
from gdviz.ui.overlays.offer import Offer
from gdviz.ui.overlays.passing_remark import PassingRemark
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.ui.overlays.action_palette import ActionPalette
    from gdviz.ui.overlays.keys_overview import KeysOverview
    from gdviz.ui.overlays.notation_page import NotationPage


class Overlays(QObject):
    """Cards over the window, each made when it is first opened; remarks over the stage."""

    def __init__(self, actions: Actions, window: QWidget, stage: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self.palette = Later(self._palette)
        self.keys = Later(self._keys)
        self.notation = Later(self._notation)
        self.blank = Blank(window)
        self._remark = PassingRemark(stage)
        self._offer = Offer(stage)
        self._offer.taken.connect(actions.triggered)

    @property
    def _window(self) -> QWidget:
        """Asked of Qt each time: kept here, it would be kept alive when it is closed."""
        return cast("QWidget", self.parent())

    def _palette(self) -> "ActionPalette":
        from gdviz.ui.overlays.action_palette import ActionPalette

        return ActionPalette(self._actions, self._window)

    def _keys(self) -> "KeysOverview":
        from gdviz.ui.overlays.keys_overview import KeysOverview

        return KeysOverview(self._actions, self._window)

    def _notation(self) -> "NotationPage":
        from gdviz.ui.overlays.notation_page import NotationPage

        return NotationPage(self._window)

    def say(self, text: str) -> None:
        """A remark that passes by itself."""
        self._remark.say(text)

    def offer(self, text: str, button: str, deed: str) -> None:
        """A remark with a button that triggers an action; it stays for a while."""
        self._offer.make(text, button, deed)

    def show_palette(self) -> None:
        """Every action by name."""
        self.palette.view().toggle()

    def show_keys(self) -> None:
        """What the keys do."""
        self.keys.view().toggle()

    def show_notation(self) -> None:
        """What can be typed."""
        self.notation.view().toggle()

    def toggle_blank(self) -> None:
        """Cover everything, or uncover it."""
        self.blank.show_blank(self.blank.isHidden())

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        for card in (self.palette, self.keys, self.notation, self._offer):
            card.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        for part in (
            self.palette, self.keys, self.notation, self.blank, self._remark, self._offer,
        ):  # fmt: skip
            part.show_theme(theme)
