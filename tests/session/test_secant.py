"""The secant: what a person does with it, and what is shown of it, without a screen."""

from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.typesetting.notation import plain
from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, Panel, SecantSettings, Shown, Side
from gdviz.document.files import from_bytes, to_text
from gdviz.i18n import Translator
from gdviz.session.magnifying import FINEST, followed, magnified
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.resolve.secant import right_characters, secant_scene
from gdviz.session.scene import PlotScene, SecantPicture, SecantScene
from gdviz.session.session import Session
from tests.session.conftest import finish, opened

EN, RU = Translator("en"), Translator("ru")


def with_secant(text: str, x0: float, delta_x: float, **changes: object) -> Session:
    shown = replace(Shown(), secant=True)
    return opened(text, x0=x0, secant=SecantSettings(delta_x), shown=shown, **changes)


def test_another_function_has_a_secant_that_is_seen() -> None:
    session = with_secant("x^2", 1.0, 9.5e-7)
    session.type_text("x^3")
    assert session.document.secant.delta_x == 1.0
    session.secant.enter(9.5e-7)
    session.choose_text("sin x")
    assert session.document.secant.delta_x == 1.0


def test_the_same_function_keeps_its_secant() -> None:
    session = with_secant("x^2", 1.0, 9.5e-7)
    session.type_text("x²")
    assert session.document.secant.delta_x == 9.5e-7


def plot(session: Session, tr: Translator = EN) -> PlotScene:
    return plot_scene(session.document, session.results, (), session.local, tr)


def picture(session: Session) -> SecantPicture:
    found = plot(session).secant
    assert found is not None
    return found


def panel(session: Session, tr: Translator = EN) -> SecantScene:
    analysis, local = session.results.analysis, session.local
    assert analysis is not None
    assert local is not None
    return secant_scene(session.document, analysis, local, session.results.viewport, tr)


def test_the_secant_goes_through_both_points() -> None:
    secant = picture(with_secant("L(w) = w^2 + 12", 3.0, 2.0))
    assert (secant.x, secant.y, secant.step, secant.rise, secant.slope) == (3, 21, 2, 16, 8)
    assert (secant.label, secant.step_label, secant.rise_label) == (
        "ΔL/Δw = 8",
        "Δw = 2",
        "ΔL = 16",
    )


def test_the_gap_to_the_tangent() -> None:
    session = with_secant("L(w) = w^2 + 12", 3.0, -2.0)
    secant = picture(session)
    assert secant.gap == 4.0
    assert secant.gap_label == "L − Lₗ = 4"
    gap = panel(session).gap
    assert gap is not None
    assert plain(gap).endswith("= 4")
    session.show("tangent", False)
    assert picture(session).gap is None


def test_a_tiny_gap_is_not_lost_in_rounding() -> None:
    gap = picture(with_secant("x^2", 1.0, 2.0**-20)).gap
    assert gap is not None
    assert isclose(gap, 2.0**-40)


def test_the_second_point_is_a_handle_on_the_curve() -> None:
    handles = {handle.name: handle for handle in plot(with_secant("x^2", 1.0, 0.5)).handles}
    second = handles["delta_x"]
    assert (second.x, second.y, second.number) == (1.5, 2.25, 0.5)
    assert list(handles) == ["x0", "delta_x", "start"]


def test_without_the_tangent_both_points_stay() -> None:
    session = with_secant("x^2", 1.0, 0.5)
    session.show("tangent", False)
    assert [handle.name for handle in plot(session).handles] == ["x0", "delta_x", "start"]
    session.show("secant", False)
    assert [handle.name for handle in plot(session).handles] == ["start"]


@pytest.mark.parametrize(("x0", "delta_x"), [(1.0, -2.0), (-1.0, 0.5)])
def test_no_secant_where_there_is_no_value(x0: float, delta_x: float) -> None:
    session = with_secant("ln x", x0, delta_x)
    assert plot(session).secant is None
    assert panel(session).trouble
    assert panel(session).numbers is None
    assert "no secant" in plot(session).description


def test_a_secant_is_told_in_words() -> None:
    session = with_secant("x^2", 1.0, 0.5)
    assert "2.5" in plot(session).description
    assert "секущей" in plot(session, RU).description


def test_the_quotient_is_written_out_with_digits_that_differ() -> None:
    numbers = panel(with_secant("L(w) = w^2 + 12", 3.0, 1e-9)).numbers
    assert numbers is not None
    assert "21.000000006 − 21" in plain(numbers).replace("(", "").replace(")", "")


LIMITS = [
    ("x^2", 3.0, ("→ 6", "tangent")),
    ("|x|", 0.0, ("−1 from the left", "1 from the right", "two different lines")),
    ("cbrt x", 0.0, ("∞", "upright")),
    ("x^(2/3)", 0.0, ("−∞ from the left", "∞ from the right", "signs")),
    ("sqrt x", 0.0, ("on the right of x₀ alone", "∞")),
    ("(1 - x)^1.5", 1.0, ("on the left of x₀ alone", "→ 0")),
    ("sign x", 0.0, ("jumps", "without bound")),
    ("floor x", 1.0, ("From the right", "→ 0", "On the left the function jumps")),
    ("ceil x", 1.0, ("From the left", "→ 0", "On the right the function jumps")),
    ("sqrt(-x^2)", 0.0, ("no second point",)),
]


@pytest.mark.parametrize(("text", "x0", "said"), LIMITS, ids=[limit[0] for limit in LIMITS])
def test_one_sided_limits_are_said(text: str, x0: float, said: tuple[str, ...]) -> None:
    session = with_secant(text, x0, 0.5)
    sentence = panel(session).limits
    assert all(words in sentence for words in said), sentence
    assert panel(session, RU).limits != sentence


def test_the_table_goes_down_to_where_rounding_wins() -> None:
    scene = panel(with_secant("L(w) = w^2 + 12", 3.0, 0.01))
    assert [row.step for row in scene.rows][:6] == ["1", "0.1", "0.01", "0.001", "0.0001", "10⁻⁵"]
    assert scene.rows[-1].step == "10⁻¹⁶"
    assert scene.current == 2
    assert scene.present is not None
    assert scene.present.quotient == scene.rows[2].quotient == "6.01"
    assert scene.rows[2].right == len("6.0")
    marked = [row.step for row in scene.rows if row.rounding_wins]
    assert marked[0] == "10⁻⁸"
    assert marked[-1] == "10⁻¹⁶"


def test_the_table_is_on_the_side_of_the_step() -> None:
    scene = panel(with_secant("|x|", 0.0, -0.3))
    assert scene.rows[1].step == "−0.1"
    assert {row.quotient for row in scene.rows} == {"−1"}
    assert scene.current is None


def test_rounding_is_explained() -> None:
    session = with_secant("L(w) = w^2 + 12", 3.0, 1.0)
    told, said = panel(session).rounding, panel(session, RU).rounding
    assert all(words in told for words in ("10⁻⁷", "half of the digits", "it is w itself", "ΔL"))
    assert "половина цифр" in said
    assert panel(with_secant("|x|", 0.0, 1.0)).rounding == ""
    assert "of rounding alone" in panel(with_secant("2x + 1", 1.0, 1.0)).rounding


def test_what_rounding_leaves_of_the_step_is_told() -> None:
    assert "1.1·10⁻¹⁶ away" in panel(with_secant("e^x", 0.7, 1.0)).rounding


def test_errors_for_the_picture() -> None:
    errors = panel(with_secant("x^2", 3.0, 1.0)).errors
    assert errors.shape[1] == 3
    assert errors[0].tolist() == [1.0, 1.0, 0.0]
    assert errors[-1, 2] == 1.0
    assert len(panel(with_secant("sqrt x", 0.0, 1.0)).errors) == 0


def test_nothing_is_computed_for_a_secant_that_is_off(session: Session) -> None:
    scene = panel(session)
    assert not scene.shown
    assert scene.rows == ()
    assert plot(session).secant is None


@given(st.floats(-1e12, 1e12), st.floats(1e-12, 1.0))
def test_right_characters_are_right(number: float, error: float) -> None:
    text = f"{number:.6f}".replace("-", "−")
    right = text[: right_characters(text, error)].rstrip(".")
    assert text.startswith(right)
    if right.strip("−"):
        places = len(right.partition(".")[2])
        shorter = len(text.partition(".")[0]) - len(right.partition(".")[0])
        assert error < 0.5 * 10.0 ** (shorter - places)


@pytest.mark.parametrize(
    ("text", "error", "right"),
    [("6.01", 0.01, "6.0"), ("5.99", 0.0, "5.99"), ("−0.7", 0.2, "−0"), ("3·10⁻⁷", 1e-9, "3·10⁻⁷")],
)
def test_right_characters(text: str, error: float, right: str) -> None:
    assert text[: right_characters(text, error)] == right


def test_a_move_is_undone_as_one_and_never_reaches_0(session: Session) -> None:
    before = session.document
    for delta_x in (0.9, 0.5, 0.0, -0.5):
        session.secant.move(delta_x)
    assert session.document.secant.delta_x == -0.5
    session.undo()
    assert session.document == before


def test_typed_steps_are_undone_one_by_one(session: Session) -> None:
    for delta_x in (0.5, 0.0, -1e-9):
        session.secant.enter(delta_x)
    assert session.document.secant.delta_x == -1e-9
    session.undo()
    assert session.document.secant.delta_x == 0.5
    session.undo()
    assert session.document.secant.delta_x == 1.0


def test_a_typed_step_out_of_view_is_brought_into_it(session: Session) -> None:
    session.show("secant", True)
    session.secant.enter(40.0)
    view = session.results.viewport
    assert view.x0 <= 43.0 <= view.x1


def test_what_plays_is_shown_with_its_numbers(session: Session) -> None:
    session.edit(sections=("derivation",), panel=Panel.DESCENT)
    before = session.document
    session.secant.begin(Side.BOTH)
    session.secant.play_to(0.5)
    session.finish_gesture()
    document = session.document
    assert document.shown.secant
    assert set(document.sections) == {"derivation", "secant"}
    assert document.panel is Panel.DERIVATIVE
    session.undo()
    assert session.document == before.seen_like(document)


def test_a_panel_that_is_folded_away_stays_so(session: Session) -> None:
    session.edit(panel_open=False)
    session.secant.begin()
    assert not session.document.panel_open
    assert session.document.secant.side is Side.RIGHT


def test_playing_is_one_change_and_a_drag_of_the_tangent_meanwhile_another(
    session: Session,
) -> None:
    session.secant.begin(Side.LEFT)
    for delta_x in (-0.5, -0.25):
        session.secant.play_to(delta_x)
    session.move_tangent(2.0)
    session.secant.play_to(-0.125)
    session.move_tangent(1.0)
    session.secant.play_to(-0.0625)
    session.finish_gesture()
    session.undo()
    assert (session.document.x0, session.document.secant.delta_x) == (3.0, -0.25)
    session.undo()
    assert session.document == Document().framed().seen_like(session.document)


def test_switched_on_it_is_in_view() -> None:
    session = opened("ln x", x0=1.0, secant=SecantSettings(-5.0))
    session.show("secant", True)
    delta_x, view = session.document.secant.delta_x, session.results.viewport
    assert delta_x > 0
    assert view.x0 <= 1.0 + delta_x <= view.x1
    session.undo()
    assert session.document.secant.delta_x == -5.0


def test_a_tiny_step_stays_when_the_secant_is_switched_on() -> None:
    session = opened("x^2", x0=1.0, secant=SecantSettings(1e-9))
    session.show("secant", True)
    assert session.document.secant.delta_x == 1e-9
    assert panel(session).hint


def test_the_view_is_magnified_along(session: Session) -> None:
    session.show("secant", True)
    session.secant.zoom(True)
    for delta_x in (0.5, 0.25, 1e-3, -1e-5):
        session.secant.play_to(delta_x)
        view = session.results.viewport
        assert view.x0 < 3.0 < view.x1
        assert view.x0 < 3.0 + delta_x < view.x1
        assert view.width < 60 * abs(delta_x)
    assert panel(session).hint == ""
    session.automatic_view()
    assert not session.document.secant.zoom
    assert session.results.viewport.width > 5


def test_switched_off_the_magnified_view_goes_back(session: Session) -> None:
    session.show("secant", True)
    session.secant.enter(1e-6)
    session.secant.zoom(True)
    assert session.results.viewport.width < 1e-4
    session.secant.zoom(False)
    assert session.document.viewport is None


SPANS = st.floats(1e-6, 1e6)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(1e-16, 10.0), SPANS, SPANS)
def test_a_magnified_view_keeps_its_proportions_and_has_room(
    x: float, y: float, step: float, width: float, height: float
) -> None:
    view = Viewport(x - width / 2, x + width / 2, y - height / 2, y + height / 2)
    found = magnified(view, (x, y, step, 2 * step))
    assert found.width / found.height == pytest.approx(view.width / view.height, rel=1e-3)
    assert found.width >= 0.99 * FINEST * abs(x)
    assert found.width >= step * 0.99


@given(st.floats(1e-9, 1.0), st.floats(1e-9, 1.0))
def test_the_first_point_keeps_its_place(before: float, after: float) -> None:
    view = magnified(Viewport(-6.0, 6.0, -8.0, 52.0), (1.0, 2.0, before, before))
    found = followed(view, (1.0, 2.0, before, before), before, after)
    share = (1.0 - found.x0) / found.width
    assert share == pytest.approx((1.0 - view.x0) / view.width, abs=1e-3)


def test_it_is_saved(session: Session) -> None:
    session.show("secant", True)
    session.secant.enter(-0.25)
    session.secant.begin(Side.BOTH)
    session.secant.step_by_tens(True)
    assert from_bytes(to_text(session.document).encode()) == session.document


def test_the_next_frame_of_a_drag_computes_no_curve_again() -> None:
    session = with_secant("x^2", 1.0, 0.5)
    before = session.results
    session.secant.move(0.25)
    assert session.results.curve is before.curve
    finish(session)
    assert session.results.curve is before.curve


@pytest.mark.parametrize("x0", [0.0, 1.2])
@pytest.mark.parametrize("text", ["x", "cbrt(x^3)"])
def test_a_straight_line_is_told_as_one(text: str, x0: float) -> None:
    session = with_secant(text, x0, 0.5)
    scene = panel(session)
    assert picture(session).gap == 0.0
    assert "only down to" not in scene.rounding
    assert bool(scene.rounding) == (x0 != 0.0)
    if scene.rounding:
        assert scene.rounding.startswith("Δf/Δx does not depend on Δx here")
