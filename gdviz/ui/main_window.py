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
window: show_panel(name, is_open), show_presentation(bool), show_document_name(name, changed),
    edit_function(), enlargement(look), picture()
    resized(), close_wanted()

Panels and cards are made when they are first wanted (`Later`): what is to be connected to one is
told to its `then`, as in window.panels.derivative.then(…).

Buttons, menu, keys and the palette are one thing: a click on the button `step` and the key → both
emit deeds.triggered("step").
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.below import LOWER_SHARE
from gdviz.session.scene import PlotScene
from gdviz.ui import style
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.view import Themed
from gdviz.ui.editor import Editor
from gdviz.ui.fonts import text_font
from gdviz.ui.full_screen import FullScreen
from gdviz.ui.hairline import Hairline
from gdviz.ui.menu import MenuButton
from gdviz.ui.overlays.overlays import Overlays
from gdviz.ui.panels import Panels
from gdviz.ui.plot import LowerPlot, PlotWidget, render_pictures
from gdviz.ui.proportions import Measures, has_room, panel_width
from gdviz.ui.readout import Readout
from gdviz.ui.theme import Theme
from gdviz.ui.transport import Transport

if TYPE_CHECKING:
    from gdviz.ui.panels.derivative_panel import DerivativePanel
    from gdviz.ui.panels.descent_panel import DescentPanel
    from gdviz.ui.panels.exercises_panel import ExercisesPanel

USUAL_SIZE = (1280, 800)
FRAME = (8, 40)
"""What a window manager puts around a window: borders, and a title."""
SMALLEST_SIZE = (640, 420)
BLANKS = (1.0, 0.5, 0.25)
"""Over and under the controls of a row, in parts of the rhythm; the first that leaves room."""
LARGER_IN_PRESENTATION = 1.4
SHRUNK = (0.25,)
"""The same during a presentation."""


class MainWindow(QMainWindow):
    """All views in their places. It knows where things are, never what they mean."""

    close_wanted = Signal()
    resized = Signal()
    """The window has another size, or text is to have one (see `enlargement`)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.deeds = Actions(self)
        self._theme: Theme | None = None
        self._panel_open = True
        self._presenting = False
        self._panel_in_presentation = False
        self._full_screen = FullScreen(self)
        self._build_views()
        self.overlays = Overlays(self.deeds, self, self.stage)
        self._lay_out()
        self._order_tabs()
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(QSize(*USUAL_SIZE).boundedTo(_room_on_screen(self)))
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
        self.panels = Panels(self.deeds, self._chrome)
        self.transport = Transport(self.deeds, self._chrome)
        self.transport.height_changed.connect(self._share_space)
        for plot in (self.plot, self.lower_plot):
            plot.keep_clear(self.readout.tail)
            plot.step_aside(*self.editor.drop.lasting)

    def _lay_out(self) -> None:
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self._fold = Hairline(vertical, self._chrome)
        self._lines = [Hairline(horizontal), Hairline(horizontal), self._fold]
        on_stage = QVBoxLayout(self.stage)
        on_stage.addWidget(self.plot, round(100 * (1 - LOWER_SHARE)))
        on_stage.addWidget(self.lower_plot, round(100 * LOWER_SHARE))
        left, middle, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self._chrome)
        left.addWidget(self.stage, 1)
        left.addWidget(self.readout)
        middle.addLayout(left, 1)
        middle.addWidget(self._fold)
        middle.addWidget(self.panels)
        whole.addWidget(self.editor)
        whole.addWidget(self._lines[0])
        whole.addLayout(middle, 1)
        whole.addWidget(self._lines[1])
        whole.addWidget(self.transport)
        for layout in (on_stage, left, middle, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(self._chrome)

    def _order_tabs(self) -> None:
        """From the editor to the plot and its number; the rest follows as it was made."""
        order = (
            *self.editor.tab_order, self.fold_button,
            self.menu_button, self.plot, self.lower_plot, self.readout.x0,
            self.readout.tail.equal_axes,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

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
        self._panel_open = is_open
        self._share_space()

    def show_lower_plot(self, scene: PlotScene | None) -> None:
        """A plot of its own for f′ and f″, under that of f; or none."""
        if scene is not None:
            self.lower_plot.show_scene(scene)
        self.lower_plot.setHidden(scene is None)

    def picture(self) -> QImage:
        """The plots as they are seen, at the screen's resolution."""
        plots = [plot for plot in (self.plot, self.lower_plot) if not plot.isHidden()]
        parts = [(plot.scene, float(plot.height())) for plot in plots]
        return render_pictures(parts, self.plot.theme, self.plot.width(), self.devicePixelRatioF())

    def show_presentation(self, presenting: bool) -> None:
        """Full screen, panel folded, rows as low as they can be; or back as it was."""
        if presenting == self._presenting:
            return
        self._presenting = presenting
        self._panel_in_presentation = False
        if presenting:
            self._full_screen.enter()
        else:
            self._full_screen.leave()
            self.overlays.blank.show_blank(False)
        self.deeds.show_checked("presentation", presenting)
        self.deeds.show_checked("panel", self.shows_panel)
        self.editor.show_presentation(presenting)
        self.fold_button.setHidden(presenting)
        self._share_space()
        self.plot.setFocus()
        self.resized.emit()

    @property
    def presenting(self) -> bool:
        """Whether it is full screen, for a room."""
        return self._presenting

    @property
    def shows_panel(self) -> bool:
        """Whether the panel is unfolded now."""
        return self._panel_in_presentation if self._presenting else self._panel_open

    def unfold_in_presentation(self, is_open: bool) -> None:
        """A presentation begins without the panel; here it comes, and goes, for as long."""
        self._panel_in_presentation = is_open
        self._share_space()

    def call_panel(self) -> bool:
        """Something is to be told in the panel: it comes if a presentation folded it; whether it
        did."""
        if self.shows_panel or not self._presenting:
            return False
        self.unfold_in_presentation(True)
        return True

    def enlargement(self, look: str) -> float:
        """How much larger text and lines are to be than the person chose, for what is on now.

        The look for projectors is large already.
        """
        return LARGER_IN_PRESENTATION if self._presenting and look != "projector" else 1.0

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
            self.panels, self.transport, self.overlays,
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
        views: tuple[Themed, ...] = (
            self.editor, self.fold_button, self.menu_button, self.plot, self.lower_plot,
            self.readout, self.panels, self.transport, self.overlays, *self._lines,
        )  # fmt: skip
        for view in views:
            view.show_theme(theme)
        self._share_space()

    def _share_space(self) -> None:
        """Heights of the rows, then the panel's width, so that the plot has its share."""
        if self._theme is None:
            return
        for share in SHRUNK if self._presenting else BLANKS:
            measures = self._measures(self._theme, round(self._theme.sizes.space * share))
            if has_room(measures):
                break
        self.panels.setFixedWidth(panel_width(measures))
        folded = not self.shows_panel
        self.panels.setHidden(folded)
        self._fold.setHidden(folded)

    def _measures(self, theme: Theme, padding: int) -> Measures:
        """What the rows take with so much blank over and under their controls, px."""
        control = round(theme.sizes.control)
        self.editor.setFixedHeight(control + 2 * padding)
        self.readout.show_height(control + padding)
        self.transport.fit(self.width(), padding)
        rows = self.editor.height() + self.readout.height() + self.transport.height()
        return Measures(self.width(), self.height(), rows + 2, theme.scale)

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
        elif not self.deeds.press(event, presenting=self._presenting):
            super().keyPressEvent(event)

    def _step_back_out(self) -> None:
        """Esc: out of what is nearest: the blank screen, a field, the presentation."""
        if not self.overlays.blank.isHidden():
            self.overlays.blank.show_blank(False)
        elif self._is_typing():
            self.plot.setFocus()
        elif self._presenting:
            self.deeds["presentation"].trigger()

    def _is_typing(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_wanted.emit()
        super().closeEvent(event)


def _room_on_screen(window: QWidget) -> QSize:
    """What the screen leaves for a window inside its frame, px."""
    # Not the window's own screen(): PySide counts what a method returns among the window's
    # children, and would delete the screen when the window goes.
    there = QGuiApplication.screenAt(window.frameGeometry().center())
    return (there or QGuiApplication.primaryScreen()).availableSize() - QSize(*FRAME)
