"""The language, the theme and the size of text: chosen, remembered, shown."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QTimer

from gdviz.i18n import LANGUAGES, Translator
from gdviz.ui.filing import Filing
from gdviz.ui.main_window import MainWindow
from gdviz.ui.preferences import STEP, Preferences
from gdviz.ui.qt_words import QtWords
from gdviz.ui.screen import Screen
from gdviz.ui.theme import THEME_NAMES, theme


class Looks:
    """What the whole window is shown in."""

    def __init__(
        self, window: MainWindow, screen: Screen, filing: Filing, preferences: Preferences
    ) -> None:
        self._window, self._screen, self._filing = window, screen, filing
        self._preferences = preferences
        self._qt_words = QtWords(window)
        self.tr = Translator(preferences.language)
        self._resized = QTimer(window)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self.show_theme)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the actions do that change them, by their ids."""
        return {
            **{f"theme_{name}": partial(self.choose_theme, name) for name in THEME_NAMES},
            **{f"language_{name}": partial(self.speak, name) for name in LANGUAGES},
            "next_theme": self.next_theme,
            "next_language": self.next_language,
            "larger": self.enlarge,
            "smaller": self.reduce,
            "normal_size": self.restore_size,
        }

    def show(self) -> None:
        """Everything, in the language and the theme that are preferred."""
        self.show_theme()
        self.speak(self._preferences.language)

    def show_theme(self) -> None:
        """The theme at its size, which depends on the window's."""
        name = self._preferences.theme
        scale = self._preferences.scale * self._window.presentation.enlargement(name)
        self._window.show_theme(theme(name, scale, self._window.height()))
        self._window.deeds.show_choice("theme", f"theme_{name}")

    def choose_theme(self, name: str) -> None:
        self._preferences.theme = name
        self.show_theme()

    def next_theme(self) -> None:
        self.choose_theme(_after(self._preferences.theme, THEME_NAMES))

    def speak(self, language: str) -> None:
        """Say everything in a language from now on."""
        self._preferences.language = language
        self.tr = Translator(language)
        self._qt_words.speak(language)
        self._filing.retranslate(self.tr)
        self._screen.speak(self.tr)
        self._window.deeds.show_choice("language", f"language_{language}")

    def next_language(self) -> None:
        self.speak(_after(self._preferences.language, LANGUAGES))

    def enlarge(self) -> None:
        self._resize(self._preferences.scale * STEP)

    def reduce(self) -> None:
        self._resize(self._preferences.scale / STEP)

    def restore_size(self) -> None:
        self._resize(1.0)

    def _resize(self, scale: float) -> None:
        """Once a turn of the event loop, however often a key was pressed meanwhile: every size is
        another layout of the whole window."""
        self._preferences.scale = scale
        self._resized.start()


def _after(present: str, choices: Iterable[str]) -> str:
    names = list(choices)
    return names[(names.index(present) + 1) % len(names)]
