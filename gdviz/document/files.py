"""Documents in files: `.gdviz`, versioned JSON that a person can read.

{"format": "gdviz", "version": 1, "document": {"text": "tg x^2", "x0": 1.2, …}}

Nothing in a file is ever evaluated: the typed line goes the same way as one from the editor.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

from gdviz.document.atomic import trouble, write_atomically
from gdviz.document.codec import FileError, decode, encode
from gdviz.document.document import Document

FORMAT: Final = "gdviz"
VERSION: Final = 1
LARGEST = 1 << 20
"""Bytes. A document is a few hundred; whatever is larger is not one."""
SUFFIX: Final = ".gdviz"


NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f\ud800-\udfff/\\:*?"<>|]+')
"""What some system does not allow in the name of a file."""
LONGEST_NAME: Final = 60


def proposed_name(text: str) -> str:
    """The name of a file for a typed line: "y = 1/x^2" → "y = 1 x^2", without an ending.

    Empty where nothing of the line may stand in a name.
    """
    words = " ".join(NOT_IN_NAMES.sub(" ", text).split())
    return words[:LONGEST_NAME].strip(" .")


def refuse_folder(path: Path, suffix: str) -> None:
    """Raises FileError for a folder, and for a file whose name is nothing but the ending: that is
    what a file dialog makes of the name of a folder."""
    if path.name == suffix or path.is_dir():
        folder = path.parent if path.name == suffix else path
        raise FileError("file-is-folder", name=str(folder))


def save(document: Document, path: Path) -> None:
    """Write the document so that the file is either the old one or the new one, whole.

    Raises FileError where it cannot be written, or would not be read back.
    """
    write_atomically(path, to_text(document).encode())


def load(path: Path) -> Document:
    """Read a document. Raises FileError that says what is wrong with the file."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise trouble(error, path) from error
    if len(content) > LARGEST:
        raise FileError("file-too-large", name=path.name)
    return from_bytes(content)


def to_text(document: Document) -> str:
    """The content of a file. Raises FileError for a document that would not be read back."""
    data = encode(document)
    decode(data)
    whole = {"format": FORMAT, "version": VERSION, "document": data}
    text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)
    return re.sub("[\ud800-\udfff]", _escaped, text) + "\n"


def from_bytes(content: bytes) -> Document:
    """The document in the content of a file. Raises FileError."""
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FileError("file-not-json") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise FileError("file-not-gdviz")
    _check_version(whole.get("version"))
    return decode(whole.get("document"))


def _check_version(version: Any) -> None:
    if type(version) is not int or version < 1:
        raise FileError("file-not-gdviz")
    if version > VERSION:
        raise FileError("file-newer", version=str(version), known=str(VERSION))


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _escaped(half: re.Match[str]) -> str:
    """Half a surrogate pair has no UTF-8; JSON has an escape for it."""
    return f"\\u{ord(half[0]):04x}"
