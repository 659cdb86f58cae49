"""A formula from markup to paint, beside the same as a plain line of text."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from benchmarks.figure import Figure
from benchmarks.lines import LECTURE
from benchmarks.screen import application
from benchmarks.timing import alternate
from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.notation import plain, typeset
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.layout import layout
from gdviz.ui.formula.painter import paint

SIZE = 24.0
INK = QColor("#1B1D23")


def formula(runs: int) -> Iterator[Figure]:
    """The figures of typesetting."""
    application()
    markups = [typeset(parse(line).body, "ru") for line in LECTURE]
    texts = [plain(markup) for markup in markups]
    image = QImage(800, 100, QImage.Format.Format_ARGB32_Premultiplied)
    sizes = (SIZE + count * 1e-6 for count in itertools.count())

    def laid_out_anew() -> None:
        size = next(sizes)
        for markup in markups:
            layout(markup, size)

    def painted() -> None:
        painter = QPainter(image)
        for markup in markups:
            paint(painter, layout(markup, SIZE), 10, 60, INK)
        painter.end()

    def measured() -> None:
        metrics = QFontMetricsF(text_font(SIZE))
        for text in texts:
            metrics.boundingRect(text)

    def written() -> None:
        painter = QPainter(image)
        painter.setFont(text_font(SIZE))
        for text in texts:
            painter.drawText(QPointF(10, 60), text)
        painter.end()

    ours, floor = alternate(laid_out_anew, measured, runs=runs)
    yield Figure("formula", "laying out 5 formulas anew", ours, floor, "measuring them as text")
    ours, floor = alternate(painted, written, runs=runs)
    yield Figure("formula", "painting them", ours, floor, "drawing them as text")
