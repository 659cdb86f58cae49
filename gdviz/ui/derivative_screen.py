"""The derivative's panel: scenes to its sections, each worked out only where it can be seen."""

from functools import partial

from gdviz.document.document import Document
from gdviz.session.analysis import Analysis
from gdviz.session.derivation_scene import STORIES
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.exact import exact_scene
from gdviz.session.resolve.local_steps import LocalSteps
from gdviz.session.resolve.secant import secant_scene
from gdviz.session.resolve.stories import told
from gdviz.session.resolve.table import table_of_derivatives
from gdviz.ui.panel_screen import Parts, Place


class DerivativeScreen:
    """Shows a session in the panel, while that is open."""

    def __init__(self, place: Place) -> None:
        self._place, self._once, self._session = place, place.once, place.session
        self._local_steps: LocalSteps | None = None
        self.parts: Parts = (
            self._show_derivation,
            self._show_steps,
            *(partial(self._show_stories, name) for name in STORIES),
            self._show_table,
            self._show_secant,
            self._show_exact,
        )

    def _show_derivation(self, document: Document) -> bool:
        results, opened = self._session.results, document.sections
        analysis, panel = results.derived(document.by), self._place.window.derivative
        formula = (analysis.formula, analysis.derived_by) if analysis else None
        is_folded = self._once("sections", lambda: panel.show_sections(opened), opened)
        is_other = self._once("derivative", lambda: self._show_formula(analysis), formula)
        partials = () if results.plane is None else results.plane.partials
        names = tuple(partial.titled for partial in partials)
        by = analysis.derived_by if analysis else None
        has_others = self._once("partials", lambda: panel.show_partials(names, by), names, by)
        return is_folded or is_other or has_others

    def _show_formula(self, analysis: Analysis | None) -> None:
        scene = derivative_scene(analysis, self._place.tr) if analysis else None
        self._place.window.derivative.show_scene(scene)
        self._once.forget("steps", "revealed")

    def _show_steps(self, document: Document) -> bool:
        """How much of the derivation is shown, and its numbers at x₀."""
        analysis, x0, count = self._session.results.analysis, document.x0, document.revealed
        show = self._place.window.derivative.show_revealed
        is_further = self._once("revealed", lambda: show(count), count)
        is_moved = self._once("steps", lambda: self._move_steps(analysis, x0), analysis, x0)
        return is_further or is_moved

    def _move_steps(self, analysis: Analysis | None, x0: float) -> None:
        """While x₀ is dragged the functions of the steps stay compiled."""
        if analysis is None:
            self._place.window.derivative.show_point(None)
            return
        if self._local_steps is None or self._local_steps.analysis is not analysis:
            self._local_steps = LocalSteps(analysis)
        self._place.window.derivative.show_point(self._local_steps.at(x0, self._place.tr))

    def _show_stories(self, name: str, document: Document) -> bool:
        """The chains of equalities of a section, worked out only where it is unfolded."""
        analysis = self._session.results.derived(document.by)
        if analysis is None or name not in document.sections:
            return False
        show = self._place.window.derivative.show_stories
        return self._once(
            name,
            lambda: show(name, told(name, analysis, self._place.tr)),
            *(analysis.formula, analysis.derived_by),
        )

    def _show_table(self, document: Document) -> bool:
        if "table" not in document.sections:
            return False
        show = self._place.window.derivative.table.show_groups
        return self._once("table", lambda: show(table_of_derivatives(self._place.tr)))

    def _show_secant(self, document: Document) -> bool:
        if "secant" not in document.sections:
            return False
        results, local = self._session.results, self._session.local
        return self._once(
            "secant",
            lambda: self._place.window.derivative.secant.show_scene(
                secant_scene(document, results.analysis, local, results.viewport, self._place.tr)
                if results.analysis and local
                else None
            ),
            *(results.analysis, local, document.secant, document.shown, results.viewport),
        )

    def _show_exact(self, _: Document) -> bool:
        analysis, findings = self._session.results.analysis, self._session.results.findings
        return self._once(
            "exact",
            lambda: self._place.window.derivative.result.exact.show_scene(
                exact_scene(analysis, findings, self._place.tr) if analysis else None
            ),
            *(analysis, findings),
        )
