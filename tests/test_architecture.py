"""The layers, as architecture.md draws them: who may import whom, and who may know Qt.

import-linter holds the same layers (pyproject.toml); here they can be read, and Qt with them.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "gdviz"

# From the top down; each may import those on the lines below its own, and its neighbours.
LAYERS = (
    ("__main__",),
    ("cli", "app"),
    ("ui", "export"),
    ("session",),
    ("compute", "document"),
    ("symbolic", "practice", "descent"),
    ("calculus",),
    ("display", "sentences"),
    ("i18n", "numerals"),
    ("assets",),
)
KNOW_QT = ("ui", "export", "app", "cli", "compute.qt_client")
KNOW_SYMPY = ("symbolic",)
KNOW_WIDGETS = ("ui", "app")

LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    """`gdviz/ui/theme.py` → `ui.theme`; the package itself is the empty name."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(file: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports name their module in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def level_of(module: str) -> int:
    """How far down a module is; what is not gdviz's own is at the bottom."""
    return LEVEL.get(module.split(".")[0], len(LAYERS) if module else -1)


def belongs_to(module: str, parts: tuple[str, ...]) -> bool:
    """Whether a module is one of those parts or lies inside one."""
    return any(f"{module}.".startswith(f"{part}.") for part in parts)


def test_every_module_has_a_layer():
    strays = {name_of(file).split(".")[0] for file in MODULES} - {"", *LEVEL}
    assert not strays


def test_imports_point_downwards():
    upwards = [
        f"{name_of(file)} imports {name}"
        for file in MODULES
        for name in imports_of(file)
        if level_of(name.removeprefix("gdviz.")) < level_of(name_of(file))
    ]
    assert upwards == []


@pytest.mark.parametrize(
    ("library", "knowers"),
    [("PySide6", KNOW_QT), ("PySide6.QtWidgets", KNOW_WIDGETS), ("sympy", KNOW_SYMPY)],
)
def test_a_library_is_known_only_where_agreed(library: str, knowers: tuple[str, ...]):
    strays = [
        f"{name_of(file)} imports {name}"
        for file in MODULES
        for name in imports_of(file)
        if belongs_to(name, (library,)) and not belongs_to(name_of(file), knowers)
    ]
    assert strays == []


@pytest.mark.parametrize("module", ["gdviz", "gdviz.cli"])
def test_importing_it_loads_neither_qt_nor_sympy(module: str):
    program = f"import sys, {module}; print(*{{'PySide6', 'sympy'}} & sys.modules.keys())"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr
