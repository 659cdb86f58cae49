"""Views with one scale show the curve still."""

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.equalising import equalised
from gdviz.calculus.view.viewport import Viewport

SIZE = (912, 600)


def _function(text: str) -> Differentiable:
    return Differentiable(parse(text).body, "x", {})


@pytest.mark.parametrize("text", ["x^3 - 3x", "sin x", "e^x", "1000x^2", "5", "ln x", "1/x", "-x"])
@pytest.mark.parametrize(
    "view", [Viewport(-6, 6, -20, 130), Viewport(-30, 10, -1, 1), Viewport(1, 2, -6, 6)]
)
def test_a_unit_is_as_long_up_as_across(text: str, view: Viewport):
    seen = equalised(view, SIZE, _function(text).value, 1.5)
    assert seen.width / SIZE[0] == pytest.approx(seen.height / SIZE[1])
    assert (seen.x0 + seen.x1) / 2 == pytest.approx((view.x0 + view.x1) / 2)


def test_the_sides_stay_where_the_curve_is_well_seen_between_them():
    seen = equalised(Viewport(-6, 6, -20, 130), SIZE, _function("x^3 - 3x").value)
    assert (seen.x0, seen.x1) == pytest.approx((-6, 6))
    assert seen.y0 < -2 < 2 < seen.y1


def test_the_point_stays_in_view_if_it_is_near():
    seen = equalised(Viewport(-6, 6, -8, 52), SIZE, _function("x^2 + 12").value, 3.0)
    assert seen.contains(3.0, 21.0)
    assert seen.contains(0.0, 12.0)
    assert seen.width < 2 * 12


def test_a_view_is_not_spoilt_for_a_point_far_off():
    seen = equalised(Viewport(-6, 6, -20, 130), SIZE, _function("x^3 - 3x").value, 5.0)
    assert seen.width == pytest.approx(12)


def test_slight_differences_are_made_up_for_by_showing_more():
    view = Viewport(-2, 2, -2.6, 2.6)
    seen = equalised(view, SIZE, _function("x^3 - 3x").value)
    assert (seen.y0, seen.y1) == pytest.approx((-2.6, 2.6))
    assert seen.width > view.width


def test_an_equal_view_stays_as_it_is():
    once = equalised(Viewport(-6, 6, -20, 130), SIZE, _function("x^3 - 3x").value)
    again = equalised(once, SIZE, _function("1000x^2").value)
    assert (again.x0, again.x1) == pytest.approx((once.x0, once.x1))
    assert (again.y0, again.y1) == pytest.approx((once.y0, once.y1))


def test_a_curve_without_values_leaves_the_middle_where_it_is():
    seen = equalised(Viewport(-9, -1, 0, 100), SIZE, _function("sqrt(-1 - x^2)").value, 1.0)
    assert (seen.x0 + seen.x1) / 2 == pytest.approx(-5)
    assert (seen.y0 + seen.y1) / 2 == pytest.approx(50)
