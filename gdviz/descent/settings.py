"""A number that an optimiser or a schedule can be made with."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdviz.descent.trouble import DescentError
from gdviz.numerals import significant


@dataclass(frozen=True, slots=True)
class Setting:
    """Letter, default, and range low ≤ … < high; ≤ high where it is closed. whole: an integer."""

    letter: str
    default: float
    low: float = 0.0
    high: float = 1.0
    whole: bool = False
    closed: bool = False

    def allows(self, value: float) -> bool:
        """Whether the value is in range (NaN never is)."""
        below = self.low <= value < self.high or (self.closed and value == self.high)
        return below and (not self.whole or value == int(value))


def checked(
    owner: str, known: Mapping[str, Setting], wanted: Mapping[str, float], unknown: str
) -> dict[str, float]:
    """The settings that are wanted, if there are such and they are in range.

    Raises DescentError; `unknown` is its code for a setting that the owner has not.
    """
    for key, value in wanted.items():
        if key not in known:
            raise DescentError(unknown, owner=owner, name=key, known=", ".join(known) or "—")
        setting = known[key]
        if not setting.allows(value):
            raise DescentError(_out_of_range(setting), name=key, **_ends(setting))
    return dict(wanted)


def _out_of_range(setting: Setting) -> str:
    if setting.whole:
        return "setting-not-whole"
    return "setting-out-of-closed-range" if setting.closed else "setting-out-of-range"


def _ends(setting: Setting) -> dict[str, str]:
    return {"low": significant(setting.low), "high": significant(setting.high)}
