"""The plot is the hero: at least 60 % of the window."""

from hypothesis import given
from hypothesis import strategies as st

from gdviz.ui.proportions import (
    PANEL_NARROWEST,
    PANEL_USUAL,
    PANEL_WIDEST,
    PLOT_SHARE,
    Measures,
    has_room,
    panel_width,
)

WIDTHS, HEIGHTS = st.integers(1024, 7680), st.integers(640, 4320)


@given(WIDTHS, HEIGHTS, st.floats(0.02, 0.16))
def test_the_plot_keeps_its_share_or_the_panel_is_as_narrow_as_can_be(width, height, rows):
    chrome = round(rows * height)
    panel = panel_width(Measures(width, height, chrome))
    plot = (width - panel - 1) * (height - chrome)
    assert plot >= PLOT_SHARE * width * height or panel <= PANEL_NARROWEST


@given(WIDTHS, HEIGHTS)
def test_a_panel_is_never_wider_than_can_be_read(width, height):
    assert panel_width(Measures(width, height, 136)) <= PANEL_WIDEST


def test_the_widths_people_have():
    assert panel_width(Measures(1920, 1080, 138)) == PANEL_WIDEST
    assert panel_width(Measures(1366, 768, 118)) >= PANEL_USUAL
    assert has_room(Measures(1366, 768, 118))
    assert not has_room(Measures(1024, 640, 118))


@given(st.integers(200, 1023), st.integers(200, 639), st.floats(1.0, 2.5))
def test_a_tiny_window_keeps_a_plot(width, height, scale):
    assert panel_width(Measures(width, height, 100, scale)) <= 0.34 * width + 1
