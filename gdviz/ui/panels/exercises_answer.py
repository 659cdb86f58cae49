"""Where an answer is typed: y′ = [field], and its typeset reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Fraction, Letter, Scripts, Upright
from gdviz.i18n import Translator
from gdviz.session.exercises_scene import ExercisesScene
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.editor.expression_field import ExpressionField
from gdviz.ui.panels.exercises_messages import AnswerMessages
from gdviz.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SQUARE = Scripts(Letter("x"), upper=Upright("2"))
USUAL = Fraction(SQUARE, SQUARE)
"""Most readings are no higher than this; so what stands below does not move while one types."""


class AnswerField(ExpressionField):
    """A line like the one where the function is typed; Enter asks for it to be checked."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Answer(QWidget):
    """`typed`: each letter; `entered`: by Enter; `alternative_chosen`: read or written otherwise.

    `messages` are put where the panel has room for them.
    """

    typed = Signal(str)
    entered = Signal()
    alternative_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_place")
        self._tr = Translator()
        self.caption = Symbol(None, self)
        self.field = AnswerField(self)
        self.preview = FormulaLines("answer_preview", self)
        self.preview.hold(USUAL)
        self.messages = AnswerMessages(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.caption)
        self._row.addWidget(self.field, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._row)
        self._layout.addWidget(self.preview)
        self.field.typed.connect(self.typed)
        self.field.entered.connect(self.entered)
        self.messages.alternative_chosen.connect(self.alternative_chosen)

    def show_scene(self, scene: ExercisesScene) -> None:
        """Show the answer and how it was read.

        While it makes no sense the last reading stays, and what stands below is not moved.
        """
        self.caption.show_markup(scene.caption)
        self.field.show_text(scene.answer)
        self.field.show_messages(scene.messages)
        self.field.setAccessibleDescription(" ".join(m.text for m in scene.messages))
        is_empty = not scene.answer.strip()
        if scene.preview is not None or is_empty:
            self.preview.show_markup(scene.preview)
        if is_empty:
            self.messages.begin_anew()
        self.messages.show_messages(scene.messages, self._tr)

    def choose_alternative(self) -> bool:
        """Take what is offered at the cursor; whether the keyboard is here and anything is."""
        line = self.messages.alternative_at(self.field.cursorPosition())
        if line is None or not self.field.hasFocus():
            return False
        self.alternative_chosen.emit(line)
        return True

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self.field.setAccessibleName(tr("Your answer"))
        self.field.setPlaceholderText(tr("Your answer"))
        self.field.setToolTip(tr("The derivative, in any form; Enter checks it"))
        self.preview.describe(tr("Your answer as it was read"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._row.setSpacing(space)
        self._layout.setSpacing(space // 2)
        for view in (self.caption, self.field, self.preview, self.messages):
            view.show_theme(theme)
