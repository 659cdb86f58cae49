"""What a person does with a descent: its start is moved, typed, drawn; λ and ε are chosen, and by
which rule it goes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gdviz.descent.noise import SEEDS
from gdviz.descent.schedules import read_schedule, schedule, schedule_settings, schedule_text
from gdviz.descent.start import random_point, random_start
from gdviz.descent.table import OPTIMISERS
from gdviz.descent.trouble import DescentError
from gdviz.document.document import DescentSettings
from gdviz.session.following import showing

if TYPE_CHECKING:
    from gdviz.session.session import Session


class DescentIntents:
    """The part of a session that says whence it descends, and how. (Which iterate it stands at:
    `Iterates`.)"""

    def __init__(self, session: "Session") -> None:
        self._session = session

    @property
    def settings(self) -> DescentSettings:
        """As the document has them."""
        return self._session.document.descent

    def edit(self, gesture: str | None = None, **changes: Any) -> None:
        """Change fields of the settings. Edits of one gesture in a row are undone as one."""
        self._session.edit(gesture, descent=replace(self.settings, **changes))

    def move_start(self, start: float) -> None:
        """w₀ is dropped somewhere; it is not the one that was drawn any more."""
        self.edit("start", start=start, seed=None)

    def move_start_in_plane(self, x: float, y: float) -> None:
        """It is dropped somewhere in the plane of two parameters."""
        plane = self._session.results.plane
        if plane is not None:
            self.edit("start", **_put_at(plane.variables, (x, y)), seed=None)

    def type_start_of(self, place: int, start: float) -> None:
        """One coordinate of the start is typed, that of variable 0 or 1."""
        session, plane = self._session, self._session.results.plane
        if plane is None:
            return
        point = list(plane.start_of(self.settings))
        point[place] = start
        settings = replace(self.settings, **_put_at(plane.variables, point), seed=None)
        view = session.results.viewport.showing(*point)
        document = replace(session.document, descent=settings)
        if document.viewport is not None:
            document = replace(document, viewport=view)
        elif view != session.results.viewport:
            document = document.framed()
        session.put(document, None)

    def type_start(self, start: float) -> None:
        """w₀ is typed: a change of its own, and the view shows it."""
        if self._session.results.plane is not None:
            self.type_start_of(0, start)
            return
        session, settings = self._session, replace(self.settings, start=start, seed=None)
        document = replace(session.document, descent=settings)
        session.put(showing(document, session.results, start), None)

    def draw_start(self) -> None:
        """A new random w₀, uniform over the part of the domain in view, from the next seed."""
        results = self._session.results
        analysis, view = results.analysis, results.viewport
        seed = (self.settings.seed or 0) + 1
        if results.plane is not None:
            sides = (view.x0, view.x1), (view.y0, view.y1)
            point = random_point(results.plane.objective, sides, seed)
            if point is not None:
                changes = _put_at(results.plane.variables, point)
                settings = replace(self.settings, **changes, seed=seed)
                self._session.edit(descent=settings, step=0)
        if analysis is None:
            return
        start = random_start(analysis.function.value, view.x0, view.x1, seed)
        if start is not None:
            settings = replace(self.settings, start=start, seed=seed)
            self._session.edit(descent=settings, step=0)

    def move_rate(self, rate: float) -> None:
        """λ goes along with the hand."""
        self.edit("rate", rate=rate)

    def type_rate(self, rate: float) -> None:
        """λ is typed: a change of its own."""
        self.edit(rate=rate)

    def type_epsilon(self, epsilon: float) -> None:
        """ε of the lecture's rule."""
        self.edit(epsilon=epsilon)

    def choose_optimiser(self, name: str) -> None:
        """Another rule; settings that it has too are kept, and λ unless it was the usual one."""
        chosen, settings = OPTIMISERS[name], self.settings
        kept = tuple(pair for pair in settings.settings if pair[0] in chosen.settings)
        was_usual = settings.rate == OPTIMISERS[settings.optimiser].rate
        rate = chosen.rate if was_usual else settings.rate
        self.edit(optimiser=name, settings=kept, rate=rate)

    def set_optimiser(self, key: str, value: float, gesture: str | None = None) -> None:
        """A setting of the optimiser; nothing is done where it is out of range."""
        setting = OPTIMISERS[self.settings.optimiser].settings.get(key)
        if setting is None or not setting.allows(value):
            return
        others = tuple(pair for pair in self.settings.settings if pair[0] != key)
        changed = () if value == setting.default else ((key, value),)
        self.edit(gesture, settings=tuple(sorted((*others, *changed))))

    def choose_schedule(self, name: str) -> None:
        """How λ changes as the descent goes on, with the usual settings."""
        self.edit(schedule=name)

    def set_schedule(self, key: str, value: float, gesture: str | None = None) -> None:
        """A setting of the schedule; nothing is done where it is out of range."""
        name = self.settings.schedule.partition(":")[0]
        settings = schedule_settings(read_schedule(self.settings.schedule)) | {key: value}
        try:
            wanted = schedule(name, settings)
        except DescentError:
            return
        self.edit(gesture, schedule=schedule_text(wanted))

    def set_noise(self, sigma: float) -> None:
        """σ ≥ 0 of what is added to each slope; 0 for none."""
        if 0.0 <= sigma < float("inf"):
            self.edit(noise=sigma)

    def draw_noise(self) -> None:
        """Other noise of the same size."""
        self.edit(noise_seed=(self.settings.noise_seed + 1) % SEEDS)


def _put_at(variables: Sequence[str], point: Sequence[float]) -> dict[str, Any]:
    """The fields of the settings that say where a descent over several parameters starts."""
    return {"start": point[0], "starts": tuple(zip(variables, point, strict=True))}
