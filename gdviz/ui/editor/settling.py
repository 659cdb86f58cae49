"""Which letters have a slider while a line is typed: the s of a sin that is not yet whole has none.

The plot follows each keystroke; sliders wait until the word is written, or the hand pauses.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gdviz.calculus.reading.alphabet import plain
from gdviz.session.scene import ParameterSlider

PAUSE_MS = 700
"""So long after the last keystroke the line is taken for what was meant."""
Sliders = tuple[ParameterSlider, ...]


def word_before(text: str, cursor: int) -> str:
    """The letters and digits just before the cursor, of which more may come, in Latin."""
    start = cursor
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return plain(text[start:cursor].replace("_", ""))


def while_typed(shown: Sliders, wanted: Sliders, unfinished: str) -> Sliders:
    """Those that were there stay, in their order; new ones come but for letters of a word that is
    not finished."""
    now = {slider.name: slider for slider in wanted}
    before = {slider.name for slider in shown}
    kept = [now.get(slider.name, slider) for slider in shown]
    new = [one for one in wanted if one.name not in before and one.name not in unfinished]
    return (*kept, *new)


class Settling(QObject):
    """Told of every keystroke and of every line's letters; says which of them are shown.

    is_completing: whether names are offered that the word may become; so long it is not finished.
    changed: the hand has paused, `shown` are all that the line has.
    """

    changed = Signal()

    def __init__(self, parent: QObject, is_completing: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_completing = is_completing
        self.shown: Sliders = ()
        self._wanted: Sliders = ()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE_MS)
        self._clock.timeout.connect(self._pause)

    def hear_key(self) -> None:
        """The line was typed in."""
        self._clock.start()

    def show(self, wanted: Sliders, text: str, cursor: int, *, can_be_read: bool) -> None:
        """The letters that a line has now, and where in it the cursor stands.

        Those of a line that cannot be read are of the last one that could, which is in the picture:
        none comes for it at once, but after a pause they are its.
        """
        if not self._clock.isActive():
            self.shown = self._wanted = wanted
            return
        self._wanted = wanted
        if can_be_read:
            self.shown = while_typed(self.shown, wanted, word_before(text, cursor))

    def _pause(self) -> None:
        """The hand rests: the line is taken for what was meant."""
        if self._is_completing():
            self._clock.start()
        elif self.shown != self._wanted:
            self.shown = self._wanted
            self.changed.emit()
