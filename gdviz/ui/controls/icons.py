"""The program's own icons: one weight of line, tinted with the theme's ink at any scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gdviz import assets
from gdviz.ui.style import disabled_ink
from gdviz.ui.theme import Theme


@cache
def drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon `name` in one colour. Raises FileNotFoundError for an icon there is not."""
    source = assets.text("icons", f"{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(source.encode()))


def paint_icon(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Paint it as large as `place`."""
    drawing(name, colour).render(painter, place)


def menu_icon(name: str, theme: Theme, ratio: float) -> QIcon:
    """For a menu on a screen of so many device pixels a pixel; faint while disabled."""
    result = QIcon()
    result.addPixmap(_picture(name, theme.colours.ink, theme, ratio), QIcon.Mode.Normal)
    result.addPixmap(_picture(name, disabled_ink(theme), theme, ratio), QIcon.Mode.Disabled)
    return result


def _picture(name: str, colour: str, theme: Theme, ratio: float) -> QPixmap:
    pixels = round(theme.sizes.icon * ratio)
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, colour, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
