"""A slider for numbers that are not whole: even steps, or even ratios for λ."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gdviz.ui.controls.scales import Scale
from gdviz.ui.controls.slider import Slider

POSITIONS = 1000


class ValueSlider(Slider):
    """Emits `value_dragged` with the round value at the knob."""

    value_dragged = Signal(float)

    def __init__(self, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setRange(0, POSITIONS)
        self.setSingleStep(POSITIONS // 100)
        self.setPageStep(POSITIONS // 10)
        self._scale = scale
        self.moved_to.connect(self._tell)

    def show_scale(self, scale: Scale, step: float = 0.0) -> None:
        """Another range; an arrow key moves by `step`, or by a hundredth of the range."""
        self._scale = scale
        share = step / (scale.high - scale.low) if step and scale.high > scale.low else 0.0
        self.setSingleStep(max(POSITIONS // 100, math.ceil(POSITIONS * share)))

    def show_value(self, value: float) -> None:
        """Put the knob where `value` stands; beyond the range it stands at the end."""
        if not self.isSliderDown():
            self.show_position(round(POSITIONS * self._scale.fraction(value)))

    def _tell(self, position: int) -> None:
        self.value_dragged.emit(self._scale.value(position / POSITIONS))
