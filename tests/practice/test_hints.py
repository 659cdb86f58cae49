"""Hints and tallies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.differentiation.derivation import derive
from gdviz.calculus.parser import parse
from gdviz.practice.exercise import Kind
from gdviz.practice.hints import Level, hints
from gdviz.practice.progress import Tally, tally_of, total
from tests.practice.sample import exercises


def told(text):
    return [(hint.level, hint.step.rule) for hint in hints(derive(parse(text).body, "x"))]


def test_one_rule_at_a_time():
    assert told("x sin x^2") == [
        (Level.RULE, "product"),
        (Level.LAW, "product"),
        (Level.PARTS, "product"),
        (Level.RULE, "chain"),
        (Level.LAW, "chain"),
        (Level.PARTS, "chain"),
        (Level.ENTRY, "sine"),
        (Level.ENTRY, "power"),
        (Level.TOGETHER, "product"),
    ]


def test_a_line_of_the_table_is_told_at_once():
    assert told("sin x") == [(Level.ENTRY, "sine"), (Level.TOGETHER, "sine")]


def test_a_part_that_stands_twice_is_told_once():
    rules = [rule for level, rule in told("x sin x + cos x sin x") if level is Level.ENTRY]
    assert sorted(rules) == ["cosine", "sine"]


@given(exercises())
def test_every_step_worth_a_hint_has_one(task):
    whole = derive(task.body, "x")
    given_hints = hints(whole)
    assert given_hints[-1].level is Level.TOGETHER
    about = {id(hint.step) for hint in given_hints}
    stack = [whole]
    while stack:
        step = stack.pop()
        assert step.rule == "variable" or id(step) in about
        stack += step.substeps


@given(st.lists(st.booleans(), max_size=30))
def test_a_tally_counts_and_is_kept_as_text(results):
    tally = Tally()
    for right in results:
        tally = tally.with_one(right=right)
    assert (tally.right, tally.tried) == (sum(results), len(results))
    assert tally_of(str(tally)) == tally


@pytest.mark.parametrize("text", ["", "3", "a/b", "3/2", "-1/2", "1/²", "1/2/3", "١/٢"])
def test_a_damaged_tally_is_none(text):
    assert tally_of(text) == Tally()


def test_all_kinds_together():
    tallies = {Kind.POWER: Tally(1, 2), Kind.CHAIN: Tally(3, 3)}
    assert total(tallies) == Tally(4, 5)
