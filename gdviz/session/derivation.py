"""What a person does with the derivation: told step by step, its sections unfolded, another taken
from the table of derivatives."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdviz.document.document import Panel

if TYPE_CHECKING:
    from gdviz.session.session import Session

STEPS, PROOF = "derivation", "proof"
"""Sections of the derivative panel: the derivation, and why its rule or entry is true."""


class DerivationIntents:
    """The part of a session that its derivation is."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def reveal(self, by: int) -> None:
        """Tell it step by step: from the whole, first nothing but its first step.

        Back before the first step all of them are shown again.
        """
        session = self._session
        document = session.document
        analysis, count = session.results.derived(document.by), document.revealed
        if analysis is None or (count is None and by < 0):
            return
        wanted = (count or 0) + by
        revealed = None if wanted < 0 else min(wanted, analysis.beats)
        opened = session.document
        if STEPS not in opened.sections:
            opened = opened.with_section(STEPS, True)
        changed = replace(opened, revealed=revealed, panel=Panel.DERIVATIVE, panel_open=True)
        session.put(changed, "derivation")

    def derive_by(self, variable: str) -> None:
        """The partial derivative by another variable, as a whole."""
        self._session.edit(by=variable, revealed=None)

    def reveal_all(self) -> None:
        """The derivation as a whole."""
        self._session.edit(revealed=None)

    def turn_section(self, name: str, is_open: bool) -> None:
        """Fold or unfold a section of the derivative panel."""
        self._session.put(self._session.document.with_section(name, is_open), None)

    def choose_entry(self, text: str, parameters: tuple[tuple[str, float], ...]) -> None:
        """A line of the table of derivatives: its function with f′ on the plot, and its proof."""
        document = self._session.document.with_text(text).with_section(PROOF, True)
        for name, value in parameters:
            document = document.with_parameter(name, value)
        self._session.choose(replace(document, shown=replace(document.shown, derivative=True)))
