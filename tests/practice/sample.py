"""Exercises for property tests: any kind, difficulty and seed."""

from hypothesis import strategies as st

from gdviz.practice.exercise import EASIEST, HARDEST, Exercise, Kind
from gdviz.practice.generator import exercise

KINDS = st.sampled_from(Kind)
DIFFICULTIES = st.integers(EASIEST, HARDEST)


def exercises() -> st.SearchStrategy[Exercise]:
    """Exercises as a person meets them."""
    return st.builds(exercise, KINDS, DIFFICULTIES, st.integers(0, 500))
