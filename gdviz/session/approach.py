"""Δx on its way to 0: time in, Δx out. No clock of its own, so tests need no waiting."""

from dataclasses import dataclass
from math import ceil, floor, log10

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import SecantSettings, Side

NEAR, LAST = 1e-6, 1e-16
"""Sizes of Δx: where the secant is the tangent to the eye, and where the table ends."""
MOVING = 0.7
"""The part of a beat in which Δx moves; in the rest its numbers can be read."""
ALMOST = 1e-9
PART_OF_VIEW = 1 / 4
"""Of the view's width: a Δx to begin with."""


@dataclass(frozen=True, slots=True)
class Way:
    """From a size of Δx to another in equal ratios: one to the next beat."""

    start: float
    end: float
    side: Side
    ratio: float

    @property
    def beats(self) -> int:
        """How many it takes to get to the end, or just past it."""
        return max(ceil(log10(self.start / self.end) / log10(self.ratio) - ALMOST), 0)

    def delta_x(self, beat: float, *, smooth: bool = True) -> float:
        """Δx so many beats after the start; between beats it moves, unless it is to jump."""
        beat = min(beat, self.beats)
        whole = floor(beat)
        moved = _eased((beat - whole) / MOVING) if smooth else float(beat > whole)
        size = self.start / float(self.ratio ** (whole + moved))
        return -size if self._is_left(whole, beat) else size

    def _is_left(self, whole: int, beat: float) -> bool:
        """In turn, from the right first. A beat that has just ended keeps its side."""
        if self.side is Side.BOTH:
            return (whole - (beat == whole and whole > 0)) % 2 == 1
        return self.side is Side.LEFT


def _eased(share: float) -> float:
    """0 to 1, slow at both ends."""
    share = min(share, 1.0)
    return share * share * (3.0 - 2.0 * share)


def way_to_tangent(settings: SecantSettings, roomy: float) -> Way:
    """From Δx as it stands, or from a `roomy` one where it has arrived already."""
    size = abs(settings.delta_x)
    start = size if size > NEAR * (1 + ALMOST) else roomy
    return Way(start, min(NEAR, start), settings.side, _ratio(settings))


def way_into_rounding(settings: SecantSettings) -> Way:
    """On from Δx as it stands to the table's last row."""
    size = abs(settings.delta_x)
    return Way(size, min(LAST, size), settings.side, _ratio(settings))


def _ratio(settings: SecantSettings) -> float:
    return 10.0 if settings.tens else 2.0


class Approach:
    """Plays Δx along a way. Times are in seconds on any steady clock."""

    def __init__(self) -> None:
        self._way: Way | None = None
        self._last = self._beat = 0.0

    @property
    def playing(self) -> bool:
        """Whether it is under way."""
        return self._way is not None

    def play(self, way: Way, now: float) -> None:
        """Start along a way."""
        self._way, self._last, self._beat = way, now, 0.0

    def pause(self) -> None:
        """Stop where it is."""
        self._way = None

    def delta_x(self, now: float, speed: float, *, smooth: bool) -> float | None:
        """Where Δx is at `speed` beats a second; None once it has arrived, or was paused.

        After a hitch it goes on, it does not catch up: at most a quarter of a second is made good.
        """
        if self._way is None:
            return None
        if self._beat >= self._way.beats:
            self.pause()
            return None
        self._beat += min(max(now - self._last, 0.0), 0.25) * speed
        self._last = now
        if self._beat >= self._way.beats - 1 + MOVING:
            self._beat = float(self._way.beats)  # nothing would move in what is left of the beat
        return self._way.delta_x(self._beat, smooth=smooth)


def roomy_size(view: Viewport) -> float:
    """1, 2 or 5 times a power of ten, about a quarter of the view's width."""
    wanted = PART_OF_VIEW * view.width
    power = 10.0 ** floor(log10(wanted))
    return (
        max(factor for factor in (1.0, 2.0, 5.0) if factor * power <= wanted * (1 + ALMOST)) * power
    )
