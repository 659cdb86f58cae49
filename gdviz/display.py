"""Whether Qt can open a window or draw a picture here, asked before Qt is there.

Where Qt finds no screen, or lacks a library, it ends the process with an abort and a page of
text; these questions let the program say so in one sentence instead. No Qt is imported.
"""

import ctypes
import shutil
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from gdviz import assets
from gdviz.i18n import N_, Translator

RENDER = 'render "tg x^2" -o picture.png'

NO_DISPLAY = N_(
    "There is no display here ($DISPLAY and $WAYLAND_DISPLAY are empty), so no window can open; "
    "this draws a picture without one: {command}"
)
DEAD_DISPLAY = N_(
    "The display {display} does not answer, so no window can open; "
    "this draws a picture without one: {command}"
)
MISSING_LIBRARIES = N_(
    "Qt needs system libraries that are missing here: {libraries}; "
    "on Debian and Ubuntu they come with: sudo apt install {packages}"
)


def why_no_window(tr: Translator, environment: Mapping[str, str]) -> str | None:
    """The sentence that says why no window can open here, or None when one can.

    Only Linux is asked: elsewhere a screen is always there. A platform of Qt that the person
    named in QT_QPA_PLATFORM and that is no screen (offscreen, vnc, …) is taken at their word.
    """
    if not sys.platform.startswith("linux") or _names_another_platform(environment):
        return why_no_picture(tr)
    if _wayland_answers(environment):
        return why_no_picture(tr)
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    if not display:
        return tr(NO_DISPLAY, command=picture_command())
    if missing := _missing_libraries("pictures", "x11"):
        return _missing_sentence(tr, missing)
    if not _x_server_answers(environment.get("DISPLAY", "")):
        return tr(DEAD_DISPLAY, display=display, command=picture_command())
    return None


def why_no_picture(tr: Translator) -> str | None:
    """The sentence that says why not even a picture can be drawn here, or None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    missing = _missing_libraries("pictures")
    return _missing_sentence(tr, missing) if missing else None


def picture_command() -> str:
    """A command that draws a picture without a screen and that works as it stands."""
    if shutil.which("gdviz"):
        return f"gdviz {RENDER}"
    python = Path(sys.executable)
    here = Path.cwd()
    return (
        f"{python.relative_to(here) if python.is_relative_to(here) else python} -m gdviz {RENDER}"
    )


def _missing_sentence(tr: Translator, missing: dict[str, str]) -> str:
    libraries, packages = ", ".join(missing), " ".join(missing.values())
    return tr(MISSING_LIBRARIES, libraries=libraries, packages=packages)


def _missing_libraries(*purposes: str) -> dict[str, str]:
    """Library → Debian package, for each library of those purposes that does not load."""
    missing = {}
    for line in assets.text("system_libraries.txt").splitlines():
        if line and not line.startswith("#"):
            library, package, purpose = line.split()
            if purpose in purposes and not _loads(library):
                missing[library] = package
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _names_another_platform(environment: Mapping[str, str]) -> bool:
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    return bool(platform) and not platform.startswith(("xcb", "wayland"))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a compositor listens where WAYLAND_DISPLAY points."""
    name = environment.get("WAYLAND_DISPLAY", "")
    address = Path(environment.get("XDG_RUNTIME_DIR", "")) / name
    if not name or not address.is_absolute():
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(str(address)) == 0


def _x_server_answers(display: str) -> bool:
    """Whether an X server lets this person in: asked of the very library that Qt asks."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
