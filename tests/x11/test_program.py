"""The real program in a real X server, started as a person starts it."""

import subprocess
from collections.abc import Callable

from tests.x11.desktop import Hand

Start = Callable[..., subprocess.Popen[str]]


def test_the_window_comes_up_and_goes_without_a_word(start_gdviz: Start, hand: Hand):
    program = start_gdviz("tg x^2")
    window = hand.window_of(program.pid)
    assert "gdviz" in hand.title_of(window)
    hand.close_window()
    said = program.communicate(timeout=120)
    assert (program.returncode, said) == (0, ("", ""))
