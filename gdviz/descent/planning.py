"""A plan from names and numbers, as a document, a command line or a script has them."""

from collections.abc import Callable, Mapping

from gdviz.descent.noise import Batches, Noise
from gdviz.descent.optimisers import Optimiser, Vector
from gdviz.descent.plan import Plan
from gdviz.descent.schedules import Schedule, read_schedule
from gdviz.descent.table import optimiser as by_name
from gdviz.descent.table import usual_rate


def planned(
    rate: float | None = None,
    epsilon: float = 0.01,
    max_steps: int = 1000,
    optimiser: str | Optimiser = "gd",
    settings: Mapping[str, float] | None = None,
    schedule: str | Schedule = "constant",
    noise: float = 0.0,
    seed: int = 0,
    *,
    batch: int | None = None,
    hessian: Callable[[Vector], Vector] | None = None,
) -> Plan:
    """The plan that is meant; settings are those of an optimiser that is given by name.

    rate: λ, None for what is usual for the optimiser; noise: σ ≥ 0, 0 for none; batch: rows of the
    data at a time; seed: of both; hessian: L″, for Newton's method. Raises DescentError for what is
    unknown or out of range.
    """
    rule = by_name(optimiser, settings, hessian) if isinstance(optimiser, str) else optimiser
    plan = Plan(
        usual_rate(rule) if rate is None else rate,
        epsilon,
        max_steps,
        rule,
        read_schedule(schedule) if isinstance(schedule, str) else schedule,
        Noise(noise, seed) if noise else None,
        None if batch is None else Batches(batch, seed),
    )
    plan.check()
    return plan
