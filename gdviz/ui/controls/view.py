"""What every view can do; and a parent that is known to be there."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from gdviz.i18n import Translator
from gdviz.ui.theme import Theme


class Themed(Protocol):
    """Takes colours and sizes from a theme."""

    def show_theme(self, theme: Theme) -> None:
        """Look like this from now on."""


class Translated(Protocol):
    """Has words in a language."""

    def retranslate(self, tr: Translator) -> None:
        """Speak this language from now on."""


def home(widget: QWidget) -> QWidget:
    """The parent of a widget that always has one. Raises RuntimeError otherwise."""
    parent = widget.parentWidget()
    if parent is None:
        raise RuntimeError(f"{widget.objectName() or type(widget).__name__} has no parent")
    return parent
