"""Scenes to views: each is resolved and shown again only when what it depends on has changed.

The plot comes first, the open panel last; after a new line each part has its own turn of the event
loop, so that a key never waits for the painting of all of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gdviz.document.document import Document, Panel, Shown
from gdviz.i18n import Translator
from gdviz.session.marked_places import NOTHING_MARKED
from gdviz.session.resolve.descent import descent_scene
from gdviz.session.resolve.editor import editor_scene
from gdviz.session.resolve.plot import curve_marks, function_curves, plot_scene
from gdviz.session.resolve.readout import readout_scene
from gdviz.session.scene import Curve, DescentScene, PlotScene, Role
from gdviz.session.scene.readout import PlaneReadoutScene
from gdviz.session.session import Session
from gdviz.ui.main_window import MainWindow
from gdviz.ui.once import Once
from gdviz.ui.panel_screen import Parts, Place, Show
from gdviz.ui.turns import Job, Turns

if TYPE_CHECKING:
    from gdviz.ui.derivative_screen import DerivativeScreen
    from gdviz.ui.descent_screen import DescentScreen
    from gdviz.ui.exercises_screen import ExercisesScreen

SWITCHES = tuple(field.name for field in fields(Shown))
"""Of what is shown in the plot, each an action `show_…`."""


class Screen:
    """Shows a session in a window. `refresh` is cheap where nothing changed: it runs per frame."""

    def __init__(self, window: MainWindow, session: Session, all_shown: Callable[[], None]) -> None:
        """`all_shown` is called when the panel, the last, was given what it shows."""
        self._window = window
        self._session = session
        self._tr = Translator()
        self._once = Once()
        self._panels: dict[Panel, Parts] = {}
        self._document: Document | None = None
        self._curves: tuple[Curve, ...] = ()
        self._lower_curves: tuple[Curve, ...] = ()
        self._marked = NOTHING_MARKED
        self._descent: Any = None
        self._near: Parts = (
            self._show_editor,
            self._show_readout,
            self._show_panels,
            self._show_transport,
        )
        self._turns = Turns(window, all_shown)

    def speak(self, tr: Translator) -> None:
        """Show everything in another language: at once, but for the open panel."""
        self._tr = tr
        self._window.retranslate(tr)
        self._once.forget()
        self.refresh()
        self._show_near(self._session.document)

    def finish(self) -> None:
        """Show all that waits for its turn."""
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
            self._show_near(document)
        self._turns.go_through([*self._turns_of(self._near), self._show_panel])

    def _show_near(self, document: Document) -> None:
        for show in self._near:
            show(document)

    def _turns_of(self, parts: Parts) -> Iterator[Job]:
        """Each shows the document as it is when its turn comes."""
        return (partial(self._take_turn, show) for show in parts)

    def _take_turn(self, show: Show) -> bool:
        return show(self._session.document)

    def _show_panel(self) -> bool:
        """Its parts have turns of their own, the last ones."""
        if self._window.presentation.shows_panel:
            self._turns.then(self._turns_of(self._parts_of(self._session.document.panel)))
        return False

    def _parts_of(self, panel: Panel) -> Parts:
        if panel not in self._panels:
            self._panels[panel] = self._screen_of(panel).parts
        return self._panels[panel]

    def _screen_of(self, panel: Panel) -> "DerivativeScreen | DescentScreen | ExercisesScreen":
        """Loaded when the panel is first open: the start does not wait for the others."""
        place = Place(
            self._window, self._session, self._once, lambda: self._tr, lambda: self._descent
        )
        if panel is Panel.DERIVATIVE:
            from gdviz.ui.derivative_screen import DerivativeScreen

            return DerivativeScreen(place)
        if panel is Panel.EXERCISES:
            from gdviz.ui.exercises_screen import ExercisesScreen

            return ExercisesScreen(place)
        from gdviz.ui.descent_screen import DescentScreen

        return DescentScreen(place)

    def _show_editor(self, document: Document) -> bool:
        results = self._session.results
        return self._once(
            "editor",
            lambda: self._window.editor.show_scene(editor_scene(document, results, self._tr)),
            *(document.text, document.ranges, results.line, results.error),
        )

    def _show_plot(self, document: Document) -> None:
        """Why there is no tangent is said once, in the readout."""
        results = self._session.results
        samples = (results.curve, results.derivative, results.second)
        self._once("curves", self._make_curves, results.analysis, results.below, *samples)
        marked = (results.analysis, document.shown, *results.marked)
        self._once("marks", lambda: self._make_marks(document), *marked)
        self._once(
            "plot",
            lambda: self._window.plot.show_scene(replace(self._plot_scene(document), remark="")),
            *(document, results.pictured),
        )
        self._show_lower_plot(document)

    def _show_lower_plot(self, document: Document) -> None:
        """f′ and f″ below f, where they are to have a plot of their own."""
        results = self._session.results
        if self._window.lower_plot.isHidden() and results.below is None:
            return
        from gdviz.session.resolve.below import lower_scene

        local, tr = self._session.local, self._tr
        self._once(
            "lower plot",
            lambda: self._window.show_lower_plot(
                lower_scene(document, results, self._lower_curves, local, tr)
            ),
            *(document.x0, document.shown, results.pictured),
        )

    def _plot_scene(self, document: Document) -> PlotScene:
        session = self._session
        made = self._curves, session.local, self._tr, self._marked
        return plot_scene(document, session.results, *made)

    def _make_curves(self) -> None:
        results = self._session.results
        curves = function_curves(results)
        is_below = results.below is not None
        self._curves = tuple(c for c in curves if not is_below or c.role is Role.FUNCTION)
        self._lower_curves = tuple(c for c in curves if c.role is not Role.FUNCTION)

    def _make_marks(self, document: Document) -> None:
        """The same objects as before where nothing in them is new: they need not be painted."""
        marked = curve_marks(document, self._session.results, self._tr)
        self._marked = self._marked if marked == self._marked else marked

    def _show_readout(self, document: Document) -> bool:
        results, local = self._session.results, self._session.local
        is_other = self._show_plane_readout(document)
        if results.plane is not None:
            return is_other
        return is_other | self._once(
            "readout",
            lambda: self._window.readout.show_scene(
                readout_scene(document, local, results, self._tr)
            ),
            *(document.x0, local, results.analysis, results.equal_scales, results.findings.limits),
        )

    def _show_plane_readout(self, document: Document) -> bool:
        """The numbers of a map, which take the readout's place; whether there was anything new."""
        results = self._session.results
        return self._once(
            "plane readout",
            lambda: self._window.show_plane_readout(self._plane_readout(document)),
            *(results.plane, results.descent, document.step, results.equal_scales),
        )

    def _plane_readout(self, document: Document) -> PlaneReadoutScene | None:
        """Loaded when there is one: the start waits for none."""
        results = self._session.results
        if results.plane is None:
            return None
        from gdviz.session.resolve.plane_readout import plane_readout_scene

        return plane_readout_scene(document, results, results.plane, self._tr)

    def _show_panels(self, document: Document) -> bool:
        return self._once(
            "panels",
            lambda: self._window.show_panel(document.panel, document.panel_open),
            *(document.panel, document.panel_open),
        )

    def _show_transport(self, document: Document) -> bool:
        results, speed = self._session.results, document.speed
        is_other = self._once(
            "transport",
            lambda: self._window.transport.show_scene(self._make_descent(document)),
            *(results.line, results.descent, results.trouble, document.descent, document.step),
        )
        is_faster = self._once("speed", lambda: self._window.transport.show_speed(speed), speed)
        return is_other or is_faster

    def _make_descent(self, document: Document) -> DescentScene:
        self._descent = descent_scene(document, self._session.results, self._tr)
        return self._descent

    def _show_actions(self, document: Document) -> None:
        actions, shown = self._window.deeds, document.shown
        has_curves = self._session.results.plane is None
        self._once("offered", lambda: actions.offer_curves(has_curves), has_curves)
        for name in SWITCHES:
            actions.show_checked(f"show_{name}", getattr(shown, name))
        actions.show_checked("secant_tens", document.secant.tens)
        actions.show_checked("secant_zoom", document.secant.zoom)
        actions.show_checked("equal_axes", document.equal_axes)
        ticks = f"ticks_{document.ticks}"
        self._once("ticks", lambda: actions.show_choice("ticks", ticks), ticks)
        actions.show_checked("panel", self._window.presentation.shows_panel)
        actions.show_enabled("view_back", self._session.views.can_go_back)
        actions.show_enabled("view_forward", self._session.views.can_go_forward)
        actions.show_enabled("undo", self._session.can_undo)
        actions.show_enabled("redo", self._session.can_redo)
