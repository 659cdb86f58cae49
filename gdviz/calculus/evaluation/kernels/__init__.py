"""What the evaluator runs: NumPy's ufuncs, and their stricter versions where NumPy is too generous.

A kernel is called as kernel(*operands, out) and writes float64 numbers into `out`, which is none of
the operands. Operands are one-dimensional or constants (0-d). Dividing by zero, ln 0 and 0⁰ give
NaN; overflow gives ±∞.

The kernels stand in the modules; here is what is true of all.
"""

import numpy as np

from gdviz.calculus.evaluation.kernels.guarding import Array, Kernel
from gdviz.calculus.evaluation.kernels.logarithms import logarithm, logarithm_2, logarithm_10
from gdviz.calculus.evaluation.kernels.powers import divide_finite

__all__ = ["Array", "Kernel", "goes_through_once"]

_ASKING = frozenset({divide_finite, logarithm, logarithm_2, logarithm_10})


def goes_through_once(kernel: Kernel) -> bool:
    """Whether a kernel reads its operands once and needs no memory, unless a point is undefined."""
    return isinstance(kernel, np.ufunc) or kernel in _ASKING
