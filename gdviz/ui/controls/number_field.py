"""A number that can be typed: with point or comma, with any minus, in scientific notation."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.ui.controls.numbers import exact_text, read_number, stepped
from gdviz.ui.controls.remark import Remark
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

NO_NUMBER = N_("This is not a number. Type one like 0.25, −3 or 1e−4.")
NO_POSITIVE = N_("This is not a number. Type one like 0.25, 1/3 or 1e−4.")
TOO_LARGE = N_("This number is too large: the largest is 1.8·10³⁰⁸.")
NOT_POSITIVE = N_("Here a number greater than 0 is needed.")
NOT_ZERO = N_("This number cannot be 0: the slope of the secant would be 0/0.")
WIDEST_NUMBER = "−0.00000"
MARGINS, WITHIN = 12, 6
"""Beside the text, px: at least, and what a field has inside its style's padding."""
WHEEL_STEP = 120
WINDOWS_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NumberField(QLineEdit):
    """Shows 4 significant digits, all of them while it has the keyboard; keeps full precision.

    `value_entered` comes with Enter, with leaving the field, and with each step of the arrows or
    the wheel. What is no number stays as it was typed, with a sentence that says why; Esc puts
    the last value back.
    """

    value_entered = Signal(float)

    def __init__(
        self,
        name: str,
        *,
        positive: bool = False,
        nonzero: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "number")
        self.setMaxLength(60)
        self._positive = positive
        self._nonzero = nonzero
        self._value = 0.0
        self._name = ""
        self._refusal: Callable[[float], str] = lambda _: ""
        self._widest = WIDEST_NUMBER
        self._font = self.font()
        self._tr = Translator()
        self._theme: Theme | None = None
        self._remark: Remark | None = None
        self.editingFinished.connect(self._enter)
        self.textEdited.connect(self._forgive)

    def value(self) -> float:
        """The last good value."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show a value; what is just being typed is left alone, but not what was left behind."""
        is_new, self._value = value != self._value, value
        if is_new and not self.hasFocus():
            self._give_up()
        elif not self.isModified():
            self._write()

    def refuse(self, refusal: Callable[[float], str]) -> None:
        """What is wrong with a number, as a sentence in the person's language; "" for nothing."""
        self._refusal = refusal

    def describe(self, name: str, tr: Translator) -> None:
        """Its name in words, for screen readers and on hover."""
        self._name, self._tr = name, tr
        self.setAccessibleName(name)

    def show_theme(self, theme: Theme, size: float | None = None) -> None:
        """Take colours and sizes from the theme; `size` of the figures, px, if not body text."""
        self._theme = theme
        self._font = figures_font(size or theme.sizes.body)
        self.setFont(self._font)
        self.setFixedHeight(round(max(theme.sizes.control, self.fontMetrics().height() + 2)))
        self.hold(self._widest)

    def hold(self, widest: str) -> None:
        """Be as wide as a number like this one needs."""
        self._widest = widest
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + self._margins)
        if not self.isModified():
            self._write()

    @property
    def _margins(self) -> int:
        """Blank beside the text, px: what the style leaves there grows with the text."""
        space = round(self._theme.sizes.space) if self._theme else 0
        return max(MARGINS, space + WITHIN)

    def _write(self) -> None:
        text = exact_text(self._value) if self.hasFocus() else self._brief()
        if text != self.text():
            self.setText(text)
        self.setModified(False)

    def _brief(self) -> str:
        """4 significant digits, fewer where they do not fit, at last with a power of ten."""
        texts = [significant(self._value, digits) for digits in range(4, 0, -1)]
        texts += [significant(self._value, digits, plain_below=1e3) for digits in range(3, 0, -1)]
        room = self.width() - self._margins
        fits = (text for text in texts if self.fontMetrics().horizontalAdvance(text) <= room)
        return next(fits, texts[-1])

    def _enter(self) -> None:
        """Take what was typed, or say what is wrong with it."""
        if not self.isModified():
            return
        try:
            value = read_number(self.text())
        except ValueError:
            self._object(self._tr(NO_POSITIVE if self._positive else NO_NUMBER))
            return
        if math.isinf(value):
            self._object(self._tr(TOO_LARGE))
        elif self._positive and value <= 0:
            self._object(self._tr(NOT_POSITIVE))
        elif self._nonzero and value == 0:
            self._object(self._tr(NOT_ZERO))
        elif sentence := self._refusal(value):
            self._object(sentence)
        else:
            self._accept(value)

    def _accept(self, value: float) -> None:
        self._forgive()
        self._value = value
        self._write()
        self.value_entered.emit(value)

    def _object(self, message: str) -> None:
        self._mark_wrong(True)
        if self._remark is None:
            self._remark = Remark(self)
        if self._theme is not None:
            self._remark.show_theme(self._theme)
        self._remark.say(message)
        self.setAccessibleDescription(self._remark.text())

    def _forgive(self) -> None:
        """The cause of a remark is gone, or being mended."""
        if self._remark is not None and self._is_wrong():
            self._remark.hide()
            self._mark_wrong(False)
            self.setAccessibleDescription("")

    def _is_wrong(self) -> bool:
        """Whether what stands here was objected to; then the keyboard stays to mend it."""
        return self._remark is not None and not self._remark.isHidden()

    def _mark_wrong(self, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
        # A style sheet that is applied anew takes the font away.
        self.setFont(self._font)

    def _give_up(self) -> None:
        """Back to the last good value."""
        self._forgive()
        self.setModified(False)
        self._write()

    def _step(self, count: int, modifiers: Qt.KeyboardModifier) -> None:
        if self.isModified():
            self._enter()
            if self.isModified():
                return
        coarse = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        fine = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        fineness = 1 - coarse + fine
        if self._nonzero and self._value < 0:
            self._accept(-stepped(-self._value, -count, fineness, positive=True))
        else:
            never_zero = self._positive or self._nonzero
            moved = stepped(self._value, count, fineness, positive=never_zero)
            if not self._refusal(moved):
                self._accept(moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Up else -1, event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self._give_up()
            event.ignore()
        else:
            super().keyPressEvent(event)
            if self._is_wrong():
                event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        count = round(event.angleDelta().y() / WHEEL_STEP)
        if not self.hasFocus() or not count:
            event.ignore()
            return
        self._step(count, event.modifiers())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isModified():
            self._write()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isModified():
            self._write()

    def event(self, event: QEvent) -> bool:
        """The exact value on hover, made only then.

        Undo and redo belong to the window unless a number is being typed."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hint = f"{self._name} = {exact_text(self._value)}"
            QToolTip.showText(event.globalPos(), hint, self)
            return True
        is_claim = event.type() == QEvent.Type.ShortcutOverride and not self.isModified()
        if is_claim and isinstance(event, QKeyEvent) and any(map(event.matches, WINDOWS_OWN)):
            event.ignore()
            return False
        return super().event(event)
