"""The range and the step of a parameter's slider: from −5 to 5, step 0.1."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gdviz.i18n import Translator
from gdviz.session.scene import ParameterSlider
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LinearScale
from gdviz.ui.controls.words import Words
from gdviz.ui.theme import Theme


class RangeCard(QFrame):
    """Hangs below the sliders for as long as it is wanted; Esc or its button takes it away."""

    entered = Signal(str, float, float, float)
    """Name, lowest and highest value, step; a step of 0 fits the range."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("parameter_range")
        self.setProperty("kind", "card")
        self._shown: ParameterSlider | None = None
        self._tr = Translator()
        self._words = [Words("", "secondary", self) for _ in range(3)]
        self.low = NumberField("range_low", parent=self)
        self.high = NumberField("range_high", parent=self)
        self.step = NumberField("range_step", positive=True, parent=self)
        self._leave = IconButton("range_leave", "close", self)
        self._layout = QHBoxLayout(self)
        for words, field in zip(self._words, (self.low, self.high, self.step), strict=True):
            self._layout.addWidget(words)
            self._layout.addWidget(field)
        self._layout.addWidget(self._leave)
        self.low.value_entered.connect(self._enter)
        self.high.value_entered.connect(self._enter)
        self.step.value_entered.connect(self._enter_step)
        self._leave.clicked.connect(self.left)
        self.hide()

    def show_parameter(self, parameter: ParameterSlider) -> None:
        """The range as it stands."""
        is_other = self._shown is None or self._shown.name != parameter.name
        self._shown = parameter
        scale = LinearScale(parameter.low, parameter.high, parameter.step)
        self.low.show_value(parameter.low)
        self.high.show_value(parameter.high)
        self.step.show_value(scale.natural_step)
        if is_other:
            self.retranslate(self._tr)

    def begin(self) -> None:
        """Take the keyboard."""
        self.low.setFocus(Qt.FocusReason.PopupFocusReason)

    def _enter(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self.entered.emit(shown.name, self.low.value(), self.high.value(), shown.step)

    def _enter_step(self, step: float) -> None:
        if self._shown is not None:
            self.entered.emit(self._shown.name, self.low.value(), self.high.value(), step)

    def fit(self, widest: int) -> None:
        """As large as it needs to be."""
        self.adjustSize()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        name = self._shown.name if self._shown else ""
        texts = (tr("{name} from", name=name), tr("to"), tr("step"))
        for words, text in zip(self._words, texts, strict=True):
            words.setText(text)
        self.setAccessibleName(tr("Range and step of {name}", name=name))
        self.low.describe(tr("Lowest value of {name}", name=name), tr)
        self.high.describe(tr("Highest value of {name}", name=name), tr)
        self.step.describe(tr("Step of {name}", name=name), tr)
        self._leave.describe(tr("Dismiss"))

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, space // 2, space // 2, space // 2)
        self._layout.setSpacing(space)
        for words, field in zip(self._words, (self.low, self.high, self.step), strict=True):
            words.show_theme(theme)
            field.show_theme(theme)
        self._leave.show_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
