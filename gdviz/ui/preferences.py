"""What a person set for the program, not for one document: language, look, size of text."""

from PySide6.QtCore import QByteArray, QSettings

from gdviz.i18n import LANGUAGES
from gdviz.practice.exercise import Kind
from gdviz.practice.progress import Tally, tally_of
from gdviz.ui.theme import THEME_NAMES

SMALLEST, LARGEST, STEP = 0.75, 2.5, 1.125


class Preferences:
    """Kept in an .ini file. The settings are given from outside, so that tests have their own."""

    def __init__(self, settings: QSettings, language: str) -> None:
        """`language` is the one of the person's system, until another is chosen."""
        self._settings = settings
        self._system_language = language

    @property
    def language(self) -> str:
        chosen = self._text("language", self._system_language)
        return chosen if chosen in LANGUAGES else self._system_language

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> str:
        chosen = self._text("theme", "light")
        return chosen if chosen in THEME_NAMES else "light"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def scale(self) -> float:
        """How much larger text and lines are than usual."""
        try:
            return min(max(float(self._text("scale", "1")), SMALLEST), LARGEST)
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", str(min(max(scale, SMALLEST), LARGEST)))

    @property
    def less_motion(self) -> bool:
        """Whether what moves is to jump instead."""
        return self._settings.value("less_motion", False, type=bool) is True

    @less_motion.setter
    def less_motion(self, less: bool) -> None:
        self._settings.setValue("less_motion", less)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt writes it down."""
        geometry = self._settings.value("geometry", QByteArray())
        return geometry if isinstance(geometry, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def tallies(self) -> dict[Kind, Tally]:
        """How the person gets on with exercises, by kind."""
        return {kind: tally_of(self._text(f"exercises/{kind}", "")) for kind in Kind}

    def note_exercise(self, kind: Kind, *, right: bool) -> None:
        """One more exercise, right at the first go or not."""
        tally = self.tallies[kind].with_one(right=right)
        self._settings.setValue(f"exercises/{kind}", str(tally))

    def clear_tallies(self) -> None:
        """As if no exercise had been tried."""
        self._settings.remove("exercises")

    def _text(self, key: str, default: str) -> str:
        return str(self._settings.value(key, default, type=str))
