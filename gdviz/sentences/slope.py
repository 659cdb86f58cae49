"""Sentences for the codes of slope."""

from gdviz.i18n import N_  # noqa: F401

SENTENCES: dict[str, str] = {}
