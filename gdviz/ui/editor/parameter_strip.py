"""Sliders for the letters that are not the variable, side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import ParameterSlider
from gdviz.ui.editor.parameter_control import ParameterControl
from gdviz.ui.theme import Theme


class ParameterStrip(QFrame):
    """All parameters, in as many rows as they need."""

    dragged = Signal(str, float)
    entered = Signal(str, float)
    drag_finished = Signal()
    range_wanted = Signal(str)
    play_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._controls: dict[str, ParameterControl] = {}
        self._layout = QGridLayout(self)
        self._tr = Translator()
        self._theme: Theme | None = None
        self._playing = ""
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

    def show_playing(self, name: str) -> None:
        """The letter that the clock is moving, "" if none is."""
        self._playing = name
        for control in self._controls.values():
            control.show_playing(control.name == name)

    def control(self, name: str) -> ParameterControl | None:
        """The control of a letter that is there."""
        return self._controls.get(name)

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
        control.range_wanted.connect(self.range_wanted)
        control.play_wanted.connect(self.play_wanted)
        control.retranslate(self._tr)
        control.show_playing(name == self._playing)
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
