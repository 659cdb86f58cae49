"""The derivative as a formula, and the rules that led to it."""

from functools import cache, lru_cache
from itertools import islice

from gdviz.calculus.differentiation.exceptions import conditions
from gdviz.calculus.expression import Expression, distinct, walk
from gdviz.calculus.normal import tidy
from gdviz.calculus.typesetting.abridgement import ELLIPSIS
from gdviz.calculus.typesetting.markup import Markup, Operator
from gdviz.calculus.typesetting.notation import typeset, typeset_formula
from gdviz.calculus.unevaluated import Derivative
from gdviz.i18n import Translator
from gdviz.practice.rederiving import substituted
from gdviz.session.analysis import Analysis
from gdviz.session.derivation_scene import DerivativeScene, Lighting, StepRow
from gdviz.session.phrases import chain, row
from gdviz.session.resolve.assembly import assembled
from gdviz.session.resolve.domain_of_derivative import no_derivative, with_conditions
from gdviz.session.resolve.laws import chain_parts, is_conditioned, is_law, law, rule_name
from gdviz.session.steps import Place, functions_of

MOST_NODES, DEEPEST = 120, 20
"""Of an expression that is written out in a step, and how deep it may be nested: more of it nobody
reads in a panel, and to lay out the steps of 55 nested sines would hold the window."""
MOST_TO_TIDY = 400
"""Of one that is tidied for it."""
KEPT = 64
UNMARKED = "x"
"""The variable that a derivative is written without: (x²)′, but (tg u)′ with a u below."""
EQUALS = Operator("=")


def derivative_scene(analysis: Analysis, tr: Translator) -> DerivativeScene:
    """f, f′ in its tidy form, and every step on the way."""
    formula, language = analysis.formula, tr.language
    steps = analysis.steps

    @cache
    def row_of(index: int) -> StepRow:
        return _row(steps[index], analysis, tr)

    equality = chain([analysis.derivative_name, typeset(analysis.tidy_derivative, language)])
    is_nowhere = analysis.is_defined_nowhere
    is_partial = analysis.derived_by is not None  # its conditions are those of another letter too
    found = () if is_nowhere or is_partial else conditions(analysis.function)
    return DerivativeScene(
        function=typeset_formula(formula, language),
        derivative=with_conditions(equality, found, language),
        nothing=no_derivative(formula, tr) if is_nowhere else "",
        depths=tuple(place.depth for place in steps),
        row=row_of,
    )


def _row(place: Place, analysis: Analysis, tr: Translator) -> StepRow:
    step, language = place.step, tr.language
    outer, inner = _named(place, analysis, language) if step.rule == "chain" else (None, None)
    letters = functions_of(place, analysis.chain_letters)[0], place.letter
    formula = _equated(_asked(place), _result(place), language)
    is_said = is_law(step) and not is_conditioned(step.before)
    return StepRow(
        rule=rule_name(step, tr),
        law=formula if is_said else law(step, language, *letters),
        formula=formula,
        setup=_equated(_asked(place), _set_up(place), language) if step.substeps else None,
        outcome=_outcome(place, language) if step.substeps else None,
        outer=outer,
        inner=inner,
        lighting=_lighting(place),
    )


def _equated(left: Expression, right: Expression, language: str) -> Markup:
    return chain([_set(left, language), _set(right, language)])


def _set(expression: Expression, language: str) -> Markup:
    """On paper; an ellipsis for what is too long to be read."""
    is_readable = is_short(expression, MOST_NODES) and _depth(expression) <= DEEPEST
    return typeset(expression, language) if is_readable else ELLIPSIS


def _depth(expression: Expression) -> int:
    """How deep its parts are nested, 0 for a letter."""
    depths: dict[Expression, int] = {}
    for node in distinct(expression):
        depths[node] = max((depths[child] + 1 for child in node.children()), default=0)
    return depths[expression]


def is_short(expression: Expression, most: int) -> bool:
    """Whether it has at most so many nodes, shared ones counted as often as they stand."""
    return sum(1 for _ in islice(walk(expression), most + 1)) <= most


@lru_cache(maxsize=KEPT)
def _tidied(expression: Expression) -> Expression:
    """A part's derivative is shown by its own step and in that of the whole."""
    return tidy(expression) if is_short(expression, MOST_TO_TIDY) else expression


def _named(place: Place, analysis: Analysis, language: str) -> tuple[Markup, Markup]:
    """f(u) = tg u, and u = g(x) = x²"""
    letters = place.letter, analysis.variable
    parts = _set(place.outer, language), _set(place.inner, language)
    return chain_parts(functions_of(place, analysis.chain_letters), letters, parts)


def _asked(place: Place) -> Expression:
    """(f)′, not worked out yet."""
    return Derivative(place.node, place.letter if place.chain else UNMARKED)


def _result(place: Place) -> Expression:
    """f′ of a step, tidy, in the letter it has here."""
    after = place.step.after if place.chain is None else place.chain.in_letter(place.step.after)
    return _tidied(after)


def _set_up(place: Place) -> Expression:
    """The rule applied, the derivatives of the parts still to be worked out."""
    if place.step.rule == "chain":
        asked = [Derivative(place.outer, place.letter), Derivative(place.inner, UNMARKED)]
    else:
        asked = [Derivative(substep.before, UNMARKED) for substep in place.step.substeps]
    return assembled(place.step, asked)


def _outcome(place: Place, language: str) -> Markup:
    """= the rule with the derivatives of the parts put in = the same tidied."""
    slopes = [_tidied(substep.after) for substep in place.step.substeps]
    if place.step.rule == "chain" and place.step.letter is not None:
        slopes[0] = substituted(slopes[0], place.step.letter, place.inner)
    forms = dict.fromkeys((assembled(place.step, slopes), _result(place)))
    return row(EQUALS, chain([_set(form, language) for form in forms]))


def _lighting(place: Place) -> Lighting:
    """A chain shows what u is; of f′(u) everything but u lights up."""
    if place.step.rule == "chain":
        return Lighting(place.parts, (place.inner,), is_chain=True)
    if place.chain is not None:
        return Lighting(place.parts, (place.chain.inner,))
    return Lighting(place.parts)
