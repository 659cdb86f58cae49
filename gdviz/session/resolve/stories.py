"""Chains of equalities about a derivative: tidying, other forms, other ways, proofs."""

from collections.abc import Callable, Iterable, Mapping

from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.differentiation.proofs import Proof, in_letters, proofs
from gdviz.calculus.differentiation.routes import AS_TYPED, Route, routes
from gdviz.calculus.expression import Expression, Symbol
from gdviz.calculus.normal import tidy
from gdviz.calculus.rewriting.forms import other_forms
from gdviz.calculus.rewriting.line import Line
from gdviz.calculus.rewriting.stages import simplification
from gdviz.calculus.typesetting.markup import Letter, Operator
from gdviz.calculus.typesetting.notation import (
    function_letter,
    function_name,
    plain,
    typeset,
)
from gdviz.calculus.unevaluated import Derivative
from gdviz.i18n import N_, Translator
from gdviz.sentences.derivations import (
    METHODS,
    PROOF_OF_RULE,
    REASONS,
    ROUTES,
    TRANSFORMATIONS,
)
from gdviz.session.analysis import Analysis
from gdviz.session.derivation_scene import Story, StoryLine
from gdviz.session.phrases import chain, row
from gdviz.session.resolve.assembly import assembled
from gdviz.session.resolve.domain_of_derivative import no_derivative
from gdviz.session.resolve.laws import rule_name

EQUALS = Operator("=")


def tidying(analysis: Analysis, tr: Translator) -> tuple[Story, ...]:
    """From the derivative as the rules give it to the tidy form; () if nothing was to be done."""
    lines = simplification(analysis.derivation.after)
    if len(lines) < 2:
        return ()
    first = chain([analysis.derivative_name, typeset(lines[0].expression, tr.language)])
    return (Story("", (StoryLine(first), *_members(lines[1:], TRANSFORMATIONS, tr))),)


def forms(analysis: Analysis, tr: Translator) -> tuple[Story, ...]:
    """Other forms of the tidy derivative: σ′ = σ(1 − σ)."""
    formula = analysis.formula
    name = Symbol(formula.name or plain(function_letter(formula)))
    found = other_forms(formula.body, analysis.variable, name)
    return tuple(_form(analysis, lines, tr) for lines in found)


def _form(analysis: Analysis, lines: tuple[Line, ...], tr: Translator) -> Story:
    first = chain([analysis.derivative_name, typeset(lines[0].expression, tr.language)])
    return Story("", (StoryLine(first), *_members(lines[1:], TRANSFORMATIONS, tr)))


def other_ways(analysis: Analysis, tr: Translator) -> tuple[Story, ...]:
    """The function written otherwise, and derived in that form; the typed way comes first."""
    found = routes(analysis.formula.body, analysis.variable)
    return tuple(_way(analysis, route, tr) for route in found) if len(found) > 1 else ()


def _way(analysis: Analysis, route: Route, tr: Translator) -> Story:
    language, formula = tr.language, analysis.formula
    lines = []
    if route.name != AS_TYPED:
        written = typeset(route.rewritten, language)
        lines.append(StoryLine(chain([function_name(formula), written])))
    steps = dict.fromkeys((_set_up(route.step), *_raw_and_tidy(route.step)))
    first, *others = [typeset(form, language) for form in steps]
    lines.append(StoryLine(chain([analysis.derivative_name, first])))
    lines += [StoryLine(row(EQUALS, form)) for form in others]
    return Story(tr(ROUTES[route.name]), tuple(lines))


def _set_up(step: Step) -> Expression:
    """The rule of the whole applied, the derivatives of its parts still to be worked out."""
    asked = [Derivative(part.before, _by(part, step)) for part in step.substeps]
    return assembled(step, asked)


def _by(part: Step, step: Step) -> str:
    """The letter below a derivative: that of f′(u), none otherwise."""
    return part.variable if part.variable != step.variable else "x"


def _raw_and_tidy(step: Step) -> tuple[Expression, Expression]:
    return step.after, tidy(step.after)


def proof(analysis: Analysis, tr: Translator) -> tuple[Story, ...]:
    """Why the table is right, where the whole function is an entry of it; else why its rules are.

    The rules come as they stand in the derivation, the whole function's first, each once.
    """
    whole = analysis.derivation
    if not whole.substeps:
        return tuple(_proof(found, tr(METHODS[found.method]), tr) for found in proofs(whole.rule))
    outer, inner = analysis.chain_letters
    return tuple(
        _proof(in_letters(found, {"f": outer, "g": inner}), _title_of(step, found, tr), tr)
        if step.rule == "chain"
        else _proof(found, _title_of(step, found, tr), tr)
        for step in _by_rule(whole)
        for found in proofs(step.rule)
    )


def _title_of(step: Step, found: Proof, tr: Translator) -> str:
    return tr(PROOF_OF_RULE, rule=rule_name(step, tr), method=tr(METHODS[found.method]))


def _by_rule(whole: Step) -> list[Step]:
    """The steps that have parts, each before its parts; the first one of each rule."""
    found: dict[str, Step] = {}
    seen: set[Step] = set()
    waiting = [whole]
    while waiting:
        step = waiting.pop()
        if step.substeps and step not in seen:
            seen.add(step)
            found.setdefault(step.rule, step)
            waiting += reversed(step.substeps)
    return list(found.values())


def _proof(found: Proof, title: str, tr: Translator) -> Story:
    language = tr.language
    where = [
        StoryLine(chain([Letter(letter), typeset(meaning, language)]))
        for letter, meaning in found.where
    ]
    first = StoryLine(typeset(found.lines[0].expression, language))
    others = _members(found.lines[1:], REASONS, tr)
    return Story(title, (*where, first, *others))


def _members(
    lines: Iterable[Line], reasons: Mapping[str, str], tr: Translator
) -> tuple[StoryLine, ...]:
    """= the next form, and why."""
    return tuple(
        StoryLine(
            row(EQUALS, typeset(line.expression, tr.language)), tr(reasons.get(line.reason, ""))
        )
        for line in lines
    )


def told(name: str, analysis: Analysis, tr: Translator) -> tuple[Story, ...]:
    """What a section tells; where there is nothing, a sentence that says so."""
    if analysis.is_defined_nowhere:
        return (Story("", (), no_derivative(analysis.formula, tr)),)
    return TELLERS[name](analysis, tr) or (Story("", (), tr(NOTHING[name])),)


TELLERS: dict[str, Callable[[Analysis, Translator], tuple[Story, ...]]] = {
    "proof": proof,
    "tidying": tidying,
    "forms": forms,
    "ways": other_ways,
}
"""By the name of the section that tells them."""

NOTHING: dict[str, str] = {
    "proof": N_("There is no proof here."),
    "tidying": N_("The rules give the tidy form at once."),
    "forms": N_("No other form of the derivative is known."),
    "ways": N_("There is no other way that is worth a look."),
}
"""What is said where there is nothing to tell."""
