"""The panel of exercises."""

from gdviz.document.document import Document
from gdviz.session.resolve.exercises import exercises_scene
from gdviz.ui.panel_screen import Parts, Place


class ExercisesScreen:
    """Shows a session in the panel, while that is open."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.parts: Parts = (self._show_exercises,)

    def _show_exercises(self, document: Document) -> bool:
        place, results = self._place, self._place.session.results
        return place.once(
            "exercises",
            lambda: place.window.exercises.show_scene(exercises_scene(document, results, place.tr)),
            *(document.text, document.attempt, results.analysis, results.error),
            *(results.findings.answer, results.mark, results.marking_takes_long),
        )
