"""A wheel built from the tree is whole: it runs elsewhere, from its own resources alone."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the pinned build backend."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def empty(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment that holds gdviz by its wheel alone.

    Its dependencies are those installed here, lent by a path file that comes after its own
    packages; a path file within that folder, as the one that leads to the tree, is not read.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", symlinks=os.name != "nt")
    packages = next((folder / "env").rglob("site-packages"))
    pip = (sys.executable, "-m", "pip", "--python", folder / "env" / BIN / "python")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **NO_SCREEN, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_carries_every_resource(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        packed = {Path(name) for name in archive.namelist()}
    tree = [file for file in (ROOT / "resources").rglob("*") if file.is_file()]
    assert tree
    assert not {Path("gdviz") / file.relative_to(ROOT) for file in tree} - packed


def test_wheel_holds_nothing_else_than_the_package(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gdviz"}


def test_program_comes_from_the_wheel(empty: Path):
    program = "import gdviz; from gdviz import assets; print(gdviz.__file__); print(assets.root())"
    places = run(empty / "env" / BIN / "python", "-c", program, cwd=empty).splitlines()
    assert len(places) == 2
    assert all(Path(place).is_relative_to(empty) for place in places)


def test_command_says_its_version(empty: Path):
    from gdviz import __version__

    said = run(empty / "env" / BIN / "gdviz", "--version", cwd=empty)
    assert said == f"gdviz {__version__}\n"


def test_module_derives(empty: Path):
    answer = run(
        empty / "env" / BIN / "python", "-m", "gdviz", "derive", "x^2", "--json", cwd=empty
    )
    assert json.loads(answer)["derivative"] == "2*x"


def test_command_draws_a_picture(empty: Path):
    run(empty / "env" / BIN / "gdviz", "render", "tg x^2", "-o", "picture.png", cwd=empty)
    assert (empty / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_worker_for_computer_algebra_starts_from_the_wheel(empty: Path):
    program = (
        "from gdviz.compute.client import Client\n"
        "from gdviz.calculus.expression import Symbol\n"
        "from gdviz.symbolic.questions import Equal\n"
        "with Client() as client:\n"
        "    print(client.ask(Equal(Symbol('x'), Symbol('x')), 600.0).verdict)\n"
    )
    said = run(empty / "env" / BIN / "python", "-c", program, cwd=empty)
    assert said == "proved\n"
