"""How the window's area is shared: the plot is the hero. No Qt.

The plot keeps at least 60 % of the window at every size from 1024×640 up.
"""

from dataclasses import dataclass

PLOT_SHARE = 0.6
PANEL_WIDEST = 440
PANEL_USUAL = 360
PANEL_NARROWEST = 216
MOST_OF_A_SMALL_WINDOW = 0.34
PANEL_SHARE = 0.26
"""What the panel takes of a wide window, within the bounds above."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What the window's other parts need, px.

    scale: how much larger the person wants text; text: how large it is in this look, 1 being as
    usual: more for a projector.
    """

    width: int
    height: int
    chrome_height: int
    scale: float = 1.0
    text: float = 1.0


def panel_width(measures: Measures) -> int:
    """The panel's width: what it likes to have, less if the plot would get too small.

    In a window too small for both, the panel keeps what it needs to be of use, at most a third.
    """
    larger = max(measures.scale, measures.text)
    wanted = max(PANEL_USUAL, PANEL_SHARE * measures.width) * larger
    wanted = min(wanted, PANEL_WIDEST * larger)
    plot_height = max(measures.height - measures.chrome_height, 1)
    plot_width = PLOT_SHARE * measures.width * measures.height / plot_height
    spare = measures.width - plot_width - 1
    least = min(PANEL_NARROWEST * measures.scale, MOST_OF_A_SMALL_WINDOW * measures.width)
    return int(max(min(wanted, spare), least))


def has_room(measures: Measures) -> bool:
    """Whether the panel gets the width it usually has."""
    return panel_width(measures) >= PANEL_USUAL * measures.scale
