"""The editor row: f(x) = [typed line]  typeset reading  examples, and what hangs from it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Fenced, Letter, Markup, Operator, Row
from gdviz.calculus.typesetting.notation import listed
from gdviz.i18n import Translator
from gdviz.session.derivation_scene import Lighting
from gdviz.session.scene import EditorScene
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.later import Later
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.editor.completer import Completer
from gdviz.ui.editor.drop import Drop
from gdviz.ui.editor.expression_field import ExpressionField
from gdviz.ui.editor.settling import Settling
from gdviz.ui.editor.symbols import written
from gdviz.ui.formula.lighting import lit
from gdviz.ui.formula.view import FormulaView
from gdviz.ui.theme import Theme

if TYPE_CHECKING:
    from gdviz.ui.editor.examples_card import ExamplesCard

WIDEST_PREVIEW = 0.36
"""Of the row; the rest is for typing."""


class Editor(QWidget):
    """Shows the typed line and what it means; messages and sliders hang over `stage`."""

    text_edited = Signal(str)
    alternative_chosen = Signal(str)
    example_chosen = Signal(str)
    parameter_dragged = Signal(str, float)
    parameter_entered = Signal(str, float)
    range_entered = Signal(str, float, float, float)
    parameter_play_wanted = Signal(str)
    drag_finished = Signal()
    help_wanted = Signal()

    def __init__(self, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self._tr = Translator()
        self._stage = stage
        self.caption = Symbol(_left_hand_side("f", ("x",)), self)
        self.caption.hold(_left_hand_side("L", ("w",)))
        self.field = ExpressionField(self)
        self.symbols = IconButton("symbols_button", "symbols", self)
        self.preview = FormulaView("preview", self)
        self.examples = IconButton("examples", "examples", self)
        self.examples_card = Later(self._make_examples)
        self.drop = Drop(stage, self._x_of)
        self._layout = QHBoxLayout(self)
        for control in self._controls:
            self._layout.addWidget(control)
        self._layout.setStretchFactor(self.field, 1)
        self._theme: Theme | None = None
        self._presenting = False
        self._has_left_hand_side = False
        self._can_be_read = False
        self.completer = Completer(self.field, self.drop.completions, lambda: self._tr.language)
        self._settling = Settling(self, self.drop.completions.isVisible)
        self._connect()

    @property
    def _controls(self) -> tuple[Symbol, ExpressionField, IconButton, FormulaView, IconButton]:
        """The row from left to right; other buttons follow."""
        return self.caption, self.field, self.symbols, self.preview, self.examples

    def _connect(self) -> None:
        self.field.typed.connect(self._settling.hear_key)
        self.field.typed.connect(self.text_edited)
        self._settling.changed.connect(self._show_sliders)
        self.field.focus_changed.connect(self._arrange)
        self.completer.changed.connect(self._place_completions)
        self.field.focus_changed.connect(self._fold_symbols)
        self.field.moved.connect(self.drop.place)
        self.drop.symbols.chosen.connect(self._write_symbol)
        self.drop.symbols.left.connect(self._leave_symbols)
        self.drop.symbols.help_wanted.connect(self.help_wanted)
        self.examples.clicked.connect(self._toggle_examples)
        for card in self.drop.cards:
            card.alternative_chosen.connect(self.alternative_chosen)
        self.drop.parameters.dragged.connect(self.parameter_dragged)
        self.drop.parameters.entered.connect(self.parameter_entered)
        self.drop.parameters.drag_finished.connect(self.drag_finished)
        self.drop.parameters.play_wanted.connect(self.parameter_play_wanted)
        self.drop.range.entered.connect(self.range_entered)
        self.drop.first_examples.chosen.connect(self.example_chosen)

    def _place_completions(self) -> None:
        self.drop.show_completed(self.completer.start)

    def add_button(self, button: QWidget) -> None:
        """One more button at the end of the row."""
        self._layout.addWidget(button)

    def show_playing(self, parameter: str) -> None:
        """The parameter that the clock is moving, "" if none is."""
        self.drop.parameters.show_playing(parameter)

    def begin(self) -> None:
        """Take the keyboard, all of the line selected."""
        self.field.show()
        self.field.setFocus()
        self.field.offer_whole()

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """Messages' buttons come behind the line that they speak of."""
        buttons = [card.button for card in self.drop.cards]
        return self.field, *buttons, self.symbols, self.preview, self.examples

    def choose_alternative(self) -> None:
        """What the message at the cursor offers, or the first one that offers anything."""
        cursor = self.field.cursorPosition() if self.field.hasFocus() else 0
        if (line := self.drop.alternative_at(cursor)) is not None:
            self.alternative_chosen.emit(line)

    def toggle_symbols(self) -> None:
        """Signs and functions to click come under the line, or go."""
        if self.drop.symbols.isHidden():
            self.field.show()
            if not self.field.hasFocus():
                self.field.setFocus()
            self._show_symbols(True)
        else:
            self._leave_symbols()

    def _show_symbols(self, shown: bool) -> None:
        self.drop.symbols.setVisible(shown)
        self.drop.place()

    def _leave_symbols(self) -> None:
        self.field.setFocus()
        self._show_symbols(False)

    def _fold_symbols(self) -> None:
        """They are there for as long as the line is being written."""
        focused = self.window().focusWidget()
        palette = self.drop.symbols
        stays = focused is self.field or (focused and palette.isAncestorOf(focused))
        if not palette.isHidden() and not stays:
            self._show_symbols(False)

    def _write_symbol(self, template: str) -> None:
        """Where the cursor is, or round what is selected."""
        field, selected = self.field, self.field.selectedText()
        start = field.selectionStart() if selected else field.cursorPosition()
        text, end = field.text(), start + len(selected)
        sign = written(template, selected, text[max(0, start - 1) : start], text[end : end + 1])
        field.insert(sign.text)
        field.setCursorPosition(start + sign.cursor)
        field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line had no use for: down to the signs, Esc away from them."""
        if self.drop.symbols.isHidden() or not self.field.hasFocus():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Down:
            self.drop.symbols.begin()
        elif event.key() == Qt.Key.Key_Escape:
            self._show_symbols(False)
        else:
            super().keyPressEvent(event)

    def show_presentation(self, presenting: bool) -> None:
        """The typeset reading alone, large; the field comes when it is asked for."""
        self._presenting = presenting
        self._arrange()

    def _arrange(self) -> None:
        """Which of the row's parts are seen.

        A line with a left-hand side of its own needs none from us; its room is kept, so that the
        field stays where it is whatever is typed.
        """
        alone = self._presenting and self._can_be_read and not self.field.hasFocus()
        self.field.setVisible(not alone)
        self.examples.setVisible(not self._presenting)
        self.symbols.setVisible(not self._presenting)
        policy = self.caption.sizePolicy()
        policy.setRetainSizeWhenHidden(not alone)
        self.caption.setSizePolicy(policy)
        self.caption.setVisible(not alone and not self._has_left_hand_side)
        self._cap_preview(alone)

    def _cap_preview(self, alone: bool) -> None:
        share = 1.0 if alone else WIDEST_PREVIEW
        self.preview.setMaximumWidth(round(share * self.width()))
        self.drop.reading.on_the_left = alone

    def _hang_preview(self) -> None:
        """In the row, or under it where the row is too low for it to be read."""
        card = self.drop.reading
        is_high = self.preview.minimumSizeHint().height() > self.height()
        if is_high == (self.preview.parentWidget() is card):
            return
        if is_high:
            card.take(self.preview)
        else:
            card.hide()
            self._layout.insertWidget(self._layout.indexOf(self.field) + 1, self.preview)
            self.preview.show()
        if self._theme is not None:
            # Under a style sheet a new parent takes the colours away.
            self.preview.show_theme(self._theme)
        self.drop.place()

    def show_scene(self, scene: EditorScene) -> None:
        """Show the line, its reading, and what is to be said about it."""
        self.field.show_text(scene.text)
        self.field.show_messages(scene.messages)
        self.field.setAccessibleDescription(" ".join(m.text for m in scene.messages))
        self.caption.show_markup(_left_hand_side(scene.name, scene.variables))
        self._has_left_hand_side = "=" in scene.text
        self._can_be_read = scene.preview is not None
        self._arrange()
        self.preview.show_markup(scene.preview)
        self._hang_preview()
        self._show_parameters(scene)
        self.drop.show_scene(scene, self._tr)

    def _show_parameters(self, scene: EditorScene) -> None:
        can_be_read = not any(message.is_error for message in scene.messages)
        cursor = self.field.cursorPosition()
        self._settling.show(scene.parameters, scene.text, cursor, can_be_read=can_be_read)
        self._show_sliders()

    def _show_sliders(self) -> None:
        self.drop.show_parameters(self._settling.shown)

    def light_up(self, lighting: Lighting | None) -> None:
        """Show which part of the reading is meant."""
        if self._theme is not None:
            ground = QColor(self._theme.colours.accent_soft)
            self.preview.show_highlight(lit(lighting, self._theme), ground)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self.field.setAccessibleName(tr("Function"))
        self.field.setPlaceholderText(tr("Type a function, for example x sin x"))
        self.field.setToolTip(tr("The function, as written on the board (Ctrl+L)"))
        self.preview.retranslate(tr)
        self.preview.setToolTip(tr("The function as it was read"))
        self.examples.describe(tr("Examples"))
        self.examples_card.retranslate(tr)
        self.drop.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, 0, 2 * space, 0)
        self._layout.setSpacing(space)
        for control in self._controls:
            control.show_theme(theme)
        self._theme = theme
        self._hang_preview()
        self.examples_card.show_theme(theme)
        self.drop.show_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cap_preview(self.field.isHidden())
        self._hang_preview()

    def _x_of(self, position: int) -> float:
        """Where a character of the line stands over the stage, px."""
        left = self.field.mapTo(self.window(), QPoint(0, 0)).x()
        return left + self.field.x_of(position) - self._stage_left()

    def _stage_left(self) -> int:
        return self._stage.mapTo(self.window(), QPoint(0, 0)).x()

    def _make_examples(self) -> "ExamplesCard":
        from gdviz.ui.editor.examples_card import ExamplesCard

        card = ExamplesCard(self.window(), self.examples)
        card.chosen.connect(self.example_chosen)
        return card

    def _toggle_examples(self) -> None:
        self.examples_card.view().toggle()


def _left_hand_side(name: str, variables: tuple[str, ...]) -> Markup:
    letters: list[Markup] = [Letter(variable) for variable in variables]
    return Row((Letter(name), Fenced(listed(letters)), Operator("=")))
