"""Points to learn from: the columns of a table, read from text, and put on one scale."""

import csv
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.trouble import DescentError

MOST_ROWS = 100_000
FEWEST_ROWS = 2
SHOWN_TEXT = 40
"""Characters of what is no number that are told."""


class DataError(DescentError):
    """Data that cannot be used: `fields["line"]` is where, if it is about a line of the text."""


@dataclass(frozen=True, eq=False)
class Data:
    """N rows of k features and a target.

    features: (N, k); targets: (N,); names: of the features and the target, k + 1 of them; lines:
    (N,), where the rows stood in the text they were read from.
    """

    features: NDArray[np.float64]
    targets: NDArray[np.float64]
    names: tuple[str, ...]
    lines: NDArray[np.int64]

    @property
    def rows(self) -> int:
        """N."""
        return len(self.targets)


def data_of(rows: Sequence[Sequence[float]], names: Sequence[str] = ()) -> Data:
    """Data from rows of numbers, the target last. Raises DataError where there are too few."""
    if len(rows) < FEWEST_ROWS:
        raise DataError("data-too-few", found=str(len(rows)))
    table = np.array(rows, dtype=np.float64)
    if table.shape[1] < 2:
        raise DataError("data-one-column")
    usual = [f"x{place}" for place in range(1, table.shape[1])] if table.shape[1] > 2 else ["x"]
    lines = np.arange(1, len(table) + 1)
    return Data(table[:, :-1].copy(), table[:, -1].copy(), tuple(names or [*usual, "y"]), lines)


def read_csv(text: str | bytes) -> Data:
    """Data from CSV: columns between commas, semicolons or tabs, a header or none, y last.

    With semicolons and tabs a decimal comma is read too. Empty lines are passed over. Raises
    DataError with the number of the line.
    """
    decoded = _decoded(text) if isinstance(text, bytes) else text.removeprefix("\ufeff")
    lines = enumerate(decoded.splitlines(), start=1)
    numbered = [(number, line) for number, line in lines if line.strip()]
    if not numbered:
        raise DataError("data-empty")
    separator = _separator(line for _, line in numbered[:2])
    cells = _cells(numbered, separator)
    first = next(cells)
    names, width = _header(first[1]), len(first[1])
    rows: list[list[float]] = []
    places: list[int] = []
    for number, row in cells if names else chain([first], cells):
        if len(rows) == MOST_ROWS:
            raise DataError("data-too-many", most=str(MOST_ROWS))
        rows.append(_numbers(row, number, width, decimal_comma=separator != ","))
        places.append(number)
    data = data_of(rows, names or ())
    return replace(data, lines=np.array(places, dtype=np.int64))


def _decoded(text: bytes) -> str:
    """Unicode by its mark, else UTF-8, else the code page of Russian spreadsheets."""
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.decode("utf-16", "replace")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        return text.decode("cp1251", "replace")


def _separator(lines: Iterable[str]) -> str:
    """Of the first lines; a comma is one only where there is no other, and else decimal."""
    beginning = "".join(lines)
    return next((sign for sign in ";\t," if sign in beginning), ",")


def _cells(lines: Iterable[tuple[int, str]], separator: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in lines:
        try:
            (row,) = csv.reader([line], delimiter=separator, strict=True)
        except (csv.Error, ValueError) as error:
            raise DataError("data-line-unreadable", line=str(number)) from error
        yield number, [cell.strip() for cell in row]


def _header(row: Sequence[str]) -> tuple[str, ...] | None:
    """The names, if no cell of the row is a number."""
    if any(_number(cell, decimal_comma=True) is not None for cell in row) or not any(row):
        return None
    return tuple(row)


def _numbers(row: Sequence[str], line: int, width: int, *, decimal_comma: bool) -> list[float]:
    if len(row) != width:
        raise DataError("data-width", line=str(line), found=str(len(row)), expected=str(width))
    values = []
    for column, cell in enumerate(row, start=1):
        if not cell:
            raise DataError("data-gap", line=str(line), column=str(column))
        value = _number(cell, decimal_comma=decimal_comma)
        if value is None:
            shown = cell if len(cell) <= SHOWN_TEXT else cell[:SHOWN_TEXT] + "…"
            raise DataError("data-not-a-number", line=str(line), text=shown)
        if not math.isfinite(value):
            raise DataError("data-not-finite", line=str(line), text=cell[:SHOWN_TEXT])
        values.append(value)
    return values


def _number(cell: str, *, decimal_comma: bool) -> float | None:
    written = cell.replace("−", "-")
    if decimal_comma and written.count(",") == 1 and "." not in written:
        written = written.replace(",", ".")
    try:
        return None if "_" in written else float(written)
    except ValueError:
        return None


@dataclass(frozen=True, eq=False)
class Scaling:
    """How features were standardised: x → (x − mean)/deviation, each by itself. Shapes (k,)."""

    means: NDArray[np.float64]
    deviations: NDArray[np.float64]

    def original(self, point: Sequence[float]) -> tuple[float, ...]:
        """Weights and bias (w₁, …, b) of standardised features as those of the original ones."""
        weights = np.array(point[:-1]) / self.deviations
        bias = point[-1] - float(weights @ self.means)
        return (*weights.tolist(), bias)


def standardised(data: Data) -> tuple[Data, Scaling]:
    """Every feature with mean 0 and standard deviation 1. Raises DataError for a constant one."""
    means, deviations = data.features.mean(axis=0), data.features.std(axis=0)
    for name, deviation, mean in zip(data.names, deviations, means, strict=False):
        if not deviation > abs(mean) * np.finfo(np.float64).eps:
            raise DataError("data-constant-column", name=name)
    scaled = (data.features - means) / deviations
    return replace(data, features=scaled), Scaling(means, deviations)
