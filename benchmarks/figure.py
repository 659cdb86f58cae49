"""A figure: what something takes, what the least it could take is, and what it may take."""

from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles


class Verdict(StrEnum):
    """Whether a figure keeps its goal."""

    MET = "met"
    MISSED = "missed"
    NO_GOAL = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure may be: so many seconds, so many times its floor, or both at once."""

    seconds: float | None = None
    ratio: float | None = None

    def is_met(self, seconds: float, ratio: float | None) -> bool:
        """Whether all that is asked for is kept."""
        slow = self.seconds is not None and seconds > self.seconds
        far = self.ratio is not None and (ratio is None or ratio > self.ratio)
        return not (slow or far)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    ours, floor: seconds, one a run, taken in turns; against: what the floor is.
    """

    benchmark: str
    name: str
    ours: tuple[float, ...]
    floor: tuple[float, ...] = ()
    against: str = ""
    goal: Goal | None = None

    @property
    def seconds(self) -> float:
        """Ours, the median."""
        return median(self.ours)

    @property
    def floor_seconds(self) -> float | None:
        """The floor's median."""
        return median(self.floor) if self.floor else None

    @property
    def ratio(self) -> float | None:
        """Ours in floors."""
        return None if self.floor_seconds is None else self.seconds / self.floor_seconds

    @property
    def spread(self) -> tuple[float, float]:
        """Lower and upper quartile of ours, seconds."""
        if len(self.ours) < 2:
            return self.seconds, self.seconds
        low, _, high = quantiles(self.ours, n=4, method="inclusive")
        return low, high

    @property
    def verdict(self) -> Verdict:
        """Whether it is as it should be."""
        if self.goal is None:
            return Verdict.NO_GOAL
        return Verdict.MET if self.goal.is_met(self.seconds, self.ratio) else Verdict.MISSED
