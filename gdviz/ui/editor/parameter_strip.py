"""Sliders for the letters that are not the variable: a ──●── 1.5"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Letter
from gdviz.i18n import Translator
from gdviz.session.scene import ParameterSlider
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LinearScale
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.theme import Theme


class ParameterControl(QWidget):
    """One letter: its name, a slider, and the number itself."""

    dragged = Signal(str, float)
    entered = Signal(str, float)
    drag_finished = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._symbol = Symbol(Letter(name), self)
        self._slider = ValueSlider(f"parameter_{name}_slider", LinearScale(-5, 5), self)
        self._field = NumberField(f"parameter_{name}", parent=self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for control in (self._symbol, self._slider, self._field):
            self._layout.addWidget(control)
        self._slider.value_dragged.connect(self._drag)
        self._slider.drag_finished.connect(self.drag_finished)
        self._field.value_entered.connect(self._enter)

    def show_parameter(self, parameter: ParameterSlider) -> None:
        """Its value, and the slider's range while no hand is on it."""
        if not self._slider.isSliderDown():
            self._slider.show_scale(LinearScale(parameter.low, parameter.high))
        self._slider.show_value(parameter.value)
        self._field.show_value(parameter.value)

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self._field.describe(tr("Parameter {name}", name=self.name), tr)
        self._slider.setAccessibleName(tr("Parameter {name}, slider", name=self.name))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        for control in (self._symbol, self._slider, self._field):
            control.show_theme(theme)
        self._slider.setFixedWidth(round(96 * theme.sizes.control / 32))
        self._layout.setSpacing(round(theme.sizes.space))

    def _drag(self, value: float) -> None:
        self.dragged.emit(self.name, value)

    def _enter(self, value: float) -> None:
        self.entered.emit(self.name, value)


class ParameterStrip(QFrame):
    """All parameters side by side, in as many rows as they need."""

    dragged = Signal(str, float)
    entered = Signal(str, float)
    drag_finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._controls: dict[str, ParameterControl] = {}
        self._layout = QGridLayout(self)
        self._tr = Translator()
        self._theme: Theme | None = None
        self.hide()

    def show_parameters(self, parameters: tuple[ParameterSlider, ...]) -> bool:
        """Show these; says whether there are others than before."""
        names = [parameter.name for parameter in parameters]
        changed = names != list(self._controls)
        if changed:
            self._renew(names)
        for parameter in parameters:
            self._controls[parameter.name].show_parameter(parameter)
        return changed

    def _renew(self, names: list[str]) -> None:
        for name in set(self._controls) - set(names):
            self._drop(self._controls.pop(name))
        self._controls = {name: self._controls.get(name) or self._make(name) for name in names}
        self.setVisible(bool(names))

    def _drop(self, control: ParameterControl) -> None:
        """Its room is free at once, not when it is deleted."""
        self._layout.removeWidget(control)
        control.hide()
        control.deleteLater()

    def _make(self, name: str) -> ParameterControl:
        control = ParameterControl(name, self)
        control.dragged.connect(self.dragged)
        control.entered.connect(self.entered)
        control.drag_finished.connect(self.drag_finished)
        control.retranslate(self._tr)
        if self._theme is not None:
            control.show_theme(self._theme)
        return control

    def fit(self, widest: int) -> None:
        """Arrange them within `widest` px."""
        controls = list(self._controls.values())
        margins, gap = self._layout.contentsMargins(), self._layout.horizontalSpacing()
        room = widest - margins.left() - margins.right()
        column = max((c.sizeHint().width() + gap for c in controls), default=1)
        columns = max(1, min(len(controls), (room + gap) // column))
        for index, control in enumerate(controls):
            self._layout.addWidget(control, index // columns, index % columns)
            control.show()
        self.adjustSize()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        for control in self._controls.values():
            control.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space // 2, space, space // 2)
        self._layout.setHorizontalSpacing(2 * space)
        self._layout.setVerticalSpacing(0)
        for control in self._controls.values():
            control.show_theme(theme)
