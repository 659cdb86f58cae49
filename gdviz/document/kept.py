"""Unsaved work that is kept when a window closes, until the person asks for it."""

import time
from pathlib import Path

from gdviz.document.document import Document
from gdviz.document.files import SUFFIX, save

MOST = 20
"""Documents kept; the oldest go first."""


class Kept:
    """A folder of documents, one file each; names are times, so the newest is the last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, document: Document) -> None:
        """Keep a document. Raises FileError or OSError where it cannot be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        save(document, self._folder / f"{time.time_ns():020d}{SUFFIX}")
        for old in self._files()[:-MOST]:
            old.unlink(missing_ok=True)

    def newest(self) -> Path | None:
        """The file that was kept last."""
        files = self._files()
        return files[-1] if files else None

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{SUFFIX}"))
