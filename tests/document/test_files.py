"""Files: what is saved is what is loaded, and whatever else is refused with a sentence."""

import json
import math
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.view.viewport import Viewport
from gdviz.descent.plan import MOST_STEPS
from gdviz.document.codec import FileError
from gdviz.document.document import DescentSettings, Document, Panel, ParameterRange, Shown
from gdviz.document.files import (
    LARGEST,
    VERSION,
    from_bytes,
    load,
    proposed_name,
    refuse_folder,
    save,
    to_text,
)
from gdviz.i18n import Translator
from gdviz.sentences import sentence

FINITE = st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.tuples(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
VIEWS = st.builds(
    lambda x, y: Viewport(x[0], x[0] + x[1], y[0], y[0] + y[1]), SPANS, SPANS
)  # fmt: skip
POSITIVE = st.floats(min_value=5e-324, max_value=1e300)
SETTINGS = st.builds(
    DescentSettings,
    start=FINITE,
    seed=st.none() | st.integers(),
    rate=POSITIVE,
    epsilon=POSITIVE,
    max_steps=st.integers(1, MOST_STEPS),
)
MODERN = st.builds(
    DescentSettings,
    optimiser=st.just("adam"),
    settings=st.lists(
        st.tuples(st.sampled_from(["beta1", "beta2"]), st.floats(0.0, 0.999)),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
    schedule=st.sampled_from(["constant", "1/t:decay=0.5", "step:every=7,factor=0.25"]),
    noise=st.floats(0.0, 1e300),
    noise_seed=st.integers(0, 2**64 - 1),
)
SHOWN = st.builds(Shown, *[st.booleans()] * 5)
PARAMETERS = st.lists(st.tuples(st.text(), FINITE), max_size=4).map(tuple)
RANGES = st.builds(ParameterRange, st.text(), FINITE, FINITE, st.just(0.0) | POSITIVE).filter(
    lambda one: one.is_proper
)
DOCUMENTS = st.builds(
    Document,
    text=st.text(),
    x0=FINITE,
    viewport=st.none() | VIEWS,
    equal_axes=st.booleans(),
    parameters=PARAMETERS,
    ranges=st.lists(RANGES, max_size=3).map(tuple),
    descent=SETTINGS | MODERN,
    step=st.integers(0, MOST_STEPS),
    speed=POSITIVE,
    shown=SHOWN,
    panel=st.sampled_from(Panel),
    panel_open=st.booleans(),
    log_loss=st.booleans(),
)


@given(DOCUMENTS)
def test_loading_what_was_saved_is_the_identity(document):
    assert from_bytes(to_text(document).encode()) == document


@given(document=DOCUMENTS)
def test_files_on_the_disk(tmp_path_factory, document):
    path = tmp_path_factory.getbasetemp() / "урок 1.gdviz"
    save(document, path)
    assert load(path) == document


def test_a_file_can_be_read_by_a_person():
    text = to_text(Document("y = tg x^2 + α"))
    assert '"text": "y = tg x^2 + α"' in text
    assert len(text.splitlines()) > 10


def test_half_a_surrogate_pair_survives():
    document = Document(text="x\ud800y")
    assert from_bytes(to_text(document).encode()) == document


def whole(**document):
    return json.dumps({"format": "gdviz", "version": VERSION, "document": document}).encode()


def test_missing_keys_take_defaults_and_unknown_ones_are_passed_over():
    document = from_bytes(whole(text="x", mood="good", descent={"rate": 0.5}))
    assert document == Document(text="x", descent=DescentSettings(rate=0.5))


def test_integers_are_numbers():
    assert from_bytes(whole(x0=2)).x0 == 2.0
    assert isinstance(from_bytes(whole(x0=2)).x0, float)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-not-json"),
        (b"{", "file-not-json"),
        (b"\xff\xfe\x00", "file-not-json"),
        (b"[" * 100_000, "file-not-json"),
        (b"1" * 10_000, "file-not-json"),
        (b"[]", "file-not-gdviz"),
        (b'{"version": 1}', "file-not-gdviz"),
        (b'{"format": "gdviz", "version": "1"}', "file-not-gdviz"),
        (b'{"format": "gdviz", "version": true}', "file-not-gdviz"),
        (b'{"format": "gdviz", "version": 0}', "file-not-gdviz"),
        (b'{"format": "gdviz", "version": 2, "document": {}}', "file-newer"),
        (b'{"format": "gdviz", "version": 1}', "file-wrong-type"),
        (b'{"format": "gdviz", "version": 1, "document": {"x0": NaN}}', "file-not-json"),
        (b'{"format": "gdviz", "version": 1, "document": {"x0": 1e400}}', "file-wrong-range"),
        (whole(x0=10**400), "file-wrong-range"),
    ],
)
def test_what_is_no_document(content, code):
    with pytest.raises(FileError) as caught:
        from_bytes(content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("key", "document"),
    [
        ("text", {"text": 5}),
        ("text", {"text": None}),
        ("x0", {"x0": "1"}),
        ("x0", {"x0": True}),
        ("step", {"step": 1.0}),
        ("step", {"step": True}),
        ("equal_axes", {"equal_axes": 1}),
        ("viewport", {"viewport": [0, 1, 0, 1]}),
        ("viewport", {"viewport": {"x0": 0}}),
        ("descent", {"descent": []}),
        ("descent.rate", {"descent": {"rate": "fast"}}),
        ("parameters", {"parameters": {"a": 1}}),
        ("parameters", {"parameters": ["ab"]}),
        ("parameters", {"parameters": [["a", 1, 2]]}),
        ("parameters", {"parameters": [["a", None]]}),
        ("shown.tangent", {"shown": {"tangent": "yes"}}),
    ],
)
def test_wrong_types_are_named(key, document):
    with pytest.raises(FileError) as caught:
        from_bytes(whole(**document))
    assert (caught.value.code, caught.value.fields) == ("file-wrong-type", {"key": key})


@pytest.mark.parametrize(
    ("key", "document"),
    [
        ("descent.rate", {"descent": {"rate": 0}}),
        ("descent.epsilon", {"descent": {"epsilon": -1}}),
        ("descent.max_steps", {"descent": {"max_steps": 10**9}}),
        ("descent.max_steps", {"descent": {"max_steps": 0}}),
        ("descent.optimiser", {"descent": {"optimiser": "sgdd"}}),
        ("descent.schedule", {"descent": {"schedule": "cosine:speed=3"}}),
        ("descent.schedule", {"descent": {"schedule": "cosine:steps=0.5"}}),
        ("descent.noise", {"descent": {"noise": -1}}),
        ("descent.noise_seed", {"descent": {"noise_seed": -1}}),
        ("descent", {"descent": {"settings": [["momentum", 0.5]]}}),
        ("descent", {"descent": {"optimiser": "adam", "settings": [["beta1", 1.0]]}}),
        ("descent", {"descent": {"optimiser": "adam", "settings": [["beta1", 0], ["beta1", 0]]}}),
        ("ranges", {"ranges": [{"name": "a", "low": 1, "high": 1}]}),
        ("ranges", {"ranges": [{"name": "a", "low": 0, "high": 1, "step": -1}]}),
        ("ranges", {"ranges": [{"name": "a", "low": -1e308, "high": 1e308}]}),
        ("secant.delta_x", {"secant": {"delta_x": 0}}),
        ("secant.side", {"secant": {"side": "above"}}),
        ("step", {"step": -1}),
        ("panel", {"panel": "kitchen"}),
        ("panel", {"panel": 3}),
        ("panel", {"panel": []}),
        ("viewport", {"viewport": {"x0": 1, "x1": 1, "y0": 0, "y1": 1}}),
        ("viewport", {"viewport": {"x0": -1e308, "x1": 1.7e308, "y0": 0, "y1": 1}}),
    ],
)
def test_values_that_make_no_sense_are_named(key, document):
    with pytest.raises(FileError) as caught:
        from_bytes(whole(**document))
    assert (caught.value.code, caught.value.fields) == ("file-wrong-range", {"key": key})


@given(st.recursive(
    st.none() | st.booleans() | FINITE | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from([*Document.__dataclass_fields__, "rate", "x0", "seed"]), inner
    ),
))  # fmt: skip
def test_any_json_is_a_document_or_refused(data):
    content = json.dumps({"format": "gdviz", "version": 1, "document": data}).encode()
    outcome = read_or_refuse(content)
    if isinstance(outcome, FileError):
        assert sentence(Translator("ru"), outcome.code, outcome.fields)
    else:
        assert from_bytes(to_text(outcome).encode()) == outcome


def read_or_refuse(content):
    try:
        return from_bytes(content)
    except FileError as error:
        return error


@given(st.binary())
def test_any_bytes_are_refused(content):
    with pytest.raises(FileError):
        from_bytes(content)


@pytest.mark.parametrize("x0", [math.nan, math.inf])
def test_what_could_not_be_read_back_is_not_written(tmp_path, x0):
    path = tmp_path / "a.gdviz"
    with pytest.raises(FileError):
        save(Document(x0=x0), path)
    assert not path.exists()


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.gdviz"
    with path.open("wb") as file:
        file.truncate(LARGEST * 1000)
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.code == "file-too-large"


def test_permissions_are_kept(tmp_path):
    path = tmp_path / "a.gdviz"
    save(Document(), path)
    path.chmod(0o640)
    save(Document("x"), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    ordinary, saved = tmp_path / "ordinary", tmp_path / "a.gdviz"
    ordinary.write_text("")
    save(Document(), saved)
    assert saved.stat().st_mode == ordinary.stat().st_mode


def test_a_symbolic_link_stays_one(tmp_path):
    target, link = tmp_path / "there" / "a.gdviz", tmp_path / "link.gdviz"
    target.parent.mkdir()
    save(Document(), target)
    link.symlink_to(target)
    save(Document("x"), link)
    assert link.is_symlink()
    assert load(target).text == "x"


def test_nothing_is_left_beside_the_file(tmp_path):
    save(Document(), tmp_path / "a.gdviz")
    save(Document("x"), tmp_path / "a.gdviz")
    assert [path.name for path in tmp_path.iterdir()] == ["a.gdviz"]


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.gdviz"
    save(Document("old"), path)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as caught:
        save(Document("new"), path)
    assert caught.value.code == "file-no-space"
    assert load(path).text == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_only_plain_files_are_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, code in [(pipe, "file-not-permitted"), (tmp_path, "file-is-folder")]:
        with pytest.raises(FileError) as caught:
            save(Document(), path)
        assert caught.value.code == code
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere/a.gdviz", "file-not-found"), (".", "file-is-folder")]
)
def test_reading_what_is_not_there(tmp_path, name, code):
    with pytest.raises(FileError) as caught:
        load(tmp_path / name)
    assert caught.value.code == code


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileError) as caught:
        save(replace(Document()), tmp_path / "nowhere" / "a.gdviz")
    assert caught.value.code == "file-not-found"


@pytest.mark.parametrize("text", ["__import__('os').getcwd()", "{x}", "%s", "9^9^9^9"])
def test_the_typed_line_is_only_text(text):
    assert from_bytes(whole(text=text)).text == text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("y = tg x^2", "y = tg x^2"),
        ("f(x) = 1/(x*y)|x|", "f(x) = 1 (x y) x"),
        ("..\\x/\n", "x"),
        ("", ""),
        ("x + " * 50, "x + " * 14 + "x +"),
    ],
)
def test_a_file_is_called_as_its_function(line: str, name: str) -> None:
    assert proposed_name(line) == name


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / ".gdviz"):
        with pytest.raises(FileError) as caught:
            refuse_folder(path, ".gdviz")
        assert caught.value.code == "file-is-folder"
        assert caught.value.fields == {"name": str(tmp_path)}
    refuse_folder(tmp_path / "tangent.gdviz", ".gdviz")
