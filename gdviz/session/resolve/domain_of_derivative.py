"""f′ beside what x has to be for its formula to hold: f′(x) = 0, x ≠ 0."""

from collections.abc import Sequence

from gdviz.calculus.differentiation.exceptions import Condition, Relation
from gdviz.calculus.formula import Formula
from gdviz.calculus.typesetting.markup import Markup, Operator, Row, Upright
from gdviz.calculus.typesetting.notation import function_letter, plain, typeset
from gdviz.i18n import N_, Translator

INTEGERS = Upright("ℤ")
NOWHERE = N_("{name} is defined nowhere: it has no derivative.")


def with_conditions(equality: Markup, conditions: Sequence[Condition], language: str) -> Markup:
    """The equality with a comma and what has to hold; itself where nothing has to."""
    pieces = list(equality.pieces) if isinstance(equality, Row) else [equality]
    for condition in conditions:
        pieces += [Operator(","), *written(condition, language)]
    return Row(tuple(pieces)) if conditions else equality


def written(condition: Condition, language: str) -> tuple[Markup, Markup, Markup]:
    """x ≠ 0, x > −1, 2x ∉ ℤ"""
    is_integer = condition.relation is Relation.NO_INTEGER
    right = INTEGERS if is_integer else typeset(condition.right, language)
    return typeset(condition.left, language), Operator(condition.relation), right


def no_derivative(formula: Formula, tr: Translator) -> str:
    """What is said of a function that has no value anywhere."""
    return tr(NOWHERE, name=plain(function_letter(formula)))
