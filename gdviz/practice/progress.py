"""How a person gets on: exercises tried and right at the first go, by kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdviz.practice.exercise import Kind


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` of `tried` exercises were right at the first go, without a hint."""

    right: int = 0
    tried: int = 0

    def with_one(self, *, right: bool) -> "Tally":
        """One more exercise."""
        return Tally(self.right + right, self.tried + 1)

    def __str__(self) -> str:
        return f"{self.right}/{self.tried}"


def tally_of(text: str) -> Tally:
    """What `str(tally)` wrote; nothing at all for any other text."""
    right, _, tried = text.partition("/")
    if not (right.isascii() and right.isdigit() and tried.isascii() and tried.isdigit()):
        return Tally()
    known = Tally(int(right), int(tried))
    return known if known.right <= known.tried else Tally()


def total(tallies: Mapping[Kind, Tally]) -> Tally:
    """All kinds together."""
    every = tallies.values()
    return Tally(sum(tally.right for tally in every), sum(tally.tried for tally in every))
