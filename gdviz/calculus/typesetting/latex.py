r"""Markup → LaTeX, for formulas that are copied into a paper or a worksheet.

LaTeX sets the space around signs and after operator names (\sin, \operatorname{tg}) by itself, so
blanks that stand there for the screen are left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gdviz.calculus.functions import BY_SPELLING, CONSTANTS
from gdviz.calculus.reading.alphabet import GREEK_NAMES
from gdviz.calculus.typesetting.latex_names import BRACKETS, GAPS, GREEK, OPERATOR_NAMES, SIGNS
from gdviz.calculus.typesetting.markup import (
    Applied,
    Fenced,
    Fraction,
    Gap,
    Letter,
    Markup,
    Operator,
    Radical,
    Row,
    Scripts,
    Upright,
    Words,
    is_bracketed,
    walk,
)

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
RAISED_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
SPECIAL = re.compile(r"([{}$&#%_])")
NAME = re.compile(r"[^\W\d_]{2,}")
ENDING = re.compile(r"(?P<mark>\\?)(?P<letters>[A-Za-z]+)$")
BEGINNING = re.compile(r"[A-Za-z]+")
KNOWN = frozenset({*BY_SPELLING, *CONSTANTS, *GREEK_NAMES})
PRIMES = frozenset("′″‴")
PREFIXES = frozenset("+−±∓")


def latex(markup: Markup) -> str:
    """The formula as LaTeX for math mode, without dollar signs."""
    return PIECES[type(markup)](markup)


def _joined(pieces: Iterable[str]) -> str:
    r"""The pieces one after another; a command and a letter are kept apart: \pi x."""
    text = ""
    for piece in filter(None, pieces):
        text += f" {piece}" if piece[0].isalpha() and _runs_into_a_letter(text, piece) else piece
    return text


def _runs_into_a_letter(text: str, piece: str) -> bool:
    """Whether a blank, which means nothing to LaTeX, keeps letters from being read as a name."""
    before, after = ENDING.search(text), BEGINNING.match(piece)
    if before is None or after is None:
        return False
    run = before["letters"] + after[0]
    return bool(before["mark"]) or len(run) > 2 or run in KNOWN


def _letter(letter: Letter) -> str:
    if letter.text in GREEK:
        return GREEK[letter.text]
    return letter.text if len(letter.text) == 1 else rf"\mathit{{{letter.text}}}"


def _upright(upright: Upright) -> str:
    text = upright.text
    if text in OPERATOR_NAMES:
        return f"\\{text}"
    if NAME.fullmatch(text):
        return rf"\operatorname{{{text}}}"
    if len(text) == 1 and text.isalpha() and text not in SIGNS:
        return GREEK.get(text, rf"\mathrm{{{text}}}")
    return _signs(text)


def _signs(text: str) -> str:
    """Digits and signs: −1.5·10⁻³."""
    raised = RAISED_RUN.sub(lambda run: f"^{{{run[0].translate(RAISED)}}}", text)
    return "".join(_spaced(SIGNS.get(character, character)) for character in raised).strip()


def _spaced(sign: str) -> str:
    """A command with the blank that ends it."""
    return f"{sign} " if sign.startswith("\\") else sign


def _words(words: Words) -> str:
    escaped = SPECIAL.sub(r"\\\1", words.text)
    return rf"\text{{{escaped}}}"


def _operator(operator: Operator) -> str:
    return SIGNS.get(operator.text, operator.text)


def _gap(gap: Gap) -> str:
    return next((command for width, command in GAPS if gap.width <= width), GAPS[-1][1])


def _row(row: Row) -> str:
    return _joined(_row_pieces(row.pieces)).strip()


def _row_pieces(pieces: tuple[Markup, ...]) -> Iterator[str]:
    has_operand = False
    for piece, after in zip(pieces, (*pieces[1:], None), strict=True):
        if isinstance(piece, Operator):
            yield _sign(piece, has_operand)
            has_operand = False
        elif not (isinstance(piece, Gap) and after is not None and _begins_with_a_name(after)):
            yield latex(piece)
            has_operand = True


def _sign(operator: Operator, has_operand: bool) -> str:
    """A sign with readable blanks, which mean nothing to LaTeX."""
    sign = _operator(operator)
    if operator.text in PREFIXES and not has_operand:
        return sign
    if operator.text == "/":
        return sign
    return f"{sign} " if operator.text in ",;:" else f" {sign} "


def _begins_with_a_name(markup: Markup) -> bool:
    """Whether LaTeX sets a blank before it anyway."""
    match markup:
        case Applied():
            return _begins_with_a_name(markup.function)
        case Scripts():
            return _begins_with_a_name(markup.base)
    return isinstance(markup, Upright) and NAME.fullmatch(markup.text) is not None


def _applied(applied: Applied) -> str:
    r"""\cos^2 x, \sin(x + 1). A high bracket is moved up to the name: \sin\!\left(…\right)."""
    function, argument = latex(applied.function), latex(applied.argument)
    if not is_bracketed(applied.argument):
        return f"{function} {argument}"
    is_name = _begins_with_a_name(applied.function)
    return function + (r"\!" if is_name and argument.startswith(r"\left") else "") + argument


def _fraction(fraction: Fraction) -> str:
    return rf"\frac{{{latex(fraction.numerator)}}}{{{latex(fraction.denominator)}}}"


def _scripts(scripts: Scripts) -> str:
    base = latex(scripts.base)
    if isinstance(scripts.base, Row | Applied | Fraction | Scripts):
        base = f"{{{base}}}"
    lower = f"_{_argument(scripts.lower)}" if scripts.lower is not None else ""
    if isinstance(scripts.upper, Upright) and PRIMES.issuperset(scripts.upper.text):
        primes = scripts.upper.text.replace("″", "′′").replace("‴", "′′′")
        return base + "'" * len(primes) + lower
    return base + lower + (f"^{_argument(scripts.upper)}" if scripts.upper is not None else "")


def _argument(markup: Markup) -> str:
    """What stands behind ^ or _, in braces unless it is a single character."""
    text = latex(markup)
    return text if len(text) == 1 else f"{{{text}}}"


def _radical(radical: Radical) -> str:
    degree = f"[{latex(radical.degree)}]" if radical.degree is not None else ""
    return rf"\sqrt{degree}{{{latex(radical.radicand)}}}"


def _fenced(fenced: Fenced) -> str:
    opening, closing = (BRACKETS.get(b, b) for b in (fenced.opening, fenced.closing))
    content = latex(fenced.content)
    is_high = any(isinstance(piece, Fraction) for piece in walk(fenced.content))
    if is_high or fenced.opening in ("|", "") or not fenced.closing:
        return _joined((rf"\left{opening}", content, rf"\right{closing}"))
    return _joined((opening, content, closing))


PIECES: dict[type[Markup], Callable[[Any], str]] = {
    Letter: _letter,
    Upright: _upright,
    Words: _words,
    Operator: _operator,
    Gap: _gap,
    Row: _row,
    Applied: _applied,
    Fraction: _fraction,
    Scripts: _scripts,
    Radical: _radical,
    Fenced: _fenced,
}
