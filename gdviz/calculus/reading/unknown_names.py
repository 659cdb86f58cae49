"""Words that are no product of letters: refused, with the name that was probably meant.

Letters side by side are multiplied, so `ax` and `xyz` are fine. But three adjacent letters that
nothing else in the line speaks of, or a letter twice, are a word: foo, abc, print.
"""

from collections.abc import Collection, Sequence

from gdviz.calculus.formula import ParseError
from gdviz.calculus.functions import BY_SPELLING
from gdviz.calculus.reading.lexer import Token
from gdviz.calculus.reading.likeness import nearest
from gdviz.calculus.reading.variables import choose_variables

SHORT_PRODUCT = 3
"""In a longer row of letters one of them must be spoken of elsewhere to count as the variable."""

BEYOND_FUNCTIONS = ("lim", "sum", "int", "prod")
"""Words of analysis that are no functions."""
NAMES_OF_FUNCTIONS = frozenset("fghFGH")


def unknown_name(
    line: Sequence[Token], declared: Collection[str] | None, settled: Collection[str]
) -> ParseError | None:
    """The trouble with the first word, if there is one.

    `declared` are the left side's variables, if it has any, `settled` the parameters that have a
    slider already.
    """
    rows = _rows(line)
    names = [[line[place].text for place in row] for row in rows]
    everything = [name for row in names for name in row]
    variables = choose_variables(everything, settled) if declared is None else tuple(declared)
    alone = {name for row in names if len(row) < SHORT_PRODUCT for name in row}
    for places, row in zip(rows, names, strict=True):
        known = {*settled, *alone, *variables, "e"}
        if declared is None and len(row) > SHORT_PRODUCT:
            known -= set(variables) - alone - {"x", "y"}
        if len(set(row)) < len(row) or _has_three_unknown(row, known):
            return _unknown(line, places[0])
    return None


def undefined_function(line: Sequence[Token], settled: Collection[str]) -> ParseError | None:
    """The trouble with the first call of an unknown function, if there is one.

    f(x) is f·x by the letter, but whoever types it means a function that this line lacks.

    So it is read for a, b, k …, and refused for f, g, h and for a line that says nothing else.
    """
    for place, token in enumerate(line[:-1]):
        if token.kind != "symbol" or token.text in settled or line[place + 1].kind != "(":
            continue
        closing = place + 2
        while line[closing].kind in ("symbol", ","):
            closing += 1
        is_whole = place == 0 and line[closing + 1 :] == line[-1:]
        if line[closing].kind != ")" or closing == place + 2 or token.stop < line[place + 1].start:
            continue
        if (is_whole and token.text != "x") or token.text in NAMES_OF_FUNCTIONS:
            start, stop = token.start, line[closing].stop
            typed = "".join(part.text for part in line[place : closing + 1])
            fields = {"name": token.text, "typed": typed}
            return ParseError(start, stop - start, "undefined-function", "hint-define", **fields)
    return None


def _rows(line: Sequence[Token]) -> list[list[int]]:
    """Places of the single letters that touch each other."""
    rows: list[list[int]] = []
    for place, token in enumerate(line):
        if token.kind != "symbol" and token.text != "e":
            continue
        if rows and rows[-1][-1] == place - 1 and line[place - 1].stop == token.start:
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _has_three_unknown(row: Sequence[str], known: Collection[str]) -> bool:
    flags = "".join(" " if name in known else "?" for name in row)
    return "???" in flags


def _unknown(line: Sequence[Token], place: int) -> ParseError:
    """The whole word around a place, names that were cut from it included."""
    first = last = place
    while first > 0 and _touch(line[first - 1], line[first]):
        first -= 1
    while _touch(line[last], line[last + 1]):
        last += 1
    word = "".join(token.text for token in line[first : last + 1])
    start, length = line[first].start, line[last].stop - line[first].start
    if word.startswith(BEYOND_FUNCTIONS):
        return ParseError(start, length, "beyond-functions", "hint-prime")
    suggestion = nearest_name(word)
    if suggestion is None:
        return ParseError(start, length, "unknown-name", "hint-letters-multiply", typed=word)
    fields = {"typed": word, "suggestion": suggestion}
    return ParseError(start, length, "unknown-name", "hint-suggestion", **fields)


def _touch(left: Token, right: Token) -> bool:
    words = ("symbol", "constant", "function")
    return left.kind in words and right.kind in words and left.stop == right.start


def nearest_name(word: str) -> str | None:
    """The known name most like `word`, or None if none is like it."""
    return nearest(word, [name for name in BY_SPELLING if name != word and len(name) > 1])
