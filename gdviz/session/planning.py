"""The settings of a document as a plan that a run can follow."""

from collections.abc import Callable

from gdviz.descent.optimisers import Vector
from gdviz.descent.plan import Plan
from gdviz.descent.planning import planned
from gdviz.document.document import DescentSettings

Hessian = Callable[[Vector], Vector]


def plan_of(settings: DescentSettings, hessian: Hessian) -> Plan:
    """How a descent goes. hessian: point → L″, which Newton's method divides by.

    Raises DescentError for what is unknown or out of range.
    """
    return planned(
        settings.rate,
        settings.epsilon,
        settings.max_steps,
        settings.optimiser,
        dict(settings.settings),
        settings.schedule,
        settings.noise,
        settings.noise_seed,
        hessian=hessian,
    )
