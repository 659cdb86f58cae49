"""From the words of a command line to an exit status: 0, or 2 with one sentence."""

import os
import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TextIO

from gdviz import __version__
from gdviz.cli.commands import CHECK, COMMANDS, DERIVE, DESCEND, SAMPLE, WINDOW, Command
from gdviz.cli.help import help_text
from gdviz.cli.options import Words, language_of, read_words, readable
from gdviz.cli.output import write_json
from gdviz.cli.trouble import CommandError
from gdviz.cli.window import open_window
from gdviz.compute.command import WORKER
from gdviz.i18n import LANGUAGES, Translator

DONE, WRONG, INTERRUPTED = 0, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name); returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [WORKER]:
        return _work()
    _open_closed_streams()
    tr = Translator(language_of(words, os.environ))
    try:
        status = _run(words, tr)
        sys.stdout.flush()
    except CommandError as trouble:
        return _tell(trouble, words)
    except BrokenPipeError:
        # Whoever read the answer (head, less) had enough, which is no fault.
        _write_no_more()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _write_no_more()
        return _tell(
            CommandError(tr("The answer cannot be written: {reason}.", reason=error.strerror)), []
        )
    except (MemoryError, RecursionError):
        return _tell(CommandError(tr("This is too much for the memory of this computer.")), words)
    return status


def _work() -> int:
    """This process is to compute for a window: how a frozen program starts its worker."""
    from gdviz.compute import worker

    return worker.main()


def _run(words: Sequence[str], tr: Translator) -> int:
    command, others = _command(words)
    read = read_words(others, command.options, tr)
    if read.has("--lang") and read.get("--lang") not in LANGUAGES:
        raise CommandError(tr("--lang is one of {known}.", known=", ".join(LANGUAGES)))
    if read.has("--help"):
        sys.stdout.write(help_text(command, tr))
    elif read.has("--version"):
        sys.stdout.write(f"gdviz {__version__}\n")
    elif command is WINDOW:
        return open_window(words, read, tr)
    else:
        _answer(command, _expression(command, read, tr), read, tr)
    return DONE


def _command(words: Sequence[str]) -> tuple[Command, list[str]]:
    """The command, and the words without its name; options may stand before it."""
    options = [option for command in (WINDOW, *COMMANDS.values()) for option in command.options]
    takes_value = {option.name: bool(option.value) for option in options}
    takes_value |= {option.short: bool(option.value) for option in options if option.short}
    place = 0
    while place < len(words) and words[place].partition("=")[0] in takes_value:
        place += 2 if takes_value.get(words[place]) else 1
    if place < len(words) and words[place] in COMMANDS:
        return COMMANDS[words[place]], [*words[:place], *words[place + 1 :]]
    return WINDOW, list(words)


def _expression(command: Command, words: Words, tr: Translator) -> str:
    if command.instead and words.has(command.instead):
        if words.arguments:
            raise CommandError(
                tr("Either an expression or {option}, not both.", option=command.instead)
            )
        return ""
    if not words.arguments:
        raise CommandError(tr("An expression is missing: {usage}", usage=command.usage))
    if len(words.arguments) < command.arguments:
        raise CommandError(tr("An answer is missing: {usage}", usage=command.usage))
    if len(words.arguments) > command.arguments:
        together = " ".join(words.arguments)
        raise CommandError(tr('Put the expression in quotes: "{expression}".', expression=together))
    return readable(words.arguments[0])


def _answer(command: Command, expression: str, words: Words, tr: Translator) -> None:
    """Run a command; its modules are loaded only then."""
    if command is DERIVE:
        from gdviz.cli.derive import run
    elif command is DESCEND:
        from gdviz.cli.descend import run
    elif command is CHECK:
        from gdviz.cli.check import run
    elif command is SAMPLE:
        from gdviz.cli.sample import run
    else:
        from gdviz.cli.render import run
    try:
        run(expression, words, tr)
    except CommandError as trouble:
        if trouble.input is None:
            trouble.input = expression or words.get(command.instead)
        raise


def _tell(trouble: CommandError, words: Sequence[str]) -> int:
    """One sentence on standard error; with --json the object on standard output too.

    A person at a terminal is shown the place as well; a program has it from the object.
    """
    if "--json" in words:
        write_json(trouble.as_json())
    sys.stderr.write(" ".join(trouble.sentence().split()) + "\n")
    if sys.stderr.isatty():
        for line in _place(trouble):
            sys.stderr.write(line + "\n")
    return WRONG


def _place(trouble: CommandError) -> list[str]:
    """The expression and the part of it that is not understood, if that is the trouble."""
    if not trouble.input or trouble.position is None or trouble.length is None:
        return []
    from gdviz.cli.excerpt import excerpt

    width = get_terminal_size().columns
    encoding = sys.stderr.encoding or "ascii"
    return excerpt(trouble.input, trouble.position, trouble.length, width, encoding)


def _write_no_more() -> None:
    """What could not be written is forgotten: Python would try it once more at its end, and tell
    of the failure in its own words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed_streams() -> None:
    """Standard streams that were closed, and a terminal that is not UTF-8, take any text."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")
