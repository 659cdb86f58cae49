"""The steps of a derivation at x₀: values, slopes, and chains with the theorem's condition.

If g is differentiable at x₀ and f at u₀ = g(x₀), then y = f(g(x)) is at x₀, and
y′(x₀) = f′(u₀)·g′(x₀). Where either is not, the theorem says nothing: y may have a derivative all
the same.
"""

from functools import cache

from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.expression import Expression
from gdviz.calculus.kinks import ROUNDINGS, Kink, kinks
from gdviz.calculus.local import LocalSlope
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import Markup
from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.numerals import equation, significant
from gdviz.session.analysis import Analysis
from gdviz.session.derivation_scene import ChainPicture, Link, StepNumbers, StepsAtPoint
from gdviz.session.phrases import PRIME
from gdviz.session.resolve.readout import NO_VALUE, slope_reason
from gdviz.session.steps import Place, functions_of, results

RESULTS = ("y", "z", "f")
"""What the whole function's value is called: the first that means nothing else."""


class LocalSteps:
    """The steps of one function, compiled when they are first asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._steps = analysis.steps
        taken = {analysis.variable, *analysis.parameters, *(p.letter for p in self._steps)}
        whole = next((name for name in RESULTS if name not in taken), RESULTS[-1])
        self._results = results(self._steps, whole)
        self._functions: dict[tuple[Expression, str], Differentiable] = {}

    def at(self, x0: float, tr: Translator) -> StepsAtPoint:
        """All of them at a point."""

        @cache
        def numbers(index: int) -> StepNumbers:
            return _numbers(self._local(self._steps[index], x0))

        @cache
        def chain(index: int) -> ChainPicture | None:
            place = self._steps[index]
            return self._picture(place, x0, tr) if place.step.rule == "chain" else None

        return StepsAtPoint(x0, numbers, chain)

    def _local(self, place: Place, x0: float) -> LocalSlope | None:
        """A step at x₀; f′(u) of a chain at u₀, None where there is no u₀."""
        if place.chain is None:
            return self._function(place.node, self.analysis.variable).at(x0)
        return self._outer(place.chain, x0)

    def _outer(self, place: Place, x0: float) -> LocalSlope | None:
        inner = self._function(place.inner, self.analysis.variable).at(x0)
        if inner.value is None:
            return None
        u0 = self._without_rounding(place, inner.value, abs(x0 * (inner.slope or 0.0)))
        return self._function(place.outer, place.letter).at(u0)

    def _function(self, body: Expression, variable: str) -> Differentiable:
        key = (body, variable)
        if key not in self._functions:
            self._functions[key] = Differentiable(body, variable, self.analysis.parameters)
        return self._functions[key]

    def _without_rounding(self, place: Place, u0: float, size: float) -> float:
        """u₀, or the kink of f that it misses by rounding alone: sin x is not 0 at float64's π."""
        for kink in kinks(place.outer, place.letter):
            exact = u0 - self._distance(kink, place.letter, u0)
            if abs(exact - u0) <= ROUNDINGS * (abs(u0) + size):
                return exact
        return u0

    def _distance(self, kink: Kink, letter: str, u0: float) -> float:
        """From the kink to u₀, along u."""
        forms = [kink.distance, raw_derivative(kink.distance, letter)]
        found = compile_functions(forms, [letter], self.analysis.parameters)(u0)
        distance, rate = map(float, found)
        if kink.at_integers:
            distance -= round(distance)
        return distance / rate if rate else float("inf")

    def _picture(self, place: Place, x0: float, tr: Translator) -> ChainPicture:
        variable = self.analysis.variable
        inner = self._function(place.inner, variable).at(x0)
        outer, whole = self._outer(place, x0), self._function(place.node, variable).at(x0)
        names, (f, g) = self.analysis.names, functions_of(place, self.analysis.chain_letters)
        result = self._results[place]
        holds = inner.slope is not None and outer is not None and outer.slope is not None
        u0 = names.at(place.letter)
        told = _condition(f, _at(u0, outer.x), outer, tr) if outer is not None else ""
        return ChainPicture(
            letters=(variable, place.letter, result),
            names=(names.point, u0, names.at(result)),
            values=(significant(x0), _written(inner.value), _written(whole.value)),
            inner=Link(g, inner.slope, _condition(g, _at(names.point, x0), inner, tr)),
            outer=Link(f, outer.slope if outer is not None else None, told),
            slope=whole.slope,
            told="" if holds else _what_follows(whole, result, tr),
        )


def _at(name: Markup, value: float) -> str:
    """u₀ = 1.44"""
    return equation(plain(name), value)


def _numbers(local: LocalSlope | None) -> StepNumbers:
    if local is None:
        return StepNumbers(NO_VALUE, NO_VALUE)
    return StepNumbers(_written(local.value), _written(local.slope))


def _written(number: float | None) -> str:
    return NO_VALUE if number is None else significant(number)


def _condition(name: str, point: str, local: LocalSlope, tr: Translator) -> str:
    """Whether one of the two functions is differentiable where it has to be, and why not."""
    function = plain(set_name(name))
    if local.slope is not None:
        return tr("{function} is differentiable at {point}", function=function, point=point)
    return tr(
        "{function} at {point}: {reason}",
        function=function,
        point=point,
        reason=slope_reason(local, tr),
    )


def _what_follows(whole: LocalSlope, name: str, tr: Translator) -> str:
    if whole.slope is not None:
        slope = equation(plain(set_name(name + PRIME)), whole.slope)
        return tr("The theorem says nothing here, and yet {slope}.", slope=slope)
    return tr("The theorem says nothing here, and there is no derivative.")
