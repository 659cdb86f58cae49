"""gdviz derive."""

import io
import json
import sys

import pytest

KEYS = {
    "input",
    "reading",
    "latex",
    "variables",
    "parameters",
    "notices",
    "derivative",
    "derivative_latex",
    "steps",
    "simplified",
    "simplified_latex",
    "at",
}


@pytest.fixture
def derive(gdviz):
    def run(*words):
        said = gdviz("derive", *words, "--json")
        assert (said.status, said.err) == (0, "")
        assert said.json.keys() == KEYS
        return said.json

    return run


@pytest.fixture
def sheet(gdviz, monkeypatch):
    """Answers to lines of standard input."""

    def run(text: bytes, *words: str):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="ascii"))
        said = gdviz("derive", "-", *words)
        assert (said.status, said.err) == (0, "")
        return [json.loads(line, parse_constant=pytest.fail) for line in said.out.splitlines()]

    return run


def test_the_lecture_s_first_exercise(derive):
    answer = derive("y = tg x^2", "--at", "0.5,-1")
    assert answer["input"] == "y = tg x^2"
    assert answer["reading"] == "tan(x^2)"
    assert answer["variables"] == ["x"]
    assert answer["parameters"] == []
    assert answer["notices"] == []
    assert answer["derivative"] == "2*x/cos(x^2)^2"
    assert answer["derivative_latex"].startswith(r"\frac{2x}")
    first, second = answer["at"]
    assert first["value"] == pytest.approx(0.25534192122103627, rel=1e-12)
    assert first["slope"] == pytest.approx(1.06519949673285, rel=1e-12)
    assert first["left_slope"] == first["right_slope"] == first["slope"]
    assert first["angle_degrees"] == pytest.approx(46.808259021607476)
    assert second["x"] == -1
    assert -90 < second["angle_degrees"] < 0


def test_latex_speaks_the_language(gdviz):
    assert "tg" in gdviz("derive", "tg x", "--json", "--lang", "ru").json["latex"]
    assert r"\tan" in gdviz("derive", "tg x", "--json", "--lang", "en").json["latex"]


def test_latex_is_understood(derive):
    answer = derive(r"\frac{x^2}{\operatorname{tg} x}")
    assert answer["reading"] == "x^2/tan(x)"
    assert answer["input"] == r"\frac{x^2}{\operatorname{tg} x}"


def test_leading_minus(derive):
    assert derive("-x^2")["derivative"] == "-2*x"
    assert [at["x"] for at in derive("x", "--at", "-1,2")["at"]] == [-1, 2]
    assert derive("a x", "--values", "a=-2", "--at=-1")["at"][0]["value"] == 2


def test_values_make_parameters(derive):
    answer = derive("a sin kx", "--values", "a=2,k=3", "--at", "0")
    assert (answer["variables"], answer["parameters"]) == (["x"], ["a", "k"])
    assert answer["at"][0]["slope"] == 6


def test_parameters_not_given_are_one(derive):
    assert derive("a x + b", "--at", "1")["at"][0]["value"] == 2


def test_a_variable_in_values_is_a_parameter(derive):
    answer = derive("x^2 y", "--values", "x=3", "--at", "1")
    assert (answer["variables"], answer["parameters"]) == (["y"], ["x"])
    assert answer["at"][0]["slope"] == 9


def test_e_in_values_is_a_letter(derive):
    assert derive("e x", "--values", "e=2", "--at", "1")["at"][0]["value"] == 2


@pytest.mark.parametrize(("typed", "name"), [("alpha", "α"), ("α", "α"), ("а", "a")])
def test_letters_however_they_are_spelt(derive, typed, name):
    answer = derive(f"{typed} x", "--values", f"{typed}=5", "--at", "1")
    assert answer["parameters"] == [name]
    assert answer["at"][0]["value"] == 5


def test_numbers_may_be_formulas_without_letters(derive):
    points = derive("x", "--at", "pi/4,-1/3,sqrt 2,1e-3,−5")["at"]
    expected = [0.7853981633974483, -1 / 3, 2**0.5, 1e-3, -5]
    assert [at["x"] for at in points] == pytest.approx(expected)


def test_several_variables(derive):
    answer = derive("x^2 y", "--at", "x=0.7,y=0.9;y=2,x=1")
    assert answer["derivative"].keys() == answer["derivative_latex"].keys() == {"x", "y"}
    assert answer["derivative"]["y"] == "x^2"
    first, second = answer["at"]
    assert (second["x"], second["y"]) == (1, 2)
    assert second["gradient"] == [4, 1]
    assert first["value"] == pytest.approx(0.441)
    assert "slope" not in first


def test_bare_points_are_in_the_order_of_the_variables(derive):
    named, bare = (derive("x^2 y", "--at", at)["at"] for at in ("x=1,y=2;x=0,y=-1", "1,2;0,-1"))
    assert named == bare


def test_undefined_is_null_and_infinite_is_a_text(derive):
    (outside,) = derive("ln x", "--at", "-1")["at"]
    assert outside == {
        "x": -1,
        "value": None,
        "slope": None,
        "left_slope": None,
        "right_slope": None,
        "angle_degrees": None,
    }
    assert derive("9^9^9 x", "--at", "1,-1")["at"][0]["value"] == "inf"
    assert derive("9^9^9 x", "--at", "1,-1")["at"][1]["value"] == "-inf"


def test_a_notice_offers_the_other_reading(derive):
    (notice,) = derive("sin x/2")["notices"]
    assert notice.keys() == {"position", "length", "message", "alternative"}
    assert notice["message"]
    assert notice["alternative"] == "sin(x/2)"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_error_says_where_and_what_to_do(gdviz, language):
    said = gdviz("derive", "x +* 2", "--json", "--lang", language)
    assert said.status == 2
    assert said.json.keys() == {"input", "error"}
    error = said.json["error"]
    assert error.keys() == {"position", "length", "message", "hint"}
    assert 0 <= error["position"] <= 6
    assert error["message"] in said.err
    assert len(said.err.splitlines()) == 1


def test_a_sheet_of_lines(sheet):
    answers = sheet("x^2\r\nx +\n\n√x".encode(), "--at", "4")
    assert [answer["input"] for answer in answers] == ["x^2", "x +", "", "√x"]
    assert [("error" in answer) for answer in answers] == [False, True, True, False]
    assert [answers[0]["at"][0]["slope"], answers[3]["at"][0]["slope"]] == [8, 0.25]


def test_a_line_that_is_not_utf_8(sheet):
    assert "error" in sheet(b"\xff\xfe x\n")[0]


def test_a_byte_order_mark_is_no_part_of_the_line(sheet):
    assert sheet(b"\xef\xbb\xbfx^2\n")[0]["input"] == "x^2"


def test_lines_that_do_not_fit_the_points(sheet):
    fits, does_not = sheet(b"x^2\nx y\n", "--at", "1")
    assert fits["at"][0]["slope"] == 2
    assert "x, y" in does_not["error"]["message"]


def test_nothing_to_read(sheet):
    assert sheet(b"") == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_line_of_a_sheet_is_answered(sheet, language):
    lines = [
        "__import__('os')",
        "9^9^9",
        "(" * 400,
        "x" * 10_000,
        "\t",
        "💩",
        "sin",
        "{x}",
        "%s",
        "-",
    ]
    answers = sheet("\n".join(lines).encode(), "--lang", language)
    assert [answer["input"] for answer in answers] == lines


def test_readable(gdviz):
    said = gdviz("derive", "tg x^2", "--at", "0.5,-1")
    assert (said.status, said.err) == (0, "")
    function, derivative, blank, head, *rows = said.out.splitlines()
    assert function == "f(x) = tan x²"
    assert derivative.startswith("f′(x) = ")
    assert blank == ""
    assert head.split() == ["x", "f(x)", "f′(x)", "α"]
    assert [row.split() for row in rows] == [
        ["0.5", "0.255342", "1.0652", "46.81°"],
        ["−1", "1.55741", "−6.85104", "−81.7°"],
    ]


def test_readable_says_why_there_is_no_slope(gdviz):
    said = gdviz("derive", "|x|", "--at", "0", "--lang", "ru")
    *_, row, reason = said.out.splitlines()
    assert row.split() == ["0", "0", "—", "—"]
    assert reason.startswith("x = 0: ")


def test_readable_notices(gdviz):
    assert "\n! " in gdviz("derive", "sin x/2").out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "An expression is missing: gdviz derive EXPR"),
        (["x", "y"], 'Put the expression in quotes: "x y".'),
        (["x", "--at", "1,,2"], "--at: “” is not a finite number"),
        (["x", "--at", "y=1"], "must give a number for each of the variables x"),
        (["x y", "--at", "1"], "must give a number for each of the variables x, y"),
        (["x y", "--at", "x=1,y=2,z=3"], "must give a number for each of the variables x, y"),
        (["x", "--at", "nan"], "“nan” is not a finite number"),
        (["x", "--at", "1e400"], "“1e400” is not a finite number"),
        (["x", "--at", "a"], "“a” is not a finite number"),
        (["x", "--at", "ln 0"], "“ln 0” is not a finite number"),
        (["x", "--at", "__import__('os')"], "is not a finite number"),
        (["a x", "--values", "a"], "“a” is not of the form a=2"),
        (["a x", "--values", "a=b"], "“b” is not a finite number"),
        (["a x", "--values", "sin=2"], "“sin=2” is not of the form a=2"),
        (["x", "--lang", "de"], "--lang is one of en, ru."),
    ],
)
def test_what_is_refused(refused, words, part):
    assert part in refused("derive", *words)
    assert part in refused("derive", *words, "--json")


@pytest.mark.parametrize("text", ["0/0", "1/0 + x", "sqrt(-1 - x^2)"])
def test_a_function_that_is_defined_nowhere_has_no_derivative(gdviz, text):
    said = gdviz("derive", text, "--json", "--at", "1").json
    assert said["derivative"] is said["simplified"] is said["steps"] is None
    (notice,) = said["notices"]
    assert notice["message"] == "f is defined nowhere: it has no derivative."
    assert said["at"][0]["slope"] is said["at"][0]["left_slope"] is None
    lines = gdviz("derive", text, "--steps").out.splitlines()
    assert lines[1:] == ["f is defined nowhere: it has no derivative."]
    assert "defined nowhere" in gdviz("derive", text, "--latex", "--steps").out


def test_conditions_stand_beside_the_derivative(gdviz):
    assert "f′(x) = 0, x ≠ 0" in gdviz("derive", "sign x").out
    assert "f′(x) = 0, x ∉ ℤ" in gdviz("derive", "floor x").out
    assert gdviz("derive", "|x|", "--json").json["conditions"] == ["x ≠ 0"]
    assert r"\mathbf{Z}" in gdviz("derive", "floor x", "--latex").out


@pytest.mark.parametrize(
    ("at", "points"),
    [
        ("0,5;1,5", [0.5, 1.5]),
        ("0,5;", [0.5]),
        ("-0,5;2", [-0.5, 2]),
        ("x=0,5", [0.5]),
        ("x=0,5;x=1", [0.5, 1]),
        ("x=0.5,x=1", [0.5, 1]),
        ("0,5", [0, 5]),
        ("0.5,1", [0.5, 1]),
    ],
)
def test_a_comma_is_decimal_where_a_semicolon_separates(derive, at, points):
    assert [found["x"] for found in derive("x^2", "--at", at)["at"]] == points


def test_how_a_lone_comma_was_read_is_told(gdviz):
    said = "! 0,5 is read as two points, 0 and 5. For one number write 0.5."
    assert said in gdviz("derive", "x^2", "--at", "0,5").out
    assert gdviz("derive", "x^2", "--at", "0,5", "--json").json["notices"][0]["message"] == said[2:]
    assert "две точки: 1 и 2" in gdviz("derive", "x^2", "--at", "1,2", "--lang", "ru").out
    for usual in ("1,2", "0.5,1", "0,5;", "0,1,2"):
        assert "two points" not in gdviz("derive", "x^2", "--at", usual).out


def test_values_with_a_decimal_comma(gdviz):
    for values in ("a=0,5,b=2", "a=0,5;b=2", "a=0.5,b=2"):
        at = gdviz("derive", "a x + b", "--values", values, "--at", "1", "--json").json["at"]
        assert at[0]["value"] == 2.5
