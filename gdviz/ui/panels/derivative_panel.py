"""The derivative as a formula, and how it was derived."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import DerivativeScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.switch import Switch
from gdviz.ui.controls.words import Words
from gdviz.ui.formula.view import FormulaView
from gdviz.ui.panels.derivation_tree import DerivationTree
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class DerivativePanel(PanelView):
    """Shows f, f′, and the steps between them."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivative_panel")
        self.function = FormulaView("function_formula", self)
        self.derivative = FormulaView("derivative_formula", self)
        self.graph_switch = Switch("derivative_graph", actions["show_derivative"], parent=self)
        self.nothing = Words("no_derivative", "secondary", self)
        self.nothing.setWordWrap(True)
        self.title = Words("", "secondary", self)
        self.unfold = IconButton("unfold", "unfold", self)
        self.fold = IconButton("fold", "fold", self)
        self.derivation = DerivationTree(self)
        self.unfold.clicked.connect(self.derivation.expandAll)
        self.fold.clicked.connect(self.derivation.collapseAll)
        self._lay_out()

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.title, 1)
        self._buttons.addWidget(self.unfold)
        self._buttons.addWidget(self.fold)
        self._layout = QVBoxLayout(self)
        for part in (self.nothing, self.function, self.derivative, self.graph_switch):
            self._layout.addWidget(part)
        self._layout.addLayout(self._buttons)
        self._layout.addWidget(self.derivation, 1)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Show a derivation, or that there is none."""
        self.function.show_markup(scene.function if scene else None)
        self.derivative.show_markup(scene.derivative if scene else None)
        self.derivation.show_rows(scene.rows if scene else ())
        self.nothing.setVisible(scene is None)
        for part in (self.graph_switch, self.title, self.unfold, self.fold):
            part.setVisible(scene is not None)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.function.retranslate(tr)
        self.function.setAccessibleDescription(tr("The function"))
        self.derivative.retranslate(tr)
        self.derivative.setAccessibleDescription(tr("Its derivative"))
        self.nothing.setText(tr("There is no function yet: type one above."))
        self.title.setText(tr("Derivation"))
        self.unfold.describe(tr("Unfold all steps"))
        self.fold.describe(tr("Fold all steps"))
        self.graph_switch.retranslate(tr)
        self.derivation.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space, 2 * space, space)
        self._layout.setSpacing(space // 2)
        self._buttons.setSpacing(space)
        for view in (
            self.function, self.derivative, self.graph_switch, self.nothing, self.title,
            self.unfold, self.fold, self.derivation,
        ):  # fmt: skip
            view.show_theme(theme)
        self.derivation.setMinimumHeight(round(12 * theme.sizes.body))
