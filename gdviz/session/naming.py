"""What points and functions are called beside a function: in one picture no two have one name.

The point where the tangent touches is called after the variable: x₀, t₀. A descent numbers its
iterates w₀, w₁ … as the lecture does; of another letter the index stands above, x⁽⁰⁾, x⁽¹⁾ …,
because x₀ is where the tangent touches. In a function of w, where w₀ is the start of the descent,
the tangent touches at w.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gdviz.calculus.formula import Formula
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import Fenced, Letter, Markup, Operator, Scripts, Upright
from gdviz.calculus.typesetting.notation import function_letter, plain
from gdviz.session.phrases import row

PARAMETER = "w"
"""What the lecture descends on."""
DELTA, ZERO = Upright("Δ"), Upright("0")
OUTER, INNER = ("f", "φ", "F", "Φ"), ("g", "ψ", "G")
"""What f and g of f(g(x)) are called: the first that means nothing else. Never h, which is what x
grows by in the proofs of the rules."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of points on the axis of a variable."""

    variable: str = "x"

    @property
    def letter(self) -> Markup:
        """The variable itself: x, w₁, θ."""
        return set_name(self.variable)

    @property
    def point(self) -> Markup:
        """Where the tangent touches: x₀."""
        return self.at(self.variable)

    def at(self, letter: str) -> Markup:
        """The value of another letter there: u₀ beside x₀, u beside w."""
        name = set_name(letter)
        return name if self.variable == PARAMETER else _indexed(name, ZERO)

    @property
    def step(self) -> Markup:
        """Δx"""
        return row(DELTA, self.letter)

    @property
    def second(self) -> Markup:
        """The second point of a secant: x₀ + Δx."""
        return row(self.point, Operator("+"), self.step)

    def iterate(self, index: Markup) -> Markup:
        """wᵢ, x⁽ⁱ⁾"""
        if self.variable == PARAMETER:
            return _indexed(self.letter, index)
        base, lower = _parted(self.letter)
        return Scripts(base, upper=Fenced(index), lower=lower)

    @property
    def start(self) -> Markup:
        """Where a descent starts: w₀, x⁽⁰⁾."""
        return self.iterate(ZERO)


USUAL_NAME: Markup = Letter("f")
"""Of a function that the line gives no name."""
USUAL_NAMES = Names()
"""Of points where there is no line."""
LECTURE_NAMES = Names(PARAMETER)
"""The same on the axis that the lecture descends on."""


def _indexed(name: Markup, index: Markup) -> Markup:
    """x₀; of w₁ it is w₁,₀."""
    base, lower = _parted(name)
    return Scripts(base, lower=index if lower is None else row(lower, Upright(","), index))


def _parted(name: Markup) -> tuple[Markup, Markup | None]:
    return (name.base, name.lower) if isinstance(name, Scripts) else (name, None)


def chain_letters(formula: Formula) -> tuple[str, str]:
    """What f and g are called in f(g(x)) where the whole function may be called f itself."""
    taken = {plain(function_letter(formula)), *formula.variables, *formula.parameters}
    outer = _free(OUTER, taken)
    return outer, _free(INNER, taken | {outer})


def at_level(letter: str, level: int) -> str:
    """f in a chain, f₁ and f₂ in chains inside it: each is another function."""
    return f"{letter}_{level}" if level else letter


def _free(letters: Sequence[str], taken: set[str]) -> str:
    return next((letter for letter in letters if letter not in taken), letters[0])
