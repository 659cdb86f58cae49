"""The axes are counted in what suits the function, or in what the person chose."""

import pytest

from gdviz.calculus.view.ticks import Unit
from gdviz.document.codec import decode, encode
from gdviz.document.document import Document, Ticks
from gdviz.i18n import Translator
from gdviz.session.resolve.plot import plot_scene
from gdviz.session.session import Session

PI, DECIMAL = Unit.PI, Unit.DECIMAL


def units(session: Session) -> tuple[Unit, Unit]:
    scene = plot_scene(session.document, session.results, (), session.local, Translator("en"))
    return scene.units


@pytest.mark.parametrize(
    ("text", "ticks", "expected"),
    [
        ("sin x", Ticks.AUTOMATIC, (PI, DECIMAL)),
        ("sin x", Ticks.DECIMAL, (DECIMAL, DECIMAL)),
        ("x^2", Ticks.AUTOMATIC, (DECIMAL, DECIMAL)),
        ("x^2", Ticks.PI, (PI, DECIMAL)),
        ("arctg x", Ticks.AUTOMATIC, (DECIMAL, PI)),
        ("arctg x", Ticks.DECIMAL, (DECIMAL, DECIMAL)),
    ],
)
def test_units(text: str, ticks: Ticks, expected: tuple[Unit, Unit]):
    session = Session(Document(text=text))
    session.views.choose_ticks(ticks)
    assert units(session) == expected


def test_the_choice_is_saved_and_undone():
    session = Session(Document(text="sin x"))
    session.views.choose_ticks(Ticks.PI)
    assert decode(encode(session.document)).ticks is Ticks.PI
    session.undo()
    assert session.document.ticks is Ticks.AUTOMATIC
