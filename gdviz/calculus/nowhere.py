"""Functions that have no value anywhere: 0/0, 1/0 + x, √(−1 − x²)."""

from collections.abc import Mapping

import numpy as np

from gdviz.calculus.expression import Expression
from gdviz.calculus.intervals.encloser import Encloser

EVERYWHERE = np.array([-np.inf, -100.0, -10.0, -1.0, 0.0, 1.0, 10.0, 100.0, np.inf])
"""All numbers, in parts."""


def is_defined_nowhere(
    body: Expression, variable: str, parameters: Mapping[str, float] | None = None
) -> bool:
    """Whether it is proved that the function has no value for any number.

    Parameters not given are 1. False says nothing: a function may have no values all the same.
    """
    enclosure = Encloser(body, variable, dict(parameters or {}))(EVERYWHERE[:-1], EVERYWHERE[1:])
    return bool(enclosure.void.all())
