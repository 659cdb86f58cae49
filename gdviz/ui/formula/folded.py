"""A formula on as many lines as it needs, with all that a FormulaView can do."""

from math import ceil

from PySide6.QtWidgets import QWidget

from gdviz.ui.formula.breaking import A_LITTLE_SMALLER, fitted_between
from gdviz.ui.formula.stacking import LEADING, piled
from gdviz.ui.formula.view import MARGIN, FormulaView


class FoldedFormula(FormulaView):
    """As high as its lines. most: of a line's height; what would be higher is one line that fades
    where it goes on, and is moved sideways."""

    def __init__(
        self, name: str = "", parent: QWidget | None = None, most: float = float("inf")
    ) -> None:
        self._most = most
        super().__init__(name, parent)

    def _refit(self) -> None:
        full = self._sizes.full
        room = self.width() - 2 * MARGIN
        if self._markup is not None:
            least = max(A_LITTLE_SMALLER * full, self._sizes.smallest)
            box = piled(fitted_between(self._markup, full, least, room), LEADING * full)
            if box.height <= self._most * full:
                self._hold(box.height)
                self._box = box
                self._overflow.resize(box.width, room)
                self.updateGeometry()
                self.update()
                return
            self._hold(self._sizes.laid_out(self._markup, full, display=True).height)
        super()._refit()

    def _hold(self, height: float) -> None:
        """Be so high, with a blank around."""
        needed = ceil(height + 2 * MARGIN)
        if needed != self.height() or needed != self.maximumHeight():
            self.setFixedHeight(needed)
