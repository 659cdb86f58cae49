"""Sentences for the codes of notation."""

from gdviz.i18n import N_  # noqa: F401

SENTENCES: dict[str, str] = {}
