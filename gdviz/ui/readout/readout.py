"""The strip of numbers under the plot: x₀, f(x₀), tg α = f′(x₀), α, the tangent's equation."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import N_, Translator
from gdviz.session.naming import USUAL_NAME, USUAL_NAMES
from gdviz.session.scene import ReadoutScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.symbol import LARGER, Symbol
from gdviz.ui.controls.words import Figures
from gdviz.ui.readout.angle_figures import AngleFigures
from gdviz.ui.readout.captions import captions
from gdviz.ui.readout.tail import Tail
from gdviz.ui.theme import Theme

NAMES = {
    "value": N_("Value of {name} at {point}"),
    "slope": N_("Slope tan α = {name}′({point})"),
    "angle": N_("Angle α of the tangent"),
}
WIDEST = {"value": "−0.0000", "slope": "−0.0000", "angle": "−00.00°"}


@dataclass(frozen=True, slots=True)
class Manner:
    """How the numbers are set. in_full: with the angle to Ox; spacing, size: in parts of usual."""

    brief: bool
    in_full: bool
    spacing: float = 1.0
    size: float = 1.0


WHOLE = (
    Manner(brief=False, in_full=True),
    Manner(brief=False, in_full=True, spacing=0.5),
    Manner(brief=True, in_full=True, spacing=0.5),
)
"""From the roomiest to the tightest; the tail stands beside the numbers in one of these if it can.
"""
MANNERS = (
    *WHOLE,
    Manner(brief=True, in_full=False, spacing=0.5),
    Manner(brief=True, in_full=False, spacing=0.5, size=0.85),
    Manner(brief=True, in_full=False, spacing=0.5, size=0.7),
    Manner(brief=True, in_full=False, spacing=0.25, size=0.5),
)
"""Those and tighter ones, for numbers without the tail."""
MOST_FITS = 3
"""How often room is looked for at once, while sizes still change by it."""
RESTS_AFTER = 500
"""Milliseconds without a change after which wide numbers that are gone keep no room any more."""


class Readout(QWidget):
    """Shows the numbers at x₀; x₀ can be typed. `stage` is the plot that it stands under."""

    x0_entered = Signal(float)

    def __init__(self, actions: Actions, stage: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readout")
        self._stage = stage
        self._theme: Theme | None = None
        self._manner = MANNERS[0]
        self._is_stale = self._is_fitting = False
        self._exact = ""
        self.x0 = NumberField("x0", parent=self)
        self.value = Figures("value", parent=self)
        self.slope = Figures("slope", parent=self)
        self.angle = AngleFigures("angle", self)
        self._figures: dict[str, Figures] = {
            "value": self.value,
            "slope": self.slope,
            "angle": self.angle,
        }
        self.tail = Tail(actions["equal_axes"], self)
        self._lay_out()
        self.x0.value_entered.connect(self.x0_entered)
        stage.installEventFilter(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_AFTER)
        self._rest.timeout.connect(self._relax)

    def _lay_out(self) -> None:
        self._layout = QHBoxLayout(self)
        self._tr, self._function, self._names = Translator(), USUAL_NAME, USUAL_NAMES
        names = captions(self._tr.language, self._function, self._names.point, brief=False)
        self._captions = {name: Symbol(markup, self) for name, markup in names.items()}
        self._pairs = []
        for name, number in (("x0", self.x0), *self._figures.items()):
            pair = QHBoxLayout()
            pair.addWidget(self._captions[name])
            pair.addWidget(number)
            self._layout.addLayout(pair)
            self._pairs.append(pair)
        self._layout.addStretch(1)

    def show_scene(self, scene: ReadoutScene) -> None:
        """Show the numbers, or why there are none. Only what takes more room is laid out anew."""
        self._exact = scene.exact
        self.x0.show_value(scene.x0)
        texts = {"value": scene.value, "slope": scene.slope, "angle": scene.angle}
        grown = [self._figures[name].show_number(text) for name, text in texts.items()]
        grown.append(self.tail.show_addition("" if self._manner.in_full else self.angle.addition))
        grown.append(self._rename(scene))
        if self.tail.show_scene(scene) or any(grown):
            self._fit()
        if self._is_displaced:
            self._rest.start()

    @property
    def _is_displaced(self) -> bool:
        """Whether something had to give way to wide numbers."""
        return self._manner is not WHOLE[0] or self.tail.parentWidget() is not self

    def _relax(self) -> None:
        """While numbers change their places only grow, so that nothing flips back and forth; when
        they rest, what had to give way comes back if there is room now."""
        for figures in self._figures.values():
            figures.remeasure()
        self.tail.remeasure()
        self._fit()

    def _rename(self, scene: ReadoutScene) -> bool:
        """Other names of the function and its point; whether they are other ones."""
        if (scene.function, scene.names) == (self._function, self._names):
            return False
        self._function, self._names = scene.function, scene.names
        self._describe()
        return True

    def _describe(self) -> None:
        names = {"name": plain(self._function), "point": plain(self._names.point)}
        self.x0.describe(self._tr("Point {point}", **names), self._tr)
        for number, words in NAMES.items():
            self._figures[number].describe(self._tr(words, **names))

    def event(self, event: QEvent) -> bool:
        """The exact numbers on hover; made only then."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._exact, self)
            return True
        return super().event(event)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self._describe()
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(2 * space, 0, space, 0)
        self._show_sizes(theme)
        self.tail.show_theme(theme)
        self._fit()

    def show_away(self, away: bool) -> None:
        """Make room for another strip, or come back."""
        self.setHidden(away)
        if away:
            self.tail.hide()
        else:
            self._fit()

    def show_height(self, height: int) -> None:
        """As high as its numbers need, at least `height` px."""
        numbers = round(self._theme.sizes.readout * 1.4) if self._theme else 0
        self.setFixedHeight(max(height, numbers))

    def _fit(self) -> None:
        """Find room for all. Qt lays the window out as soon as a part of it is shown: a change of
        size in the middle of this is heeded once it is done."""
        if self._theme is None or self.isHidden():
            return
        self._is_stale = True
        if self._is_fitting:
            return
        self._is_fitting = True
        for _ in range(MOST_FITS):
            if self._is_stale:
                self._is_stale = False
                self._find_room(self._theme)
        self._is_fitting = False

    def _find_room(self, theme: Theme) -> None:
        """The tail beside the numbers if there is room for all of both, else above them."""
        self.tail.unfold()
        rest, fits = 0, False
        for manner in WHOLE:
            rest = self._rest_of_row(manner, theme)
            fits = self.tail.room(with_words=False) <= rest
            if fits:
                break
        else:
            for manner in MANNERS:
                rest = self._rest_of_row(manner, theme)
                if rest + round(theme.sizes.space) >= 0:
                    break
        with_words = fits and self.tail.has_words and self.tail.room(with_words=True) <= rest
        self.tail.scales.setVisible(with_words)
        room = self.tail.room(with_words=with_words)
        size = QSize(room, self.tail.sizeHint().height())
        if not fits and room > self._stage.width():
            size = self.tail.folded(self._stage.width())
        self._place_tail(fits, size, theme)

    def _rest_of_row(self, manner: Manner, theme: Theme) -> int:
        """What numbers set in a manner leave for the tail, px."""
        self._set_manner(manner, theme)
        return self.width() - self._layout.sizeHint().width() - round(theme.sizes.space)

    def _set_manner(self, manner: Manner, theme: Theme) -> None:
        names = self._tr.language, self._function, self._names.point
        for name, markup in captions(*names, brief=manner.brief).items():
            self._captions[name].show_markup(markup)
        space = theme.sizes.space * manner.spacing
        self._layout.setSpacing(round(2 * space))
        for pair in self._pairs:
            pair.setSpacing(round(space / 2))
        self.angle.show_in_full(manner.in_full)
        self.tail.show_addition("" if manner.in_full else self.angle.addition)
        before, self._manner = self._manner, manner
        if manner.size != before.size:
            self._show_sizes(theme)
        for pair in self._pairs:
            pair.invalidate()
        self._layout.invalidate()

    def _show_sizes(self, theme: Theme) -> None:
        size = theme.sizes.readout * self._manner.size
        for caption in self._captions.values():
            name_size = min(theme.sizes.formula / LARGER, size)
            caption.show_theme(theme, name_size, line=size)
        self.x0.show_theme(theme, size=size)
        for name, figures in self._figures.items():
            figures.show_theme(theme, size=size)
            figures.hold(WIDEST[name])
        self.x0.setFixedWidth(self.slope.measure(WIDEST["slope"]) + round(theme.sizes.space))

    def _place_tail(self, fits: bool, size: QSize, theme: Theme) -> None:
        home = self if fits else self._stage
        if self.tail.parentWidget() is not home:
            self.tail.setParent(home)
            # Under a style sheet a new parent takes the fonts away.
            self.tail.show_theme(theme)
        self.tail.setVisible(not self.tail.is_empty)
        self.tail.resize(size)
        if fits:
            left = self._layout.sizeHint().width() + round(theme.sizes.space)
            self.tail.move(left, (self.height() - self.tail.height()) // 2)
        else:
            self.tail.move(0, self._stage.height() - self.tail.height())
            self.tail.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False
