"""Whatever is typed, a command answers or says what is wrong, and the answer is strict JSON."""

import contextlib
import io
import json

from hypothesis import example, given
from hypothesis import strategies as st

from gdviz.calculus.canonical import canonical
from gdviz.cli import main
from gdviz.cli.commands import DERIVE, DESCEND
from tests.strategies import expressions

PIECES = st.sampled_from(
    [
        "x",
        "w",
        "2",
        "tg ",
        "^",
        "(",
        ")",
        "-",
        "/",
        "0",
        "|",
        "√",
        ",",
        "=",
        "е",
        "π",
        " ",
        "!",
        "{",
        "%",
    ]
)
LINES = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=20)
VALUES = st.sampled_from(
    ["0", "-1", "1e308", "5e-324", "pi", "x=1", "1,2", "", "nan", "a=2", "1e5"]
)
OPTIONS = sorted({o.name for o in (*DERIVE.options, *DESCEND.options)} - {"--help", "--version"})
WORDS = st.lists(st.tuples(st.sampled_from(OPTIONS), VALUES), max_size=4)


def say(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(list(words))
    return status, out.getvalue(), err.getvalue()


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not strict JSON")


def check(status: int, out: str, err: str) -> None:
    """Exit status 0 with an answer, or 2 with one sentence."""
    assert status in (0, 2)
    assert len(err.splitlines()) == (status == 2)


@given(st.sampled_from(["derive", "descend"]), LINES.filter(lambda line: line != "-"), WORDS)
def test_any_words(command, line, options):
    check(*say(command, line, *[word for pair in options for word in pair]))


@given(LINES.filter(lambda line: line != "-"))
@example("x2")
@example("sin")
def test_any_line(line):
    status, out, err = say("derive", "--json", "--at", "0,-1,1e308", "--", line)
    check(status, out, err)
    answer = json.loads(out, parse_constant=refuse)
    assert answer["input"] == line.encode("utf-8", "replace").decode()
    assert ("error" in answer) == (status == 2)


@given(
    expressions(["x"], ["a"]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(5e-324, 1e308),
)
def test_any_expression_descends_or_says_why_not(body, start, rate):
    words = ["--json", "--start", repr(start), "--rate", repr(rate), "--max-steps", "30"]
    status, out, err = say("descend", *words, "--values", "a=-2", "--", canonical(body))
    check(status, out, err)
    answer = json.loads(out, parse_constant=refuse)
    assert ("error" in answer) == (status == 2)
