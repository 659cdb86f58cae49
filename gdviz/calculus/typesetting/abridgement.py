"""Formulas too long for anybody to read, cut short with an ellipsis."""

from dataclasses import fields, replace
from typing import Any

from gdviz.calculus.typesetting.markup import Markup, Row, Upright, walk

ELLIPSIS = Upright("…")
MOST_PIECES = 500
"""A page of formulas has no more; laying out so many takes about as long as a frame."""


def abridged(markup: Markup, most: int = MOST_PIECES) -> Markup:
    """The formula itself if it has at most so many pieces, else its beginning and "…".

    The derivative of 60 nested sines has tens of thousands: they would hold the window for half a
    second and show nothing.
    """
    return markup if _is_short(markup, most) else _Scissors(most).cut(markup)


def _is_short(markup: Markup, most: int) -> bool:
    return all(count < most for count, _ in enumerate(walk(markup)))


class _Scissors:
    """Keeps the first pieces in reading order."""

    def __init__(self, most: int) -> None:
        self._left = most

    def cut(self, markup: Markup) -> Markup:
        self._left -= 1
        if self._left <= 0:
            return ELLIPSIS
        if isinstance(markup, Row):
            return replace(markup, pieces=self._beginning(markup.pieces))
        inner = {f.name: getattr(markup, f.name) for f in fields(markup)}
        pieces: dict[str, Any] = {
            name: self.cut(piece) for name, piece in inner.items() if isinstance(piece, Markup)
        }
        return replace(markup, **pieces) if pieces else markup

    def _beginning(self, pieces: tuple[Markup, ...]) -> tuple[Markup, ...]:
        kept: list[Markup] = []
        for piece in pieces:
            kept.append(self.cut(piece))
            if self._left <= 0:
                break
        return tuple(kept)
