"""By what rule a descent goes, as it is shown in its panel."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.descent.settings import Setting


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A number of an optimiser or a schedule: what it is called in data and on paper, its value."""

    key: str
    letter: Markup
    value: float
    setting: Setting


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several, with what it can be set to. titles: of all of them by name, in order."""

    name: str
    titles: Mapping[str, str]
    about: str
    settings: tuple[SettingRow, ...]


@dataclass(frozen=True, slots=True)
class MethodScene:
    """The optimiser, the schedule of λ, and the noise: σ and its seed."""

    optimiser: Choice
    schedule: Choice
    noise: float
    noise_seed: int
