"""Letters that are not the variable: their values, ranges, and what is undone of them."""

from gdviz.document.document import ParameterRange
from gdviz.document.files import from_bytes, to_text
from gdviz.session.resolve.editor import parameter_sliders
from gdviz.session.scene import ParameterSlider
from gdviz.session.session import Session
from tests.session.conftest import finish, opened


def sliders(session: Session) -> dict[str, ParameterSlider]:
    found = parameter_sliders(session.document, session.results)
    return {slider.name: slider for slider in found}


def test_a_letter_that_goes_and_comes_back_has_its_value_and_range() -> None:
    session = opened("a sin x")
    session.parameters.enter("a", 2.0)
    session.parameters.set_range("a", 0.0, 3.0, 0.5)
    session.type_text("sin x")
    assert sliders(session) == {}
    session.type_text("a cos x")
    assert sliders(session)["a"] == ParameterSlider("a", 2.0, 0.0, 3.0, 0.5)


def test_ranges_are_saved() -> None:
    session = opened("a x")
    session.parameters.set_range("a", -1.0, 2.0, 0.25)
    loaded = from_bytes(to_text(session.document).encode())
    assert loaded.ranges == (ParameterRange("a", -1.0, 2.0, 0.25),)


def test_a_value_comes_into_its_new_range_and_both_are_undone_as_one() -> None:
    session = opened("a x")
    session.parameters.enter("a", 4.0)
    session.parameters.set_range("a", 3.0, 2.0, 0.0)
    assert sliders(session)["a"] == ParameterSlider("a", 3.0, 2.0, 3.0)
    session.undo()
    assert sliders(session)["a"] == ParameterSlider("a", 4.0, -5.0, 5.0)


def test_a_value_typed_beyond_the_range_makes_it_wider() -> None:
    session = opened("a x")
    session.parameters.set_range("a", 0.0, 1.0, 0.0)
    session.parameters.enter("a", 7.0)
    assert sliders(session)["a"] == ParameterSlider("a", 7.0, 0.0, 7.0)


def test_a_range_without_width_or_end_is_none() -> None:
    session = opened("a x")
    session.parameters.set_range("a", 1.0, 1.0, 0.0)
    session.parameters.set_range("a", -1e308, 1e308, 0.0)
    assert session.document.ranges == ()
    assert not session.can_undo


def test_a_step_that_makes_no_sense_is_left_to_the_program() -> None:
    session = opened("a x")
    session.parameters.set_range("a", 0.0, 1.0, 5.0)
    assert sliders(session)["a"].step == 0.0


def test_a_run_of_the_clock_is_undone_as_one() -> None:
    session = opened("a x")
    for value in (1.1, 1.2, 1.3):
        session.parameters.play("a", value)
    session.undo()
    assert sliders(session)["a"].value == 1.0


def test_what_a_hand_does_meanwhile_is_undone_together_with_it() -> None:
    session = opened("a x")
    for count in range(1, 600):
        session.parameters.play("a", 1 + count / 1000)
        session.move_tangent(count / 100)
    session.undo()
    session.undo()
    assert sliders(session)["a"].value == 1.0
    assert session.document.x0 == 3.0


def test_parameters_move_the_curve() -> None:
    session = opened("a x^2 + b")
    first = session.results.curve
    session.parameters.enter("a", 3.0)
    finish(session)
    assert session.results.curve is not first
    assert session.results.analysis is not None
    assert float(session.results.analysis.function.value(2.0)) == 13


def test_the_view_keeps_still_while_a_parameter_is_dragged() -> None:
    session = opened("a sin x")
    view = session.results.viewport
    for value in (1.5, 3.0, 4.5):
        session.parameters.move("a", value)
        assert session.results.viewport == view
    session.parameters.enter("a", 40.0)
    assert session.results.viewport.y1 > 30
