"""The plot as a picture, for files, the clipboard and the command line; needs no screen."""

from PySide6.QtGui import QImage, QPainter

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
    pixels = round(width * scale), round(height * scale)
    image = QImage(*pixels, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ValueError(f"no picture is {pixels[0]} by {pixels[1]} pixels large")
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        paint(painter, scene, theme, Frame(scene.viewport, width, height, scale))
    return image
