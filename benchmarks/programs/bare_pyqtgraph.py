"""The usual plotter: a bare pyqtgraph window with one curve."""

import sys

import numpy as np
import pyqtgraph as pg

SIZE = (1280, 800)
CURVE = "#4B5EF3"

if __name__ == "__main__":
    application = pg.mkQApp()
    window = pg.PlotWidget(background="w")
    x = np.linspace(-5, 5, 2000)
    window.plot(x, np.sin(x), pen=pg.mkPen(CURVE, width=2.5))
    window.resize(*SIZE)
    window.show()
    sys.exit(application.exec())
