"""What a person made: frozen, saved, undone and shared. Nothing else is."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from gdviz.calculus.view.viewport import Viewport
from gdviz.document.attempt import Attempt

WHERE_ONE_LOOKS = ("panel", "panel_open", "sections")
"""Fields of a document that are saved but are no work: undo leaves them as they are."""
FINEST = 1e-9
"""The finest step of a slider, in parts of its range."""


class Panel(StrEnum):
    """The panel that is open beside the plot."""

    DERIVATIVE = "derivative"
    DESCENT = "descent"
    EXERCISES = "exercises"


@dataclass(frozen=True, slots=True)
class DescentSettings:
    """What a descent starts from.

    start: w₀; seed: the seed it was drawn from, or None if it was typed or dropped; rate: λ > 0;
    epsilon: ε > 0 of the lecture's rule; max_steps: 1 to 10⁷. optimiser: its name in the table, and
    those of its settings that are not the usual ones; schedule: of λ, as `read_schedule` reads it;
    noise: σ ≥ 0 of what is added to each slope, noise_seed: what it is drawn from. starts: where it
    was put on a function of several parameters, w₀ by variable; `start` is the first one's.
    """

    start: float = 5.0
    seed: int | None = None
    rate: float = 0.1
    epsilon: float = 0.01
    max_steps: int = 1000
    optimiser: str = "gd"
    settings: tuple[tuple[str, float], ...] = ()
    schedule: str = "constant"
    noise: float = 0.0
    noise_seed: int = 0
    starts: tuple[tuple[str, float], ...] = ()


class Ticks(StrEnum):
    """What the axes are counted in; automatic: in what suits the function."""

    AUTOMATIC = "automatic"
    DECIMAL = "decimal"
    PI = "pi"


class Side(StrEnum):
    """Whence Δx is played towards 0; from both sides in turn."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class SecantSettings:
    """The secant through x₀ and x₀ + Δx.

    delta_x: Δx ≠ 0; side: whence it is played towards 0; tens: whether it gets ten times smaller
    at each beat then, else half as large; zoom: whether the view is magnified along with it.
    """

    delta_x: float = 1.0
    side: Side = Side.RIGHT
    tens: bool = False
    zoom: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What is switched on in the plot.

    below: f′ and f″ are drawn in a plot of their own, under that of f; gap: f − f_l is shaded;
    trace: a point of the curve follows the pointer.
    arrows: what the next step of the descent is made of.
    breaks: marks of breaks, edges and corners of f; notable: zeros, extrema and inflections.
    """

    tangent: bool = True
    angle: bool = True
    derivative: bool = False
    second: bool = False
    iterates: bool = True
    iterate_tangent: bool = False
    secant: bool = False
    below: bool = False
    gap: bool = False
    trace: bool = False
    asymptotes: bool = True
    breaks: bool = True
    notable: bool = False
    arrows: bool = False

    @property
    def lower_plot(self) -> bool:
        """Whether there is a plot below, and something in it."""
        return self.below and (self.derivative or self.second)

    @property
    def marks(self) -> bool:
        """Whether marks of any kind are."""
        return self.asymptotes or self.breaks or self.notable


@dataclass(frozen=True, slots=True)
class Framing:
    """What the automatic view was chosen for; it keeps still while these are dragged.

    points: x₀, w₀ and, with a secant, x₀ + Δx; parameters: values of a, b …; starts: of a
    descent over several parameters, and what else of them is to be in view, by variable.
    """

    points: tuple[float, ...]
    parameters: tuple[tuple[str, float], ...]
    starts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ParameterRange:
    """The range of a parameter's slider. step: of the slider, 0 for one that fits the range."""

    name: str
    low: float
    high: float
    step: float = 0.0

    @property
    def is_proper(self) -> bool:
        """Whether a slider can have it: low < high, and a step that is neither too coarse nor
        too fine."""
        span = self.high - self.low
        return 0 < span < float("inf") and (not self.step or FINEST * span <= self.step <= span)


@dataclass(frozen=True, slots=True)
class Document:
    """The whole of a lecture's scene.

    text: the line as typed, also while it makes no sense; x0: where the tangent touches;
    viewport: None for the automatic view, which is chosen for the function and the framing (None
    for things as they stand); parameters: values of a, b …; ranges: those of sliders that were
    set; step: the iterate the descent stands at; speed: steps a second when it plays; sections:
    which of the derivative panel are unfolded; by: the variable of the partial derivative there;
    revealed: how many steps of the derivation are shown, None for all; settled: where x₀ and w₀
    were put for the line, nobody having put them anywhere: the next line has them at home again.
    """

    text: str = "L(w) = w^2 + 12"
    x0: float = 3.0
    viewport: Viewport | None = None
    framing: Framing | None = None
    equal_axes: bool = False
    ticks: Ticks = Ticks.AUTOMATIC
    parameters: tuple[tuple[str, float], ...] = ()
    ranges: tuple[ParameterRange, ...] = ()
    descent: DescentSettings = field(default_factory=DescentSettings)
    step: int = 0
    speed: float = 2.0
    shown: Shown = field(default_factory=Shown)
    secant: SecantSettings = field(default_factory=SecantSettings)
    panel: Panel = Panel.DESCENT
    panel_open: bool = True
    sections: tuple[str, ...] = ("derivation", "result")
    revealed: int | None = None
    by: str = ""
    log_loss: bool = False
    attempt: Attempt = field(default_factory=Attempt)
    settled: tuple[float, float] | None = None

    @property
    def present_framing(self) -> Framing:
        """What an automatic view would be chosen for as things stand."""
        second = (self.x0 + self.secant.delta_x,) if self.shown.secant else ()
        settings = self.descent
        return Framing((self.x0, settings.start, *second), self.parameters, settings.starts)

    def framed(self) -> "Document":
        """The same with the automatic view chosen for things as they stand."""
        return replace(self, framing=self.present_framing)

    def at_home(self) -> "Document":
        """The same with x₀ and w₀ at home, those that nobody has put elsewhere."""
        home, x0, start = Document(), self.x0, self.descent.start
        if self.settled is None:
            return self
        x0 = home.x0 if x0 == self.settled[0] else x0
        start = home.descent.start if start == self.settled[1] else start
        return replace(self, x0=x0, descent=replace(self.descent, start=start), settled=None)

    def settled_at(self, x0: float, start: float) -> "Document":
        """The same with x₀ and w₀ put for its line, as far as they are at home."""
        home = Document()
        x0 = x0 if self.x0 == home.x0 else self.x0
        start = start if self.descent.start == home.descent.start else self.descent.start
        descent = replace(self.descent, start=start)
        return replace(self, x0=x0, descent=descent, settled=(x0, start))

    def seen_like(self, other: "Document") -> "Document":
        """The same work, with the panel and the sections open that are open in the other one."""
        return replace(self, **{name: getattr(other, name) for name in WHERE_ONE_LOOKS})

    def with_text(self, text: str) -> "Document":
        """The same with another line, whose derivation is shown as a whole."""
        return replace(self, text=text, revealed=None)

    def started_anew(self) -> "Document":
        """The same where nobody has said yet where a descent in the plane starts."""
        return replace(self, descent=replace(self.descent, starts=()))

    def with_section(self, name: str, is_open: bool) -> "Document":
        """The same with a section of the derivative panel folded or unfolded."""
        others = tuple(other for other in self.sections if other != name)
        return replace(self, sections=(*others, name) if is_open else others)

    def with_parameter(self, name: str, value: float) -> "Document":
        """The same with one parameter set."""
        others = tuple(pair for pair in self.parameters if pair[0] != name)
        return replace(self, parameters=(*others, (name, value)))

    def with_range(self, chosen: ParameterRange) -> "Document":
        """The same with the range of one parameter's slider set."""
        others = tuple(other for other in self.ranges if other.name != chosen.name)
        return replace(self, ranges=(*others, chosen))
