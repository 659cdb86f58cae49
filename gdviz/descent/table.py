"""The optimisers by name: what `--optimizer` and a document call them, and what is said of them.

One row adds one. A rule is written in the editor's own language, line by line, so that it can be
set on paper, filled with the numbers of a step, and reckoned with.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gdviz.descent.optimisers import (
    AdaGrad,
    Adam,
    AdamW,
    GradientDescent,
    Momentum,
    Nesterov,
    Newton,
    Optimiser,
    RMSProp,
    Vector,
)
from gdviz.descent.settings import Setting, checked
from gdviz.descent.trouble import DescentError
from gdviz.i18n import N_

Rule = tuple[tuple[str, str], ...]
"""(letter, what it becomes) in order. w: the parameter, g: the slope there, λ: the learning rate,
t: the number of the update from 1, h: L″; M and V are made on the way; the others are state, or
settings by their letters."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table.

    create: makes it; title: what people call it; rule: one update, line by line; state: letters of
    what is carried from step to step, in the order of the optimiser's state; about: one sentence;
    rate: the usual λ.
    """

    create: Callable[..., Optimiser]
    title: str
    rule: Rule
    state: tuple[str, ...]
    about: str
    settings: Mapping[str, Setting]
    rate: float = 0.1


MU = {"momentum": Setting("μ", 0.9)}
BETAS = {"beta1": Setting("β1", 0.9), "beta2": Setting("β2", 0.999)}
_MEANS = (("m", "β1*m + (1 - β1)*g"), ("v", "β2*v + (1 - β2)*g^2"))
_CORRECTED = (("M", "m/(1 - β1^t)"), ("V", "v/(1 - β2^t)"), ("w", "w - λ*M/(sqrt(V) + 1e-8)"))
OPTIMISERS: Mapping[str, Kind] = {
    "gd": Kind(
        GradientDescent,
        N_("gradient descent"),
        (("w", "w - λ*g"),),
        (),
        N_("A step against the slope, as long as the slope is steep: the lecture's own rule."),
        {},
    ),
    "momentum": Kind(
        Momentum,
        N_("momentum"),
        (("b", "μ*b + g"), ("w", "w - λ*b")),
        ("b",),
        N_(
            "A heavy ball: b remembers the slopes so far, so that it runs on through plains and "
            "small hollows, and sways less across a ravine."
        ),
        MU,
    ),
    "nesterov": Kind(
        Nesterov,
        N_("Nesterov’s momentum"),
        (("b", "μ*b + g"), ("w", "w - λ*(g + μ*b)")),
        ("b",),
        N_("Momentum that looks one step ahead and brakes in time."),
        MU,
    ),
    "adagrad": Kind(
        AdaGrad,
        "AdaGrad",
        (("s", "s + g^2"), ("w", "w - λ*g/(sqrt(s) + 1e-10)")),
        ("s",),
        N_(
            "Every parameter has a step of its own: s adds up the squares of its slopes, and the "
            "more there are, the shorter its steps."
        ),
        {},
    ),
    "rmsprop": Kind(
        RMSProp,
        "RMSProp",
        (("s", "α*s + (1 - α)*g^2"), ("w", "w - λ*g/(sqrt(s) + 1e-8)")),
        ("s",),
        N_("AdaGrad that forgets: s is an average of late squares, so the steps do not die out."),
        {"smoothing": Setting("α", 0.99)},
    ),
    "adam": Kind(
        Adam,
        "Adam",
        (*_MEANS, *_CORRECTED),
        ("m", "v", "t"),
        N_(
            "Momentum and RMSProp together: m averages the slopes and v their squares; m̂ and v̂ are "
            "the same, corrected for having begun at 0."
        ),
        BETAS,
    ),
    "adamw": Kind(
        AdamW,
        "AdamW",
        (("w", "w*(1 - λ*κ)"), *_MEANS, *_CORRECTED),
        ("m", "v", "t"),
        N_("Adam that also shrinks the parameters a little at every step: weight decay."),
        {**BETAS, "weight_decay": Setting("κ", 0.01)},
    ),
    "newton": Kind(
        Newton,
        N_("Newton’s method"),
        (("w", "w - λ*g/h"),),
        (),
        N_(
            "For comparison: it divides by the curvature L″ and goes where the slope is 0, in few "
            "steps near a minimum; but to maxima and saddles just as well."
        ),
        {},
        rate=1.0,
    ),
}

OF_MANY: Mapping[str, Rule] = {"newton": (("w", "w - λ*d"),)}
"""Rules that are others with several parameters: d solves H·d = ∇L."""


def optimiser(
    name: str,
    settings: Mapping[str, float] | None = None,
    hessian: Callable[[Vector], Vector] | None = None,
) -> Optimiser:
    """The optimiser of that name. Raises DescentError for what is unknown or out of range.

    hessian: point → L″, which Newton's method needs and no other (`Loss.hessian`).
    """
    if name not in OPTIMISERS:
        raise DescentError("unknown-optimiser", name=name, known=", ".join(OPTIMISERS))
    kind = OPTIMISERS[name]
    wanted = checked(name, kind.settings, settings or {}, "unknown-setting")
    if kind.create is not Newton:
        return kind.create(**wanted)
    if hessian is None:
        raise DescentError("no-hessian")
    return Newton(hessian)


def name_of(rule: Optimiser) -> str:
    """What an optimiser is called in the table. Raises LookupError for one that is not in it."""
    for name, kind in OPTIMISERS.items():
        if kind.create is type(rule):
            return name
    raise LookupError(type(rule).__name__)


def usual_rate(rule: Optimiser) -> float:
    """The λ that an optimiser is usually run with."""
    return next((kind.rate for kind in OPTIMISERS.values() if kind.create is type(rule)), 0.1)


def settings_of(rule: Optimiser) -> dict[str, float]:
    """All the settings of an optimiser by name, in the order of the table."""
    known = OPTIMISERS[name_of(rule)].settings
    return {key: getattr(rule, key) for key in known}
