"""One letter that is not the variable: a ──●── 1.5 ▶"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdviz.calculus.typesetting.lettering import set_name
from gdviz.i18n import Translator
from gdviz.session.scene import ParameterSlider
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LinearScale
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.editor.formula_button import FormulaButton
from gdviz.ui.theme import Theme

SLIDER = 96
"""Width of a slider where a control is 32 px high."""


class ParameterControl(QWidget):
    """Its name, which opens its range; a slider, the number itself, and a button that plays it."""

    dragged = Signal(str, float)
    entered = Signal(str, float)
    drag_finished = Signal()
    range_wanted = Signal(str)
    play_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._tr = Translator()
        self._playing = False
        self.letter = FormulaButton(f"parameter_{name}_range", set_name(name), self)
        self._slider = ValueSlider(f"parameter_{name}_slider", LinearScale(-5, 5), self)
        self._field = NumberField(f"parameter_{name}", parent=self)
        self._play = IconButton(f"parameter_{name}_play", "play", self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for control in (self.letter, self._slider, self._field, self._play):
            self._layout.addWidget(control)
        self._slider.value_dragged.connect(self._drag)
        self._slider.drag_finished.connect(self.drag_finished)
        self._field.value_entered.connect(self._enter)
        self.letter.clicked.connect(self._want_range)
        self._play.clicked.connect(self._want_play)

    def show_parameter(self, parameter: ParameterSlider) -> None:
        """Its value, and the slider's range while neither a hand nor the clock is on it."""
        if not self._slider.isSliderDown() and not self._playing:
            scale = LinearScale(parameter.low, parameter.high, parameter.step)
            self._slider.show_scale(scale, parameter.step)
        self._slider.show_value(parameter.value)
        self._field.show_value(parameter.value)

    def show_playing(self, playing: bool) -> None:
        """Whether the clock is moving it."""
        self._playing = playing
        self._play.show_picture("pause" if playing else "play")
        self._describe_play()

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self._tr = tr
        self._field.describe(tr("Parameter {name}", name=self.name), tr)
        self._slider.setAccessibleName(tr("Parameter {name}, slider", name=self.name))
        self.letter.setToolTip(tr("Range and step of {name}", name=self.name))
        self.letter.setAccessibleName(self.letter.toolTip())
        self._describe_play()

    def _describe_play(self) -> None:
        tr, name = self._tr, self.name
        stand, run = tr("Let {name} stand", name=name), tr("Let {name} run to and fro", name=name)
        self._play.describe(stand if self._playing else run)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        for control in (self.letter, self._slider, self._field, self._play):
            control.show_theme(theme)
        self._slider.setFixedWidth(round(SLIDER * theme.sizes.control / 32))
        self._layout.setSpacing(round(theme.sizes.space / 2))

    def _drag(self, value: float) -> None:
        self.dragged.emit(self.name, value)

    def _enter(self, value: float) -> None:
        self.entered.emit(self.name, value)

    def _want_range(self) -> None:
        self.range_wanted.emit(self.name)

    def _want_play(self) -> None:
        self.play_wanted.emit(self.name)
