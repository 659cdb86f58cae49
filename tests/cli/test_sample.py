"""gdviz sample."""

import json
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[1] / "data" / "plots.json"
CASES: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]
KEYS = {
    "input", "reading", "view", "size", "pieces", "bands", "marks", "crowded", "message",
    "asymptotes",
}  # fmt: skip
MARK_KEYS = {"kind", "x", "y", "value", "turn", "left", "right"}
BOUNDS = ("--from", "--to", "--bottom", "--top")
MESSAGES = {
    "negbase": "not defined anywhere in view",
    "farzoom": "float64",
    "alias-grid": "varies faster than the screen can show",
}


@pytest.fixture
def sample(gdviz):
    def run(text, window=(), *words):
        bounds = [word for pair in zip(BOUNDS, map(repr, window), strict=False) for word in pair]
        said = gdviz("sample", text, *bounds, *words, "--json")
        assert (said.status, said.err) == (0, "")
        assert said.json.keys() == KEYS
        return said.json

    return run


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_functions_that_break_plotters(sample, case):
    told = sample(case["input"], case["window"], "--size", "1920x1080")
    assert told["view"] == case["window"]
    for x, kind, left, right in case.get("breaks", ()):
        (mark,) = (
            mark for mark in told["marks"] if mark["kind"] == kind and abs(mark["x"] - x) < 1e-9
        )
        assert mark.keys() == MARK_KEYS
        for side, limit in (("left", left), ("right", right)):
            wanted = limit if isinstance(limit, str) or limit is None else pytest.approx(limit)
            assert mark[side]["limit"] == wanted
    said = MESSAGES.get(case["id"])
    assert (told["message"] is None) == (said is None)
    assert said is None or said in told["message"]
    assert all(isfinite(number) for piece in told["pieces"] for xy in piece for number in xy)
    assert all(low <= high for band in told["bands"] for _, low, high in band)


def test_the_automatic_view_fills_in(sample):
    told = sample("x^2")
    x0, x1, y0, y1 = told["view"]
    assert x0 < 0 < x1
    assert y0 < 0 < y1
    assert sample("x^2", (0.0, 1.0))["view"] == [0.0, 1.0, y0, y1]
    assert told["size"] == [1920, 1080]


def test_values_of_letters(sample):
    told = sample("a x + b", (-5.0, 5.0, -5.0, 5.0), "--values", "a=2,b=-1")
    (mark,) = told["marks"]
    assert (mark["kind"], mark["x"], mark["y"]) == ("zero", 0.5, 0.0)


def test_the_language_of_the_message(sample):
    assert "не определена" in sample("(-3)^x", (-5.0, 5.0, -5.0, 5.0), "--lang", "ru")["message"]


def test_as_text(gdviz):
    said = gdviz("sample", "|x|", "--from", "-2", "--to", "2", "--bottom", "-1", "--top", "3")
    head, counts, *marks = said.out.splitlines()
    assert head == "view: x from −2 to 2, y from −1 to 3, 1920×1080 pixels"
    assert counts.startswith("pieces: 1, with ")
    assert counts.endswith(" vertices; bands: 0; marks: 3")
    assert marks == [
        "  A corner (0; 0): the slope is −1 on the left, 1 on the right",
        "  Minimum: f(0) = 0",
        "  Zero: f(0) = 0",
    ]
    crowd = gdviz("sample", "tg 300x", "--from", "-5", "--to", "5", "--lang", "ru")
    assert "Разрывов больше, чем можно различить на экране" in crowd.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--from", "1", "--to", "1"], "1 is not less than 1"),
        (["--bottom", "5", "--top", "-5"], "5 is not less than −5"),
        (["--from", "0", "--to", "1e-320"], "out of range"),
        (["--bottom", "-1e308", "--top", "1e308"], "out of range"),
        (["--from", "x"], "--from"),
        (["--size", "big"], "--size"),
    ],
)
def test_what_is_refused(refused, words, part):
    assert part in refused("sample", "x^2", *words)
    assert part in refused("sample", "x^2", *words, "--json")


def test_functions_of_several_variables_are_refused(refused):
    assert "x, y" in refused("sample", "x y")


def test_asymptotes_stand_by_themselves(sample, gdviz):
    told = sample("(x^2 + 1)/(x - 3)")
    (line,) = told["asymptotes"]
    assert (line["slope"], line["intercept"]) == pytest.approx((1, 3))
    assert line["left"]
    assert line["right"]
    assert {mark["kind"] for mark in told["marks"]} == {"pole", "extremum"}
    words = gdviz("sample", "(x^2 + 1)/(x - 3)", "--lang", "en").out
    assert "Oblique asymptote: y = x + 3; as x → ±∞." in words
