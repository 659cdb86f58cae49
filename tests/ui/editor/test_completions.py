"""Which names the letters at the cursor may become."""

import pytest

from gdviz.calculus.functions import BY_SPELLING
from gdviz.ui.editor.completions import ABOUT, MOST, offer


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
