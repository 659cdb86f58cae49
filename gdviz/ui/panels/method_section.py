"""By what rule the descent goes: the optimiser with its numbers, the schedule of λ, the noise."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Letter
from gdviz.i18n import Translator
from gdviz.session.method_scene import Choice, MethodScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.choice_button import ChoiceButton
from gdviz.ui.controls.flow_row import FlowRow
from gdviz.ui.controls.icon_button import IconButton, WordButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.switch import Switch
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.controls.words import Words
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.panels.setting_fields import SettingFields
from gdviz.ui.theme import Theme

LECTURES = "gd"
"""The optimiser that needs no words: the lecture is about it."""


class Chooser(PanelView):
    """One of several, its numbers, and a sentence about it. beside: a switch behind the choice."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget, beside: Switch | None = None) -> None:
        super().__init__(parent)
        self._beside = () if beside is None else (beside,)
        self.button = ChoiceButton(name, self)
        self.settings = SettingFields(self)
        self.about = Words(f"{name}_about", "secondary", self)
        self.about.setWordWrap(True)
        self.button.chosen.connect(self.chosen)
        self._row = FlowRow(self)
        self._row.add(self.button, *self._beside)
        self._layout = QVBoxLayout(self)
        for part in (self._row, self.settings, self.about):
            self._layout.addWidget(part)
        self._what = ""
        self._titles: dict[str, str] = {}

    def call(self, what: str) -> None:
        """What the choice is about."""
        self._what, self._titles = what, {}

    def show_choice(self, choice: Choice, *, told: bool = True) -> None:
        """Show what is chosen. told: whether a sentence says what it does."""
        if self._titles != choice.titles:
            self._titles = dict(choice.titles)
            self.button.offer(self._what, choice.titles)
        self.button.show_choice(choice.name)
        self.button.setToolTip(f"{self._what}: {choice.about}")
        self._row.arrange()
        self.settings.show_rows(choice.settings)
        self.about.show_text(choice.about)
        self.about.setVisible(told)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.settings.retranslate(tr)
        for switch in self._beside:
            switch.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(theme.sizes.space / 2))
        for part in (self.button, *self._beside):
            part.show_theme(theme)
        self._row.show_theme(theme)
        self.settings.show_theme(theme)
        self.about.show_theme(theme)


class ScheduleContent(PanelView):
    """How λ changes as the descent goes on, and what chance adds to the slopes."""

    noise_entered = Signal(float)
    noise_redrawn = Signal()

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.pytorch = WordButton("copy_pytorch", self)
        self.pytorch.clicked.connect(actions["copy_pytorch"].trigger)
        self.chooser = Chooser("schedule", self)
        self.sigma = Symbol(Letter("σ"), self)
        self.noise = NumberField("noise", parent=self)
        self.seed = Words("noise_seed", "secondary", self)
        self.again = IconButton("draw_noise", "random", self)
        self._caption = Words("", "", self)
        self._tr, self._seed = Translator(), 0
        self._noise_row = FlowRow(self)
        self._noise_row.add(self._caption, self.sigma, self.noise, self.again, self.seed)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.chooser)
        self._layout.addWidget(self._noise_row)
        self._layout.addWidget(self.pytorch, 0, Qt.AlignmentFlag.AlignLeft)
        self.noise.refuse(self._refusal)
        self.noise.value_entered.connect(self.noise_entered)
        self.again.clicked.connect(self.noise_redrawn)

    def _refusal(self, value: float) -> str:
        return self._tr("The noise σ must be a finite number, 0 or greater.") if value < 0 else ""

    def show_scene(self, scene: MethodScene) -> None:
        """Show the schedule and the noise."""
        self.chooser.show_choice(scene.schedule)
        self.noise.show_value(scene.noise)
        self._seed = scene.noise_seed
        self._show_seed()
        for part in (self.seed, self.again):
            part.setVisible(scene.noise > 0)
        self._noise_row.arrange()

    def _show_seed(self) -> None:
        self.seed.show_text(self._tr("seed {seed}", seed=self._seed))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self.chooser.call(tr("Schedule of λ"))
        self.chooser.retranslate(tr)
        self.pytorch.setText(tr("Copy as PyTorch"))
        self._caption.setText(tr("noise of the slopes"))
        self.noise.describe(tr("Noise σ of the slopes"), tr)
        self.again.describe(tr("Other noise"))
        self._show_seed()
        self._noise_row.arrange()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(round(theme.sizes.space))
        self._caption.setFixedHeight(round(theme.sizes.control))
        self.seed.setFixedHeight(round(theme.sizes.control))
        for view in (
            self.chooser, self.sigma, self.noise, self.seed, self.again, self._caption,
            self.pytorch,
        ):  # fmt: skip
            view.show_theme(theme)
        self._noise_row.show_theme(theme)
