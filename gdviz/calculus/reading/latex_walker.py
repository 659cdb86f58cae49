"""One pass over the tokens of a line of LaTeX: who comes next, and what belongs together."""

from collections.abc import Callable, Sequence

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading import latex_commands as known
from gdviz.calculus.reading.latex_pieces import Piece, Token, tokens

DEEPEST = 80


class Walker:
    """Collects the pieces that tokens mean.

    meanings: what is done at a command or character that has just been passed; what is not among
    them stands for a text of its own (latex_commands.py) or for itself.
    """

    def __init__(self, source: str) -> None:
        self.meanings: dict[str, Callable[[Token], None]] = {}
        self._tokens = tokens(source)
        self._at = 0
        self._depth = 0
        self._pieces: list[Piece] = []
        self._end = Token("", len(source))

    def whole(self) -> list[Piece]:
        """The line in the editor's language."""
        while self._peek().text:
            self._item()
        return self._pieces

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._end

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _after_blanks(self) -> Token:
        while self._peek().text.isspace() or self._peek().text in known.SILENT:
            self._at += 1
        return self._peek()

    def _say(self, text: str, token: Token) -> None:
        if text:
            self._pieces.append(Piece(text, token.start, token.stop))

    def _item(self) -> None:
        token = self._next()
        meaning = self.meanings.get(token.text)
        if meaning is not None:
            meaning(token)
        elif token.text in known.WORTH:
            self._say(known.WORTH[token.text], token)
        elif token.text.startswith("\\"):
            raise _unknown(token)
        else:
            self._say(token.text, token)

    def _captured(self, goes_on: Callable[[], bool]) -> list[Piece]:
        """What the items mean that come while `goes_on`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._peek().error("too-deep", "hint-shorter")
        outer, self._pieces = self._pieces, []
        while self._peek().text and goes_on():
            self._item()
        inner, self._pieces = self._pieces, outer
        self._depth -= 1
        return inner

    def _inside(self, opening: Token) -> list[Piece]:
        """What stands between an opening brace, just read, and its partner."""
        inner = self._captured(lambda: self._peek().text != "}")
        if not self._peek().text:
            raise opening.error("unclosed-bracket", "hint-close", sign="{")
        self._next()
        return inner

    def _argument(self, command: Token) -> list[Piece]:
        """A group, a command with what belongs to it, or one character."""
        token = self._after_blanks()
        if not token.text or token.text in ("}", "$", "&", "\\right"):
            raise command.error("latex-argument", "hint-latex-argument", typed=command.text)
        if token.text == "{":
            return self._inside(self._next())
        end = self._at + 1
        return self._captured(lambda: self._at < end)

    def _bracketed(self, brackets: str, inner: Sequence[Piece], command: Token) -> None:
        """`inner` in brackets that stand for the braces round it."""
        first = inner[0].start if inner else self._tokens[self._at - 1].start
        self._pieces.append(Piece(brackets[0], max(first - 1, command.start), first))
        self._pieces += inner
        last = self._tokens[self._at - 1]
        self._pieces.append(Piece(brackets[1], last.start, last.stop))


def _unknown(token: Token) -> ParseError:
    """A command that means nothing here, with the one that was probably meant."""
    suggestion = known.nearest_command(token.text)
    if suggestion is None:
        return token.error("latex-command", "hint-latex", typed=token.text)
    return token.error(
        "latex-command", "hint-latex-suggestion", typed=token.text, suggestion=suggestion
    )
