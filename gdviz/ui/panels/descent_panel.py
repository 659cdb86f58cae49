"""The descent in numbers: the rule, this step's numbers, the test, the loss, the iterates."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Markup
from gdviz.i18n import N_, Translator
from gdviz.session.method_scene import MethodScene
from gdviz.session.scene import DescentScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.formula_stack import FormulaStack
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.switch import Switch
from gdviz.ui.controls.words import Words
from gdviz.ui.panels.iterates_table import IteratesTable, RowOf
from gdviz.ui.panels.loss_curve import LossCurve
from gdviz.ui.panels.method_section import LECTURES, Chooser, ScheduleContent
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.panels.section import Section
from gdviz.ui.panels.verdict import Verdict
from gdviz.ui.theme import Theme


class DescentPanel(PanelView):
    """Shows a DescentScene, by what rule it goes, and the rows of the table as they are asked for.

    optimiser.chosen, optimiser.settings and those of schedule say what the person chose.
    """

    section_turned = Signal(str, bool)

    iterate_chosen = Signal(int)
    iterate_scrubbed = Signal(int)
    drag_finished = Signal()
    copy_wanted = Signal(int, int)
    """Iterates first to last, as a table for a spreadsheet."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descent_panel")
        self._log_action = actions["log_loss"]
        arrows = Switch("step_arrows", actions["show_arrows"], N_("arrows"), self)
        self.optimiser = Chooser("optimizer", self, arrows)
        self.lines = FormulaStack("update_lines", self)
        self.schedule = ScheduleContent(actions, self)
        self.folded = Section("schedule", self.schedule, self)
        self.rule = FormulaLines("update_rule", self)
        self.second_rule = FormulaLines("second_update_rule", self)
        self.numbers = FormulaLines("update_numbers", self)
        self.second_numbers = FormulaLines("second_update_numbers", self)
        self.test = FormulaLines("stop_test", self)
        self.verdict = Verdict(self)
        self.minimum = FormulaLines("minimum", self)
        self.curve_title = Words("", "secondary", self)
        self.log_switch = Switch("log_loss", actions["log_loss"], N_("logarithmic"), self)
        self.curve = LossCurve(self)
        self.table_title = Words("", "secondary", self)
        tangent = actions["show_iterate_tangent"]
        self.tangent_switch = Switch("iterate_tangent", tangent, N_("tangent"), self)
        self.copy = IconButton("copy_iterates", "copy", self)
        self.table = IteratesTable(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._curve_row, self._table_row = QHBoxLayout(), QHBoxLayout()
        self._curve_row.addWidget(self.curve_title, 1)
        self._curve_row.addWidget(self.log_switch)
        self._table_row.addWidget(self.table_title, 1)
        self._table_row.addWidget(self.tangent_switch)
        self._table_row.addWidget(self.copy)
        self._layout = QVBoxLayout(self)
        for part in (
            self.optimiser, self.rule, self.second_rule, self.numbers, self.second_numbers,
            self.lines, self.test, self.verdict, self.minimum,
        ):  # fmt: skip
            self._layout.addWidget(part)
        self._layout.addLayout(self._curve_row)
        self._layout.addWidget(self.curve, 2)
        self._layout.addLayout(self._table_row)
        self._layout.addWidget(self.table, 3)
        self._layout.addWidget(self.folded)

    def _connect(self) -> None:
        self.folded.turned.connect(lambda is_open: self.section_turned.emit("schedule", is_open))
        self.curve.iterate_scrubbed.connect(self.iterate_scrubbed)
        self.curve.drag_finished.connect(self.drag_finished)
        self.table.iterate_chosen.connect(self.iterate_chosen)
        self.table.copy_wanted.connect(self.copy_wanted)
        self.copy.clicked.connect(self.table.copy)

    def show_scene(self, scene: DescentScene) -> None:
        """Show the step the descent stands at, and how it ended."""
        second = scene.second
        for lines, markup in (
            (self.rule, scene.rule),
            (self.second_rule, second.rule if second else None),
            (self.numbers, scene.numbers),
            (self.second_numbers, second.numbers if second else None),
        ):
            lines.show_markup(markup)
            lines.setVisible(markup is not None)
        self._fit_titles()
        self.test.show_markup(scene.test)
        self.verdict.show_scene(scene)
        self.table.show_letters(scene.letter, scene.loss, second.letter if second else "")
        self.curve.show_losses(scene.losses, scene.step)
        self.table.show_step(scene.step)

    def show_method(self, scene: MethodScene) -> None:
        """Show by what rule the descent goes."""
        self.optimiser.show_choice(scene.optimiser, told=scene.optimiser.name != LECTURES)
        self.schedule.show_scene(scene)

    def show_sections(self, opened: Collection[str]) -> None:
        """Which of its sections are unfolded."""
        self.folded.show_open("schedule" in opened)

    def show_update(self, lines: Sequence[Markup]) -> None:
        """The update of the step, line by line, where it is not the lecture's own."""
        self.lines.show_markups(lines)

    def show_rows(self, count: int, row_of: RowOf) -> None:
        """The table: `row_of(index)` makes the row of an iterate."""
        step = self.table.currentIndex().row()
        self.table.show_rows(count, row_of)
        self.table.show_step(max(step, 0))

    def show_log(self, logarithmic: bool) -> None:
        """The scale of the loss curve."""
        self._log_action.setChecked(logarithmic)
        self.curve.show_log(logarithmic)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.optimiser.call(tr("Optimizer"))
        self.folded.show_title(tr("Schedule of λ, noise"))
        self.lines.describe(tr("Update rule with the numbers of this step"))
        self.rule.describe(tr("Update rule"))
        self.second_rule.describe(tr("Update rule"))
        self.numbers.describe(tr("Update rule with the numbers of this step"))
        self.second_numbers.describe(tr("Update rule with the numbers of this step"))
        self.test.describe(tr("Test of the stop rule"))
        self.minimum.describe(tr("Where the derivative is zero"))
        self.curve_title.setText(tr("Loss"))
        self.table_title.setText(tr("Iterates"))
        self.copy.describe(tr("Copy the table"))
        for view in (
            self.optimiser, self.folded, self.verdict, self.log_switch, self.curve,
            self.tangent_switch, self.table,
        ):  # fmt: skip
            view.retranslate(tr)
        self._fit_titles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_titles()

    def _fit_titles(self) -> None:
        """A title gives way where it would cut off the switch beside it."""
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        on_table = (self.tangent_switch, self.copy)
        rows = (
            (self.curve_title, (self.log_switch,)),
            (self.table_title, tuple(p for p in on_table if not p.isHidden())),
        )
        for title, others in rows:
            widths = [part.sizeHint().width() for part in (title, *others)]
            gaps = self._table_row.spacing() * len(others)
            title.setVisible(sum(widths) + gaps <= room)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space, 2 * space, space)
        self._layout.setSpacing(space // 2)
        self._table_row.setSpacing(space)
        for view in (
            self.optimiser, self.lines, self.folded, self.rule, self.second_rule, self.numbers,
            self.second_numbers, self.test,
            self.verdict, self.minimum, self.curve_title, self.log_switch, self.curve,
            self.table_title, self.tangent_switch, self.copy, self.table,
        ):  # fmt: skip
            view.show_theme(theme)
        self._fit_titles()
