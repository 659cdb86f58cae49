"""gdviz render: a PNG, and what is refused."""

import os
import subprocess
import sys
from collections import Counter

import pytest
from PySide6.QtGui import QImage

from gdviz.cli.options import Words
from gdviz.cli.render import THEMES, scenes_of
from gdviz.i18n import Translator
from gdviz.session.scene import Role
from gdviz.ui.theme import THEME_NAMES, theme

SIZE = "640x400"


@pytest.fixture
def render(qapp, gdviz, tmp_path):
    """render("x^2", "--at", "1") → the picture."""

    def run(*words: str) -> QImage:
        path = tmp_path / "picture.png"
        said = gdviz("render", *words, "-o", str(path), "--size", SIZE)
        assert (said.status, said.out, said.err) == (0, "", "")
        image = QImage(str(path))
        assert (image.width(), image.height()) == (640, 400)
        return image

    return run


def colours(image: QImage) -> Counter[str]:
    """How many pixels have each colour."""
    found: Counter[str] = Counter()
    for y in range(image.height()):
        for x in range(image.width()):
            found[image.pixelColor(x, y).name()] += 1
    return found


@pytest.mark.parametrize("look", THEMES)
def test_the_curve_and_its_tangent_are_there(render, look):
    found = colours(render("x^2 - 2", "--at", "1", "--theme", look))
    roles = theme(look).roles
    (paper, _), *_ = found.most_common(1)
    assert paper == theme(look).colours.paper.lower()
    assert found[roles[Role.FUNCTION].lower()] > 100
    assert found[roles[Role.TANGENT].lower()] > 100


def test_without_a_point_there_is_no_tangent(render):
    assert colours(render("x^2 - 2"))[theme("light").roles[Role.TANGENT].lower()] == 0


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("place", ["same", "below"])
def test_the_derivative_is_drawn_where_it_is_wanted(render, look, place):
    picture = render("x^2 - 2", "--at", "1", "--derivative", place, "--theme", look)
    parts = picture.copy(0, 0, 640, 240), picture.copy(0, 255, 640, 145)
    role = theme(look).roles[Role.DERIVATIVE].lower()
    upper, lower = (colours(part)[role] for part in parts)
    assert lower > 100
    assert (upper > 100) == (place == "same")
    assert colours(parts[1])[theme(look).roles[Role.FUNCTION].lower()] < 100 or place == "same"


def test_the_second_derivative_is_drawn(render):
    role = theme("light").roles[Role.SECOND].lower()
    assert colours(render("x^3 - 3x", "--second", "same"))[role] > 60
    assert colours(render("x^3 - 3x", "--second", "below"))[role] > 60


def test_the_path_of_a_descent_is_drawn(render):
    role = theme("light").roles[Role.DESCENT].lower()
    assert colours(render("w^2 + 12", "--start", "5", "--rate", "0.1"))[role] > 20
    assert not colours(render("w^2 + 12"))[role]


def test_the_view_can_be_given():
    sides = {"--from": "-1", "--to": "3", "--bottom": "-2", "--top": "5"}
    ((scene, _),) = scenes_of("x^2", (640, 400), Words(values=sides), Translator("en"))
    view = scene.viewport
    assert (view.x0, view.x1, view.y0, view.y1) == (-1, 3, -2, 5)
    ((scene, _),) = scenes_of("x^2", (640, 400), Words(values={"--to": "3"}), Translator("en"))
    assert scene.viewport.x1 == 3


def test_values_change_the_picture(render):
    assert render("a x", "--values", "a=3") != render("a x", "--values", "a=-3")


def test_the_themes_are_those_of_the_window():
    assert tuple(THEME_NAMES) == THEMES


@pytest.mark.parametrize("language", ["en", "ru"])
def test_where_there_is_no_tangent_the_reason_is_in_the_scene(language):
    words = Words(values={"--at": "0"})
    ((scene, _),) = scenes_of("|x|", (640, 400), words, Translator(language))
    assert scene.tangent is None
    assert scene.remark


def test_no_display_is_needed(tmp_path):
    environment = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    environment.pop("QT_QPA_PLATFORM", None)
    path = tmp_path / "tg.png"
    command = [sys.executable, "-m", "gdviz", "render", "tg x^2", "-o", str(path), "--at", "1"]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (QImage(str(path)).width(), QImage(str(path)).height()) == (1920, 1080)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ([], "Say where to write the picture"),
        (["-o"], "needs a value"),
        (["-o", "picture.jpg"], "the picture is a PNG"),
        (
            ["-o", "nowhere/picture.png"],
            "There is no folder nowhere for the picture: make it first",
        ),
        (["-o", "a.png", "--size", "0x0"], "out of range"),
        (["-o", "a.png", "--size", "100000x100000"], "out of range; sides go from 100 to 16384"),
        (["-o", "a.png", "--size", "9" * 99 + "x1"], "out of range"),
        (["-o", "a.png", "--size", "16384x16384"], "out of range"),
        (["-o", "a.png", "--size", "-5x5"], "not of the form"),
        (["-o", "a.png", "--size", "big"], "not of the form"),
        (["-o", "a.png", "--theme", "pink"], "There is no theme pink"),
        (["-o", "a.png", "--derivative", "above"], "--derivative cannot be above"),
        (["-o", "a.png", "--second", "above"], "--second cannot be above"),
        (["-o", "a.png", "--second", "same", "--derivative", "below"], "at one place"),
        (["-o", "a.png", "--rate", "0.1"], "--rate needs --start"),
        (["-o", "a.png", "--start", "1", "--rate", "-1"], "must be"),
        (["-o", "a.png", "--from", "2", "--to", "1"], "The view is empty"),
        (["-o", "a.png", "--at", "1,2"], "one point"),
        (["-o", "a.png", "--at", "y"], "not a finite number"),
    ],
)
def test_what_is_refused(refused, tmp_path, monkeypatch, words, part):
    monkeypatch.chdir(tmp_path)
    assert part in refused("render", "x^2", *words)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(refused, tmp_path):
    (tmp_path / "a.png").mkdir()
    said = refused("render", "x", "-o", str(tmp_path / "a.png"))
    assert said.endswith("is a folder, not a file. Write to another place after -o.")


def test_a_file_is_no_folder(refused, tmp_path):
    (tmp_path / "a.txt").touch()
    assert "There is no folder" in refused("render", "x", "-o", str(tmp_path / "a.txt" / "a.png"))


def test_a_function_of_three_variables_has_no_picture(refused, tmp_path):
    line = "f(x, y, z) = x y z"
    assert "x, y, z" in refused("render", line, "-o", str(tmp_path / "a.png"))


def test_a_function_of_two_variables_is_a_map(gdviz, tmp_path):
    path = tmp_path / "a.png"
    size = ("--size", "320x200")
    said = gdviz("render", "x^2 + 25y^2", "--at", "x=2,y=1", *size, "-o", str(path))
    assert said.status == 0
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (320, 200)
    colours = {picture.pixel(x, y) for x in range(0, 320, 8) for y in range(0, 200, 8)}
    assert len(colours) > 10


@pytest.mark.parametrize("option", ["--derivative=same", "--delta-x=1"])
def test_a_map_has_no_curves(refused, tmp_path, option):
    said = refused("render", "x y", "--at", "1,2", option, "-o", str(tmp_path / "a.png"))
    assert "one variable" in said
