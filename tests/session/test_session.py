"""What a person does becomes edits of the document, results and history."""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, Panel
from gdviz.document.files import from_bytes, to_text
from gdviz.session.session import Session
from tests.session.conftest import error_code, opened


def test_a_broken_line_keeps_the_last_good_function(session: Session) -> None:
    good = session.results.analysis
    session.type_text("L(w) = w^2 + ")
    assert session.results.analysis is good
    assert error_code(session)
    assert session.document.text == "L(w) = w^2 + "
    session.type_text("L(w) = w^2 + 1")
    assert error_code(session) is None
    assert session.results.analysis is not good


def test_a_drag_is_undone_as_one(session: Session) -> None:
    before = session.document
    for x in (3.1, 3.2, 3.3):
        session.move_tangent(x)
    session.finish_gesture()
    session.move_tangent(4.0)
    session.undo()
    assert session.document.x0 == 3.3
    session.undo()
    assert session.document == before
    session.redo()
    session.redo()
    assert session.document.x0 == 4.0


def test_typing_is_undone_as_one_until_it_pauses(session: Session) -> None:
    for text in ("x", "x^", "x^3"):
        session.type_text(text)
    session.finish_gesture()
    session.type_text("x^3+1")
    session.undo()
    assert session.document.text == "x^3"
    session.undo()
    assert session.document.text == "L(w) = w^2 + 12"


def test_where_one_looks_is_not_undone(session: Session) -> None:
    session.move_tangent(4.0)
    session.finish_gesture()
    session.open_panel(Panel.DERIVATIVE)
    session.derivation.turn_section("table", True)
    assert not session.is_saved
    session.undo()
    assert session.document.x0 == 3.0
    assert session.document.panel is Panel.DERIVATIVE
    assert "table" in session.document.sections
    session.redo()
    assert session.document.x0 == 4.0
    assert session.document.panel is Panel.DERIVATIVE


def test_a_tab_alone_is_nothing_to_undo(session: Session) -> None:
    session.open_panel(Panel.EXERCISES)
    assert not session.can_undo


@pytest.mark.parametrize("typed", [True, False])
def test_another_function_has_its_descent_at_the_start(session: Session, typed: bool) -> None:
    session.iterates.go_to(7)
    (session.type_text if typed else session.choose_text)("L(w) = w^2 + w")
    assert session.document.step == 0
    session.undo()
    assert session.document.step == 7


def test_the_same_function_typed_otherwise_stays_at_its_step(session: Session) -> None:
    session.iterates.go_to(7)
    session.type_text("L(w) = w² + 12")
    assert session.document.step == 7


def test_a_view_that_follows_a_point_is_part_of_its_move(session: Session) -> None:
    first = session.document
    session.move_tangent(7.0)
    session.views.show(Viewport(-5, 8, -1, 50))
    session.move_tangent(9.0)
    session.views.show(Viewport(-3, 10, -1, 50))
    session.undo()
    assert session.document == first


def test_dragging_the_tangent_computes_neither_curve_nor_descent_again(session: Session) -> None:
    before = session.results
    session.move_tangent(-1.25)
    assert session.results.curve is before.curve
    assert session.results.descent is before.descent


def test_a_typed_point_out_of_view_comes_into_the_automatic_view(session: Session) -> None:
    session.type_x0(400.0)
    assert session.results.viewport.x1 > 400
    session.descent.type_start(-700.0)
    assert session.results.viewport.x0 < -700


def test_the_automatic_view_is_undone_too(session: Session) -> None:
    view = session.results.viewport
    session.type_x0(400.0)
    session.undo()
    assert session.results.viewport == view


def test_a_saved_document_has_the_same_automatic_view(session: Session) -> None:
    for step in (
        lambda: session.type_text("a x^2 - sin x"),
        lambda: session.parameters.enter("a", 2.0),
        lambda: session.parameters.move("a", 7.0),
        lambda: session.move_tangent(0.5),
        lambda: session.descent.move_start(-0.25),
    ):
        step()
    other = Session()
    other.open(from_bytes(to_text(session.document).encode()))
    assert other.results.viewport == session.results.viewport


def test_the_view_keeps_still_while_the_line_is_broken(session: Session) -> None:
    view = session.results.viewport
    session.move_tangent(0.125)
    session.type_text("L(w) = w^2 + (")
    assert session.results.viewport == view


def test_equal_axes_have_one_scale(session: Session) -> None:
    session.resize_plot(800, 400)
    session.edit(equal_axes=True)
    view = session.results.viewport
    assert view.width / 800 == pytest.approx(view.height / 400)
    assert session.results.equal_scales


def test_saved_is_known(session: Session) -> None:
    known = [session.is_saved]
    for change in (lambda: session.descent.type_rate(0.2), session.mark_saved, session.undo):
        change()
        known.append(session.is_saved)
    assert known == [True, False, True, False]


numbers = st.floats(-100, 100)


class Editing(RuleBasedStateMachine):
    """Whatever a person does, undoing it all leads back, and doing it again leads forward."""

    def __init__(self) -> None:
        super().__init__()
        self.session = opened("x^2")
        self.first = self.session.document
        self.view = self.session.results.viewport

    @rule(text=st.sampled_from(["x^2", "sin x", "x^", "ln x", "1/x", "", "a x", "|x|"]))
    def type_text(self, text: str) -> None:
        self.session.type_text(text)

    @rule(x=numbers)
    def type_x0(self, x: float) -> None:
        self.session.type_x0(x)

    @rule(value=numbers, typed=st.booleans())
    def change_parameter(self, value: float, typed: bool) -> None:
        change = self.session.parameters.enter if typed else self.session.parameters.move
        change("a", value)

    @rule(x=numbers)
    def move_tangent(self, x: float) -> None:
        self.session.move_tangent(x)

    @rule(start=numbers)
    def type_start(self, start: float) -> None:
        self.session.descent.type_start(start)

    @rule(rate=st.floats(1e-4, 4))
    def type_rate(self, rate: float) -> None:
        self.session.descent.type_rate(rate)

    @rule(step=st.integers(-5, 100))
    def go_to(self, step: int) -> None:
        self.session.iterates.go_to(step)

    @rule(panel=st.sampled_from(list(Panel)))
    def open_panel(self, panel: Panel) -> None:
        self.session.open_panel(panel)

    @rule(x=numbers, width=st.floats(1e-3, 1e3))
    def show_view(self, x: float, width: float) -> None:
        self.session.views.show(Viewport(x, x + width, -1, 1))

    @rule()
    def let_go(self) -> None:
        self.session.finish_gesture()

    @rule()
    def undo_and_redo_everything(self) -> None:
        present = self.session.document
        while self.session.can_undo:
            self.session.undo()
        assert self.session.document == self.first.seen_like(self.session.document)
        assert self.session.results.viewport == self.view
        while self.session.can_redo:
            self.session.redo()
        assert self.session.document == present

    @invariant()
    def results_belong_to_the_document(self) -> None:
        analysis, error = self.session.results.analysis, self.session.results.error
        assert analysis is not None
        assert (error is None) == (analysis.formula.text == self.session.document.text)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=20, stateful_step_count=30)


@given(numbers)
def test_moving_nowhere_is_no_change(x: float) -> None:
    session = Session(replace(Document(), x0=x))
    session.move_tangent(x)
    assert not session.can_undo


def test_a_chosen_line_finds_a_place_in_its_domain() -> None:
    session = opened("x^2")
    session.choose_text("arcsin(x)")
    document = session.document
    assert -1 < document.x0 < 1
    assert -1 < document.descent.start < 1
    session.undo()
    assert session.document == replace(Document(), text="x^2").framed()


def test_a_typed_line_leaves_points_where_they_were_put() -> None:
    session = opened("x^2")
    session.move_tangent(3.5)
    session.descent.move_start(4.5)
    session.type_text("arcsin(x)")
    assert (session.document.x0, session.document.descent.start) == (3.5, 4.5)


def test_points_that_nobody_put_anywhere_are_put_for_each_line_anew() -> None:
    session = opened("x^2")
    home = Document()
    session.type_text("arcsin(x)")
    assert session.document.x0 < 1
    assert session.document.descent.start < 1
    session.descent.move_start(0.5)
    session.type_text("x^2")
    assert (session.document.x0, session.document.descent.start) == (home.x0, 0.5)


LINES = ("x e^-x", "x^x", "tg x^2", "e^x", "ln x", "x^4 - 3x^2", "1/(x-3)", "sqrt(x)", "x ln x")


@pytest.mark.parametrize("text", [*LINES, "100x", "x^2/1000"])
def test_a_line_typed_key_by_key_is_seen_as_if_it_came_at_once(text: str) -> None:
    typed, pasted, chosen = Session(), Session(), Session()
    for end in range(1, len(text) + 1):
        typed.type_text(text[:end])
    pasted.type_text(text)
    chosen.choose_text(text)
    for session in (typed, chosen):
        assert session.results.viewport == pasted.results.viewport
        assert session.document.x0 == pasted.document.x0
        assert session.document.descent.start == pasted.document.descent.start


def test_a_line_to_start_with_is_no_change() -> None:
    session = Session()
    session.open_text("ln(1-x)")
    assert session.document.x0 < 1
    assert session.is_saved
    assert not session.can_undo


def test_the_beginning_of_a_line_is_no_function_yet(session: Session) -> None:
    good = session.results.analysis
    for text in ("y", "y ", "y ="):
        session.type_text(text)
        assert error_code(session)
        assert session.results.analysis is good
    session.type_text("y = x")
    assert error_code(session) is None


def test_points_of_a_chosen_function_leave_its_extrema_to_be_seen():
    session = Session()
    session.choose_text("x^4 - 4x^2")
    view, document = session.results.viewport, session.document
    assert view.contains(2**0.5, -4.0)
    assert view.height < 40
    for x in (document.x0, document.descent.start):
        assert view.contains(x, x**4 - 4 * x**2)
    session.undo()
    assert (session.document.x0, session.document.descent.start) == (3.0, 5.0)


def test_points_of_a_chosen_function_stay_where_they_do_no_harm():
    session = Session()
    session.choose_text("sin x")
    assert (session.document.x0, session.document.descent.start) == (3.0, 5.0)


def test_a_view_is_not_moved_where_float64_cannot_tell_its_sides_apart():
    session = Session()
    session.type_text("1/x")
    session.views.show(Viewport(-0.5, 0.5, -1.0, 1.0))
    for place in (1.4e-271, 1e300, 1e17):
        session.descent.type_start(place)
        session.type_x0(place)
        view = session.results.viewport
        assert view.x1 - view.x0 > 0.5
        assert view.y1 - view.y0 > 1.0
