"""The place of the trouble, shown to a person at a terminal."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.cli.excerpt import MARGIN, NARROWEST, excerpt

WIDTH = 80


def lines(text: str, position: int, length: int, width: int = WIDTH, encoding: str = "utf-8"):
    return excerpt(text, position, length, width, encoding)


@pytest.mark.parametrize(
    ("text", "position", "length", "carets"),
    [
        ("2x + foo(3)", 5, 3, "     ^^^"),
        ("2x +", 4, 0, "    ^"),
        ("2x +", 3, 1, "   ^"),
        ("", 0, 0, "^"),
        ("х² + бла", 5, 3, "     ^^^"),
        ("a + 全角 + b", 4, 2, "    ^^^^"),
        ("全角 + b", 5, 1, "       ^"),
        ("e\u0301 + b", 5, 1, "    ^"),
        ("1\t+ b", 4, 1, "    ^"),
    ],
)
def test_carets_stand_under_the_part(text, position, length, carets):
    shown, marks = lines(text, position, length)
    assert shown == (MARGIN + text.replace("\t", " ")).rstrip()
    assert marks == MARGIN + carets


def test_what_the_terminal_cannot_write_is_counted_as_it_is_written():
    shown, marks = lines("я + b", 4, 1, encoding="ascii")
    assert (shown, marks) == (r"  \u044f + b", "           ^")


def test_of_a_long_line_what_is_around_the_place():
    text = "1 + " * 60 + "foo" + " + 1" * 60
    shown, marks = lines(text, 240, 3)
    assert len(shown) <= WIDTH
    assert shown.startswith("  ...")
    assert shown.endswith("...")
    start = marks.index("^")
    assert shown[start : start + 3] == "foo"
    assert marks.strip() == "^^^"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Mn", "Mc", "Me"]), max_size=200),
    st.integers(0, 200),
    st.integers(0, 200),
    st.integers(1, 200),
)
def test_nothing_is_wider_than_the_terminal(text, position, length, width):
    position = min(position, len(text))
    shown, marks = lines(text, position, min(length, len(text) - position), width)
    room = max(width, NARROWEST + len(MARGIN))
    assert len(shown) <= room
    assert len(marks) <= room + 1
    assert set(marks.strip()) == {"^"}


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


def test_a_person_sees_the_place(gdviz, monkeypatch):
    at_a_terminal(monkeypatch)
    sentence, shown, marks = gdviz("derive", "2x + foo(3)").err.splitlines()
    assert sentence.startswith("“foo” is not a known name.")
    assert (shown, marks) == ("  2x + foo(3)", "       ^^^")


def test_a_person_sees_the_place_in_an_answer(gdviz, monkeypatch):
    at_a_terminal(monkeypatch)
    _, shown, marks = gdviz("check", "x^2", "y' = 2x + foo").err.splitlines()
    assert (shown, marks) == ("  y' = 2x + foo", "            ^^^")


@pytest.mark.parametrize("words", [("derive",), ("derive", "x", "--at", "q"), ("check", "x^2", "")])
def test_trouble_that_has_no_place_shows_none(gdviz, monkeypatch, words):
    at_a_terminal(monkeypatch)
    assert len(gdviz(*words).err.splitlines()) == 1


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_program_is_told_one_sentence(refused, words):
    assert "foo" in refused("derive", "2x + foo(3)", *words)


def test_at_a_real_terminal():
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "gdviz", "derive", "2x + foo(3)", "--lang", "ru"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    with open(ours, "rb", buffering=0) as terminal:
        told = terminal.read(4096).decode().splitlines()
    assert (done.returncode, done.stdout) == (2, b"")
    assert told[1:] == ["  2x + foo(3)", "       ^^^"]
