"""Which known name was probably meant by a word that is none."""

from collections.abc import Collection

SIMILAR = 0.65
LONGEST_SLIP = 12


def nearest(word: str, names: Collection[str]) -> str | None:
    """The name most like `word`, or None if none is like it."""
    if len(word) > LONGEST_SLIP:
        return None
    likeness = {name: _likeness(word.lower(), name) for name in names}
    best = max(likeness, key=lambda name: likeness[name])
    return best if likeness[best] >= SIMILAR else None


def _likeness(word: str, name: str) -> float:
    """Share of letters that both have in the same order, from 0 to 1; a swap counts as half."""
    if sorted(word) == sorted(name):
        return 0.9
    return 2 * _common_length(word, name) / (len(word) + len(name))


def _common_length(first: str, second: str) -> int:
    """Length of the longest common subsequence."""
    lengths = [0] * (len(second) + 1)
    for letter in first:
        diagonal = 0
        for place, other in enumerate(second, 1):
            above = lengths[place]
            lengths[place] = diagonal + 1 if letter == other else max(above, lengths[place - 1])
            diagonal = above
    return lengths[-1]
