"""Marks of functions of every kind against what mathematics says of them."""

import pytest

from tests.calculus.marks.found import Told, are_alike, expected, found, told

ANSWERS = [
    ("tg x ctg x", [-4, 4, -2, 3], "hole -pi 1; hole -pi/2 1; hole 0 1; hole pi/2 1; hole pi 1"),
    (
        "ctg x",
        [-4, 4, -5, 5],
        "pole -pi -; zero -pi/2 0; inflection -pi/2 0; pole 0 -; zero pi/2 0; inflection pi/2 0; "
        "pole pi -",
    ),
    ("1/(x^2 - 2x + 1)", [-3, 3, -1, 10], "pole 1 -"),
    ("1/(x - 1)^3 + 2", [-3, 3, -9, 9], "zero 1-2^(-1/3) 0; pole 1 -"),
    ("x^(2/3)", [-2, 2, -1, 2], "cusp 0 0; minimum 0 0; zero 0 0"),
    ("((x - 1)^2)^(1/3)", [-2, 3, -1, 3], "cusp 1 0; minimum 1 0; zero 1 0"),
    ("root(x, 5)", [-2, 2, -2, 2], "vertical-tangent 0 0; zero 0 0; inflection 0 0"),
    ("x^4", [-2, 2, -1, 2], "minimum 0 0; zero 0 0"),
    ("(x - 1)^2", [-2, 4, -1, 4], "minimum 1 0; zero 1 0"),
    ("x^2 - 2x + 1", [-2, 4, -1, 4], "minimum 1 0; zero 1 0"),
    ("x^2 - 2 pi x + pi^2", [-2, 6, -1, 4], "minimum pi 0; zero pi 0"),
    ("x^3", [-2, 2, -2, 2], "zero 0 0; inflection 0 0"),
    ("x^3 - 3x^2 + 3x - 1", [-3, 3, -5, 5], "zero 1 0; inflection 1 0"),
    ("x |x|", [-2, 2, -2, 2], "zero 0 0; inflection 0 0"),
    ("sign x", [-2, 2, -2, 2], "jump 0 0; zero 0 0"),
    (
        "sign(sin x)",
        [-4, 4, -2, 2],
        "jump -pi 0; zero -pi 0; jump 0 0; zero 0 0; jump pi 0; zero pi 0",
    ),
    ("arctg(1/x)", [-3, 3, -2, 2], "jump 0 -"),
    ("x/|x|", [-2, 2, -2, 2], "jump 0 -"),
    (
        "floor(x^2)",
        [-1.6, 1.6, -1, 3],
        "jump -sqrt(2) 2; jump -1 1; jump 1 1; jump sqrt(2) 2",
    ),
    (
        "x - floor(x)",
        [-1.5, 1.5, -1, 2],
        "jump -1 0; zero -1 0; jump 0 0; zero 0 0; jump 1 0; zero 1 0",
    ),
    ("floor(sin x)", [0.5, 3, -2, 2], "hole pi/2 0"),
    ("floor(1 - (x - 1)^4)", [0.1, 1.9, -2, 2], "hole 1 0"),
    ("floor(x/x)", [-1, 1, -2, 2], "hole 0 1"),
    ("relu x", [-2, 2, -1, 2], "corner 0 0"),
    ("|x| - x", [-2, 2, -1, 4], "corner 0 0"),
    ("|x - 1| + |x + 1|", [-3, 3, -1, 6], "corner -1 2; corner 1 2"),
    (
        "max(x, 1/x)",
        [-3, 3, -3, 3],
        "corner -1 -1; minimum -1 -1; pole 0 -; corner 1 1; minimum 1 1",
    ),
    ("|ln x|", [-1, 5, -1, 3], "pole 0 -; corner 1 0; minimum 1 0; zero 1 0"),
    ("e^(-|x|)", [-3, 3, -1, 2], "corner 0 1; maximum 0 1"),
    ("sqrt(1 - sin x)", [0, 4, -1, 2], "corner pi/2 0; minimum pi/2 0; zero pi/2 0"),
    (
        "arccos(cos x)",
        [-4, 4, -1, 4],
        "corner -pi pi; maximum -pi pi; corner 0 0; minimum 0 0; zero 0 0; corner pi pi; "
        "maximum pi pi",
    ),
    ("ln x", [-1, 5, -4, 3], "pole 0 -; zero 1 0"),
    ("ln|x - 1/3|", [-3, 3, -4, 3], "zero -2/3 0; pole 1/3 -; zero 4/3 0"),
    ("ln(x^2 - 1)", [-3, 3, -5, 3], "zero -sqrt(2) 0; pole -1 -; pole 1 -; zero sqrt(2) 0"),
    ("arth x", [-2, 2, -3, 3], "pole -1 -; zero 0 0; inflection 0 0; pole 1 -"),
    ("x/(x^2 - 1)", [-3, 3, -4, 4], "pole -1 -; zero 0 0; inflection 0 0; pole 1 -"),
    (
        "1/sin x",
        [-4, 4, -4, 4],
        "pole -pi -; maximum -pi/2 -1; pole 0 -; minimum pi/2 1; pole pi -",
    ),
    (
        "1/x^3 - 1/x",
        [-3, 3, -5, 5],
        "inflection -sqrt(6) 5/(6sqrt(6)); maximum -sqrt(3) 2/(3sqrt(3)); zero -1 0; pole 0 -; "
        "zero 1 0; minimum sqrt(3) -2/(3sqrt(3)); inflection sqrt(6) -5/(6sqrt(6))",
    ),
    ("e^(tg x)", [-2, 2, -1, 10], "essential -pi/2 -; essential pi/2 -"),
    ("2^(1/(x-1))", [-3, 3, -1, 4], "inflection 1-ln(2)/2 e^(-2); essential 1 -"),
    ("x^0", [-3, 3, -1, 2], "hole 0 1"),
    ("(e^x - 1)/x", [-3, 3, -1, 5], "hole 0 1"),
    ("(x^3 - 1)/(x - 1)", [-3, 3, -1, 8], "minimum -1/2 3/4; hole 1 3"),
    ("1 - sign^2(x)", [-2, 2, -1, 2], "hole 0 0"),
    ("sqrt(4 - x^2)", [-3, 3, -1, 3], "edge -2 0; zero -2 0; maximum 0 2; edge 2 0; zero 2 0"),
    (
        "sqrt(x) sqrt(1 - x)",
        [-1, 2, -1, 2],
        "edge 0 0; zero 0 0; maximum 1/2 1/2; edge 1 0; zero 1 0",
    ),
    ("sqrt(x^3)", [-1, 3, -1, 3], "edge 0 0; zero 0 0"),
    ("sqrt(|x| - 1)", [-3, 3, -1, 3], "edge -1 0; zero -1 0; edge 1 0; zero 1 0"),
    ("sqrt(-x^2)", [-3, 3, -1, 3], "edge 0 0; zero 0 0"),
    ("x^x", [-1, 3, -1, 5], "edge 0 1; minimum 1/e e^(-1/e)"),
    ("x ln x", [-1, 3, -1, 3], "edge 0 0; minimum 1/e -1/e; zero 1 0"),
    ("1/ln x", [-1, 4, -5, 5], "edge 0 0; inflection e^(-2) -1/2; pole 1 -"),
    ("1/(1 - 1)", [-3, 3, -2, 2], ""),
    ("x - x", [-3, 3, -2, 2], ""),
    ("1/x^2 - x^(-2)", [-3, 3, -2, 2], "hole 0 0"),
    ("sin^2 x + cos^2 x", [-3, 3, -2, 2], ""),
    ("5", [-3, 3, -1, 6], ""),
    (
        "1/(1 + x^2)",
        [-3, 3, -1, 2],
        "inflection -1/sqrt(3) 3/4; maximum 0 1; inflection 1/sqrt(3) 3/4",
    ),
    (
        "e^(-x^2)",
        [-3, 3, -1, 2],
        "inflection -1/sqrt(2) e^(-1/2); maximum 0 1; inflection 1/sqrt(2) e^(-1/2)",
    ),
    ("x e^(-x)", [-1, 5, -2, 1], "zero 0 0; maximum 1 1/e; inflection 2 2e^(-2)"),
    (
        "sin^2 x",
        [-1, 3.5, -1, 2],
        "inflection -pi/4 1/2; minimum 0 0; zero 0 0; inflection pi/4 1/2; maximum pi/2 1; "
        "inflection 3pi/4 1/2; minimum pi 0; zero pi 0",
    ),
    (
        "cos x - x",
        [0, 2, -2, 2],
        "zero 0.7390851332151606416553120876738734 0; inflection pi/2 -pi/2",
    ),
    (
        "gamma(x)",
        [0.5, 3, 0, 3],
        "minimum 1.4616321449683623412626595423257213 0.8856031944108887002788159005825887",
    ),
    ("sigma(x)", [-6, 6, -1, 2], "inflection 0 1/2"),
    ("x^2 + 12", [-6, 6, -5, 50], "minimum 0 12"),
]


@pytest.mark.parametrize(("text", "window", "answer"), ANSWERS, ids=[a[0] for a in ANSWERS])
def test_marks_are_what_mathematics_says(text: str, window: list[float], answer: str):
    here: list[Told] = [told(mark) for mark in found(text, window).marks]
    wanted = expected(answer)
    assert [(one.kind, round(one.x, 9)) for one in here] == [
        (one.kind, round(one.x, 9)) for one in wanted
    ]
    for one, other in zip(here, wanted, strict=True):
        assert are_alike(one, other), (one, other)
    assert not found(text, window).crowded


@pytest.mark.parametrize("shift", [0.0, 1e-3, 1.0, 1e3])
def test_a_hole_is_found_however_near_one_looks(shift: float):
    window = [1 - 1e-6, 1 + 1e-6, 2 - 1e-6 + shift, 2 + 1e-6 + shift]
    (mark,) = found(f"(x^2 - 1)/(x - 1) + {shift:.3f}", window).marks
    assert told(mark) == Told("hole", 1.0, 2.0 + shift)
