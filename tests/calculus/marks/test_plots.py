"""Marks of the functions of tests/data/plots.json, which break plotters."""

import json
from math import inf
from pathlib import Path
from typing import Any

import pytest

from gdviz.calculus.marks import Kind, Mark, Marks
from gdviz.calculus.marks.mark import BREAKS, KINKS
from tests.calculus.marks.found import found

Case = dict[str, Any]

DATA = Path(__file__).parents[2] / "data" / "plots.json"
CASES: list[Case] = json.loads(DATA.read_text("utf-8"))["cases"]
NAMED = {str(kind) for kind in BREAKS | KINKS}

each = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))


def marks_of(case: Case) -> Marks:
    return found(case["input"], case["window"])


def at(marks: Marks, x: float, kind: str) -> Mark:
    """The mark of a kind at x, to 1e-10."""
    (mark,) = (
        mark
        for mark in marks.marks
        if mark.kind == kind and abs(mark.x - x) <= 1e-10 * max(1.0, abs(x))
    )
    return mark


def limit_of(told: float | str | None) -> float | None:
    return {"inf": inf, "-inf": -inf}.get(told) if isinstance(told, str) else told


@each
def test_each_break_is_marked_with_its_limits(case: Case):
    marks = marks_of(case)
    for x, kind, left, right in case.get("breaks", ()):
        mark = at(marks, x, kind)
        for side, told in ((mark.left, left), (mark.right, right)):
            assert side.limit == pytest.approx(limit_of(told), abs=1e-7)
            assert side.defined == (told is not None or kind == "essential")


@each
def test_no_other_break_is_marked(case: Case):
    x0, x1, *_ = case["window"]
    wanted = [x for x, *_ in case.get("breaks", ())]
    strangers = [
        mark
        for mark in marks_of(case).marks
        if mark.kind in NAMED and x0 < mark.x < x1 and min(abs(mark.x - x) for x in wanted) > 1e-9
    ]
    assert strangers == []


@each
def test_dots_are_where_the_curve_is(case: Case):
    for mark in marks_of(case).marks:
        if mark.kind is Kind.HOLE:
            assert mark.y == mark.left.limit == pytest.approx(mark.right.limit)
        elif mark.kind not in BREAKS:
            assert mark.y == mark.value
        assert mark.y is None or abs(mark.y) < inf


@each
def test_slopes_of_extrema_and_kinks(case: Case):
    for mark in marks_of(case).marks:
        left, right = mark.left.slope, mark.right.slope
        if mark.kind in KINKS:
            assert left is not None
            assert right is not None
            assert (left == right) == (mark.kind is Kind.VERTICAL_TANGENT)


@pytest.mark.parametrize(
    ("name", "x", "value"),
    [(case["id"], *told) for case in CASES for told in case.get("derivative_at", ())],
)
def test_slopes_where_marks_are(name: str, x: float, value: float | str | None):
    (case,) = (case for case in CASES if case["id"] == name)
    slopes = {(mark.left.slope, mark.right.slope) for mark in marks_of(case).marks if mark.x == x}
    (sides,) = slopes
    if value is None:
        assert sides == (-1.0, 1.0)
    else:
        wanted = inf if value == "inf" else value
        assert sides == pytest.approx((wanted, wanted))


PEAKS = {
    "spike": (1 / 3, 1.0),
    "spike2": (0.1234, 1.0),
    "runge": (0.0, 1.0),
    "xx": (0.36787944117144233, 0.6922006275553463),
}


@pytest.mark.parametrize("name", PEAKS)
def test_extrema(name: str):
    (case,) = (case for case in CASES if case["id"] == name)
    (mark,) = (mark for mark in marks_of(case).marks if mark.kind is Kind.EXTREMUM)
    assert (mark.x, mark.y) == pytest.approx(PEAKS[name], rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("name", ["negbase", "farzoom"])
def test_where_nothing_can_be_seen_nothing_is_marked(name: str):
    (case,) = (case for case in CASES if case["id"] == name)
    assert marks_of(case) == Marks()


CROWDED = {
    "topologist": {"zeros", "extrema", "inflections"},
    "xsin1x": {"zeros", "extrema", "inflections"},
    "alias-grid": {"zeros", "extrema", "inflections"},
}


def test_what_is_too_much_to_be_marked_is_said():
    assert {
        case["id"]: set(map(str, crowded)) for case in CASES if (crowded := marks_of(case).crowded)
    } == CROWDED
