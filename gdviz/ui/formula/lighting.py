"""Which parts of a formula light up, and in which colours."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gdviz.calculus.expression import NOWHERE, Expression
from gdviz.session.derivation_scene import Lighting
from gdviz.session.scene import Role
from gdviz.ui.formula.box import Box
from gdviz.ui.theme import Theme

MARGIN = 2.0
"""Of the ground under what lights up, px."""


class Lit(Mapping[Expression, QColor]):
    """Colours of parts. Equal parts that stand elsewhere in the line are not meant."""

    def __init__(self, colours: list[tuple[Expression, QColor]]) -> None:
        self._colours = {(part, part.span): colour for part, colour in colours}

    def __getitem__(self, part: Expression) -> QColor:
        return self._colours[part, part.span]

    def __iter__(self) -> Iterator[Expression]:
        return (part for part, _ in self._colours)

    def __len__(self) -> int:
        return len(self._colours)


def lit(lighting: Lighting | None, theme: Theme) -> Lit:
    """A step's parts in the accent colour; u of a chain in another, u of f′(u) as it was."""
    if lighting is None:
        return Lit([])
    inner = theme.text_colour(Role.TANGENT) if lighting.is_chain else theme.colours.ink
    colours = [(part, QColor(theme.colours.accent)) for part in lighting.parts]
    colours += [(part, QColor(inner)) for part in lighting.within]
    return Lit([(part, colour) for part, colour in colours if part.span != NOWHERE])


def places_of(box: Box, highlight: Mapping[Expression, QColor]) -> Iterator[QRectF]:
    """Where the parts stand that light up, from the formula's reference point; inner ones are
    left to the outer. Neighbours are one place: the name of a function and its argument."""
    joined: list[QRectF] = []
    for place in _places_of(box, 0.0, 0.0, highlight):
        if joined and joined[-1].adjusted(-MARGIN, 0, MARGIN, 0).intersects(place):
            joined[-1] = joined[-1].united(place)
        else:
            joined.append(place)
    return iter(joined)


def _places_of(
    box: Box, x: float, y: float, highlight: Mapping[Expression, QColor]
) -> Iterator[QRectF]:
    if box.part is not None and box.part in highlight:
        place = QRectF(x, y - box.ascent, box.width, box.height)
        yield place.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        return
    for placed in box.children:
        yield from _places_of(placed.box, x + placed.x, y + placed.y, highlight)
