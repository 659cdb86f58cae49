"""The panel of exercises, as data."""

from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup
from gdviz.session.scene import Message


@dataclass(frozen=True, slots=True)
class Remark:
    """Words, and under them formulas."""

    text: str
    formulas: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class ExercisesScene:
    """The question, the answer, and what is said of it.

    kind, difficulty: of what is set next. task: what is to be done. question: None where there is
    no function. caption: y′ = before the answer. messages: what is in the way of reading the
    answer, or could be read otherwise. verdict: "" until it is checked; tone: "right", "wrong" or
    "unsure". mistakes: what went wrong. more_hints: whether there are any left.
    """

    kind: str
    difficulty: int
    task: str
    question: Markup | None = None
    caption: Markup | None = None
    answer: str = ""
    preview: Markup | None = None
    messages: tuple[Message, ...] = ()
    can_check: bool = False
    verdict: str = ""
    tone: str = ""
    mistakes: tuple[Remark, ...] = ()
    hints: tuple[Remark, ...] = ()
    more_hints: bool = False
