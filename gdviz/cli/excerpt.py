"""The typed line with carets under the part that is not understood, as a terminal shows it."""

from unicodedata import combining, east_asian_width

MARGIN = "  "
CARET, ELLIPSIS = "^", "..."
NARROWEST = 20
WIDE = ("W", "F")


def excerpt(text: str, position: int, length: int, width: int, encoding: str) -> list[str]:
    """Two lines of at most `width` columns; of a longer line what stands around the part.

    position, length: in characters; a part without length is the place after the last one.
    encoding: of the terminal, which shows what it cannot write as an escape sequence.
    """
    written = [_written(character, encoding) for character in text]
    room = max(width - len(MARGIN), NARROWEST)
    first, last = _window([_columns(each) for each in written], position, room)
    before = ELLIPSIS if first else ""
    after = ELLIPSIS if last < len(text) else ""
    shown = written[first:last]
    left = len(before) + sum(_columns(each) for each in written[first:position])
    marked = sum(_columns(each) for each in written[position : min(position + length, last)])
    line = f"{MARGIN}{before}{''.join(shown)}{after}"
    return [line.rstrip(), f"{MARGIN}{' ' * left}{CARET * max(marked, 1)}"]


def _written(character: str, encoding: str) -> str:
    """As it comes out: line breaks, tabs and the like as a space, so that columns can be counted"""
    if not character.isprintable():
        return " "
    return character.encode(encoding, "backslashreplace").decode(encoding)


def _columns(written: str) -> int:
    """How many columns of a terminal it takes."""
    return sum(
        0 if combining(each) else 2 if east_asian_width(each) in WIDE else 1 for each in written
    )


def _window(columns: list[int], position: int, room: int) -> tuple[int, int]:
    """First and last of the characters that are shown: all, or a third before the place."""
    if sum(columns) <= room:
        return 0, len(columns)
    room -= 2 * len(ELLIPSIS)
    first = min(position, len(columns))
    while first and sum(columns[first - 1 : position]) <= room // 3:
        first -= 1
    last = first
    while last < len(columns) and sum(columns[first : last + 1]) <= room:
        last += 1
    return first, last
