"""What shows a session in one panel beside the plot."""

from collections.abc import Callable
from dataclasses import dataclass

from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.session.scene import DescentScene
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow
from gdviz.ui.once import Once

Show = Callable[[Document], bool]
"""Shows a part of the window; says whether there was anything new in it."""
Parts = tuple[Show, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands: what is shown, in which window and language.

    once: what was shown last; translator and descent: the ones that hold when they are asked for.
    """

    window: MainWindow
    session: Session
    once: Once
    translator: Callable[[], Translator]
    descent: Callable[[], DescentScene]

    @property
    def tr(self) -> Translator:
        """The language spoken now."""
        return self.translator()
