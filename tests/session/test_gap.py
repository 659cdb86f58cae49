"""The gap f − f_l between the curve and its tangent, near x₀."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.document.document import SecantSettings, Shown
from gdviz.i18n import Translator
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.scene import GapPicture
from gdviz.session.session import Session
from tests.session.conftest import opened

GAP = Shown(gap=True)


def gap(session: Session) -> GapPicture | None:
    tr = Translator("en")
    return plot_scene(session.document, session.results, (), session.local, tr).gap


def rows(session: Session) -> np.ndarray:
    found = gap(session)
    assert found is not None
    return np.concatenate(found.pieces)


@pytest.mark.parametrize("x0", [-3.0, 0.0, 2.0])
def test_it_lies_between_the_curve_and_the_tangent(x0: float):
    session = opened("x^2", x0=x0, shown=GAP)
    x, curve, line = rows(session).T
    pixel = session.results.viewport.height / 600
    assert curve == pytest.approx(x**2, abs=pixel)
    assert line == pytest.approx(x0**2 + 2 * x0 * (x - x0), abs=1e-9)
    assert (curve - line >= -pixel).all()


def test_near_is_a_part_of_the_view():
    session = opened("x^2", x0=1.0, shown=GAP)
    x = rows(session)[:, 0]
    width = session.results.viewport.width
    assert x.min() == pytest.approx(1.0 - width / 6)
    assert x.max() == pytest.approx(1.0 + width / 6)


@pytest.mark.parametrize("delta_x", [1.5, -0.5])
def test_with_a_secant_it_reaches_to_the_second_point_where_its_size_is_told(delta_x: float):
    shown = replace(GAP, secant=True)
    session = opened("x^2", x0=1.0, shown=shown, secant=SecantSettings(delta_x))
    x, curve, line = rows(session).T
    assert (x.min(), x.max()) == pytest.approx((1.0 - abs(delta_x), 1.0 + abs(delta_x)))
    end = np.argmin(abs(x - 1.0 - delta_x))
    assert curve[end] - line[end] == pytest.approx(delta_x**2, abs=0.05)
    found = gap(session)
    assert found is not None
    assert found.label == ""


def test_it_does_not_cross_a_pole():
    found = gap(opened("1/x", x0=0.5, shown=GAP))
    assert found is not None
    (piece,) = found.pieces
    assert piece[:, 0].min() > 0.0
    assert found.label == "f − fₗ"


@pytest.mark.parametrize(
    ("text", "x0", "shown"),
    [
        ("|x|", 0.0, GAP),
        ("ln x", -1.0, GAP),
        ("x^2", 1.0, replace(GAP, tangent=False)),
        ("x^2", 1.0, Shown()),
    ],
)
def test_without_a_tangent_or_unasked_there_is_none(text: str, x0: float, shown: Shown):
    assert gap(opened(text, x0=x0, shown=shown)) is None
