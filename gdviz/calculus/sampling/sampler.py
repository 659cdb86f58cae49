"""Sampling a curve for a view, at once or in slices."""

import time
from collections.abc import Mapping
from functools import cached_property, lru_cache
from math import inf

import numpy as np

from gdviz.calculus.evaluation import Function, compile_function
from gdviz.calculus.expression import Expression
from gdviz.calculus.intervals import Encloser
from gdviz.calculus.sampling.outline import coarse, exact
from gdviz.calculus.sampling.refinement import Refinement
from gdviz.calculus.sampling.samples import Samples
from gdviz.calculus.sampling.screen import Screen
from gdviz.calculus.view.viewport import Viewport

Size = tuple[float, float]
FULL_HD: Size = (1920, 1080)
LOOKS_APART = 0.05
"""Seconds of work from one coarse outline to the next at least, and as many as went before it: each
has to be painted, which may take far longer than the work."""


KEPT = 8
"""Compiled functions: while the view moves, the same ones are sampled again and again."""


class Sampler:
    """Samples a curve in slices, so that no event loop is held: coarse first, then exact.

    body: a function of `variable`; parameters that are not given are 1; size: of the view, in
    device pixels, to half of one of which the finished curve is true.
    """

    def __init__(
        self,
        body: Expression,
        variable: str,
        parameters: Mapping[str, float],
        viewport: Viewport,
        size: Size = FULL_HD,
    ) -> None:
        function, encloser = _compiled(body, variable, tuple(sorted(parameters.items())))
        self._refinement = Refinement(
            lambda x: np.asarray(function(x)), encloser, Screen(viewport, *size)
        )
        self._started = False
        self._coarse = Samples()
        self._worked = self._next_look = 0.0

    @property
    def done(self) -> bool:
        """Whether the samples are exact."""
        return self._started and self._refinement.finished

    def advance(self, seconds: float) -> bool:
        """Go on for about so long, one round at least; True when the samples are exact."""
        begun = now = time.perf_counter()
        while not self.done:
            self._round()
            now = time.perf_counter()
            if now >= begun + seconds:
                break
        self._worked += now - begun
        return self.done

    def _round(self) -> None:
        with np.errstate(all="ignore"):
            if self._started:
                self._refinement.step()
            else:
                self._refinement.start()
        self._started = True

    @property
    def samples(self) -> Samples:
        """The curve as far as it is known, the same object as before where it is not worth a new
        one; no pieces before the first `advance`."""
        if self.done:
            return self._exact
        if self._started and self._worked >= self._next_look:
            self._next_look = self._worked + max(self._worked, LOOKS_APART)
            # Overflow is off the screen, and what is undefined is NaN: neither is worth a warning.
            with np.errstate(all="ignore"):
                self._coarse = coarse(self._refinement)
        return self._coarse

    @cached_property
    def _exact(self) -> Samples:
        with np.errstate(all="ignore"):
            return exact(self._refinement)


@lru_cache(maxsize=KEPT)
def _compiled(
    body: Expression, variable: str, parameters: tuple[tuple[str, float], ...]
) -> tuple[Function, Encloser]:
    values = dict(parameters)
    return compile_function(body, (variable,), values), Encloser(body, variable, values)


def sample(
    body: Expression,
    variable: str,
    parameters: Mapping[str, float],
    viewport: Viewport,
    size: Size = FULL_HD,
) -> Samples:
    """The exact curve; arguments as for Sampler."""
    sampler = Sampler(body, variable, parameters, viewport, size)
    sampler.advance(inf)
    return sampler.samples
