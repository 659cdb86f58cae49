"""Which known name was meant by a word in Russian letters: кос, синус, арксин, ышт."""

from collections.abc import Mapping

from gdviz.calculus.functions import BY_SPELLING
from gdviz.calculus.reading.alphabet import RUSSIAN_NAMES, by_keys, is_cyrillic

_SOUNDS = """аa бb вvb гg дd еe зz иi йi кkc лl мm нn оo пp рrp сsc тt уuy фf хxh цc ыy эe"""
SOUNDS: Mapping[str, str] = {sounds[0]: sounds[1:] for sounds in _SOUNDS.split()}
"""A Russian letter, and the Latin ones that it sounds or looks like."""
SHORTEST = 2
VARIABLES = frozenset("xyw")
"""Letters that stand alone: typed with the Russian keyboard they are ч, н, ц."""


def russian_name(word: str) -> str | None:
    """The name that a word means by its meaning, sound, look or keys; None if it means none."""
    typed = word.lower()
    if len(typed) < SHORTEST or not any(map(is_cyrillic, typed)):
        return None
    if typed in RUSSIAN_NAMES:
        return RUSSIAN_NAMES[typed]
    for name in BY_SPELLING:
        if len(name) == len(typed) and all(map(_sounds_like, typed, name)):
            return name
    keys = by_keys(typed)
    return keys if keys in BY_SPELLING else None


def _sounds_like(typed: str, letter: str) -> bool:
    return letter == typed or letter in SOUNDS.get(typed, "")


def is_typed_by_keys(text: str) -> bool:
    """Whether the keys make sense with the Latin keyboard: a name, or the variable alone."""
    keys = by_keys(text).lower()
    if len(keys) < SHORTEST:
        return keys in VARIABLES
    return any(name in keys for name in BY_SPELLING if len(name) >= SHORTEST)
