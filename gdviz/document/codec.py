"""A document as plain JSON data and back, strictly: every type and range is checked.

The fields are those of the dataclasses themselves, so a new one is saved without a word here;
a field that is missing takes its default, and one that is unknown is passed over.
"""

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.noise import SEEDS
from gdviz.descent.plan import MOST_STEPS
from gdviz.descent.schedules import read_schedule
from gdviz.descent.table import OPTIMISERS
from gdviz.descent.trouble import DescentError
from gdviz.document.document import DescentSettings, Document, ParameterRange
from gdviz.practice.exercise import EASIEST, HARDEST

MOST_EXERCISES = 10**9


class FileError(ValueError):
    """A file that cannot be read or written: `code` names a sentence, `fields` fill it."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields: Mapping[str, str] = fields


def _can_be_read(schedule: str) -> bool:
    try:
        read_schedule(schedule)
    except DescentError:
        return False
    return True


def _are_its_own(descent: DescentSettings) -> bool:
    """Whether the settings are those of the optimiser, each once and in its range."""
    known = OPTIMISERS[descent.optimiser].settings
    given = dict(descent.settings)
    in_range = all(key in known and known[key].allows(value) for key, value in given.items())
    return in_range and len(given) == len(descent.settings)


RANGES: Mapping[str, Callable[[Any], bool]] = {
    "descent.rate": lambda rate: rate > 0,
    "descent.epsilon": lambda epsilon: epsilon > 0,
    "descent.max_steps": lambda steps: 1 <= steps <= MOST_STEPS,
    "descent.optimiser": lambda name: name in OPTIMISERS,
    "descent.schedule": _can_be_read,
    "descent.noise": lambda sigma: sigma >= 0,
    "descent.noise_seed": lambda seed: 0 <= seed < SEEDS,
    "descent": _are_its_own,
    "ranges": lambda one: not isinstance(one, ParameterRange) or one.is_proper,
    "secant.delta_x": lambda delta_x: delta_x != 0,
    "attempt.difficulty": lambda difficulty: EASIEST <= difficulty <= HARDEST,
    "attempt.seed": lambda seed: seed is None or 0 <= seed <= MOST_EXERCISES,
    "attempt.hints": lambda hints: 0 <= hints <= MOST_STEPS,
    "step": lambda step: 0 <= step <= MOST_STEPS,
    "speed": lambda speed: speed > 0,
    "revealed": lambda count: count is None or 0 <= count <= MOST_STEPS,
    "viewport": lambda view: view is None or _is_proper(view),
}
"""Which values of a field make sense, where not every one of its type does."""


def _is_proper(view: Viewport) -> bool:
    spans = (view.x1 - view.x0, view.y1 - view.y0)
    return all(0 < span < math.inf for span in spans)


def encode(value: Any) -> Any:
    """Dataclasses to dictionaries, tuples to lists; the leaves stay."""
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: encode(getattr(value, name)) for name in names}
    return [encode(part) for part in value] if isinstance(value, tuple) else value


def decode(data: Any) -> Document:
    """The document that `data` describes. Raises FileError with the key that is wrong."""
    document = _read(data, Document, "")
    assert isinstance(document, Document)
    return document


def _read(data: Any, kind: Any, key: str) -> Any:
    """`data` as a value of the annotated type `kind`; `key` is its place in the file."""
    if dataclasses.is_dataclass(kind):
        value = _read_fields(data, kind, key)
    elif isinstance(kind, types.UnionType):
        value = None if data is None else _read(data, _not_none(kind), key)
    elif typing.get_origin(kind) is tuple:
        value = _read_tuple(data, typing.get_args(kind), key)
    else:
        value = _read_leaf(data, kind, key)
    if key in RANGES and not RANGES[key](value):
        raise FileError("file-wrong-range", key=key)
    return value


def _not_none(union: types.UnionType) -> Any:
    (kind,) = (part for part in typing.get_args(union) if part is not types.NoneType)
    return kind


def _read_fields(data: Any, kind: Any, key: str) -> Any:
    if not isinstance(data, dict):
        raise FileError("file-wrong-type", key=key or "document")
    hints = typing.get_type_hints(kind)
    prefix = f"{key}." if key else ""
    given = [field.name for field in dataclasses.fields(kind) if field.name in data]
    try:
        return kind(**{name: _read(data[name], hints[name], prefix + name) for name in given})
    except TypeError:  # a field without a default is missing
        raise FileError("file-wrong-type", key=key or "document") from None


def _read_tuple(data: Any, parts: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise FileError("file-wrong-type", key=key or "document")
    kinds = [parts[0]] * len(data) if parts[-1] is Ellipsis else list(parts)
    if len(kinds) != len(data):
        raise FileError("file-wrong-type", key=key or "document")
    return tuple(_read(part, kind, key) for part, kind in zip(data, kinds, strict=True))


def _read_leaf(data: Any, kind: Any, key: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if data not in list(kind):
            raise FileError("file-wrong-range", key=key)
        return kind(data)
    if kind is float and type(data) in (int, float):
        return _finite(data, key)
    if type(data) is not kind:
        raise FileError("file-wrong-type", key=key or "document")
    return data


def _finite(number: float, key: str) -> float:
    try:
        value = float(number)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise FileError("file-wrong-range", key=key)
    return value
