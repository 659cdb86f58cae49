"""How the window's area is shared: the plot is the hero. No Qt.

The plot keeps at least 60 % of the window at every size from 1024×640 up.
"""

from dataclasses import dataclass

PLOT_SHARE = 0.6
PANEL_WIDEST = 440
PANEL_USUAL = 360
PANEL_NARROWEST = 240
PANEL_SHARE = 0.26
"""What the panel takes of a wide window, within the bounds above."""
LOW_WINDOW = 700
"""In windows lower than this, px, rows are only as high as their controls need."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What the window's other parts need, px. scale: of text, 1 as usual."""

    width: int
    height: int
    chrome_height: int
    scale: float = 1.0


def panel_width(measures: Measures) -> int:
    """The panel's width: what it likes to have, less if the plot would get too small.

    In a window too small for both, the panel keeps what it needs to be of use, at most 40 %.
    """
    wanted = max(PANEL_USUAL, PANEL_SHARE * measures.width) * measures.scale
    wanted = min(wanted, PANEL_WIDEST * measures.scale)
    plot_height = max(measures.height - measures.chrome_height, 1)
    plot_width = PLOT_SHARE * measures.width * measures.height / plot_height
    spare = measures.width - plot_width - 1
    least = min(PANEL_NARROWEST * measures.scale, 0.4 * measures.width)
    return int(max(min(wanted, spare), least))


def row_padding(height: int, space: float) -> int:
    """Blank over and under the controls of a row, px."""
    return round(space / 2 if height < LOW_WINDOW else space)
