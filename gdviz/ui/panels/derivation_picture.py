"""A step laid out: its rule's name, what it says, and its formula on as many lines as it needs."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from gdviz.calculus.typesetting.markup import Markup
from gdviz.session.derivation_scene import StepRow
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.breaking import A_LITTLE_SMALLER, fitted_between
from gdviz.ui.formula.fitting import SMALLEST
from gdviz.ui.formula.layout import layout
from gdviz.ui.panels.derivation_chain import chain_height
from gdviz.ui.style import figures_font
from gdviz.ui.theme import Theme

LAW_SIZE, SMALLEST_LAW = 0.85, 15.0
"""A law in parts of the formula it is applied to; and in px."""
DEEPEST_INDENT = 4
"""Deeper steps stand no further to the right: there would be no room left for their formulas."""


@dataclass(frozen=True, slots=True)
class Line:
    """A formula at (x, y), y its top, px from the step's corner; notes are laws and u = g(x)."""

    box: Box
    x: float
    y: float
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class StepPicture:
    """rule: its words in lines, empty for none; left: where all of it begins; numbers, chain:
    places kept for them. width: what the widest formula needs; height: of the whole."""

    rule: tuple[str, ...]
    left: float
    lines: tuple[Line, ...]
    numbers: QRectF
    chain: QRectF | None
    width: float
    height: float


class Setter:
    """Lays steps out in a theme, within so many px."""

    def __init__(self, theme: Theme, room: float, widest_numbers: str) -> None:
        self.theme = theme
        small = QFontMetricsF(figures_font(theme.sizes.secondary))
        self._numbers_line = small.height()
        self._numbers_room = small.horizontalAdvance(widest_numbers)
        self._room = room
        self._metrics = QFontMetricsF(rule_font(theme))
        self._space = theme.sizes.space

    def step(self, row: StepRow, depth: int, *, unfolded: bool) -> StepPicture:
        """A step; unfolded it shows the rule applied, folded what comes out."""
        left = indent(depth, self.theme) + 2 * self._space
        rule = wrapped(row.rule, self._metrics, self._room - left - self._space)
        numbers = self._place_for_numbers(rule, left)
        y = numbers.bottom() + self._space / 4
        lines = self._notes(row, left, y)
        y = _bottom(lines, y, self._space / 2)
        is_set_up = unfolded and row.setup is not None
        formula = row.setup if is_set_up and row.setup is not None else row.formula
        lines += self._formula(formula, left, y)
        y = _bottom(lines, y, self._space / 2)
        chain = None
        if is_set_up and row.outer is not None:
            height = chain_height(self.theme)
            chain = QRectF(left, y, self._room - left - self._space, height)
            y += height
        return self._picture(rule, left, lines, numbers, chain, y)

    def outcome(self, row: StepRow, depth: int) -> StepPicture:
        """What the parts of a step come to."""
        left = indent(depth - 1, self.theme) + 2 * self._space
        formula = row.outcome if row.outcome is not None else row.formula
        lines = self._formula(formula, left, self._space / 2)
        y = _bottom(lines, 0, self._space / 2)
        return self._picture((), left, lines, QRectF(), None, y)

    def _picture(
        self,
        rule: tuple[str, ...],
        left: float,
        lines: list[Line],
        numbers: QRectF,
        chain: QRectF | None,
        bottom: float,
    ) -> StepPicture:
        width = max((line.x + line.box.width for line in lines), default=0.0)
        height = bottom + self._space / 2
        return StepPicture(rule, left, tuple(lines), numbers, chain, width + self._space, height)

    def _place_for_numbers(self, rule: tuple[str, ...], left: float) -> QRectF:
        """At the end of the rule's line, or under it where there is no room; two lines high where
        even that is too narrow for the value and the slope side by side."""
        top, line = self._space / 2, self._metrics.height()
        right = self._room - self._space
        beside = left + self._metrics.horizontalAdvance(rule[0]) + 2 * self._space
        if len(rule) == 1 and right - beside >= self._numbers_room:
            return QRectF(beside, top, right - beside, line)
        lines = 1 if right - left >= self._numbers_room else 2
        height = lines * self._numbers_line
        return QRectF(left, top + len(rule) * line, right - left, height)

    def _notes(self, row: StepRow, left: float, y: float) -> list[Line]:
        """The law, unless it says the same as the formula; then f(u) and u."""
        notes = [row.law] if row.law != row.formula else []
        notes += [note for note in (row.outer, row.inner) if note is not None]
        size = max(LAW_SIZE * self.theme.sizes.formula, SMALLEST_LAW)
        lines: list[Line] = []
        for note in notes:
            for box in fitted_between(note, size, SMALLEST_LAW, self._room - left - self._space):
                lines.append(Line(box, left, y, is_note=True))
                y += box.height + self._space / 4
        return lines

    def _formula(self, formula: Markup, left: float, y: float) -> list[Line]:
        """On as many lines as it needs, a little smaller if that makes it fit."""
        lines: list[Line] = []
        for box in fitted(formula, self.theme, self._room - left - self._space):
            lines.append(Line(box, left, y))
            y += box.height + self._space / 2
        return lines


def fitted(formula: Markup, theme: Theme, room: float) -> list[Box]:
    """Lines of a formula within `room` px, so that its end is always seen."""
    full = max(theme.sizes.formula, SMALLEST)
    return fitted_between(formula, full, max(A_LITTLE_SMALLER * full, SMALLEST), room)


def _bottom(lines: list[Line], y: float, space: float) -> float:
    return max((line.y + line.box.height + space for line in lines), default=y)


def wrapped(text: str, metrics: QFontMetricsF, room: float) -> tuple[str, ...]:
    """Words on as many lines as they need."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def indent(depth: int, theme: Theme) -> float:
    """How far to the right a step stands, px."""
    return min(depth, DEEPEST_INDENT) * 1.75 * theme.sizes.space


def rule_font(theme: Theme) -> QFont:
    """For the name of a rule."""
    return text_font(theme.sizes.body, QFont.Weight.Medium)


def one_line(formula: Markup, theme: Theme) -> Box:
    """A formula on one line at the size of notes."""
    return layout(formula, max(LAW_SIZE * theme.sizes.formula, SMALLEST_LAW), display=False)
