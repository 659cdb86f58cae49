"""Every code of the editor has its sentence, in both languages, and no sentence is left over."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import gdviz.calculus
from gdviz import sentences
from gdviz.calculus.formula import ParseError
from gdviz.calculus.parser import parse
from gdviz.i18n import Translator
from gdviz.sentences import notation
from tests.calculus.test_notices import AMBIGUOUS
from tests.calculus.test_parse_errors import TROUBLES

CALCULUS = Path(gdviz.calculus.__file__).parent
SOURCES = [*CALCULUS.glob("reading/*.py"), CALCULUS / "parser.py"]
LANGUAGES = [Translator("en"), Translator("ru")]


def fields(message: str) -> set[str]:
    """Names of the fields in a message."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_no_sentence_is_left_over():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', code))
    assert [name for name in notation.SENTENCES if name not in used] == []


def test_codes_of_other_areas_differ():
    areas = [import_module(f"gdviz.sentences.{m.name}") for m in iter_modules(sentences.__path__)]
    codes = [code for area in areas for code in getattr(area, "SENTENCES", ())]
    assert sorted(codes) == sorted(sentences.SENTENCES)


@pytest.mark.parametrize("message", dict.fromkeys(notation.SENTENCES.values()))
def test_the_russian_sentence_has_the_same_fields(message):
    russian = Translator("ru")(message, **{name: f"{{{name}}}" for name in fields(message)})
    assert russian != message
    assert {name for name in fields(message) if f"{{{name}}}" in russian} == fields(message)


@pytest.mark.parametrize("tr", LANGUAGES, ids=lambda tr: tr.language)
@pytest.mark.parametrize("typed", TROUBLES, ids=lambda typed: typed[:20])
def test_trouble_is_told(typed, tr):
    with pytest.raises(ParseError) as caught:
        parse(typed)
    error = caught.value
    told = [sentences.sentence(tr, code, error.fields) for code in (error.code, error.hint) if code]
    assert len(told) == 2
    assert all(3 < len(text) < 100 for text in told)


@pytest.mark.parametrize("tr", LANGUAGES, ids=lambda tr: tr.language)
@pytest.mark.parametrize("typed", AMBIGUOUS)
def test_a_notice_is_told(typed, tr):
    (notice,) = parse(typed).notices
    told = sentences.sentence(tr, notice.code, notice.fields)
    assert notice.fields["typed"] in told or notice.fields["reading"] in told
