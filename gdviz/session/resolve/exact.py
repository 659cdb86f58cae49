"""f′(x) = 0: x = 0, ±√π …; exact where the number has a name, else to four digits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import isclose

from gdviz.calculus.expression import Expression, Number, Sum
from gdviz.calculus.typesetting.markup import Fenced, Gap, Markup, Operator, Upright, Words
from gdviz.calculus.typesetting.notation import function_letter, plain, typeset
from gdviz.calculus.view.corners import MOST_CORNERS
from gdviz.calculus.view.stationary import Turn
from gdviz.compute.protocol import Mishap, NoAnswer
from gdviz.i18n import N_, Translator
from gdviz.session.analysis import Analysis
from gdviz.session.exact import Finding, Findings
from gdviz.session.exact_scene import ExactScene
from gdviz.session.phrases import PRIME, apply, numeral, row
from gdviz.symbolic.questions import Proof, Verdict

MOST_PLACES, MOST_VALUES, MOST_EQUAL = 6, 2, 2
"""Zeros that are written out; extreme values, and places of each. For more there is an ellipsis."""
SAME_DIGITS = 10
"""Digits by which −x is known as the mirror image of x, and two values as the same."""
SPACE = 0.3
"""em around a relation."""
ELLIPSIS = Upright("…")
COMMA = Operator(",")

REMARKS: Mapping[Verdict | Mishap, str] = {
    Verdict.PROVED: N_("{slope} checked by computer algebra"),
    Verdict.REFUTED: N_("Computer algebra finds another {slope}: please check it."),
    Verdict.UNKNOWN: N_("Computer algebra could not confirm {slope}; it comes from the rules."),
    Mishap.LATE: N_("Computer algebra took too long; {slope} comes from the rules."),
    Mishap.UNAVAILABLE: N_("Computer algebra is not available here; {slope} comes from the rules."),
}
NO_ANSWER = N_("Computer algebra gave no answer; {slope} comes from the rules.")
TURNS = (
    (Turn.MINIMUM, N_("local minimum:"), N_("local minima:")),
    (Turn.MAXIMUM, N_("local maximum:"), N_("local maxima:")),
)
"""What a point where f′ is 0, or there is none, is called, and several of them: no more is known of
them, there may be lower or higher places."""


CALLED = {
    (False, True): N_("local minimum:"),
    (False, False): N_("lowest local minimum in view:"),
    (True, True): N_("local minima in view, equally low:"),
    (True, False): N_("lowest local minima in view, equally low:"),
}
"""The lowest minima, by whether there are several, and whether there are surely no others."""
SAME_LEVEL, ROUNDING = 1e-10, 1e-14
"""Values so near to each other, in parts of them or of the largest in view, are equal."""


@dataclass(frozen=True, slots=True)
class Place:
    """x, or ±x, as it is written; whether it is exact; and the value of f there."""

    x: float
    written: Markup
    is_exact: bool
    finding: Finding


def exact_scene(analysis: Analysis, findings: Findings, tr: Translator) -> ExactScene:
    """What is known by now; the numbers come first, their names later."""
    remark, confirmed = _remark(findings.derivative, analysis, tr)
    points = findings.points
    return ExactScene(
        zeros=_zeros(analysis, points, findings.complete, tr.language) if points else None,
        extrema=tuple(_extrema(analysis, (*(points or ()), *findings.corners), tr)),
        corners=_corners(analysis, findings.corners, tr) if findings.corners else None,
        nothing=_none(analysis, tr) if points == () and not _is_level(analysis) else "",
        remark=remark,
        confirmed=confirmed,
    )


def minimum_line(analysis: Analysis, findings: Findings, tr: Translator) -> Markup | None:
    """The lowest minima in view: local minimum: w = 0, L = 12; all that are equally low."""
    extrema = (*(findings.points or ()), *findings.corners)
    minima = [f for f in extrema if f.point.turn is Turn.MINIMUM]
    if not minima:
        return None
    lowest = _equally_low(minima, extrema)
    is_all = findings.complete and len(findings.corners) < MOST_CORNERS
    called = tr(CALLED[len(lowest) > 1, is_all and len(lowest) == len(minima)])
    named = next((f for f in lowest if f.name is not None and f.name.measured is not None), None)
    value, is_exact = _value(named or lowest[0], tr.language)
    places = _listed(analysis, lowest, is_all or len(lowest) == 1, tr.language)
    reached = (function_letter(analysis.formula), *_bound(is_exact=is_exact), value)
    return row(Words(called), Gap(SPACE), *places, COMMA, *reached)


def _equally_low(minima: Sequence[Finding], extrema: Sequence[Finding]) -> list[Finding]:
    """The lowest minimum and those that are as low but for rounding, from left to right."""
    lowest = min(finding.point.value for finding in minima)
    size = max(abs(finding.point.value) for finding in extrema)
    equal = [
        finding
        for finding in minima
        if isclose(finding.point.value, lowest, rel_tol=SAME_LEVEL, abs_tol=ROUNDING * size)
    ]
    return sorted(equal, key=lambda finding: finding.point.x)


def _is_level(analysis: Analysis) -> bool:
    """Whether f′ is 0 wherever it is anything, or f has no value anywhere."""
    slope = analysis.tidy_derivative
    return (isinstance(slope, Number) and slope.value == 0) or analysis.is_defined_nowhere


def _none(analysis: Analysis, tr: Translator) -> str:
    slope = apply(analysis.name, analysis.names.letter, primes=1)
    return tr("There is no {slope} = 0 in view.", slope=plain(slope))


def _remark(said: Proof | NoAnswer | None, analysis: Analysis, tr: Translator) -> tuple[str, bool]:
    """What is said of f′, and whether it is proved."""
    if said is None:
        return "", False
    outcome = said.verdict if isinstance(said, Proof) else said.why
    slope = f"{plain(function_letter(analysis.formula))}{PRIME}"
    return tr(REMARKS.get(outcome, NO_ANSWER), slope=slope), outcome is Verdict.PROVED


def _zeros(
    analysis: Analysis, findings: Sequence[Finding], complete: bool, language: str
) -> Markup:
    """f′(x) = 0: x = …"""
    variable = analysis.names.letter
    slope = apply(analysis.name, variable, primes=1)
    listed = _listed(analysis, findings, complete, language)
    return row(slope, Operator("="), Upright("0:"), Gap(SPACE), *listed)


def _corners(analysis: Analysis, findings: Sequence[Finding], tr: Translator) -> Markup:
    """f′(x) does not exist: x = …"""
    slope = apply(analysis.name, analysis.names.letter, primes=1)
    complete = len(findings) < MOST_CORNERS
    listed = _listed(analysis, findings, complete, tr.language)
    return row(slope, Gap(SPACE), Words(tr("does not exist:")), Gap(SPACE), *listed)


def _listed(
    analysis: Analysis, findings: Sequence[Finding], complete: bool, language: str
) -> Iterator[Markup]:
    """x = 0, ±√π …, those nearest to 0."""
    places = _folded(findings, language)
    nearest = sorted(places, key=lambda place: abs(place.x))[:MOST_PLACES]
    shown = nearest if len(places) < len(findings) else sorted(nearest, key=lambda place: place.x)
    all_rounded = not any(place.is_exact for place in shown)
    items: list[Markup] = []
    for place in shown:
        is_marked = not place.is_exact and not all_rounded
        items += [COMMA] if items else []
        items += [row(Upright("≈"), place.written) if is_marked else place.written]
    if len(shown) < len(places) or not complete:
        items += [COMMA, ELLIPSIS]
    yield from (analysis.names.letter, *_bound(is_exact=not all_rounded), *items)


def _extrema(analysis: Analysis, findings: Sequence[Finding], tr: Translator) -> Iterator[Markup]:
    """local minimum: f(0) = 12; a line for minima, one for maxima, equal values together."""
    for turn, one, several in TURNS:
        chosen = [finding for finding in findings if finding.point.turn is turn]
        ordered = sorted(chosen, key=lambda finding: _known(finding.point.value))
        groups = [list(g) for _, g in groupby(ordered, lambda f: _known(f.point.value))]
        if not groups:
            continue
        if turn is Turn.MAXIMUM:
            groups.reverse()
        called = tr(one) if len(chosen) == 1 else tr(several)
        pieces: list[Markup] = [Words(called), Gap(SPACE)]
        for group in groups[:MOST_VALUES]:
            pieces += [COMMA] if group is not groups[0] else []
            pieces += _values(analysis.name, group, tr.language)
        if len(groups) > MOST_VALUES:
            pieces += [COMMA, ELLIPSIS]
        yield row(*pieces)


def _values(name: str, group: Sequence[Finding], language: str) -> Iterator[Markup]:
    """f(a) = f(b) = v"""
    places = sorted(_folded(group, language), key=lambda place: (abs(place.x), place.x))
    for place in places[:MOST_EQUAL]:
        yield apply(name, place.written)
        if place is not places[:MOST_EQUAL][-1]:
            yield Operator("=")
    if len(places) > MOST_EQUAL:
        yield from (Operator("="), ELLIPSIS)
    named = next((f for f in group if f.name is not None and f.name.measured is not None), group[0])
    value, is_exact = _value(named, language)
    yield Operator("=" if is_exact else "≈")
    yield value


def _folded(findings: Sequence[Finding], language: str) -> list[Place]:
    """x and −x as ±x."""
    by_place = {_known(finding.point.x): finding for finding in findings}
    places = []
    for finding in findings:
        x = finding.point.x
        mirrored = by_place.get(_known(-x)) if x else None
        if mirrored is None or (mirrored.name is None) != (finding.name is None):
            places.append(_place(finding, language))
        elif x > 0:
            place = _place(finding, language)
            size = finding.name.place if finding.name is not None else None
            written = Fenced(place.written) if isinstance(size, Sum) else place.written
            places.append(Place(x, row(Upright("±"), written), place.is_exact, finding))
    return places


def _place(finding: Finding, language: str) -> Place:
    written, is_exact = _number(
        finding.name.place if finding.name is not None else None, finding.point.x, language
    )
    return Place(finding.point.x, written, is_exact, finding)


def _value(finding: Finding, language: str) -> tuple[Markup, bool]:
    named = finding.name.measured if finding.name is not None else None
    return _number(named, finding.point.value, language)


def _number(named: Expression | None, value: float, language: str) -> tuple[Markup, bool]:
    """As it is written, and whether that is exact."""
    if named is not None:
        return typeset(named, language), True
    return numeral(value), False


def _bound(*, is_exact: bool) -> tuple[Markup, ...]:
    """A relation at which no line is broken."""
    return (Gap(SPACE), Upright("=" if is_exact else "≈"), Gap(SPACE))


def _known(value: float) -> float:
    """A value without the last digits, in which rounding shows."""
    return float(f"{value:.{SAME_DIGITS}e}") + 0.0
