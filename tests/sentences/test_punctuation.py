"""Sentences that stand beside others end as sentences do."""

import re

import pytest

from gdviz.i18n import LANGUAGES, Translator
from gdviz.sentences import notation

ENDS = (".", "?", "!", "…", ":")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_hint_may_follow_ends_with_a_stop(language):
    tr = Translator(language)
    for code, text in notation.SENTENCES.items():
        fields = dict.fromkeys(re.findall(r"{(\w+)}", text), "x")
        said = tr(text, **fields).rstrip("”»")
        assert said.endswith(ENDS), code
