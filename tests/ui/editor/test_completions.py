"""Which names the letters at the cursor may become."""

import pytest

from gdviz.calculus.functions import BY_SPELLING
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.markup import Letter
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.ui.editor.completions import ABOUT, MOST, Completion, offer


def shown(text, language="ru"):
    found = offer(text, len(text), language)
    return [] if found is None else [one.shown for one in found.completions]


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("si", "ru", "sin"),
        ("x si", "ru", "sin"),
        ("xsi", "en", "sin"),
        ("2arct", "ru", "arctg"),
        ("2arct", "en", "arctan"),
        ("ta", "ru", "tg"),
        ("ta", "en", "tan"),
        ("sq", "ru", "sqrt"),
        ("sigm", "ru", "sigmoid"),
        ("lo", "en", "log"),
        ("1 + al", "en", "α"),
        ("Si", "en", "sin"),
        ("со", "ru", "cos"),
        ("ех", "ru", "exp"),
        ("ыш", "ru", "sin"),
        ("кщ", "ru", "root"),
    ],
)
def test_names_in_the_school_notation(text, language, first):
    assert shown(text, language)[0] == first
    assert len(shown(text, language)) <= MOST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "s",
        "2x",
        "L(w)=w",
        "x sin",
        "xsin",
        "tg",
        "sin x",
        "xy",
        "foo",
        "pi",
        "ln(",
        "\\si",
    ],
)
def test_nothing_is_offered_for_what_is_whole_or_no_name(text):
    assert shown(text) == []


def test_only_at_the_end_of_a_word():
    assert offer("six", 2, "en") is None
    assert offer("si x", 2, "en") is not None


@pytest.mark.parametrize(
    ("text", "inserted"),
    [("co", "cos "), ("ma", "max("), ("roo", "root("), ("lo", "log_"), ("sig", "σ("), ("the", "θ")],
)
def test_what_is_written(text, inserted):
    found = offer(text, len(text), "ru")
    assert found is not None
    assert found.start == 0
    assert inserted in [one.inserted for one in found.completions]


def test_a_bracket_that_is_there_is_not_opened_again():
    found = offer("ma(x, 1)", 2, "en")
    assert found is not None
    assert found.completions[0].inserted == "max"


def test_every_function_is_told_about():
    assert {info.name for info in BY_SPELLING.values()} <= ABOUT.keys()


@pytest.mark.parametrize(
    ("typed", "language", "set_as"),
    [("sq", "en", "√x"), ("arct", "ru", "arctg x"), ("lo", "en", "log_a x"), ("thet", "en", "θ")],
)
def test_a_name_is_shown_as_it_will_be_set(typed: str, language: str, set_as: str):
    found = offer(typed, len(typed), language)
    assert found is not None
    expected = Letter(set_as) if len(set_as) == 1 else typeset(parse(set_as).body, language)
    assert found.completions[0].formula(language) == expected


def test_every_name_can_be_set():
    for name in ABOUT:
        function = "" if name == "pi" else name
        completion = Completion(name, ABOUT[name], name, function)
        for language in ("en", "ru"):
            assert plain(completion.formula(language))
