"""The descent's panel: the scene of the transport bar in full, the iterates, the minimum."""

from gdviz.document.document import Document
from gdviz.session.resolve.descent import iterate_row
from gdviz.session.resolve.exact import minimum_line
from gdviz.session.resolve.method import method_scene, update_scene
from gdviz.ui.controls.brake import Brake
from gdviz.ui.panel_screen import Parts, Place


class DescentScreen:
    """Shows a session in the panel, while that is open."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._brake = Brake(self._show_update, place.window.descent)
        self.parts: Parts = (self._show_method, self._show_minimum, self._show_descent)

    def _show_method(self, document: Document) -> bool:
        """By what rule it goes, and the numbers of the step that led here."""
        place, panel, results = self._place, self._place.window.descent, self._place.session.results
        settings, opened = document.descent, document.sections
        is_folded = place.once("method sections", lambda: panel.show_sections(opened), opened)
        is_other = place.once(
            "method", lambda: panel.show_method(method_scene(settings, place.tr)), settings
        )
        is_further = place.once(
            "update", self._brake, results.analysis, results.descent, document.step
        )
        return is_folded or is_other or is_further

    def _show_update(self) -> None:
        """As it is when its turn comes: at full speed nobody could read each step."""
        session = self._place.session
        lines = update_scene(session.document, session.results)
        self._place.window.descent.show_update(lines)

    def _show_minimum(self, _: Document) -> bool:
        """The analytic minimum, beside the descent to it."""
        place, results = self._place, self._place.session.results
        analysis, findings = results.analysis, results.findings
        return place.once(
            "minimum",
            lambda: place.window.descent.minimum.show_markup(
                minimum_line(analysis, findings, place.tr) if analysis else None
            ),
            *(analysis, findings),
        )

    def _show_descent(self, document: Document) -> bool:
        place, log = self._place, document.log_loss
        results, panel, scene = place.session.results, place.window.descent, place.descent()
        has_rows = place.once("rows", self._show_rows, results.descent, results.analysis)
        is_other = place.once("descent", lambda: panel.show_scene(scene), scene)
        is_rescaled = place.once("log", lambda: panel.show_log(log), log)
        return has_rows or is_other or is_rescaled

    def _show_rows(self) -> None:
        descent, panel = self._place.session.results.descent, self._place.window.descent
        if descent is None:
            panel.show_rows(0, lambda _: None)
        else:
            panel.show_rows(len(descent.losses), lambda index: iterate_row(descent, index))
