"""The handsome parts of the plot look as they looked when they were found good, at every scale."""

import numpy as np
import pytest

from tests.ui.screenshots import PICTURES, cells, known_good, painted

MOST = {1.0: 9.0, 1.5: 40.0, 2.0: 40.0}
"""Of 255: how far any cell may be off at a scale. Elsewhere than at 1, where the pictures that were
found good come from, lines and words come to stand on other pixels, which makes a cell up to 27
off; a hole's dot that is missing makes one 17 off, ends of a jump or the shade of a gap 70 and
more."""
IN_ALL = 1.5
"""How far all cells may be off on average."""
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("scale", MOST)
@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did_when_it_was_found_good(name: str, scale: float):
    off = np.abs(cells(painted(name, scale)) - known_good(name))
    assert off.max() < MOST[scale]
    assert off.mean() < IN_ALL


def test_each_is_far_from_the_others():
    """What is compared tells pictures apart at all."""
    known = [known_good(name) for name in PICTURES]
    for index, one in enumerate(known):
        for other in known[:index]:
            assert np.abs(one - other).max() > 60.0
