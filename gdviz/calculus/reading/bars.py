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
    """What surrounds a bar.

    `after_operand`: what stands before it, if that is no bar, can end there. `beside_bar`: a bar
    is the token before it. `before_operand`: a factor follows it that is no bar.
    """

    after_operand: bool
    beside_bar: bool
    before_operand: bool


class Costs(NamedTuple):
    """The fewest products without a sign from a bar to the end, for each depth before it, if the
    bar before this one opened or closed."""

    opened: Sequence[int]
    closed: Sequence[int]


def opening_bars(bars: Sequence[Bar]) -> list[bool] | None:
    """For each bar of one bracket whether it opens; None if they do not pair off."""
    costs = _costs(bars)
    if costs[0].opened[0] >= UNPAIRED:
        return None
    depth, has_closed, opens = 0, False, list[bool]()
    for bar, after in zip(bars, costs[1:], strict=True):
        operand_before = has_closed if bar.beside_bar else bar.after_operand
        has_closed = operand_before and _closing(bar, after)[depth] <= 1 + _opening(after)[depth]
        depth += -1 if has_closed else 1
        opens.append(not has_closed)
    return opens


def _costs(bars: Sequence[Bar]) -> list[Costs]:
    """The costs at each bar and, last, after all of them."""
    deepest = min(len(bars) // 2, DEEPEST)
    end = [0] + [UNPAIRED] * deepest
    costs = [Costs(end, end)]
    for bar in reversed(bars):
        opening, closing = _opening(costs[-1]), _closing(bar, costs[-1])
        either = [min(1 + opened, closed) for opened, closed in zip(opening, closing, strict=True)]
        after_opened = either if bar.after_operand and not bar.beside_bar else opening
        after_closed = either if bar.after_operand or bar.beside_bar else opening
        costs.append(Costs(after_opened, after_closed))
    return costs[::-1]


def _opening(after: Costs) -> list[int]:
    """Costs, by depth, if a bar opens."""
    return [*after.opened[1:], UNPAIRED]


def _closing(bar: Bar, after: Costs) -> list[int]:
    """Costs, by depth, if the bar closes."""
    return [UNPAIRED, *(cost + bar.before_operand for cost in after.closed[:-1])]
