"""Functions of two parameters in the window: their map, the descent on them, what is told of it."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.calculus.typesetting.notation import plain
from gdviz.calculus.view.viewport import Viewport
from gdviz.document.codec import decode, encode
from gdviz.document.document import Document, Panel
from gdviz.i18n import Translator
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.descent import descent_scene
from gdviz.session.resolve.editor import editor_scene
from gdviz.session.resolve.plane import plane_scene
from gdviz.session.resolve.plane_descent import minima_line, plane_iterate_row
from gdviz.session.resolve.plane_readout import plane_readout_scene
from gdviz.session.scene import PlotScene
from gdviz.session.session import Session
from tests.session.conftest import error_code, finish, opened

RAVINE = "x^2 + 25y^2"
ENGLISH = Translator("en")


@pytest.fixture
def ravine() -> Session:
    found = opened(RAVINE)
    found.descent.type_rate(0.02)
    finish(found)
    return found


def scene_of(session: Session) -> PlotScene:
    plane = session.results.plane
    assert plane is not None
    return plane_scene(session.document, session.results, plane, ENGLISH)


def test_a_line_with_two_variables_is_a_map(ravine: Session):
    results = ravine.results
    assert results.analysis is None
    assert results.contours is not None
    assert results.curve is None
    assert [(hollow.x, hollow.y) for hollow in results.hollows] == [(0.0, 0.0)]
    assert error_code(ravine) is None


def test_scales_are_equal_at_first(ravine: Session):
    ravine.resize_plot(900, 500)
    finish(ravine)
    assert ravine.results.equal_scales


def test_a_line_of_one_variable_comes_back(ravine: Session):
    ravine.type_text("x^2")
    finish(ravine)
    results = ravine.results
    assert results.plane is None
    assert results.analysis is not None
    assert results.curve is not None
    assert results.contours is None
    assert results.hollows == ()


def test_the_descent_goes_by_the_gradient(ravine: Session):
    ravine.descent.move_start_in_plane(4.0, 1.0)
    finish(ravine)
    descent = ravine.results.descent
    assert descent is not None
    assert descent.points[0].tolist() == [4.0, 1.0]
    assert descent.gradients[0].tolist() == [8.0, 50.0]
    assert descent.points[1] == pytest.approx((4.0 - 0.02 * 8.0, 1.0 - 0.02 * 50.0))


def test_a_start_that_nobody_chose_is_in_view_and_keeps_still():
    session = opened("a x^2 + y^2")
    session.parameters.move("a", 3.0)
    finish(session)
    first = session.results.descent
    session.parameters.move("a", 4.0)
    finish(session)
    second = session.results.descent
    assert first is not None
    assert second is not None
    assert first.points[0].tolist() == second.points[0].tolist()
    assert session.results.viewport.contains(*first.points[0].tolist())


def test_moves_of_the_start_are_undone_as_one(ravine: Session):
    for x in (1.0, 2.0, 3.0):
        ravine.descent.move_start_in_plane(x, -1.0)
    ravine.finish_gesture()
    assert dict(ravine.document.descent.starts) == {"x": 3.0, "y": -1.0}
    ravine.undo()
    assert ravine.document.descent.starts == ()


def test_one_coordinate_is_typed_and_the_view_shows_it(ravine: Session):
    before = scene_of(ravine).handles[0]
    ravine.descent.type_start_of(1, 40.0)
    after = scene_of(ravine).handles[0]
    assert (after.x, after.y) == (before.x, 40.0)
    assert ravine.results.viewport.contains(after.x, 40.0)
    ravine.descent.type_start(2.0)
    assert scene_of(ravine).handles[0].x == 2.0


def test_a_random_start_is_in_view_and_has_its_seed(ravine: Session):
    ravine.descent.draw_start()
    finish(ravine)
    starts = dict(ravine.document.descent.starts)
    assert ravine.results.viewport.contains(starts["x"], starts["y"])
    assert ravine.document.descent.seed == 1


def test_a_diverging_descent_is_followed_and_the_view_comes_back(ravine: Session):
    home = ravine.results.viewport
    ravine.descent.type_rate(0.06)
    finish(ravine)
    ravine.iterates.go_to(3)
    finish(ravine)
    descent = ravine.results.descent
    assert descent is not None
    assert ravine.results.viewport.contains(*descent.points[3].tolist())
    ravine.iterates.go_to(0)
    assert ravine.results.viewport == home


def test_another_function_has_a_start_of_its_own(ravine: Session):
    ravine.descent.move_start_in_plane(30.0, 30.0)
    ravine.choose_text("(1 - x)^2 + 100(y - x^2)^2")
    assert ravine.document.descent.starts == ()
    assert ravine.results.viewport.y1 < 5.0


def test_a_moved_view_is_left_where_the_line_gets_another_variable():
    session = opened("x^2")
    session.views.show(Viewport(100.0, 101.0, 100.0, 101.0))
    session.type_text("x^2 + y^2")
    assert session.document.viewport is None


def test_where_it_starts_is_saved(ravine: Session):
    ravine.descent.move_start_in_plane(1.5, -2.5)
    assert decode(encode(ravine.document)) == ravine.document


def test_files_without_starts_are_read():
    data = encode(Document())
    del data["descent"]["starts"]
    del data["by"]
    assert decode(data) == Document()


def test_more_variables_are_refused_in_words():
    session = Session()
    session.type_text("f(x, y, z) = x y z")
    assert error_code(session) == "several-variables"


def test_the_gradient_stands_at_the_current_iterate(ravine: Session):
    ravine.descent.move_start_in_plane(4.0, 1.0)
    finish(ravine)
    gradient = scene_of(ravine).gradient
    assert gradient is not None
    assert (gradient.x, gradient.y, gradient.across, gradient.up) == (4.0, 1.0, 8.0, 50.0)
    assert gradient.across_label == "∂f/∂x = 8"
    assert gradient.up_label == "∂f/∂y = 50"
    ravine.iterates.go_to(1)
    later = scene_of(ravine).gradient
    assert later is not None
    assert (later.x, later.y) == pytest.approx((3.84, 0.0))


def test_without_iterates_there_is_the_map_alone(ravine: Session):
    ravine.show("iterates", False)
    scene = scene_of(ravine)
    assert scene.path is None
    assert scene.gradient is None
    assert scene.handles == ()
    assert scene.contours is not None


def test_a_screen_reader_is_told_of_it(ravine: Session):
    ravine.descent.move_start_in_plane(4.0, 1.0)
    finish(ravine)
    assert scene_of(ravine).description == (
        "Contours of x^2 + 25y^2. Minima in view: (0, 0). The descent stands at step 0: "
        "x = 4, y = 1, f = 41, gradient (8, 50)."
    )


def test_the_step_is_written_out_for_both(ravine: Session):
    ravine.descent.move_start_in_plane(4.0, 1.0)
    ravine.descent.type_rate(0.01)
    finish(ravine)
    scene = descent_scene(ravine.document, ravine.results, ENGLISH)
    assert scene.second is not None
    assert scene.numbers is not None
    assert scene.second.numbers is not None
    assert plain(scene.numbers).endswith("= 4 − 0.01·8 = 3.92")
    assert plain(scene.second.numbers).endswith("= 1 − 0.01·50 = 0.5")
    assert (scene.start, scene.second.start) == (4.0, 1.0)
    assert scene.test is not None
    assert plain(scene.test) == "|Δf| ≈ 19.4 ≥ 0.01"


def test_the_table_has_both_coordinates(ravine: Session):
    ravine.descent.move_start_in_plane(3.0, 0.08)
    finish(ravine)
    descent = ravine.results.descent
    assert descent is not None
    row = plane_iterate_row(descent, 0)
    assert (row.point, row.second, row.loss) == ("3", "0.08", "9.16")
    assert row.gradient == "7.211"


def test_the_readout_says_value_slopes_and_steepness(ravine: Session):
    ravine.descent.move_start_in_plane(3.0, 0.16)
    finish(ravine)
    plane = ravine.results.plane
    assert plane is not None
    found = plane_readout_scene(ravine.document, ravine.results, plane, ENGLISH)
    assert [plain(name) for name, _ in found.numbers] == ["f", "∂f/∂x", "∂f/∂y", "|∇f|"]
    assert [text for _, text in found.numbers] == ["9.64", "6", "8", "10"]
    assert found.scales_differ == ""


def test_a_start_without_a_value_is_told(ravine: Session):
    ravine.choose_text("sqrt(1 - x^2 - y^2)")
    ravine.descent.move_start_in_plane(3.0, 3.0)
    finish(ravine)
    scene = descent_scene(ravine.document, ravine.results, ENGLISH)
    assert scene.trouble
    plane = ravine.results.plane
    assert plane is not None
    found = plane_readout_scene(ravine.document, ravine.results, plane, ENGLISH)
    assert {text for _, text in found.numbers} == {"—"}


def test_the_minimum_is_written_out(ravine: Session):
    results = ravine.results
    assert results.plane is not None
    line = minima_line(results.plane, results.hollows, ENGLISH)
    assert line is not None
    assert plain(line).endswith("f(0, 0) = 0")


def test_either_partial_derivative_is_derived(ravine: Session):
    plane = ravine.results.plane
    assert plane is not None
    found = [derivative_scene(plane.partial(by), ENGLISH) for by in ("x", "y")]
    assert [plain(scene.derivative) for scene in found] == ["∂f/∂x = 2x", "∂f/∂y = 50y"]


def test_steps_of_the_chosen_one_are_told_one_by_one(ravine: Session):
    ravine.derivation.derive_by("y")
    ravine.derivation.reveal(1)
    assert ravine.document.by == "y"
    assert ravine.document.revealed == 1
    assert ravine.document.panel is Panel.DERIVATIVE


def test_the_editor_shows_both_variables(ravine: Session):
    scene = editor_scene(ravine.document, ravine.results, ENGLISH)
    assert scene.variables == ("x", "y")
    assert scene.preview is not None


def test_the_map_of_another_view_stays_until_there_is_a_new_one(ravine: Session):
    view = ravine.results.viewport
    before = ravine.results.contours
    assert before is not None
    moved = replace(view, x0=view.x0 + 1.0, x1=view.x1 + 1.0)
    ravine.views.show(moved)
    assert ravine.results.contours is not None
    finish(ravine)
    after = ravine.results.contours
    assert after is not None
    assert after.area.x0 == pytest.approx(before.area.x0 + 1.0)


def test_letters_have_sliders_there_too():
    session = opened("a x^2 + y^2")
    contours = session.results.contours
    session.parameters.move("a", 9.0)
    finish(session)
    assert session.results.contours is not contours
    plane = session.results.plane
    assert plane is not None
    assert float(np.asarray(plane.function(np.float64(1.0), np.float64(0.0)))) == 9.0
