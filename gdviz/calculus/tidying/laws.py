"""What a tidying pass may do with sums and fractions; products are always put in order."""

from enum import Flag, auto


class Laws(Flag):
    """Laws that can be left out, so that a transformation is seen in stages."""

    LIKE_TERMS = auto()
    """2x + 3x = 5x"""
    NESTED_SUMS = auto()
    """x + 2(y − 3) = x + 2y − 6"""
    IDENTITIES = auto()
    """sin² + cos² = 1"""
    COMMON_FACTOR = auto()
    """x·eˣ + eˣ = eˣ(x + 1)"""
    BRACKETS = auto()
    """(x + 1)·2x − 2x² = 2x² + 2x − 2x², where terms then cancel or merge"""
    MERGING = auto()
    """what brackets held: 2x² + 2x − 2x² = 2x"""
    ONE_FRACTION = auto()
    """one fraction bar, nothing left to cancel"""
    CANCELLING = auto()
    """(x² − 2x + 1)/(x − 1)² = 1, 1/((x + 1)(x − 1)) = 1/(x² − 1)"""
    NAMES = auto()
    """sin u/cos u = tan u, |u|² = u²"""
    FACTORS = auto()
    """eˣ(x² − 2x + 1) = eˣ(x − 1)², 2x ln x + x = x(2 ln x + 1)"""
    DOUBLE_ANGLES = auto()
    """2 sin u cos u = sin 2u, cos² u − sin² u = cos 2u"""


EVERYTHING = ~Laws(0)
CANCELLING_LAWS = EVERYTHING & ~Laws.FACTORS & ~Laws.DOUBLE_ANGLES
"""All that makes parts cancel; the others come last, when nothing will."""
QUICK = Laws.LIKE_TERMS | Laws.NAMES
"""For trees that would take too long."""
