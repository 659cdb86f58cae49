"""How a run ended, as sentences a student understands, with the numbers of the run."""

from collections.abc import Sequence

import numpy as np

from gdviz.descent.run import Descent
from gdviz.descent.stopping import Cause, Reason
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence

SHOWN_ORBIT = 4
"""Points of a cycle that are named; longer ones end in dots."""


def stop_sentence(
    tr: Translator, descent: Descent, names: Sequence[str] = ("w",), loss: str = "L"
) -> str:
    """Why the run ended. names: of the parameters, in order; loss: of the function."""
    return sentence(tr, stop_code(descent), _fields(descent, names, loss))


def warning_sentence(
    tr: Translator, descent: Descent, names: Sequence[str] = ("w",), loss: str = "L"
) -> str:
    """What is wrong with the end, an empty text if nothing is."""
    stop = descent.stop
    if stop.warning is None:
        return ""
    return sentence(tr, stop.cause or stop.warning, _fields(descent, names, loss))


def stop_code(descent: Descent) -> str:
    """The code of the sentence: a run that diverges downwards is not to blame on λ."""
    stop = descent.stop
    if stop.reason is Reason.CONVERGED or stop.cause is None:
        return stop.reason
    if stop.cause in (Cause.FAR, Cause.HIGH) and descent.losses[-1] < descent.losses[0]:
        return f"{stop.cause}-down"
    return stop.cause


def place(names: Sequence[str], point: Sequence[float]) -> str:
    """A point in words: w = 1.5, b = −2."""
    pairs = zip(names, point, strict=True)
    return ", ".join(f"{name} = {significant(float(value))}" for name, value in pairs)


def _fields(descent: Descent, names: Sequence[str], loss: str) -> dict[str, str]:
    stop, points, losses = descent.stop, descent.points, descent.losses
    before = max(len(losses) - 2, 0)
    return {
        "step": str(stop.step),
        "loss": loss,
        "point": place(names, points[-1]),
        "before": place(names, points[before]),
        "value": significant(float(losses[-1])),
        "change": _unlike(abs(float(losses[-1]) - float(losses[before])), descent.epsilon),
        "steepness": f"|{loss}′|" if len(names) == 1 else f"|∇{loss}|",
        "slope": significant(_steepness(descent, -1)),
        "first_slope": significant(_steepness(descent, 0)),
        "epsilon": significant(descent.epsilon),
        "rate": significant(descent.rate),
        "last_rate": significant(descent.plan.rate_at(max(stop.step - 1, 0))),
        "curvature": f"{loss}″",
        "rejected": place(names, stop.rejected) if stop.rejected else "",
        "period": str(stop.period or ""),
        "orbit": _orbit(descent, names),
    }


def _unlike(value: float, other: float) -> str:
    """A number in as few digits as tell it from another: 0.01 is not less than 0.01."""
    written = (significant(value, digits) for digits in range(2, 18))
    return next((text for text in written if text != significant(other)), significant(value, 17))


def _steepness(descent: Descent, index: int) -> float:
    with np.errstate(all="ignore"):
        return float(np.linalg.norm(descent.gradients[index]))


def _orbit(descent: Descent, names: Sequence[str]) -> str:
    """The points of a cycle, the first few: w = 0.81; w = 1.12."""
    period = descent.stop.period or 0
    last = descent.points[len(descent.points) - period :][:SHOWN_ORBIT]
    dots = "; …" if period > SHOWN_ORBIT else ""
    return "; ".join(place(names, point) for point in last) + dots
