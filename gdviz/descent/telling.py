"""How a run ended, as sentences a student understands, with the numbers of the run."""

from collections.abc import Sequence
from math import floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

from gdviz.descent.run import Descent
from gdviz.descent.stopping import Cause, Reason
from gdviz.i18n import Translator
from gdviz.numerals import equation, significant
from gdviz.sentences import sentence

SHOWN_ORBIT = 4
"""Points of a cycle that are named; longer ones end in dots."""
OF_CHANGE, LEAST_OF_LOSS, MOST_OF_LOSS = 3, 4, 10
"""Digits of a change of the loss, and of the losses beside it."""
MOST_DIGITS = 17
"""That tell every float64 from its neighbours."""


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
    """A point in words: w = 1.5, b ≈ −2.333."""
    pairs = zip(names, point, strict=True)
    return ", ".join(equation(name, float(value)) for name, value in pairs)


def _fields(descent: Descent, names: Sequence[str], loss: str) -> dict[str, str]:
    stop, points, losses = descent.stop, descent.points, descent.losses
    before, last = max(len(losses) - 2, 0), len(losses) - 1
    change = abs(float(losses[-1]) - float(losses[before]))
    steepness = f"|{loss}′|" if len(names) == 1 else f"|∇{loss}|"
    return {
        "step": str(stop.step),
        "loss": loss,
        "point": place(names, points[-1]),
        "before": place(names, points[before]),
        "value": significant(float(losses[-1])),
        "level": equation(loss, float(losses[-1]), loss_digits(losses, last)),
        "change": equation(f"|Δ{loss}|", change, digits_unlike(change, descent.epsilon)),
        "slope": equation(steepness, _steepness(descent, -1)),
        "first_slope": significant(_steepness(descent, 0)),
        "epsilon": equation("ε", descent.epsilon),
        "rate": equation("λ", descent.rate),
        "last_rate": significant(descent.plan.rate_at(max(stop.step - 1, 0))),
        "curvature": f"{loss}″",
        "rejected": place(names, stop.rejected) if stop.rejected else "",
        "period": str(stop.period or ""),
        "orbit": _orbit(descent, names),
    }


def loss_digits(losses: NDArray[np.float64], index: int) -> int:
    """Of a loss beside its neighbours: a pupil who subtracts finds the change as it is written.

    losses: shape (n,). To the last digit of the change; at most MOST_OF_LOSS digits.
    """
    near = losses[max(index - 1, 0) : index + 2]
    with np.errstate(invalid="ignore"):  # ∞ − ∞
        changes = np.abs(np.diff(near))
    smallest = min((c for c in changes.tolist() if c and isfinite(c)), default=0.0)
    size = abs(float(losses[index]))
    if not (smallest and size and isfinite(size)):
        return LEAST_OF_LOSS
    wanted = floor(log10(size)) - floor(log10(smallest)) + OF_CHANGE + 1
    return min(max(LEAST_OF_LOSS, wanted), MOST_OF_LOSS)


def digits_unlike(value: float, other: float, least: int = 2) -> int:
    """The fewest digits that tell a number from another: 0.01 is not less than 0.01."""
    found = range(least, MOST_DIGITS)
    written = significant(other)
    return next((n for n in found if significant(value, n) != written), MOST_DIGITS)


def _steepness(descent: Descent, index: int) -> float:
    with np.errstate(all="ignore"):
        return float(np.linalg.norm(descent.gradients[index]))


def _orbit(descent: Descent, names: Sequence[str]) -> str:
    """The points of a cycle, the first few: w = 0.81; w = 1.12."""
    period = descent.stop.period or 0
    last = descent.points[len(descent.points) - period :][:SHOWN_ORBIT]
    dots = "; …" if period > SHOWN_ORBIT else ""
    return "; ".join(place(names, point) for point in last) + dots
