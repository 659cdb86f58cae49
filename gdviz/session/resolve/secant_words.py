"""What is said of a secant: its limits from either side, why there is none, why rounding wins."""

from collections.abc import Mapping
from math import isfinite, isinf

from gdviz.calculus.difference_quotients import DifferenceQuotient
from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis
from gdviz.session.naming import Names

NOTICEABLE = 0.01
"""A part of Δx that is worth telling if rounding takes it away."""
Said = Mapping[str, str]
"""What things are called in the sentences: name, point, delta, second, quotient."""


def _said(names: Names, name: str) -> Said:
    delta = plain(names.step)
    return {
        "name": name,
        "point": plain(names.point),
        "delta": delta,
        "second": plain(names.second),
        "quotient": f"Δ{name}/{delta}",
    }


def trouble(
    analysis: Analysis, local: LocalSlope, found: DifferenceQuotient, tr: Translator
) -> str:
    """Why there is no secant; "" where there is one."""
    said = _said(analysis.names, analysis.name)
    if local.value is None:
        return tr("There is no value at {point}, so there is no secant.", **said)
    if isfinite(found.quotient):
        return ""
    if isinf(found.rise) or isinf(found.rise / found.step):
        return sentence(tr, "beyond-float64", {})
    why = analysis.function.why_undefined(local.x + found.step)
    return tr(
        "The function is not defined at {second}: {why}.",
        why=sentence(tr, why.code, why.fields),
        **said,
    )


def limits(local: LocalSlope, name: str, names: Names, tr: Translator) -> str:
    """What Δf/Δx tends to as Δx → 0, from each side where they differ."""
    left, right, said = local.left_slope, local.right_slope, _said(names, name)
    if local.value is None:
        return ""
    if left is not None and right is not None:
        return _two_limits(left, right, said, tr)
    if local.problem == "edge-of-domain":
        return _at_edge(local, said, tr)
    if local.problem == "jump":
        return _at_jump(local, said, tr)
    if local.problem == "isolated-point":
        return tr("There is no second point near {point}, so there is no limit.", **said)
    return ""


def _two_limits(left: float, right: float, said: Said, tr: Translator) -> str:
    fields = {**said, "left": significant(left), "right": significant(right)}
    if left == right and isfinite(left):
        return tr(
            "As {delta} → 0, {quotient} → {slope}: the secant turns into the tangent.",
            slope=fields["right"],
            **said,
        )
    if left == right:
        return tr(
            "As {delta} → 0, {quotient} → {limit}: it grows without bound, "
            "the secant turns upright.",
            limit=fields["right"],
            **said,
        )
    if isinf(left) and isinf(right):
        return tr(
            "{quotient} → {left} from the left and {right} from the right: "
            "it grows without bound, with different signs.",
            **fields,
        )
    return tr(
        "{quotient} → {left} from the left and {right} from the right: "
        "the secants turn into two different lines.",
        **fields,
    )


def _at_edge(local: LocalSlope, said: Said, tr: Translator) -> str:
    limit = local.right_slope if local.left_slope is None else local.left_slope
    if limit is None:
        return ""
    slope = significant(limit)
    if local.left_slope is None:
        return tr(
            "The domain is on the right of {point} alone, so {delta} > 0; {quotient} → {slope}.",
            slope=slope,
            **said,
        )
    return tr(
        "The domain is on the left of {point} alone, so {delta} < 0; {quotient} → {slope}.",
        slope=slope,
        **said,
    )


def _at_jump(local: LocalSlope, said: Said, tr: Translator) -> str:
    """On the side where f jumps away from f(x₀), Δf does not tend to 0."""
    if local.left_slope is None and local.right_slope is None:
        return tr(
            "The function jumps: Δ{name} does not tend to 0, and {quotient} grows without bound.",
            **said,
        )
    if local.right_slope is None:
        return tr(
            "From the left {quotient} → {slope}. On the right the function jumps: "
            "Δ{name} does not tend to 0, and {quotient} grows without bound.",
            slope=significant(local.left_slope or 0.0),
            **said,
        )
    return tr(
        "From the right {quotient} → {slope}. On the left the function jumps: "
        "Δ{name} does not tend to 0, and {quotient} grows without bound.",
        slope=significant(local.right_slope),
        **said,
    )


def rounding(rows: tuple[DifferenceQuotient, ...], name: str, names: Names, tr: Translator) -> str:
    """Why the error grows again, as told to a class; "" where it does not."""
    kept = [row for row in rows if not row.rounding_wins]
    if len(kept) == len(rows):
        return ""
    said = _said(names, name)
    parts = [_turn(kept, said, tr), _cancelling(said, tr), _shift(rows[-1], said, tr)]
    return " ".join(part for part in parts if part)


def _turn(kept: list[DifferenceQuotient], said: Said, tr: Translator) -> str:
    if all(row.keeps_all_digits for row in kept):
        return tr(
            "{quotient} does not depend on {delta} here, as on a straight line. "
            "In the marked rows the error is that of rounding alone, and it grows.",
            **said,
        )
    if len(kept) < 2:
        return tr("In the marked rows the error is that of rounding alone, and it grows.")
    best = significant(abs(kept[-1].step))
    return tr(
        "The error gets smaller with {delta}, but only down to {best}. "
        "In the marked rows rounding wins, and the error grows.",
        best=best.replace("1·10", "10"),
        **said,
    )


def _cancelling(said: Said, tr: Translator) -> str:
    return tr(
        "A computer keeps about 16 digits of a number. {name}({second}) and {name}({point}) "
        "agree in more and more of them, and their difference Δ{name} is left with the few "
        "that remain: near {delta} = 10⁻⁸ about half of the digits are lost.",
        **said,
    )


def _shift(row: DifferenceQuotient, said: Said, tr: Translator) -> str:
    """x₀ + Δx is rounded too."""
    asked = significant(abs(row.step)).replace("1·10", "10")
    if row.kept == 0.0:
        return tr(
            "And {second} is rounded as well: for {delta} = {asked} it is {point} itself, "
            "so Δ{name} = 0.",
            asked=asked,
            **said,
        )
    if abs(row.kept / row.step - 1.0) < NOTICEABLE:
        return ""
    return tr(
        "And {second} is rounded as well: for {delta} = {asked} it is {kept} away from {point}.",
        asked=asked,
        kept=significant(abs(row.kept), 2),
        **said,
    )
