"""Files of one window: documents opened and saved, pictures, and work kept when the window closes.

Nothing is asked and nothing lost: what was not saved is kept aside and offered at the next start.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFileIconProvider

from gdviz.document.atomic import write_atomically
from gdviz.document.codec import FileError
from gdviz.document.document import Document
from gdviz.document.files import SUFFIX, load, proposed_name, refuse_folder, save
from gdviz.document.kept import Kept
from gdviz.i18n import N_, Translator
from gdviz.sentences import sentence
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow
from gdviz.ui.png import png

DOCUMENTS = N_("gdviz documents (*.gdviz)")
PICTURES = N_("PNG pictures (*.png)")
FOLDER = N_("Folder")
PNG = ".png"
UNTITLED = N_("untitled")
NOT_IN_QT_CATALOGUE = {
    QFileDialog.DialogLabel.LookIn: N_("Folder:"),
    QFileDialog.DialogLabel.FileType: N_("Files of type:"),
}


class KindsOfFiles(QFileIconProvider):
    """What a file dialog calls a folder: Qt's catalogues have no word for it."""

    tr_of_window = Translator()

    def type(self, info: QFileInfo) -> str:
        """The words in the column of kinds."""
        return self.tr_of_window(FOLDER) if info.isDir() else super().type(info)


class Filing(QObject):
    """Where the document of a window lives, and what happens to it when it is left."""

    def __init__(self, window: MainWindow, session: Session, kept: Kept) -> None:
        super().__init__(window)
        self._window, self._session, self._kept = window, session, kept
        self._tr = Translator()
        self._kinds = KindsOfFiles()
        self._path: Path | None = None
        self._title = ""

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What the actions do that are about files and pictures, by their ids."""
        return {
            "new": self.new,
            "open": self.choose_file_to_open,
            "restore": self.restore,
            "save": self.save,
            "save_as": self.choose_file_to_save,
            "export": self.choose_picture_file,
            "copy_picture": self.copy_picture,
        }

    def retranslate(self, tr: Translator) -> None:
        self._tr = self._kinds.tr_of_window = tr
        self._title = ""
        self.show_name()

    def show_name(self) -> None:
        """The document's name in the title, with a mark while it is not saved."""
        name = self._path.stem if self._path else self._tr(UNTITLED)
        title = f"{name}{'' if self._session.is_saved else ' •'}"
        if title != self._title:
            self._title = title
            self._window.show_document_name(name, changed=not self._session.is_saved)

    def new(self) -> None:
        """A fresh document; the old one, if it was not saved, is kept aside."""
        self.keep_unsaved()
        self._path = None
        self._session.open(Document())
        self.show_name()
        self.offer_kept()

    def choose_file_to_open(self) -> None:
        self._ask(self._tr("Open"), DOCUMENTS, self.open)

    def open(self, path: Path) -> bool:
        """Open a document; what was there stays if the file cannot be read, and is kept aside."""
        try:
            document = load(path)
        except FileError as error:
            self._say_trouble(error)
            return False
        self.keep_unsaved()
        self._path = path
        self._session.open(document)
        self.show_name()
        return True

    def save(self) -> None:
        if self._path is None:
            self.choose_file_to_save()
        else:
            self.save_to(self._path)

    def choose_file_to_save(self) -> None:
        self._ask(self._tr("Save"), DOCUMENTS, self.save_to, suffix=SUFFIX)

    def _proposed_name(self) -> str:
        """What a file is called that has no name yet: as the document, or as its function."""
        if self._path is not None:
            return self._path.stem
        return proposed_name(self._session.document.text) or self._tr(UNTITLED)

    def save_to(self, path: Path) -> None:
        try:
            refuse_folder(path, SUFFIX)
            save(self._session.document, path)
        except FileError as error:
            self._say_trouble(error)
            return
        self._path = path
        self._session.mark_saved()
        self._window.overlays.say(self._tr("Saved: {name}", name=path.name))

    def choose_picture_file(self) -> None:
        self._ask(self._tr("Save the picture"), PICTURES, self.save_picture, suffix=PNG)

    def save_picture(self, path: Path) -> None:
        """The plot as it is seen, at the screen's resolution."""
        try:
            refuse_folder(path, PNG)
            write_atomically(path, png(self._window.picture()))
        except FileError as error:
            self._say_trouble(error)
            return
        self._window.overlays.say(self._tr("Picture saved: {name}", name=path.name))

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._window.picture())
        self._window.overlays.say(self._tr("The picture is in the clipboard."))

    def keep_unsaved(self) -> None:
        """Put unsaved work aside. A failure must not keep the window from closing."""
        if self._session.is_saved:
            return
        try:
            self._kept.add(self._session.document)
        except (FileError, OSError):
            self._window.overlays.say(self._tr("Unsaved work could not be kept."))

    def offer_kept(self) -> None:
        """Say that there is unsaved work from before, with a button that brings it back."""
        if self._kept.newest() is not None:
            self._window.overlays.offer(
                self._tr("Work that was not saved has been kept."), self._tr("Restore"), "restore"
            )

    def restore(self) -> None:
        """Bring back the work that was kept last. It is unsaved still."""
        path = self._kept.newest()
        if path is None:
            return
        try:
            document = load(path)
        except FileError as error:
            self._say_trouble(error)
            return
        self.keep_unsaved()
        path.unlink(missing_ok=True)
        self._path = None
        self._session.restore(document)
        self.show_name()

    def _say_trouble(self, error: FileError) -> None:
        self._window.overlays.say(sentence(self._tr, error.code, error.fields))

    def _ask(
        self, title: str, kind: str, chosen: Callable[[Path], object], suffix: str = ""
    ) -> None:
        """The system's file dialog, beside the window's own life: nothing waits for it."""
        dialog = QFileDialog(self._window, title, "", self._tr(kind))
        # A window of its own does not inherit them, and would have light words on light paper.
        dialog.setPalette(self._window.palette())
        dialog.setFont(self._window.font())
        for label, words in NOT_IN_QT_CATALOGUE.items():
            dialog.setLabelText(label, self._tr(words))
        dialog.setIconProvider(self._kinds)
        if suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(suffix.removeprefix("."))
            dialog.selectFile(self._proposed_name() + suffix)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
