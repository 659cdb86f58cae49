"""An X server with a window manager, for the tests' own use, and a hand to work it with."""

import os
import re
import subprocess
import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

SIZE = (1920, 1080)
LAYOUTS = ("us", "ru", "gr")  # Latin, Cyrillic and Greek can be typed, but no √ or ²
PATIENCE = 120.0  # seconds for xdotool to find a window, or do anything else


class Desktop:
    """Xvfb on a display that was free, with a small window manager; a context manager."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self.display = self._start_server()
        self._start_window_manager()
        self._lay_out_keyboard()

    def environment(self) -> dict[str, str]:
        """What a program needs to know to come up here and nowhere else."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}

    def close(self) -> None:
        """End the server and with it whatever still shows windows on it."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=60)

    def _start_server(self) -> str:
        """The server picks a free display and writes its number into the pipe when ready."""
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen]
        command += ["-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        self._processes.append(server)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start (exit status {server.wait()})")
        return f":{number}"

    def _start_window_manager(self) -> None:
        """Without one no window gets the focus or fills the screen."""
        command = ["evilwm", "-display", self.display, "-fn", "fixed", "-bw", "0"]
        self._processes.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))

    def _lay_out_keyboard(self) -> None:
        """A letter that no layout has would be put on a spare key for a moment, and misread."""
        command = ["setxkbmap", "-display", self.display, "-layout", ",".join(LAYOUTS)]
        subprocess.run(command, check=True)


@dataclass(frozen=True)
class Hand:
    """Real key and mouse events through the X server; points are pixels of the screen.

    Each call returns once the server has the events, and a program in this process lives on
    meanwhile; it handles the last of them in its own time, so a test waits for what it expects.
    """

    display: str

    def move(self, x: float, y: float) -> None:
        """Put the pointer there."""
        self._do("mousemove", str(round(x)), str(round(y)))

    def click(self, x: float, y: float, button: int = 1, times: int = 1) -> None:
        """Click there; `times=2` is a double click."""
        self.move(x, y)
        self._do("click", "--repeat", str(times), "--delay", "20", str(button))

    def scroll(self, x: float, y: float, steps: int) -> None:
        """Turn the wheel there: up for positive steps."""
        self.click(x, y, button=4 if steps > 0 else 5, times=abs(steps))

    def press(self, x: float, y: float) -> None:
        """Put the left button down there and keep it down."""
        self.move(x, y)
        self._do("mousedown", "1")

    def release(self) -> None:
        """Let the left button go."""
        self._do("mouseup", "1")

    def drag(self, start: tuple[float, float], *stops: tuple[float, float]) -> None:
        """Press at the start, go through the stops, let go at the last."""
        self.press(*start)
        for stop in stops:
            self.move(*stop)
        self.release()

    def hold(self, key: str) -> None:
        """Put a key down and keep it down."""
        self._do("keydown", key)

    def let_go(self, key: str) -> None:
        """Let the key go."""
        self._do("keyup", key)

    def key(self, *names: str) -> None:
        """Press keys one after another: `key("ctrl+l", "Page_Down")`, X's names for them."""
        self._do("key", "--clearmodifiers", "--delay", "5", *names)

    def type(self, text: str) -> None:
        """Type a text of Latin, Cyrillic and Greek letters, figures and signs."""
        if strange := re.sub(r"[ -~А-яёЁα-ωΑ-Ω]", "", text):
            raise ValueError(f"no layout of the tests' keyboard has {strange}")
        self._do("type", "--clearmodifiers", "--delay", "12", "--", text)

    def window_of(self, process_id: int) -> str:
        """The X window that this process shows; waits for it to appear."""
        return self._do("search", "--sync", "--onlyvisible", "--pid", str(process_id)).split()[0]

    def title_of(self, window: str) -> str:
        """What the window's title bar says."""
        return self._do("getwindowname", window).strip()

    def close_window(self) -> None:
        """Let the window manager ask the active window to close, as a title bar's cross does."""
        self.key("ctrl+alt+Escape")

    def _do(self, *arguments: str) -> str:
        process = subprocess.Popen(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.display},
            stdout=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None:
            _let_this_program_live()
            if time.monotonic() > deadline:
                process.kill()
        output = process.communicate()[0]
        if process.returncode:
            raise RuntimeError(f"xdotool {' '.join(arguments)} failed")
        return output


def _let_this_program_live() -> None:
    """A person's hand does not stop the program either: without this a drag's moves would
    arrive all at once, and letters that need another keyboard map would be misread."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.processEvents()
    time.sleep(0.001)
