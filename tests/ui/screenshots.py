"""Pictures of the handsome parts of the plot, to be compared with those that were found good.

They are compared as averages over cells of 8 × 8 pixels: letters may be smoothed differently, but a
dot, a label or a line that is missing or elsewhere shows. After a change that is meant, write them
anew with `python -m tests.ui.screenshots`, look at what `git diff` shows, and commit them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Document, Shown
from gdviz.i18n import Translator
from gdviz.session.resolve.below import lower_scene
from gdviz.session.resolve.plot import curve_marks, function_curves, plot_scene
from gdviz.session.scene import PlotScene, Role
from gdviz.session.session import Session
from gdviz.ui.plot import render_pictures
from gdviz.ui.theme import theme
from tests.ui.test_plot_picture import pixels

KNOWN_GOOD = Path(__file__).parent.parent / "data" / "screenshots"
WIDTH, HEIGHT, CELL = 960, 600, 8
MARKS = Shown(tangent=False, angle=False, iterates=False)
BARE = replace(MARKS, breaks=False, asymptotes=False)

Cells = NDArray[np.float64]
"""Shape (75, 120, 3): red, green, blue, 0 to 255."""
Scenes = list[tuple[PlotScene, float]]
"""From top to bottom, each with its height."""


def _scenes(text: str, view: Viewport, shown: Shown, **others: object) -> Scenes:
    """What the window would show of a line."""
    document = replace(Document(), text=text, viewport=view, shown=shown)
    session = Session(replace(document, **others))  # type: ignore[arg-type]
    session.resize_plot(WIDTH, HEIGHT)
    while not session.advance(1.0):
        pass
    document, results, tr = session.document, session.results, Translator("ru")
    curves, marked = function_curves(results), curve_marks(document, results, tr)
    above = tuple(c for c in curves if results.below is None or c.role is Role.FUNCTION)
    below = tuple(curve for curve in curves if curve.role is not Role.FUNCTION)
    scene = plot_scene(document, results, above, session.local, tr, marked)
    lower = lower_scene(document, results, below, session.local, tr)
    bare = replace(scene, path=None, handles=scene.handles[:1] if scene.tangent else ())
    if lower is None:
        return [(bare, HEIGHT)]
    return [(bare, 0.6 * HEIGHT), (lower, 0.4 * HEIGHT)]


PICTURES: Mapping[str, Callable[[], Scenes]] = {
    "hole": lambda: _scenes("sin(x)/x", Viewport(-8, 8, -1, 2), MARKS),
    "jump": lambda: _scenes("floor x", Viewport(-3.5, 3.5, -4, 4), MARKS),
    "edges": lambda: _scenes("sqrt(4 - x^2)", Viewport(-4, 4, -2, 3), MARKS),
    "poles-and-parts-of-pi": lambda: _scenes("tg x", Viewport(-5, 5, -4, 4), MARKS),
    "derivative-below": lambda: _scenes(
        "x^3/6 - x",
        Viewport(-4, 4, -3, 3),
        replace(BARE, tangent=True, derivative=True, below=True),
        x0=1.2,
    ),
    "gap": lambda: _scenes(
        "x^2", Viewport(-2, 3, -2, 6), replace(BARE, tangent=True, gap=True), x0=1.0
    ),
    "equal-axes-and-angle": lambda: _scenes(
        "x^2/2",
        Viewport(-4, 4, -1, 4),
        replace(BARE, tangent=True, angle=True),
        x0=1.0,
        equal_axes=True,
    ),
    "names-at-ends-of-curves": lambda: _scenes(
        "x^3/6 - x", Viewport(-4, 4, -3, 3), replace(BARE, derivative=True, second=True)
    ),
}


def painted(name: str, scale: float) -> QImage:
    """The picture at so many device pixels to a pixel."""
    return render_pictures(PICTURES[name](), theme("light", window_height=720), WIDTH, scale)


def cells(image: QImage) -> Cells:
    """Averages over its cells, whatever its scale."""
    picture = pixels(image.convertToFormat(QImage.Format.Format_RGB32)).astype(np.float64)
    rows, columns = HEIGHT // CELL, WIDTH // CELL
    high, wide = picture.shape[0] // rows, picture.shape[1] // columns
    whole = picture[: rows * high, : columns * wide]
    averages: Cells = whole.reshape(rows, high, columns, wide, 3).mean(axis=(1, 3))
    return averages


def known_good(name: str) -> Cells:
    """The cells of the picture that was found good."""
    image = QImage(str(KNOWN_GOOD / f"{name}.png"))
    return cells(image)


def write_all() -> None:
    """All pictures as they are now."""
    from PySide6.QtWidgets import QApplication

    from gdviz.ui.fonts import register_fonts

    application = QApplication.instance() or QApplication([])
    assert application is not None
    register_fonts()
    KNOWN_GOOD.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        painted(name, 1.0).save(str(KNOWN_GOOD / f"{name}.png"))


if __name__ == "__main__":
    write_all()
