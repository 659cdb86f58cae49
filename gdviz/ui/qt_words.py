"""Words that Qt itself says, in a file dialog and in a field's menu: it has catalogues of them."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

CATALOGUES = {"ru": "qtbase_ru"}
"""Qt's own tongue is English."""


class QtWords:
    """Qt's catalogue for the language of a window; it goes with its `owner`."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._catalogue: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Let Qt speak a language from now on; without its catalogue it stays with English."""
        if self._catalogue is not None:
            QCoreApplication.removeTranslator(self._catalogue)
            self._catalogue.deleteLater()
            self._catalogue = None
        if language in CATALOGUES:
            self._catalogue = QTranslator(self._owner)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._catalogue.load(CATALOGUES[language], folder):
                QCoreApplication.installTranslator(self._catalogue)
