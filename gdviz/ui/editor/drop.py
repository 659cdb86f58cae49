"""What hangs from the editor line over the upper edge of the plot: messages, sliders, examples.

It floats, so that the plot never changes its size under a person who types.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import EditorScene, Message, ParameterSlider
from gdviz.ui.controls.view import Themed
from gdviz.ui.editor.beside_axis import Berth, Span, free_spans
from gdviz.ui.editor.completion_list import CompletionList
from gdviz.ui.editor.first_examples import FirstExamples
from gdviz.ui.editor.message_card import MessageCard, alternative_at
from gdviz.ui.editor.parameter_strip import ParameterStrip
from gdviz.ui.editor.range_card import RangeCard
from gdviz.ui.editor.reading_card import ReadingCard
from gdviz.ui.editor.symbol_palette import SymbolPalette
from gdviz.ui.theme import Theme

MOST_MESSAGES = 3
WIDEST_MESSAGE = 640


class Drop(QObject):
    """Belongs to the `stage` it floats over. `x_of` says where a character is on it."""

    def __init__(self, stage: QWidget, x_of: Callable[[int], float]) -> None:
        super().__init__(stage)
        self._stage = stage
        self.axis_x: Callable[[], float | None] = lambda: None
        self._berth = Berth()
        self._x_of = x_of
        self._theme: Theme | None = None
        self._messages: tuple[Message, ...] = ()
        names = ["message", *(f"message_{count}" for count in range(2, MOST_MESSAGES + 1))]
        self.cards = [MessageCard(name, stage) for name in names]
        self.reading = ReadingCard(stage)
        self.parameters = ParameterStrip(stage)
        self.range = RangeCard(stage)
        self._ranged = ""
        self._sliders: tuple[ParameterSlider, ...] = ()
        self.parameters.range_wanted.connect(self._toggle_range)
        self.range.left.connect(self._leave_range)
        self.first_examples = FirstExamples(stage)
        self.symbols = SymbolPalette(stage)
        self.completions = CompletionList(stage)
        self._completed_at = 0
        stage.installEventFilter(self)

    @property
    def lasting(self) -> tuple[QWidget, ...]:
        """What stays over the plot while one works with it."""
        return (*self.cards, self.reading, self.parameters, self.range)

    def show_scene(self, scene: EditorScene, tr: Translator) -> None:
        """Show what is said about the line."""
        self._messages = scene.messages[:MOST_MESSAGES]
        for index, card in enumerate(self.cards):
            card.show_message(self._messages[index] if index < len(self._messages) else None, tr)
        self.first_examples.setVisible(not scene.text.strip())
        self.place()

    def show_parameters(self, sliders: tuple[ParameterSlider, ...]) -> None:
        """Show the letters that have sliders."""
        self.parameters.show_parameters(sliders)
        self._sliders = sliders
        self._show_range()
        self.place()

    def show_completed(self, position: int) -> None:
        """The list of names hangs under the word that begins there."""
        self._completed_at = position
        self.place()

    def alternative_at(self, position: int) -> str | None:
        """The line that the message about a place offers, else the first that is offered."""
        return alternative_at(self._messages, position)

    def place(self) -> None:
        """Sliders to the right; each message under its place, below what is there already.

        Names that complete a word lie over everything but messages, which step aside.
        """
        if self._theme is None:
            return
        gap = round(self._theme.sizes.space)
        taken: list[QRect] = []
        pieces = (self.symbols, self.reading, self.first_examples, self.parameters, self.range)
        for piece in pieces:
            if not piece.isHidden():
                if piece is self.parameters:
                    self._fit_parameters(gap)
                else:
                    piece.fit(self._stage.width() - 2 * gap)
                self._put(piece, self._left(piece, gap), gap, taken)
        if not self.completions.isHidden():
            self._put_completions(gap, taken)
        for card, message in zip(self.cards, self._messages, strict=False):
            widest = round(WIDEST_MESSAGE * self._theme.scale)
            card.fit(min(widest, self._stage.width() - 2 * gap))
            left = min(round(self._x_of(message.position)) - gap, self._right(card, gap))
            self._put(card, max(gap, left), gap, taken)

    def _spans(self, gap: int) -> tuple[Span, ...]:
        whole = (gap, self._stage.width() - gap)
        return free_spans(whole, self.axis_x(), gap)

    def _fit_parameters(self, gap: int) -> None:
        """Beside Oy, if there is room for one column."""
        whole = (gap, self._stage.width() - gap)
        self.parameters.fit(1)
        needed = self.parameters.width()
        names = tuple(slider.name for slider in self._sliders)
        # To the right, where nothing else hangs there: both together would hide half the curve.
        has_right = self.reading.isHidden() or self.reading.on_the_left
        key = (names, self._stage.size().toTuple(), needed, has_right)
        spans = self._spans(gap)[:: -1 if has_right else 1]
        first, last = self._berth.choose(key, spans, whole, needed)
        self.parameters.fit(last - first)

    def _toggle_range(self, name: str) -> None:
        """Open the range of a letter, or close it again."""
        if self._ranged == name:
            self._leave_range()
            return
        self._ranged = name
        self._show_range()
        self.place()
        self.range.begin()

    def _leave_range(self) -> None:
        """Its letter has the keyboard back, if the card had it."""
        control, had_keyboard = self.parameters.control(self._ranged), self._has_keyboard()
        self._ranged = ""
        self._show_range()
        self.place()
        if control is not None and had_keyboard:
            control.letter.setFocus(Qt.FocusReason.PopupFocusReason)

    def _has_keyboard(self) -> bool:
        focused = self._stage.window().focusWidget()
        return focused is not None and self.range.isAncestorOf(focused)

    def _show_range(self) -> None:
        """The card is there for as long as its letter is."""
        shown = next((one for one in self._sliders if one.name == self._ranged), None)
        if shown is not None:
            self.range.show_parameter(shown)
        self.range.setVisible(shown is not None)

    def _left(self, piece: QWidget, gap: int) -> int:
        """Signs and examples stand under the field, everything else to the right."""
        if piece is self.symbols:
            return max(gap, min(round(self._x_of(0)) - gap, self._right(piece, gap)))
        if piece is self.first_examples:
            return round(self._x_of(0)) - gap
        if piece is self.reading and self.reading.on_the_left:
            return gap
        if piece is self.parameters:
            return self._berth.left(piece.width(), (gap, self._stage.width() - gap))
        if piece is self.reading:
            fitting = [end for start, end in self._spans(gap) if end - start >= piece.width()]
            return max(fitting, default=self._stage.width() - gap) - piece.width()
        return self._right(piece, gap)

    def _right(self, piece: QWidget, gap: int) -> int:
        return self._stage.width() - gap - piece.width()

    def _put_completions(self, gap: int, taken: list[QRect]) -> None:
        self.completions.fit(self._stage.width() - 2 * gap)
        left = min(round(self._x_of(self._completed_at)) - gap, self._right(self.completions, gap))
        self.completions.move(max(gap, left), gap // 2)
        self.completions.raise_()
        taken.append(self.completions.geometry())

    def _put(self, piece: QWidget, left: int, gap: int, taken: list[QRect]) -> None:
        place = QRect(left, gap // 2, piece.width(), piece.height())
        for other in sorted(taken, key=QRect.top):
            if place.intersects(other):
                place.moveTop(other.bottom() + 1 + gap // 2)
        piece.setGeometry(place)
        piece.raise_()
        taken.append(place)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.parameters.retranslate(tr)
        self.range.retranslate(tr)
        self.first_examples.retranslate(tr)
        self.completions.retranslate(tr)
        self.symbols.retranslate(tr)
        self.place()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        pieces: list[Themed] = [
            *self.cards, self.reading, self.parameters, self.range, self.first_examples,
            self.completions, self.symbols,
        ]  # fmt: skip
        for piece in pieces:
            piece.show_theme(theme)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
