"""The optimisers by name: what `--optimizer` and a document call them, and their settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gdviz.descent.optimisers import (
    AdaGrad,
    Adam,
    AdamW,
    GradientDescent,
    Momentum,
    Nesterov,
    Optimiser,
    RMSProp,
)
from gdviz.descent.trouble import DescentError
from gdviz.numerals import significant


@dataclass(frozen=True, slots=True)
class Setting:
    """A number that an optimiser can be made with: letter, default, range low ≤ … < high."""

    letter: str
    default: float
    low: float = 0.0
    high: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """How to make an optimiser, and with which settings."""

    create: Callable[..., Optimiser]
    settings: Mapping[str, Setting]


BETAS = {"beta1": Setting("β₁", 0.9), "beta2": Setting("β₂", 0.999)}
OPTIMISERS: Mapping[str, Kind] = {
    "gd": Kind(GradientDescent, {}),
    "momentum": Kind(Momentum, {"momentum": Setting("μ", 0.9)}),
    "nesterov": Kind(Nesterov, {"momentum": Setting("μ", 0.9)}),
    "adagrad": Kind(AdaGrad, {}),
    "rmsprop": Kind(RMSProp, {"smoothing": Setting("α", 0.99)}),
    "adam": Kind(Adam, BETAS),
    "adamw": Kind(AdamW, {**BETAS, "weight_decay": Setting("wd", 0.01)}),
}
"""Newton is made for one loss (it needs L″), the others for any."""


def optimiser(name: str, **settings: float) -> Optimiser:
    """The optimiser of that name. Raises DescentError for what is unknown or out of range."""
    if name not in OPTIMISERS:
        raise DescentError("unknown-optimiser", name=name, known=", ".join(OPTIMISERS))
    known = OPTIMISERS[name].settings
    for key, value in settings.items():
        if key not in known:
            raise DescentError("unknown-setting", optimiser=name, name=key)
        setting = known[key]
        if not setting.low <= value < setting.high:
            low, high = significant(setting.low), significant(setting.high)
            raise DescentError("setting-out-of-range", name=key, low=low, high=high)
    return OPTIMISERS[name].create(**settings)
