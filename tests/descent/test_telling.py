"""Every way to end has its sentence, in both languages, with the run's own numbers."""

import numpy as np
import pytest

from gdviz.descent.objective import Plain
from gdviz.descent.telling import stop_sentence, warning_sentence
from gdviz.i18n import Translator
from tests.descent.running import descend, run_of

SQUARE = Plain(lambda w: w * w, lambda w: (2 * w,))
ROOT = Plain(np.sqrt, lambda w: (0.5 / np.sqrt(w),))
WELL = Plain(lambda w: (w * w - 1) ** 2 / 4, lambda w: (w * (w * w - 1),))
SADDLE = Plain(lambda x, y: x * x - y * y, lambda x, y: (2 * x, -2 * y))
FALL = Plain(lambda w: -np.exp(w), lambda w: (-np.exp(w),))
LINE = Plain(lambda w: w * 1.0, lambda w: (np.float64(1.0),))

ENDS = [
    (SQUARE, 5.0, 0.1, 0.01, ("Converged at step 17", "сошёлся на шаге 17")),
    (SQUARE, 1.0, 1.5, 0.01, ("w ≈ −1.342·10⁸ is too far out", "слишком велико")),
    (LINE, 0.0, 1e7, 0.01, ("goes on falling there", "продолжает убывать")),
    (FALL, 5.0, 0.25, 0.01, ("L has fallen to", "минимума нет")),
    (ROOT, 1.0, 1.0, 1e-9, ("where L is not defined", "не определена")),
    (WELL, 0.9, 1.29, 1e-9, ("the same 8 points", "их 8")),
    (SQUARE, 0.0, 1.0, 0.01, ("w = 0 is a minimum already", "уже минимум")),
    (SADDLE, (0.0, 0.0), 1.0, 0.01, ("x = 0, y = 0 is a saddle", "седловая")),
    (SQUARE, 5.0, 1e-9, 1e-12, ("Not there yet after 1000 steps", "исчерпан")),
]


@pytest.mark.parametrize(("objective", "start", "rate", "epsilon", "parts"), ENDS)
def test_why_it_ended(objective, start, rate, epsilon, parts):
    descent = descend(objective, start, rate, epsilon)
    names = ("w",) if descent.points.shape[1] == 1 else ("x", "y")
    for language, part in zip(("en", "ru"), parts, strict=True):
        said = stop_sentence(Translator(language), descent, names)
        assert part in said
        assert "{" not in said


@pytest.mark.parametrize(
    ("rate", "parts"),
    [
        (1e-6, ("steps are tiny", "Шаги крошечные")),
        (1.0, ("w = 5 and w = −5 are two points of equal loss", "вечно прыгать")),
        (0.5, ("", "")),
    ],
)
def test_what_is_wrong_with_the_end(rate, parts):
    descent = descend(SQUARE, 5.0, rate, 0.01)
    for language, part in zip(("en", "ru"), parts, strict=True):
        said = warning_sentence(Translator(language), descent)
        assert part in said
        assert bool(said) == bool(part)


def test_the_steepness_of_several_parameters_is_that_of_the_gradient():
    bowl = Plain(lambda x, y: x * x + y * y, lambda x, y: (2 * x, 2 * y))
    descent = descend(bowl, (3.0, 4.0), 1e-9, 0.01)
    assert "|∇f| ≈ 10 here" in warning_sentence(Translator("en"), descent, ("x", "y"), "f")


def test_the_end_is_nearly_where_it_is_said_to_be():
    bowl = Plain(lambda w: w * w + 12, lambda w: (2 * w,))
    said = stop_sentence(Translator("en"), descend(bowl, -3.0, 1 / 3, 0.01))
    assert "at w ≈ −0.01235, L ≈ 12.00015" in said
    exactly = stop_sentence(Translator("en"), descend(bowl, 5.0, 0.5, 0.01))
    assert "at w = 0, L = 12." in exactly


def test_a_run_under_way_says_so():
    run = run_of(SQUARE, 5.0, 1e-3, 1e-9)
    run.advance(7)
    assert "7 steps so far" in stop_sentence(Translator("en"), run.result())
