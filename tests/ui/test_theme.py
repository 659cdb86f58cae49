"""Colours that can be told apart and read, sizes that can be seen from the back of a room."""

from dataclasses import fields
from itertools import combinations

import numpy as np
import pytest

from gdviz.session.scene import Role
from gdviz.ui.colours import contrast, legible, luminance, mixture
from gdviz.ui.theme import PALETTES, THEME_NAMES, Theme, theme
from tests.ui.colour_vision import SIGHTS, TO_XYZ, WHITE, distance, uniform

EVERY = [theme(name) for name in THEME_NAMES]
GLARE = 0.2
"""What a washed-out projector adds to every luminance."""

each = pytest.mark.parametrize("look", EVERY, ids=list(THEME_NAMES))


def test_the_measure_of_colour_knows_white_and_grey():
    assert uniform(WHITE)[0] == pytest.approx(100.0, abs=0.01)
    assert np.abs(uniform(TO_XYZ @ np.full(3, 20.0))[1:]).max() < 1.5


@each
@pytest.mark.parametrize("sight", SIGHTS)
def test_roles_are_told_apart_by_every_eye(look: Theme, sight: str):
    apart = {
        (one, other): distance(look.colour(one), look.colour(other), sight)
        for one, other in combinations(Role, 2)
    }
    assert min(apart.values()) >= 21, apart


@each
def test_lines_keep_their_contrast(look: Theme):
    for role in Role:
        assert contrast(look.colour(role), look.colours.paper) >= 4.5
    for colour in (look.colours.axis, look.colours.outline, look.colours.accent):
        assert contrast(colour, look.colours.paper) >= 4.5


@each
def test_text_keeps_its_contrast(look: Theme):
    colours = look.colours
    on_paper = [colours.ink, colours.secondary_ink, colours.error, colours.notice, colours.accent]
    on_paper += [look.text_colour(role) for role in Role]
    pairs = [(text, colours.paper) for text in on_paper]
    pairs += [
        (colours.ink, colours.field),
        (colours.on_accent, colours.accent),
        (colours.ink, colours.accent_soft),
        (colours.accent, colours.accent_soft),
        (colours.error, colours.error_soft),
        (colours.notice, colours.notice_soft),
    ]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 7} == {}


@each
def test_the_grid_is_fainter_than_any_curve(look: Theme):
    paper = look.colours.paper
    faint = contrast(look.colours.grid_minor, paper)
    assert faint < contrast(look.colours.grid_major, paper) < contrast(look.colours.axis, paper)
    assert contrast(look.colours.grid_major, paper) < 2


def test_a_washed_out_projector_leaves_three_to_one():
    look = theme("projector")
    for role in Role:
        assert luminance(look.colour(role)) <= 0.166
        assert contrast(look.colour(role), look.colours.paper, GLARE) >= 3
    assert contrast(look.colours.axis, look.colours.paper, GLARE) >= 3


@pytest.mark.parametrize("height", [720, 768, 1080, 1440, 2160])
def test_projector_sizes_grow_with_the_window(height: float):
    look = theme("projector", window_height=height)
    texts = (look.sizes.body, look.sizes.secondary, look.sizes.tick, look.sizes.label)
    assert min(texts) >= height / 50
    assert look.sizes.readout >= height / 20
    assert min(look.width(role) for role in Role) >= 4 * min(height, 1080) / 1080 * 0.999


def test_projector_text_is_twice_as_large_as_on_a_desk():
    room, desk = theme("projector").sizes, theme("light").sizes
    for name in ("body", "secondary", "readout", "formula", "tick", "label"):
        assert getattr(room, name) >= 2 * getattr(desk, name)
    assert room.control >= 44


@each
def test_scale_enlarges_text_and_lines(look: Theme):
    larger = theme(look.name, 1.5)
    assert larger.sizes.body == pytest.approx(1.5 * look.sizes.body)
    for role in Role:
        assert larger.width(role) == pytest.approx(1.5 * look.width(role))
        assert larger.dash(role) == pytest.approx([1.5 * length for length in look.dash(role)])


@each
def test_roles_differ_by_more_than_colour(look: Theme):
    assert look.dash(Role.FUNCTION) == ()
    patterns = [
        look.dash(role) for role in (Role.FUNCTION, Role.DERIVATIVE, Role.SECANT, Role.SECOND)
    ]
    assert len(set(patterns)) == len(patterns)


@each
def test_what_a_hand_must_hit_is_large_enough(look: Theme):
    assert look.sizes.hit >= 30
    assert look.sizes.control >= 32


def test_an_unknown_look_is_the_light_one():
    assert theme("sepia") == theme("light")


def test_every_palette_is_made_of_colours():
    for palette in PALETTES.values():
        for part in fields(palette):
            assert 0 <= luminance(getattr(palette, part.name)) <= 1


def test_mixtures_and_shades():
    assert mixture("#000000", "#FFFFFF", 0.5) == "#808080"
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert legible("#333333", "#FFFFFF") == "#333333"
    assert contrast(legible("#888888", "#15181E"), "#15181E") >= 7
    assert legible("#777777", "#808080") == "#000000"
