r"""LaTeX is understood as well: the line is translated, and what is found in it brought back.

Every character of the translation knows which characters of the LaTeX it stands for, so that
trouble and notices point at what was typed, and the line itself stays as it was pasted.
"""

from gdviz.calculus.expression import Expression
from gdviz.calculus.formula import Notice, ParseError
from gdviz.calculus.reading.latex_pieces import Piece
from gdviz.calculus.reading.latex_translator import Translator

END_OF_A_SENTENCE = ("", ".", ",", ";")


class Translation:
    """A line of LaTeX in the editor's language. Raises ParseError for what is not understood."""

    def __init__(self, source: str) -> None:
        pieces = _without_end(Translator(source).whole())
        self.source = source
        self.text = "".join(piece.text for piece in pieces)
        self._places = [(p.start, p.stop) for p in pieces for _ in p.text]

    def span(self, position: int, length: int) -> tuple[int, int]:
        """Position and length in the LaTeX of a part of the translation."""
        if position >= len(self._places):
            return len(self.source.rstrip(" $")), 0
        places = self._places[position : position + max(length, 1)]
        start, stop = min(first for first, _ in places), max(last for _, last in places)
        return start, stop - start

    def error(self, error: ParseError) -> ParseError:
        """The same trouble at its place in the LaTeX."""
        return error.moved(*self.span(error.position, error.length))

    def notice(self, notice: Notice) -> Notice:
        """The same notice at its place; its other reading is a line of the editor's language."""
        place = self.span(notice.position, notice.length)
        other = notice.alternative and " ".join(notice.alternative.split())
        return Notice(*place, notice.code, notice.fields, other)

    def tree(self, expression: Expression) -> Expression:
        """The same tree with its parts standing where they do in the LaTeX."""
        parts = tuple(map(self.tree, expression.children()))
        return expression.with_children(parts).at(self.span(*expression.span))


def _without_end(pieces: list[Piece]) -> list[Piece]:
    """Without the full stop or comma with which a formula ends a sentence, and outer blanks."""
    while pieces and pieces[-1].text.strip() in END_OF_A_SENTENCE:
        pieces = pieces[:-1]
    while pieces and not pieces[0].text.strip():
        pieces = pieces[1:]
    return pieces
