"""House rules that no linter knows."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("gdviz", "tests", "benchmarks", ".ci")
SOURCES = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))

BINARY = {".ttf", ".png", ".pyc"}

LONGEST_FUNCTION = 44
LONGEST_FILE = 400
# Spelt so that this file does not hold what it looks for.
UNFINISHED = re.compile(
    r"\b(T[O]DO|FIX[M]E|X[X]X)\b|no[q]a|pragma: no co[v]er|NotImplemented[E]rror"
    r"|[x]fail\(|pytest\.[s]kip|mark\.[s]kip|for n[o]w\b"
)
# Folders of one machine, and hosts of package registries.
MACHINE = re.compile(
    r"/w[o]rk/|/r[o]ot/|/h[o]me/\w|/t[m]p/|py[p]i\.org|python[h]osted|npm[j]s|deb\.d[e]bian"
)
# What would run a text that a person typed as code.
BUILTINS = {"eval", "exec", "compile", "__import__"}
SYMPY = {"sympify", "parse_expr", "lambdify"}


@cache
def functions_and_calls() -> tuple[dict[str, int], tuple[str, ...]]:
    """The lines of every function of every source file, and every call, with where they are."""
    lengths: dict[str, int] = {}
    calls = []
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            place = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths[f"{place} {node.name}"] = (node.end_lineno or 0) - node.lineno + 1
            elif isinstance(node, ast.Call) and is_suspect(node.func):
                calls.append(place)
    return lengths, tuple(calls)


def is_suspect(called: ast.expr) -> bool:
    """Whether a call of this may run a text as code."""
    if isinstance(called, ast.Name):
        return called.id in BUILTINS | SYMPY
    return isinstance(called, ast.Attribute) and called.attr in SYMPY


def texts() -> list[Path]:
    """Every text of the project, whatever its kind."""
    folders = [ROOT / folder for folder in (*FOLDERS, "docs", "resources")]
    files = [*ROOT.iterdir(), *(file for folder in folders for file in folder.rglob("*"))]
    return [f for f in files if f.is_file() and f.suffix not in BINARY and f.name != ".git"]


def test_no_function_is_long():
    lengths, _ = functions_and_calls()
    assert len(lengths) > 1000
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_no_file_is_long():
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in SOURCES}
    assert {str(file): lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_nothing_is_left_unfinished():
    marks = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in SOURCES
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert marks == []


def test_nothing_names_a_machine_or_a_registry():
    named = [
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in texts()
        if (found := MACHINE.search(file.read_text(encoding="utf-8", errors="replace")))
    ]
    assert named == []


def test_no_text_is_run_as_code():
    _, calls = functions_and_calls()
    assert [place for place in calls if place.startswith("gdviz")] == []
