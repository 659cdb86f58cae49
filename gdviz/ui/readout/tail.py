"""What follows the numbers: the tangent's equation, or why there is none; that scales differ."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdviz.calculus.markup import Markup, Operator, Row, Upright
from gdviz.session.scene import ReadoutScene
from gdviz.ui.controls.symbol import LARGER, Symbol
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme

WIDEST_EQUATION = Row(
    (Upright("y"), Operator("="), Upright("−0.0000x"), Operator("−"), Upright("0.0000"))
)


class Tail(QWidget):
    """Stands in the readout where there is room, else over the plot, just above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tail")
        self.setProperty("kind", "paper")
        self.equation = Symbol(None, self)
        self.equation.setObjectName("equation")
        self.reason = Words("reason", "notice", self)
        self.scales = Words("scales", "secondary", self)
        self._widest = Symbol(WIDEST_EQUATION, self)
        self._widest.hide()
        self._layout = QHBoxLayout(self)
        for part in (self.equation, self.reason, self.scales):
            self._layout.addWidget(part)

    def show_scene(self, scene: ReadoutScene) -> None:
        """Show what there is to say beside the numbers."""
        self._show_equation(scene.equation)
        self.reason.setText(scene.reason)
        self.reason.setVisible(bool(scene.reason))
        self.scales.setText(scene.scales_differ)

    def _show_equation(self, equation: Markup | None) -> None:
        self.equation.setVisible(equation is not None)
        self.equation.show_markup(equation)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.equation.isHidden() and self.reason.isHidden() and self.scales.isHidden()

    def room(self) -> int:
        """The width to keep for it, px, which does not depend on the digits of the equation."""
        margins = self._layout.contentsMargins()
        around = margins.left() + margins.right()
        if not self.reason.isHidden():
            return self.reason.sizeHint().width() + around
        return max(self._widest.sizeHint().width(), self.equation.sizeHint().width()) + around

    def scales_room(self) -> int:
        """The width that the remark on scales takes besides, px."""
        return self.scales.sizeHint().width() + self._layout.spacing()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, 0, space, 0)
        self._layout.setSpacing(2 * space)
        for formula in (self.equation, self._widest):
            formula.show_theme(theme, theme.sizes.formula / LARGER)
        self.reason.show_theme(theme)
        self.scales.show_theme(theme)
