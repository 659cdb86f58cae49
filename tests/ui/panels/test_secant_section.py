"""The secant's section: a field, buttons that play, the table, and what is told."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from gdviz.document.document import Side
from gdviz.session.naming import Names
from gdviz.session.scene import QuotientRow, SecantScene
from gdviz.ui.panels.error_picture import power
from gdviz.ui.panels.number_delegate import PADDING
from gdviz.ui.panels.quotients_table import ERROR, RISE, STEP, QuotientsModel
from gdviz.ui.panels.secant_section import SecantSection
from gdviz.ui.theme import theme

LEFT = Qt.MouseButton.LeftButton
ROWS = tuple(
    QuotientRow(10.0**-k, f"1e-{k}", "0.1", "6.000001", "0.1", right=3, rounding_wins=k > 7)
    for k in range(17)
)
SCENE = SecantScene(
    shown=True,
    delta_x=0.5,
    function="L",
    limits="As Δx → 0 …",
    present=replace(ROWS[0], delta_x=0.5, step="0.5"),
    rows=ROWS,
    errors=np.array([[10.0**-k, 10.0 ** -min(k, 16 - k), float(k > 8)] for k in range(17)]),
    rounding="Rounding wins.",
)


@pytest.fixture
def section(home, actions, dressed, english):
    made = SecantSection(actions, home)
    made.setGeometry(20, 10, 380, 480)
    made.retranslate(english)
    dressed(made).show_scene(SCENE)
    return made


def heard(signal):
    got: list[object] = []
    signal.connect(lambda *what: got.append(what[0]))
    return got


def entered(section, text):
    section.delta_x.setFocus()
    section.delta_x.selectAll()
    QTest.keyClicks(section.delta_x, text)
    QTest.keyClick(section.delta_x, Qt.Key.Key_Return)


def test_a_secant_that_is_off_shows_its_switch_alone(section):
    section.show_scene(replace(SCENE, shown=False))
    assert section.switch.isVisible()
    assert not section.body.isVisible()
    section.show_scene(None)
    assert not section.body.isVisible()
    section.show_scene(SCENE)
    assert section.body.isVisible()


def test_a_step_is_typed_negative_too(section):
    said = heard(section.delta_x_entered)
    entered(section, "-0,25")
    assert said == [-0.25]


def test_0_is_refused_with_a_sentence(section):
    said = heard(section.delta_x_entered)
    entered(section, "0")
    assert said == []
    assert "0/0" in section.delta_x.accessibleDescription()


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        (0.1, Qt.Key.Key_Down, 0.099),
        (-0.1, Qt.Key.Key_Up, -0.099),
        (-0.5, Qt.Key.Key_Down, -0.51),
        (1e-9, Qt.Key.Key_Down, 9.9e-10),
    ],
)
def test_keys_in_the_field_never_step_to_0_or_past_it(section, value, key, expected):
    section.show_scene(replace(SCENE, delta_x=value))
    said = heard(section.delta_x_entered)
    section.delta_x.setFocus()
    QTest.keyClick(section.delta_x, key)
    assert said == [pytest.approx(expected)]


@pytest.mark.parametrize("side", Side)
def test_a_button_for_each_side(section, actions, side):
    asked = heard(actions.triggered)
    QTest.mouseClick(section.players[side], LEFT)
    assert asked == [f"approach_{side}"]


def test_a_row_is_chosen_by_a_click_and_by_keys(section):
    said = heard(section.delta_x_entered)
    table = section.table
    place = table.visualRect(table.model().index(3, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert said == [0.01, 0.001]


def test_showing_says_nothing_and_marks_the_present_row(section):
    said = heard(section.delta_x_entered)
    for current in (None, 2, 5):
        section.show_scene(replace(SCENE, current=current))
    assert said == []
    assert section.table.currentIndex().row() == 5


def test_the_table_is_as_high_as_its_rows(section):
    table = section.table
    last = table.visualRect(table.model().index(len(ROWS), 0))
    assert table.viewport().rect().contains(last)


@pytest.mark.parametrize("width", [190, 260, 420])
def test_a_narrow_table_keeps_all_its_columns(section, qapp, width):
    section.resize(width, 480)
    qapp.processEvents()
    table = section.table
    assert not any(table.isColumnHidden(column) for column in range(4))
    ends = table.columnViewportPosition(ERROR) + table.columnWidth(ERROR)
    assert ends <= table.viewport().width()
    assert table.columnWidth(RISE) >= 20


def test_a_hint_moves_nothing(section, qapp):
    place = section.numbers.y()
    section.hint.setVisible(not section.hint.isVisible())
    qapp.processEvents()
    assert section.numbers.y() == place


def test_a_step_of_the_table_stands_in_it_once(section):
    model = section.table.model()
    assert model.rowCount() == len(ROWS) + 1
    section.show_scene(replace(SCENE, delta_x=1.0, present=ROWS[0], current=0))
    assert model.rowCount() == len(ROWS)
    assert section.table.currentIndex().row() == 0


def test_the_step_has_the_room_it_needs(section):
    typed = replace(ROWS[0], delta_x=-1.234e-5, step="−1.234·10⁻⁵")
    section.show_scene(replace(SCENE, delta_x=-1.234e-5, present=typed))
    needed = section.table.fontMetrics().horizontalAdvance(typed.step)
    assert section.table.columnWidth(STEP) >= needed + PADDING


def test_the_model_is_sound(section):
    model = QuotientsModel(section)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode, section)
    model.show_rows(ROWS, "f", Names())
    model.show_rows((ROWS[1], *ROWS[1:]), "L", Names("w"))
    model.show_rows(ROWS[:3], "L", Names("w"))
    assert tester.model() is model
    assert model.rowCount() == 3


def test_marked_rows_are_told_to_screen_readers(section, russian):
    model = section.table.model()
    told = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(3, ERROR).data(told) == "0.1"
    assert model.index(12, ERROR).data(told) == "0.1, rounding wins"
    section.retranslate(russian)
    assert model.index(12, ERROR).data(told) == "0.1, побеждает округление"


def test_marked_rows_are_seen(section, look):
    table = section.table
    picture = table.viewport().grab().toImage()
    colours = [
        picture.pixelColor(1, table.visualRect(table.model().index(row, 0)).center().y()).name()
        for row in (4, 12)
    ]
    assert colours == [look.colours.paper.lower(), look.colours.notice.lower()]


def test_what_there_is_nothing_to_say_of_takes_no_room(section, qapp):
    section.show_scene(replace(SCENE, rounding="", rows=(), present=None, trouble="No value."))
    qapp.processEvents()
    assert section.trouble.isVisible()
    for part in (section.rounding, section.picture, section.table, section.onward):
        assert not part.isVisible()


def test_rows_fold_where_there_is_no_room(section, qapp):
    section.resize(190, 480)
    qapp.processEvents()
    assert section.zoom.y() > section.delta_x.y() + section.delta_x.height() / 2
    assert section.zoom.geometry().right() <= section.body.width()
    section.resize(420, 480)
    qapp.processEvents()
    assert abs(section.zoom.y() - section.delta_x.y()) < section.delta_x.height() / 2


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
def test_the_picture_of_the_error_shows_where_rounding_wins(section, qapp, name):
    look = theme(name, 1.0, 720)
    section.show_theme(look)
    qapp.processEvents()
    picture = section.picture.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert look.colours.notice.lower() in seen


@pytest.mark.parametrize(("exponent", "text"), [(0, "1"), (1, "10"), (-8, "10⁻⁸"), (-16, "10⁻¹⁶")])
def test_powers_of_ten(exponent, text):
    assert power(exponent) == text


def test_the_button_that_plays_pauses(section):
    before = section.players[Side.LEFT].grab().toImage()
    section.show_playing(Side.LEFT)
    assert section.players[Side.LEFT].grab().toImage() != before
    section.show_playing(None)
    assert section.players[Side.LEFT].grab().toImage() == before
