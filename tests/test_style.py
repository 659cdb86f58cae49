"""House rules that no linter knows."""

import ast
import re
from collections.abc import Iterator
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


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every node of every source file, with where it is."""
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def texts() -> list[Path]:
    """Every text of the project, whatever its kind."""
    folders = [ROOT / folder for folder in (*FOLDERS, "docs", "resources")]
    files = [*ROOT.iterdir(), *(file for folder in folders for file in folder.rglob("*"))]
    return [f for f in files if f.is_file() and f.suffix not in BINARY and f.name != ".git"]


def test_no_function_is_long():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [(place, node) for place, node in nodes() if isinstance(node, kinds)]
    lengths = {f"{p} {n.name}": (n.end_lineno or 0) - n.lineno + 1 for p, n in functions}
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
    calls = [(p, node.func) for p, node in nodes() if isinstance(node, ast.Call)]
    called = [(p, f.id) for p, f in calls if isinstance(f, ast.Name)]
    called += [(p, f.attr) for p, f in calls if isinstance(f, ast.Attribute) and f.attr in SYMPY]
    offences = [f"{place} {name}" for place, name in called if name in BUILTINS | SYMPY]
    assert [offence for offence in offences if offence.startswith("gdviz")] == []
