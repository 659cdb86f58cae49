"""What is marked on the curve, and what is told of it, without a screen."""

from dataclasses import replace

import pytest

from gdviz.calculus.marks import Marks
from gdviz.calculus.view.viewport import Viewport
from gdviz.document.codec import decode, encode
from gdviz.document.document import Document, Shown
from gdviz.i18n import Translator
from gdviz.session.marked_places import Dot, MarkedPlace, MarkedPlaces
from gdviz.session.resolve.plot import curve_marks, plot_scene
from gdviz.session.session import Session
from gdviz.symbolic.answering import answer
from gdviz.symbolic.questions import NameZeros
from tests.session.conftest import finish, opened

EN, RU = Translator("en"), Translator("ru")
VIEW = Viewport(-6.0, 6.0, -4.0, 4.0)
EVERYTHING = Shown(notable=True)


def marked(
    text: str, tr: Translator = EN, shown: Shown | None = None, view: Viewport = VIEW
) -> MarkedPlaces:
    session = opened(text, viewport=view, shown=shown or Shown())
    return curve_marks(session.document, session.results, tr)


def only_place(text: str, tr: Translator = EN) -> MarkedPlace:
    (place,) = marked(text, tr).places
    return place


def said(place: MarkedPlace) -> str:
    return "|".join((place.title, *place.facts))


TOLD = {
    "1/x": "Vertical asymptote|x = 0|on the left f → −∞|on the right f → +∞|f is not defined here",
    "1/x^2": "Vertical asymptote|x = 0|f → +∞ on both sides|f is not defined here",
    "ln x": "Vertical asymptote|x = 0|f is not defined on the left|on the right f → −∞"
    "|f is not defined here",
    "sign x": "Jump|x = 0|on the left f → −1|on the right f → 1|f = 0 here",
    "arctg(1/x)": "Jump|x = 0|on the left f → −1.5708|on the right f → 1.5708"
    "|f is not defined here",
    "sin(x)/x": "Hole|x = 0|f → 1 on both sides|f is not defined here",
    "sqrt x": "End of the domain|x = 0|f is not defined on the left|on the right f → 0|f = 0 here",
    "sqrt(-x^2)": "Isolated point|x = 0|f is not defined on the left|f is not defined on the right"
    "|f = 0 here",
    "|x|": "Corner|x = 0|f = 0|the slope on the left: −1|the slope on the right: 1",
    "x^(2/3)": "Cusp|x = 0|f = 0|the slope on the left: −∞|the slope on the right: +∞",
    "cbrt x": "Vertical tangent|x = 0|f = 0|the slope: +∞",
    "e^(1/x)": "Essential discontinuity|x = 0|on the left f → 0|on the right f → +∞"
    "|f is not defined here",
    "sin(1/x)": "Essential discontinuity|x = 0|f has no limit on the left"
    "|f has no limit on the right|f is not defined here",
    "L(w) = 1/w": "Vertical asymptote|w = 0|on the left L → −∞|on the right L → +∞"
    "|L is not defined here",
}


@pytest.mark.parametrize("text", TOLD)
def test_what_a_mark_is_where_it_is_and_its_limits_or_slopes(text: str) -> None:
    assert said(only_place(text)) == TOLD[text]


def test_the_same_in_russian() -> None:
    assert said(only_place("1/x", RU)) == (
        "Вертикальная асимптота|x = 0|слева f → −∞|справа f → +∞|f здесь не определена"
    )


DOTS = {
    "sin(x)/x": {(1.0, Dot.OPEN)},
    "sqrt x": {(0.0, Dot.CLOSED)},
    "x^2/sqrt x": {(0.0, Dot.OPEN)},
    "sign x": {(-1.0, Dot.OPEN), (0.0, Dot.CLOSED), (1.0, Dot.OPEN)},
    "|x|": {(0.0, Dot.SMALL)},
    "e^(1/x)": {(0.0, Dot.OPEN)},
    "1/x": set(),
    "sin(1/x)": {(None, Dot.LOZENGE)},
    "sqrt(-x^2)": {(0.0, Dot.CLOSED)},
}


@pytest.mark.parametrize("text", DOTS)
def test_ends_that_belong_to_the_curve_are_closed_and_others_open(text: str) -> None:
    assert set(only_place(text).dots) == DOTS[text]


def test_a_step_is_closed_where_it_has_its_value() -> None:
    steps = {place.x: set(place.dots) for place in marked("floor x").places}
    assert steps[2.0] == {(1.0, Dot.OPEN), (2.0, Dot.CLOSED)}


def test_a_product_that_is_one_looks_like_a_line_with_holes() -> None:
    holes = marked("tg x ctg x").places
    assert [place.dots for place in holes] == [((1.0, Dot.OPEN),)] * 7


def test_poles_have_asymptotes_and_ends_of_logarithms_too() -> None:
    assert [place.asymptote for place in marked("tg x").places] == [True] * 4
    assert only_place("ln x").asymptote
    assert not only_place("sin(x)/x").asymptote


LINES = {
    "(x^2 + 1)/(x - 3)": ["Oblique asymptote|y = x + 3|as x → ±∞"],
    "e^x": ["Horizontal asymptote|y = 0|as x → −∞"],
    "L(w) = sigma(w)": [
        "Horizontal asymptote|L = 0|as w → −∞",
        "Horizontal asymptote|L = 1|as w → +∞",
    ],
    "x + sin x": [],
}


@pytest.mark.parametrize("text", LINES)
def test_asymptotes_that_are_not_upright_have_words(text: str) -> None:
    lines = marked(text).lines
    assert ["|".join((line.title, *line.facts)) for line in lines] == LINES[text]
    assert all(line.told in marked(text).told for line in lines)
    assert marked(text, shown=Shown(asymptotes=False, breaks=True)).lines == ()


def test_each_kind_has_a_switch() -> None:
    nothing = Shown(asymptotes=False, breaks=False)
    text = "1/x + |x - 2| + sqrt(x + 3) - 3"
    by_switch = {
        name: {place.title for place in marked(text, EN, replace(nothing, **{name: True})).places}
        for name in ("asymptotes", "breaks", "notable")
    }
    assert by_switch["asymptotes"] == {"Vertical asymptote"}
    assert by_switch["breaks"] == {"Corner", "End of the domain"}
    assert "Local minimum" in by_switch["notable"]
    assert not by_switch["notable"] & {"Corner", "Vertical asymptote", "End of the domain"}


def test_nothing_is_looked_for_where_all_of_them_are_off() -> None:
    session = opened("1/x", shown=Shown(asymptotes=False, breaks=False))
    assert found(session) is None
    session.show("asymptotes", True)
    finish(session)
    assert places(found(session)) == [0.0]


def test_notable_points_are_labelled_extrema_first() -> None:
    labels = [place.label for place in marked("x^3 - 3x", RU, EVERYTHING).places]
    assert labels[:2] == ["max (−1; 2)", "min (1; −2)"]
    assert labels[2:] == ["x = −1.732", "", "x = 1.732", "перегиб (0; 0)"]
    assert not any(place.label for place in marked("1/x", RU, EVERYTHING).places)


def test_exact_names_stand_before_the_digits() -> None:
    session = opened("x^4 - 6x^2", viewport=Viewport(-3, 3, -10, 4), shown=EVERYTHING)
    for question in tuple(session.questions.values()):
        if isinstance(question, NameZeros):
            session.take(question, answer(question))
    told = curve_marks(session.document, session.results, EN).places
    minimum = next(place for place in told if place.title == "Local minimum" and place.x > 0)
    assert minimum.facts[:2] == ("x = √3 ≈ 1.73205", "f = −9")
    assert minimum.label == "min (√3; −9)"


def test_a_screen_reader_is_told() -> None:
    session = opened("floor x", viewport=VIEW)
    told = curve_marks(session.document, session.results, EN)
    scene = plot_scene(session.document, session.results, (), session.local, EN, told)
    assert scene.marks is told.places
    assert "Jump: x = −3; on the left f → −4; on the right f → −3; f = −3 here." in (
        scene.description
    )
    assert scene.description.endswith("More marks: 2.")


def test_what_cannot_be_told_apart_is_said_by_the_switch_that_asks_for_it() -> None:
    view = Viewport(-2000.0, 2000.0, -4.0, 4.0)
    assert "more zeros" not in marked("sin x", EN, Shown(), view).note
    assert marked("sin x", EN, EVERYTHING, view).note.startswith("There are more")


def found(session: Session) -> Marks | None:
    return session.results.curve_marks


def places(marks: Marks | None) -> list[float]:
    return [mark.x for mark in marks.marks] if marks else []


def test_old_marks_stay_while_they_are_right() -> None:
    session = opened("1/x", viewport=VIEW)
    before = found(session)
    assert places(before) == [0.0]
    session.views.show(Viewport(-5.0, 7.0, -4.0, 4.0))
    assert found(session) is before
    finish(session)
    assert found(session) is before
    session.type_text("1/(x - 1)")
    assert found(session) is None
    finish(session)
    assert places(found(session)) == [1.0]


@pytest.mark.parametrize("notable", [False, True])
def test_marks_move_along_with_a_parameter(notable: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gdviz.session.marking.LATE", float("inf"))
    shown = Shown(notable=notable)
    session = opened("1/(x - a) + x", viewport=VIEW, shown=shown)
    for value in (1.1, 1.2, -0.5):
        session.parameters.move("a", value)
        expected = [value - 1.0, value, value + 1.0] if notable else [value]
        assert places(found(session)) == pytest.approx(expected)


def test_where_marks_take_too_long_none_is_shown_until_the_hand_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = opened("1/(x - a)", viewport=VIEW)
    monkeypatch.setattr("gdviz.session.marking.LATE", 0.0)
    for value in (1.1, 1.2, 1.3):
        session.parameters.move("a", value)
        assert found(session) is None
    finish(session)
    assert places(found(session)) == [1.3]


def test_an_edit_does_no_work_on_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is answered first; the search comes when nobody waits."""
    from gdviz.session.marking import PlaceWork

    asked: list[float] = []
    monkeypatch.setattr(PlaceWork, "advance", lambda self, seconds: asked.append(seconds))
    session = Session(replace(Document(), text="tg x"))
    session.type_text("ctg x")
    session.move_tangent(1.0)
    assert asked == []
    for _ in range(200):
        session.advance(1.0)
    assert asked


def test_the_end_of_a_descent_does_not_wait_for_marks() -> None:
    session = Session(replace(Document(), text="x^2 + |x|"))
    while not session.results.complete:
        session.advance(0.01)
    assert not session.work_done
    session.iterates.go_to_end()
    assert session.document.step == session.iterates.last
    assert session.iterates.at_end


def test_switches_are_saved() -> None:
    shown = Shown(asymptotes=False, breaks=False, notable=True)
    document = replace(Document(), shown=shown)
    assert decode(encode(document)).shown == shown
    data = encode(Document())
    for name in ("asymptotes", "breaks", "notable"):
        del data["shown"][name]
    assert decode(data).shown == Shown()
