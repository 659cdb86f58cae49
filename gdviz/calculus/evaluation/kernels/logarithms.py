"""Logarithms: that of 0 is undefined."""

import numpy as np

from gdviz.calculus.evaluation.kernels.guarding import Array, Kernel, blank, may_divide_by_zero


def logarithm(u: Array, out: Array) -> None:
    """ln u, undefined at 0."""
    if may_divide_by_zero(np.log, u, out):
        blank(out, np.equal(u, 0.0))


def logarithm_2(u: Array, out: Array) -> None:
    """log₂ u, exact for powers of 2."""
    if may_divide_by_zero(np.log2, u, out):
        blank(out, np.equal(u, 0.0))


def logarithm_10(u: Array, out: Array) -> None:
    """lg u, exact for powers of 10."""
    if may_divide_by_zero(np.log10, u, out):
        blank(out, np.equal(u, 0.0))


ON_POSITIVE: dict[str, Kernel] = {"ln": np.log, "log2": np.log2, "log10": np.log10}
"""What to run instead where the argument is known to be positive: an underflow to 0 gives −∞."""
