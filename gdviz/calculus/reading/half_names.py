"""Names of functions that are being typed: s and si on the way to sin."""

from gdviz.calculus.functions import BY_SPELLING

_LONGEST = max(map(len, BY_SPELLING))


def begins_name(text: str) -> bool:
    """Whether the end of a line may be the beginning of a function's name."""
    ends = [text[-length:] for length in range(1, min(_LONGEST, len(text) + 1))]
    return any(
        name.startswith(end) and len(name) > len(end)
        for end in ends
        if end.isalpha()
        for name in BY_SPELLING
    )


def continues_name(begun: str, text: str) -> bool:
    """Whether a longer line has a function's name across the end of a shorter one: si, sin(x."""
    end = len(begun)
    if not text.startswith(begun) or len(text) == end or not text[end].isalpha():
        return False
    return any(
        text[start:stop] in BY_SPELLING
        for start in range(max(0, end - _LONGEST), end)
        for stop in range(end + 1, min(start + _LONGEST, len(text)) + 1)
    )
