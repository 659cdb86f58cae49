"""gdviz check."""

import pytest

KEYS = {"verdict", "mistake", "step", "algebra", "others", "notices", "message"}
STEP_KEYS = {"rule", "variable", "inner", "before", "after", "instead"}


@pytest.fixture
def check(gdviz):
    def run(*words):
        said = gdviz("check", *words, "--json")
        assert (said.status, said.err) == (0, "")
        assert said.json.keys() == KEYS
        return said.json

    return run


@pytest.mark.parametrize(
    "answer", ["2x/cos^2 x^2", "2x (1 + tg^2 x^2)", "y' = 2x sec^2 x^2", "2*x*sec(x^2)^2"]
)
def test_equivalent_forms_are_right(check, answer):
    marked = check("y = tg x^2", answer)
    assert (marked["verdict"], marked["mistake"], marked["step"]) == ("right", None, None)
    assert marked["message"] == "Right!"


def test_a_mistake_is_named_with_its_step(check):
    marked = check("y = tg x^2", "1/cos^2 x^2")
    assert (marked["verdict"], marked["mistake"]) == ("wrong", "inner-derivative-forgotten")
    assert marked["step"] == {
        "rule": "chain",
        "variable": "x",
        "inner": None,
        "before": "tan(x^2)",
        "after": "2*x/cos(x^2)^2",
        "instead": "1/cos(x^2)^2",
    }


def test_a_mistake_in_an_outer_function_tells_what_u_is(check):
    step = check("cos 3x", "3 sin 3x")["step"]
    assert step.keys() == STEP_KEYS
    assert (step["rule"], step["variable"], step["inner"]) == ("cosine", "u", "3*x")
    assert (step["before"], step["after"], step["instead"]) == ("cos(u)", "-sin(u)", "sin(u)")


def test_two_mistakes(check):
    marked = check("cos 3x", "sin 3x")
    assert marked["mistake"] == "inner-derivative-forgotten"
    assert [other["mistake"] for other in marked["others"]] == ["sign-of-cosine"]
    assert marked["others"][0]["step"]["rule"] == "cosine"


def test_a_mistake_of_the_whole_has_no_step(check):
    marked = check("sin x", "7cos x")
    assert (marked["mistake"], marked["step"]) == ("wrong-factor", None)
    assert "7 times" in marked["message"]


def test_false_algebra_is_told_with_what_was_taken_for_equal(check, gdviz):
    marked = check("(x^3)^2", "5x^4")
    assert (marked["mistake"], marked["step"]) == ("exponents-not-multiplied", None)
    assert marked["algebra"] == {"part": "(x^3)^2", "instead": "x^5"}
    assert "(x³)² ≠ x⁵" in gdviz("check", "(x^3)^2", "5x^4").out


def test_an_unknown_mistake_is_shown_at_a_point(check):
    marked = check("x^2", "17 sin x")
    assert (marked["verdict"], marked["mistake"], marked["step"]) == ("wrong", None, None)
    assert "x = 1" in marked["message"]


def test_values_may_begin_with_a_minus(check):
    assert check("-x^2", "-2x")["verdict"] == "right"


def test_values_of_letters(check):
    assert check("a sin kx", "6cos 3x", "--values", "a=2,k=3")["verdict"] == "right"
    assert check("a sin kx", "a k cos kx")["verdict"] == "right"
    assert check("a sin kx", "6cos 3x")["verdict"] == "wrong"


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "Not yet."), ("ru", "Пока нет.")],
)
def test_readable(gdviz, language, first):
    said = gdviz("check", "cos 3x", "3 sin 3x", "--lang", language)
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == first
    assert "(cos u)′ = −sin u" in lines[1]
    assert lines[2].endswith("u = 3x")
    assert len(lines) == 3


def test_readable_when_right(gdviz):
    assert gdviz("check", "x^2", "2x").out == "Right!\n"


def test_trouble_in_the_answer_is_told_with_its_place(gdviz):
    said = gdviz("check", "x^2", "2x +", "--json")
    assert said.status == 2
    assert said.json["input"] == "2x +"
    assert said.json["error"]["position"] >= 2
    assert said.json["error"]["message"] in said.err


def test_trouble_in_the_question(gdviz):
    said = gdviz("check", "x^2 +", "2x", "--json")
    assert said.status == 2
    assert said.json["input"] == "x^2 +"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "An expression is missing: gdviz check EXPR ANSWER"),
        (["x"], "An answer is missing: gdviz check EXPR ANSWER"),
        (["x", "+", "1"], 'Put the expression in quotes: "x + 1".'),
        (["x y", "y"], "one variable, not of x, y"),
        (["x", ""], 'The answer is empty: write the derivative, as in gdviz check "x^2" "2x".'),
        (["x", "y' ="], "The answer is empty"),
        (["", "1"], "Type a function."),
        (["x", "1", "--at", "2"], "There is no option --at"),
        (["a x", "a", "--values", "a"], "not of the form a=2"),
    ],
)
def test_what_is_refused(refused, words, part):
    assert part in refused("check", *words)
    assert part in refused("check", *words, "--json")


def test_how_a_wrong_answer_was_read_is_said(gdviz, check):
    (notice,) = check("sqrt x", "1/2x^-1")["notices"]
    assert notice.keys() == {"position", "length", "message", "alternative"}
    assert notice["alternative"] == "1/(2x^-1)"
    said = gdviz("check", "sqrt x", "1/2x^-1")
    assert f"! {notice['message']}" in said.out.splitlines()


def test_of_a_right_answer_no_other_reading_is_offered(gdviz, check):
    assert check("x^2/4", "1/2x")["notices"] == []
    assert gdviz("check", "x^2/4", "1/2x").out == "Right!\n"
