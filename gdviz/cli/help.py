"""The text of --help, from the table of commands."""

import textwrap

from gdviz.cli.commands import COMMANDS, WINDOW, Command
from gdviz.cli.options import Option
from gdviz.i18n import Translator

WIDTH = 88


def help_text(command: Command, tr: Translator) -> str:
    """Usage, what the command does, options, and examples that can be copied."""
    commands = COMMANDS.values() if command is WINDOW else ()
    sections = [
        _section(tr("usage:"), [f"  {command.usage}", *(f"  {each.usage}" for each in commands)]),
        textwrap.fill(tr(command.about), WIDTH),
        _section(
            tr("options:"),
            _aligned([(_spelling(each), tr(each.about)) for each in command.options]),
        ),
        _section(
            tr("examples:"), [line for pair in command.examples for line in _example(pair, tr)]
        ),
    ]
    return "\n\n".join(sections) + "\n"


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([title, *lines])


def _spelling(option: Option) -> str:
    names = ", ".join(name for name in (option.short, option.name) if name)
    return f"{names} {option.value}".strip()


def _aligned(rows: list[tuple[str, str]]) -> list[str]:
    left = max(len(name) for name, _ in rows) + 4
    indent = " " * left
    return [
        textwrap.fill(text, WIDTH, initial_indent=f"  {name}".ljust(left), subsequent_indent=indent)
        for name, text in rows
    ]


def _example(pair: tuple[str, str], tr: Translator) -> list[str]:
    line, about = pair
    return [f"  {line}", f"      {tr(about)}"]
