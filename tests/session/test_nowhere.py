"""What the window says of f′ where its formula does not hold, or f is defined nowhere."""

from dataclasses import replace

import pytest

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.analysis import analyse
from gdviz.session.derivation_scene import STORIES, DerivativeScene
from gdviz.session.exact import NOTHING_FOUND
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.exact import exact_scene
from gdviz.session.resolve.stories import told


def scene(text: str, language: str = "en") -> DerivativeScene:
    return derivative_scene(analyse(text, {}), Translator(language))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("sign x", "f′(x) = 0, x ≠ 0"),
        ("y = floor 2x", "y′ = 0, 2x ∉ ℤ"),
        ("x^2", "f′(x) = 2x"),
    ],
)
def test_conditions_stand_beside_the_derivative(text: str, written: str) -> None:
    assert plain(scene(text).derivative) == written
    assert scene(text).nothing == ""


@pytest.mark.parametrize("text", ["0/0", "1/0 + x", "ln(-|x|)"])
def test_a_function_defined_nowhere_has_no_derivative(text: str) -> None:
    assert scene(text).nothing == "f is defined nowhere: it has no derivative."
    assert scene(text, "ru").nothing.startswith("Функция f нигде не определена")


def test_its_sections_say_so_too() -> None:
    for name in STORIES:
        (story,) = told(name, analyse("0/0", {}), Translator("en"))
        assert story.remark == scene("0/0").nothing


@pytest.mark.parametrize("text", ["sign x", "0/0", "5"])
def test_where_the_derivative_is_0_everywhere_nobody_says_it_is_not(text: str) -> None:
    found = replace(NOTHING_FOUND, points=())
    assert exact_scene(analyse(text, {}), found, Translator("en")).nothing == ""
    assert exact_scene(analyse("e^x", {}), found, Translator("en")).nothing
