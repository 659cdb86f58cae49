"""The derivative in the form a teacher would write, and its graph."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.derivation_scene import DerivativeScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.switch import Switch
from gdviz.ui.formula.folded import FoldedFormula
from gdviz.ui.panels.exact_section import ExactSection
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class ResultSection(PanelView):
    """f′, and the switches that draw it and f″, on the plot of f or below it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.derivative = FoldedFormula("derivative_formula", self)
        self.graph_switch = Switch("derivative_graph", actions["show_derivative"], parent=self)
        self.exact = ExactSection(self)
        self.second_switch = Switch("second_graph", actions["show_second"], parent=self)
        self.below_switch = Switch("lower_graph", actions["show_below"], parent=self)
        self._switches = (self.graph_switch, self.second_switch, self.below_switch)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.derivative)
        for switch in self._switches:
            self._layout.addWidget(switch)
        self._layout.addWidget(self.exact)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Show the derivative."""
        self.derivative.show_markup(scene.derivative if scene else None)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.derivative.retranslate(tr)
        self.derivative.setAccessibleDescription(tr("Its derivative"))
        for switch in self._switches:
            switch.retranslate(tr)
        self.exact.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(theme.sizes.space) // 2)
        self.derivative.show_theme(theme)
        for switch in self._switches:
            switch.show_theme(theme)
        self.exact.show_theme(theme)
