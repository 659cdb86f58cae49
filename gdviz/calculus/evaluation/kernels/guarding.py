"""What a kernel writes where there is no value."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Kernel = Callable[..., object]
UNIT: Array = np.array(1.0)
WORTH_ASKING = 4096
"""Points from which on the processor is asked what it has noticed."""


def blank(out: Array, where: NDArray[np.bool_]) -> None:
    """Make `out` undefined at some places."""
    if np.count_nonzero(where):
        np.copyto(out, np.nan, where=where)


def may_divide_by_zero(ufunc: np.ufunc, *operands: Array) -> bool:
    """Run a ufunc; whether it may have divided a finite number by 0, or taken ln 0.

    The processor notices that while it computes, so a million points need not be looked at again.
    (It does not notice ∞/0.) A few points are quicker looked at than asked about.
    """
    if operands[-1].size < WORTH_ASKING:
        ufunc(*operands)
        return True
    noticed: list[int] = []
    with np.errstate(divide="call", call=lambda _, flags: noticed.append(flags)):
        ufunc(*operands)
    return bool(noticed)
