"""Formulas on as many lines as they need."""

import pytest

from gdviz.calculus.typesetting.markup import Gap, Letter, Operator, Row, Upright, Words
from gdviz.ui.formula.box import WordsInk
from gdviz.ui.formula.breaking import broken, phrased
from gdviz.ui.formula.layout import layout

TOLD = Row(
    (
        *(
            Words("lowest local minimum in view:"),
            Gap(0.3),
            Letter("x"),
            Upright("≈"),
            Upright("2"),
        ),
        *(Operator(","), Letter("f"), Upright("≈"), Upright("12")),
    )
)
SIZE = 18.0


@pytest.mark.parametrize("width", [120.0, 180.0, 260.0, 360.0])
def test_words_are_broken_to_fit(qapp, width):
    lines = broken(TOLD, SIZE, width)
    assert all(line.width <= width for line in lines)


def test_a_line_with_room_for_all_is_one(qapp):
    assert len(broken(TOLD, SIZE, 1000.0)) == 1


def test_words_are_cut_one_by_one():
    assert len(phrased(TOLD)) == 6


def test_prose_is_set_smaller_than_mathematics(qapp):
    ink = layout(Words("local"), 100.0).ink
    assert isinstance(ink, WordsInk)
    assert ink.size == pytest.approx(87.0)
