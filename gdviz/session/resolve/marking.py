"""The marks of a curve: what is painted, and what is told of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isclose, isfinite

from gdviz.calculus.expression import Expression
from gdviz.calculus.marks.mark import KINKS, Crowd, Kind, Mark, Side, Turn
from gdviz.calculus.typesetting.notation import function_letter, plain, typeset
from gdviz.document.document import Shown
from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis
from gdviz.session.exact import Finding
from gdviz.session.mark_names import MarkNames, key_of
from gdviz.session.marked_places import NOTHING_MARKED, Dot, MarkedLine, MarkedPlace, MarkedPlaces
from gdviz.session.resolve.asymptotes import marked_line
from gdviz.session.results import Results
from gdviz.symbolic.questions import Name

DIGITS = 6
"""A mark is exact, and may say so."""
SHORT = 4
"""Digits beside a dot."""
MOST_TOLD = 8
"""Of many marks so many are told one by one to who does not see them."""
SAME = 1e-10
"""Relative difference by which a mark is known as a point that was given a name."""

NOTABLE = (Kind.EXTREMUM, Kind.ZERO, Kind.INFLECTION)
"""Kinds of points that are marked when asked, those that matter most first."""
TITLES = {
    Kind.POLE: N_("Vertical asymptote"),
    Kind.ESSENTIAL: N_("Essential discontinuity"),
    Kind.JUMP: N_("Jump"),
    Kind.EDGE: N_("End of the domain"),
    Kind.HOLE: N_("Hole"),
    Kind.CORNER: N_("Corner"),
    Kind.CUSP: N_("Cusp"),
    Kind.VERTICAL_TANGENT: N_("Vertical tangent"),
    Kind.ZERO: N_("Zero of the function"),
    Kind.INFLECTION: N_("Point of inflection"),
}
TURNS = {Turn.MINIMUM: N_("Local minimum"), Turn.MAXIMUM: N_("Local maximum")}
SHORT_TURNS = {Turn.MINIMUM: "min", Turn.MAXIMUM: "max"}
LONE = N_("Isolated point")
CROWDS = {
    Crowd.BREAKS: "breaks",
    Crowd.ZEROS: "notable",
    Crowd.EXTREMA: "notable",
    Crowd.INFLECTIONS: "notable",
}
"""Which switch asks for what there is too much of."""
ONE_SIDED = (
    (
        N_("on the left {name} → {limit}"),
        N_("{name} has no limit on the left"),
        N_("{name} is not defined on the left"),
    ),
    (
        N_("on the right {name} → {limit}"),
        N_("{name} has no limit on the right"),
        N_("{name} is not defined on the right"),
    ),
)
"""Of either side: its limit, that it has none, that there is no f."""


def marked_places(shown: Shown, results: Results, tr: Translator) -> MarkedPlaces:
    """What is switched on of the marks that were found."""
    if results.analysis is None or results.curve_marks is None:
        return NOTHING_MARKED
    findings = results.findings
    found = (*(findings.points or ()), *findings.corners)
    teller = Teller(results.analysis, found, results.mark_names, tr)
    placed = ((mark, _placed(mark, shown, teller)) for mark in results.curve_marks.marks)
    kept = _labels_together([(mark, place) for mark, place in placed if place is not None])
    told = results.curve_marks.asymptotes if shown.asymptotes else ()
    letter = plain(results.analysis.names.letter)
    lines = tuple(marked_line(line, letter, results.analysis.upright, tr) for line in told)
    crowded = [c for c in results.curve_marks.crowded if getattr(shown, CROWDS[c])]
    return MarkedPlaces(
        tuple(place for _, place in sorted(kept, key=lambda pair: _depth(pair[0]))),
        lines,
        _told([*(place for _, place in kept), *lines], tr),
        " ".join(sentence(tr, f"crowded-{crowd}") for crowd in sorted(crowded)[:1]),
    )


def _depth(mark: Mark) -> int:
    """What is painted first lies underneath: small dots below what says that f breaks. Of labels
    the first find room: extrema before zeros, and those before inflections."""
    if mark.kind in NOTABLE:
        return NOTABLE.index(mark.kind)
    return len(NOTABLE) + (mark.kind not in KINKS)


def _labels_together(
    kept: Sequence[tuple[Mark, MarkedPlace]],
) -> list[tuple[Mark, MarkedPlace]]:
    """A zero that is an extremum or an inflection too has the label of that: it says y = 0."""
    says_more = (Kind.EXTREMUM, Kind.INFLECTION)
    more = {mark.x for mark, place in kept if mark.kind in says_more and place.label}
    is_said = [mark.kind is Kind.ZERO and mark.x in more for mark, _ in kept]
    return [
        (mark, replace(place, label="") if said else place)
        for (mark, place), said in zip(kept, is_said, strict=True)
    ]


def _told(places: Sequence[MarkedPlace | MarkedLine], tr: Translator) -> str:
    told = [place.told for place in places[:MOST_TOLD]]
    if len(places) > MOST_TOLD:
        told.append(tr("More marks: {count}.", count=len(places) - MOST_TOLD))
    return " ".join(told)


def _placed(mark: Mark, shown: Shown, teller: "Teller") -> MarkedPlace | None:
    is_notable = mark.kind in NOTABLE
    dots = tuple(_dots(mark)) if (shown.notable if is_notable else shown.breaks) else ()
    has_asymptote = shown.asymptotes and not is_notable and mark.has_asymptote
    if not dots and not has_asymptote:
        return None
    label = teller.label(mark) if is_notable else ""
    facts = tuple(dict.fromkeys(teller.facts(mark)))
    return MarkedPlace(mark.x, dots, teller.title(mark), facts, has_asymptote, label)


def _dots(mark: Mark) -> Iterator[tuple[float | None, Dot]]:
    """Ends of the curve, open or closed, then the value if none of them is it."""
    if mark.kind in NOTABLE or mark.kind in KINKS:
        yield mark.y, Dot.SMALL
        return
    sides = [side for side in (mark.left, mark.right) if _is_finite(side)]
    ends = {_height(side, mark): side.closed for side in sides}
    yield from ((y, Dot.CLOSED if closed else Dot.OPEN) for y, closed in ends.items())
    if mark.value is not None and not any(side.closed for side in sides):
        yield mark.value, Dot.CLOSED
    elif not ends and not mark.has_asymptote:
        yield None, Dot.LOZENGE


def _is_finite(side: Side) -> bool:
    return side.limit is not None and isfinite(side.limit)


def _height(side: Side, mark: Mark) -> float | None:
    """Where the curve ends: both sides of a hole in one place, whatever rounding says."""
    return mark.y if mark.kind is Kind.HOLE else side.limit


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of the marks of one function. named: points that may have exact names, and names: those
    of marks that are none of these."""

    analysis: Analysis
    named: Iterable[Finding]
    names: MarkNames
    tr: Translator

    def title(self, mark: Mark) -> str:
        """What it is."""
        if mark.turn is not None:
            return self.tr(TURNS[mark.turn])
        is_lone = not mark.left.defined and not mark.right.defined
        return self.tr(LONE if mark.kind is Kind.EDGE and is_lone else TITLES[mark.kind])

    def label(self, mark: Mark) -> str:
        """A few figures that stand beside the dot."""
        x, y = self._x(mark, short=True), self._y(mark, short=True)
        if mark.kind is Kind.ZERO:
            return f"{self._variable} = {x}"
        if mark.turn is not None:
            return f"{SHORT_TURNS[mark.turn]} ({x}; {y})"
        return self.tr("inflection ({x}; {y})", x=x, y=y)

    def facts(self, mark: Mark) -> Iterator[str]:
        """Where it is; limits of a break, slopes of the rest."""
        yield f"{self._variable} = {self._x(mark)}"
        if mark.kind in NOTABLE or mark.kind in KINKS:
            yield f"{self._name} = {self._y(mark)}"
            yield from self._slopes(mark)
        else:
            yield from self._limits(mark)
            yield self._value(mark)

    def _slopes(self, mark: Mark) -> Iterator[str]:
        left, right = mark.left.slope, mark.right.slope
        if mark.kind in (Kind.CORNER, Kind.CUSP) and left is not None and right is not None:
            yield self.tr("the slope on the left: {slope}", slope=_number(left))
            yield self.tr("the slope on the right: {slope}", slope=_number(right))
        elif mark.kind in (Kind.VERTICAL_TANGENT, Kind.INFLECTION) and left is not None:
            yield self.tr("the slope: {slope}", slope=_number(left))

    def _limits(self, mark: Mark) -> Iterator[str]:
        sides = (mark.left, mark.right)
        if mark.kind is Kind.HOLE or (_has_limit(mark) and mark.left.limit == mark.right.limit):
            limit = mark.y if mark.kind is Kind.HOLE else mark.left.limit
            yield self.tr("{name} → {limit} on both sides", name=self._name, limit=_number(limit))
            return
        for side, (limit_told, none, undefined) in zip(sides, ONE_SIDED, strict=True):
            if not side.defined:
                yield self.tr(undefined, name=self._name)
            elif side.limit is None:
                yield self.tr(none, name=self._name)
            else:
                yield self.tr(limit_told, name=self._name, limit=_number(side.limit))

    def _value(self, mark: Mark) -> str:
        if mark.value is None:
            return self.tr("{name} is not defined here", name=self._name)
        return self.tr("{name} = {value} here", name=self._name, value=_number(mark.value))

    def _x(self, mark: Mark, *, short: bool = False) -> str:
        name = self._name_at(mark)
        return self._number(mark.x, name.place if name is not None else None, short=short)

    def _y(self, mark: Mark, *, short: bool = False) -> str:
        name = self._name_at(mark)
        return self._number(mark.y, name.measured if name is not None else None, short=short)

    def _name_at(self, mark: Mark) -> Name | None:
        """Of the zero of f′ that is here, else of the mark itself."""
        finding = self._finding(mark)
        if finding is not None and finding.name is not None:
            return finding.name
        key = key_of(mark)
        return self.names.get(key) if key is not None else None

    def _number(self, value: float | None, named: Expression | None, *, short: bool) -> str:
        """√3 ≈ 1.73205; short: either of them."""
        figures = _number(value, SHORT if short else DIGITS)
        if named is None:
            return figures
        exact = plain(typeset(named, self.tr.language))
        if short or exact == figures:
            return exact
        is_all = value is not None and float(f"{value:.{DIGITS}g}") == value
        return f"{exact} = {figures}" if is_all else f"{exact} ≈ {figures}"

    def _finding(self, mark: Mark) -> Finding | None:
        """The point with a name that is here."""
        near = (f for f in self.named if isclose(f.point.x, mark.x, rel_tol=SAME, abs_tol=SAME))
        return next(near, None)

    @property
    def _variable(self) -> str:
        return plain(self.analysis.names.letter)

    @property
    def _name(self) -> str:
        return plain(function_letter(self.analysis.formula))


def _has_limit(mark: Mark) -> bool:
    return mark.left.limit is not None and mark.right.limit is not None


def _number(value: float | None, digits: int = DIGITS) -> str:
    """With the sign of infinity, which a limit has."""
    if value is None:
        return "?"
    return "+∞" if value == float("inf") else significant(value, digits)
