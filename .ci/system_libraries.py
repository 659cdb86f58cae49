"""What gdviz needs from the system beside Python: one line a package.

A package counts as there when what it is needed for is there (its library loads, its
command is found), whoever installed it and from wherever.
"""

import ctypes
import shutil
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True)
class Need:
    """A Debian package and the library, command or module it is wanted for."""

    package: str
    provides: str

    def is_met(self) -> bool:
        """Whether the system has it already."""
        if self.provides.startswith("python:"):
            return find_spec(self.provides.removeprefix("python:")) is not None
        if ".so" in self.provides:
            return _loads(self.provides)
        return shutil.which(self.provides) is not None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


PYTHON = (Need("python3-venv", "python:ensurepip"),)

NEEDS = {
    "offscreen": (
        Need("libglib2.0-0", "libgthread-2.0.so.0"),
        Need("libgl1", "libGL.so.1"),
        Need("libegl1", "libEGL.so.1"),
        Need("libdbus-1-3", "libdbus-1.so.3"),
        Need("libfontconfig1", "libfontconfig.so.1"),
        Need("libxkbcommon0", "libxkbcommon.so.0"),
    ),
    "x11": (
        Need("libxcb-cursor0", "libxcb-cursor.so.0"),
        Need("libxcb-icccm4", "libxcb-icccm.so.4"),
        Need("libxcb-keysyms1", "libxcb-keysyms.so.1"),
        Need("libxcb-shape0", "libxcb-shape.so.0"),
        Need("libxcb-xkb1", "libxcb-xkb.so.1"),
        Need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    ),
    "tests": (
        Need("xvfb", "Xvfb"),
        Need("evilwm", "evilwm"),
        Need("xdotool", "xdotool"),
    ),
}


def missing(needs: list[Need]) -> list[str]:
    """The packages of those needs that the system does not meet, in the table's order."""
    return [need.package for need in needs if not need.is_met()]
