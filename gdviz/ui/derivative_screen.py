"""The derivative's panel: scenes to its sections, each worked out only where it can be seen."""

from collections.abc import Callable
from functools import partial

from gdviz.document.document import Document, Panel
from gdviz.i18n import Translator
from gdviz.session.analysis import Analysis
from gdviz.session.derivation_scene import STORIES
from gdviz.session.resolve import derivative_scene, secant_scene
from gdviz.session.resolve.exact import exact_scene
from gdviz.session.resolve.local_steps import LocalSteps
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow
from gdviz.ui.once import Once

Show = Callable[[Document], bool]
"""Shows a part of the window; says whether there was anything new in it."""


class DerivativeScreen:
    """Shows a session in the panel, once that is open."""

    def __init__(self, window: MainWindow, session: Session, once: Once) -> None:
        self._window, self._session, self._once = window, session, once
        self._tr = Translator()
        self._local_steps: LocalSteps | None = None

    @property
    def shows(self) -> tuple[Show, ...]:
        """Its parts, from top to bottom as far as they depend on each other."""
        if_open = partial(partial, self._if_open)
        return (
            if_open(self._show_derivation),
            if_open(self._show_steps),
            *(if_open(partial(self._show_stories, name)) for name in STORIES),
            if_open(self._show_table),
            if_open(self._show_secant),
            if_open(self._show_exact),
        )

    def speak(self, tr: Translator) -> None:
        """Show everything in another language from now on."""
        self._tr = tr

    def _if_open(self, show: Show, document: Document) -> bool:
        is_open = document.panel is Panel.DERIVATIVE and document.panel_open
        return is_open and show(document)

    def _show_derivation(self, document: Document) -> bool:
        analysis, opened = self._session.results.analysis, document.sections
        panel = self._window.derivative
        formula = analysis.formula if analysis else None
        is_folded = self._once("sections", lambda: panel.show_sections(opened), opened)
        is_other = self._once("derivative", lambda: self._show_formula(analysis), formula)
        return is_folded or is_other

    def _show_formula(self, analysis: Analysis | None) -> None:
        scene = derivative_scene(analysis, self._tr) if analysis else None
        self._window.derivative.show_scene(scene)
        self._once.forget("steps", "revealed")

    def _show_steps(self, document: Document) -> bool:
        """How much of the derivation is shown, and its numbers at x₀."""
        analysis, x0, count = self._session.results.analysis, document.x0, document.revealed
        show = self._window.derivative.show_revealed
        is_further = self._once("revealed", lambda: show(count), count)
        is_moved = self._once("steps", lambda: self._move_steps(analysis, x0), analysis, x0)
        return is_further or is_moved

    def _move_steps(self, analysis: Analysis | None, x0: float) -> None:
        """While x₀ is dragged the functions of the steps stay compiled."""
        if analysis is None:
            self._window.derivative.show_point(None)
            return
        if self._local_steps is None or self._local_steps.analysis is not analysis:
            self._local_steps = LocalSteps(analysis)
        self._window.derivative.show_point(self._local_steps.at(x0, self._tr))

    def _show_stories(self, name: str, document: Document) -> bool:
        """The chains of equalities of a section, worked out only where it is unfolded."""
        analysis = self._session.results.analysis
        if analysis is None or name not in document.sections:
            return False
        from gdviz.session.resolve.stories import told

        show = self._window.derivative.show_stories
        return self._once(
            name, lambda: show(name, told(name, analysis, self._tr)), analysis.formula
        )

    def _show_table(self, document: Document) -> bool:
        if "table" not in document.sections:
            return False
        from gdviz.session.resolve.table import table_of_derivatives

        show = self._window.derivative.table.show_groups
        return self._once("table", lambda: show(table_of_derivatives(self._tr)))

    def _show_secant(self, document: Document) -> bool:
        if "secant" not in document.sections:
            return False
        results, local = self._session.results, self._session.local
        return self._once(
            "secant",
            lambda: self._window.derivative.secant.show_scene(
                secant_scene(document, results.analysis, local, results.viewport, self._tr)
                if results.analysis and local
                else None
            ),
            *(results.analysis, local, document.secant, document.shown, results.viewport),
        )

    def _show_exact(self, _: Document) -> bool:
        analysis, findings = self._session.results.analysis, self._session.results.findings
        return self._once(
            "exact",
            lambda: self._window.derivative.result.exact.show_scene(
                exact_scene(analysis, findings, self._tr) if analysis else None
            ),
            *(analysis, findings),
        )
