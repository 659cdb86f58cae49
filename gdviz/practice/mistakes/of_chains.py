"""Mistakes with functions of functions. Each function's docstring is what is made of (f(u))′."""

from gdviz.calculus.building import ONE, add, divide, multiply, negative, square
from gdviz.calculus.differentiation.derivation import raw_derivative
from gdviz.calculus.expression import Call, Expression, Power, Symbol, depends_on
from gdviz.practice.mistakes.mistake import Results, Site, mistake
from gdviz.practice.rederiving import at_inner, substituted


def _outer_slope(site: Site) -> Expression:
    return at_inner(site.step, site.slopes[0])


def inner_forgotten(site: Site) -> Results:
    """f′(u)"""
    if site.inside_chain:
        return ()
    if site.step.rule == "reciprocal":
        above, below = site.before.children()
        return (negative(divide(above, square(below))),)
    return (_outer_slope(site),)


def stopped_early(site: Site) -> Results:
    """f′(u) without u′, where f(u) is itself an inner function"""
    return (_outer_slope(site),) if site.inside_chain else ()


def of_the_derivative(site: Site) -> Results:
    """f(u′)"""
    step = site.step
    assert step.outer is not None
    assert step.letter is not None
    return (substituted(step.outer, step.letter, site.slopes[1]),)


def derived_inside(site: Site) -> Results:
    """f′(u′), and f′(u′)·u′"""
    step, inner = site.step, site.slopes[1]
    assert step.letter is not None
    outer = substituted(site.slopes[0], step.letter, inner)
    return outer, multiply(outer, inner)


def outer_not_derived(site: Site) -> Results:
    """f(u)·u′"""
    return (multiply(site.before, site.slopes[1]),)


def inner_alone(site: Site) -> Results:
    """u′"""
    return (site.slopes[1],)


def added(site: Site) -> Results:
    """f′(u) + u′"""
    return (add(_outer_slope(site), site.slopes[1]),)


def _constant_exponent(site: Site) -> Expression | None:
    """n where f(u) is uⁿ."""
    outer = site.step.outer
    if isinstance(outer, Power) and site.step.substeps[0].rule == "power":
        return outer.exponent
    return None


def power_of_slope(site: Site) -> Results:
    """(uⁿ)′ = (u′)ⁿ"""
    exponent = _constant_exponent(site)
    return () if exponent is None else (Power(site.slopes[1], exponent),)


def function_lost(site: Site) -> Results:
    """(uⁿ)′ = n·u′"""
    exponent = _constant_exponent(site)
    return () if exponent is None else (multiply(exponent, site.slopes[1]),)


def power_moved_inside(site: Site) -> Results:
    """(fⁿ(g))′ as if it were (f(gⁿ))′"""
    match site.before:
        case Power(Call(name, (argument,)), exponent):
            return (raw_derivative(Call(name, (Power(argument, exponent),)), site.step.variable),)
    return ()


def power_moved_outside(site: Site) -> Results:
    """(f(gⁿ))′ as if it were (fⁿ(g))′"""
    match site.before:
        case Call(name, (Power(base, exponent),)):
            return (raw_derivative(Power(Call(name, (base,)), exponent), site.step.variable),)
    return ()


def _outer_at_variable(site: Site) -> Results:
    """f′(x)

    Not where u is ax + b: what comes out then is likelier false algebra, sin 3x = 3 sin x.
    """
    step = site.step
    assert step.letter is not None
    if not depends_on(step.substeps[1].after, step.variable):
        return ()
    return (substituted(site.slopes[0], step.letter, Symbol(step.variable)),)


def outer_at_variable(site: Site) -> Results:
    """f′(x)·u′"""
    return tuple(multiply(slope, site.slopes[1]) for slope in _outer_at_variable(site))


def inner_function_lost(site: Site) -> Results:
    """f′(x)"""
    return _outer_at_variable(site)


def one_over_variable(site: Site) -> Results:
    """(ln u)′ = 1/x, and u′/x"""
    outer, variable = site.step.outer, Symbol(site.step.variable)
    if not isinstance(outer, Call) or outer.function not in ("ln", "log"):
        return ()
    return divide(ONE, variable), divide(site.slopes[1], variable)


CHAIN_MISTAKES = (
    mistake("inner-derivative-forgotten", "chain reciprocal", inner_forgotten),
    mistake("chain-stopped-early", "chain", stopped_early),
    mistake("logarithm-as-one-over-x", "chain", one_over_variable),
    mistake("outer-at-variable", "chain", outer_at_variable),
    mistake("power-of-the-derivative", "chain", power_of_slope),
    mistake("function-lost-under-power", "chain", function_lost),
    mistake("function-of-the-derivative", "chain", of_the_derivative),
    mistake("derived-inside", "chain", derived_inside),
    mistake("power-moved-inside", "chain", power_moved_inside),
    mistake("power-moved-outside", "chain", power_moved_outside),
    mistake("outer-not-derived", "chain", outer_not_derived),
    mistake("only-inner-derived", "chain", inner_alone),
    mistake("chain-added", "chain", added),
    mistake("inner-function-lost", "chain", inner_function_lost),
)
