"""Names typed in Russian letters, by their meaning, their sound, their look, or their keys."""

import pytest

from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse, remedy
from gdviz.calculus.reading.russian import russian_name


def refused(text: str) -> ParseError:
    with pytest.raises(ParseError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("кос", "cos"),
        ("син", "sin"),
        ("тг", "tg"),
        ("косинус", "cos"),
        ("КОС", "cos"),
        ("арктан", "arctan"),
        ("сек", "sec"),
        ("сос", "cos"),
        ("cоs", "cos"),
        ("макс", "max"),
        ("ышт", "sin"),
        ("и", None),
        ("ж", None),
        ("привет", None),
        ("cos", None),
    ],
)
def test_the_name_that_is_meant(word: str, name: str | None) -> None:
    assert russian_name(word) == name


@pytest.mark.parametrize(
    ("text", "name", "mended"),
    [
        ("кос x", "cos", "cos x"),
        ("2кос(х)", "cos", "2cos(х)"),
        ("син x + кос x", "sin", "sin x + cos x"),
    ],
)
def test_it_is_suggested(text: str, name: str, mended: str) -> None:
    error = refused(text)
    assert (error.code, error.hint) == ("cyrillic", "hint-latin-name")
    assert error.fields["suggestion"] == name
    assert remedy(text, error) == mended


@pytest.mark.parametrize("text", ["и", "и + x", "Я", "сн x", "ж"])
def test_nothing_is_suggested_for_a_letter_that_means_nothing(text: str) -> None:
    assert remedy(text, refused(text)) is None


@pytest.mark.parametrize(
    ("text", "mended"), [("ышт ч", "sin x"), ("ч^2", "x^2"), ("ышт2ч", "sin2x")]
)
def test_the_keys_of_a_russian_keyboard_are_still_understood(text: str, mended: str) -> None:
    assert remedy(text, refused(text)) == mended


@pytest.mark.parametrize("text", ["2 ln x / x", "y = 2 ln x / x", "ln x / x", "2lnx/x", "sin x/x"])
def test_a_function_over_the_variable_is_read_without_a_notice(text: str) -> None:
    assert parse(text).notices == ()
