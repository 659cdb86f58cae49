"""What nobody foresaw: logged in full, and said in one sentence; the window stays alive."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

log = logging.getLogger("gdviz")
LARGEST = 1 << 20
"""Bytes of the log at which it begins afresh."""


def watch(path: Path, say: Callable[[], None]) -> None:
    """Log every unforeseen exception to a file and the terminal, then `say` that it happened."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        log.error("unforeseen", exc_info=(kind, error, trace))
        say()

    log.addHandler(logging.StreamHandler())
    _log_to(path)
    sys.excepthook = tell


def _log_to(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.unlink()
        log.addHandler(logging.FileHandler(path, encoding="utf-8", delay=True))
    except OSError as error:
        log.warning("no log file: %s", error)
