"""Curves are drawn where they are: f′ and f″ where f is."""

import numpy as np
import pytest

from gdviz.document.document import Shown
from tests.session.conftest import opened

PARTLY_DEFINED = (
    "ln x",
    "log_2 x",
    "(sqrt x)^2",
    "e^(ln x)",
    "arth x",
    "arch x",
    "ln(ln x)",
    "ln(-x)",
    "x ln x",
    "ln(x^2 - 4)",
)


@pytest.mark.parametrize("text", PARTLY_DEFINED)
def test_no_slope_is_drawn_where_there_is_no_function(text: str) -> None:
    results = opened(text, shown=Shown(derivative=True, second=True)).results
    assert results.analysis is not None
    for samples in (results.derivative, results.second):
        assert samples is not None
        places = np.concatenate([piece[:, 0] for piece in samples.pieces])
        values = np.asarray(results.analysis.function.value(places))
        edges = np.unique(places[~np.isfinite(values)])
        assert len(places) > 50
        assert len(edges) <= 1, edges


@pytest.mark.parametrize("text", ["x^3", "sin x", "1/x", "tg x", "x!", "|x|"])
def test_elsewhere_all_of_it_is_drawn(text: str) -> None:
    results = opened(text, shown=Shown(derivative=True)).results
    analysis, samples = results.analysis, results.derivative
    assert analysis is not None
    assert samples is not None
    places = np.concatenate(list(samples.pieces))
    slopes = np.asarray(analysis.function.slope(places[:, 0]))
    known = np.isfinite(slopes) & (abs(slopes) < 10.0)
    assert np.count_nonzero(known) > 20
    assert np.allclose(places[known, 1], slopes[known], rtol=1e-9, atol=1e-9)
