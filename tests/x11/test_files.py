"""Documents saved and opened, pictures saved and copied, work kept when a window closes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit

from gdviz.session.scene import Role
from gdviz.ui.filing import Filing
from gdviz.ui.theme import theme
from tests.x11.person import Person

SitDown = Callable[..., Person]
CURVE = theme("light").colour(Role.FUNCTION)


def filing(person: Person) -> Filing:
    return person.window.findChildren(Filing)[0]


def change_a_few_things(person: Person) -> None:
    person.writes("x0", "1.5")
    person.writes("start", "-1,25")
    person.writes("learning_rate", "0.3")
    person.click("step")
    person.click("log_loss")


def state(person: Person) -> list[object]:
    names = ("expression", "x0", "start", "learning_rate", "epsilon", "step_count", "slope")
    return [*(person.text(name) for name in names), person.view]


def test_a_document_comes_back_as_it_was(sit_down: SitDown, tmp_path: Path):
    person = sit_down("x^2 - sin x")
    change_a_few_things(person)
    person.comes_to_rest()
    before, path = state(person), tmp_path / "lecture.gdviz"
    assert person.window.windowTitle().startswith("untitled")
    assert person.window.isWindowModified()
    filing(person).save_to(path)
    assert person.window.windowTitle().startswith("lecture")
    assert not person.window.isWindowModified()
    assert json.loads(path.read_text("utf-8"))["format"] == "gdviz"
    other = sit_down(str(path))
    other.waits(lambda: state(other) == before)


def answer_dialog(person: Person, name: str) -> None:
    """Paste a file's name into the dialog that comes up, and enter it: while a name is typed the
    dialog's own suggestions take letters away."""
    person.waits(lambda: person.window.findChildren(QFileDialog))
    dialog = person.window.findChildren(QFileDialog)[0]
    person.waits(dialog.isActiveWindow)
    line = dialog.findChildren(QLineEdit)[0]
    person.waits(line.hasFocus)
    QGuiApplication.clipboard().setText(name)
    person.hand.key("ctrl+a", "ctrl+v")
    person.waits(lambda: line.text() == name)
    person.hand.key("Return")
    person.waits(lambda: not person.window.findChildren(QFileDialog))
    person.comes_back()


def test_saving_and_opening_by_the_dialog(sit_down: SitDown, tmp_path: Path):
    person = sit_down("x^3")
    path = tmp_path / "cube.gdviz"
    person.hand.key("ctrl+s")
    answer_dialog(person, str(path.with_suffix("")))
    person.waits(path.exists)
    person.waits(lambda: not person.window.isWindowModified())
    person.writes("x0", "-1")
    person.hand.key("ctrl+s")
    person.waits(lambda: '"x0": -1' in path.read_text("utf-8"))
    person.hand.key("ctrl+n")
    person.waits(lambda: person.text("expression") == "L(w) = w^2 + 12")
    person.hand.key("ctrl+o")
    answer_dialog(person, str(path))
    person.waits(lambda: person.text("expression") == "x^3")
    person.waits(lambda: person.text("x0") == "−1")


BROKEN = {
    "empty": b"",
    "no json": b"{nonsense",
    "another format": b'{"format": "other"}',
    "newer": b'{"format": "gdviz", "version": 99, "document": {}}',
    "wrong types": b'{"format": "gdviz", "version": 1, "document": {"text": 7}}',
    "deep": b"[" * 100_000,
    "bytes": bytes(range(256)) * 10,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_said_and_changes_nothing(
    sit_down: SitDown, tmp_path: Path, content: bytes
):
    person = sit_down("x^3")
    person.writes("x0", "-1")
    before, path = state(person), tmp_path / "broken.gdviz"
    path.write_bytes(content)
    assert not filing(person).open(path)
    person.waits(person.control("passing_remark").isVisible)
    assert person.control("passing_remark").accessibleName()
    assert state(person) == before
    person.hand.key("Right")
    person.waits(lambda: "step 1" in person.text("step_count"))


def test_what_cannot_be_written_is_said(sit_down: SitDown, tmp_path: Path):
    person = sit_down("x^3")
    (tmp_path / "file").write_text("")
    for save in (filing(person).save_to, filing(person).save_picture):
        person.control("passing_remark").hide()
        save(tmp_path / "file" / "below" / "a.gdviz")
        person.waits(person.control("passing_remark").isVisible)
    assert "written" in person.control("passing_remark").accessibleName()


def enlargement(picture: QImage, person: Person) -> float:
    """How many times larger than the plot its picture is: large enough for a slide."""
    size = person.plot.size()
    assert picture.width() == max(1920, size.width())
    assert picture.height() / picture.width() == pytest.approx(size.height() / size.width(), 0.002)
    return picture.width() / size.width()


def test_the_picture_is_the_plot(sit_down: SitDown, tmp_path: Path):
    person = sit_down("x^2 - 3")
    person.hand.key("ctrl+e")
    answer_dialog(person, str(tmp_path / "plot.png"))
    person.waits((tmp_path / "plot.png").exists)
    picture = QImage(str(tmp_path / "plot.png"))
    larger = enlargement(picture, person)
    at = (person.place(-1.5, -0.75) * larger).toPoint()
    assert picture.pixelColor(at) == QColor(CURVE)


def test_the_picture_is_copied(sit_down: SitDown):
    person = sit_down("x^2 - 3")
    QGuiApplication.clipboard().clear()
    person.hand.key("ctrl+c")
    person.waits(lambda: not QGuiApplication.clipboard().image().isNull())
    enlargement(QGuiApplication.clipboard().image(), person)


def test_unsaved_work_is_offered_again(sit_down: SitDown):
    person = sit_down("x^3")
    person.writes("x0", "-1.5")
    person.hand.close_window()
    person.waits(lambda: not person.window.isVisible())
    later = sit_down()
    later.waits(later.control("offer").isVisible)
    later.click("offer_take")
    later.waits(lambda: later.text("expression") == "x^3")
    later.waits(lambda: later.text("x0") == "−1.5")
    assert later.window.isWindowModified()
    assert not later.control("offer").isVisible()
