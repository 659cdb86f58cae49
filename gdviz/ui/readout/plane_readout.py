"""The strip of numbers under a map: L, ∂L/∂x, ∂L/∂y, |∇L| at the current iterate.

Made when a function of two variables is first shown.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from gdviz.calculus.typesetting.markup import Operator, Row
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.scene.readout import PlaneReadoutScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.symbol import LARGER, Symbol
from gdviz.ui.controls.words import Figures, Words
from gdviz.ui.theme import Theme

OBJECTS = ("loss", "slope_across", "slope_up", "steepness")
WIDEST = "−0.00000"
SIZES = ((1.0, 2.0), (1.0, 1.0), (0.85, 1.0), (0.7, 1.0), (0.5, 0.5))
"""Of the numbers, and of the blanks between them, in parts of usual, from the roomiest on."""
EQUALS = Operator("=")


class PlaneReadout(QWidget):
    """Shows a PlaneReadoutScene."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plane_readout")
        self._tr = Translator()
        self._theme: Theme | None = None
        self._exact = ""
        self._captions = [Symbol(None, self) for _ in OBJECTS]
        self.figures = [Figures(name, parent=self) for name in OBJECTS]
        self.scales = Words("plane_scales", "secondary", self)
        self.equal_axes = IconButton("equal_plane_axes", "equal_axes", self)
        self.equal_axes.bind(actions["equal_axes"])
        self._layout = QHBoxLayout(self)
        self._pairs = [QHBoxLayout() for _ in OBJECTS]
        for pair, caption, number in zip(self._pairs, self._captions, self.figures, strict=True):
            pair.addWidget(caption)
            pair.addWidget(number)
            self._layout.addLayout(pair)
        self._layout.addStretch(1)
        self._layout.addWidget(self.scales)
        self._layout.addWidget(self.equal_axes)

    def show_scene(self, scene: PlaneReadoutScene) -> None:
        """Show the numbers; only what takes more room is laid out anew."""
        self._exact = scene.exact
        grown = scene.scales_differ != self.scales.text()
        self.scales.show_text(scene.scales_differ)
        for caption, figures, (name, text) in zip(
            self._captions, self.figures, scene.numbers, strict=True
        ):
            before = caption.width()
            caption.show_markup(Row((name, EQUALS)))
            figures.describe(plain(name))
            grown |= figures.show_number(text) or caption.width() != before
        if grown:
            self._fit()

    def event(self, event: QEvent) -> bool:
        """The exact numbers on hover."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._exact, self)
            return True
        return super().event(event)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self.scales.show_theme(theme)
        self.equal_axes.show_theme(theme)
        self._fit()

    def _fit(self) -> None:
        """The first size for which there is room; the words about scales go first."""
        if self._theme is None:
            return
        has_words = bool(self.scales.text())
        self.equal_axes.setVisible(has_words)
        for size, blank in SIZES:
            self._show_size(self._theme, size, blank)
            for with_words in (has_words, False):
                self.scales.setVisible(with_words)
                self._layout.invalidate()
                if self._layout.sizeHint().width() <= self.width():
                    return

    def _show_size(self, theme: Theme, size: float, blank: float) -> None:
        space, number = theme.sizes.space, theme.sizes.readout * size
        self._layout.setContentsMargins(round(2 * space), 0, round(space), 0)
        self._layout.setSpacing(round(2 * space * blank))
        for pair, caption, figures in zip(self._pairs, self._captions, self.figures, strict=True):
            pair.setSpacing(round(space / 2))
            caption.show_theme(theme, min(theme.sizes.formula / LARGER, number), line=number)
            figures.show_theme(theme, size=number)
            figures.hold(WIDEST)
            pair.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
