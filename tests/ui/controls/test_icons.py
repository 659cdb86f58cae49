"""The program's own icons: all there, all alike, all drawn."""

import re

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gdviz import assets
from gdviz.ui.actions import ACTIONS
from gdviz.ui.controls.icons import drawing, menu_icon, paint_icon
from gdviz.ui.theme import theme

ICONS = sorted(file.stem for file in assets.path("icons").glob("*.svg"))


def painted(name, colour="#FF0000"):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_icon(painter, name, colour, QRectF(0, 0, 40, 40))
    painter.end()
    return image


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = painted(name)
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert "#ff0000" in colours
    assert all(re.match(r"#ff(..)\1", colour) for colour in colours)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_has_one_weight_of_line(name):
    source = assets.text("icons", f"{name}.svg")
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke-width="1.6"' in source
    assert "currentColor" in source
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}", source)) == set()


def test_actions_have_their_icons():
    assert {deed.picture for deed in ACTIONS if deed.picture} <= set(ICONS)


def test_menu_icons_are_faint_while_disabled(qapp):
    icon = menu_icon("save", theme("dark"), 2.0)
    assert icon.pixmap(20, 20).deviceIndependentSize().width() == 20


def test_there_is_no_such_icon(qapp):
    with pytest.raises(FileNotFoundError):
        drawing("nothing", "#000000")
