"""Where things are in the window: rows over and under the plot, the panel beside it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.session.below import LOWER_SHARE
from gdviz.ui.hairline import Hairline

if TYPE_CHECKING:
    from gdviz.ui.main_window import MainWindow

FRAME = (8, 40)
"""What a window manager puts around a window: borders, and a title."""


class Hairlines:
    """Between the rows, and between the plot and the panel."""

    def __init__(self, parent: QWidget) -> None:
        self.under_editor = Hairline(Qt.Orientation.Horizontal)
        self.over_transport = Hairline(Qt.Orientation.Horizontal)
        self.beside_panel = Hairline(Qt.Orientation.Vertical, parent)


def arrange(window: "MainWindow", chrome: QWidget, lines: Hairlines) -> None:
    """Put the views of a window in their places on `chrome`."""
    on_stage = QVBoxLayout(window.stage)
    on_stage.addWidget(window.plot, round(100 * (1 - LOWER_SHARE)))
    on_stage.addWidget(window.lower_plot, round(100 * LOWER_SHARE))
    left, middle, whole = window.column, QHBoxLayout(), QVBoxLayout(chrome)
    left.addWidget(window.stage, 1)
    left.addWidget(window.readout)
    middle.addLayout(left, 1)
    middle.addWidget(lines.beside_panel)
    middle.addWidget(window.panels)
    whole.addWidget(window.editor)
    whole.addWidget(lines.under_editor)
    whole.addLayout(middle, 1)
    whole.addWidget(lines.over_transport)
    whole.addWidget(window.transport)
    for layout in (on_stage, left, middle, whole):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)


def order_tabs(widgets: Iterable[QWidget]) -> None:
    """Tab goes from each to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def room_on_screen(window: QWidget) -> QSize:
    """What the screen leaves for a window inside its frame, px."""
    # Not the window's own screen(): PySide counts what a method returns among the window's
    # children, and would delete the screen when the window goes.
    there = QGuiApplication.screenAt(window.frameGeometry().center())
    return (there or QGuiApplication.primaryScreen()).availableSize() - QSize(*FRAME)
