"""Every text a person reads is translated, and every translation is read."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from gdviz import assets, sentences
from gdviz.i18n import LANGUAGES, N_, Translator, preferred_language, read_catalogue
from gdviz.sentences import SENTENCES, descent

PACKAGE = Path(__file__).parent.parent / "gdviz"
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
CALLS = {"tr": 1, "_tr": 1, "N_": 1, "plural": 2}
"""Names of what translates, and how many msgids each takes."""


class Message(NamedTuple):
    """A msgid in the code; `others` has its plural where it has one."""

    place: str
    msgid: str
    others: tuple[str, ...]


def calls() -> Iterator[tuple[str, str, list[ast.expr]]]:
    """Place, name and arguments of every call that translates or marks for translation."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in CALLS:
                    place = f"{file.relative_to(PACKAGE)}:{node.lineno}"
                    yield place, name, node.args[: CALLS[name]]


def messages() -> list[Message]:
    """Every literal msgid in the package."""
    found = []
    for place, _, arguments in calls():
        literals = [a.value for a in arguments if isinstance(a, ast.Constant)]
        if literals:
            found.append(Message(place, str(literals[0]), tuple(map(str, literals[1:]))))
    return found


def entries(language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every entry of a language's catalogues, headers apart."""
    catalogues = assets.path("i18n", language).glob("*.po")
    texts = [catalogue.read_text(encoding="utf-8") for catalogue in catalogues]
    return [entry for text in texts for entry in read_catalogue(text) if entry[0]]


def fields(text: str) -> set[str]:
    """Names of the {fields} of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_code_has_messages():
    assert len(messages()) > 100


def test_messages_are_literals_or_looked_up_in_tables():
    """A message put together at run time is in no catalogue."""
    assert [
        place for place, _, arguments in calls() if any(is_composed(a) for a in arguments)
    ] == []


def is_composed(argument: ast.expr) -> bool:
    """Whether a message is made of parts; taken from a table (`.get`) it is whole."""
    if isinstance(argument, ast.Call):
        return getattr(argument.func, "attr", "") != "get"
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_marked_messages_are_literals():
    marked = [(place, arguments) for place, name, arguments in calls() if name == "N_"]
    assert [place for place, (a, *_) in marked if not isinstance(a, ast.Constant)] == []


def test_messages_can_be_filled():
    """Fields are named, so that a translation may put them elsewhere."""
    for message in messages():
        assert all(field.isidentifier() for field in fields(message.msgid)), message


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing(language):
    known = {msgid for msgid, _ in entries(language)}
    missing = sorted({f"{m.place} {m.msgid}" for m in messages() if m.msgid not in known})
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_unused(language):
    used = {message.msgid for message in messages()}
    assert sorted(msgid for msgid, _ in entries(language) if msgid not in used) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_translated_twice(language):
    counts = Counter(msgid for msgid, _ in entries(language))
    assert [msgid for msgid, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_fields_are_the_same(language):
    plurals = {message.msgid: message.others for message in messages() if message.others}
    for msgid, forms in entries(language):
        expected = fields(msgid).union(*map(fields, plurals.get(msgid, ())))
        if msgid in plurals:
            expected.add("count")
        for form in forms:
            assert fields(form) <= expected, (msgid, form)
            assert expected - fields(form) <= {"count"}, (msgid, form)
            assert msgid in plurals or fields(form) == expected, (msgid, form)


@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_have_all_their_forms(language):
    plurals = {message.msgid for message in messages() if message.others}
    wanted = {True: number_of_forms(language), False: 1}
    wrong = [m for m, forms in entries(language) if len(forms) != wanted[m in plurals]]
    assert wrong == []


def number_of_forms(language: str) -> int:
    """nplurals of a language's catalogues."""
    found = [re.search(r"nplurals=(\d)", header) for header in headers(language)]
    (number,) = {int(match[1]) for match in found if match}
    return number


def headers(language: str) -> list[str]:
    """The header of each catalogue."""
    catalogues = sorted(assets.path("i18n", language).glob("*.po"))
    return [
        dict(read_catalogue(catalogue.read_text(encoding="utf-8")))[""][0]
        for catalogue in catalogues
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_headers_agree(language):
    (header,) = set(headers(language))
    assert f"Language: {language}\n" in header
    assert "charset=UTF-8" in header
    assert "Plural-Forms: nplurals=" in header


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_are_in_their_language(language):
    """Words of English left over are an entry that was forgotten."""
    assert [
        msgid
        for msgid, (form, *_) in entries(language)
        if form == msgid and re.search("[a-z]{3}", re.sub(r"{\w+}|\.?gdviz|PNG|JSON", "", form))
    ] == []


def test_codes_of_sentences_are_unique():
    names = [module.name for module in pkgutil.iter_modules(sentences.__path__)]
    tables = [importlib.import_module(f"gdviz.sentences.{name}") for name in names]
    codes = [code for table in tables for code in getattr(table, "SENTENCES", ())]
    assert sorted(codes) == sorted(SENTENCES)
    groups = (descent.REASONS, descent.CAUSES, descent.CAVEATS, descent.TROUBLES, descent.DATA)
    assert sum(map(len, groups)) == len(descent.SENTENCES)


def test_english_is_the_msgid_itself():
    tr = Translator("en")
    assert tr("There is no file {name}, or no folder for it.", name="a") == (
        "There is no file a, or no folder for it."
    )


def test_russian_is_translated():
    tr = Translator("ru")
    assert tr("There is no file {name}, or no folder for it.", name="{b}") == (
        "Файла {b} нет, или нет папки для него."
    )


def test_an_unknown_language_is_english():
    assert Translator("de").language == "en"


def test_a_mark_changes_nothing():
    assert N_("as it is") == "as it is"


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [("en", 1, "one 1"), ("en", 2, "many 2"), ("en", 0, "many 0")],
)
def test_plurals_without_a_translation(language, count, expected):
    tr = Translator(language)
    one, many = "one {count}", "many {count}"
    assert tr.plural(one, many, count) == expected


@pytest.mark.parametrize(
    ("count", "form"), [(1, 0), (21, 0), (2, 1), (24, 1), (5, 2), (11, 2), (112, 2), (0, 2)]
)
def test_russian_plurals(count, form, tmp_path, monkeypatch):
    header = headers("ru")[0].replace("\n", "\\n")
    catalogue = f'msgid ""\nmsgstr "{header}"\n\nmsgid "{{count}} step"\n'
    catalogue += (
        'msgid_plural "{count} steps"\nmsgstr[0] "шаг"\nmsgstr[1] "шага"\nmsgstr[2] "шагов"\n'
    )
    (tmp_path / "a.po").write_text(catalogue, encoding="utf-8")
    monkeypatch.setattr(assets, "path", lambda *parts: tmp_path)
    one, many = "{count} step", "{count} steps"
    assert Translator("ru").plural(one, many, count) == ("шаг", "шага", "шагов")[form]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "ru_RU"}, "ru"),
        ({"LANG": "ru", "LC_ALL": ""}, "ru"),
        ({"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language_of_the_environment(environment, language):
    assert preferred_language(environment) == language


def test_a_catalogue_is_read_as_gettext_has_it():
    text = '# a remark\nmsgid "a"\n"b"\nmsgstr "c\\n"\n"d"\nmsgid "e"\nmsgstr ""\n'
    assert list(read_catalogue(text)) == [("ab", ("c\nd",))]


@pytest.mark.parametrize("line", ["msgctxt 'x'", "hello", "msgid без кавычек"])
def test_a_line_that_is_no_catalogue_line(line):
    with pytest.raises(ValueError, match="not a catalogue line"):
        list(read_catalogue(line))


RETIRED = re.compile(r"цепочк|(?<!угол )(?<!угла )наклон(?!ная асимптота)", re.IGNORECASE)
"""Other words for the rule of a composite function, and for the slope of a line (an oblique
asymptote is called so)."""


def test_one_thing_has_one_word_in_russian() -> None:
    texts = [text for _, translations in entries("ru") for text in translations]
    assert texts
    assert not [text for text in texts if RETIRED.search(text)]
