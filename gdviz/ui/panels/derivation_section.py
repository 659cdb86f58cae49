"""How f′ was derived, step by step: all of it, or one more step at each press."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.derivation_scene import DerivativeScene, StepsAtPoint
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.words import Figures
from gdviz.ui.fonts import text_font
from gdviz.ui.panels.derivation_tree import DerivationTree
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class DerivationSection(PanelView):
    """The tree of steps with its buttons.

    all_wanted: the person wants to see all steps; copy_wanted: a copy, as "text" or as "latex".
    """

    all_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("derivation_back", "step_back", self)
        self.next = IconButton("derivation_next", "step", self)
        self.back.bind(actions["derivation_back"])
        self.next.bind(actions["derivation_next"])
        self.count = Figures("derivation_count", "secondary", self)
        self.unfold = IconButton("unfold", "unfold", self)
        self.copy = IconButton("copy_derivation", "copy", self)
        self._menu = QMenu(self)
        self._as_text, self._as_latex = self._menu.addAction(""), self._menu.addAction("")
        self._menu.triggered.connect(self._ask_copy)
        self.copy.setMenu(self._menu)
        self.copy.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.derivation = DerivationTree(self)
        self.unfold.clicked.connect(self._turn_all)
        self._tr = Translator()
        self._total = 0
        self._revealed: int | None = None
        self._all_unfolded = False
        self._lay_out()

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        for button in (self.back, self.next, self.count):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.unfold)
        self._buttons.addWidget(self.copy)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._buttons)
        self._layout.addWidget(self.derivation)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Show a derivation."""
        self._show_all_unfolded(False)
        self.derivation.show_scene(scene)
        self._total = len(self.derivation.nodes)

    def show_point(self, steps: StepsAtPoint | None) -> None:
        """Show the numbers of the steps at x₀."""
        self.derivation.show_point(steps)

    def show_revealed(self, count: int | None) -> None:
        """Show so many steps; None for all of them."""
        self._revealed = count
        self.derivation.show_revealed(count)
        self.count.show_number("" if count is None else f"{min(count, self._total)}/{self._total}")

    @property
    def all_told(self) -> bool:
        """Whether no step is left to be told."""
        return self._revealed is None or self._revealed >= self._total

    def _ask_copy(self, form: QAction) -> None:
        self.copy_wanted.emit("latex" if form is self._as_latex else "text")

    def _turn_all(self) -> None:
        """Unfold everything, or fold it."""
        unfolded = not self._all_unfolded
        self.all_wanted.emit()
        self.derivation.unfold_all() if unfolded else self.derivation.fold_all()
        self._show_all_unfolded(unfolded)

    def _show_all_unfolded(self, unfolded: bool) -> None:
        self._all_unfolded = unfolded
        self.unfold.show_picture("fold" if unfolded else "unfold")
        self._describe_unfold()

    def _describe_unfold(self) -> None:
        tr = self._tr
        self.unfold.describe(tr("Fold all steps") if self._all_unfolded else tr("Unfold all steps"))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self._describe_unfold()
        self.copy.describe(tr("Copy the derivation"))
        self._as_text.setText(tr("Copy as text"))
        self._as_latex.setText(tr("Copy as LaTeX"))
        self.count.describe(tr("Steps shown"))
        self.derivation.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space // 2)
        self._buttons.setSpacing(space // 2)
        self._menu.setFont(text_font(theme.sizes.body))
        for view in (self.back, self.next, self.count, self.unfold, self.copy, self.derivation):
            view.show_theme(theme)
