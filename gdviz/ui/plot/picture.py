"""The plot as a picture, for files, the clipboard and the command line; needs no screen."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz.session.scene import PlotScene
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.painter import paint
from gdviz.ui.theme import Theme


def render_picture(
    scene: PlotScene, theme: Theme, width: float, height: float, scale: float = 1.0
) -> QImage:
    """The scene as an image of width·scale by height·scale pixels.

    Needs a QGuiApplication, "offscreen" will do. Raises ValueError for a size that is no picture's.
    """
    return render_pictures([(scene, height)], theme, width, scale)


def render_pictures(
    parts: Sequence[tuple[PlotScene, float]], theme: Theme, width: float, scale: float = 1.0
) -> QImage:
    """The same of several scenes with the height of each, one under the other, a hairline between.

    Each begins on a whole pixel, so that all of them are as sharp as one alone.
    """
    ends = [round(end * scale) for end in accumulate(height for _, height in parts)]
    pixels = round(width * scale), ends[-1]
    image = QImage(*pixels, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ValueError(f"no picture is {pixels[0]} by {pixels[1]} pixels large")
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        for (scene, height), end in zip(parts, ends, strict=True):
            top = end / scale - height
            painter.resetTransform()
            painter.translate(0.0, round(top * scale) / scale)
            painter.setClipRect(QRectF(0.0, 0.0, width, height))
            paint(painter, scene, theme, Frame(scene.viewport, width, height, scale))
            if top > 0.0:
                paint_border(painter, theme, width)
    return image


def paint_border(painter: QPainter, theme: Theme, width: float) -> None:
    """At the top of a plot that stands under another one; firmer than the lines of their grids."""
    painter.fillRect(QRectF(0.0, 0.0, width, 1.0), QColor(theme.colours.outline))
