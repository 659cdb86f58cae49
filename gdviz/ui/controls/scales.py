"""Where a value stands on a slider, and which round value stands at a place. No Qt."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol


class Scale(Protocol):
    """Values between `low` and `high` as fractions 0 to 1 of a slider's length, and back."""

    @property
    def low(self) -> float:
        """The least value."""

    @property
    def high(self) -> float:
        """The greatest value."""

    def fraction(self, value: float) -> float:
        """Where `value` stands; values outside stand at the nearer end."""

    def value(self, fraction: float) -> float:
        """The round value nearest to a place."""


@dataclass(frozen=True, slots=True)
class LinearScale:
    """Equal steps from `low` on; without a `step`, a decimal one of at most 1/100 of the range."""

    low: float
    high: float
    step: float = 0.0

    @property
    def natural_step(self) -> float:
        """The step that values are rounded to."""
        return self.step or 10.0**-self._decimals

    @property
    def _decimals(self) -> int:
        return 2 - math.floor(math.log10(self.high - self.low)) if self.high > self.low else 0

    def fraction(self, value: float) -> float:
        if not self.high > self.low:
            return 0.0
        return _between((value - self.low) / (self.high - self.low), 0.0, 1.0)

    def value(self, fraction: float) -> float:
        exact = self.low + fraction * (self.high - self.low)
        if not self.high > self.low:
            return exact
        if self.step:
            return _between(self._on_a_step(exact), self.low, self.high)
        return _between(round(exact, self._decimals), self.low, self.high)

    def _on_a_step(self, exact: float) -> float:
        """The nearest of low, low + step, low + 2 step …, reckoned in decimals."""
        low, step = Decimal(repr(self.low)), Decimal(repr(self.step))
        return float(low + step * round((exact - self.low) / self.step))


@dataclass(frozen=True, slots=True)
class LogScale:
    """Equal ratios, 0 < low < high; values are rounded to two significant digits."""

    low: float
    high: float

    def fraction(self, value: float) -> float:
        if not value > 0:
            return 0.0
        return _between(math.log(value / self.low) / math.log(self.high / self.low), 0.0, 1.0)

    def value(self, fraction: float) -> float:
        exact = self.low * (self.high / self.low) ** fraction
        return _between(float(f"{exact:.1e}"), self.low, self.high)


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
