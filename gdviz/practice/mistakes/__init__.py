"""The classic mistakes as tables of data: which step, and what is made of it."""

from gdviz.practice.mistakes.mistake import Mistake, Site
from gdviz.practice.mistakes.of_chains import CHAIN_MISTAKES
from gdviz.practice.mistakes.of_functions import FUNCTION_MISTAKES
from gdviz.practice.mistakes.of_rules import RULE_MISTAKES

MISTAKES: tuple[Mistake, ...] = (*CHAIN_MISTAKES, *RULE_MISTAKES, *FUNCTION_MISTAKES)
"""The likelier ones first: of several that explain an answer the first is named."""

__all__ = ["MISTAKES", "Mistake", "Site"]
