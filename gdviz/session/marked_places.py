"""Places of the curve that are marked in the plot, as data. Coordinates are those of f."""

from dataclasses import dataclass
from enum import StrEnum


class Dot(StrEnum):
    """How a point of a marked place looks."""

    OPEN = "open"
    """A point that the curve comes up to and does not have."""
    CLOSED = "closed"
    """One that the curve ends in and has."""
    SMALL = "small"
    """One on the curve: a corner, an extremum."""
    LOZENGE = "lozenge"
    """No point of the curve: stands on Ox where f has no limit."""


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place x. dots: what is painted there, with the y of each (None on Ox); asymptote: whether
    the upright line at x is painted; label: written beside the dot. title, facts: what is told when
    the pointer rests on it, line by line.
    """

    x: float
    dots: tuple[tuple[float | None, Dot], ...]
    title: str
    facts: tuple[str, ...]
    asymptote: bool = False
    label: str = ""

    @property
    def told(self) -> str:
        """All of it in one sentence."""
        return f"{self.title}: {'; '.join(self.facts)}."


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """An asymptote y = slope·x + intercept. left, right: whether the curve comes up to it at that
    end; title, facts: as of a place."""

    slope: float
    intercept: float
    left: bool
    right: bool
    title: str
    facts: tuple[str, ...]

    @property
    def told(self) -> str:
        """All of it in one sentence."""
        return f"{self.title}: {'; '.join(self.facts)}."


@dataclass(frozen=True, slots=True)
class MarkedPlaces:
    """What is marked in a view. places: in the order in which they are painted; lines: that are
    not upright; told: for who does not see them; note: what there is too much of to be marked."""

    places: tuple[MarkedPlace, ...] = ()
    lines: tuple[MarkedLine, ...] = ()
    told: str = ""
    note: str = ""


NOTHING_MARKED = MarkedPlaces()
