"""Chains of equalities, one under another, with the reason of each step."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gdviz.calculus.typesetting.notation import latex, plain
from gdviz.i18n import Translator
from gdviz.session.derivation_scene import Story
from gdviz.ui.fonts import text_font
from gdviz.ui.formula.box import Box
from gdviz.ui.formula.painter import paint
from gdviz.ui.panels.derivation_picture import fitted
from gdviz.ui.panels.panel_view import PanelView
from gdviz.ui.theme import Theme


class Stories(PanelView):
    """As high as what it tells. Ctrl+C copies all of it as LaTeX."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme: Theme | None = None
        self._stories: tuple[Story, ...] = ()
        self._boxes: list[tuple[float, Box]] = []
        self._texts: list[tuple[QPointF, QTextLayout, bool]] = []

    def show_stories(self, stories: tuple[Story, ...]) -> None:
        """Tell others."""
        self._stories = stories
        self.setAccessibleDescription(as_text(stories))
        self._lay_out()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        self._lay_out()

    def retranslate(self, tr: Translator) -> None:
        """What is told comes in the right language."""

    def _lay_out(self) -> None:
        self._boxes, self._texts = [], []
        if self._theme is None:
            return
        space, y = self._theme.sizes.space, 0.0
        for story in self._stories:
            if story.title:
                y = self._add_text(story.title, y + space / 2, is_title=True)
            if story.remark:
                y = self._add_text(story.remark, y, is_title=False)
            for line in story.lines:
                if line.reason:
                    y = self._add_text(line.reason, y + space / 4, is_title=False)
                for box in fitted(line.formula, self._theme, self.width() - space):
                    self._boxes.append((y, box))
                    y += box.height + space / 2
            y += space / 2
        self.setFixedHeight(round(y))
        self.update()

    def _add_text(self, text: str, y: float, *, is_title: bool) -> float:
        """Words on as many lines as they need; where they end, px."""
        assert self._theme is not None
        sizes = self._theme.sizes
        weight = QFont.Weight.Medium if is_title else QFont.Weight.Normal
        font = text_font(sizes.body if is_title else sizes.secondary, weight)
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        left = 0.0 if is_title else 2 * sizes.space
        place = QPointF(left, y)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width() - left, 1.0))
            line.setPosition(QPointF(0.0, height))
            height += QFontMetricsF(font).height()
        layout.endLayout()
        self._texts.append((place, layout, is_title))
        return y + height + sizes.space / 2

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        for place, layout, is_title in self._texts:
            painter.setPen(QColor(colours.ink if is_title else colours.secondary_ink))
            layout.draw(painter, place)
        for y, box in self._boxes:
            shrink = min(1.0, self.width() / max(box.width, 1.0))
            painter.save()
            painter.scale(shrink, shrink)
            paint(painter, box, 0.0, y / shrink + box.ascent, QColor(colours.ink))
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_latex(self._stories))
        else:
            super().keyPressEvent(event)


def as_text(stories: tuple[Story, ...]) -> str:
    """All of it in lines of text, for screen readers."""
    lines = []
    for story in stories:
        lines += [words for words in (story.title, story.remark) if words]
        for line in story.lines:
            reason = f" ({line.reason})" if line.reason else ""
            lines.append(f"{plain(line.formula).strip()}{reason}")
    return "\n".join(lines)


def as_latex(stories: tuple[Story, ...]) -> str:
    """All of it as LaTeX, a row for a formula; needs the package amsmath."""
    rows = [f"& {latex(line.formula)}" for story in stories for line in story.lines]
    body = " \\\\\n".join(rows)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"
