"""Marks as they are painted, looked at pixel by pixel."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.calculus.view.viewport import Viewport
from gdviz.session.marked_places import Dot, MarkedLine, MarkedPlace
from gdviz.session.scene import Handle, PlotScene, Role, TangentPicture
from gdviz.ui.colours import contrast, hexadecimal
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.notes import placed_note
from gdviz.ui.plot.room import Room
from gdviz.ui.theme import THEME_NAMES, Theme, theme
from tests.ui.plot_scenes import only
from tests.ui.test_plot_picture import Pixels, is_colour, painted

SIZE = (800, 500)
VIEW = Viewport(-4.0, 4.0, -2.5, 2.5)
FRAME = Frame(VIEW, *SIZE)
LOOKS = [theme(name, window_height=720) for name in THEME_NAMES]
each = pytest.mark.parametrize("look", LOOKS, ids=list(THEME_NAMES))
pytestmark = pytest.mark.usefixtures("qapp")
GLARE = 0.2


def marked(*dots: tuple[float | None, Dot], x: float = 1.3, **others: object) -> MarkedPlace:
    return MarkedPlace(x, dots, "Mark", ("fact",), **others)  # type: ignore[arg-type]


def scene_of(*marks: MarkedPlace, text: str = "0.7") -> PlotScene:
    return replace(only(text, VIEW), marks=marks)


def around(picture: Pixels, x: float, y: float, reach: int) -> Pixels:
    column, row = round(FRAME.x(x)), round(FRAME.y(y))
    return picture[row - reach : row + reach + 1, column - reach : column + reach + 1]


def inked(picture: Pixels, look: Theme) -> np.ndarray:
    return is_colour(picture, look.colour(Role.FUNCTION), off=30)


@each
def test_a_hole_is_a_ring_with_paper_in_it(look: Theme):
    picture = painted(scene_of(marked((0.7, Dot.OPEN))), look, SIZE)
    reach = round(look.sizes.point / 2) + 1
    spot = around(picture, 1.3, 0.7, reach)
    middle = is_colour(around(picture, 1.3, 0.7, 1), look.colours.paper, off=6)
    assert middle.all()
    ring = inked(spot, look)
    assert ring[:reach].any()
    assert ring[reach + 1 :].any()
    assert ring[:, :reach].any()
    assert ring[:, reach + 1 :].any()


@each
def test_a_closed_end_is_filled(look: Theme):
    picture = painted(scene_of(marked((-1.1, Dot.CLOSED))), look, SIZE)
    reach = round(look.sizes.point / 2) - 2
    assert inked(around(picture, 1.3, -1.1, reach), look).mean() > 0.9


def test_a_small_dot_is_smaller_and_a_lozenge_stands_on_the_axis():
    look = theme("light")
    picture = painted(
        scene_of(marked((-1.1, Dot.SMALL)), marked((None, Dot.LOZENGE), x=-2.0)), look
    )
    sizes = {
        y: np.count_nonzero(inked(painted(scene_of(marked((y, dot))), look, SIZE)[320:400], look))
        for y, dot in ((-1.1, Dot.SMALL), (-1.0, Dot.CLOSED))
    }
    assert 0 < sizes[-1.1] < 0.6 * sizes[-1.0]
    picture = painted(scene_of(marked((None, Dot.LOZENGE), x=-2.0)), look, SIZE)
    assert inked(around(picture, -2.0, 0.0, 7), look).any()
    assert is_colour(around(picture, -2.0, 0.0, 1), look.colours.paper, off=6).all()


@each
def test_an_asymptote_is_a_thin_dashed_line_from_edge_to_edge(look: Theme):
    picture = painted(scene_of(marked(asymptote=True)), look, SIZE)
    plain = painted(scene_of(), look, SIZE)
    changed = (picture != plain).any(axis=2)
    columns = np.flatnonzero(changed.sum(axis=0) > 100)
    assert len(columns) == max(round(look.line), 1)
    assert abs(columns.mean() - FRAME.x(1.3)) <= 1.5
    along = inked(picture, look)[:, columns[0]]
    assert 0.35 < along.mean() < 0.75
    assert along[:20].any()
    assert along[-20:].any()


@each
def test_an_asymptote_breaks_at_a_number(look: Theme):
    view = Viewport(-4.0, 4.0, -6.0, 6.0)
    bare = replace(only("20", view), curves=())
    marks = tuple(marked(x=x, asymptote=True) for x in (-3.0, -2.0, -1.0, 1.0, 2.0, 3.0))
    without, picture = painted(bare, look, SIZE), painted(replace(bare, marks=marks), look, SIZE)
    middle, height = SIZE[1] // 2, round(look.sizes.tick)
    numbers = is_colour(without, look.colours.secondary_ink, off=60)
    numbers[middle - 4 : middle + 5] = False
    assert numbers.sum() > 20
    assert (without == picture).all(axis=2)[numbers].all()
    column = inked(picture, look)[:, round(Frame(view, *SIZE).x(2.0))]
    assert column[: middle - 3 * height].mean() > 0.3


def test_an_asymptote_is_seen_upon_the_axis():
    look = theme("light")
    picture = painted(scene_of(marked(asymptote=True, x=0.0)), look, SIZE)
    column = round(FRAME.x(0.0))
    on_axis = inked(picture, look)[40:180, column - 2 : column + 3].any(axis=1)
    assert 0.35 < on_axis.mean() < 0.75


@each
@pytest.mark.parametrize("kind", [*Dot, "asymptote"])
def test_graphics_keep_their_contrast_on_the_picture(look: Theme, kind: Dot | str):
    """4.5:1, and in projector mode 3:1 on a washed-out wall."""
    y = None if kind is Dot.LOZENGE else -1.1
    mark = marked(asymptote=True) if kind == "asymptote" else marked((y, Dot(kind)))
    changed = painted(scene_of(mark), look, SIZE), painted(scene_of(), look, SIZE)
    drawn = changed[0][(changed[0] != changed[1]).any(axis=2)]
    paper = look.colours.paper
    strong = [pixel for pixel in drawn.tolist() if contrast(hexadecimal(*pixel), paper) >= 4.5]
    assert len(strong) >= 12
    if look.name == "projector":
        washed = [contrast(hexadecimal(*pixel), paper, GLARE) >= 3.0 for pixel in strong]
        assert sum(washed) >= 12


@each
def test_a_label_stands_beside_its_dot_and_covers_none(look: Theme):
    dots = [marked((-1.1, Dot.SMALL), x=x, label=f"min ({x}; −1.1)") for x in (-2.6, 0.4, 2.4)]
    picture = painted(scene_of(*dots), look, SIZE)
    bare = painted(scene_of(*(replace(dot, label="") for dot in dots)), look, SIZE)
    changed = (picture != bare).any(axis=2)
    assert changed.any()
    for place in dots:
        assert not around(changed[..., None], place.x, -1.1, round(look.sizes.point / 2)).any()
        assert around(changed[..., None], place.x, -1.1, 60).any()


def test_labels_that_find_no_room_are_left_out():
    look = theme("light")
    crowd = [
        marked((-1.1, Dot.SMALL), x=x, label="inflection (0.1234; −1.1)")
        for x in np.linspace(1.0, 1.2, 30).tolist()
    ]
    scene = scene_of(*crowd)
    bare = scene_of(*(replace(dot, label="") for dot in crowd))
    changed = (painted(scene, look, SIZE) != painted(bare, look, SIZE)).any(axis=2)
    assert 0 < changed.mean() < 0.06


def test_a_tangent_does_not_fill_a_hole():
    look = theme("light")
    scene = replace(
        scene_of(marked((0.7, Dot.OPEN))),
        tangent=TangentPicture(-2.0, 0.7, 0.0, "tg α = 0"),
        handles=(Handle("x0", Role.TANGENT, -2.0, 0.7, "x₀"),),
    )
    picture = painted(scene, look, SIZE)
    assert is_colour(around(picture, 1.3, 0.7, 1), look.colours.paper, off=6).all()
    assert is_colour(picture, look.colour(Role.TANGENT), off=30)[:, 560].any()


def test_marks_outside_the_picture_and_beyond_all_measure_do_no_harm():
    look = theme("light")
    far = [marked((y, Dot.OPEN), asymptote=True, x=x) for x in (1e300, -9.0) for y in (1e308, 3.0)]
    assert (painted(scene_of(*far), look, SIZE) == painted(scene_of(), look, SIZE)).all()


NOTES = (
    "The function is not defined anywhere in view",
    "The function varies faster than the screen can show: the band is where it runs",
    "Функция меняется быстрее, чем может показать экран: полоса — там, где она проходит",
)


@each
@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("size", [(560, 360), (1280, 720)])
def test_a_note_is_whole_and_words_keep_clear_of_it(look: Theme, note: str, size: tuple[int, int]):
    frame, room = Frame(VIEW, *size), Room(*size)
    placed = placed_note(note, look, frame, room)
    assert frame.rect.contains(placed.plate)
    assert room.cost(placed.plate.adjusted(8, 8, -8, -8)) > 0


def test_a_note_stands_beside_what_is_there():
    look = theme("light")
    free = placed_note(NOTES[1], look, FRAME, Room(*SIZE)).plate
    room = Room(*SIZE)
    room.take_rect(free, 3.0)
    assert not placed_note(NOTES[1], look, FRAME, room).plate.intersects(
        free.adjusted(6, 6, -6, -6)
    )


def test_a_note_is_painted_over_band_and_tangent():
    look = theme("light")
    scene = replace(only("sin(10^6 x)", VIEW), note=NOTES[1])
    plain = replace(scene, note="")
    changed = (painted(scene, look, SIZE) != painted(plain, look, SIZE)).any(axis=2)
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    plate = painted(scene, look, SIZE)[rows[0] : rows[-1], columns[0] : columns[-1]]
    shades = [contrast(hexadecimal(*p), look.colours.paper) for p in plate.reshape(-1, 3).tolist()]
    assert max(shades) >= 7
    assert np.mean(np.array(shades) < 1.2) > 0.4


def asymptote(slope: float, intercept: float, *, left: bool, right: bool) -> MarkedLine:
    return MarkedLine(slope, intercept, left, right, "Asymptote", ("fact",))


@each
def test_a_slanted_asymptote_is_dashed_along_its_line(look: Theme):
    scene = replace(scene_of(), lines=(asymptote(0.4, -0.9, left=True, right=True),))
    changed = (painted(scene, look, SIZE) != painted(scene_of(), look, SIZE)).any(axis=2)
    ways = np.arange(-3.9, 3.9, 0.01)
    spots = [(round(FRAME.y(0.4 * x - 0.9)), round(FRAME.x(x))) for x in ways.tolist()]
    assert 0.4 < np.mean([changed[row - 1 : row + 2, column].any() for row, column in spots]) < 0.85
    assert not changed[: SIZE[1] // 5].any()


def test_an_asymptote_of_one_end_reaches_to_the_middle():
    look = theme("light")
    scene = replace(scene_of(), lines=(asymptote(0.0, -1.6, left=False, right=True),))
    picture = inked(painted(scene, look, SIZE), look)
    middle = round(FRAME.y(-1.6))
    row = np.asarray(picture[middle - 2 : middle + 3].any(axis=0))
    assert np.mean(row[SIZE[0] // 2 :]) > 0.4
    assert np.mean(row[: SIZE[0] // 2 - 2]) < 0.02


def test_an_asymptote_out_of_view_is_not_painted():
    look = theme("light")
    scene = replace(scene_of(), lines=(asymptote(0.0, 99.0, left=True, right=True),))
    assert (painted(scene, look, SIZE) == painted(scene_of(), look, SIZE)).all()
