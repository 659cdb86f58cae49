"""The panels beside the plot, one of them open. A new one is a method and a line of KINDS."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.actions import Actions
from gdviz.ui.controls.later import Later
from gdviz.ui.controls.tabs import Tabs
from gdviz.ui.panels.panel_view import Page, PanelScroll
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.ui.panels.derivative_panel import DerivativePanel
    from gdviz.ui.panels.descent_panel import DescentPanel
    from gdviz.ui.panels.exercises_panel import ExercisesPanel

    AnyPanel = Later[DerivativePanel] | Later[DescentPanel] | Later[ExercisesPanel]

KINDS = (
    ("derivative", N_("Derivative")),
    ("descent", N_("Descent")),
    ("exercises", N_("Exercises")),
)
"""Names in a document, and titles."""


class Panels(QTabWidget):
    """Each panel is made when the person first opens it, or it is asked for; `prepare` does it
    beforehand.

    `panel_chosen` is the name of the panel that the person turned to.
    """

    panel_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self._actions = actions
        self._tabs = Tabs(self)
        self.setTabBar(self._tabs)
        self.setDocumentMode(True)
        self.derivative = Later(self._derivative)
        self.descent = Later(self._descent)
        self.exercises = Later(self._exercises)
        self._panels: tuple[AnyPanel, ...] = (self.derivative, self.descent, self.exercises)
        self._put(self.derivative, Page())
        self._put(self.descent, PanelScroll())
        self._put(self.exercises, PanelScroll())
        self.currentChanged.connect(self._turn)

    def _put(self, panel: "AnyPanel", page: Page | PanelScroll) -> None:
        """The place of a panel; the panel comes into it when it is made."""
        panel.then(page.setWidget)
        self.addTab(page, "")

    def _derivative(self) -> "DerivativePanel":
        from gdviz.ui.panels.derivative_panel import DerivativePanel

        return DerivativePanel(self._actions)

    def _descent(self) -> "DescentPanel":
        from gdviz.ui.panels.descent_panel import DescentPanel

        return DescentPanel(self._actions)

    def _exercises(self) -> "ExercisesPanel":
        from gdviz.ui.panels.exercises_panel import ExercisesPanel

        return ExercisesPanel(self._actions)

    def prepare(self) -> bool:
        """Make one of the panels that nobody wanted yet; whether there are more of them."""
        waiting = [panel for panel in self._panels if not panel.made]
        if waiting:
            waiting[0].view()
        return len(waiting) > 1

    def show_panel(self, name: str) -> None:
        """Open a panel without a word."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex([kind for kind, _ in KINDS].index(name))
        self.blockSignals(blocked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        self._tabs.fit(self.width() - self._tabs.x())

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.setAccessibleName(tr("Panels"))
        self._tabs.setAccessibleName(tr("Panels"))
        for index, (_, title) in enumerate(KINDS):
            self.setTabText(index, tr(title))
            self._tabs.setAccessibleTabName(index, tr(title))
            self._panels[index].retranslate(tr)
        self._fit_tabs()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._tabs.show_theme(theme)
        for panel in self._panels:
            panel.show_theme(theme)
        self._fit_tabs()

    def minimumSizeHint(self) -> QSize:
        """Any size will do: what does not fit scrolls."""
        return QSize(0, 0)

    def _turn(self, index: int) -> None:
        self._panels[index].view()
        self.panel_chosen.emit(KINDS[index][0])
