"""What is on the screen, without a screen."""

import math
from itertools import pairwise

import pytest

from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import plain
from gdviz.descent.telling import OF_CHANGE
from gdviz.document.document import DescentSettings
from gdviz.i18n import Translator
from gdviz.numerals import significant
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.descent import descent_scene, iterate_row
from gdviz.session.resolve.editor import editor_scene
from gdviz.session.resolve.plot import function_curves, plot_scene
from gdviz.session.resolve.readout import readout_scene
from gdviz.session.scene import DescentScene, PlotScene, ReadoutScene, Role
from gdviz.session.session import Session
from tests.session.conftest import finish, opened

EN, RU = Translator("en"), Translator("ru")


def readout(session: Session, tr: Translator = EN) -> ReadoutScene:
    return readout_scene(session.document, session.local, session.results, tr)


def plot(session: Session, tr: Translator = EN) -> PlotScene:
    curves = function_curves(session.results)
    return plot_scene(session.document, session.results, curves, session.local, tr)


def descent(session: Session, tr: Translator = EN) -> DescentScene:
    return descent_scene(session.document, session.results, tr)


def test_a_steep_tangent_is_never_said_to_be_upright() -> None:
    session = opened("-40000 x")
    assert readout(session, EN).angle == "−89.999°"
    assert readout(session, RU).angle == "−89.999° (90.001° к оси Ox)"


def test_an_angle_that_no_digits_tell_from_a_right_one_is_just_beside_it() -> None:
    rising, falling = opened("a x", parameters=(("a", 1e300),)), opened("-1e200 x", x0=1e-9)
    assert readout(rising, EN).angle == "just under 90°"
    assert readout(falling, EN).angle == "just over −90°"
    assert readout(falling, RU).angle == "чуть больше −90° (чуть больше 90° к оси Ox)"


def test_the_numbers_at_x0(session: Session) -> None:
    scene = readout(session)
    assert (scene.value, scene.slope) == ("21", "6")
    assert scene.angle == "80.54°"
    assert scene.equation is not None
    assert plain(scene.equation) == "L = 6w + 3"


@pytest.mark.parametrize(
    ("text", "axis"), [("L(w) = w^2", "L"), ("s(t) = t^2", "s"), ("f(x) = x^2", "y"), ("x^2", "y")]
)
def test_the_tangent_has_the_letter_of_the_upright_axis(text: str, axis: str) -> None:
    session = opened(text)
    equation = readout(session).equation
    assert equation is not None
    assert plain(equation).startswith(f"{axis} = ")
    assert plot(session).y_name == axis


def test_a_falling_line_has_a_second_angle_in_russian() -> None:
    session = opened("-x", x0=1.0)
    assert readout(session, EN).angle == "−45°"
    assert readout(session, RU).angle == "−45° (135° к оси Ox)"


@pytest.mark.parametrize(("text", "axis"), [("-x", "Ox"), ("s(t) = -t", "Ot"), ("-w_1", "Ow₁")])
def test_the_second_angle_is_to_the_axis_that_there_is(text: str, axis: str) -> None:
    session = opened(text, x0=1.0)
    assert readout(session, RU).angle == f"−45° (135° к оси {axis})"
    tangent = plot(session, RU).tangent
    assert tangent is not None
    assert tangent.angle_label == f"α = −45° (135° к оси {axis})"


def test_a_corner_is_said_with_both_slopes() -> None:
    scene = readout(opened("|x|", x0=0.0))
    assert scene.slope == "—"
    assert "−1" in scene.reason
    assert "1" in scene.reason


@pytest.mark.parametrize("text", ["|x|", "cbrt(x)", "ln x", "1/x", "sqrt x"])
def test_without_a_derivative_there_is_no_tangent_but_a_reason(text: str) -> None:
    scene = plot(opened(text, x0=0.0))
    assert scene.tangent is None
    assert scene.remark


def test_the_plot_has_a_tangent_that_touches(session: Session) -> None:
    scene = plot(session)
    assert scene.tangent is not None
    assert (scene.tangent.x, scene.tangent.y, scene.tangent.slope) == (3.0, 21.0, 6.0)
    assert [curve.role for curve in scene.curves] == [Role.FUNCTION]
    assert {handle.name for handle in scene.handles} == {"x0", "start"}


def test_the_slope_of_the_drag_is_the_slope_of_the_step(session: Session) -> None:
    scene = plot(session)
    assert scene.path is not None
    session.move_tangent(float(scene.path.points[0, 0]))
    tangent = plot(session).tangent
    assert tangent is not None
    assert scene.path.slopes is not None
    assert tangent.slope == scene.path.slopes[0]


def test_the_step_is_written_out_with_its_numbers(session: Session) -> None:
    scene = descent(session)
    assert scene.numbers is not None
    assert plain(scene.numbers) == "w₁ = 5 − 0.1·10 = 4"
    assert scene.test is not None
    assert "9 ≥ 0.01" in plain(scene.test)


def test_a_negative_slope_stands_in_brackets() -> None:
    session = opened("x^2")
    session.descent.type_start(-5.0)
    finish(session)
    numbers = descent(session).numbers
    assert numbers is not None
    assert plain(numbers) == "x⁽¹⁾ = −5 − 0.1·(−10) = −4"


def test_what_was_rounded_is_nearly_equal() -> None:
    session = opened("L(w) = w^2 + 12")
    session.descent.type_start(-3.0)
    session.descent.type_rate(1 / 3)
    finish(session)
    assert plain(_written(session, 1)) == "w₁ ≈ −3 − 0.3333·(−6) ≈ −1"
    assert plain(_written(session, 2)) == "w₂ ≈ −1 − 0.3333·(−2) ≈ −0.3333"
    session.descent.type_rate(0.25)
    finish(session)
    assert plain(_written(session, 1)) == "w₁ = −3 − 0.25·(−6) = −1.5"
    session.descent.type_start(1.23456)
    finish(session)
    assert plain(_written(session, 1)) == "w₁ ≈ 1.235 − 0.25·2.469 ≈ 0.6173"


def _written(session: Session, step: int) -> Markup:
    session.iterates.go_to(step)
    numbers = descent(session).numbers
    assert numbers is not None
    return numbers


def test_a_step_that_comes_to_nothing_does_so_exactly() -> None:
    session = opened("L(w) = w^2 + 12")
    session.descent.type_rate(0.5)
    finish(session)
    assert plain(_written(session, 1)) == "w₁ = 5 − 0.5·10 = 0"


@pytest.mark.parametrize("start", [-3.0, 5.0, 0.1, 12.34])
def test_losses_have_the_digits_that_their_change_needs(start: float) -> None:
    session = opened("L(w) = w^2 + 12")
    session.descent.type_start(start)
    session.descent.type_rate(1 / 3)
    finish(session)
    found = session.results.descent
    assert found is not None
    rows = [iterate_row(found, index) for index in range(len(found.losses))]
    for before, after in pairwise(rows):
        losses = [float(one.loss) for one in (before, after)]
        assert significant(losses[1] - losses[0], OF_CHANGE) == after.change


def test_the_test_tells_the_change_from_epsilon() -> None:
    session = opened("w^2")
    session.descent.type_start(math.sqrt(0.009999999 / 0.36))
    session.iterates.go_to(1)
    finish(session)
    test = descent(session).test
    assert test is not None
    assert plain(test) == "|f(w₁) − f(w₀)| = 0.009999999 < 0.01"


def test_the_reason_is_said_at_the_end_only(session: Session) -> None:
    assert descent(session).stop_reason == ""
    session.iterates.go_to(session.iterates.last)
    assert "ε" in descent(session).stop_reason
    assert descent(session, RU).stop_reason != descent(session).stop_reason


def test_a_false_convergence_is_warned_of() -> None:
    session = opened("w^2")
    session.descent.type_rate(1.0)
    finish(session)
    session.iterates.go_to(session.iterates.last)
    assert descent(session).warning


def test_a_row_of_the_table(session: Session) -> None:
    assert session.results.descent is not None
    first, second = (iterate_row(session.results.descent, index) for index in (0, 1))
    assert (first.point, first.loss, first.gradient, first.change) == ("5", "37", "10", "")
    assert (second.point, second.loss, second.change) == ("4", "28", "−9")


def test_trouble_stands_at_its_place_with_a_hint() -> None:
    session = opened("x^2")
    session.type_text("x + (3")
    message = editor_scene(session.document, session.results, EN).messages[0]
    assert message.is_error
    assert message.position == 4
    assert message.text != editor_scene(session.document, session.results, RU).messages[0].text


def test_the_derivation_names_its_rules() -> None:
    session = opened("y = tg x^2")
    assert session.results.analysis is not None
    scene = derivative_scene(session.results.analysis, RU)
    assert plain(scene.derivative) == "y′ = 2x/cos²(x²)"
    whole = scene.row(0)
    assert whole.rule == "правило сложной функции"
    assert whole.inner is not None
    assert plain(whole.inner) == "u = g(x) = x²"


def test_parameters_get_sliders_that_reach_their_value() -> None:
    session = opened("a x + b")
    session.parameters.enter("b", 70.0)
    sliders = editor_scene(session.document, session.results, EN).parameters
    assert [(s.name, s.value) for s in sliders] == [("a", 1.0), ("b", 70.0)]
    assert all(s.low <= s.value <= s.high for s in sliders)


def test_the_plot_is_told_in_words(session: Session) -> None:
    assert "80.54" in plot(session).description
    assert (
        "касательной" in plot(session, RU).description.lower()
        or "касательная" in plot(session, RU).description.lower()
    )


def test_the_panel_speaks_in_the_letters_of_the_line() -> None:
    assert (descent(opened("L(w) = w^2")).letter, descent(opened("L(w) = w^2")).loss) == ("w", "L")
    assert (descent(opened("E(u) = u^2")).letter, descent(opened("E(u) = u^2")).loss) == ("u", "E")
    assert (descent(opened("x^2")).letter, descent(opened("x^2")).loss) == ("x", "f")
    assert descent(opened("|x|", descent=DescentSettings(start=0.0))).loss == "f"


@pytest.mark.parametrize(
    ("text", "name"), [("L(w) = w^2 + 12", "L"), ("y = tg x^2", "y"), ("x^2", "f"), ("f x", "g")]
)
def test_the_numbers_are_named_as_the_line_names_the_function(text: str, name: str) -> None:
    scene = readout(opened(text))
    assert plain(scene.function) == name
    assert scene.exact.startswith(f"{name} = ")
