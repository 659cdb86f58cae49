"""What a line that cannot be read may have been meant to be: one change, and it can be read.

One function for each kind of trouble that has an obvious remedy, its docstring an example.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from gdviz.calculus.formula import ParseError
from gdviz.calculus.reading.alphabet import by_keys, is_cyrillic
from gdviz.calculus.reading.partners import PAIRS, partners
from gdviz.calculus.reading.russian import is_typed_by_keys, russian_name

Rewriting = Callable[[str, ParseError], Iterator[str]]

LONGEST_PRODUCT = 4
"""Letters in a row that may have been meant as factors; more of them are a word."""

RUSSIAN_WORD = re.compile("[а-яё]{2,}", re.IGNORECASE)


def rewritings(text: str, error: ParseError) -> Iterator[str]:
    """Lines that were perhaps meant, the likeliest first; not all of them can be read."""
    rewrite = REWRITINGS.get(error.code)
    return iter(()) if rewrite is None else rewrite(text, error)


def _replaced(text: str, error: ParseError, other: str) -> str:
    """The line with other characters at the place of the trouble."""
    return text[: error.position] + other + text[error.position + error.length :]


def _name_meant(text: str, error: ParseError) -> Iterator[str]:
    r"""arctn x → arctan x; \frca{x}{2} → \frac{x}{2}; abcx → a·b·c·x"""
    word = text[error.position :][: error.length]
    if "suggestion" in error.fields:
        yield _replaced(text, error, error.fields["suggestion"])
    if error.code == "unknown-name" and len(set(word)) == len(word) <= LONGEST_PRODUCT:
        yield _replaced(text, error, "·".join(word))


def _closed(text: str, _: ParseError) -> Iterator[str]:
    """sin(x → sin(x)"""
    alone = [at for at, partner in sorted(partners(text).items()) if partner is None]
    yield text.rstrip() + "".join(PAIRS.get(text[at], "") for at in reversed(alone))


def _bar_closed(text: str, error: ParseError) -> Iterator[str]:
    """|x → |x|"""
    yield f"{text.rstrip()}|"


def _without(text: str, error: ParseError) -> Iterator[str]:
    """x+1) → x+1; d/dx x^2 → x^2"""
    yield _replaced(text, error, "").strip()


def _other_bracket(text: str, error: ParseError) -> Iterator[str]:
    """(x] → (x)"""
    yield _replaced(text, error, error.fields["right"])


def _power(text: str, error: ParseError) -> Iterator[str]:
    """x2 → x^2"""
    yield _replaced(text, error, f"{error.fields['left']}^{error.fields['right']}")


def _times(text: str, error: ParseError) -> Iterator[str]:
    """2 3 → 2·3"""
    yield _replaced(text, error, f"{error.fields['left']}·{error.fields['right']}")


def _divided(text: str, error: ParseError) -> Iterator[str]:
    """x:2 → x/2"""
    yield _replaced(text, error, "/")


def _by_keys(text: str, error: ParseError) -> Iterator[str]:
    """синус х, кос х → sin х, cos х; ышт ч → sin x, typed with the Russian keyboard"""
    word = text[error.position : error.position + error.length]
    yield RUSSIAN_WORD.sub(lambda found: russian_name(found[0]) or found[0], text)
    if is_typed_by_keys(word):
        yield by_keys(text)
        yield _replaced(text, error, by_keys(word))
        yield " ".join(_word_by_keys(word) for word in text.split(" "))


def _word_by_keys(word: str) -> str:
    return by_keys(word) if all(map(is_cyrillic, word)) and len(word) > 1 else word


REWRITINGS: Mapping[str, Rewriting] = {
    "unknown-name": _name_meant,
    "latex-command": _name_meant,
    "unclosed-bracket": _closed,
    "unclosed-bar": _bar_closed,
    "unopened-bracket": _without,
    "derivative-sign": _without,
    "mismatched-brackets": _other_bracket,
    "digit-after-letter": _power,
    "two-numbers": _times,
    "colon": _divided,
    "cyrillic": _by_keys,
}
