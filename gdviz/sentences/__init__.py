"""The sentences behind the codes that the core reports: one table an area, all translated."""

from collections.abc import Mapping

from gdviz.i18n import Translator
from gdviz.sentences import descent, files, notation, plot, slope

SENTENCES: Mapping[str, str] = {
    **notation.SENTENCES,
    **slope.SENTENCES,
    **descent.SENTENCES,
    **files.SENTENCES,
    **plot.SENTENCES,
}


def sentence(tr: Translator, code: str, fields: Mapping[str, object] | None = None) -> str:
    """The sentence for a code in the translator's language. Raises KeyError for an unknown code."""
    return tr(SENTENCES[code], **(fields or {}))
