"""What follows the numbers: the tangent's equation, or why there is none; that scales differ."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gdviz.session.scene import ReadoutScene
from gdviz.ui.controls.icon_button import IconButton
from gdviz.ui.controls.words import Figures, Words
from gdviz.ui.readout.equation_text import EquationText
from gdviz.ui.theme import Theme

ANY_WIDTH = (1 << 24) - 1
"""Qt's largest width of a widget, px."""


class Tail(QWidget):
    """Stands in the readout where there is room, else over the plot, just above it."""

    def __init__(self, equal_axes: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tail")
        self._paper = QColor()
        self._radius = 0.0
        self.equation = EquationText(self)
        self.reason = Words("reason", "notice", self)
        self.addition = Figures("angle_addition", "", self)
        self.scales = Words("scales", "secondary", self)
        self.equal_axes = IconButton("equal_axes", "equal_axes", self)
        self.equal_axes.bind(equal_axes)
        self._layout = QHBoxLayout(self)
        # The equation comes last: its room is wider than what stands in it.
        for part in (
            self.addition, self.equal_axes, self.scales, self.equation, self.reason,
        ):  # fmt: skip
            self._layout.addWidget(part)

    def show_scene(self, scene: ReadoutScene) -> bool:
        """Show what there is to say beside the numbers; says whether that takes another room."""
        before = self._parts()
        grown = self.equation.show_markup(scene.equation)
        self.equation.setVisible(scene.equation is not None)
        self.reason.setVisible(bool(scene.reason))
        self.equal_axes.setVisible(bool(scene.scales_differ))
        if scene.scales_differ != self.scales.text():
            self.scales.show_text(scene.scales_differ)
            self.equal_axes.setAccessibleDescription(scene.scales_differ)
        if scene.reason != self.reason.text():
            self.reason.show_text(scene.reason)
            grown = True
        return grown or before != self._parts()

    def _parts(self) -> tuple[bool, ...]:
        parts = (self.equation, self.reason, self.equal_axes)
        return tuple(part.isHidden() for part in parts)

    def show_addition(self, addition: str) -> bool:
        """What there was no room for beside the angle; says whether that takes another room."""
        was_hidden = self.addition.isHidden()
        grown = self.addition.show_number(addition)
        self.addition.setVisible(bool(addition))
        return grown or was_hidden != self.addition.isHidden()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.addition.isHidden() and all(self._parts())

    @property
    def has_words(self) -> bool:
        """Whether scales differ, which could be said in words if there is room."""
        return bool(self.scales.text())

    def room(self, *, with_words: bool) -> int:
        """The width to keep for it, px, which does not depend on the digits of the equation.

        with_words: with the remark that scales differ.
        """
        margins = self._layout.contentsMargins()
        fixed: list[QWidget] = [self.addition, self.equal_axes, self.equation]
        widths = [part.minimumWidth() for part in fixed if not part.isHidden()]
        if not self.reason.isHidden():
            widths.append(self.reason.sizeHint().width())
        if with_words:
            widths.append(self.scales.sizeHint().width())
        gaps = self._layout.spacing() * max(len(widths) - 1, 0)
        return sum(widths) + gaps + margins.left() + margins.right()

    def remeasure(self) -> None:
        """Forget how wide its parts once were."""
        self.addition.remeasure()
        self.equation.remeasure()

    def unfold(self) -> None:
        """A reason stands on one line, if there is room."""
        self.reason.setWordWrap(False)
        self.reason.setMinimumWidth(0)
        self.reason.setMaximumWidth(ANY_WIDTH)

    def folded(self, width: int) -> QSize:
        """A reason takes as many lines as it needs in so many px; its size then."""
        margins = self._layout.contentsMargins()
        self.reason.setWordWrap(True)
        self.reason.setFixedWidth(width - margins.left() - margins.right())
        lines = self.reason.heightForWidth(self.reason.width())
        return QSize(width, lines + margins.top() + margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper behind what is there, and no further: it may stand over the plot."""
        ends = [part.geometry().right() for part in (self.addition, self.equal_axes, self.reason)
                if not part.isHidden()]  # fmt: skip
        if not self.equation.isHidden():
            ends.append(self.equation.x() + self.equation.text_width())
        place = QRectF(self.rect())
        place.setRight(max(ends, default=0) + self._layout.contentsMargins().right())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paper)
        painter.drawRoundedRect(place, self._radius, self._radius)
        painter.end()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._paper, self._radius = QColor(theme.colours.paper), theme.sizes.radius
        space = round(theme.sizes.space)
        self._layout.setContentsMargins(space, space // 4, space, space // 4)
        self._layout.setSpacing(2 * space)
        self.equation.show_theme(theme)
        self.addition.show_theme(theme)
        self.reason.show_theme(theme)
        self.scales.show_theme(theme)
        self.equal_axes.show_theme(theme)
