"""Every classic mistake, made at every step where it can be made, is found and named."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.evaluation import compile_functions
from gdviz.calculus.normal import tidy
from gdviz.calculus.parser import parse
from gdviz.i18n import LANGUAGES, Translator
from gdviz.practice.comparison import Verdict, compare
from gdviz.practice.diagnosis import diagnose
from gdviz.practice.marking import Exam, mark, read_answer
from gdviz.practice.mistakes import MISTAKES, Site
from gdviz.practice.places import places_of
from gdviz.practice.rederiving import WAYS, Rederivation
from gdviz.practice.slips import slipped, slips
from gdviz.practice.telling import mistake_sentences, verdict_sentence
from gdviz.sentences import practice, sentence
from gdviz.sentences.rules import RULES
from tests.practice.sample import exercises

OTHER_PLACES = np.concatenate([np.linspace(-6.01, 6.02, 97), np.linspace(0.02, 0.97, 41)])


def same_function(one, other, body):
    """Judged at places that the diagnosis knows nothing of."""
    values = np.array(compile_functions([one, other, body], ["x"])(OTHER_PLACES))
    first, second, _ = values[:, np.isfinite(values).all(axis=0)]
    return first.size > 0 and np.allclose(first, second, rtol=1e-6, atol=1e-9)


def marked(question, answer):
    formula = parse(question)
    (variable, *_) = formula.variables
    return mark(formula.body, variable, read_answer(answer, formula).body)


@settings(max_examples=60)
@given(exercises(), st.data())
def test_a_mistake_made_anywhere_is_wrong_and_is_named(task, data):
    whole = derive(task.body, "x")
    made = data.draw(st.sampled_from(list(slips(whole))))
    answer = slipped(whole, made)
    places = places_of([task.body, whole.after], "x", {})
    found = Exam(whole).mark(answer)
    if compare(answer, whole.after, places).verdict is not Verdict.WRONG:
        assert found.diagnosis is None
        return
    assert found.verdict is Verdict.WRONG
    assert found.diagnosis is not None
    if found.diagnosis.mistake == made.mistake.id:
        return
    # Another mistake that comes to the same was named.
    if found.diagnosis.slips:
        assert same_function(slipped(whole, *found.diagnosis.slips), answer, task.body)


@given(exercises(), st.data())
def test_tidying_a_wrong_answer_hides_nothing(task, data):
    whole = derive(task.body, "x")
    made = data.draw(st.sampled_from(list(slips(whole))))
    answer = slipped(whole, made)
    raw, tidied = mark(task.body, "x", answer), mark(task.body, "x", tidy(answer))
    assert (raw.verdict, _name(raw)) == (tidied.verdict, _name(tidied)) or (
        "domain-too-small" in (_name(raw), _name(tidied))
    )


def _name(found):
    return found.diagnosis.mistake if found.diagnosis else None


@settings(max_examples=15)
@given(exercises())
def test_every_mistake_that_can_be_made_is_found(task):
    """All of them at one exercise, by the search alone."""
    whole = derive(task.body, "x")
    places = places_of([task.body, whole.after], "x", {})
    for made in slips(whole):
        answer = slipped(whole, made)
        found = compare(answer, whole.after, places)
        if found.verdict is Verdict.WRONG and not found.nowhere:
            assert diagnose(answer, whole, {}) is not None, made.mistake.id


@given(exercises())
def test_going_through_a_derivation_again_changes_nothing(task):
    whole = derive(task.body, "x")

    def as_it_is(step, slopes):
        return WAYS[step.rule](step, slopes) if step.substeps else step.after

    again = Rederivation({id(whole): as_it_is}).slope(whole)
    assert same_function(again, whole.after, task.body)


CLASSIC = [
    ("tg x^2", "1/cos^2 x^2", "inner-derivative-forgotten", "chain"),
    ("tg x^2", "2x/cos^2 x", "outer-at-variable", "chain"),
    ("e^(x^2)", "2x e^x", "outer-at-variable", "chain"),
    ("(x^2 + 1)^3", "6x^3", "outer-at-variable", "chain"),
    ("x tg x^2", "tg x^2 + 2x^2/cos^2 x", "outer-at-variable", "chain"),
    ("tg x^2", "1/cos^2 x", "inner-function-lost", "chain"),
    ("tg x^2", "2x/cos x^2", "tangent-without-square", "tangent"),
    ("tg x^2", "2 tg x/cos^2 x", "power-moved-outside", "chain"),
    ("sin^2 x", "2x cos x^2", "power-moved-inside", "chain"),
    ("sin^2 x", "cos^2 x", "power-of-the-derivative", "chain"),
    ("sin^2 x", "2cos x", "function-lost-under-power", "chain"),
    ("sin^3 2x", "3 sin^2 2x cos 2x", "chain-stopped-early", "chain"),
    ("sin x^3", "sin 3x^2", "function-of-the-derivative", "chain"),
    ("sin x^3", "cos 3x^2", "derived-inside", "chain"),
    ("sin x^3", "3x^2 sin x^3", "outer-not-derived", "chain"),
    ("sin x^3", "cos x^3 + 3x^2", "chain-added", "chain"),
    ("ln(x^2 + 1)", "1/x", "logarithm-as-one-over-x", "chain"),
    ("x sin x", "cos x", "product-of-derivatives", "product"),
    ("x sin x", "sin x", "product-term-lost", "product"),
    ("x sin x", "sin x - x cos x", "product-minus", "product"),
    ("x^2 sin x", "2x + cos x", "product-as-sum", "product"),
    ("sin x/x", "cos x", "quotient-of-derivatives", "quotient"),
    ("sin x/x", "(sin x - x cos x)/x^2", "quotient-turned", "quotient"),
    ("sin x/x", "(x cos x - sin x)/x", "quotient-without-square", "quotient"),
    ("sin x/x", "x cos x - sin x", "quotient-without-denominator", "quotient"),
    ("sin x/x", "(x cos x + sin x)/x^2", "quotient-plus", "quotient"),
    ("1/(x^2 + 1)", "2x/(x^2 + 1)^2", "quotient-turned", "reciprocal"),
    ("1/(x^2 + 1)", "-1/(x^2 + 1)^2", "inner-derivative-forgotten", "reciprocal"),
    ("x^5", "5x^5", "power-not-lowered", "power"),
    ("x^5", "x^4", "exponent-not-brought-down", "power"),
    ("x^-2", "-2/x", "exponent-raised", "power"),
    ("x^5", "4x^4", "lowered-exponent-in-front", "power"),
    ("x^5", "x^5 ln x", "exponential-rule-on-power", "power"),
    ("x^5", "x^6/6", "integrated-instead", "power"),
    ("3x^5", "x^6/2", "integrated-instead", "power"),
    ("√x", "1/√x", "root-half-forgotten", "square-root"),
    ("x^2 + 5", "2x + 5", "constant-kept", "constant"),
    ("x^2 + 5", "2x + 1", "constant-becomes-one", "constant"),
    ("3x^2", "2x", "constant-factor-lost", "constant-multiple"),
    ("x^2/3", "2x", "constant-factor-lost", "constant-divisor"),
    ("x^2 - x^3", "2x + 3x^2", "sign-in-sum-turned", "difference"),
    ("2^x", "2^x", "logarithm-of-base-forgotten", "exponential"),
    ("2^x", "x*2^(x-1)", "power-rule-on-exponential", "exponential"),
    ("e^x", "x e^(x-1)", "power-rule-on-exponential", "natural-exponential"),
    ("x^x", "x x^(x-1)", "power-rule-on-exponential", "general-power"),
    ("log_2 x", "1/x", "logarithm-base-forgotten", "logarithm"),
    ("cos x", "sin x", "sign-of-cosine", "cosine"),
    ("cos 3x", "3 sin 3x", "sign-of-cosine", "cosine"),
    ("sin x", "-cos x", "sign-of-sine", "sine"),
    ("ctg x", "1/sin^2 x", "sign-of-cotangent", "cotangent"),
    ("tg x", "1/sin^2 x", "tangent-mixed-up", "tangent"),
    ("arctg x", "1/√(1 + x^2)", "arctangent-as-arcsine", "arc-tangent"),
    ("arctg x", "1/(1 - x^2)", "arctangent-sign-inside", "arc-tangent"),
    ("arcsin x", "1/(1 - x^2)", "arcsine-root-forgotten", "arc-sine"),
    ("arcsin x", "1/(1 + x^2)", "arcsine-as-arctangent", "arc-sine"),
    ("arctg x", "-1/sin^2 x", "inverse-as-reciprocal", "arc-tangent"),
]


@pytest.mark.parametrize(("question", "answer", "mistake", "rule"), CLASSIC)
def test_classic_mistakes(question, answer, mistake, rule):
    found = marked(question, answer)
    assert found.verdict is Verdict.WRONG
    assert found.diagnosis is not None
    assert found.diagnosis.mistake == mistake
    assert found.diagnosis.slips[0].step.rule == rule


WHOLE = [
    ("x^2 + 1", "x^2 + 1", "not-derived"),
    ("x sin x", "-sin x - x cos x", "wrong-sign"),
    ("x sin x", "2cos x - x sin x", "derived-twice"),
    ("ln x + cos x", "x ln x - x + sin x", "integrated-instead"),
    ("sin x", "7 cos x", "wrong-factor"),
    ("sin x", "cos x + 7", "wrong-term"),
    ("sin x", "cos t", "other-letter"),
    ("|x|", "x/(√x)^2", "domain-too-small"),
    ("x^2", "√(-1 - x^2)", "no-values"),
]


@pytest.mark.parametrize(("question", "answer", "mistake"), WHOLE)
def test_mistakes_of_the_whole(question, answer, mistake):
    found = marked(question, answer)
    assert found.verdict is Verdict.WRONG
    assert found.diagnosis is not None
    assert found.diagnosis.mistake == mistake
    assert found.diagnosis.slips == ()


def test_two_mistakes_at_once():
    found = marked("cos 3x", "sin 3x")
    assert found.diagnosis is not None
    names = [slip.mistake.id for slip in found.diagnosis.slips]
    assert names == ["inner-derivative-forgotten", "sign-of-cosine"]


@pytest.mark.parametrize(
    ("question", "answer", "law", "slip"),
    [
        ("(x+1)^2 sin x", "2x sin x - (x^2+1) cos x", "power-of-sum", "product-minus"),
        ("sin x sqrt(x^2+9)", "cos x (x+3) - sin x", "root-of-sum", "product-minus"),
        ("cos x sqrt(x^2+9)", "sin x (x+3) + cos x", "root-of-sum", "sign-of-cosine"),
    ],
)
def test_false_algebra_and_a_slip_besides(question, answer, law, slip):
    found = marked(question, answer)
    assert found.diagnosis is not None
    assert found.diagnosis.mistake == law
    assert found.diagnosis.equality is not None
    assert [each.mistake.id for each in found.diagnosis.further] == [slip]
    assert len(mistake_sentences(found, Translator("en"))) == 2


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("√(-1 - x^2)", "-x/√(-1 - x^2)", "nowhere-defined"),
        ("ln(-x^2)", "2/x", "nowhere-defined"),
        ("arcsin(2 + x^2)", "x", "nowhere-defined"),
        ("1/(x - x)", "0", "no-values-found"),
        ("√(-1 - a^2 - x^2)", "0", "no-values-found"),
    ],
)
def test_a_function_without_values_is_not_marked(question, answer, said):
    found = marked(question, answer)
    assert found.verdict is Verdict.UNSURE
    assert found.diagnosis is not None
    assert found.diagnosis.mistake == said
    assert verdict_sentence(found, "x", Translator("ru"))
    assert not mistake_sentences(found, Translator("ru"))


@pytest.mark.parametrize("question", ["tg x^2", "sin^2 3x", "x ln(x^2 + 1)", "√(2x + 5)^3"])
def test_what_may_come_out_is_as_many_whatever_else_went_wrong(question):
    whole = derive(parse(question).body, "x")
    for slip in slips(whole):
        parts = len(slip.step.substeps)
        usual = slip.mistake.makes(Site(slip.step, [p.after for p in slip.step.substeps]))
        for slope in (parse("x^3").body, parse("7").body):
            assert len(slip.mistake.makes(Site(slip.step, [slope] * parts))) == len(usual)


def test_where_no_mistake_is_known_a_point_shows_it():
    found = marked("x^2", "17 sin x")
    assert found.diagnosis is None
    assert found.example is not None
    assert (found.example.x, found.example.right) == (1.0, 2.0)
    told = verdict_sentence(found, "x", Translator("en"))
    assert "x = 1" in told
    assert "14.31" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_has_its_sentence(language):
    tr = Translator(language)
    fields = {"letter": "t", "point": "x = 1", "factor": "2", "term": "1", "why": "w"}
    for mistake in MISTAKES:
        assert sentence(tr, mistake.id)
    for code in practice.SENTENCES:
        if code.startswith(("answer-wrong-at", "hint")):
            continue
        assert sentence(tr, code, fields)


def test_every_mistake_is_made_at_rules_that_there_are():
    for mistake in MISTAKES:
        assert mistake.rules, mistake.id
    assert {"chain", "product", "quotient", "power"} <= set(RULES)


def test_the_second_mistake_is_told_too():
    told = mistake_sentences(marked("cos 3x", "sin 3x"), Translator("ru"))
    assert len(told) == 2
