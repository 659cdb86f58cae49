"""Which bars open and which close: |x|, ||x| − 1|, 2|x| − |x − 1|, |2|x| − 1|.

A bar where an operand is due can only open. One after an operand may close, or open the next
factor of a product; of all ways in which the bars pair off, the one with the fewest products
without a sign is read, and of equal ones the one that closes earlier.
"""

from collections.abc import Sequence
from typing import NamedTuple

UNPAIRED = 10_000
DEEPEST = 60


class Bar(NamedTuple):
    """`after_operand`: what stands before it, if that is no bar, can be multiplied or ended.
    `beside_bar`: the bar before it touches it in the row of tokens.
    `before_operand`: a factor follows it that is no bar."""

    after_operand: bool
    beside_bar: bool
    before_operand: bool


def opening_bars(bars: Sequence[Bar]) -> list[bool] | None:
    """For each bar of one bracket whether it opens; None if they do not pair off."""
    if len(bars) % 2:
        return None
    costs = _costs(bars)
    depth, previous_closes, opens = 0, False, list[bool]()
    if costs[0][0][False] >= UNPAIRED:
        return None
    for place, bar in enumerate(bars):
        may_close = _may_close(bar, depth, previous_closes)
        after = costs[place + 1]
        closes = may_close and (
            after[depth - 1][True] + bar.before_operand
            <= _opened(after, depth) + _product(bar, previous_closes)
        )
        opens.append(not closes)
        depth += -1 if closes else 1
        previous_closes = closes
    return opens


def _may_close(bar: Bar, depth: int, previous_closes: bool) -> bool:
    return depth > 0 and (previous_closes if bar.beside_bar else bar.after_operand)


def _product(bar: Bar, previous_closes: bool) -> int:
    """1 if the bar, opening, would make a product without a sign."""
    return int(previous_closes if bar.beside_bar else bar.after_operand)


def _opened(after: Sequence[Sequence[int]], depth: int) -> int:
    return after[depth + 1][False] if depth + 1 < len(after) else UNPAIRED


def _costs(bars: Sequence[Bar]) -> list[list[list[int]]]:
    """costs[place][depth][previous bar closed]: the fewest products from `place` to the end."""
    deepest = min(len(bars) // 2, DEEPEST)
    end = [[UNPAIRED, UNPAIRED] for _ in range(deepest + 1)]
    end[0] = [0, 0]
    costs = [end]
    for place in range(len(bars) - 1, -1, -1):
        after, reachable = costs[-1], min(place, deepest) + 1
        costs.append([_cost(bars[place], depth, after) for depth in range(reachable)])
    return costs[::-1]


def _cost(bar: Bar, depth: int, after: Sequence[Sequence[int]]) -> list[int]:
    opening = _opened(after, depth)
    closing = after[depth - 1][True] + bar.before_operand if depth else UNPAIRED
    if bar.beside_bar:
        return [opening, min(opening + 1, closing)]
    best = min(opening + 1, closing) if bar.after_operand else opening
    return [best, best]
