r"""Sentences as LaTeX text: signs and raised digits go into formulas of their own, sin$^2$ + 1."""

import re

from gdviz.calculus.typesetting.latex_names import GREEK, SIGNS
from gdviz.calculus.typesetting.plain import LOWERED, RAISED

SPECIAL = re.compile(r"([{}$&#%_])")
RAISED_BACK = {raised: plain for plain, raised in RAISED.items()}
LOWERED_BACK = {lowered: plain for plain, lowered in LOWERED.items()}
OTHERS = {"√": r"\surd", "∛": r"\sqrt[3]{\ }", "′": "'", "^": r"\hat{\ }", "|": "|"}
DASHES = {"—": "---", "–": "--", "“": "``", "”": "''", "«": "<<", "»": ">>"}


def prose(text: str) -> str:
    """The text for LaTeX's text mode; letters of any alphabet stay."""
    return "".join(map(_character, SPECIAL.sub(r"\\\1", text)))


def _character(character: str) -> str:
    if character in RAISED_BACK:
        return f"$^{{{SIGNS.get(RAISED_BACK[character], RAISED_BACK[character])}}}$"
    if character in LOWERED_BACK:
        return f"$_{{{SIGNS.get(LOWERED_BACK[character], LOWERED_BACK[character])}}}$"
    if character in DASHES:
        return DASHES[character]
    sign = GREEK.get(character) or OTHERS.get(character) or SIGNS.get(character)
    return f"${sign}$" if sign and character != "%" else character
