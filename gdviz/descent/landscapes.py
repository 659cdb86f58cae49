"""Functions of two parameters that are known for what is hard about them.

They are lines of the editor's own language. Minima that have no short form are given to float64.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gdviz.i18n import N_

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Landscape:
    """A row of the table.

    line: as one types it; domain: the usual ranges of both parameters; minima: points where f is
    least; start: a point that shows what is difficult; about: one sentence; rate: a λ at which
    gradient descent shows it.
    """

    title: str
    line: str
    domain: tuple[Range, Range]
    minima: tuple[tuple[float, float], ...]
    least: float
    start: tuple[float, float]
    about: str
    rate: float = 0.01


def _square(half: float) -> tuple[Range, Range]:
    return (-half, half), (-half, half)


LANDSCAPES: Mapping[str, Landscape] = {
    "rosenbrock": Landscape(
        N_("Rosenbrock’s valley"),
        "f(x, y) = (1 - x)^2 + 100(y - x^2)^2",
        ((-2.0, 2.0), (-1.0, 3.0)),
        ((1.0, 1.0),),
        0.0,
        (-1.2, 1.0),
        N_("A bent valley with a flat floor: it is soon entered, and long followed."),
        rate=0.001,
    ),
    "himmelblau": Landscape(
        N_("Himmelblau’s function"),
        "f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        _square(5.0),
        (
            (3.0, 2.0),
            (-2.805118086952745, 3.131312518250573),
            (-3.779310253377747, -3.283185991286170),
            (3.584428340330492, -1.848126526964404),
        ),
        0.0,
        (-0.27, -0.92),
        N_("Four minima of one height: the start decides which is found."),
    ),
    "beale": Landscape(
        N_("Beale’s function"),
        "f(x, y) = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        _square(4.5),
        ((3.0, 0.5),),
        0.0,
        (1.0, 1.5),
        N_("A plain between steep corners: a λ for the one is too large for the others."),
    ),
    "booth": Landscape(
        N_("Booth’s function"),
        "f(x, y) = (x + 2y - 7)^2 + (2x + y - 5)^2",
        _square(10.0),
        ((1.0, 3.0),),
        0.0,
        (-8.0, -4.0),
        N_("A bowl that lies askew: no axis points to the minimum."),
        rate=0.1,
    ),
    "matyas": Landscape(
        N_("Matyas’ function"),
        "f(x, y) = 0.26(x^2 + y^2) - 0.48x y",
        _square(10.0),
        ((0.0, 0.0),),
        0.0,
        (9.0, 5.0),
        N_("A long shallow trough along a diagonal: almost no slope where one has to go."),
        rate=0.5,
    ),
    "rastrigin": Landscape(
        N_("Rastrigin’s function"),
        "f(x, y) = 20 + x^2 + y^2 - 10cos(2pi x) - 10cos(2pi y)",
        _square(5.12),
        ((0.0, 0.0),),
        0.0,
        (3.3, -2.2),
        N_("Hollows everywhere: descent ends in the nearest one."),
        rate=0.001,
    ),
    "ackley": Landscape(
        N_("Ackley’s function"),
        "f(x, y) = 20 + e - 20e^(-0.2sqrt((x^2 + y^2)/2)) - e^((cos(2pi x) + cos(2pi y))/2)",
        _square(5.0),
        ((0.0, 0.0),),
        0.0,
        (3.4, 2.8),
        N_("A funnel with ripples: from afar the way is plain, on the way are traps."),
        rate=0.01,
    ),
    "camel": Landscape(
        N_("three-hump camel"),
        "f(x, y) = 2x^2 - 1.05x^4 + x^6/6 + x y + y^2",
        _square(2.5),
        ((0.0, 0.0),),
        0.0,
        (2.2, -0.5),
        N_("Three hollows side by side, and only the middle one is deepest."),
        rate=0.05,
    ),
    "styblinski-tang": Landscape(
        N_("Styblinski and Tang’s function"),
        "f(x, y) = (x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2",
        _square(5.0),
        ((-2.903534027771177, -2.903534027771177),),
        -78.33233140754282,
        (1.0, 1.5),
        N_("Four hollows of different depth: the nearest is not the best."),
    ),
    "mccormick": Landscape(
        N_("McCormick’s function"),
        "f(x, y) = sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
        ((-1.5, 4.0), (-3.0, 4.0)),
        ((-0.5471975511965976, -1.5471975511965976),),
        -1.9132229549810367,
        (3.5, 3.5),
        N_("A tilted wave: beside the lowest hollow there are others, higher up."),
        rate=0.1,
    ),
    "saddle": Landscape(
        N_("saddle"),
        "f(x, y) = x^2 - y^2",
        _square(3.0),
        (),
        -float("inf"),
        (2.5, 0.001),
        N_("Down on two sides, up on two: near the ridge the descent lingers, then runs away."),
        rate=0.1,
    ),
    "ravine": Landscape(
        N_("ravine"),
        "f(x, y) = x^2 + 25y^2",
        _square(5.0),
        ((0.0, 0.0),),
        0.0,
        (4.0, 1.0),
        N_("Steep across and gentle along: the descent sways across and hardly gets on."),
        rate=0.035,
    ),
    "plateau": Landscape(
        N_("plateau"),
        "f(x, y) = 1 - e^(-(x^2 + y^2)/2)",
        _square(5.0),
        ((0.0, 0.0),),
        0.0,
        (3.0, 2.5),
        N_("All but level far out: hardly a slope, so hardly a step, and the rule stops at once."),
        rate=0.5,
    ),
}
