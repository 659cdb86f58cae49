"""Exercises by kind, difficulty and seed: the same three give the same exercise, on any machine.

Seeds that follow each other take different shapes, so that no exercise comes twice in a row.
"""

from functools import lru_cache
from random import Random

import numpy as np

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import Expression, depends_on
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.practice.exercise import EASIEST, HARDEST, Exercise, Kind
from gdviz.practice.lecture import LECTURE
from gdviz.practice.templates import SLOTS, TEMPLATES

FEWEST_PLACES = 12
"""Of PLACES, where the function and its derivative must have values."""
PLACES = np.linspace(-5, 5, 201) + 0.0137
MOST_TRIES = 40


@lru_cache(maxsize=64)
def exercise(kind: Kind, difficulty: int, seed: int) -> Exercise:
    """An exercise as a teacher would set it: its derivative exists and is worth finding.

    difficulty: EASIEST to HARDEST; seed: 0, 1, 2 … Raises ValueError for others.
    """
    if not EASIEST <= difficulty <= HARDEST or seed < 0:
        raise ValueError(f"no exercise of difficulty {difficulty} and seed {seed}")
    if kind is Kind.LECTURE:
        body = parse(LECTURE[seed % len(LECTURE)]).body
        return Exercise(kind, difficulty, seed, body)
    shapes = _shapes(kind, difficulty)
    shape = _in_turn(shapes, f"{kind} {difficulty}", seed)
    random = Random(f"{kind} {difficulty} {seed}")
    for _ in range(MOST_TRIES):
        body = parse(filled(shape, random)).body
        if is_worthwhile(body):
            return Exercise(kind, difficulty, seed, body)
    raise ValueError(f"nothing comes of the shape {shape}")


def _shapes(kind: Kind, difficulty: int) -> tuple[str, ...]:
    if kind is not Kind.MIXED:
        return tuple(TEMPLATES[kind][difficulty])
    every = (shape for table in TEMPLATES.values() for shape in table[difficulty])
    return tuple(dict.fromkeys(every))


def _in_turn(shapes: tuple[str, ...], name: str, seed: int) -> str:
    """Every shape once before any comes again, in an order drawn anew for each round."""
    turn, place = divmod(seed, len(shapes))
    order = _order(shapes, name, turn)
    if turn and order[0] == _order(shapes, name, turn - 1)[-1]:
        order[:2] = order[1::-1]
    return order[place]


def _order(shapes: tuple[str, ...], name: str, turn: int) -> list[str]:
    order = list(shapes)
    Random(f"{name} {turn}").shuffle(order)
    return order


def filled(shape: str, random: Random) -> str:
    """A shape with its letters drawn."""
    drawn = {slot: random.choice(choices) for slot, choices in SLOTS.items()}
    return shape.format_map(drawn)


def is_worthwhile(body: Expression) -> bool:
    """Defined on more than a few points, with a derivative that is neither a constant nor f."""
    slope = raw_derivative(body, "x")
    tidied = tidy(slope)
    if not depends_on(tidied, "x") or tidied == tidy(body):
        return False
    values = np.array(compile_functions([body, slope], ["x"])(PLACES))
    return int(np.isfinite(values).all(axis=0).sum()) >= FEWEST_PLACES
