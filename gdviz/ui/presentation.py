"""A presentation: the window over the whole screen, for a room. It begins without the panel."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gdviz.ui.full_screen import FullScreen

LARGER = 1.4
"""How much larger text and lines are in it; the look for projectors is large already."""
BLANKS = (1.0, 0.5, 0.25)
"""Over and under the controls of a row, in parts of the rhythm; the first that leaves room."""
SHRUNK = (0.25,)
"""The same during a presentation."""


class Presentation(QObject):
    """Whether it is on, and whether the panel is unfolded in it and outside of it."""

    turned = Signal(bool)
    panel_turned = Signal()
    """It came, or went, in a presentation."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._full_screen = FullScreen(window)
        self._is_on = False
        self._has_panel = False
        self.panel_is_open = True
        """As the document has it; a presentation has its own."""

    @property
    def is_on(self) -> bool:
        """Whether the window is to fill the screen."""
        return self._is_on

    def turn(self, on: bool) -> None:
        """Begin, or go back to how it was before."""
        if on == self._is_on:
            return
        self._is_on, self._has_panel = on, False
        if on:
            self._full_screen.enter()
        else:
            self._full_screen.leave()
        self.turned.emit(on)

    @property
    def shows_panel(self) -> bool:
        """Whether the panel is unfolded now."""
        return self._has_panel if self._is_on else self.panel_is_open

    def unfold_panel(self, is_open: bool) -> None:
        """In a presentation the panel comes and goes for as long as that is on."""
        self._has_panel = is_open
        self.panel_turned.emit()

    def call_panel(self) -> bool:
        """Something is to be told in the panel: it comes if a presentation folded it; whether it
        did."""
        if self.shows_panel or not self._is_on:
            return False
        self.unfold_panel(True)
        return True

    def enlargement(self, look: str) -> float:
        """How much larger text and lines are to be than the person chose, for what is on now."""
        return LARGER if self._is_on and look != "projector" else 1.0

    @property
    def blanks(self) -> tuple[float, ...]:
        """What may be left over and under the controls of a row, in parts of the rhythm."""
        return SHRUNK if self._is_on else BLANKS
