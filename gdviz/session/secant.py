"""What a person does with the secant: Δx moved, typed, played; the view magnified along with it."""

from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.document import Panel, SecantSettings, Side
from gdviz.session.approach import Way, roomy_size, way_into_rounding, way_to_tangent
from gdviz.session.magnifying import followed, magnified

if TYPE_CHECKING:
    from gdviz.session.session import Session

GESTURE = SECTION = "secant"
LEAST_SEEN = 0.02
"""Points that are nearer, in parts of the view's width, are one point to the eye."""


class SecantIntents:
    """The part of a session that the secant is."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    @property
    def settings(self) -> SecantSettings:
        """As the document has them."""
        return self._session.document.secant

    def move(self, delta_x: float) -> None:
        """The second point is moved by hand or by keys; it never lies on the first."""
        if delta_x:
            self._session.edit(GESTURE, secant=replace(self.settings, delta_x=delta_x))

    def enter(self, delta_x: float) -> None:
        """Δx is typed, or chosen in the table: a change of its own."""
        if delta_x:
            self._go_to(delta_x, None)

    def play_to(self, delta_x: float) -> None:
        """Δx is played; while a point is moved by hand as well, that is one change."""
        self._go_to(delta_x, self._session.gesture_or(GESTURE))

    def _go_to(self, delta_x: float, gesture: str | None) -> None:
        session, settings = self._session, replace(self.settings, delta_x=delta_x)
        document = replace(session.document, secant=settings)
        view, x = session.results.viewport, document.x0 + delta_x
        if settings.zoom:
            document = replace(document, viewport=self._followed(delta_x))
        elif document.viewport is None and not view.x0 <= x <= view.x1:
            document = document.framed()
        session.edit(gesture, secant=settings, viewport=document.viewport, framing=document.framing)

    def _followed(self, delta_x: float) -> Viewport:
        session = self._session
        there = self._middle(self.settings.delta_x)
        return followed(session.results.viewport, there, self.settings.delta_x, delta_x)

    def _middle(self, delta_x: float) -> tuple[float, float, float, float]:
        """x₀, f(x₀), Δx, Δf; 0 for what has no value."""
        x0, value = self._session.document.x0, self._value
        here, there = value(x0), value(x0 + delta_x)
        rise = there - here
        return x0, here if isfinite(here) else 0.0, delta_x, rise if isfinite(rise) else 0.0

    @property
    def _value(self) -> Callable[[float], float]:
        analysis = self._session.results.analysis
        return lambda x: float("nan") if analysis is None else float(analysis.function.value(x))

    def zoom(self, on: bool) -> None:
        """Magnify the view so far that Δx is seen, and go on along with it; or go back."""
        session, settings = self._session, replace(self.settings, zoom=on)
        view = None
        if on:
            view = magnified(session.results.viewport, self._middle(settings.delta_x))
        session.edit(None, secant=settings, viewport=view)

    def begin(self, side: Side | None = None) -> None:
        """Δx is to be played towards 0, from that side: the secant is shown, and its numbers if the
        panel is not folded away."""
        session, document = self._session, self._session.document
        settings = self.settings if document.shown.secant else self.seen()
        opened = document if SECTION in document.sections else document.with_section(SECTION, True)
        session.edit(
            GESTURE,
            shown=replace(document.shown, secant=True),
            secant=replace(settings, side=side or settings.side),
            sections=opened.sections,
            panel=Panel.DERIVATIVE,
        )

    def step_by_tens(self, tens: bool) -> None:
        """Whether a beat makes Δx ten times smaller, or half as large."""
        self._session.edit(None, secant=replace(self.settings, tens=tens))

    def for_another_function(self) -> SecantSettings:
        """The settings with a Δx that can be seen, where it was played to 0 before."""
        settings = self.settings
        least = LEAST_SEEN * self._session.results.viewport.width
        is_tiny = abs(settings.delta_x) < least
        return self.seen(least) if is_tiny or self._session.document.shown.secant else settings

    def seen(self, least: float = 0.0) -> SecantSettings:
        """The settings with a Δx that is in view, and not smaller than `least`."""
        session, settings = self._session, self.settings
        view, x0 = session.results.viewport, session.document.x0
        roomy, usual = roomy_size(view), SecantSettings().delta_x
        for delta_x in (settings.delta_x, usual, roomy, -roomy, roomy / 4, -roomy / 4):
            x = x0 + delta_x
            if abs(delta_x) >= least and view.x0 <= x <= view.x1 and isfinite(self._value(x)):
                return replace(settings, delta_x=delta_x)
        return settings

    def way_to_tangent(self) -> Way:
        """From Δx as it is, or anew, until the secant is the tangent to the eye."""
        session = self._session
        return way_to_tangent(self.settings, roomy_size(session.results.viewport))

    def way_into_rounding(self) -> Way:
        """On from Δx as it is, until it is smaller than rounding."""
        return way_into_rounding(self.settings)
