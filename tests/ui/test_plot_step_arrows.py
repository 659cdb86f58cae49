"""Arrows of the next step: each at its height, told apart without colour, inside the picture."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from gdviz.calculus.typesetting.markup import Letter
from gdviz.calculus.view.viewport import Viewport
from gdviz.session.scene import PlotScene, StepArrow
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.picture import render_picture
from gdviz.ui.plot.step_arrows import MANNERS
from gdviz.ui.theme import theme
from tests.ui.plot_scenes import PARABOLA_VIEW, parabola

ARROWS = (
    StepArrow("gradient", 3.0, 2.0, Letter("g")),
    StepArrow("momentum", 2.0, -1.0, Letter("m")),
    StepArrow("step", 3.0, -1.0, Letter("s")),
)
SIZE = (960, 600)


def rows_of(image: QImage, kind: str, left: float, right: float) -> set[int]:
    """Rows of pixels where most of what lies between two columns has an arrow's colour."""
    wanted = QColor(theme("light").colour(MANNERS[kind].role))
    columns = range(round(left), round(right))
    found = set()
    for y in range(image.height()):
        hits = sum(image.pixelColor(x, y) == wanted for x in columns)
        if hits > 0.3 * len(columns):
            found.add(y)
    return found


def painted(scene: PlotScene) -> QImage:
    return render_picture(scene, theme("light"), *SIZE)


def test_each_has_a_height_of_its_own(qapp):
    scene = replace(parabola(), tangent=None, path=None, arrows=ARROWS)
    image, frame = painted(scene), Frame(PARABOLA_VIEW, *SIZE)
    found = [
        rows_of(image, arrow.kind, frame.x(min(arrow.start, arrow.end)) + 24, frame.x(arrow.start))
        for arrow in ARROWS
    ]
    heights = [min(rows) for rows in found]
    assert heights == sorted(heights)
    assert max(heights) < frame.ox
    assert len({manner.dash or manner.width for manner in MANNERS.values()}) == 3


@pytest.mark.parametrize("y", [(-0.5, 60.0), (-60.0, 0.5), (5.0, 60.0), (-60.0, -5.0)])
def test_they_are_in_the_picture_wherever_ox_is(qapp, y):
    scene = replace(parabola(), tangent=None, path=None, viewport=Viewport(-6.0, 6.0, *y))
    bare, dressed = painted(scene), painted(replace(scene, arrows=ARROWS))
    wanted = QColor(theme("light").colour(MANNERS["step"].role))
    seen = [
        (x, y)
        for x in range(0, SIZE[0], 2)
        for y in range(SIZE[1])
        if dressed.pixelColor(x, y) == wanted != bare.pixelColor(x, y)
    ]
    assert np.ptp([x for x, _ in seen]) > 200


def test_arrows_far_outside_are_cut_off(qapp):
    far = (StepArrow("step", 3.0, -1e300, Letter("s")),)
    assert not painted(replace(parabola(), arrows=far)).isNull()


def test_what_is_too_short_to_be_seen_is_not_named(qapp):
    scene = parabola()
    short = (StepArrow("gradient", 3.0, 3.0 + 1e-3, Letter("g")),)
    assert painted(replace(scene, arrows=short)) == painted(scene)
