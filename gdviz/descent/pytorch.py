"""A run as a script for PyTorch: the same function, start, optimiser, schedule, noise and rule."""

from collections.abc import Iterator, Mapping, Sequence

from gdviz.calculus.formula import Formula
from gdviz.descent.noise import CHUNK, NOISE, ORDER, SEEDS
from gdviz.descent.optimisers import AdaGrad, Adam, Newton, Optimiser, RMSProp
from gdviz.descent.plan import Plan
from gdviz.descent.regression import BIAS, TARGET, Regression, letters_of
from gdviz.descent.schedules import SCHEDULES, schedule_name, schedule_settings
from gdviz.descent.table import name_of, settings_of
from gdviz.descent.torch_code import Torch, python_name, python_number

_TINY = {"adagrad": AdaGrad.tiny, "rmsprop": RMSProp.tiny, "adam": Adam.tiny, "adamw": Adam.tiny}
_CONSTRUCTORS = {
    "gd": "torch.optim.SGD(parameters, lr={rate})",
    "momentum": "torch.optim.SGD(parameters, lr={rate}, momentum={momentum})",
    "nesterov": "torch.optim.SGD(parameters, lr={rate}, momentum={momentum}, nesterov=True)",
    "adagrad": "torch.optim.Adagrad(parameters, lr={rate}, eps={tiny})",
    "rmsprop": "torch.optim.RMSprop(parameters, lr={rate}, alpha={smoothing}, eps={tiny})",
    "adam": "torch.optim.Adam(parameters, lr={rate}, betas=({beta1}, {beta2}), eps={tiny})",
    "adamw": (
        "torch.optim.AdamW(parameters, lr={rate}, betas=({beta1}, {beta2}), eps={tiny}, "
        "weight_decay={weight_decay})"
    ),
}
_FACTORS = {
    "step": "{factor}**({i}//{every})",
    "1/t": "1/(1 + {decay}*{i})",
    "cosine": "{last} + (1 - {last})*(1 + math.cos(math.pi*min({i}/{steps}, 1)))/2",
    "warm-up": "min(1, ({i} + 1)/{steps})",
}
"""λ of update i in parts of the λ that was set."""
_RAW = """\
def raw(stream, place, size):
    counter = [0, 0, place, stream]
    return np.random.Philox(key={seed}, counter=counter).random_raw(size)
"""
_NOISE = """\
def noise(update):
    place, row = divmod(update, {chunk})
    numbers = raw({stream}, place, {size})
    uniform = ((numbers >> np.uint64(11)).astype(np.float64) + 1.0)*2.0**-53
    radius, turn = np.split(uniform, 2)
    normal = np.sqrt(-2.0*np.log(radius))*np.cos(2.0*math.pi*turn)
    return torch.as_tensor({sigma}*normal.reshape({chunk}, {width})[row])
"""
_BATCH = """\
def batch(update):
    turn, place = divmod(update, {a_pass})
    order = np.argsort(raw({stream}, turn, {rows}), kind="stable")
    return torch.as_tensor(order[place*{size}:(place + 1)*{size}])
"""
_NEWTON = """\
    gradient = torch.stack([p.grad for p in parameters])
    rows = torch.autograd.functional.hessian(loss, tuple(parameters))
    hessian = torch.stack([torch.stack(row) for row in rows])
    move = torch.linalg.solve(hessian, gradient)
    with torch.no_grad():
        for p, part in zip(parameters, move):
            p -= {rate}*part
"""


def script(
    formula: Formula, start: Sequence[float], plan: Plan, values: Mapping[str, float] | None = None
) -> str:
    """The script of a descent on a typed line. values: of its parameters, 1 where not given.

    start: w₀, one number a variable. Raises LookupError for an optimiser that is not in the table.
    """
    given = {name: (values or {}).get(name, 1.0) for name in formula.parameters}
    letters = [f"{python_name(name)} = {python_number(value)}" for name, value in given.items()]
    body = Torch(formula.variables, given).loss(formula.body, formula.variables[0])
    return _whole(formula.text, formula.variables, start, plan, letters, body)


def regression_script(regression: Regression, start: Sequence[float], plan: Plan) -> str:
    """The script of a descent on data, which stand in it."""
    formula, data = regression.formula, regression.data
    letters = letters_of(data.features.shape[1])
    columns = [*zip(letters, data.features.T, strict=True), (TARGET, data.targets)]
    lines = [
        f"{python_name(name)} = torch.tensor([{', '.join(map(repr, column.tolist()))}])"
        for name, column in columns
    ]
    names = [name for name, _ in columns]
    writer = (
        Torch(formula.variables, {}, names)
        if plan.batches
        else Torch([*formula.variables, *names], {})
    )
    body = writer.loss(formula.body, BIAS)
    return _whole(formula.text, formula.variables, start, plan, lines, body, data.rows)


def _whole(
    text: str,
    variables: Sequence[str],
    start: Sequence[float],
    plan: Plan,
    givens: Sequence[str],
    body: str,
    data_rows: int = 0,
) -> str:
    names = [python_name(name) for name in variables]
    arguments = ", ".join(names)
    rows = ", rows=slice(None)" if plan.batches else ""
    starts = [
        f"{name} = torch.tensor({float(value)!r}, requires_grad=True)"
        for name, value in zip(names, start, strict=True)
    ]
    parts = [
        [f"# {' '.join(text.split())}", *_imports(plan), "torch.set_default_dtype(torch.float64)"],
        [*givens, *starts, f"parameters = [{arguments}]"],
        ["", f"def loss({arguments}{rows}):", f"    return {body}", ""],
        [*_optimizer(plan), *_chance(plan, len(names), data_rows)],
        list(_loop(plan, arguments)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _imports(plan: Plan) -> list[str]:
    numpy = ["import numpy as np"] if plan.by_chance else []
    return ["import math", "", *numpy, "import torch", ""]


def _optimizer(plan: Plan) -> list[str]:
    rule: Optimiser = plan.optimiser
    if isinstance(rule, Newton):
        return []
    name = name_of(rule)
    written = {key: repr(float(value)) for key, value in settings_of(rule).items()}
    tiny = repr(_TINY.get(name, 0.0))
    lines = [
        "optimizer = " + _CONSTRUCTORS[name].format(rate=repr(plan.rate), tiny=tiny, **written)
    ]
    if not plan.schedule.is_constant:
        scheduler = "torch.optim.lr_scheduler.LambdaLR"
        lines.append(f"scheduler = {scheduler}(optimizer, lambda i: {_factor(plan)})")
    return lines


def _factor(plan: Plan, update: str = "i") -> str:
    """What λ is multiplied by at an update."""
    name = schedule_name(plan.schedule)
    settings = schedule_settings(plan.schedule)
    known = SCHEDULES[name].settings
    written = {
        key: str(int(value)) if known[key].whole else repr(value) for key, value in settings.items()
    }
    return _FACTORS[name].format(i=update, **written)


def _chance(plan: Plan, width: int, data_rows: int) -> list[str]:
    """The same numbers as here: they depend on the seed and the update alone."""
    lines = []
    chance = plan.batches or plan.noise
    if chance is not None and plan.by_chance:
        lines += ["", "", _RAW.format(seed=chance.seed % SEEDS)]
    if plan.noise and plan.noise.sigma:
        size, sigma = 2 * CHUNK * width, plan.noise.sigma
        lines += [
            "",
            _NOISE.format(chunk=CHUNK, stream=NOISE, size=size, width=width, sigma=sigma),
        ]
    if plan.batches:
        size = plan.batches.size
        a_pass = -(-data_rows // size)
        lines += ["", _BATCH.format(stream=ORDER, rows=data_rows, size=size, a_pass=a_pass)]
    return lines


def _loop(plan: Plan, arguments: str) -> Iterator[str]:
    is_newton = isinstance(plan.optimiser, Newton)
    yield "before = loss(*parameters).item()"
    yield "print(0, *(p.item() for p in parameters), before)"
    yield f"for step in range({plan.max_steps}):"
    yield "    for p in parameters:"
    yield "        p.grad = None"
    yield f"    loss(*parameters{', batch(step)' if plan.batches else ''}).backward()"
    if plan.noise and plan.noise.sigma:
        yield "    for p, extra in zip(parameters, noise(step)):"
        yield "        p.grad += extra"
    if is_newton:
        is_constant = plan.schedule.is_constant
        factor = "" if is_constant else f"*({_factor(plan, 'step')})"
        yield _NEWTON.format(rate=repr(float(plan.rate)) + factor).rstrip()
    else:
        yield "    optimizer.step()"
        if not plan.schedule.is_constant:
            yield "    scheduler.step()"
    yield "    after = loss(*parameters).item()"
    yield "    print(step + 1, *(p.item() for p in parameters), after)"
    yield f"    if abs(after - before) < {plan.epsilon!r}:"
    yield "        break"
    yield "    before = after"
