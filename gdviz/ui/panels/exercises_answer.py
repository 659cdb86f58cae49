"""Where an answer is typed: y′ = [field], its typeset reading, and what is in the way of one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.exercises_scene import ExercisesScene
from gdviz.session.scene import Message
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.icon_button import WordButton
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.controls.words import Words
from gdviz.ui.editor.expression_field import ExpressionField
from gdviz.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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


class AnswerMessage(QFrame):
    """A sentence about how the answer was read, or why not; the other reading is a click away."""

    alternative_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._alternative = ""
        self._theme: Theme | None = None
        self.words = Words("answer_message", "error", self)
        self.words.setWordWrap(True)
        self.button = WordButton("answer_alternative", self)
        self.button.clicked.connect(self._choose)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_message(self, message: Message | None) -> None:
        """The sentence and what to do about it; nothing for None."""
        self.setVisible(message is not None)
        self.words.show_text("" if message is None else f"{message.text} {message.hint}".strip())
        self._alternative = (message.alternative or "") if message else ""
        self.button.setVisible(bool(self._alternative))
        self._show_tone("notice" if message and not message.is_error else "error")

    def _show_tone(self, tone: str) -> None:
        if self.property("tone") == tone:
            return
        for widget in (self, self.words):
            widget.setProperty("tone", tone)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if self._theme is not None:
            # A style sheet that is applied anew takes the fonts away.
            self.show_theme(self._theme)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.button.setText(tr("Read it so"))
        self.button.setAccessibleName(self.button.text())

    def show_theme(self, theme: Theme) -> None:
        """Take sizes from the theme."""
        self._theme = theme
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space // 2, space, space // 2)
        self._layout.setSpacing(0)
        self.words.show_theme(theme)
        self.button.show_theme(theme)

    def _choose(self) -> None:
        self.alternative_chosen.emit(self._alternative)


class Answer(QWidget):
    """`typed`: each letter; `entered`: by Enter; `alternative_chosen`: read otherwise."""

    typed = Signal(str)
    entered = Signal()
    alternative_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_place")
        self.caption = Symbol(None, self)
        self.field = AnswerField(self)
        self.preview = FormulaLines("answer_preview", self)
        self.card = AnswerMessage(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.caption)
        self._row.addWidget(self.field, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._row)
        self._layout.addWidget(self.preview)
        self._layout.addWidget(self.card)
        self.field.typed.connect(self.typed)
        self.field.entered.connect(self.entered)
        self.card.alternative_chosen.connect(self.alternative_chosen)

    def show_scene(self, scene: ExercisesScene) -> None:
        """Show the answer and how it was read."""
        self.caption.show_markup(scene.caption)
        self.field.show_text(scene.answer)
        self.field.show_messages(scene.messages)
        self.field.setAccessibleDescription(" ".join(m.text for m in scene.messages))
        self.preview.show_markup(scene.preview)
        self.preview.setVisible(scene.preview is not None)
        self.card.show_message(scene.messages[0] if scene.messages else None)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.card.retranslate(tr)
        self.field.setAccessibleName(tr("Your answer"))
        self.field.setPlaceholderText(tr("Your answer"))
        self.field.setToolTip(tr("The derivative, in any form; Enter checks it"))
        self.preview.describe(tr("Your answer as it was read"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._row.setSpacing(space)
        self._layout.setSpacing(space // 2)
        for view in (self.caption, self.field, self.preview, self.card):
            view.show_theme(theme)
