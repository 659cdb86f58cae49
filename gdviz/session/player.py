"""Playing a descent: time in, steps out. It has no clock of its own, so tests need no waiting."""

SLOWEST, FASTEST = 1 / 3, 1000.0
"""Steps a second: one step in three seconds; so many a frame that most descents end at once."""


class Player:
    """Says how many steps are due. Times are in seconds on any steady clock."""

    def __init__(self) -> None:
        self.playing = False
        self._last = 0.0
        self._owed = 0.0

    def play(self, now: float) -> None:
        """Start; the first step is due at once, so that the key press is seen to work."""
        self.playing, self._last, self._owed = True, now, 1.0

    def pause(self) -> None:
        self.playing = False

    def steps_due(self, now: float, speed: float) -> int:
        """Whole steps to make now at `speed` steps a second; fractions are kept for the next call.

        After a hitch (a window that was covered, a laptop that slept) it goes on, it does not
        catch up: at most a quarter of a second is made good.
        """
        if not self.playing:
            return 0
        elapsed = min(max(now - self._last, 0.0), max(0.25, 1 / speed))
        self._last = now
        self._owed += elapsed * speed
        due = int(self._owed)
        self._owed -= due
        return due
