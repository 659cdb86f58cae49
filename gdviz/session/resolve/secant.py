"""The secant through x₀ and x₀ + Δx: in the plot, and in the numbers of its panel."""

from math import ceil, isclose, isfinite, log10

import numpy as np

from gdviz.calculus.difference_quotients import (
    DECADES,
    DifferenceQuotient,
    difference_quotient,
    difference_quotients,
)
from gdviz.calculus.tangent import LocalSlope
from gdviz.calculus.typesetting.markup import (
    Fenced,
    Fraction,
    Letter,
    Markup,
    Operator,
    Scripts,
)
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document
from gdviz.i18n import Translator
from gdviz.numerals import MINUS, as_written, significant
from gdviz.session.analysis import Analysis
from gdviz.session.naming import DELTA, Names
from gdviz.session.phrases import (
    MOST_DIGITS,
    chain,
    digits_that_tell,
    equals,
    factor,
    numeral,
    row,
)
from gdviz.session.resolve.secant_words import limits, rounding, trouble
from gdviz.session.scene import (
    NO_ERRORS,
    Handle,
    Points,
    QuotientRow,
    Role,
    SecantPicture,
    SecantScene,
)

QUOTIENT_DIGITS, ERROR_DIGITS = 9, 2
SMALLEST_SEEN = 1 / 400
"""A Δx that is a smaller part of the view's width cannot be seen."""
READABLE_DIGITS = 5
EXACT = 1e-9
"""Relative: f(x₀ + Δx) of float64 is no exact decimal either."""


def secant_handle(document: Document, analysis: Analysis) -> Handle:
    """The second point, on the curve where f has a value there."""
    x = document.x0 + document.secant.delta_x
    value = float(analysis.function.value(x))
    y = value if isfinite(value) else None
    return Handle("delta_x", Role.SECANT, x, y, analysis.names.second, base=document.x0)


def secant_picture(
    document: Document, analysis: Analysis, local: LocalSlope
) -> SecantPicture | None:
    """None where f has no value at one of the points."""
    found = difference_quotient(analysis.function, local, document.secant.delta_x)
    if local.value is None or not isfinite(found.quotient):
        return None
    name, delta = plain(function_letter(analysis.formula)), plain(analysis.names.step)
    gap = found.gap if document.shown.tangent and local.slope is not None else None
    return SecantPicture(
        x=local.x,
        y=local.value,
        step=found.step,
        rise=found.rise,
        slope=found.quotient,
        label=f"Δ{name}/{delta} = {significant(found.quotient)}",
        step_label=f"{delta} = {significant(found.step)}",
        rise_label=f"Δ{name} = {significant(found.rise)}",
        gap=gap,
        gap_label="" if gap is None else f"{name} − {name}ₗ = {significant(gap)}",
    )


def secant_scene(
    document: Document, analysis: Analysis, local: LocalSlope, view: Viewport, tr: Translator
) -> SecantScene:
    """The panel's section; hardly anything is computed while the secant is switched off."""
    step, name, names = document.secant.delta_x, function_letter(analysis.formula), analysis.names
    if not document.shown.secant:
        return SecantScene(shown=False, delta_x=step, function=plain(name), names=names)
    present = difference_quotient(analysis.function, local, step)
    steps = [size if step > 0 else -size for size in DECADES]
    found = difference_quotients(analysis.function, local, steps)
    is_small = abs(step) < SMALLEST_SEEN * view.width
    return SecantScene(
        shown=True,
        delta_x=step,
        function=plain(name),
        names=names,
        numbers=_written_out(name, names, present, local),
        gap=_gap_written_out(name, names, present, local),
        limits=limits(local, plain(name), names, tr),
        trouble=trouble(analysis, local, present, tr),
        present=_row(present),
        rows=tuple(map(_row, found)) if local.value is not None else (),
        current=steps.index(step) if step in steps else None,
        errors=_errors(found),
        rounding=rounding(found, plain(name), names, tr),
        hint=_too_small(names, tr) if is_small else "",
    )


def _too_small(names: Names, tr: Translator) -> str:
    return tr("{delta} is too small to be seen in this view.", delta=plain(names.step))


def _line(name: Markup) -> Markup:
    """f_l, the tangent as a function."""
    return Scripts(name, lower=Letter("l"))


def _written_out(
    name: Markup, names: Names, found: DifferenceQuotient, local: LocalSlope
) -> Markup | None:
    """Δf/Δx = (f(x₀ + Δx) − f(x₀))/Δx = (22.25 − 21)/0.5 = 2.5, with as many digits as differ."""
    if local.value is None or not isfinite(found.quotient):
        return None
    there = local.value + found.rise
    digits = _telling_digits(max(abs(there), abs(local.value)), abs(found.rise))

    def reckoned(digits: int) -> float:
        rise = as_written(there, digits) - as_written(local.value or 0.0, digits)
        return rise / as_written(found.step, digits)

    # Of a quotient that does not come out, more digits need factors too long to be read.
    is_exact = isclose(reckoned(digits), found.quotient, rel_tol=EXACT)
    precision = QUOTIENT_DIGITS if is_exact else READABLE_DIGITS
    digits = digits_that_tell(reckoned, found.quotient, digits, precision)
    values = row(numeral(there, digits), Operator(MINUS), factor(local.value, digits))
    relation = equals(reckoned(digits), as_written(found.quotient, precision))
    return row(
        *(Fraction(row(DELTA, name), names.step), Operator("=")),
        *(Fraction(values, numeral(found.step, digits)), relation),
        numeral(found.quotient, precision),
    )


def _telling_digits(size: float, difference: float) -> int:
    """So many that two numbers of this size are seen to differ, and by how much."""
    if not (difference > 0.0 and isfinite(size)):
        return 4
    return min(max(ceil(log10(size / difference)) + 3, 4), MOST_DIGITS)


def _gap_written_out(
    name: Markup, names: Names, found: DifferenceQuotient, local: LocalSlope
) -> Markup | None:
    if local.slope is None or not isfinite(found.gap):
        return None
    there = Fenced(names.second)
    difference = row(name, there, Operator(MINUS), _line(name), there)
    is_lost = found.gap == 0.0 and found.rise != local.slope * found.kept
    return chain([difference, numeral(found.gap)], "≈" if is_lost else "=")


def _row(found: DifferenceQuotient) -> QuotientRow:
    quotient = significant(found.quotient, QUOTIENT_DIGITS)
    return QuotientRow(
        delta_x=found.step,
        step=_step_text(found.step),
        rise=significant(found.rise),
        quotient=quotient,
        error=significant(found.error, ERROR_DIGITS),
        right=right_characters(quotient, found.error),
        rounding_wins=found.rounding_wins,
    )


def _step_text(step: float) -> str:
    """10⁻⁵ rather than 1·10⁻⁵."""
    text = significant(step)
    return text.replace("1·10", "10") if text.removeprefix(MINUS).startswith("1·") else text


def right_characters(text: str, error: float) -> int:
    """How many characters of a written number are right, if the number is wrong by `error`."""
    if error == 0.0:
        return len(text)
    mantissa, _, power = text.partition("·10")
    exponent = int(power.translate(PLAIN_POWERS)) if power else 0
    whole = mantissa.partition(".")[0].removeprefix(MINUS)
    place, right = len(whole) - 1 + exponent, 0
    for index, character in enumerate(mantissa):
        if character.isdigit():
            if not error < 0.5 * 10.0**place:
                break
            place, right = place - 1, index + 1
    return len(text) if right == len(mantissa) else right


PLAIN_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def _errors(found: tuple[DifferenceQuotient, ...]) -> Points:
    """|Δx|, the error, and 1 where rounding wins, where both have a logarithm."""
    seen = [one for one in found if one.error > 0.0]
    rows = [(abs(one.step), one.error, float(one.rounding_wins)) for one in seen]
    return np.array(rows) if rows else NO_ERRORS
