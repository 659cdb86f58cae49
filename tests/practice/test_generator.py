"""The generator: exercises as a teacher would set them, always the same for the same seed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.differentiation.derivation import differentiate
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import Number, depends_on, symbols, walk
from gdviz.calculus.parser import parse
from gdviz.i18n import LANGUAGES
from gdviz.practice.exercise import EASIEST, HARDEST, Kind
from gdviz.practice.generator import exercise
from gdviz.practice.templates import TEMPLATES
from tests.practice.sample import DIFFICULTIES, KINDS

LARGEST_NUMBER, MOST_NODES = 10, 24
GROUPS = [(kind, level) for kind in Kind for level in range(EASIEST, HARDEST + 1)]
PLACES = np.linspace(-5, 5, 401)


@pytest.fixture(scope="module")
def thousand():
    """Of every kind and difficulty in turn, so that they meet all shapes."""
    return [exercise(*GROUPS[seed % len(GROUPS)], seed // len(GROUPS)) for seed in range(1000)]


def test_a_thousand_exercises_are_worth_setting(thousand):
    for body in (task.body for task in thousand):
        slope = differentiate(body, "x")
        assert symbols(body) == {"x"}
        assert depends_on(slope, "x"), "the answer is no constant"
        assert slope != body
        nodes = list(walk(body))
        assert len(nodes) <= MOST_NODES
        assert all(n.value <= LARGEST_NUMBER for n in nodes if isinstance(n, Number))


def test_a_thousand_exercises_have_a_domain_of_positive_length(thousand):
    for body in (task.body for task in thousand):
        values = np.array(compile_functions([body, differentiate(body, "x")], ["x"])(PLACES))
        defined = np.asarray(np.isfinite(values).all(axis=0))
        assert (defined[1:] & defined[:-1]).sum() >= 4, body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thousand_exercises_can_be_typed_and_are_read_without_a_notice(thousand, language):
    for task in thousand:
        formula = parse(task.line(language))
        assert formula.body == task.body
        assert formula.notices == ()
        assert formula.name == "y"


@given(KINDS, DIFFICULTIES, st.integers(0, 2000))
def test_the_same_seed_is_the_same_exercise_and_the_next_another(kind, difficulty, seed):
    again = exercise.__wrapped__(kind, difficulty, seed)
    assert again == exercise(kind, difficulty, seed)
    assert exercise(kind, difficulty, seed + 1).body != again.body


def test_every_shape_comes_once_before_any_comes_again():
    count = len(TEMPLATES[Kind.CHAIN][2])
    for turn in range(5):
        seeds = range(turn * count, (turn + 1) * count)
        assert len({exercise(Kind.CHAIN, 2, seed).body for seed in seeds}) == count


def test_the_lecture_s_own_come_in_its_order():
    lines = [exercise(Kind.LECTURE, 1, seed).line("ru") for seed in range(5)]
    assert lines == [
        "y = tg x²",
        "y = arctg²(x³)",
        "y = ln cos²(sin √x)",
        "y = 1/(1 + e⁻ˣ)",
        "y = tg x²",
    ]


def test_harder_means_longer():
    def size(difficulty):
        tasks = [exercise(Kind.MIXED, difficulty, seed) for seed in range(60)]
        slopes = [differentiate(task.body, "x") for task in tasks]
        return sum(1 for slope in slopes for _ in walk(slope))

    assert size(1) < size(2) < size(3)


@pytest.mark.parametrize(("difficulty", "seed"), [(0, 1), (4, 1), (1, -1)])
def test_what_there_is_not(difficulty, seed):
    with pytest.raises(ValueError, match="no exercise"):
        exercise(Kind.POWER, difficulty, seed)
