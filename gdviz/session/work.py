"""Work that may take longer than a frame: curves and descents, done in slices."""

from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from gdviz.calculus.building import ZERO
from gdviz.calculus.expression import Expression, Product, Sum
from gdviz.calculus.sampling import Sampler, Samples
from gdviz.calculus.view.resting import resting_places
from gdviz.calculus.view.viewport import Pane, Viewport
from gdviz.descent.run import Descent, Run
from gdviz.descent.trouble import DescentError
from gdviz.document.document import DescentSettings
from gdviz.session.analysis import Analysis
from gdviz.session.planning import plan_of

if TYPE_CHECKING:
    from gdviz.session.plane import Plane

STEPS_A_LOOK = 8
"""Updates of a descent between two looks at the clock: one may take a millisecond."""
SHOWN_APART = 0.05
"""Seconds of work until an unfinished descent is shown again at least, and as many as went before:
showing it may take longer than the work."""


class CurveWork:
    """The samples of f, and of f′ and f″ where they are shown, for one viewport and size."""

    def __init__(self) -> None:
        self._key: object = None
        self._samplers: dict[str, Sampler] = {}
        self._of: tuple[Analysis, Viewport] | None = None
        self.landmarks: tuple[float, ...] = ()
        """Zeros and extrema in view, x, once the curve is exact."""
        self.done = True

    def aim(
        self,
        analysis: Analysis | None,
        viewport: Viewport,
        size: tuple[int, int],
        *,
        derivative: bool,
        second: bool = False,
        below: Pane | None = None,
    ) -> None:
        """Say what is wanted. What was sampled for the same wish stays.

        below: the plot that f′ and f″ have below that of f, where they have one.
        """
        key = (analysis, viewport, size, derivative, second, below)
        if key == self._key:
            return
        self._key, self._samplers, self.done = key, {}, analysis is None
        self._of, self.landmarks = None, ()
        if analysis is not None:
            self._of = analysis, viewport
            bodies = {"function": analysis.formula.body}
            if derivative:
                bodies["derivative"] = _where_defined(analysis.function.derivative, analysis)
            if second:
                bodies["second"] = _where_defined(analysis.function.second_derivative, analysis)
            above = viewport, size
            others = above if below is None else (below.viewport, _pixels(below))
            self._samplers = {
                name: Sampler(
                    body,
                    analysis.variable,
                    analysis.parameters,
                    *(above if name == "function" else others),
                )
                for name, body in bodies.items()
            }

    def advance(self, seconds: float) -> None:
        """Go on with the curves, and once they are exact find what is to be seen on them."""
        waiting = [sampler for sampler in self._samplers.values() if not sampler.done]
        for sampler in waiting:
            sampler.advance(seconds / len(waiting))
        if not waiting and not self.done:
            self.landmarks = self._find_landmarks()
            self.done = True

    @property
    def function(self) -> Samples | None:
        return self._samples("function")

    def _samples(self, name: str) -> Samples | None:
        sampler = self._samplers.get(name)
        return sampler.samples if sampler is not None else None

    def _find_landmarks(self) -> tuple[float, ...]:
        if self._of is None:
            return ()
        analysis, viewport = self._of
        function = analysis.function
        return resting_places(
            lambda x: np.asarray(function.value(x)),
            lambda x: np.asarray(function.rule_slope(x)),
            viewport,
        )

    @property
    def derivative(self) -> Samples | None:
        return self._samples("derivative")

    @property
    def second(self) -> Samples | None:
        return self._samples("second")


def _pixels(pane: Pane) -> tuple[int, int]:
    return round(pane.width), round(pane.height)


def _where_defined(slope: Expression, analysis: Analysis) -> Expression:
    """f′ + 0·f: a formula of f′ may have values where f has none, as 1/x beside ln x."""
    return Sum((slope, Product((ZERO, analysis.formula.body))))


class PathWork:
    """The descent that the settings ask for, computed ahead."""

    def __init__(self) -> None:
        self._key: object = None
        self._run: Run | None = None
        self.descent: Descent | None = None
        self.trouble: DescentError | None = None
        self.done = True
        self._worked = self._next_show = 0.0

    def aim(self, line: "Analysis | Plane | None", settings: DescentSettings) -> None:
        """Say what is wanted. A descent for the same wish stays."""
        key = (line, settings)
        if key == self._key:
            return
        self._key, self._run, self.descent, self.trouble = key, None, None, None
        self._worked = self._next_show = 0.0
        if line is not None:
            self._begin(line, settings)
        self.done = self._run is None

    def _begin(self, line: "Analysis | Plane", settings: DescentSettings) -> None:
        try:
            plan = plan_of(settings, line.objective.hessian)
            self._run = Run(line.objective, line.start_of(settings), plan)
        except DescentError as trouble:
            self.trouble = trouble

    @property
    def run(self) -> Run | None:
        """What it is computed by: it knows the optimiser's state at every iterate."""
        return self._run

    def advance(self, seconds: float) -> None:
        if self.done or self._run is None:
            return
        begun = now = perf_counter()
        running = True
        while running and now < begun + seconds:
            running = self._run.advance(STEPS_A_LOOK)
            now = perf_counter()
        self._worked += now - begun
        self.done = not running
        if self.done or self._worked >= self._next_show:
            self._next_show = self._worked + max(self._worked, SHOWN_APART)
            self.descent = self._run.result()
