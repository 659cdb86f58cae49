"""One letter in one picture: points are called after the variable of the line."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from gdviz.calculus.parser import parse
from gdviz.calculus.typesetting.latex import latex
from gdviz.calculus.typesetting.markup import Markup, Upright
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.naming import Names, chain_letters
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.descent import descent_scene
from gdviz.session.resolve.exact import exact_scene, minimum_line
from gdviz.session.resolve.local_steps import LocalSteps
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.resolve.readout import readout_scene
from gdviz.session.resolve.secant import secant_scene
from gdviz.session.session import Session
from tests.session.conftest import opened

LETTER_X = re.compile(r"(?<![a-zа-яё])[xх](?![a-zа-яё])", re.IGNORECASE)


@pytest.mark.parametrize(
    ("variable", "point", "second", "start", "tenth"),
    [
        ("x", "x₀", "x₀ + Δx", "x⁽⁰⁾", "x⁽¹⁰⁾"),
        ("t", "t₀", "t₀ + Δt", "t⁽⁰⁾", "t⁽¹⁰⁾"),
        ("θ", "θ₀", "θ₀ + Δθ", "θ⁽⁰⁾", "θ⁽¹⁰⁾"),
        ("w", "w", "w + Δw", "w₀", "w₁₀"),
    ],
)
def test_points_are_called_after_the_variable(
    variable: str, point: str, second: str, start: str, tenth: str
) -> None:
    names = Names(variable)
    found = (names.point, names.second, names.start, names.iterate(Upright("10")))
    assert tuple(map(plain, found)) == (point, second, start, tenth)


@pytest.mark.parametrize("variable", ["x", "t", "w", "θ", "w1", "x_max"])
def test_no_two_points_have_one_name(variable: str) -> None:
    names = Names(variable)
    points = {latex(name) for name in (names.point, names.second, names.start)}
    assert len(points) == 3


def texts(thing: object) -> Iterator[str]:
    """All that is to be read in a scene."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Markup):
        yield plain(thing)
        yield latex(thing)
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name != "name" or not hasattr(thing, "role"):
                yield from texts(getattr(thing, field.name))


def scenes(session: Session, tr: Translator) -> Iterator[object]:
    document, results, local = session.document, session.results, session.local
    analysis, findings = results.analysis, results.findings
    assert analysis is not None
    assert local is not None
    yield plot_scene(document, results, (), local, tr)
    yield readout_scene(document, local, results, tr)
    yield secant_scene(document, analysis, local, results.viewport, tr)
    yield descent_scene(document, results, tr)
    yield exact_scene(analysis, findings, tr)
    yield minimum_line(analysis, findings, tr)
    derivation = derivative_scene(analysis, tr)
    at_point = LocalSteps(analysis).at(document.x0, tr)
    for step in range(len(derivation.depths)):
        row = derivation.row(step)
        yield (row.formula, row.setup, row.outcome, row.outer, row.inner)
        yield at_point.chain(step)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("x0", [0.7, 0.0])
@pytest.mark.parametrize(
    "text", ["f(t) = sin(t^2) + sqrt t", "L(w) = (w^2 + 1)^2", "f(θ) = |sin 2θ|", "g(u) = 1/u^2"]
)
def test_no_other_letter_is_read_anywhere(text: str, x0: float, language: str) -> None:
    session = opened(text, x0=x0)
    session.show("secant", True)
    found = [text for scene in scenes(session, Translator(language)) for text in texts(scene)]
    assert len(found) > 50
    assert not [text for text in found if LETTER_X.search(text)]


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("y = tg x^2", ("f", "g")),
        ("f(x) = tg x^2", ("φ", "g")),
        ("tg x^2", ("φ", "g")),
        ("g(x) = tg x^2", ("f", "ψ")),
        ("L(w) = f φ sin w^2", ("F", "g")),
    ],
)
def test_the_outer_function_is_not_called_what_the_whole_is(
    line: str, letters: tuple[str, str]
) -> None:
    assert chain_letters(parse(line)) == letters


def test_a_chain_is_told_with_these_letters() -> None:
    session = opened("f(x) = tg x^2", x0=0.7)
    analysis = session.results.analysis
    assert analysis is not None
    row = derivative_scene(analysis, Translator("ru")).row(0)
    assert row.outer is not None
    assert plain(row.outer) == "φ(u) = tg u"
    assert row.inner is not None
    assert plain(row.inner) == "u = g(x) = x²"
    assert plain(row.law) == "(φ(u))′ = φ′(u)·u′"
    # What the picture below names is named above it.
    picture = LocalSteps(analysis).at(0.7, Translator("ru")).chain(0)
    assert picture is not None
    assert (picture.inner.name, picture.outer.name) == ("g", "φ")
    assert picture.outer.told.startswith("φ ")


def test_a_chain_inside_a_chain_is_told_with_letters_of_its_own() -> None:
    analysis = opened("y = sin(cos(w^2))", x0=0.7).results.analysis
    assert analysis is not None
    scene = derivative_scene(analysis, Translator("ru"))
    rows = [scene.row(index) for index in range(len(scene.depths))]
    told = [
        [plain(row.law), plain(row.outer), plain(row.inner)]
        for row in rows
        if row.outer is not None and row.inner is not None
    ]
    assert told == [
        ["(f(u))′ = f′(u)·u′", "f(u) = sin u", "u = g(w) = cos w²"],
        ["(f₁(v))′ = f₁′(v)·v′", "f₁(v) = cos v", "v = g₁(w) = w²"],
    ]
