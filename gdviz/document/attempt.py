"""What a person did about an exercise: saved, undone and shared with the document."""

from dataclasses import dataclass, replace

from gdviz.practice.exercise import EASIEST, Kind


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer in the making, to the line `about`; for any other line nothing of it counts.

    kind, difficulty: of exercises that are set; seed: of the one that was set last, None for none;
    answer: as typed; checked: whether it stands as it was checked; hints: how many were asked for;
    revealed: whether the solution was looked at.
    """

    kind: Kind = Kind.LECTURE
    difficulty: int = EASIEST
    seed: int | None = None
    about: str = ""
    answer: str = ""
    checked: bool = False
    hints: int = 0
    revealed: bool = False

    def at(self, line: str) -> "Attempt":
        """What there is for a line: this, or a fresh start."""
        if line == self.about:
            return self
        return Attempt(self.kind, self.difficulty, self.seed, about=line)

    def answered(self, text: str) -> "Attempt":
        """With another answer, not checked yet."""
        return replace(self, answer=text, checked=False)
