"""The descent's panel: the scene of the transport bar in full, the iterates, the minimum."""

from gdviz.calculus.typesetting.markup import Markup
from gdviz.descent.run import Descent
from gdviz.document.document import Document
from gdviz.session.resolve.descent import iterate_row
from gdviz.session.resolve.exact import minimum_line
from gdviz.session.resolve.method import method_scene, update_scene
from gdviz.session.results import Results
from gdviz.session.scene import IterateRow
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
        is_further = place.once("update", self._brake, results.line, results.descent, document.step)
        return is_folded or is_other or is_further

    def _show_update(self) -> None:
        """As it is when its turn comes: at full speed nobody could read each step."""
        session = self._place.session
        lines = update_scene(session.document, session.results)
        self._place.window.descent.show_update(lines)

    def _show_minimum(self, _: Document) -> bool:
        """The analytic minimum, beside the descent to it."""
        place, results = self._place, self._place.session.results
        return place.once(
            "minimum",
            lambda: place.window.descent.minimum.show_markup(self._minimum(results)),
            *(results.line, results.findings, results.hollows),
        )

    def _minimum(self, results: Results) -> Markup | None:
        tr, plane = self._place.tr, results.plane
        if plane is not None:
            from gdviz.session.resolve.plane_descent import minima_line  # only where it is wanted

            return minima_line(plane, results.hollows, tr)
        return minimum_line(results.analysis, results.findings, tr) if results.analysis else None

    def _show_descent(self, document: Document) -> bool:
        place, log = self._place, document.log_loss
        results, panel, scene = place.session.results, place.window.descent, place.descent()
        has_rows = place.once("rows", self._show_rows, results.descent, results.line)
        is_other = place.once("descent", lambda: panel.show_scene(scene), scene)
        is_rescaled = place.once("log", lambda: panel.show_log(log), log)
        return has_rows or is_other or is_rescaled

    def _show_rows(self) -> None:
        results, panel = self._place.session.results, self._place.window.descent
        descent = results.descent
        if descent is None:
            panel.show_rows(0, lambda _: None)
        else:
            row_of = iterate_row if results.plane is None else _row_in_plane
            panel.show_rows(len(descent.losses), lambda index: row_of(descent, index))


def _row_in_plane(descent: Descent, index: int) -> IterateRow:
    """Loaded when there is one: the start waits for none."""
    from gdviz.session.resolve.plane_descent import plane_iterate_row

    return plane_iterate_row(descent, index)
