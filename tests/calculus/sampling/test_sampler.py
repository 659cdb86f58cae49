"""Sampling in slices, and curves that the collection of plots does not have."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.evaluation import compile_function
from gdviz.calculus.functions import FUNCTIONS
from gdviz.calculus.intervals import Encloser
from gdviz.calculus.parser import parse
from gdviz.calculus.sampling import Sampler, sample
from gdviz.calculus.sampling.outline import coarse
from gdviz.calculus.sampling.refinement import Refinement
from gdviz.calculus.sampling.screen import Screen
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Viewport
from tests.calculus.sampling.pictures import Picture
from tests.strategies import expressions

DERIVATIVES = Path(__file__).parents[2] / "data" / "derivatives.json"
CASES = json.loads(DERIVATIVES.read_text("utf-8"))["cases"]
SMALL = (480, 300)
TYPED = sorted(set(FUNCTIONS) - {"polygamma"})

TRUE_CURVES = [
    ("w^2 + 12", [-6, 6, -8, 52]),
    ("tg x^2", [-6, 6, -13, 13]),
    ("arctg^2 x^3", [-4, 4, -0.5, 3]),
    ("ln cos^2(sin sqrt x)", [-2, 60, -1.5, 0.5]),
    ("sigma(x)", [-6, 6, -0.2, 1.2]),
    ("x sin(x^2)", [-10, 10, -10, 10]),
    ("sqrt(4 - x^2)", [-3, 3, -1, 3]),
    ("ln|x - 2|", [0, 4, -50, 5]),
    ("|x|^0.1", [-1, 1, -0.2, 1.2]),
    ("1/(x - 1/3)", [-3, 3, -5, 5]),
    ("1/sin(1/x)", [-1, 1, -5, 5]),
    ("gamma(x)", [-5, 5, -10, 10]),
    ("floor(x^2)", [-3, 3, -1, 10]),
    ("max(x, 1/x)", [-3, 3, -3, 3]),
    ("e^(e^(e^x))", [-3, 3, -1, 30]),
    ("root(8, x)", [-3, 3, -5, 5]),
    ("x^x^x", [-1, 3, -1, 5]),
    ("sin(300x)", [-10, 10, -1.5, 1.5]),
    ("tg(300x)", [-5, 5, -5, 5]),
    ("sin x^2 + cos x^2", [-60, 60, -2, 2]),
]


@pytest.mark.parametrize(("text", "window"), TRUE_CURVES)
def test_curves_are_true_to_half_a_pixel(text: str, window: list[float]):
    picture = Picture.of(text, window)
    assert picture.from_curve(picture.true_points(6000)).max() <= 0.6
    assert len(picture.vertices) <= 4 * picture.size[0]


@pytest.mark.parametrize("case", CASES[::8], ids=lambda case: str(case["expr"]))
def test_functions_and_derivatives_of_many_kinds(case: dict[str, str]):
    formula = parse(case["expr"])
    variable = formula.variables[0] if formula.variables else "x"
    function = Differentiable(formula.body, variable, dict.fromkeys(formula.parameters, 1.3))
    view = automatic_viewport(function, (1.0,))
    picture = Picture(formula.body, variable, view, SMALL)
    for body in (formula.body, function.derivative):
        picture = Picture(body, variable, view, SMALL)
        if not formula.parameters:
            assert picture.from_curve(picture.true_points(1000)).max(initial=0.0) <= 0.7


@given(expressions(functions=TYPED, max_leaves=6), st.floats(-3, 3), st.floats(0.1, 20))
def test_any_function_is_sampled_quietly_and_briefly(body, middle, width):
    view = Viewport(middle - width, middle + width, -5.0, 5.0)
    samples = sample(body, "x", {}, view, SMALL)
    for piece in samples.pieces:
        assert len(piece) >= 2
        assert np.isfinite(piece).all()
        assert (np.diff(piece[:, 0]) >= 0).all()
    assert sum(map(len, samples.pieces)) <= 8 * SMALL[0]
    for band in samples.bands:
        assert (band[:, 1] <= band[:, 2]).all()


def test_a_curve_ends_exactly_where_its_domain_ends():
    right = Picture.of("sqrt(2 - x)", [-3, 3, -1, 3]).samples.pieces[0][-1]
    assert right.tolist() == [2.0, 0.0]
    left = Picture.of("arccos x", [-2, 2, -1, 4]).samples.pieces[0][0]
    assert left[0] == -1.0


def test_a_step_begins_exactly_at_its_jump():
    pieces = Picture.of("floor(x)", [0.5, 2.5, -1, 3]).samples.pieces
    assert [piece[0].tolist() for piece in pieces] == [[0.5, 0.0], [1.0, 1.0], [2.0, 2.0]]


def test_a_spike_of_a_ten_thousandth_of_a_pixel_is_found():
    picture = Picture.of("1/(1 + 10^12 (x - 1/3)^2)", [-5, 5, -0.5, 1.5])
    assert picture.to_vertex(1 / 3, 1.0) <= 1.0


def test_a_jump_of_a_pixel_is_cut_and_a_steep_rise_is_not():
    assert len(Picture.of("x + 0.01 sign(x - 1)", [-5, 5, -5, 5]).samples.pieces) == 2
    assert len(Picture.of("arctg(10^9 (x - 1))", [-5, 5, -2, 2]).samples.pieces) == 1


def test_a_slow_pole_away_from_zero_leaves_the_frame():
    pieces = Picture.of("ln|x - 1/3|", [-1, 1, -300, 5]).samples.pieces
    assert len(pieces) == 2
    assert pieces[0][-1, 1] <= -300
    assert pieces[1][0, 1] <= -300


@pytest.mark.parametrize(
    "window",
    [
        [-3.0, 3.0, -2.0, 4.0],
        [1 - 1e-6, 1 + 1e-6, 1.0, 3.0],
        [1 - 1e-6, 1 + 1e-6, 2 - 1e-6, 2 + 1e-6],
    ],
)
def test_a_hole_keeps_the_curve_together_however_near_one_looks(window: list[float]):
    picture = Picture.of("(x^2 - 1)/(x - 1)", window)
    assert len(picture.samples.pieces) == 1
    x, y = picture.samples.pieces[0].T
    assert (np.abs(y - x - 1) * picture.scale[1] <= 1.0).all()


@pytest.mark.parametrize("text", ["tg x ctg x", "1/ln|x|", "sin 3x/sin x", "1/(1/x)"])
def test_holes_leave_the_curve_in_one_piece(text: str):
    """Though parts of it overflow beside them, or come to their limit ever so slowly."""
    piece, *others = Picture.of(text, [-0.5, 0.5, -2, 4]).samples.pieces
    assert others == []
    assert (np.abs(piece[:, 1]) < 4).all()
    many = Picture.of("tg x ctg x", [-20, 20, -2, 4]).samples
    assert len(many.pieces) == 1
    assert many.bands == ()
    assert np.ptp(many.pieces[0][:, 1]) < 1e-12


def test_noise_is_said_and_not_drawn_as_a_curve():
    samples = Picture.of("(x - 1)^3 - (x^3 - 3x^2 + 3x - 1)", [-1, 3, -1e-15, 1e-15]).samples
    assert samples.message == "beyond-precision"
    assert samples.pieces == ()


def test_a_view_beside_the_curve_says_so():
    assert Picture.of("x^2", [-1, 1, 50, 60]).samples.message == "outside-view"


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("x^2", [-3, 3, -20, -10]),
        ("sin x", [-3, 3, 5, 15]),
        ("1/x", [100, 110, 5, 9]),
        ("2 sin(10^6 x)", [-3, 3, 3, 8]),
    ],
)
def test_a_curve_just_above_or_below_the_view_is_not_in_it(text, view):
    assert Picture.of(text, view).samples.message == "outside-view"


@pytest.mark.parametrize("view", [[29, 30, 850, 852], [-3, 3, 8.5, 20], [-3, 3, -20, 0]])
def test_a_curve_in_a_corner_of_the_view_is_in_it(view):
    assert Picture.of("x^2", view).samples.message is None


def test_bands_reach_the_bounds_and_no_further():
    band = Picture.of("2 sin(10^6 x)", [-3, 3, -3, 3]).samples.bands[0]
    assert band[:, 1] == pytest.approx(-2.0, abs=0.01)
    assert band[:, 2] == pytest.approx(2.0, abs=0.01)
    assert (np.abs(band[:, 1:]) <= 2.0 + 1e-12).all()


def test_slices_are_coarse_first_and_exact_at_last():
    formula = parse("tg x^2")
    view = Viewport(-6.0, 6.0, -13.0, 13.0)
    sampler = Sampler(formula.body, "x", {}, view)
    assert sampler.samples.pieces == ()
    assert not sampler.advance(0.0)
    first = sampler.samples
    assert sum(map(len, first.pieces)) > 100
    rounds = 1
    while not sampler.advance(0.0):
        rounds += 1
    assert sampler.done
    assert rounds >= 2
    whole = sample(formula.body, "x", {}, view)
    assert len(sampler.samples.pieces) == len(whole.pieces)
    assert np.array_equal(np.concatenate(sampler.samples.pieces), np.concatenate(whole.pieces))


def test_what_is_too_fast_for_the_screen_is_a_band_before_it_is_exact():
    body = parse("sin(10^9 x)").body
    function = compile_function(body, ("x",))
    screen = Screen(Viewport(-6.0, 6.0, -1.3, 1.3), 1920, 1080)
    encloser = Encloser(body, "x", {})
    refinement = Refinement(lambda x: np.asarray(function(x)), encloser, screen)
    refinement.start()
    looks = []
    while not refinement.finished:
        looks.append(coarse(refinement))
        refinement.step()
    assert max(sum(map(len, look.pieces)) for look in looks) < 1920 / 2
    assert sum(band[-1, 0] - band[0, 0] for band in looks[-1].bands) > 11.0


def test_samples_stay_the_same_object_until_there_is_something_new():
    sampler = Sampler(parse("x^2").body, "x", {}, Viewport(-1.0, 1.0, -1.0, 1.0))
    sampler.advance(1.0)
    assert sampler.samples is sampler.samples


def test_parameters_have_their_values():
    formula = parse("a x")
    samples = sample(formula.body, "x", {"a": 3.0}, Viewport(-1.0, 1.0, -5.0, 5.0))
    assert samples.pieces[0][-1].tolist() == [1.0, 3.0]
