"""Learning-rate schedules: what λ becomes as a run goes on.

A schedule is a factor of λ that depends on the number of the update alone (from 0), so that
stepping, branching and replay agree. Its text form is `name` or `name:key=value,key=value`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from gdviz.descent.settings import Setting, checked
from gdviz.descent.trouble import DescentError
from gdviz.i18n import N_


class Schedule(Protocol):
    """What λ becomes. `is_constant`: whether it stays what it is."""

    is_constant: ClassVar[bool]

    def rate(self, base: float, update: int) -> float:
        """λ of an update, `base` being the λ that was set and `update` counted from 0."""


@dataclass(frozen=True, slots=True)
class Constant:
    """λᵢ = λ"""

    is_constant: ClassVar[bool] = True

    def rate(self, base: float, update: int) -> float:
        return base


@dataclass(frozen=True, slots=True)
class Steps:
    """λᵢ = λ·γ^⌊i/n⌋: every n updates λ is multiplied by γ"""

    every: float = 100.0
    factor: float = 0.5
    is_constant: ClassVar[bool] = False

    def rate(self, base: float, update: int) -> float:
        power: float = self.factor ** (update // self.every)
        return base * power


@dataclass(frozen=True, slots=True)
class Inverse:
    """λᵢ = λ/(1 + k·i) (Robbins & Monro: the sum of λᵢ diverges, that of λᵢ² does not)"""

    decay: float = 0.01
    is_constant: ClassVar[bool] = False

    def rate(self, base: float, update: int) -> float:
        return base / (1.0 + self.decay * update)


@dataclass(frozen=True, slots=True)
class Cosine:
    """λᵢ = λ·(c + (1 − c)·(1 + cos(π·i/n))/2), and c·λ from update n on (Loshchilov & Hutter)"""

    steps: float = 100.0
    last: float = 0.0
    is_constant: ClassVar[bool] = False

    def rate(self, base: float, update: int) -> float:
        share = min(update / self.steps, 1.0)
        return base * (self.last + (1.0 - self.last) * (1.0 + math.cos(math.pi * share)) / 2.0)


@dataclass(frozen=True, slots=True)
class WarmUp:
    """λᵢ = λ·min(1, (i + 1)/n)"""

    steps: float = 10.0
    is_constant: ClassVar[bool] = False

    def rate(self, base: float, update: int) -> float:
        return base * min(1.0, (update + 1) / self.steps)


@dataclass(frozen=True, slots=True)
class ScheduleKind:
    """A row of the table: how to make it, what it is called, what it is for, its settings.

    formula: the factor of λ at update i, in the editor's language; about: one sentence.
    """

    create: type[Schedule]
    title: str
    formula: str
    about: str
    settings: Mapping[str, Setting]


def _length(default: float) -> Setting:
    """A number of updates, n."""
    return Setting("n", default, low=1.0, high=1e7, whole=True, closed=True)


CONSTANT = Constant()
SCHEDULES: Mapping[str, ScheduleKind] = {
    "constant": ScheduleKind(
        Constant, N_("constant"), "1", N_("λ stays what it is, as in the lecture."), {}
    ),
    "step": ScheduleKind(
        Steps,
        N_("in steps"),
        "γ^floor(i/n)",
        N_("Every n updates λ is multiplied by γ: long steps first, short ones at the end."),
        {
            "every": _length(100.0),
            "factor": Setting("γ", 0.5, high=1.0, closed=True),
        },
    ),
    "1/t": ScheduleKind(
        Inverse,
        N_("one over t"),
        "1/(1 + k*i)",
        N_(
            "λ falls like 1/t: slowly enough to get anywhere, fast enough for noise to average out."
        ),
        {"decay": Setting("k", 0.01, high=1e6, closed=True)},
    ),
    "cosine": ScheduleKind(
        Cosine,
        N_("along a cosine"),
        "c + (1 - c)*(1 + cos(pi*i/n))/2",
        N_("λ falls to c·λ within n updates, along half a wave: slowly at both ends."),
        {
            "steps": _length(100.0),
            "last": Setting("c", 0.0, high=1.0, closed=True),
        },
    ),
    "warm-up": ScheduleKind(
        WarmUp,
        N_("warm-up"),
        "min(1, (i + 1)/n)",
        N_("λ grows to its full size within n updates: small steps while the slope is steep."),
        {"steps": _length(10.0)},
    ),
}
ALIASES = {"inverse": "1/t", "warmup": "warm-up", "steps": "step"}


def schedule(name: str, settings: Mapping[str, float] | None = None) -> Schedule:
    """The schedule of that name. Raises DescentError for what is unknown or out of range."""
    name = ALIASES.get(name, name)
    if name not in SCHEDULES:
        raise DescentError("unknown-schedule", name=name, known=", ".join(SCHEDULES))
    kind = SCHEDULES[name]
    return kind.create(**checked(name, kind.settings, settings or {}, "unknown-schedule-setting"))


def read_schedule(text: str) -> Schedule:
    """`cosine:steps=200,last=0.1` as a Schedule. Raises DescentError."""
    name, _, written = text.strip().partition(":")
    settings = {}
    for pair in filter(None, (part.strip() for part in written.split(","))):
        key, sign, value = pair.partition("=")
        try:
            settings[key.strip()] = float(value)
        except ValueError:
            sign = ""
        if not sign:
            raise DescentError("schedule-malformed", text=pair)
    return schedule(name.strip(), settings)


def schedule_text(wanted: Schedule) -> str:
    """What `read_schedule` reads as this one; settings that are the usual ones are left out."""
    name = schedule_name(wanted)
    usual = {key: setting.default for key, setting in SCHEDULES[name].settings.items()}
    changed = {
        key: value for key, value in schedule_settings(wanted).items() if value != usual[key]
    }
    written = ",".join(f"{key}={_number(value)}" for key, value in changed.items())
    return f"{name}:{written}" if written else name


def schedule_name(wanted: Schedule) -> str:
    """What a schedule is called in the table."""
    return next(key for key, kind in SCHEDULES.items() if kind.create is type(wanted))


def schedule_settings(wanted: Schedule) -> dict[str, float]:
    """All the settings of a schedule by name."""
    return {key: getattr(wanted, key) for key in SCHEDULES[schedule_name(wanted)].settings}


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
