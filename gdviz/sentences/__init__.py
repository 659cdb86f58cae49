"""The sentences behind the codes that the core reports: one table an area, all translated."""

from collections.abc import Mapping

from gdviz.i18n import Translator
from gdviz.sentences import descent, files, marks, notation, plot, practice, slope

SENTENCES: Mapping[str, str] = {
    **notation.SENTENCES,
    **slope.SENTENCES,
    **descent.SENTENCES,
    **files.SENTENCES,
    **plot.SENTENCES,
    **marks.SENTENCES,
    **practice.SENTENCES,
}


def sentence(tr: Translator, code: str, fields: Mapping[str, object] | None = None) -> str:
    """The sentence for a code in the translator's language. Raises KeyError for an unknown code.

    A field that is a pair (code, fields) is said in the same language within the sentence.
    """
    words = {
        name: sentence(tr, *value) if isinstance(value, tuple) else value
        for name, value in (fields or {}).items()
    }
    return tr(SENTENCES[code], **words)
