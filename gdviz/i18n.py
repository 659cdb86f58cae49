"""Words for people, in their language.

The msgid is the English sentence itself, a literal with {fields}. Catalogues are gettext .po files,
one a package of the program, read as they are written: nothing to compile, nothing to forget.
"""

import ast
import gettext
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from gdviz import assets

LANGUAGES = {"en": "English", "ru": "Русский"}
Entry = tuple[str, tuple[str, ...]]
CATALOGUE_LINE = re.compile(
    r'(?:(?P<keyword>msgid_plural|msgid|msgstr(?:\[\d\])?) )?(?P<text>".*")'
)


def N_(message: str) -> str:
    """Mark a literal in a table for translation; it is translated where it is shown."""
    return message


class Translator:
    """Translates msgids to one language and fills their fields.

    An unknown language is English. Instances are immutable and cheap to hand around.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LANGUAGES else "en"
        self._messages: dict[str, tuple[str, ...]] = {}
        self._form: Callable[[int], int] = gettext.c2py("n != 1")
        for catalogue in sorted(assets.path("i18n", self.language).glob("*.po")):
            self._read(catalogue)

    def __call__(self, message: str, /, **fields: object) -> str:
        return self._messages.get(message, (message,))[0].format(**fields)

    def plural(self, one: str, many: str, count: int, /, **fields: object) -> str:
        """The form for `count`, which also fills the field {count}."""
        forms = self._messages.get(one, (one, many))
        form = forms[min(self._form(count), len(forms) - 1)]
        return form.format(count=count, **fields)

    def _read(self, catalogue: Path) -> None:
        for message, forms in read_catalogue(catalogue.read_text(encoding="utf-8")):
            if message:
                self._messages[message] = forms
            elif rule := re.search(r"plural=([^;\n]+)", forms[0]):
                self._form = gettext.c2py(rule[1])


def read_catalogue(text: str) -> Iterator[Entry]:
    """(msgid, translations) of each entry of a .po file; the header is the entry of "".

    Raises ValueError for a line that is none of a comment, a keyword or a quoted string.
    """
    entry: dict[str, str] = {}
    key = ""
    for line in map(str.strip, [*text.splitlines(), ""]):
        if not line or (line.startswith("msgid ") and "msgid" in entry):
            yield from _finished(entry)
            entry = {}
        if not line or line.startswith("#"):
            continue
        parts = CATALOGUE_LINE.fullmatch(line)
        if parts is None:
            raise ValueError(f"not a catalogue line: {line}")
        key = parts["keyword"] or key
        entry[key] = entry.get(key, "") + str(ast.literal_eval(parts["text"]))


def _finished(entry: dict[str, str]) -> Iterator[Entry]:
    if "msgid" in entry:
        forms = tuple(text for key, text in sorted(entry.items()) if key.startswith("msgstr"))
        if any(forms):
            yield entry["msgid"], forms


def preferred_language(environment: dict[str, str]) -> str:
    """The language that the environment asks for (LC_ALL, LC_MESSAGES, LANG), else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if wanted := environment.get(name):
            return "ru" if wanted.lower().startswith("ru") else "en"
    return "en"
