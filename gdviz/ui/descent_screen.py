"""The descent's panel: the scene of the transport bar in full, the iterates, the minimum."""

from gdviz.document.document import Document
from gdviz.session.resolve.descent import iterate_row
from gdviz.session.resolve.exact import minimum_line
from gdviz.ui.panel_screen import Parts, Place


class DescentScreen:
    """Shows a session in the panel, while that is open."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.parts: Parts = (self._show_minimum, self._show_descent)

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
