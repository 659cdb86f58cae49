"""A screen in memory, looked at from outside: nobody knows that he is watched."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1920, 1080
EVERY = 4
"""One row in so many is looked at, so that looking costs less than a millisecond."""
PATIENCE = 30.0


class Screen:
    """An X server without a screen, whose pixels lie in a file; a context manager.

    The file is an X window dump: a header of big-endian words, a colour map, the pixels.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._server, self.display = _start(self._folder.name)
        file = Path(self._folder.name, "Xvfb_screen0")
        with file.open("rb") as opened:
            self._memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        words = struct.unpack(">25I", self._memory[:100])
        header, stride, colours = words[0], words[12], words[19]
        rows = np.frombuffer(self._memory, np.uint32, stride * HEIGHT // 4, header + 12 * colours)
        self._rows: NDArray[np.uint32] = rows.reshape(HEIGHT, stride // 4)[::EVERY, :WIDTH]

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(timeout=10)
        self._folder.cleanup()

    def count(self, colour: int) -> int:
        """Pixels of that colour, 0xRRGGBB, in the rows that are looked at."""
        return int(np.count_nonzero(self._rows & 0xFFFFFF == colour))

    def wait_for(self, colour: int, pixels: int) -> float:
        """The time (monotonic, seconds) at which so many pixels have the colour.

        Raises TimeoutError when that does not come.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.count(colour) >= pixels:
                return time.monotonic()
            time.sleep(0.001)
        raise TimeoutError("no curve has come on the screen")

    def wait_until_empty(self, colour: int) -> None:
        """Return once no pixel has the colour any more."""
        deadline = time.monotonic() + PATIENCE
        while self.count(colour) and time.monotonic() < deadline:
            time.sleep(0.005)


def there_is_one() -> bool:
    """Whether this machine has what it takes."""
    return shutil.which("Xvfb") is not None


def _start(folder: str) -> tuple[subprocess.Popen[bytes], str]:
    """The server picks a free display and writes its number into the pipe when ready."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    command += ["-fbdir", folder, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise RuntimeError(f"Xvfb did not start (exit status {server.wait()})")
    return server, f":{number}"
