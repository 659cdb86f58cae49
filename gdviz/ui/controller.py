"""Wires a session to a window: what a person does becomes an intent, what changes is shown.

Goes on with unfinished work in slices, so that the window is never held.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from gdviz.document.document import Panel, Ticks
from gdviz.session.session import Session
from gdviz.ui.filing import Filing
from gdviz.ui.looks import Looks
from gdviz.ui.main_window import MainWindow
from gdviz.ui.playing import Playing
from gdviz.ui.practice import Practice
from gdviz.ui.preferences import Preferences
from gdviz.ui.screen import Screen
from gdviz.ui.worker import Algebra

if TYPE_CHECKING:
    from gdviz.session.derivation_scene import TableEntry
    from gdviz.ui.panels.derivative_panel import DerivativePanel
    from gdviz.ui.panels.descent_panel import DescentPanel

SLICE = 0.006
"""Seconds of work between two looks at the mouse and the keyboard."""
IDLE_MS = 400
"""After so long without any change the panels that nobody opened yet are made ready."""
TYPING_PAUSE_MS = 1200
"""After so long without a key what is typed next is undone by itself."""


class Controller(QObject):
    """The one object that knows both the session and the window."""

    def __init__(
        self, window: MainWindow, session: Session, filing: Filing, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self.window, self.session, self.filing = window, session, filing
        self.preferences = preferences
        self._screen = Screen(window, session, self._all_shown)
        self._looks = Looks(window, self._screen, filing, preferences)
        self._playing = Playing(session, window, lambda: not preferences.less_motion, self)
        self._algebra = Algebra(session, window)
        self._work = self._timer(0, self._go_on)
        self.idle = self._timer(IDLE_MS, self._prepare)
        self._pause = self._timer(TYPING_PAUSE_MS, session.finish_gesture)
        self._pause.setSingleShot(True)
        self._practice = Practice(
            session, window.panels.exercises, preferences, lambda: self._looks.tr.language, self
        )
        self._deeds = self._all_deeds()
        self._switches = self._playing.secant.switches()
        self._connect()
        session.on_change = self._changed

    def start(self, path: Path | None = None) -> None:
        """Show everything for the first time, and open a file if one is given."""
        self._looks.show()
        self.window.deeds.show_checked("less_motion", self.preferences.less_motion)
        if not self.preferences.geometry.isEmpty():
            self.window.restoreGeometry(self.preferences.geometry)
        if path is not None:
            self.filing.open(path)
        self.filing.offer_kept()
        self._changed()
        self.idle.start()

    def complete(self) -> None:
        """Show all that would have its turn later, and make all that can be opened."""
        self._screen.finish()
        while self.window.panels.prepare():
            pass

    def _timer(self, milliseconds: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(due)
        return timer

    def _connect(self) -> None:
        self._connect_plot()
        self._connect_editor()
        self._connect_transport()
        window = self.window
        window.readout.x0_entered.connect(self.session.type_x0)
        window.panels.panel_chosen.connect(self._open_panel)
        window.panels.derivative.then(self._connect_derivative)
        window.panels.descent.then(self._connect_descent)
        window.deeds.triggered.connect(self._do)
        window.deeds.switched.connect(self._switch)
        window.close_wanted.connect(self._close)
        window.resized.connect(self._looks.show_theme)

    def _connect_plot(self) -> None:
        plot, session = self.window.plot, self.session
        for one in (plot, self.window.lower_plot):
            one.tangent_dragged.connect(session.move_tangent)
            one.drag_finished.connect(session.finish_gesture)
            one.view_reset.connect(session.automatic_view)
            one.view_rested.connect(session.views.rest)
            one.earlier_view_wanted.connect(session.views.back)
            one.later_view_wanted.connect(session.views.forward)
        plot.start_dragged.connect(session.descent.move_start)
        plot.start_placed.connect(session.descent.move_start_in_plane)
        plot.view_changed.connect(session.views.show)
        self.window.lower_plot.view_changed.connect(session.views.show_sides)
        plot.resized.connect(session.resize_plot)
        self.window.lower_plot.resized.connect(session.resize_lower_plot)

    def _connect_editor(self) -> None:
        editor, session = self.window.editor, self.session
        editor.text_edited.connect(self._typed)
        editor.alternative_chosen.connect(session.choose_text)
        editor.example_chosen.connect(session.choose_text)
        editor.parameter_dragged.connect(session.parameters.move)
        editor.parameter_entered.connect(session.parameters.enter)
        editor.range_entered.connect(session.parameters.set_range)
        editor.parameter_play_wanted.connect(self._playing.toggle_parameter)
        editor.drag_finished.connect(session.finish_gesture)

    def _connect_derivative(self, panel: "DerivativePanel") -> None:
        session = self.session
        panel.section_turned.connect(session.derivation.turn_section)
        panel.partial_chosen.connect(session.derivation.derive_by)
        panel.lit.connect(self.window.editor.light_up)
        panel.steps.all_wanted.connect(session.derivation.reveal_all)
        panel.steps.copy_wanted.connect(self._copy_derivation)
        panel.table.chosen.connect(self._choose_entry)

    def _connect_descent(self, panel: "DescentPanel") -> None:
        panel.iterate_chosen.connect(self._playing.descent.go_to)
        panel.iterate_scrubbed.connect(self._playing.descent.scrub_to)
        panel.drag_finished.connect(self.session.finish_gesture)
        panel.copy_wanted.connect(self._copy_iterates)
        self._connect_method(panel)

    def _connect_method(self, panel: "DescentPanel") -> None:
        intents, optimiser, schedule = self.session.descent, panel.optimiser, panel.schedule
        panel.section_turned.connect(self.session.derivation.turn_section)
        optimiser.chosen.connect(intents.choose_optimiser)
        schedule.chooser.chosen.connect(intents.choose_schedule)
        schedule.noise_entered.connect(intents.set_noise)
        schedule.noise_redrawn.connect(intents.draw_noise)
        for settings, change in (
            (optimiser.settings, intents.set_optimiser),
            (schedule.chooser.settings, intents.set_schedule),
        ):
            settings.entered.connect(change)
            settings.dragged.connect(partial(_drag, change))
            settings.drag_finished.connect(self.session.finish_gesture)

    def _connect_transport(self) -> None:
        transport, session = self.window.transport, self.session
        transport.step_scrubbed.connect(self._playing.descent.scrub_to)
        transport.rate_dragged.connect(session.descent.move_rate)
        transport.rate_entered.connect(session.descent.type_rate)
        transport.epsilon_entered.connect(session.descent.type_epsilon)
        transport.start_entered.connect(session.descent.type_start)
        transport.second_start_entered.connect(partial(session.descent.type_start_of, 1))
        transport.speed_dragged.connect(session.iterates.set_speed)
        transport.drag_finished.connect(session.finish_gesture)

    def _changed(self) -> None:
        """First what is new is shown, then the work goes on."""
        self._work.stop()
        if self.idle.isActive():
            self.idle.start()
        self._playing.parameter.follow()
        self._screen.refresh()
        self.filing.show_name()
        self._algebra.rouse()

    def _prepare(self) -> None:
        """What will be wanted sooner or later, one thing at a time."""
        if self.at_rest and not self.window.panels.prepare():
            self.idle.stop()

    @property
    def at_rest(self) -> bool:
        """Whether all is computed and shown."""
        return self.session.work_done and self._screen.complete

    def _all_shown(self) -> None:
        if not self.session.work_done:
            self._work.start()

    def _go_on(self) -> None:
        if self.session.advance(SLICE):
            self._work.stop()

    def _undo(self) -> None:
        """What plays would undo the undoing."""
        self._playing.stop()
        self.session.undo()

    def _redo(self) -> None:
        self._playing.stop()
        self.session.redo()

    def _typed(self, text: str) -> None:
        self.session.type_text(text)
        self._pause.start()

    def _open_panel(self, name: str) -> None:
        self._practice.open_panel(Panel(name))

    def _do(self, deed: str) -> None:
        """What a button, a key or the palette asks for."""
        self._deeds[deed]()

    def _tell_derivation(self, by: int) -> None:
        """So many steps more or fewer, where they can be seen."""
        self.session.derivation.reveal(by)
        if self.window.presentation.call_panel():
            self._screen.refresh()

    def _walk_marks(self, *, forward: bool) -> None:
        """From mark to mark by keys."""
        if not self.window.plot.walk_marks(forward=forward):
            self.window.overlays.say(self._looks.tr("Nothing is marked in view."))

    def _turn_page(self, by: int) -> None:
        """A presenter's remote turns what the open panel tells; with none, the descent."""
        is_told = self.window.presentation.shows_panel
        if is_told and self.session.document.panel is Panel.DERIVATIVE:
            self._tell_derivation(by)
        else:
            self._deeds["step" if by > 0 else "step_back"]()

    def _choose_alternative(self) -> None:
        """Of the answer to an exercise where that has the keyboard, else of the function."""
        if not self._practice.choose_alternative():
            self.window.editor.choose_alternative()

    def _all_deeds(self) -> dict[str, Callable[[], object]]:
        """What every action does, by its id."""
        session, window = self.session, self.window
        over = window.overlays
        return {
            **{f"ticks_{ticks}": partial(session.views.choose_ticks, ticks) for ticks in Ticks},
            "copy_pytorch": self._copy_pytorch,
            "random_start": session.descent.draw_start,
            "mark_next": lambda: self._walk_marks(forward=True),
            "mark_back": lambda: self._walk_marks(forward=False),
            "page_on": lambda: self._turn_page(1),
            "page_back": lambda: self._turn_page(-1),
            "derivation_next": lambda: self._tell_derivation(1),
            "derivation_back": lambda: self._tell_derivation(-1),
            "edit_function": window.edit_function,
            "undo": self._undo,
            "redo": self._redo,
            "automatic_view": session.automatic_view,
            "view_back": session.views.back,
            "view_forward": session.views.forward,
            "blank": over.toggle_blank,
            "palette": over.show_palette,
            "keys": over.show_keys,
            "notation": over.show_notation,
            "symbols": window.editor.toggle_symbols,
            "other_reading": self._choose_alternative,
            "quit": window.close,
            **self._playing.deeds(),
            **self._practice.deeds(),
            **self._looks.deeds(),
            **self.filing.deeds(),
        }

    def _switch(self, what: str, on: bool) -> None:
        """What is switched on or off."""
        if what.startswith("show_"):
            self.session.show(what.removeprefix("show_"), on)
        elif what in self._switches:
            self._switches[what](on)
        elif what == "less_motion":
            self.preferences.less_motion = on
        elif what == "presentation":
            self.window.presentation.turn(on)
        elif what == "panel" and self.window.presentation.is_on:
            self.window.presentation.unfold_panel(on)
            self._screen.refresh()
        else:
            self.session.switch("panel_open" if what == "panel" else what, on)

    def _copy_iterates(self, first: int, last: int) -> None:
        from gdviz.ui import copying

        text = copying.iterates(self.session.results, first, last)
        if text is not None:
            self._copy(text, self._looks.tr("The table is in the clipboard."))

    def _copy_pytorch(self) -> None:
        """The descent as a script that reproduces it."""
        from gdviz.ui import copying

        text, tr = copying.pytorch(self.session.results), self._looks.tr
        if text is None:
            self.window.overlays.say(tr("There is no descent to copy."))
        else:
            self._copy(text, tr("The script for PyTorch is in the clipboard."))

    def _copy_derivation(self, form: str) -> None:
        """All steps, as text or as LaTeX."""
        from gdviz.ui import copying

        results, tr = self.session.results, self._looks.tr
        analysis = results.derived(self.session.document.by)
        if analysis is not None:
            text = copying.derivation(analysis, form, tr)
            self._copy(text, tr("The derivation is in the clipboard."))

    def _copy(self, text: str, remark: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.window.overlays.say(remark)

    def _choose_entry(self, entry: "TableEntry") -> None:
        self.session.derivation.choose_entry(entry.text, entry.parameters)

    def say_mishap(self, path: Path) -> None:
        """Something went wrong that nobody foresaw; the window goes on."""
        tr = self._looks.tr
        self.window.overlays.say(
            tr("Something went wrong inside gdviz. The details are in {path}.", path=path)
        )

    def _close(self) -> None:
        """Nothing is asked and nothing lost: unsaved work is kept and offered at the next start."""
        self._playing.stop()
        self.idle.stop()
        self._work.stop()
        self._algebra.close()
        self.filing.keep_unsaved()
        self.preferences.geometry = self.window.saveGeometry()


def _drag(change: Callable[[str, float, str], None], key: str, value: float) -> None:
    """A setting goes along with the hand; all of it is undone as one."""
    change(key, value, f"setting {key}")
