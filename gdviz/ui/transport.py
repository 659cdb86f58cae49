"""The bar at the bottom: the buttons of a player, the timeline, and what a descent starts from."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.session.naming import LECTURE_NAMES, Names
from gdviz.session.player import FASTEST, SLOWEST
from gdviz.session.scene import DescentScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.scales import LogScale
from gdviz.ui.controls.symbol import EPSILON, RATE, Symbol
from gdviz.ui.controls.timeline import Timeline
from gdviz.ui.controls.value_slider import ValueSlider
from gdviz.ui.controls.view import Themed
from gdviz.ui.controls.words import Figures, Words
from gdviz.ui.theme import Theme

RATES = LogScale(1e-3, 10.0)
SPEEDS = LogScale(SLOWEST, FASTEST)

BUTTONS = (
    ("first", "first"),
    ("step_back", "step_back"),
    ("play", "play"),
    ("step", "step"),
    ("last", "last"),
)
NAMES = {
    "timeline": N_("Step of the descent"),
    "speed": N_("Speed, steps a second"),
    "learning_rate": N_("Learning rate λ"),
    "learning_rate_slider": N_("Learning rate λ, slider"),
    "epsilon": N_("ε of the stop rule"),
    "start": N_("Start {point}"),
}
LENGTHS = {"timeline": (72, 4000), "speed": (56, 72), "learning_rate_slider": (64, 144)}
"""Least and greatest lengths of the sliders, px at 32 px controls."""
SHORTEST = 36
"""A slider is never so short that its knob hides its track, px at 32 px controls."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the bar is set: in one row or two, with a word for the speed, with the speed in figures;
    how long sliders must be in parts of LENGTHS, and what number a field has room for; slider: with
    one for λ; start: what number a field of the start has room for, if it is another."""

    rows: int = 1
    caption: bool = True
    pace: bool = True
    length: float = 1.0
    number: str = "−0.00000"
    slider: bool = True
    start: str = ""


MANNERS = (
    Manner(),
    Manner(caption=False),
    Manner(caption=False, number="−0.0000"),
    Manner(caption=False, pace=False, length=0.7, number="−0.0000"),
    Manner(caption=False, pace=False, length=0.5, number="0.0000"),
    Manner(rows=2),
    Manner(rows=2, caption=False),
    Manner(rows=2, caption=False, pace=False, length=0.5, number="0.0000"),
)
"""From the roomiest to the tightest."""
WITH_SECOND = (
    *MANNERS[:5],
    Manner(caption=False, pace=False, length=0.5, number="0.0000", slider=False, start="0.00"),
    *MANNERS[5:],
)
"""The same where a second parameter has a start of its own."""


class Transport(QWidget):
    """Plays, steps and scrubs through the descent; λ, ε and w₀ are set here."""

    step_scrubbed = Signal(int)
    speed_dragged = Signal(float)
    rate_dragged = Signal(float)
    rate_entered = Signal(float)
    epsilon_entered = Signal(float)
    start_entered = Signal(float)
    second_start_entered = Signal(float)
    drag_finished = Signal()
    height_changed = Signal()
    """One row became two, or the other way round."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._tr = Translator()
        self._speed, self._names = 1.0, LECTURE_NAMES
        self._second_names: Names | None = None
        self._theme: Theme | None = None
        self._width = self._padding = 0
        self._fitting = self._fit_again = False
        self._build_controls(actions)
        self._lay_out()
        self._connect()

    def _build_controls(self, actions: Actions) -> None:
        self.buttons = [IconButton(name, picture, self) for name, picture in BUTTONS]
        self.play = self.buttons[2]
        self.play.be_primary()
        for button in self.buttons:
            button.bind(actions[button.objectName()])
            button.setAutoRepeat(button.objectName() in ("step", "step_back"))
        self.timeline = Timeline("timeline", self)
        self.count = Figures("step_count", "secondary", self)
        self.speed_caption = Words("", "secondary", self)
        self.speed = ValueSlider("speed", SPEEDS, self)
        self.speed_text = Figures("speed_text", "secondary", self)
        self.rate_slider = ValueSlider("learning_rate_slider", RATES, self)
        self.rate = NumberField("learning_rate", positive=True, parent=self)
        self.epsilon = NumberField("epsilon", positive=True, parent=self)
        self.start = NumberField("start", parent=self)
        self.second_start = NumberField("second_start", parent=self)
        self.second_symbol = Symbol(None, self)
        for part in (self.second_symbol, self.second_start):
            part.hide()
        self.random_start = IconButton("random_start", "random", self)
        self.random_start.bind(actions["random_start"])
        self.symbols = [Symbol(markup, self) for markup in (RATE, EPSILON, LECTURE_NAMES.start)]

    def _lay_out(self) -> None:
        rate, epsilon, start = self.symbols
        self._player = _row(*self.buttons)
        self._scrubber = _row(self.timeline, self.count)
        self._scrubber.setStretchFactor(self.timeline, 1)
        self._pace = _row(self.speed_caption, self.speed, self.speed_text)
        self._settings = QHBoxLayout()
        self._groups = (
            _row(rate, self.rate_slider, self.rate),
            _row(epsilon, self.epsilon),
            _row(start, self.start, self.second_symbol, self.second_start, self.random_start),
        )
        for group in self._groups:
            self._settings.addLayout(group)
        self._settings.addStretch()
        self._playing = QHBoxLayout()
        self._playing.addLayout(self._player)
        self._playing.addLayout(self._scrubber, 1)
        self._playing.addLayout(self._pace)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.addLayout(self._playing, 1)
        self._rows.addLayout(self._settings)

    def fit(self, width: int, padding: int) -> None:
        """Be as high as a width asks for, with so much blank over and under each row, px."""
        self._width, self._padding = width, padding
        self._refit()

    def minimumSizeHint(self) -> QSize:
        """The width of the wider of two rows, and the height of the rows there are."""
        rows = (self._playing.minimumSize().width(), self._settings.minimumSize().width())
        margins = self._rows.contentsMargins()
        width = max(rows) + margins.left() + margins.right()
        return QSize(width, self._rows.minimumSize().height())

    def _fit(self) -> None:
        """Something in it has another width."""
        if self._refit():
            self.height_changed.emit()

    def _refit(self) -> bool:
        """Take the first manner for which there is room; says whether the height is another.

        Showing and hiding parts may resize the plot, which may change the count of steps, which
        asks for a fit again: that one waits until this one is done.
        """
        if self._theme is None or self._fitting:
            self._fit_again = True
            return False
        self._fitting, before = True, self.height()
        try:
            self._take_manner(self._theme)
            while self._fit_again:
                self._fit_again = False
                self._take_manner(self._theme)
        finally:
            self._fitting = False
        return self.height() != before

    def _take_manner(self, theme: Theme) -> None:
        space = 2 * round(theme.sizes.space)
        self._rows.setContentsMargins(space, self._padding, space, self._padding)
        for manner in MANNERS if self._second_names is None else WITH_SECOND:
            self._set_manner(manner, theme)
            if self._needed_width(manner.rows) <= self._width:
                break
        direction = QBoxLayout.Direction
        one_row = manner.rows == 1
        self._rows.setDirection(direction.LeftToRight if one_row else direction.TopToBottom)
        self.setFixedHeight(self._rows.minimumSize().height())

    def _needed_width(self, rows: int) -> int:
        margins = self._rows.contentsMargins()
        widths = self._playing.minimumSize().width(), self._settings.minimumSize().width()
        together = sum(widths) + self._rows.spacing() if rows == 1 else max(widths)
        return together + margins.left() + margins.right()

    def _set_manner(self, manner: Manner, theme: Theme) -> None:
        self.speed_caption.setVisible(manner.caption)
        self.speed_text.setVisible(manner.pace)
        self.rate_slider.setVisible(manner.slider)
        for slider in (self.timeline, self.speed, self.rate_slider):
            least, most = LENGTHS[slider.objectName()]
            unit = theme.sizes.control / 32
            slider.setMinimumWidth(round(max(least * manner.length, SHORTEST) * unit))
            slider.setMaximumWidth(round(most * unit))
        for field in (self.rate, self.epsilon, self.start, self.second_start):
            is_start = field in (self.start, self.second_start)
            field.hold((is_start and manner.start) or manner.number)
        inner = (self._player, self._scrubber, self._pace, *self._groups)
        for row in (*inner, self._playing, self._settings, self._rows):
            row.invalidate()

    def _connect(self) -> None:
        self.timeline.moved_to.connect(self.step_scrubbed)
        self.speed.value_dragged.connect(self.speed_dragged)
        self.rate_slider.value_dragged.connect(self.rate_dragged)
        for slider in (self.timeline, self.speed, self.rate_slider):
            slider.drag_finished.connect(self.drag_finished)
        self.rate.value_entered.connect(self.rate_entered)
        self.epsilon.value_entered.connect(self.epsilon_entered)
        self.start.value_entered.connect(self.start_entered)
        self.second_start.value_entered.connect(self.second_start_entered)

    def show_scene(self, scene: DescentScene) -> None:
        """Show where the descent stands and what it starts from."""
        self.timeline.show_step(scene.step, scene.total)
        self._show_count(scene.step, scene.total)
        self.rate_slider.show_value(scene.rate)
        self.rate.show_value(scene.rate)
        self.epsilon.show_value(scene.epsilon)
        self.start.show_value(scene.start)
        second = scene.second
        if second is not None:
            self.second_start.show_value(second.start)
        names = scene.names, second.names if second else None
        if names != (self._names, self._second_names):
            self._names, self._second_names = names
            self._show_names()

    def _show_names(self) -> None:
        """Of the start; the second of two parameters has a field of its own."""
        second = self._second_names
        self.symbols[2].show_markup(self._names.start)
        self.second_symbol.show_markup(second.start if second else None)
        for part in (self.second_symbol, self.second_start):
            part.setVisible(second is not None)
        self._describe()
        self._fit()

    def _describe(self) -> None:
        point = plain(self._names.start)
        for field in (self.rate, self.epsilon, self.start):
            field.describe(self._tr(NAMES[field.objectName()], point=point), self._tr)
        if self._second_names is not None:
            point = plain(self._second_names.start)
            self.second_start.describe(self._tr(NAMES["start"], point=point), self._tr)

    def _show_count(self, step: int, total: int) -> None:
        widest = self._tr("step {step} of {total}", step=total, total=total)
        before = self.count.width()
        self.count.hold(re.sub(r"\d", "0", widest))
        self.count.show_number(self._tr("step {step} of {total}", step=step, total=total))
        if self.count.width() != before:
            self._fit()

    def show_playing(self, playing: bool) -> None:
        """The play button pauses while it plays."""
        self.play.show_picture("pause" if playing else "play")

    def show_speed(self, speed: float) -> None:
        """`speed` in steps a second."""
        self._speed = speed
        self.speed.show_value(speed)
        self.speed_text.hold(self._tr("{speed}/s", speed="0000"))
        self.speed_text.show_number(self._tr("{speed}/s", speed=significant(speed, 2)))

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        for control in (self.timeline, self.speed, self.rate_slider):
            name = tr(NAMES[control.objectName()])
            control.setAccessibleName(name)
            control.setToolTip(name)
        self._describe()
        self.speed_caption.setText(tr("speed"))
        self.show_speed(self._speed)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        for group in (self._player, self._scrubber, self._pace, *self._groups):
            group.setSpacing(space)
        self._player.setSpacing(space // 4)
        self._groups[2].setSpacing(space // 2)
        wide: tuple[QBoxLayout, ...] = (self._playing, self._settings, self._rows)
        for row in wide:
            row.setSpacing(2 * space)
        controls: tuple[Themed, ...] = (
            *self.buttons, self.random_start, self.timeline, self.speed, self.rate_slider,
            self.speed_caption, self.rate, self.epsilon, self.start, *self.symbols,
            self.second_symbol, self.second_start,
        )  # fmt: skip
        for control in controls:
            control.show_theme(theme)
        for figures in (self.count, self.speed_text):
            figures.show_theme(theme, size=theme.sizes.secondary)
        self._theme = theme
        self._fit()


def _row(*controls: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for control in controls:
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
