"""What is said of a secant: its limits from either side, why there is none, why rounding wins."""

from math import isfinite, isinf

from gdviz.calculus.difference_quotients import DifferenceQuotient
from gdviz.calculus.tangent import LocalSlope
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis

NOTICEABLE = 0.01
"""A part of Δx that is worth telling if rounding takes it away."""


def trouble(
    analysis: Analysis, local: LocalSlope, found: DifferenceQuotient, tr: Translator
) -> str:
    """Why there is no secant; "" where there is one."""
    if local.value is None:
        return tr("There is no value at x₀, so there is no secant.")
    if isfinite(found.quotient):
        return ""
    if isinf(found.rise) or isinf(found.rise / found.step):
        return sentence(tr, "beyond-float64", {})
    why = analysis.function.why_undefined(local.x + found.step)
    return tr(
        "The function is not defined at x₀ + Δx: {why}.", why=sentence(tr, why.code, why.fields)
    )


def limits(local: LocalSlope, name: str, tr: Translator) -> str:
    """What Δf/Δx tends to as Δx → 0, from each side where they differ."""
    left, right = local.left_slope, local.right_slope
    if local.value is None:
        return ""
    if left is not None and right is not None:
        return _two_limits(left, right, name, tr)
    if local.problem == "edge-of-domain":
        return _at_edge(local, name, tr)
    if local.problem == "jump":
        return _at_jump(local, name, tr)
    if local.problem == "isolated-point":
        return tr("There is no second point near x₀, so there is no limit.")
    return ""


def _two_limits(left: float, right: float, name: str, tr: Translator) -> str:
    fields = {"name": name, "left": significant(left), "right": significant(right)}
    if left == right and isfinite(left):
        return tr(
            "As Δx → 0, Δ{name}/Δx → {slope}: the secant turns into the tangent.",
            name=name,
            slope=fields["right"],
        )
    if left == right:
        return tr(
            "As Δx → 0, Δ{name}/Δx → {limit}: it grows without bound, the secant turns upright.",
            name=name,
            limit=fields["right"],
        )
    if isinf(left) and isinf(right):
        return tr(
            "Δ{name}/Δx → {left} from the left and {right} from the right: "
            "it grows without bound, with different signs.",
            **fields,
        )
    return tr(
        "Δ{name}/Δx → {left} from the left and {right} from the right: "
        "the secants turn into two different lines.",
        **fields,
    )


def _at_edge(local: LocalSlope, name: str, tr: Translator) -> str:
    limit = local.right_slope if local.left_slope is None else local.left_slope
    if limit is None:
        return ""
    slope = significant(limit)
    if local.left_slope is None:
        return tr(
            "The domain is on the right of x₀ alone, so Δx > 0; Δ{name}/Δx → {slope}.",
            name=name,
            slope=slope,
        )
    return tr(
        "The domain is on the left of x₀ alone, so Δx < 0; Δ{name}/Δx → {slope}.",
        name=name,
        slope=slope,
    )


def _at_jump(local: LocalSlope, name: str, tr: Translator) -> str:
    """On the side where f jumps away from f(x₀), Δf does not tend to 0."""
    if local.left_slope is None and local.right_slope is None:
        return tr(
            "The function jumps: Δ{name} does not tend to 0, and Δ{name}/Δx grows without bound.",
            name=name,
        )
    if local.right_slope is None:
        return tr(
            "From the left Δ{name}/Δx → {slope}. On the right the function jumps: "
            "Δ{name} does not tend to 0, and Δ{name}/Δx grows without bound.",
            name=name,
            slope=significant(local.left_slope or 0.0),
        )
    return tr(
        "From the right Δ{name}/Δx → {slope}. On the left the function jumps: "
        "Δ{name} does not tend to 0, and Δ{name}/Δx grows without bound.",
        name=name,
        slope=significant(local.right_slope),
    )


def rounding(rows: tuple[DifferenceQuotient, ...], name: str, tr: Translator) -> str:
    """Why the error grows again, as told to a class; "" where it does not."""
    kept = [row for row in rows if not row.rounding_wins]
    if len(kept) == len(rows):
        return ""
    parts = [_turn(kept, name, tr), _cancelling(name, tr), _shift(rows[-1], name, tr)]
    return " ".join(part for part in parts if part)


def _turn(kept: list[DifferenceQuotient], name: str, tr: Translator) -> str:
    if all(row.keeps_all_digits for row in kept):
        return tr(
            "Δ{name}/Δx does not depend on Δx here, as on a straight line. "
            "In the marked rows the error is that of rounding alone, and it grows.",
            name=name,
        )
    if len(kept) < 2:
        return tr("In the marked rows the error is that of rounding alone, and it grows.")
    best = significant(abs(kept[-1].step))
    return tr(
        "The error gets smaller with Δx, but only down to {best}. "
        "In the marked rows rounding wins, and the error grows.",
        best=best.replace("1·10", "10"),
    )


def _cancelling(name: str, tr: Translator) -> str:
    return tr(
        "A computer keeps about 16 digits of a number. {name}(x₀ + Δx) and {name}(x₀) agree in "
        "more and more of them, and their difference Δ{name} is left with the few that remain: "
        "near Δx = 10⁻⁸ about half of the digits are lost.",
        name=name,
    )


def _shift(row: DifferenceQuotient, name: str, tr: Translator) -> str:
    """x₀ + Δx is rounded too."""
    asked = significant(abs(row.step)).replace("1·10", "10")
    if row.kept == 0.0:
        return tr(
            "And x₀ + Δx is rounded as well: for Δx = {asked} it is x₀ itself, so Δ{name} = 0.",
            asked=asked,
            name=name,
        )
    if abs(row.kept / row.step - 1.0) < NOTICEABLE:
        return ""
    return tr(
        "And x₀ + Δx is rounded as well: for Δx = {asked} it is {kept} away from x₀.",
        asked=asked,
        kept=significant(abs(row.kept), 2),
    )
