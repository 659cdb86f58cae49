"""The plot that f′ and f″ may have below that of f."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.i18n import Translator
from gdviz.ui.plot.picture import paint_border
from gdviz.ui.plot.widget import PlotWidget


class LowerPlot(PlotWidget):
    """Shows and says what any plot does; only where nobody wants it, it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lower_plot")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_border(painter, self.theme, self.width())

    def retranslate(self, tr: Translator) -> None:
        """Its name in another language."""
        self.setAccessibleName(tr("Plot of the derivatives"))
