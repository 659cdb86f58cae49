"""The window's layout: editor line, plot, readout, panels, transport bar.

Views are controlled: they show what they are given and emit what the person did. All of them have
`retranslate(tr)` and `show_theme(theme)`.

window.editor (Editor): show_scene(EditorScene)
    text_edited(str) each keystroke; alternative_chosen(str), example_chosen(str) a whole new line;
    parameter_dragged(name, value), parameter_entered(name, value), drag_finished()
window.lower_plot (LowerPlot): shown and hidden by window.show_lower_plot(PlotScene or None)
    what any plot emits: tangent_dragged(x), drag_finished(), view_changed(Viewport), view_reset()
window.readout (Readout): show_scene(ReadoutScene)
    x0_entered(float); its button for equal axes is the action `equal_axes`
window.panels (Panels): show_panel(name), prepare()
    panel_chosen(name)
window.derivative (DerivativePanel): show_scene(DerivativeScene or None), show_sections(names)
    show_point(StepsAtPoint or None), show_revealed(count or None)
    section_turned(name, is_open), lit(Lighting or None), steps.all_wanted(),
    steps.copy_wanted(form)
    its section for the secant (SecantSection): show_scene(SecantScene or None), show_playing(side)
    delta_x_entered(float)
window.descent (DescentPanel): show_scene(DescentScene), show_rows(count, row_of), show_log(bool)
    iterate_chosen(int) by a click in the table; iterate_scrubbed(int), drag_finished() in the loss
    curve; copy_wanted(first, last): these iterates as a table
window.exercises (ExercisesPanel): show_scene(ExercisesScene), show_progress(lines)
    kind_chosen(name), difficulty_chosen(int), next_wanted(), answer_typed(str), check_wanted(),
    hint_wanted(), solution_wanted(), clear_wanted()
window.transport (Transport): show_scene(DescentScene), show_playing(bool), show_speed(float)
    step_scrubbed(int), rate_dragged(float), rate_entered(float), epsilon_entered(float),
    start_entered(float), speed_dragged(float), drag_finished()
window.deeds (Actions): show_checked(id, bool), show_choice(choice, id), show_enabled(id, bool)
    triggered(id), switched(id, bool); ids are those of the table in actions.py
window.overlays (Overlays): say(text), offer(text, button, id), show_palette(), show_keys(),
    show_notation(), toggle_blank()
window.presentation (Presentation): turn(bool), call_panel(), unfold_panel(bool)
    turned(bool), panel_turned()
window: show_panel(name, is_open), show_document_name(name, changed), edit_function(), picture()
    resized(), close_wanted()

Panels and cards are made when they are first wanted (`Later`): what is to be connected to one is
told to its `then`, as in window.panels.derivative.then(…).

Buttons, menu, keys and the palette are one thing: a click on the button `step` and the key → both
emit deeds.triggered("step").
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import PlotScene
from gdviz.session.scene.readout import PlaneReadoutScene
from gdviz.ui import style
from gdviz.ui.actions import Actions
from gdviz.ui.arrangement import Hairlines, arrange, order_tabs, room_on_screen
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.later import Later
from gdviz.ui.controls.view import Themed
from gdviz.ui.editor import Editor
from gdviz.ui.fonts import text_font
from gdviz.ui.menu import MenuButton
from gdviz.ui.overlays.overlays import Overlays
from gdviz.ui.panels import Panels
from gdviz.ui.plot import LowerPlot, PlotWidget, render_pictures
from gdviz.ui.presentation import Presentation
from gdviz.ui.proportions import Measures, has_room, panel_width
from gdviz.ui.readout import Readout
from gdviz.ui.theme import BODY, Theme
from gdviz.ui.transport import Transport

if TYPE_CHECKING:
    from gdviz.ui.panels.derivative_panel import DerivativePanel
    from gdviz.ui.panels.descent_panel import DescentPanel
    from gdviz.ui.panels.exercises_panel import ExercisesPanel
    from gdviz.ui.readout.plane_readout import PlaneReadout

USUAL_SIZE = (1280, 800)
SMALLEST_SIZE = (640, 420)
SLIDE_WIDTH = 1920
"""Pictures for files and the clipboard are at least so many pixels wide."""


class MainWindow(QMainWindow):
    """All views in their places. It knows where things are, never what they mean."""

    close_wanted = Signal()
    resized = Signal()
    """The window has another size, or text is to have one (see `Presentation`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.deeds = Actions(self)
        self._theme: Theme | None = None
        self.presentation = Presentation(self)
        self.presentation.turned.connect(self._show_presentation)
        self.presentation.panel_turned.connect(self._share_space)
        self._build_views()
        self.overlays = Overlays(self.deeds, self, self.stage)
        self._lines = Hairlines(self._chrome)
        arrange(self, self._chrome, self._lines)
        self.setCentralWidget(self._chrome)
        order_tabs(self._first_tabs)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(room_on_screen(self)))
        self.plot.setFocus()

    def _build_views(self) -> None:
        self._chrome = QWidget(self)
        self._chrome.setObjectName("chrome")
        self.stage = QWidget(self._chrome)
        self.stage.setObjectName("stage")
        self.editor = Editor(self.stage, self._chrome)
        self.editor.symbols.bind(self.deeds["symbols"])
        self.editor.help_wanted.connect(self.deeds["notation"].trigger)
        self.fold_button = IconButton("fold_panel", "panel", self.editor)
        self.fold_button.bind(self.deeds["panel"])
        self.menu_button = MenuButton(self.deeds, self.editor)
        self.editor.add_button(self.fold_button)
        self.editor.add_button(self.menu_button)
        self.plot = PlotWidget(self.stage)
        self.lower_plot = LowerPlot(self.stage)
        self.readout = Readout(self.deeds, self.stage, self._chrome)
        self.column = QVBoxLayout()
        self.plane_readout: Later[PlaneReadout] = Later(self._make_plane_readout)
        self.panels = Panels(self.deeds, self._chrome)
        self.transport = Transport(self.deeds, self._chrome)
        self.transport.height_changed.connect(self._share_space)
        self.editor.drop.axis_x = self._axis_x
        for plot in (self.plot, self.lower_plot):
            plot.keep_clear(self.readout.tail)
            plot.step_aside(*self.editor.drop.lasting)

    @property
    def _first_tabs(self) -> tuple[QWidget, ...]:
        """From the editor to the plot and its number; the rest follows as it was made."""
        return (
            *self.editor.tab_order, self.fold_button,
            self.menu_button, self.plot, self.lower_plot, self.readout.x0,
            self.readout.tail.equal_axes,
        )  # fmt: skip

    @property
    def derivative(self) -> "DerivativePanel":
        """The panel; made if it was not opened yet."""
        return self.panels.derivative.view()

    @property
    def descent(self) -> "DescentPanel":
        """The panel; made if it was not opened yet."""
        return self.panels.descent.view()

    @property
    def exercises(self) -> "ExercisesPanel":
        """The panel; made if it was not opened yet."""
        return self.panels.exercises.view()

    def show_panel(self, name: str, is_open: bool) -> None:
        """Turn to a panel; fold all of them away, or unfold them."""
        self.panels.show_panel(name)
        self.presentation.panel_is_open = is_open
        self._share_space()

    def _axis_x(self) -> float | None:
        """Where Oy stands in the plot, px; None where it is out of view."""
        view = self.plot.scene.viewport
        x = -view.x0 / view.width * self.plot.width()
        return x if 0 <= x <= self.plot.width() else None

    def show_lower_plot(self, scene: PlotScene | None) -> None:
        """A plot of its own for f′ and f″, under that of f; or none."""
        if scene is not None:
            self.lower_plot.show_scene(scene)
        self.lower_plot.setHidden(scene is None)

    def show_plane_readout(self, scene: PlaneReadoutScene | None) -> None:
        """The numbers under a map, in place of those of a tangent; or these again."""
        if scene is not None:
            view = self.plane_readout.view()
            view.setFixedHeight(self.readout.height())
            view.show_scene(scene)
            view.show()
        elif self.plane_readout.made:
            self.plane_readout.view().hide()
        if self.readout.isHidden() != (scene is not None):
            self.readout.show_away(scene is not None)

    def _make_plane_readout(self) -> "PlaneReadout":
        """Loaded when it is first wanted."""
        from gdviz.ui.readout.plane_readout import PlaneReadout

        view = PlaneReadout(self.deeds, self._chrome)
        self.column.addWidget(view)
        return view

    def picture(self) -> QImage:
        """The plots as they are seen, magnified where the screen is coarser than a slide."""
        plots = [plot for plot in (self.plot, self.lower_plot) if not plot.isHidden()]
        parts = [(plot.scene, float(plot.height())) for plot in plots]
        width = self.plot.width()
        scale = max(self.devicePixelRatioF(), SLIDE_WIDTH / max(width, 1))
        return render_pictures(parts, self.plot.theme, width, scale)

    def _show_presentation(self, presenting: bool) -> None:
        """Panel folded, rows as low as they can be; or back as it was."""
        if not presenting:
            self.overlays.blank.show_blank(False)
        self.deeds.show_checked("presentation", presenting)
        self.deeds.show_checked("panel", self.presentation.shows_panel)
        self.editor.show_presentation(presenting)
        self.fold_button.setHidden(presenting)
        self._share_space()
        self.plot.setFocus()
        self.resized.emit()

    def show_document_name(self, name: str, changed: bool) -> None:
        """In the title, with the system's mark for what is not saved."""
        self.setWindowTitle(f"{name}[*] – gdviz")
        self.setWindowModified(changed)

    def edit_function(self) -> None:
        """Give the keyboard to the editor."""
        self.editor.begin()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        for view in (
            self.deeds, self.editor, self.menu_button, self.plot, self.lower_plot, self.readout,
            self.plane_readout, self.panels, self.transport, self.overlays,
        ):  # fmt: skip
            view.retranslate(tr)
        self._share_space()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme; nothing is done for the one that is shown."""
        if theme == self._theme:
            return
        self._theme = theme
        self.setFont(text_font(theme.sizes.body))
        self.setStyleSheet(style.stylesheet(theme))
        self.setPalette(style.palette(theme))
        lines = self._lines
        views: tuple[Themed, ...] = (
            self.editor, self.fold_button, self.menu_button, self.plot, self.lower_plot,
            self.readout, self.plane_readout, self.panels, self.transport, self.overlays,
            lines.under_editor, lines.over_transport, lines.beside_panel,
        )  # fmt: skip
        for view in views:
            view.show_theme(theme)
        self._share_space()

    def _share_space(self) -> None:
        """Heights of the rows, then the panel's width, so that the plot has its share."""
        if self._theme is None:
            return
        for share in self.presentation.blanks:
            measures = self._measures(self._theme, round(self._theme.sizes.space * share))
            if has_room(measures):
                break
        self.panels.setFixedWidth(panel_width(measures))
        folded = not self.presentation.shows_panel
        self.panels.setHidden(folded)
        self._lines.beside_panel.setHidden(folded)

    def _measures(self, theme: Theme, padding: int) -> Measures:
        """What the rows take with so much blank over and under their controls, px."""
        control = round(theme.sizes.control)
        self.editor.setFixedHeight(control + 2 * padding)
        self.readout.show_height(control + padding)
        if self.plane_readout.made:
            self.plane_readout.view().setFixedHeight(self.readout.height())
        self.transport.fit(self.width(), padding)
        rows = self.editor.height() + self.readout.height() + self.transport.height()
        text = theme.sizes.body / BODY
        return Measures(self.width(), self.height(), rows + 2, theme.scale, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_space()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing with the keyboard had a use for."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._step_back_out()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_typing():
            self.plot.setFocus()
        elif not self.deeds.press(event, presenting=self.presentation.is_on):
            super().keyPressEvent(event)

    def _step_back_out(self) -> None:
        """Esc: out of what is nearest: the blank screen, a field, the presentation."""
        if not self.overlays.blank.isHidden():
            self.overlays.blank.show_blank(False)
        elif self._is_typing():
            self.plot.setFocus()
        elif self.presentation.is_on:
            self.deeds["presentation"].trigger()

    def _is_typing(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_wanted.emit()
        super().closeEvent(event)
