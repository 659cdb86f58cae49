"""The characters of the editor: whatever a keyboard, a phone or a web page makes of them.

`plain(text)` has a character for each character of `text`, so positions stay what they were.
"""

import unicodedata
from collections.abc import Mapping

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
PRIMES = "'′’ʹ"
LATEX = "\\$"
"""A line with one of these is LaTeX."""

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

RAISED_CHARACTERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿᵠᵡ"
RAISED = str.maketrans(RAISED_CHARACTERS, "0123456789+-=()abcdefghijklmnoprstuvwxyzαβγδθφχ")
LOWERED_CHARACTERS = "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
LOWERED = str.maketrans(LOWERED_CHARACTERS, "0123456789aehijklmnoprstuvx")

_LETTERS = "αβδεζηθκλμνρτφχψωΔΘΛΦΨΩ"
_SPELLED_OUT = """alpha beta delta epsilon zeta eta theta kappa lambda mu nu rho tau phi chi psi
    omega Delta Theta Lambda Phi Psi Omega"""
GREEK_NAMES: Mapping[str, str] = dict(zip(_SPELLED_OUT.split(), _LETTERS, strict=True))
"""Letters that people spell out. (pi, sigma and gamma are names of other things.)"""

_RUSSIAN_NAMES = """син sin синус sin кос cos косинус cos тг tg тан tg тангенс tg ктг ctg кот ctg
    котангенс ctg секанс sec косеканс cosec арксин arcsin арксинус arcsin арккос arccos арккосинус
    arccos арктг arctg арктангенс arctg арккотангенс arcctg лн ln лг lg лог log логарифм ln корень
    sqrt модуль abs мин min макс max знак sign экс exp эксп exp экспонента exp сигмоида sigma
    пи pi альфа alpha бета beta лямбда lambda"""
RUSSIAN_NAMES: Mapping[str, str] = dict(
    zip(_RUSSIAN_NAMES.split()[::2], _RUSSIAN_NAMES.split()[1::2], strict=True)
)
"""What people type with the Russian keyboard → the name they mean."""

_INVISIBLE = (
    "\t\n\r\v\f\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\u2061\u2062\ufe0e\ufe0f\ufeff"
)
_SAME = {
    "-": "−–—‒‐‑﹣",
    "*": "·×⋅∙•∗✕⨯",
    "/": "÷∕⁄",
    "^": "ˆ",
    "|": "∣│❘",
    "=": "≔",
    " ": _INVISIBLE,
    "θ": "ϑ",
    "φ": "ϕ",
    "ε": "ϵ",
    "σ": "ς",
    "μ": "µ",
    "Δ": "∆",
}
_LOOKS_CYRILLIC = "хуавсеорХУАВСЕОРКМНТк"
_LOOKS_LATIN = "xyabceopXYABCEOPKMHTk"


_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё"
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SAME_KEYS = str.maketrans(
    _RUSSIAN_KEYS + _RUSSIAN_KEYS.upper(), _LATIN_KEYS + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
)


class _Plain(dict[int, int]):
    """Code point → plain code point; compatibility forms (𝑥, ２, （) are looked up when met."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        if character.isspace():
            return ord(" ")
        simple = unicodedata.normalize("NFKC", character)
        if len(simple) == 1 and (simple.isascii() or simple in GREEK):
            return ord(simple)
        return code


_PLAIN = _Plain(
    {code: code for code in range(128)}
    | {ord(other): ord(simple) for simple, others in _SAME.items() for other in others}
    | dict(zip(map(ord, _LOOKS_CYRILLIC), map(ord, _LOOKS_LATIN), strict=True))
    | {ord(kept): ord(kept) for kept in RAISED_CHARACTERS + LOWERED_CHARACTERS + PRIMES + "ªº"}
)


def plain(text: str) -> str:
    """The text in Latin and Greek letters, ASCII signs and simple spaces; as long as `text`."""
    return text.translate(_PLAIN)


def is_latex(text: str) -> bool:
    """Whether a line is to be read as LaTeX."""
    return any(sign in text for sign in LATEX)


def by_keys(text: str) -> str:
    """What the same keys write with a Latin keyboard: ышт is sin."""
    return text.translate(_SAME_KEYS)


def numerator_and_denominator(fraction: str) -> tuple[str, str]:
    """½ → ("1", "2"), for the characters of FRACTIONS."""
    numerator, _, denominator = unicodedata.normalize("NFKC", fraction).partition("⁄")
    return numerator, denominator


def is_cyrillic(character: str) -> bool:
    """Whether the letter belongs to a Cyrillic alphabet."""
    return "\u0400" <= character <= "\u04ff"
