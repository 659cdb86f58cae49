"""Writing a file whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from gdviz.document.codec import FileError

CODES: Mapping[int, str] = {
    errno.ENOENT: "file-not-found",
    errno.ENOTDIR: "file-not-found",
    errno.EACCES: "file-not-permitted",
    errno.EPERM: "file-not-permitted",
    errno.EROFS: "file-not-permitted",
    errno.EISDIR: "file-is-folder",
    errno.ENOSPC: "file-no-space",
    errno.EDQUOT: "file-no-space",
}


def trouble(error: OSError, path: Path) -> FileError:
    """The system's complaint about a file, as one that has a sentence."""
    code = CODES.get(error.errno or 0, "file-trouble")
    return FileError(code, name=str(path), reason=error.strerror or type(error).__name__)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file in one move, once its new content is safely on the disk.

    A symbolic link stays one and the file it names is replaced; permissions of a file that was
    there are kept. Raises FileError, and then leaves everything as it was.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        mode = _mode(target)
        _write(temporary, content, mode)
        os.replace(temporary, target)
        _settle(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise trouble(error, path) from error


def _mode(target: Path) -> int | None:
    """Permissions of the file there is, None if there is none; only plain files are replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    return stat.S_IMODE(mode)


def _write(temporary: Path, content: bytes, mode: int | None) -> None:
    with temporary.open("wb") as file:
        if mode is not None:
            temporary.chmod(mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Put the new name on the disk too, where the system can open a folder."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
