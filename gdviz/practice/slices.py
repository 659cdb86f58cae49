"""Work in slices: a generator that yields wherever the work may be put aside, and returns what it
comes to. Whoever drives it decides how long to go on, so that nothing is held up by it.
"""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")
Slices = Generator[None, None, Result]


def finished(work: Slices[Result]) -> Result:
    """What the work comes to, all of it done at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result
