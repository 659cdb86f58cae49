"""Numbers of an optimiser or a schedule: a letter, a slider where the range is short, a field."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdviz.calculus.typesetting.notation import plain
from gdviz.descent.settings import checked
from gdviz.descent.trouble import DescentError
from gdviz.i18n import Translator
from gdviz.sentences import sentence
from gdviz.session.method_scene import SettingRow
from gdviz.ui.controls.flow_row import FlowRow
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LinearScale
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.theme import Theme

SHORT, STEP = 1.0, 0.01
"""Ranges that a slider serves, and its steps."""
WIDEST, SLIDER = "0.00000", 72


class SettingField(QWidget):
    """One number. `entered` when it was typed, `dragged` while the hand goes on."""

    entered = Signal(str, float)
    dragged = Signal(str, float)
    drag_finished = Signal()

    def __init__(self, row: SettingRow, parent: QWidget) -> None:
        super().__init__(parent)
        setting, self._row, self._tr = row.setting, row, Translator()
        self.symbol = Symbol(row.letter, self)
        self.field = NumberField(row.key, parent=self)
        self.field.refuse(self._refusal)
        last = setting.high if setting.closed else setting.high - STEP
        scale = LinearScale(setting.low, last, STEP)
        self.slider = ValueSlider(f"{row.key}_slider", scale, self)
        self.slider.setHidden(setting.high > SHORT)
        self._layout = QHBoxLayout(self)
        for part in (self.symbol, self.slider, self.field):
            self._layout.addWidget(part)
        self.field.value_entered.connect(lambda value: self.entered.emit(row.key, value))
        self.slider.value_dragged.connect(lambda value: self.dragged.emit(row.key, value))
        self.slider.drag_finished.connect(self.drag_finished)

    def _refusal(self, value: float) -> str:
        letter = plain(self._row.letter)
        try:
            checked(letter, {letter: self._row.setting}, {letter: value}, "unknown-setting")
        except DescentError as trouble:
            return sentence(self._tr, trouble.code, trouble.fields)
        return ""

    def show_value(self, value: float) -> None:
        """Show a value without a word."""
        self.field.show_value(value)
        self.slider.show_value(value)

    def retranslate(self, tr: Translator) -> None:
        """Its name is its letter."""
        self._tr = tr
        letter = plain(self._row.letter)
        self.field.describe(letter, tr)
        self.slider.setAccessibleName(tr("{letter}, slider", letter=letter))
        self.slider.setToolTip(letter)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(theme.sizes.space / 2))
        self.symbol.show_theme(theme)
        self.slider.show_theme(theme)
        self.field.show_theme(theme)
        self.field.hold(WIDEST)
        self.slider.setFixedWidth(round(SLIDER * theme.sizes.control / 32))
        self._layout.activate()

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()


class SettingFields(FlowRow):
    """The numbers side by side; made anew where there are others."""

    entered = Signal(str, float)
    dragged = Signal(str, float)
    drag_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, SettingField] = {}
        self._kinds: tuple[object, ...] = ()
        self._tr = Translator()
        self._theme: Theme | None = None
        self.setHidden(True)

    def field(self, key: str) -> SettingField:
        """That of a setting. Raises KeyError where it is not shown."""
        return self._fields[key]

    def show_rows(self, rows: Sequence[SettingRow]) -> None:
        """Show the numbers without a word."""
        kinds = tuple((row.key, row.setting) for row in rows)
        if kinds != self._kinds:
            self._kinds = kinds
            self._make(rows)
        for row in rows:
            self._fields[row.key].show_value(row.value)
        self.setVisible(bool(rows))

    def _make(self, rows: Sequence[SettingRow]) -> None:
        for old in self._fields.values():
            self.drop(old)
        self._fields = {row.key: SettingField(row, self) for row in rows}
        self.add(*self._fields.values())
        for one in self._fields.values():
            one.entered.connect(self.entered)
            one.dragged.connect(self.dragged)
            one.drag_finished.connect(self.drag_finished)
            one.retranslate(self._tr)
            if self._theme is not None:
                one.show_theme(self._theme)
            one.show()
        self.arrange()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        for one in self._fields.values():
            one.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        for one in self._fields.values():
            one.show_theme(theme)
        super().show_theme(theme)
