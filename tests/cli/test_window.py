"""gdviz alone, on an expression, or on a file: what the window is opened with."""

import os
from pathlib import Path

import pytest

from gdviz.cli.trouble import CommandError
from gdviz.cli.window import WindowArguments, read_window_arguments
from gdviz.document.document import Document
from gdviz.document.files import save


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], WindowArguments()),
        (["tg x^2"], WindowArguments(text="tg x^2")),
        (["-x^2"], WindowArguments(text="-x^2")),
        (["--", "derive"], WindowArguments(text="derive")),
        (["derive x"], WindowArguments(text="derive x")),
        (["lesson.gdviz"], WindowArguments(path=Path("lesson.gdviz"))),
        (["Урок 1.GDVIZ"], WindowArguments(path=Path("Урок 1.GDVIZ"))),
        (["--lang", "ru"], WindowArguments(language="ru")),
        (["x\udcff"], WindowArguments(text="x?")),
        (["x", "--lang=en"], WindowArguments(text="x", language="en")),
    ],
)
def test_arguments(words, expected):
    assert read_window_arguments(words) == expected


def test_an_expression_without_quotes_is_told_how_to_be_written():
    with pytest.raises(CommandError, match="in quotes"):
        read_window_arguments(["--lang", "en", "tg", "x"])


def test_without_a_screen_a_sentence_says_what_to_do(refused, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert 'render "tg x^2" -o picture.png' in refused("x^2")


@pytest.mark.parametrize(
    ("content", "part"),
    [(None, "There is no file"), (b"", "damaged"), (b'{"format": "gdviz", "version": 9}', "newer")],
)
def test_a_file_that_cannot_be_opened(refused, tmp_path, content, part):
    path = tmp_path / "a.gdviz"
    if content is not None:
        path.write_bytes(content)
    assert part in refused(str(path))


def test_a_sound_file_gets_as_far_as_the_screen(refused, tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    save(Document(), tmp_path / "a.gdviz")
    assert "no display" in refused(str(tmp_path / "a.gdviz"))


def test_the_tests_have_no_screen():
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
