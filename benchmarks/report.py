"""Figures as a person reads them in a terminal, as a program does, and as the README shows them."""

import json
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from benchmarks.figure import Figure, Goal

HEADINGS = ("figure", "ours", "floor", "the floor is", "ratio", "goal", "")
PACKAGES = ("PySide6-Essentials", "numpy", "pyqtgraph", "matplotlib")


def machine() -> str:
    """What the figures were taken on, without the name of any machine."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{os.cpu_count()} cores, no GPU, Python {platform.python_version()}, {packages}"


def table(figures: Sequence[Figure]) -> str:
    """Aligned columns for a terminal."""
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(_aligned(row, widths) for row in rows)


def markdown(figures: Sequence[Figure]) -> str:
    """The README's table."""
    rule = ("---", "---:", "---:", "---", "---:", "---", "---")
    rows = [HEADINGS, rule, *(_cells(figure) for figure in figures)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def as_json(figures: Sequence[Figure]) -> str:
    """Everything, in seconds."""
    report = {"machine": machine(), "figures": [_fields(figure) for figure in figures]}
    return json.dumps(report, indent=2, ensure_ascii=False)


def duration(seconds: float | None) -> str:
    """Three digits and a unit that fits."""
    if seconds is None:
        return ""
    for unit, scale in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= scale:
            return f"{seconds / scale:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
    return "  ".join(cells).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        duration(figure.seconds),
        duration(figure.floor_seconds),
        figure.against,
        _times(figure.ratio),
        "" if figure.goal is None else _wish(figure.goal),
        figure.verdict.value,
    )


def _times(ratio: float | None) -> str:
    """A ratio: 12.3 times, or a twentieth where it is below one."""
    if ratio is None:
        return ""
    return f"{ratio:.3g}" if ratio >= 0.5 else f"1/{1 / ratio:.3g}"


def _wish(goal: Goal) -> str:
    parts = []
    if goal.ratio is not None:
        parts.append(f"{_times(goal.ratio)} of it")
    if goal.seconds is not None:
        parts.append(duration(goal.seconds))
    return "≤ " + ", ≤ ".join(parts)


def _fields(figure: Figure) -> dict[str, Any]:
    low, high = figure.spread
    return {
        "benchmark": figure.benchmark,
        "name": figure.name,
        "ours": figure.seconds,
        "quartiles": [low, high],
        "floor": figure.floor_seconds,
        "floor_is": figure.against or None,
        "ratio": figure.ratio,
        "goal_seconds": figure.goal.seconds if figure.goal else None,
        "goal_ratio": figure.goal.ratio if figure.goal else None,
        "verdict": figure.verdict.value or None,
        "runs": list(figure.ours),
        "floor_runs": list(figure.floor),
    }
