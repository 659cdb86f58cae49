"""The panels beside the plot, one of them open. A new one is one line of PANELS."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.actions import Actions
from gdviz.ui.controls.tabs import Tabs
from gdviz.ui.panels.derivative_panel import DerivativePanel
from gdviz.ui.panels.descent_panel import DescentPanel
from gdviz.ui.panels.exercises_panel import ExercisesPanel
from gdviz.ui.panels.panel_view import PanelScroll, PanelView
from gdviz.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A panel: its name in a document, its title, and how it is made."""

    name: str
    title: str
    make: Callable[[Actions], PanelView]


Panel = TypeVar("Panel", bound=PanelView)

PANELS = (
    PanelKind("derivative", N_("Derivative"), DerivativePanel),
    PanelKind("descent", N_("Descent"), DescentPanel),
    PanelKind("exercises", N_("Exercises"), ExercisesPanel),
)


class Panels(QTabWidget):
    """`panel_chosen` is the name of the panel that the person turned to."""

    panel_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self._tabs = Tabs(self)
        self.setTabBar(self._tabs)
        self.setDocumentMode(True)
        self._panels = {kind.name: kind.make(actions) for kind in PANELS}
        for panel in self._panels.values():
            self.addTab(PanelScroll(panel), "")
        self.currentChanged.connect(self._tell)

    def panel(self, kind: type[Panel]) -> Panel:
        """The panel of a class."""
        return next(panel for panel in self._panels.values() if isinstance(panel, kind))

    def show_panel(self, name: str) -> None:
        """Open a panel without a word."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(list(self._panels).index(name))
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
        for index, kind in enumerate(PANELS):
            self.setTabText(index, tr(kind.title))
            self._panels[kind.name].setAccessibleName(tr(kind.title))
        for panel in self._panels.values():
            panel.retranslate(tr)
        self._fit_tabs()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._tabs.show_theme(theme)
        for panel in self._panels.values():
            panel.show_theme(theme)
        self._fit_tabs()

    def minimumSizeHint(self) -> QSize:
        """Any size will do: what does not fit scrolls."""
        return QSize(0, 0)

    def _tell(self, index: int) -> None:
        self.panel_chosen.emit(PANELS[index].name)
