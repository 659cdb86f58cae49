"""The editor: the line as it was typed and read, and the sliders of its letters."""

from dataclasses import dataclass

from gdviz.calculus.typesetting.markup import Markup


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence about a place in the typed line. `alternative` rewrites the line when chosen."""

    position: int
    length: int
    text: str
    hint: str = ""
    alternative: str | None = None
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class ParameterSlider:
    """A letter that is not a variable, with its value and the range of its slider.

    step: of the slider, 0 for one that fits the range.
    """

    name: str
    value: float
    low: float
    high: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class EditorScene:
    """The line as typed, how it was read, and what is to be said about it."""

    text: str
    preview: Markup | None
    messages: tuple[Message, ...] = ()
    parameters: tuple[ParameterSlider, ...] = ()
    variables: tuple[str, ...] = ("x",)
    name: str = "f"
