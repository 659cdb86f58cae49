"""What gdviz and its tests need from the system beside Python.

A package counts as there when what it is needed for is there (its library loads, its
command is found), whoever installed it and from wherever.
"""

import ctypes
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


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

TESTS = (
    Need("xvfb", "Xvfb"),
    Need("evilwm", "evilwm"),
    Need("xdotool", "xdotool"),
)

TABLE = Path(__file__).resolve().parent.parent / "resources" / "system_libraries.txt"


def libraries(*purposes: str) -> list[Need]:
    """What the program itself needs for those purposes ("pictures", "x11")."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return [Need(package, library) for library, package, purpose in rows if purpose in purposes]


def missing(needs: list[Need]) -> list[str]:
    """The packages of those needs that the system does not meet, in the table's order."""
    return [need.package for need in needs if not need.is_met()]
