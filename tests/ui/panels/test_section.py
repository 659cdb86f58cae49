"""The title of a section: all of it is seen, in as many lines as it takes."""

import pytest

from gdviz.ui.panels.section import SectionHead
from gdviz.ui.theme import theme

TITLE = "From the raw form to the tidy one"


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
def test_a_title_is_as_high_as_its_lines(home, dressed, qapp, name):
    head = dressed(SectionHead("tidying_title", home))
    look = theme(name, window_height=720)
    head.show_theme(look)
    head.show_title(TITLE)
    line, control = head.fontMetrics().height(), round(look.sizes.control)
    words = head.fontMetrics().horizontalAdvance(TITLE)
    head.resize(2 * words, head.height())
    qapp.processEvents()
    assert head.height() == control
    head.resize(words, head.height())
    qapp.processEvents()
    assert head.height() >= 2 * line
    head.show_title("Proof")
    assert head.height() == control
    assert head.accessibleName() == "Proof"
