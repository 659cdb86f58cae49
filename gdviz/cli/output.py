"""What is written to standard output: strict JSON, and tables a person can read."""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from gdviz.numerals import significant


def number(value: float | None) -> float | str | None:
    """A number as strict JSON has it: null for undefined, "inf" and "-inf"."""
    if value is None or math.isnan(value):
        return None
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return float(value) + 0.0  # no −0


def numbers(values: Iterable[float]) -> list[float | str | None]:
    """A list of such numbers."""
    return [number(value) for value in values]


def write_json(data: Any) -> None:
    """One object on one line; in ASCII where the terminal takes no more."""
    is_unicode = "utf" in (sys.stdout.encoding or "").lower()
    sys.stdout.write(json.dumps(data, ensure_ascii=not is_unicode, allow_nan=False) + "\n")
    sys.stdout.flush()


def write_lines(lines: Iterable[str]) -> None:
    """Lines of text."""
    for line in lines:
        sys.stdout.write(line + "\n")


def shown(value: float | None, digits: int = 6) -> str:
    """A number in a table, a dash where there is none."""
    return significant(value, digits) if value is not None and not math.isnan(value) else "—"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns aligned to the right, two spaces between them."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return [
        "  " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in cells
    ]
