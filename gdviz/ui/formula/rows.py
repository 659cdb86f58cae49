"""Pieces side by side, with the space that signs have around them (The TeXbook, ch. 18)."""

from dataclasses import replace
from enum import Enum

from gdviz.calculus.typesetting.markup import Applied, Gap, Markup, Operator, Row, is_bracketed
from gdviz.ui.formula.box import Box, beside, blank
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

THIN, MEDIUM, THICK = 3 / 18, 4 / 18, 5 / 18
"""Spaces, em."""


class Kind(Enum):
    """What a piece is to its neighbours. ORDINARY is everything that is no sign."""

    START = "start"
    ORDINARY = "ordinary"
    BINARY = "binary"
    TIMES = "times"
    RELATION = "relation"
    PUNCTUATION = "punctuation"


KINDS = (
    (Kind.BINARY, "+−-±∓"),
    (Kind.TIMES, "·×∘"),
    (Kind.RELATION, "=≠≈≡<>≤≥→↦⇒⇔∈∉∼⟶⟹"),
    (Kind.PUNCTUATION, ",;:"),
)
KIND_OF = {sign: kind for kind, signs in KINDS for sign in signs}
SPACE = {Kind.BINARY: MEDIUM, Kind.TIMES: THIN, Kind.RELATION: THICK}
"""On both sides of a sign."""
OPENS_OPERAND = {Kind.START, Kind.BINARY, Kind.TIMES, Kind.RELATION, Kind.PUNCTUATION}
"""After these a minus is the sign of what follows, and stands close to it."""


def set_operator(operator: Operator, style: Style, setting: Setting) -> Box:
    """A sign alone, without space."""
    return beside(setting.character(character, style) for character in operator.text)


def set_gap(gap: Gap, style: Style, _: Setting) -> Box:
    """Blank."""
    return blank(gap.width * style.size)


def set_applied(applied: Applied, style: Style, setting: Setting) -> Box:
    """A function's name, a thin space and its argument."""
    function = setting.inside(applied.function, style)
    argument = setting.inside(applied.argument, style)
    space = 0.0 if is_bracketed(applied.argument) else THIN * style.size
    whole = beside((function, blank(space), argument))
    return replace(whole, is_text=argument.is_text)


def set_row(row: Row, style: Style, setting: Setting) -> Box:
    """Side by side. Signs in exponents have no space around them."""
    kinds = _kinds(row.pieces)
    boxes: list[Box] = []
    for piece, before, kind in zip(row.pieces, [Kind.START, *kinds], kinds, strict=False):
        space = 0.0 if style.tight else _space(before, kind) * style.size
        if space:
            boxes.append(blank(space))
        boxes.append(setting.inside(piece, style))
    return beside(boxes)


def _kinds(pieces: tuple[Markup, ...]) -> list[Kind]:
    """What each piece is; a minus without a left or a right operand is ordinary."""
    kinds = [_kind(piece) for piece in pieces]
    for at, kind in enumerate(kinds):
        if kind in (Kind.BINARY, Kind.TIMES):
            before = kinds[at - 1] if at else Kind.START
            if before in OPENS_OPERAND or at + 1 == len(kinds):
                kinds[at] = Kind.ORDINARY
    return kinds


def _kind(piece: Markup) -> Kind:
    if isinstance(piece, Operator):
        return KIND_OF.get(piece.text, Kind.ORDINARY)
    return Kind.ORDINARY


def _space(before: Kind, kind: Kind) -> float:
    """Between two neighbours, em. Two relations in a row share theirs, as do commas and signs."""
    if before is Kind.START:
        return 0.0
    if before is Kind.PUNCTUATION:
        return THIN
    if before is kind is Kind.RELATION:
        return 0.0
    return max(SPACE.get(before, 0.0), SPACE.get(kind, 0.0))
