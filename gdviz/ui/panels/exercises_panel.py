"""Exercises: a function to differentiate, the answer, what is said of it, and hints."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.practice.exercise import Kind
from gdviz.practice.progress import Tally, total
from gdviz.sentences.practice import DIFFICULTIES, KINDS
from gdviz.session.exercises_scene import ExercisesScene, Remark
from gdviz.ui.actions import Actions
from gdviz.ui.controls.choice_button import ChoiceButton
from gdviz.ui.controls.flow_row import FlowRow
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.icon_button import RING, WordButton
from gdviz.ui.controls.view import home
from gdviz.ui.controls.words import Words
from gdviz.ui.panels.exercises_answer import Answer
from gdviz.ui.panels.exercises_remarks import Judgement, Remarks
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class FilledButton(WordButton):
    """The one button of the panel that stands out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setProperty("kind", "primary")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(2 * RING, 0)


class ExercisesPanel(PanelView):
    """Shows an ExercisesScene, and how the person gets on.

    kind_chosen, difficulty_chosen: of the next exercise, which is wanted at once; answer_typed:
    each letter; answer_chosen: read or written otherwise; the others are what the buttons are
    called.
    """

    kind_chosen = Signal(str)
    difficulty_chosen = Signal(int)
    next_wanted = Signal()
    answer_typed = Signal(str)
    answer_chosen = Signal(str)
    check_wanted = Signal()
    hint_wanted = Signal()
    solution_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exercises_panel")
        self._tr = Translator()
        self._tallies: Mapping[Kind, Tally] = {}
        self._said = ("", 0, False)
        self._news: QWidget | None = None
        self._laid_out = QTimer(self)
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._bring_into_view)
        self.kind = ChoiceButton("exercise_kind", self)
        self.difficulty = ChoiceButton("exercise_difficulty", self)
        self.next = WordButton("next_exercise", self)
        self.task = Words("", "secondary", self)
        self.question = FormulaLines("exercise_question", self)
        self.answer = Answer(self)
        self.check = FilledButton("check_answer", self)
        self.hint = WordButton("hint", self)
        self.solution = WordButton("show_solution", self)
        self.judgement = Judgement(self)
        self.hints = Remarks("hints", self)
        self.task.setWordWrap(True)
        self.progress = Words("progress", "secondary", self)
        self.progress.setWordWrap(True)
        self.clear = WordButton("clear_progress", self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._choices, self._buttons, self._foot = FlowRow(self), FlowRow(self), FlowRow(self)
        self._choices.add(self.kind, self.difficulty, self.next)
        self._buttons.add(self.check, self.hint, self.solution)
        self._foot.add(self.clear)
        self._layout = QVBoxLayout(self)
        self._indented = QVBoxLayout()
        for part in (
            self.task, self.question, self.answer, self._buttons, self.judgement,
            self.answer.messages, self.hints,
        ):  # fmt: skip
            self._indented.addWidget(part)
        self._indented.addStretch(1)
        self._indented.addWidget(self.progress)
        self._layout.addWidget(self._choices)
        self._layout.addLayout(self._indented, 1)
        self._layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.kind.chosen.connect(self.kind_chosen)
        self.difficulty.chosen.connect(self._tell_difficulty)
        self.next.clicked.connect(self.next_wanted)
        self.answer.typed.connect(self.answer_typed)
        self.answer.alternative_chosen.connect(self.answer_chosen)
        self.answer.entered.connect(self.check_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.hint.clicked.connect(self.hint_wanted)
        self.solution.clicked.connect(self.solution_wanted)
        self.clear.clicked.connect(self.clear_wanted)

    def _tell_difficulty(self, name: str) -> None:
        self.difficulty_chosen.emit(int(name))

    def show_scene(self, scene: ExercisesScene) -> None:
        """Show the question, the answer and what is said of it."""
        has_question = scene.question is not None
        self.kind.show_choice(scene.kind)
        self.difficulty.show_choice(str(scene.difficulty))
        self.task.setText(scene.task)
        self.question.show_markup(scene.question)
        self.answer.show_scene(scene)
        verdict = [Remark(scene.verdict)] if scene.verdict else []
        self.judgement.show_tone(scene.tone)
        self.judgement.show_remarks([*verdict, *scene.mistakes])
        self.hints.show_remarks(scene.hints)
        self._follow(scene)
        for part in (self.question, self.answer, self._buttons):
            part.setVisible(has_question)
        self.check.setEnabled(scene.can_check)
        self.hint.setEnabled(scene.more_hints)
        self.difficulty.setVisible(scene.kind != Kind.LECTURE)
        self._choices.arrange()

    def _follow(self, scene: ExercisesScene) -> None:
        """What is newly said comes into view."""
        said = (scene.verdict, len(scene.hints), bool(scene.messages))
        if said[1] > self._said[1]:
            self._news = self.hints
        elif said[0] and said[0] != self._said[0]:
            self._news = self.judgement
        elif said[2] and not self._said[2]:
            self._news = self.answer.messages
        if said != self._said:
            self._said = said
            self._laid_out.start()

    def _bring_into_view(self) -> None:
        """Its end, where it is too high."""
        scroll = home(home(self))
        if isinstance(scroll, QScrollArea) and self._news is not None:
            end = self._news.mapTo(self, self._news.rect().bottomLeft())
            scroll.ensureVisible(0, end.y(), 0, 2 * RING)
        self._news = None

    def show_tallies(self, tallies: Mapping[Kind, Tally]) -> None:
        """How the person gets on; nothing before the first exercise."""
        self._tallies = tallies
        self._show_progress()

    def _show_progress(self) -> None:
        tr, every = self._tr, total(self._tallies)
        lines = [
            tr(
                "{kind}: {right} of {tried} at the first go",
                kind=tr(KINDS[kind]),
                right=t.right,
                tried=t.tried,
            )
            for kind, t in self._tallies.items()
            if t.tried
        ]
        heading = tr(
            "Right at the first go: {right} of {tried}", right=every.right, tried=every.tried
        )
        self.progress.show_text("\n".join([heading, *lines]))
        self.progress.setVisible(bool(lines))
        self._foot.setVisible(bool(lines))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self.kind.offer(tr("Exercises on"), {name: tr(text) for name, text in KINDS.items()})
        levels = {str(level): tr(text) for level, text in DIFFICULTIES.items()}
        self.difficulty.offer(tr("Difficulty"), levels)
        self.question.describe(tr("The function to differentiate"))
        for button, name in (
            (self.next, tr("Next")),
            (self.check, tr("Check")),
            (self.hint, tr("Hint")),
            (self.solution, tr("Solution")),
            (self.clear, tr("Clear the score")),
        ):
            button.setText(name)
            button.setAccessibleName(name)
        self.check.setToolTip(tr("Check the answer (Enter)"))
        self.hint.setToolTip(tr("One rule more"))
        self.solution.setToolTip(tr("The whole derivation, in its panel"))
        self.progress.describe(tr("Score"))
        self.answer.retranslate(tr)
        self._show_progress()
        for row in (self._choices, self._buttons, self._foot):
            row.arrange()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space - RING, space, 2 * space, space)
        # Words that can be pressed stand in a ring; so all words have one left edge.
        self._indented.setContentsMargins(RING, 0, 0, 0)
        for layout in (self._layout, self._indented):
            layout.setSpacing(space)
        for view in (
            self.kind, self.difficulty, self.next, self.task, self.question, self.answer,
            self.check, self.hint, self.solution, self.judgement, self.hints, self.progress,
            self.clear, self._choices, self._buttons, self._foot,
        ):  # fmt: skip
            view.show_theme(theme)
