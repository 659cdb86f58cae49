"""Signs of f′ and f″ beside places: which of them are extrema and inflections."""

import numpy as np

from gdviz.calculus.intervals import Encloser
from gdviz.calculus.intervals.arithmetic import Array

NEARER = 0.3 * 8.0 ** -np.arange(7.0)
"""How far from a place its sides are looked at, in parts of the room there is."""


class Signs:
    """Signs of an expression that interval arithmetic is sure of."""

    def __init__(self, encloser: Encloser) -> None:
        self._encloser = encloser

    def beside(self, x: Array, room: Array, side: int) -> Array:
        """Just left (side −1) or right of each x: −1, 1, or 0 where it is 0 or not known.

        room: how far nothing else happens.
        """
        places = x[:, None] + side * room[:, None] * NEARER
        flat = places.ravel()
        found = self._encloser(flat, flat)
        sign = np.where(found.value[0] > 0.0, 1.0, np.where(found.value[1] < 0.0, -1.0, 0.0))
        sign = np.where(found.doubt, 0.0, sign).reshape(places.shape)
        sign[places == x[:, None]] = 0.0
        first = np.argmax(sign != 0.0, axis=1)
        found_sign: Array = sign[np.arange(x.size), first]
        return found_sign
