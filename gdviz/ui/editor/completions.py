"""Names that can be meant by the letters typed so far, in the school notation of a language. No Qt.

Letters of a Russian keyboard count as the Latin ones they look like, or as those on the same keys.
"""

from collections.abc import Iterator
from typing import NamedTuple

from gdviz.calculus.expression import Call, Symbol, number
from gdviz.calculus.functions import BY_SPELLING, CONSTANTS, FUNCTIONS, FunctionInfo
from gdviz.calculus.reading.alphabet import GREEK_NAMES, RUSSIAN_NAMES, by_keys, plain
from gdviz.calculus.typesetting.markup import Letter, Markup
from gdviz.calculus.typesetting.notation import typeset
from gdviz.i18n import N_

FEWEST_LETTERS = 2
"""A single letter is a variable or a parameter."""
MOST = 6

ABOUT = {
    "sin": N_("sine"),
    "cos": N_("cosine"),
    "tan": N_("tangent: sin/cos"),
    "cot": N_("cotangent: cos/sin"),
    "sec": N_("secant: 1/cos"),
    "csc": N_("cosecant: 1/sin"),
    "arcsin": N_("inverse sine"),
    "arccos": N_("inverse cosine"),
    "arctan": N_("inverse tangent"),
    "arccot": N_("inverse cotangent"),
    "arcsec": N_("inverse secant"),
    "arccsc": N_("inverse cosecant"),
    "sinh": N_("hyperbolic sine"),
    "cosh": N_("hyperbolic cosine"),
    "tanh": N_("hyperbolic tangent"),
    "coth": N_("hyperbolic cotangent"),
    "sech": N_("hyperbolic secant"),
    "csch": N_("hyperbolic cosecant"),
    "arsinh": N_("inverse hyperbolic sine"),
    "arcosh": N_("inverse hyperbolic cosine"),
    "artanh": N_("inverse hyperbolic tangent"),
    "arcoth": N_("inverse hyperbolic cotangent"),
    "arsech": N_("inverse hyperbolic secant"),
    "arcsch": N_("inverse hyperbolic cosecant"),
    "exp": N_("e to the power"),
    "ln": N_("natural logarithm"),
    "lg": N_("logarithm to base 10"),
    "log": N_("logarithm to any base"),
    "sqrt": N_("square root"),
    "cbrt": N_("cube root"),
    "root": N_("root of any degree: root(x, n)"),
    "abs": N_("modulus |x|"),
    "sign": N_("sign: −1, 0 or 1"),
    "floor": N_("round down"),
    "ceil": N_("round up"),
    "sigmoid": N_("sigmoid 1/(1 + e⁻ˣ)"),
    "relu": N_("0 or x, the larger"),
    "softplus": N_("ln(1 + eˣ)"),
    "factorial": N_("factorial x!"),
    "gamma": N_("gamma function"),
    "digamma": N_("derivative of ln Γ"),
    "polygamma": N_("derivative of digamma: polygamma(n, x)"),
    "min": N_("the smallest: min(a, b)"),
    "max": N_("the largest: max(a, b)"),
    "pi": N_("the number 3.14159…"),
}
LETTER = N_("Greek letter")

BEHIND = {"log": "_", **dict.fromkeys(("root", "polygamma", "min", "max", "sigmoid"), "(")}
"""What follows a name where a blank would not do."""


X, A, B, N = map(Symbol, "xabn")
ARGUMENTS = {
    "log": (A, X),
    "lg": (number(10), X),
    "root": (X, N),
    "polygamma": (N, X),
    "min": (A, B),
    "max": (A, B),
}
"""What functions of more than one number are shown with."""


class Completion(NamedTuple):
    """`shown` in the list, `about` is a msgid, `inserted` takes the place of the letters.

    function: its canonical name, "" for a letter.
    """

    shown: str
    about: str
    inserted: str
    function: str = ""

    def formula(self, language: str) -> Markup:
        """How it will look in a formula: √x, log with its base, σ(x)."""
        if not self.function:
            return Letter(self.shown)
        name = "log" if self.function == "lg" else self.function
        return typeset(Call(name, ARGUMENTS.get(self.function, (X,))), language)


class Offer(NamedTuple):
    """Completions for the letters from `start` on."""

    start: int
    completions: tuple[Completion, ...]


def offer(text: str, cursor: int, language: str) -> Offer | None:
    """What the word before the cursor can become; None where there is nothing to add."""
    start = cursor
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    ends_here = not text[cursor : cursor + 1].isalpha()
    if not ends_here or text[start - 1 : start] == "\\":
        return None
    for place in range(start, cursor - FEWEST_LETTERS + 1):
        words = _readings(text[place:cursor])
        if any(_is_whole(word) for word in words):
            return None
        if found := _matching(words, language, followed=text[cursor : cursor + 1]):
            return Offer(place, found)
    return None


def _readings(typed: str) -> tuple[str, ...]:
    """The letters as they look, and as the keys are labelled in Latin."""
    by_look, by_key = plain(typed), by_keys(typed.lower())
    is_capitalised = by_look[0].isupper() and by_look[1:].islower()
    by_look = by_look.lower() if is_capitalised else by_look
    return tuple(dict.fromkeys((by_look, by_key, typed.lower())))


def _is_whole(word: str) -> bool:
    return word in BY_SPELLING or word in CONSTANTS or word in GREEK_NAMES


def _matching(words: tuple[str, ...], language: str, followed: str) -> tuple[Completion, ...]:
    found = [
        completion
        for spellings, completion in _all(language, followed)
        if any(spelling.startswith(word) for word in words for spelling in spellings)
    ]
    by_name = [one for one in found if any(one.shown.startswith(word) for word in words)]
    others = [one for one in found if one not in by_name]
    return tuple([*by_name, *others][:MOST])


def _all(language: str, followed: str) -> Iterator[tuple[tuple[str, ...], Completion]]:
    """Every name with the spellings that lead to it; `followed` stands behind the cursor."""
    for info in FUNCTIONS.values():
        name = _name(info, language)
        spellings = (*(s for s in info.spellings if s not in ("lg", "σ")), *_russian(info))
        yield spellings, _completion(name, info.name, followed)
    yield ("lg",), _completion("lg", "lg", followed)
    yield ("pi",), Completion("π", ABOUT["pi"], "π")
    for spelt, letter in GREEK_NAMES.items():
        yield (spelt,), Completion(letter, LETTER, letter)


def _russian(info: FunctionInfo) -> Iterator[str]:
    return (word for word, name in RUSSIAN_NAMES.items() if name in info.spellings)


def _name(info: FunctionInfo, language: str) -> str:
    name = info.russian if language == "ru" else info.english
    return name if name.isascii() and name.lower() in BY_SPELLING else info.name


def _completion(name: str, canonical: str, followed: str) -> Completion:
    inserted = "σ" if canonical == "sigmoid" else name
    behind = "" if followed in ("(", " ") and followed else BEHIND.get(canonical, " ")
    return Completion(name, ABOUT[canonical], inserted + behind, canonical)
