"""One typed line → Formula: the order in which a line is read.

Characters, left-hand side, tokens, names, brackets, tree, variables, notices; each has a file of
its own. Nothing is evaluated and nothing typed is run.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from gdviz.calculus.expression import Expression, Symbol, walk
from gdviz.calculus.formula import Formula, ParseError
from gdviz.calculus.reading.alphabet import is_latex, plain
from gdviz.calculus.reading.brackets import pair_brackets
from gdviz.calculus.reading.grammar import Grammar
from gdviz.calculus.reading.left_side import LeftSide, read_left_side
from gdviz.calculus.reading.lexer import Token, tokens
from gdviz.calculus.reading.names import Names, name_of
from gdviz.calculus.reading.notices import find_notices
from gdviz.calculus.reading.observations import Observations
from gdviz.calculus.reading.troubles import Troubles
from gdviz.calculus.reading.unknown_names import undefined_function, unknown_name
from gdviz.calculus.reading.variables import choose_variables

LONGEST_LINE = 500
MOST_NODES = 400
DEEPEST_TREE = 150
DERIVATIVE_SIGN = re.compile(
    r"\s*\(?\s*(?P<sign>[d∂][^\W\d_]?\s*/\s*[d∂]\s*[^\W\d_])(?!\w)(?!\s*=)"
)
"""d/dx or dy/dx in front of a function: it would be read as d divided by d, times x."""
UNREADABLE = frozenset({"unreadable", "malformed number"})


def parse(text: str, *, given: Collection[str] = ()) -> Formula:
    """Read a line as a teacher would write it on the board, or in LaTeX.

    `given` are letters that are parameters whatever their name. Raises ParseError with the place
    of the trouble; any text whatever gives one or the other.
    """
    if len(text) > LONGEST_LINE:
        raise ParseError(LONGEST_LINE, len(text) - LONGEST_LINE, "too-long", "hint-shorter")
    settled = frozenset(name_of(name) or name for name in given)
    return _parse_latex(text, settled) if is_latex(text) else _parse(text, settled)


def remedy(text: str, error: ParseError, *, given: Collection[str] = ()) -> str | None:
    """A line that can be read and was perhaps meant by one that cannot; None if there is none."""
    from gdviz.calculus.reading.remedies import rewritings  # only now: most lines can be read

    return next((other for other in rewritings(text, error) if _can_be_read(other, given)), None)


def _can_be_read(text: str, given: Collection[str]) -> bool:
    try:
        parse(text, given=given)
    except ParseError:
        return False
    return True


def _parse_latex(text: str, settled: frozenset[str]) -> Formula:
    """What the translation means, its places those of the LaTeX."""
    from gdviz.calculus.reading.latex import Translation  # only now: most lines are none

    translation = Translation(text)
    try:
        formula = _parse(translation.text, settled)
    except ParseError as error:
        raise translation.error(error) from None
    body = translation.tree(formula.body)
    notices = tuple(map(translation.notice, formula.notices))
    return replace(formula, text=text, body=body, notices=notices)


def _parse(text: str, settled: frozenset[str]) -> Formula:
    left, body, observed = _read(text, settled)
    names = _names_in_order(body)
    variables = _variables(names, left, settled)
    parameters = tuple(name for name in names if name not in variables)

    def differs(other: str) -> bool:
        try:
            return len(other) <= LONGEST_LINE and _read(other, settled)[1] != body
        except ParseError:
            return False

    notices = find_notices(text, observed, variables, differs)
    return Formula(text, body, variables, parameters, left.name, notices)


def _read(text: str, settled: frozenset[str]) -> tuple[LeftSide, Expression, Observations]:
    typed = plain(text)
    if operator := DERIVATIVE_SIGN.match(typed):
        start, stop = operator.span("sign")
        raise ParseError(start, stop - start, "derivative-sign", "hint-derivative-sign")
    left = read_left_side(typed)
    line = _named_tokens(typed, left, settled)
    _refuse_words(line, Troubles(text, line), left, settled)
    line = pair_brackets(line)
    grammar = Grammar(line, Troubles(text, line))
    body = grammar.whole()
    _refuse_size(body, text)
    return left, body, grammar.observed


def _variables(names: Sequence[str], left: LeftSide, settled: frozenset[str]) -> tuple[str, ...]:
    if left.variables is None:
        return choose_variables(names, settled | {left.name or ""})
    free = tuple(name for name in left.variables if name not in settled)
    return free or choose_variables([], settled | set(names))


def _named_tokens(typed: str, left: LeftSide, settled: frozenset[str]) -> list[Token]:
    """The tokens of the right-hand side with the names told apart."""
    line = Names({*settled, *(left.variables or ())}).read(tokens(typed, left.stop))
    if len(line) == 1:
        if left.stop:
            raise ParseError(left.stop - 1, 1, "right-side-empty", "hint-right-side")
        raise ParseError(0, len(typed), "empty", "hint-example")
    return line


def _refuse_words(
    line: Sequence[Token], troubles: Troubles, left: LeftSide, settled: frozenset[str]
) -> None:
    """Raises ParseError at the first word or character that means nothing here."""
    known = {*settled, *(left.variables or ())}
    found = [
        unknown_name(line, left.variables, settled),
        undefined_function(line, known),
        next((_itself(token) for token in line if _is(token, left.name)), None),
        next((troubles.stray(p) for p, token in enumerate(line) if token.kind in UNREADABLE), None),
    ]
    if errors := [error for error in found if error is not None]:
        first = min(errors, key=lambda error: error.position)
        raise troubles.whole_word(first)


def _is(token: Token, name: str | None) -> bool:
    return token.kind == "symbol" and token.text == name


def _itself(token: Token) -> ParseError:
    length = token.stop - token.start
    return ParseError(token.start, length, "name-on-both-sides", "hint-other-name", name=token.text)


def _refuse_size(body: Expression, text: str) -> None:
    if sum(1 for _ in walk(body)) > MOST_NODES:
        raise ParseError(0, len(text), "too-many-parts", "hint-shorter")
    layer: Sequence[Expression] = [body]
    for _ in range(DEEPEST_TREE + 1):
        layer = [child for node in layer for child in node.children()]
    if layer:
        raise ParseError(0, len(text), "too-deep", "hint-shorter")


def _names_in_order(body: Expression) -> tuple[str, ...]:
    """The names in it as they first appear."""
    return tuple(dict.fromkeys(node.name for node in walk(body) if isinstance(node, Symbol)))
