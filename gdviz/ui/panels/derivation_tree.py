"""The derivation as a tree of steps that hand and keys unfold, point at, move and copy."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gdviz.calculus.typesetting.notation import latex
from gdviz.session.derivation_scene import DerivativeScene
from gdviz.ui.panels.derivation_model import Index, Node
from gdviz.ui.panels.number_table import PAGES
from gdviz.ui.panels.step_tree import StepTree

WINDOWS_OWN = (Qt.Key.Key_Space, *PAGES)
"""Keys that play and tell, whatever has the focus."""
SIDEWAYS = {int(Qt.Key.Key_Left): -40.0, int(Qt.Key.Key_Right): 40.0}
"""How far Shift and an arrow move a formula that is too wide, px."""


class DerivationTree(StepTree):
    """A click unfolds a step; so do → and ←. Wide formulas are moved by wheel or Shift and arrows.

    lit: the Lighting of the step that the mouse rests on, or else of the chosen one, or None.
    place_wanted: the chosen step is to be seen.
    """

    lit = Signal(object)
    place_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation")
        self._pointed_at: Node | None = None
        self._pressed: QPoint | None = None
        self.selectionModel().currentChanged.connect(self._chosen)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Another derivation; nothing in it is lit yet."""
        self._pointed_at = None
        super().show_scene(scene)
        self.lit.emit(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees lights up nothing."""
        super().hideEvent(event)
        self.lit.emit(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._light()

    def _chosen(self, index: Index) -> None:
        self._light()
        if index.isValid():
            self.place_wanted.emit()

    def _light(self) -> None:
        """The part that the mouse points at wins."""
        node = self._pointed_at or self._model.node(self.currentIndex())
        self.lit.emit(self._model.row(node.step).lighting if node.step >= 0 else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, unless the mouse was moved in between."""
        place = event.position().toPoint()
        index, pressed, self._pressed = self.indexAt(place), self._pressed, None
        super().mouseReleaseEvent(event)
        is_near = pressed is not None and (place - pressed).manhattanLength() < 6
        if is_near and event.button() == Qt.MouseButton.LeftButton and self.has_parts(index):
            self.setExpanded(index, not self.isExpanded(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point_at(self.node(index) if index.isValid() else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, node: Node | None) -> None:
        if node is not self._pointed_at:
            self._pointed_at = node
            self._light()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways, or any way with Shift; the wheel alone belongs to the panel around."""
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 4
        with_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        distance = -(turned.x() or (turned.y() if with_shift else 0))
        index = self.indexAt(event.position().toPoint())
        if not (distance and self._move_sideways(index, distance)):
            event.ignore()

    def _move_sideways(self, index: Index, distance: float) -> bool:
        overflow = self.overflow(index)
        moved = overflow is not None and overflow.move(distance)
        if moved:
            self.viewport().update(self.visualRect(index))
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_step()
        elif event.key() in WINDOWS_OWN:
            event.ignore()
        elif shift and event.key() in SIDEWAYS:
            self._move_sideways(self.currentIndex(), SIDEWAYS[event.key()])
        else:
            super().keyPressEvent(event)

    def copy_step(self) -> None:
        """Put the formula of the chosen step on the clipboard as LaTeX."""
        node = self.node(self.currentIndex())
        if node.step >= 0:
            row = self._model.row(node.step)
            formula = row.outcome if node.is_outcome and row.outcome is not None else row.formula
            QGuiApplication.clipboard().setText(latex(formula))
