"""The table of functions."""

import pytest

from gdviz.calculus.functions import BY_SPELLING, CONSTANTS, FUNCTIONS
from gdviz.calculus.reading.calls import HINTS

CANONICAL = """sin cos tan cot sec csc arcsin arccos arctan arccot arcsec arccsc sinh cosh tanh coth
    sech csch arsinh arcosh artanh arcoth arsech arcsch exp ln log sqrt cbrt root abs sign floor
    ceil sigmoid relu softplus factorial gamma digamma min max"""
SPELLINGS = """sin cos tg tan ctg cot cotg sec cosec csc arcsin asin arccos acos arctg arctan atan
    arcctg arccot acot asec acsc sh ch th cth sinh cosh tanh coth sech csch arsh arch arth arcth
    asinh acosh atanh acoth asech acsch exp ln lg log sqrt cbrt root abs sign floor ceil σ sigma
    sigmoid relu softplus gamma digamma min max"""


def test_the_canonical_names_are_those_of_the_notation():
    derivatives_only = {"polygamma"}
    assert set(FUNCTIONS) - derivatives_only == set(CANONICAL.split())


def test_functions_of_several_arguments_have_a_hint():
    several = {name for name, info in FUNCTIONS.items() if info.arguments[0] > 1}
    assert several <= set(HINTS)


@pytest.mark.parametrize("spelling", SPELLINGS.split())
def test_every_spelling_is_known(spelling):
    assert spelling in BY_SPELLING


def test_no_spelling_means_two_things():
    spellings = [name for info in FUNCTIONS.values() for name in info.spellings]
    assert len(set(spellings)) == len(spellings)
    assert not set(spellings) & set(CONSTANTS)


def test_inverses_lead_to_functions_without_one():
    inverses = {name: info.inverse for name, info in FUNCTIONS.items() if info.inverse}
    assert len(inverses) == 12
    assert all(FUNCTIONS[inverse].inverse == "" for inverse in inverses.values())


def test_school_names():
    assert (FUNCTIONS["tan"].russian, FUNCTIONS["tan"].english) == ("tg", "tan")
    assert FUNCTIONS["tan"].latex_russian == r"\operatorname{tg}"
    assert FUNCTIONS["tan"].latex_english == r"\tan"
