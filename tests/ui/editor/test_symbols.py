"""What the palette's buttons write."""

import pytest

from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse
from gdviz.ui.editor.symbols import SYMBOLS, written


@pytest.mark.parametrize(
    ("template", "selected", "text", "cursor"),
    [
        ("π", "", "π", 1),
        ("√(□)", "", "√()", 2),
        ("√(□)", "x+1", "√(x+1)", 6),
        ("□^2", "", "^2", 2),
        ("□^2", "x", "x^2", 3),
        ("□^2", "x+1", "(x+1)^2", 7),
        ("□^2", "(x+1)", "(x+1)^2", 7),
        ("□^2", "(x)(y)", "((x)(y))^2", 10),
        ("□^(▮)", "x", "x^()", 3),
        ("□^(▮)", "", "^()", 2),
        ("(□)/(▮)", "", "()/()", 1),
        ("(□)/(▮)", "x", "(x)/()", 5),
        ("log_(▮)(□)", "", "log_()()", 7),
        ("log_(▮)(□)", "x", "log_()(x)", 5),
        ("|□|", "x-1", "|x-1|", 5),
        ("sin(□)", "", "sin()", 4),
    ],
)
def test_templates(template, selected, text, cursor):
    assert written(template, selected) == (text, cursor)


def test_a_name_does_not_run_into_letters():
    assert written("sin(□)", "x", before="a").text == " sin(x)"
    assert written("e", "", before="2", behind="x").text == "e "
    assert written("sin(□)", "x", before="2").text == "sin(x)"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("symbol", SYMBOLS, ids=lambda symbol: symbol.id)
def test_what_is_written_round_a_selection_can_be_read_once_it_is_filled(symbol, language):
    text, cursor = written(symbol.template(language), "x")
    filled = text[:cursor] + "2" + text[cursor:] if "()" in text else text
    assert parse(filled)


@pytest.mark.parametrize("symbol", SYMBOLS, ids=lambda symbol: symbol.id)
def test_what_is_missing_is_asked_for_at_its_place(symbol):
    text, _ = written(symbol.template("ru"), "")
    if symbol.id in ("pi", "e"):
        assert parse(text)
        return
    with pytest.raises(ParseError) as caught:
        parse(text)
    assert caught.value.hint


def test_identities_differ():
    assert len({symbol.id for symbol in SYMBOLS}) == len(SYMBOLS)
