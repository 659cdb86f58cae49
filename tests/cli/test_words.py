"""Sorting the words of a command line, and the language that is spoken."""

import pytest

from gdviz.cli.commands import COMMANDS, DERIVE, RENDER, WINDOW
from gdviz.cli.options import Words, language_of, read_words
from gdviz.cli.trouble import CommandError
from gdviz.i18n import LANGUAGES, Translator

TR = Translator("en")


def read(*words, command=DERIVE):
    return read_words(words, command.options, TR)


def test_arguments_and_options():
    assert read("x^2", "--at", "1", "--json") == Words(("x^2",), {"--at": "1", "--json": ""})


@pytest.mark.parametrize("value", ["-1,2", "-x", "--5", "-", "-0.5", "−1", "=", "a=-2", ""])
def test_values_may_begin_with_anything(value):
    assert read("x", "--at", value).get("--at") == value


@pytest.mark.parametrize("expression", ["-x^2", "--x", "-1", "-", "−x", "-h^2", "-ln x", "--x + 1"])
def test_expressions_may_begin_with_a_minus(expression):
    assert read(expression, "--json").arguments == (expression,)


@pytest.mark.parametrize("word", ["--at=-1", "--at=a=1"])
def test_attached_values(word):
    assert read("x", word).get("--at") == word.removeprefix("--at=")


def test_after_two_hyphens_all_are_arguments():
    assert read("--json", "--", "--at", "-h") == Words(("--at", "-h"), {"--json": ""})


def test_a_short_option():
    assert read("x", "-o", "a.png", command=RENDER).get("--output") == "a.png"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--at"], "--at X,… needs a value."),
        (["x", "--at", "--json"], "--at X,… needs a value."),
        (["x", "--at="], "--at X,… needs a value."),
        (["x", "--json=yes"], "--json takes no value."),
        (["x", "--jsn"], "There is no option --jsn; --json is the nearest."),
        (["x", "--nonsense=1"], "There is no option --nonsense; --help lists those there are."),
    ],
)
def test_what_is_wrong_with_options(words, message):
    with pytest.raises(CommandError) as caught:
        read(*words)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
        (["--lang", "en"], {"LANG": "ru_RU.UTF-8"}, "en"),
        (["derive", "x", "--lang=ru"], {}, "ru"),
        (["--lang", "ru", "derive"], {}, "ru"),
        (["--lang", "ru", "--lang", "en"], {}, "en"),
        (["--lang", "de"], {"LANG": "ru"}, "ru"),
        (["--lang"], {"LANG": "ru"}, "ru"),
        (["--language=ru"], {}, "en"),
    ],
)
def test_the_language(words, environment, language):
    assert language_of(words, environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(gdviz, name, language):
    said = gdviz(*filter(None, [name]), "--help", "--lang", language)
    command = COMMANDS.get(name, WINDOW)
    assert (said.status, said.err) == (0, "")
    assert command.usage in said.out
    assert all(option.name in said.out for option in command.options)
    assert all(line in said.out for line, _ in command.examples)
    assert all(len(line) <= 100 for line in said.out.splitlines())
    assert ("примеры" in said.out) == (language == "ru")


@pytest.mark.parametrize("words", [["-h"], ["--lang", "ru", "-h"], ["derive", "x", "-h"]])
def test_help_is_asked_for_anywhere(gdviz, words):
    assert gdviz(*words).status == 0
