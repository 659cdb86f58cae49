"""The descent: its rule in letters and in numbers, its iterates, and why it stopped."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.calculus.typesetting.markup import Markup
from gdviz.session.naming import LECTURE_NAMES, Names


@dataclass(frozen=True, slots=True)
class IterateRow:
    """A row of the table of iterates. second: the other parameter, of two; the gradient is then
    the length of the whole."""

    step: int
    point: str
    loss: str
    gradient: str
    change: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class SecondParameter:
    """What there is of the second of two parameters: its rule, the same with numbers, where it
    starts, what it and its iterates are called."""

    rule: Markup | None
    numbers: Markup | None
    start: float
    letter: str
    names: Names


@dataclass(frozen=True, slots=True, eq=False)
class DescentScene:
    """The descent panel and the transport bar.

    rule: w_{i+1} = w_i − λ·L′(w_i); numbers: the same with the current step's numbers; both None
    where the descent goes by another rule, which the panel writes out by itself;
    test: |ΔL| < ε with numbers. losses: shape (n,). total: number of the last step.
    letter, loss: what the parameter and the function are called: w, L; names: the iterates.
    second: of a function of two parameters.
    """

    rule: Markup | None
    numbers: Markup | None
    test: Markup | None
    losses: NDArray[np.float64]
    step: int
    total: int
    stop_reason: str
    warning: str
    trouble: str
    start: float
    rate: float
    epsilon: float
    letter: str = "w"
    loss: str = "L"
    names: Names = LECTURE_NAMES
    second: SecondParameter | None = None
