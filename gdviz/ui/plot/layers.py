"""What stands still, kept as pixmaps: paper and curves in one, the descent over them in another.

A frame of a drag copies a pixmap and paints what moves over it.
"""

import time
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from gdviz.session.scene import PlotScene
from gdviz.ui.plot.frame import Frame
from gdviz.ui.plot.painter import Sheet, paint_descent, paint_still
from gdviz.ui.theme import Theme

SLOW, TOO_SLOW = 0.008, 0.03
"""Seconds: while the view moves, a layer that took longer than the first is painted roughly, one
that took longer than the second is moved as it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """A layer with what it shows. `seconds`: what painting it well took; is_rough: it was not."""

    key: tuple[object, ...]
    picture: QPixmap
    sheet: Sheet
    frame: Frame
    seconds: float
    is_rough: bool = False


class Layers:
    """The layers of one plot, painted anew only when something in them has changed."""

    def __init__(self) -> None:
        self._still: Still | None = None
        self._descent: Still | None = None
        self._last_path: tuple[object, ...] = ()

    def shows(self, scene: PlotScene, theme: Theme, frame: Frame) -> bool:
        """Whether what stands still in a scene was painted last, as well as can be."""
        still = self._still
        return (
            still is not None
            and not still.is_rough
            and still.key == _still_key(scene, theme, frame)
        )

    def prepare(self, scene: PlotScene, theme: Theme, frame: Frame) -> None:
        """Paint what stands still, for `paint` to find it."""
        if not self.shows(scene, theme, frame):
            self._painted(_still_key(scene, theme, frame), scene, theme, frame, swift=False)

    def paint(
        self, painter: QPainter, scene: PlotScene, theme: Theme, frame: Frame, *, moving: bool
    ) -> tuple[Sheet, bool]:
        """Paint what stands still; returns what is taken, and whether it is up to date.

        While the view is `moving` under a hand a layer that is slow to paint is shown where it
        has moved to; call again when the hand rests.
        """
        key = _still_key(scene, theme, frame)
        still = self._still
        stale = still is None or still.key != key
        hurry = moving and still is not None and still.seconds > SLOW
        if still is not None and stale and hurry and still.seconds > TOO_SLOW:
            _paint_moved(painter, still, frame, theme)
            return paint_descent(painter, scene, theme, frame, still.sheet), False
        if still is None or stale or (still.is_rough and not moving):
            still = self._painted(key, scene, theme, frame, swift=hurry)
        return self._with_descent(painter, still, scene, theme, frame), not still.is_rough

    def _painted(
        self, key: tuple[object, ...], scene: PlotScene, theme: Theme, frame: Frame, *, swift: bool
    ) -> Still:
        begun = time.perf_counter()
        picture = _canvas(frame, self._still)
        with QPainter(picture) as brush:
            sheet = paint_still(brush, scene, theme, frame, swift=swift)
        seconds = time.perf_counter() - begun
        if swift and self._still is not None:
            seconds = max(seconds, self._still.seconds)
        self._still = Still(key, picture, sheet, frame, seconds, swift)
        return self._still

    def _with_descent(
        self, painter: QPainter, still: Still, scene: PlotScene, theme: Theme, frame: Frame
    ) -> Sheet:
        """A path that was the same in the last frame gets a layer of its own."""
        if scene.path is None or not scene.show_iterates:
            painter.drawPixmap(0, 0, still.picture)
            return still.sheet
        key = (still, *_path_key(scene))
        if self._descent is not None and self._descent.key == key:
            painter.drawPixmap(0, 0, self._descent.picture)
            return self._descent.sheet
        if key != self._last_path:
            self._last_path = key
            painter.drawPixmap(0, 0, still.picture)
            return paint_descent(painter, scene, theme, frame, still.sheet)
        picture = _canvas(frame, self._descent)
        with QPainter(picture) as brush:
            brush.drawPixmap(0, 0, still.picture)
            sheet = paint_descent(brush, scene, theme, frame, still.sheet)
        self._descent = Still(key, picture, sheet, frame, 0.0)
        painter.drawPixmap(0, 0, picture)
        return sheet


def _still_key(scene: PlotScene, theme: Theme, frame: Frame) -> tuple[object, ...]:
    """Curves compare by identity, all else by value."""
    names = scene.x_name, scene.y_name
    marks = scene.marks, scene.lines, scene.contours, scene.hollows
    return (scene.curves, *marks, scene.note, *names, scene.units, theme, frame)


def _path_key(scene: PlotScene) -> tuple[object, ...]:
    path = scene.path
    assert path is not None
    return (id(path.points), id(path.slopes), path.current, path.show_tangent)


def _canvas(frame: Frame, old: Still | None) -> QPixmap:
    """Something to paint all over: the old picture, which nobody looks at any more, if it fits."""
    size = QSize(ceil(frame.width * frame.ratio), ceil(frame.height * frame.ratio))
    if old is not None and old.frame.ratio == frame.ratio and old.picture.size() == size:
        return old.picture
    picture = QPixmap(size)
    picture.setDevicePixelRatio(frame.ratio)
    return picture


def _paint_moved(painter: QPainter, still: Still, frame: Frame, theme: Theme) -> None:
    """The old layer where its part of the plane is now."""
    view = still.frame.viewport
    place = QRectF(frame.point(view.x0, view.y1), frame.point(view.x1, view.y0))
    painter.fillRect(frame.rect, QColor(theme.colours.paper))
    painter.drawPixmap(place, still.picture, QRectF(still.picture.rect()))
