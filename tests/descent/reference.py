"""The optimisers written from their formulas in plain Python floats, one list of parameters.

Independent of the program: no NumPy, no code of gdviz. Each is a generator that is sent gradients
and λ and yields the points; states are lists, updates are loops.
"""

import math
from collections.abc import Callable, Generator
from typing import Any

Point = list[float]
Rule = Generator[Point, tuple[Point, float], None]


def gd(w: Point) -> Rule:
    while True:
        g, rate = yield w
        w = [w[i] - rate * g[i] for i in range(len(w))]


def momentum(w: Point, momentum: float = 0.9) -> Rule:
    b: Point | None = None
    while True:
        g, rate = yield w
        b = list(g) if b is None else [momentum * b[i] + g[i] for i in range(len(w))]
        w = [w[i] - rate * b[i] for i in range(len(w))]


def nesterov(w: Point, momentum: float = 0.9) -> Rule:
    b: Point | None = None
    while True:
        g, rate = yield w
        b = list(g) if b is None else [momentum * b[i] + g[i] for i in range(len(w))]
        w = [w[i] - rate * (g[i] + momentum * b[i]) for i in range(len(w))]


def adagrad(w: Point, tiny: float = 1e-10) -> Rule:
    s = [0.0] * len(w)
    while True:
        g, rate = yield w
        s = [s[i] + g[i] ** 2 for i in range(len(w))]
        w = [w[i] - rate * g[i] / (math.sqrt(s[i]) + tiny) for i in range(len(w))]


def rmsprop(w: Point, smoothing: float = 0.99, tiny: float = 1e-8) -> Rule:
    s = [0.0] * len(w)
    while True:
        g, rate = yield w
        s = [smoothing * s[i] + (1 - smoothing) * g[i] ** 2 for i in range(len(w))]
        w = [w[i] - rate * g[i] / (math.sqrt(s[i]) + tiny) for i in range(len(w))]


def adam(w: Point, beta1: float = 0.9, beta2: float = 0.999, tiny: float = 1e-8) -> Rule:
    return _adam(w, beta1, beta2, 0.0, tiny)


def adamw(
    w: Point,
    beta1: float = 0.9,
    beta2: float = 0.999,
    weight_decay: float = 0.01,
    tiny: float = 1e-8,
) -> Rule:
    return _adam(w, beta1, beta2, weight_decay, tiny)


def _adam(w: Point, beta1: float, beta2: float, decay: float, tiny: float) -> Rule:
    m, v, t = [0.0] * len(w), [0.0] * len(w), 0
    while True:
        g, rate = yield w
        t += 1
        w = [value - rate * decay * value for value in w]
        for i in range(len(w)):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
        ahead = [m[i] / (1 - beta1**t) for i in range(len(w))]
        spread = [math.sqrt(v[i] / (1 - beta2**t)) + tiny for i in range(len(w))]
        w = [w[i] - rate * ahead[i] / spread[i] for i in range(len(w))]


REFERENCES: dict[str, Callable[..., Rule]] = {
    "gd": gd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
    "adamw": adamw,
}


def points_of(
    name: str,
    gradient: Callable[..., Any],
    start: Point,
    rate: Callable[[int], float],
    steps: int,
    **settings: float,
) -> list[Point]:
    """The start and so many points after it; rate: λ of update 0, 1 …"""
    rule = REFERENCES[name](list(start), **settings)
    points = [next(rule)]
    for update in range(steps):
        points.append(rule.send((list(gradient(*points[-1])), rate(update))))
    return points
