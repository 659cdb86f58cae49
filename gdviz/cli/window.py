"""gdviz: the window, on an expression or a file."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from gdviz.cli.commands import WINDOW
from gdviz.cli.options import Words, language_of, read_words, readable
from gdviz.cli.trouble import CommandError
from gdviz.i18n import Translator

SUFFIX = ".gdviz"
QT_FREE = (
    *("numpy", "gdviz.session.session", "gdviz.session.player", "gdviz.session.derivation_scene"),
    *("gdviz.session.resolve.descent", "gdviz.session.resolve.editor", "gdviz.document.kept"),
    *("gdviz.calculus.typesetting.abridgement", "gdviz.calculus.reading.partners"),
    *("gdviz.calculus.view.ticks", "gdviz.practice.progress", "gdviz.compute.dispatcher"),
)
"""What the first picture needs, loaded before Qt: PySide6 reads the source of each module that is
loaded after it, which is a tenth of the start."""


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the window opens on: an expression, a file, or neither; the language if one is asked."""

    text: str | None = None
    path: Path | None = None
    language: str | None = None


def read_window_arguments(words: Sequence[str]) -> WindowArguments:
    """The arguments after the program's name. Raises CommandError."""
    tr = Translator(language_of(words, os.environ))
    return window_arguments(read_words(words, WINDOW.options, tr), tr)


def window_arguments(words: Words, tr: Translator) -> WindowArguments:
    """The same from words that are sorted already."""
    if len(words.arguments) > 1:
        quoted = " ".join(words.arguments)
        raise CommandError(tr('Put the expression in quotes: "{expression}".', expression=quoted))
    language = words.get("--lang") or None
    if not words.arguments:
        return WindowArguments(language=language)
    (argument,) = words.arguments
    if argument.lower().endswith(SUFFIX):
        return WindowArguments(path=Path(argument), language=language)
    return WindowArguments(text=readable(argument), language=language)


def open_window(words: Sequence[str], sorted_words: Words, tr: Translator) -> int:
    """Open the window and stay until it is closed; returns the exit status. Raises CommandError."""
    arguments = window_arguments(sorted_words, tr)
    if arguments.path is not None:
        _check(arguments.path, tr)
    from gdviz.display import why_no_window

    if sentence := why_no_window(tr, os.environ):
        raise CommandError(sentence)
    gc.disable()  # until the window is there: nothing of what is loaded goes away again
    for module in QT_FREE:
        import_module(module)
    from gdviz.app import run

    return run([sys.argv[0], *words])


def _check(path: Path, tr: Translator) -> None:
    """A file that cannot be read is told before any window opens."""
    from gdviz.document.codec import FileError
    from gdviz.document.files import load
    from gdviz.sentences import sentence

    try:
        load(path)
    except FileError as error:
        raise CommandError(sentence(tr, error.code, error.fields)) from error
