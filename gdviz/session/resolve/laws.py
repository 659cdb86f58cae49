"""The laws behind the rules, as formulas: made by the very functions that apply them.

A composite rule is applied to letters f, g with derivatives f′, g′; an elementary one to u.
"""

from collections.abc import Callable

from gdviz.calculus.building import add, call, divide, multiply, negative, subtract
from gdviz.calculus.differentiation import elementary, rules
from gdviz.calculus.differentiation.derivation import Step
from gdviz.calculus.differentiation.elementary import ELEMENTARY
from gdviz.calculus.expression import Call, Constant, Expression, Power, Symbol
from gdviz.calculus.mean import Mean
from gdviz.calculus.typesetting.lettering import set_name
from gdviz.calculus.typesetting.markup import Fenced, Letter, Markup, Operator, Scripts, Upright
from gdviz.calculus.typesetting.notation import plain, primed, typeset
from gdviz.i18n import Translator
from gdviz.sentences.rules import RULES, TABLE_ENTRY
from gdviz.session.phrases import PRIME, chain, row

F, G, U, A, C, N = map(Symbol, "fguacn")
DF, DG, DU = (Symbol(letter + PRIME) for letter in "fgu")
EULER = Constant("e")

Law = tuple[Expression, Callable[[], Expression]]

LAWS: dict[str, Law] = {
    "constant": (C, rules.constant),
    "variable": (Symbol("x"), rules.variable),
    "negation": (negative(F), lambda: rules.negation(DF)),
    "sum": (add(F, G), lambda: rules.sum_of_terms((DF, DG))),
    "difference": (subtract(F, G), lambda: rules.sum_of_terms((DF, negative(DG)))),
    "product": (multiply(F, G), lambda: rules.product((F, G), (DF, DG))),
    "constant-multiple": (multiply(C, F), lambda: rules.constant_multiple(C, DF)),
    "constant-divisor": (divide(F, C), lambda: rules.constant_divisor(DF, C)),
    "quotient": (divide(F, G), lambda: rules.quotient(F, G, DF, DG)),
    "reciprocal": (divide(C, G), lambda: rules.reciprocal(C, G, DG)),
    "power": (Power(U, N), lambda: rules.power(U, N)),
    "natural-exponential": (Power(EULER, U), lambda: Power(EULER, U)),
    "exponential": (Power(A, U), lambda: rules.exponential(A, U)),
    "general-power": (Power(F, G), lambda: rules.general_power(F, G, DF, DG)),
    "minimum": (call("min", F, G), lambda: rules.minimum((F, G), (DF, DG))),
    "maximum": (call("max", F, G), lambda: rules.maximum((F, G), (DF, DG))),
    "logarithm": (call("log", A, U), lambda: elementary.logarithm_of_base(A, U)),
    "mean": (Mean(F), lambda: rules.mean(DF)),
    "root": (call("root", U, N), lambda: elementary.root(U, N, rules.lowered(N))),
}
"""What is derived, and what the rule makes of it."""


CONDITIONS: dict[str, tuple[str, str]] = {
    "sign": ("≠", "0"),
    "relu": ("≠", "0"),
    "abs": ("≠", "0"),
    "floor": ("∉", "ℤ"),
    "ceil": ("∉", "ℤ"),
}
"""Of functions that have values where they have no derivative: what u has to be."""


def is_conditioned(derived: Expression) -> bool:
    """Whether an entry of the table says for which u it holds."""
    return isinstance(derived, Call) and derived.function in CONDITIONS


def with_condition(equality: Markup, derived: Expression, letter: str) -> Markup:
    """(sign u)′ = 0, u ≠ 0: an entry of the table with what its argument has to be."""
    if not isinstance(derived, Call) or not is_conditioned(derived):
        return equality
    relation, bound = CONDITIONS[derived.function]
    return holds_where(equality, Letter(letter), Operator(relation), Upright(bound))


def holds_where(equality: Markup, *condition: Markup) -> Markup:
    """An equality, and for what it holds."""
    return row(equality, Operator(","), *condition)


def rule_name(step: Step, tr: Translator) -> str:
    """The name of the rule of a step: chain rule, product, table: derivative of sin."""
    if step.rule in RULES:
        return tr(RULES[step.rule])
    name = plain(typeset(_of_u(step.before), tr.language))
    return tr(TABLE_ENTRY, function=name)


def _of_u(entry: Expression) -> Expression:
    """sin u, √u, |u|: a function of one letter."""
    return (
        call(entry.function, U) if isinstance(entry, Call) and len(entry.arguments) == 1 else entry
    )


def chain_parts(
    functions: tuple[str, str], letters: tuple[str, str], parts: tuple[Markup, Markup]
) -> tuple[Markup, Markup]:
    """f(u) = tg u and u = g(x) = x². functions: f, g; letters: u, x; parts: tg u, x²."""
    (f, g), (u, x), (outer, inner) = functions, letters, parts
    of_u, of_x = (row(set_name(name), Fenced(set_name(at))) for name, at in ((f, u), (g, x)))
    return chain([of_u, outer]), chain([set_name(u), of_x, inner])


def is_law(step: Step) -> bool:
    """Whether the step is its own law: (sin u)′ = cos u."""
    return not step.substeps and _law(step)[0] == step.before


def law(step: Step, language: str, outer: str = "f", letter: str = "u") -> Markup:
    """(f·g)′ = f′·g + f·g′: the law of the rule that a step uses.

    outer, letter: f and u of a chain f(u).
    """
    if step.rule == "chain":
        return _chain_law(outer, letter)
    if step.rule in ("change-of-base", "root-as-power"):
        return chain([typeset(step.before, language), typeset(step.substeps[0].before, language)])
    left, right = _law(step)
    equality = chain([primed(typeset(left, language)), typeset(right, language)])
    return with_condition(equality, step.before, "u")


def _law(step: Step) -> tuple[Expression, Expression]:
    if step.rule in LAWS:
        left, right = LAWS[step.rule]
        return left, right()
    if isinstance(step.before, Call) and step.before.function in ELEMENTARY:
        name = step.before.function
        return call(name, U), ELEMENTARY[name].slope(U)
    return step.before, step.after


def _chain_law(name: str, letter: str) -> Markup:
    """(f(u))′ = f′(u)·u′"""
    of_u = Fenced(set_name(letter))
    whole = Scripts(Fenced(row(set_name(name), of_u)), upper=Upright(PRIME))
    outer, inner = row(set_name(name + PRIME), of_u), set_name(letter + PRIME)
    return chain([whole, row(outer, Operator("·"), inner)])
