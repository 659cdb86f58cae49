"""What hangs from the editor's row leaves the top of Oy free, with the arrow and the name there."""

from collections.abc import Hashable

AROUND_AXIS = (2.0, 5.0)
"""Left and right of Oy so much is its own, in units of the rhythm: its numbers, its name."""
Span = tuple[int, int]


def free_spans(whole: Span, axis: float | None, space: float) -> tuple[Span, ...]:
    """Where one may hang things, from left to right; the whole row where Oy is not seen.

    whole: left and right end of the row; axis: x of Oy; all px.
    """
    if axis is None:
        return (whole,)
    left, right = round(axis - AROUND_AXIS[0] * space), round(axis + AROUND_AXIS[1] * space)
    spans = ((whole[0], min(left, whole[1])), (max(right, whole[0]), whole[1]))
    return tuple(span for span in spans if span[1] > span[0])


class Berth:
    """Where sliders hang: chosen for their letters, kept while they are moved."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self.span: Span = (0, 0)

    def choose(self, key: Hashable, spans: tuple[Span, ...], whole: Span, needed: int) -> Span:
        """The first of the spans that is `needed` wide; the whole row if none is.

        The same as before for the same key: under a hand nothing jumps.
        """
        if key != self._key:
            self._key = key
            wide = [span for span in spans if span[1] - span[0] >= needed]
            self.span = wide[0] if wide else whole
        return self.span

    def left(self, width: int, whole: Span) -> int:
        """Where something so wide begins: at the end of the row that is nearer, px."""
        return self.span[1] - width if self.span[1] == whole[1] else self.span[0]
