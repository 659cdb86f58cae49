"""Scenes to views: each is resolved and shown again only when what it depends on has changed.

The plot comes first, the open panel last; after a new line each part has its own turn of the event
loop, so that a key never waits for the painting of all of them.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from gdviz.document.document import Document, Panel
from gdviz.i18n import Translator
from gdviz.session.resolve import (
    descent_scene,
    editor_scene,
    iterate_row,
    plot_scene,
    readout_scene,
)
from gdviz.session.resolve.exact import minimum_line
from gdviz.session.resolve.plot import function_curves
from gdviz.session.scene import Curve, DescentScene, PlotScene
from gdviz.session.session import Session
from gdviz.ui.derivative_screen import DerivativeScreen, Show
from gdviz.ui.main_window import MainWindow
from gdviz.ui.once import Once
from gdviz.ui.turns import Turns


class Screen:
    """Shows a session in a window. `refresh` is cheap where nothing changed: it runs per frame."""

    def __init__(self, window: MainWindow, session: Session, all_shown: Callable[[], None]) -> None:
        """`all_shown` is called when the panel, the last, was given what it shows."""
        self._window = window
        self._session = session
        self._tr = Translator()
        self._once = Once()
        self._derivative = DerivativeScreen(window, session, self._once)
        self._document: Document | None = None
        self._curves: tuple[Curve, ...] = ()
        self._descent: Any = None
        self._near: tuple[Show, ...] = (
            self._show_editor,
            self._show_readout,
            self._show_panels,
            self._show_transport,
        )
        self._far: tuple[Show, ...] = (
            *self._derivative.shows,
            self._show_minimum,
            self._show_descent,
            self._show_exercises,
        )
        self._turns = Turns(window, all_shown)

    def speak(self, tr: Translator) -> None:
        """Show everything in another language, all of it at once."""
        self._tr = tr
        self._derivative.speak(tr)
        self._window.retranslate(tr)
        self._once.forget()
        self.refresh()
        self._turns.finish()

    @property
    def complete(self) -> bool:
        """Whether everything is shown as it is now."""
        return not self._turns.left

    def refresh(self) -> None:
        """What stands around the plot follows a hand at once; a new line, and what was computed
        aside, is shown there when its turn comes."""
        before, document = self._document, self._session.document
        self._document = document
        self._show_plot(document)
        self._show_actions(document)
        if before is not None and before is not document and before.text == document.text:
            for show in self._near:
                show(document)
        self._turns.go_through(partial(self._take_turn, show) for show in (*self._near, *self._far))

    def _take_turn(self, show: Show) -> bool:
        return show(self._session.document)

    def _show_editor(self, document: Document) -> bool:
        results = self._session.results
        return self._once(
            "editor",
            lambda: self._window.editor.show_scene(editor_scene(document, results, self._tr)),
            *(document.text, document.ranges, results.analysis, results.error),
        )

    def _show_plot(self, document: Document) -> None:
        """Why there is no tangent is said once, in the readout."""
        results = self._session.results
        samples = (results.curve, results.derivative, results.second)
        self._once("curves", self._make_curves, results.analysis, *samples)
        self._once(
            "plot",
            lambda: self._window.plot.show_scene(replace(self._plot_scene(document), remark="")),
            *(document, results.pictured),
        )

    def _plot_scene(self, document: Document) -> PlotScene:
        session = self._session
        return plot_scene(document, session.results, self._curves, session.local, self._tr)

    def _make_curves(self) -> None:
        self._curves = function_curves(self._session.results)

    def _show_readout(self, document: Document) -> bool:
        results, local = self._session.results, self._session.local
        return self._once(
            "readout",
            lambda: self._window.readout.show_scene(
                readout_scene(document, local, results, self._tr)
            ),
            *(document.x0, local, results.analysis, results.equal_scales, results.findings.limits),
        )

    def _show_panels(self, document: Document) -> bool:
        return self._once(
            "panels",
            lambda: self._window.show_panel(document.panel, document.panel_open),
            *(document.panel, document.panel_open),
        )

    def _show_exercises(self, document: Document) -> bool:
        results = self._session.results
        if document.panel is not Panel.EXERCISES or not document.panel_open:
            return False
        from gdviz.session.resolve.exercises import exercises_scene

        return self._once(
            "exercises",
            lambda: self._window.exercises.show_scene(exercises_scene(document, results, self._tr)),
            *(document.text, document.attempt, results.analysis, results.error),
            results.findings.answer,
        )

    def _show_minimum(self, document: Document) -> bool:
        """The analytic minimum, beside the descent to it."""
        results = self._session.results
        analysis, findings = results.analysis, results.findings
        is_open = document.panel is Panel.DESCENT and document.panel_open
        return is_open and self._once(
            "minimum",
            lambda: self._window.descent.minimum.show_markup(
                minimum_line(analysis, findings, self._tr) if analysis else None
            ),
            *(analysis, findings),
        )

    def _show_transport(self, document: Document) -> bool:
        results, speed = self._session.results, document.speed
        is_other = self._once(
            "transport",
            lambda: self._window.transport.show_scene(self._make_descent(document)),
            *(results.analysis, results.descent, results.trouble, document.descent, document.step),
        )
        is_faster = self._once("speed", lambda: self._window.transport.show_speed(speed), speed)
        return is_other or is_faster

    def _make_descent(self, document: Document) -> DescentScene:
        self._descent = descent_scene(document, self._session.results, self._tr)
        return self._descent

    def _show_descent(self, document: Document) -> bool:
        if document.panel is not Panel.DESCENT or not document.panel_open:
            return False
        results, scene, log = self._session.results, self._descent, document.log_loss
        has_rows = self._once("rows", self._show_rows, results.descent, results.analysis)
        is_other = self._once("descent", lambda: self._window.descent.show_scene(scene), scene)
        is_rescaled = self._once("log", lambda: self._window.descent.show_log(log), log)
        return has_rows or is_other or is_rescaled

    def _show_rows(self) -> None:
        descent = self._session.results.descent
        if descent is None:
            self._window.descent.show_rows(0, lambda _: None)
        else:
            count = len(descent.losses)
            self._window.descent.show_rows(count, lambda index: iterate_row(descent, index))

    def _show_actions(self, document: Document) -> None:
        actions, shown = self._window.deeds, document.shown
        for name in ("tangent", "angle", "derivative", "second", "iterates", "iterate_tangent"):
            actions.show_checked(f"show_{name}", getattr(shown, name))
        actions.show_checked("show_secant", shown.secant)
        actions.show_checked("secant_tens", document.secant.tens)
        actions.show_checked("secant_zoom", document.secant.zoom)
        actions.show_checked("equal_axes", document.equal_axes)
        actions.show_checked("panel", self._window.shows_panel)
        actions.show_enabled("undo", self._session.can_undo)
        actions.show_enabled("redo", self._session.can_redo)
