"""What is wrong with how a window is laid out: cut off, overlapping, too small for its words."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QMainWindow, QTabBar, QWidget

from gdviz.ui.controls.icon_button import WordButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.formula.view import FormulaView
from gdviz.ui.panels.derivation_picture import rule_font
from gdviz.ui.panels.section import SectionHead
from gdviz.ui.panels.step_tree import StepTree
from gdviz.ui.readout.angle_figures import AngleFigures

ROWS = ("editor", "readout", "transport")
PLOTS = ("plot", "lower_plot")
DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


def complaints(window: QMainWindow) -> list[str]:
    """Each in a few words; none for a window that is as it should be."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    return [*_cut_off(window, shown), *_too_small(shown), *_overlapping(window)]


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget) -> bool:
    """Whether it is in something that scrolls, where it may be out of sight."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QAbstractScrollArea) or _scrolls(parent))


def _cut_off(window: QMainWindow, shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        parent = widget.parentWidget()
        if _scrolls(widget) or widget.size().isEmpty() or parent is None:
            continue
        if not window.rect().contains(_place(widget, window)):
            yield f"{_name(widget)} is off the window"
        if not parent.rect().contains(widget.geometry()):
            yield f"{_name(widget)} reaches out of {_name(parent)}"


def _too_small(shown: list[QWidget]) -> Iterator[str]:
    for widget in shown:
        needed = _width_of_words(widget)
        if needed > widget.width() + 1:
            yield f"{_name(widget)} cuts its words: {needed} px in {widget.width()}"
        is_folded = isinstance(widget, QLabel) and widget.wordWrap() and bool(widget.text())
        if is_folded and widget.heightForWidth(widget.width()) > widget.height():
            yield f"{_name(widget)} cuts its last lines"
        if isinstance(widget, SectionHead) and widget.title_height() > widget.height():
            yield f"{_name(widget)} cuts its title"
        if isinstance(widget, QTabBar):
            yield from _narrow_tabs(widget)
        if isinstance(widget, StepTree):
            yield from _narrow_steps(widget)
        if isinstance(widget, FormulaView) and widget.box.width > widget.width():
            yield f"{_name(widget)} hides the end of its formula"


def _width_of_words(widget: QWidget) -> int:
    """What the words of a label, a button or a field need; 0 where there are none."""
    width = widget.fontMetrics().horizontalAdvance
    if isinstance(widget, AngleFigures):
        return widget.measure(widget.text())
    if isinstance(widget, QLabel):
        return 0 if widget.wordWrap() else width(widget.text())
    if isinstance(widget, WordButton):
        return width(widget.text())
    if isinstance(widget, NumberField) and not widget.hasFocus():
        return width(widget.text()) + 8
    return 0


def _narrow_steps(tree: StepTree) -> Iterator[str]:
    """Steps of a derivation whose formulas or words reach out of it."""
    if tree.theme is None:
        return
    room = tree.viewport().width()
    width = QFontMetricsF(rule_font(tree.theme)).horizontalAdvance
    for node in tree.seen():
        picture = tree.picture(tree.index_of(node))
        if picture is None:
            continue
        if picture.width > room + 1:
            yield f"a step needs {picture.width:.0f} px in {room}"
        for words in picture.rule:
            if picture.left + width(words) > room:
                yield f"the step {words} cuts its words"


def _narrow_tabs(tabs: QTabBar) -> Iterator[str]:
    for index in range(tabs.count()):
        if tabs.tabRect(index).width() < tabs.tabSizeHint(index).width():
            yield f"the tab {tabs.tabText(index)} cuts its words"


def _overlapping(window: QMainWindow) -> Iterator[str]:
    """Neighbours in a row; and what floats over the plot."""
    for name in (*ROWS, "tail", "stage"):
        row = window.findChild(QWidget, name)
        if row is None:
            continue
        parts = [part for part in row.findChildren(QWidget, options=DIRECTLY) if part.isVisible()]
        parts = [part for part in parts if part.objectName() not in PLOTS]
        for one, other in combinations(parts, 2):
            common = one.geometry() & other.geometry()
            if min(common.width(), common.height()) > 1:
                yield f"{_name(one)} lies over {_name(other)}"
