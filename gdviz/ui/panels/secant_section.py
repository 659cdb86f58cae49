"""The secant in the derivative's panel: Δx typed and played, its quotients, what they tend to."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gdviz.calculus.typesetting.markup import Markup, Operator, Row, Upright
from gdviz.calculus.typesetting.notation import plain
from gdviz.document.document import Side
from gdviz.i18n import N_, Translator
from gdviz.session.naming import USUAL_NAMES, Names
from gdviz.session.scene import SecantScene
from gdviz.ui.actions import Actions
from gdviz.ui.controls.formula_lines import FormulaLines
from gdviz.ui.controls.icon_button import IconButton, WordButton
from gdviz.ui.controls.number_field import NumberField
from gdviz.ui.controls.switch import Switch
from gdviz.ui.controls.symbol import Symbol
from gdviz.ui.controls.view import Themed
from gdviz.ui.controls.words import Words
from gdviz.ui.panels.error_picture import ErrorPicture
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.panels.quotients_table import QuotientsTable
from gdviz.ui.theme import Theme

WIDEST_STEP = "−0.000·10⁻¹⁶"


class FoldingRow(QBoxLayout):
    """Controls side by side with a switch behind them, or under them where there is no room."""

    def __init__(self, controls: Iterable[QWidget], switch: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._controls, self._switch = QHBoxLayout(), switch
        for control in controls:
            self._controls.addWidget(control)
        self._controls.addStretch(1)
        self.addLayout(self._controls)
        self.addWidget(switch)
        self.addStretch(1)

    def show_space(self, space: int) -> None:
        """Blank between the parts, px."""
        self.setSpacing(space // 2)
        self._controls.setSpacing(space // 2)

    def fold(self, width: int) -> None:
        """Be as wide as there is room, px."""
        needed = self._controls.minimumSize().width() + self.spacing()
        fits = needed + self._switch.sizeHint().width() <= width
        ways = QBoxLayout.Direction
        self.setDirection(ways.LeftToRight if fits else ways.TopToBottom)


class SecantSection(PanelView):
    """Shows a SecantScene; all but its switch is hidden while the secant is switched off."""

    delta_x_entered = Signal(float)
    """Typed in the field, or chosen in the table."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("secant_content")
        self.switch = Switch("show_secant", actions["show_secant"], N_("show the secant"), self)
        self.body = QWidget(self)
        # As narrow as the panel: rows fold, formulas shrink, words wrap.
        self.body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.delta_x = NumberField("delta_x", nonzero=True, parent=self.body)
        self.zoom = Switch("secant_zoom", actions["secant_zoom"], N_("zoom along"), self.body)
        self.players = {side: _player(side, actions, self.body) for side in Side}
        self.tens = Switch("secant_tens", actions["secant_tens"], N_("by tens"), self.body)
        self.hint = Words("secant_hint", "secondary", self.body)
        self.numbers = FormulaLines("secant_numbers", self.body)
        self.gap = FormulaLines("secant_gap", self.body)
        self.trouble = Words("secant_trouble", "notice", self.body)
        self.limits = Words("secant_limits", "", self.body)
        self.table = QuotientsTable(self.body)
        self.onward = WordButton("approach_on", self.body)
        self.onward.clicked.connect(actions["approach_on"].trigger)
        self.rounding = Words("secant_rounding", "", self.body)
        self.picture = ErrorPicture(self.body)
        self._tr, self._names = Translator(), USUAL_NAMES
        self._symbols = tuple(Symbol(markup, self.body) for markup in _marks(USUAL_NAMES))
        self._lay_out()
        self.delta_x.value_entered.connect(self.delta_x_entered)
        self.table.delta_x_chosen.connect(self.delta_x_entered)

    def _lay_out(self) -> None:
        for words in (self.hint, self.trouble, self.limits, self.rounding):
            words.setWordWrap(True)
        # It comes when Δx gets too small to be seen: what stands below it must not move then.
        place = self.hint.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.hint.setSizePolicy(place)
        typed, played = self._symbols
        self._typed = FoldingRow((typed, self.delta_x), self.zoom)
        self._played = FoldingRow((played, *self.players.values()), self.tens)
        self._inner = QVBoxLayout(self.body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addLayout(self._typed)
        self._inner.addLayout(self._played)
        below: tuple[QWidget, ...] = (
            self.hint, self.trouble, self.numbers, self.gap, self.limits, self.table, self.onward,
            self.rounding, self.picture,
        )  # fmt: skip
        for widget in below:
            self._inner.addWidget(widget)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.switch)
        self._layout.addWidget(self.body)

    def show_scene(self, scene: SecantScene | None) -> None:
        """Show the secant in numbers; None where there is no function."""
        self.body.setVisible(scene is not None and scene.shown)
        if scene is None or not scene.shown:
            return
        self._rename(scene.names)
        self.delta_x.show_value(scene.delta_x)
        self.numbers.show_markup(scene.numbers)
        self.gap.show_markup(scene.gap)
        for words, text in (
            (self.hint, scene.hint),
            (self.trouble, scene.trouble),
            (self.limits, scene.limits),
            (self.rounding, scene.rounding),
        ):
            words.show_text(text)
            words.setVisible(bool(text))
        self.table.show_rows(scene)
        for part in (self.table, self.onward):
            part.setVisible(bool(scene.rows))
        self.picture.setVisible(bool(scene.rounding))
        self.picture.show_errors(scene.errors, scene.rounding)

    def _rename(self, names: Names) -> None:
        if names != self._names:
            self._names = names
            for symbol, markup in zip(self._symbols, _marks(names), strict=True):
                symbol.show_markup(markup)
            self._describe()
            self._fold()

    def _describe(self) -> None:
        delta, second = plain(self._names.step), plain(self._names.second)
        self.delta_x.describe(self._tr("{delta} of the secant", delta=delta), self._tr)
        self.gap.describe(
            self._tr(
                "From the tangent to the curve at {second}; the index l marks the tangent’s value",
                second=second,
            )
        )

    def show_playing(self, side: Side | None) -> None:
        """Which button pauses, because Δx is played from its side."""
        for each, button in self.players.items():
            button.show_picture("pause" if each is side else f"approach_{each}")

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        self._describe()
        self.numbers.describe(tr("Slope of the secant"))
        self.onward.setText(tr("On to 10⁻¹⁶"))
        for view in (self.switch, self.zoom, self.tens, self.table, self.picture):
            view.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for layout in (self._layout, self._inner):
            layout.setSpacing(space // 2)
        for row in (self._typed, self._played):
            row.show_space(space)
        views: tuple[Themed, ...] = (
            self.switch, self.delta_x, self.zoom, *self.players.values(), self.tens, self.hint,
            self.trouble, self.numbers, self.gap, self.limits, self.table, self.onward,
            self.rounding, self.picture, *self._symbols,
        )  # fmt: skip
        for view in views:
            view.show_theme(theme)
        self.delta_x.hold(WIDEST_STEP)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        for row in (self._typed, self._played):
            row.fold(self.width())


def _marks(names: Names) -> tuple[Markup, Markup]:
    """Δx =, Δx → 0"""
    equals, to_zero = Operator("="), (Operator("→"), Upright("0"))
    return Row((names.step, equals)), Row((names.step, *to_zero))


def _player(side: Side, actions: Actions, parent: QWidget) -> IconButton:
    button = IconButton(f"approach_{side}", f"approach_{side}", parent)
    button.bind(actions[f"approach_{side}"])
    return button
