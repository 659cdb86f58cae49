"""Reading the words of a command line.

argparse takes a value that begins with a minus for an option; here an option's value is the word
after it, whatever that begins with, and a word that is no known option is an argument.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gdviz.cli.trouble import CommandError
from gdviz.i18n import LANGUAGES, Translator, preferred_language

LOOKS_LIKE_OPTION = re.compile(r"--[a-z]{2}[a-z-]*(=.*)?", re.DOTALL)
"""`--epsilno`; but `--x` is minus minus x."""


@dataclass(frozen=True, slots=True)
class Option:
    """`--name VALUE`, or a switch where `value` is empty; `about` is a msgid.

    repeats: may be given several times; the values are joined by commas.
    """

    name: str
    value: str
    about: str
    short: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A command line, sorted: arguments in order, the options' values by name (switches: "")."""

    arguments: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the option was given."""
        return name in self.values

    def get(self, name: str, default: str = "") -> str:
        """The option's value as typed."""
        return self.values.get(name, default)


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak, also about what is wrong with the words: the last --lang, if sound."""
    for word, following in reversed(list(zip(words, [*words[1:], ""], strict=False))):
        wanted = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and wanted in LANGUAGES:
            return wanted
    return preferred_language(dict(environment))


def read_words(words: Sequence[str], options: Sequence[Option], tr: Translator) -> Words:
    """Sort words into arguments and options; after `--` all are arguments. Raises CommandError."""
    known = {spelling: o for o in options for spelling in (o.name, o.short) if spelling}
    arguments: list[str] = []
    values: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return Words((*arguments, *rest), values)
        name, sign, value = word.partition("=")
        if word in known:
            _note(known[word], _value(known[word], rest, known, tr), values)
        elif sign and name in known and name.startswith("--"):
            _note(known[name], _attached(known[name], value, tr), values)
        elif LOOKS_LIKE_OPTION.fullmatch(word):
            raise CommandError(_unknown(name, known, tr))
        else:
            arguments.append(word)
    return Words(tuple(arguments), values)


def _note(option: Option, value: str, values: dict[str, str]) -> None:
    before = values.get(option.name)
    values[option.name] = f"{before},{value}" if option.repeats and before else value


def _value(option: Option, rest: list[str], known: Mapping[str, Option], tr: Translator) -> str:
    if not option.value:
        return ""
    if not rest or rest[0] in known:
        raise CommandError(tr("{option} needs a value.", option=f"{option.name} {option.value}"))
    return rest.pop(0)


def _attached(option: Option, value: str, tr: Translator) -> str:
    if not option.value:
        raise CommandError(tr("{option} takes no value.", option=option.name))
    if not value:
        raise CommandError(tr("{option} needs a value.", option=f"{option.name} {option.value}"))
    return value


def _unknown(name: str, known: Mapping[str, Option], tr: Translator) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return tr("There is no option {name}; {near} is the nearest.", name=name, near=near[0])
    return tr("There is no option {name}; --help lists those there are.", name=name)


def readable(word: str) -> str:
    """A word of bytes that are no text, with ? for each of them."""
    return word.encode("utf-8", "replace").decode()
