"""Scenes to views: each is resolved and shown again only when what it depends on has changed."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from gdviz.document.document import Document, Panel
from gdviz.i18n import Translator
from gdviz.session.resolve import (
    derivative_scene,
    descent_scene,
    editor_scene,
    iterate_row,
    plot_scene,
    readout_scene,
)
from gdviz.session.resolve.plot import function_curves
from gdviz.session.scene import Curve, PlotScene
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow


class Screen:
    """Shows a session in a window. `refresh` is cheap where nothing changed: it runs per frame."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self._window = window
        self._session = session
        self._tr = Translator()
        self._shown: dict[str, tuple[Hashable, ...]] = {}
        self._curves: tuple[Curve, ...] = ()

    def speak(self, tr: Translator) -> None:
        """Show everything in another language."""
        self._tr = tr
        self._window.retranslate(tr)
        self._shown.clear()
        self.refresh()

    def refresh(self) -> None:
        document = self._session.document
        self._show_plot(document)
        self._show_editor(document)
        self._show_readout(document)
        self._show_panels(document)
        self._show_descent(document)
        self._show_actions(document)

    def _once(self, what: str, show: Callable[[], Any], *depends_on: Hashable) -> None:
        if self._shown.get(what) != depends_on:
            self._shown[what] = depends_on
            show()

    def _show_editor(self, document: Document) -> None:
        results = self._session.results
        self._once(
            "editor",
            lambda: self._window.editor.show_scene(editor_scene(document, results, self._tr)),
            *(document.text, results.analysis, results.error),
        )

    def _show_plot(self, document: Document) -> None:
        """Why there is no tangent is said once, in the readout."""
        results = self._session.results
        self._once("curves", self._make_curves, results.analysis, results.curve, results.derivative)
        self._once(
            "plot",
            lambda: self._window.plot.show_scene(replace(self._plot_scene(document), remark="")),
            *(document, results),
        )

    def _plot_scene(self, document: Document) -> PlotScene:
        session = self._session
        return plot_scene(document, session.results, self._curves, session.local, self._tr)

    def _make_curves(self) -> None:
        self._curves = function_curves(self._session.results)

    def _show_readout(self, document: Document) -> None:
        results, local = self._session.results, self._session.local
        self._once(
            "readout",
            lambda: self._window.readout.show_scene(
                readout_scene(document, local, results, self._tr)
            ),
            *(document.x0, local, results.analysis, results.equal_scales),
        )

    def _show_panels(self, document: Document) -> None:
        analysis = self._session.results.analysis
        self._once(
            "panels",
            lambda: self._window.show_panel(document.panel, document.panel_open),
            *(document.panel, document.panel_open),
        )
        if document.panel is Panel.DERIVATIVE:
            self._once(
                "derivative",
                lambda: self._window.derivative.show_scene(
                    derivative_scene(analysis, self._tr) if analysis else None
                ),
                analysis,
            )

    def _show_descent(self, document: Document) -> None:
        results = self._session.results
        self._once("rows", self._show_rows, results.descent, results.analysis)
        scene = None
        keys = (results.analysis, results.descent, results.trouble, document.descent, document.step)
        if self._shown.get("transport") != keys:
            scene = descent_scene(document, results, self._tr)
            self._once("transport", lambda: self._window.transport.show_scene(scene), *keys)
            self._once("descent", lambda: self._window.descent.show_scene(scene), *keys)
        log, speed = document.log_loss, document.speed
        self._once("log", lambda: self._window.descent.show_log(log), log)
        self._once("speed", lambda: self._window.transport.show_speed(speed), speed)

    def _show_rows(self) -> None:
        descent = self._session.results.descent
        if descent is None:
            self._window.descent.show_rows(0, lambda _: None)
        else:
            count = len(descent.losses)
            self._window.descent.show_rows(count, lambda index: iterate_row(descent, index))

    def _show_actions(self, document: Document) -> None:
        actions, shown = self._window.deeds, document.shown
        for name in ("tangent", "angle", "derivative", "iterates", "iterate_tangent"):
            actions.show_checked(f"show_{name}", getattr(shown, name))
        actions.show_checked("equal_axes", document.equal_axes)
        actions.show_checked("panel", self._window.shows_panel)
        actions.show_enabled("undo", self._session.can_undo)
        actions.show_enabled("redo", self._session.can_redo)
