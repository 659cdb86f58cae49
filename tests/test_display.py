"""What gdviz says where Qt would abort; the screens here are sockets of the tests' own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from gdviz import assets, display
from gdviz.i18n import Translator

ENGLISH, RUSSIAN = Translator("en"), Translator("ru")


@pytest.fixture
def _without_libraries(monkeypatch: pytest.MonkeyPatch):
    """A system that has nothing of what Qt needs from it."""
    table = assets.text("system_libraries.txt").replace(".so.", ".so.absent.")
    monkeypatch.setattr(assets, "text", lambda *parts: table)


def test_no_display_names_the_command_that_needs_none():
    sentence = display.why_no_window(ENGLISH, {})
    assert sentence is not None
    assert sentence.startswith("There is no display here")
    assert sentence.endswith(display.picture_command())
    assert "\n" not in sentence


def test_the_command_is_one_that_works_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "env" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert display.picture_command() == 'env/python -m gdviz render "tg x^2" -o picture.png'
    (tmp_path / "gdviz").touch(mode=0o755)
    assert display.picture_command() == 'gdviz render "tg x^2" -o picture.png'


def test_no_display_in_russian():
    sentence = display.why_no_window(RUSSIAN, {"DISPLAY": "", "WAYLAND_DISPLAY": ""})
    assert sentence is not None
    assert sentence.startswith("Здесь нет экрана")


@pytest.mark.parametrize("name", [":9742", "nonsense", "/no/such/socket", ":9742.0"])
def test_dead_x_server(name: str):
    sentence = display.why_no_window(ENGLISH, {"DISPLAY": name})
    assert sentence is not None
    assert sentence.startswith(f"The display {name} does not answer")


def test_dead_wayland_compositor(tmp_path: Path):
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    sentence = display.why_no_window(ENGLISH, environment)
    assert sentence is not None
    assert sentence.startswith("The display wayland-7 does not answer")


def test_living_wayland_compositor(tmp_path: Path):
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display.why_no_window(ENGLISH, environment) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_without_a_screen_is_taken_at_its_word(platform: str):
    assert display.why_no_window(ENGLISH, {"QT_QPA_PLATFORM": platform}) is None


def test_xcb_by_name_still_needs_a_server():
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9742"}
    assert display.why_no_window(ENGLISH, environment) is not None


def test_a_picture_can_be_drawn_here():
    assert display.why_no_picture(ENGLISH) is None


@pytest.mark.usefixtures("_without_libraries")
def test_missing_libraries_are_named_with_their_packages():
    window = display.why_no_window(ENGLISH, {"DISPLAY": ":9742"})
    picture = display.why_no_picture(ENGLISH)
    assert window is not None
    assert picture is not None
    assert "libxcb-cursor.so.absent.0" in window
    assert "sudo apt install libglib2.0-0 libgl1 libegl1" in window
    assert "libxcb-cursor0" not in picture
    assert "libegl1" in picture


def test_every_sentence_has_its_russian():
    for sentence in (display.NO_DISPLAY, display.DEAD_DISPLAY, display.MISSING_LIBRARIES):
        fields = dict.fromkeys(("command", "display", "libraries", "packages"), "…")
        assert RUSSIAN(sentence, **fields) != ENGLISH(sentence, **fields)


@pytest.mark.parametrize("name", ["", ":9742"])
def test_the_program_ends_with_the_sentence_instead_of_an_abort(name: str):
    environment = {**os.environ, "DISPLAY": name, "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = subprocess.run(
        [sys.executable, "-m", "gdviz", "--lang", "en"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    sentence = display.why_no_window(ENGLISH, environment)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")
