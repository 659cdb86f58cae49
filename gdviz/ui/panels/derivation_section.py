"""How f′ was derived, step by step."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import DerivativeScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.panels.derivation_tree import DerivationTree
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class DerivationSection(PanelView):
    """The tree of steps with the buttons that unfold it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unfold = IconButton("unfold", "unfold", self)
        self.fold = IconButton("fold", "fold", self)
        self.derivation = DerivationTree(self)
        self.unfold.clicked.connect(self.derivation.expandAll)
        self.fold.clicked.connect(self.derivation.collapseAll)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.unfold)
        self._buttons.addWidget(self.fold)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._buttons)
        self._layout.addWidget(self.derivation, 1)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Show a derivation."""
        self.derivation.show_rows(scene.rows if scene else ())

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.unfold.describe(tr("Unfold all steps"))
        self.fold.describe(tr("Fold all steps"))
        self.derivation.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space // 2)
        self._buttons.setSpacing(space)
        for view in (self.unfold, self.fold, self.derivation):
            view.show_theme(theme)
        self.derivation.setMinimumHeight(round(12 * theme.sizes.body))
