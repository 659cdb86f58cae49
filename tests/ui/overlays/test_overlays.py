"""What comes over the window for a moment."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from gdviz.i18n import Translator
from gdviz.ui.actions import ACTIONS
from gdviz.ui.overlays.action_palette import ActionPalette
from gdviz.ui.overlays.blank import Blank
from gdviz.ui.overlays.keys_overview import KeysOverview
from gdviz.ui.overlays.notation_page import NotationPage, reading_of
from gdviz.ui.overlays.notation_table import NOTATION, in_language
from gdviz.ui.overlays.offer import Offer
from gdviz.ui.overlays.passing_remark import PassingRemark
from gdviz.ui.theme import theme
from tests.ui.typing import retype, type_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def before(home):
    """What has the keyboard before anything comes over the window."""
    line = QLineEdit(home)
    line.setGeometry(10, 10, 100, 30)
    return line


@pytest.fixture
def palette(home, actions, before, dressed, english):
    made = ActionPalette(actions, home)
    made.retranslate(english)
    dressed(made)
    before.setFocus()
    made.open()
    return made


@pytest.fixture
def keys(home, actions, before, dressed, english):
    made = KeysOverview(actions, home)
    made.retranslate(english)
    dressed(made)
    before.setFocus()
    return made


def heard(signal):
    got: list[object] = []
    signal.connect(got.append)
    return got


def names(palette):
    model = palette.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def search(palette):
    return palette.findChild(QLineEdit, "action_search")


def test_the_palette_has_every_action(palette, actions):
    assert names(palette) == [action.iconText() for _, action in actions]
    assert len(names(palette)) == len(ACTIONS)
    assert search(palette).hasFocus()


def test_a_few_letters_find_an_action(palette, actions):
    asked = heard(actions.triggered)
    type_text(search(palette), "step back")
    assert names(palette) == ["One step back"]
    QTest.keyClick(search(palette), Qt.Key.Key_Return)
    assert asked == ["step_back"]
    assert not palette.isVisible()


def test_that_nothing_is_found_is_said(palette, russian):
    nothing = palette.findChild(QLabel, "nothing_found")
    retype(search(palette), "step")
    assert not nothing.isVisible()
    retype(search(palette), "no such thing")
    assert nothing.isVisible()
    assert "Nothing found" in nothing.text()
    assert "Nothing found" in nothing.accessibleName()
    palette.retranslate(russian)
    assert "Ничего не нашлось" in nothing.text()
    QTest.keyClick(search(palette), Qt.Key.Key_Return)
    assert palette.isVisible()
    search(palette).clear()
    assert not nothing.isVisible()
    assert palette.findChild(QListView).isVisible()


def test_names_are_found_in_every_language(palette, actions, russian):
    actions.retranslate(russian)
    for typed in ("gap", "зазор"):
        retype(search(palette), typed)
        assert names(palette) == [russian("Gap to the tangent")]
    actions.retranslate(Translator("en"))
    retype(search(palette), "зазор")
    assert names(palette) == ["Gap to the tangent"]


def test_words_in_any_order_and_case(palette):
    retype(search(palette), "PICTURE copy")
    assert names(palette) == ["Copy the picture"]


def test_arrows_choose(palette, actions):
    asked = heard(actions.triggered)
    QTest.keyClick(search(palette), Qt.Key.Key_Down)
    QTest.keyClick(search(palette), Qt.Key.Key_Return)
    assert asked == [ACTIONS[1].id]


def test_a_click_chooses(palette, actions):
    asked = heard(actions.triggered)
    view = palette.findChild(QListView)
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    assert asked == [ACTIONS[2].id]


def test_nothing_found_nothing_done(palette, actions):
    asked = heard(actions.triggered)
    type_text(search(palette), "qqq")
    QTest.keyClick(search(palette), Qt.Key.Key_Return)
    assert names(palette) == []
    assert asked == []


def test_what_is_disabled_is_not_offered(palette, actions):
    palette.close_up()
    actions.show_enabled("undo", False)
    palette.open()
    assert "Undo" not in names(palette)


@pytest.mark.parametrize("how", ["escape", "beside"])
def test_it_goes_and_gives_the_keyboard_back(palette, before, home, how):
    if how == "escape":
        QTest.keyClick(search(palette), Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(home, LEFT, pos=QPoint(home.width() - 3, home.height() - 3))
    assert not palette.isVisible()
    assert before.hasFocus()


def test_names_are_looked_for_in_the_person_s_language(palette, actions, russian):
    actions.retranslate(russian)
    retype(search(palette), "шаг вперёд")
    assert names(palette) == ["Шаг вперёд"]


def test_the_keys_come_and_go_with_their_own_key(keys, before):
    keys.toggle()
    assert keys.isVisible()
    keys.toggle()
    assert not keys.isVisible()
    assert before.hasFocus()


def test_every_key_is_told(keys, actions):
    keys.open()
    told = {label.text() for label in keys._parts}
    for deed, action in actions:
        if actions.keys_in_words(deed):
            assert action.iconText() in told
    assert "Space" in told
    assert all(
        any(point in line for line in told) for point in ("secant's", "start of the descent")
    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["dark", "projector"])
def test_the_keys_fit_into_the_window(keys, home, qapp, request, language, name):
    keys.retranslate(request.getfixturevalue({"en": "english", "ru": "russian"}[language]))
    keys.show_theme(theme(name, 1.0, 640))
    keys.open()
    for width in (640, 1024, 1920):
        home.resize(width, 640)
        qapp.processEvents()
        qapp.processEvents()
        assert home.rect().contains(keys.geometry())
        check_nothing_is_cut(keys)


def check_nothing_is_cut(keys):
    sheet, view = keys._area.widget(), keys._area.viewport()
    assert sheet.width() <= view.width()
    for label in keys._parts:
        assert label.geometry().right() <= sheet.width()
        assert label.heightForWidth(label.width()) <= label.height()


def test_the_keys_follow_the_window_s_size(keys, home, qapp):
    keys.open()
    home.resize(700, 400)
    qapp.processEvents()
    assert home.rect().contains(keys.geometry())


def test_a_blank_screen_is_dark_in_every_look(home, dressed, qapp):
    blank = dressed(Blank(home))
    blank.show_blank(True)
    for name in ("light", "dark", "projector"):
        blank.show_theme(theme(name))
        blank.update()
        assert blank.grab().toImage().pixelColor(5, 5).lightness() < 40
    home.resize(600, 300)
    qapp.processEvents()
    assert blank.geometry() == home.rect()
    blank.show_blank(False)
    assert not blank.isVisible()


def test_a_remark_passes_by_itself(home, dressed, qtbot):
    remark = dressed(PassingRemark(home))
    remark.findChild(QTimer).setInterval(50)
    remark.say("Saved")
    assert remark.isVisible()
    assert remark.accessibleName() == "Saved"
    assert home.rect().contains(remark.geometry())
    qtbot.waitUntil(remark.isHidden)


def test_an_offer_is_taken_or_dismissed(home, dressed, english):
    offer = Offer(home)
    offer.retranslate(english)
    dressed(offer)
    taken = heard(offer.taken)
    offer.make("There is unsaved work.", "Restore", "restore")
    QTest.mouseClick(offer._leave, LEFT)
    assert not offer.isVisible()
    offer.make("There is unsaved work.", "Restore", "restore")
    assert home.rect().contains(offer.geometry())
    QTest.mouseClick(offer._button, LEFT)
    assert taken == ["restore"]
    assert not offer.isVisible()


def test_an_offer_goes_by_itself_but_not_from_under_a_hand(home, dressed, english):
    offer = Offer(home)
    offer.retranslate(english)
    dressed(offer)
    offer.make("There is unsaved work.", "Restore", "restore")
    offer._button.setFocus()
    offer._clock.timeout.emit()
    assert offer.isVisible() == offer._button.hasFocus()
    offer._button.clearFocus()
    offer._clock.timeout.emit()
    assert not offer.isVisible()
    assert not offer._clock.isActive()


ROWS = [row for section in NOTATION for row in section.rows]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.typed[0])
def test_what_the_page_of_notation_says_can_be_typed(row, language):
    for typed in row.typed:
        assert reading_of(in_language(typed, language), language)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["dark", "projector"])
def test_the_page_of_notation_fits_into_the_window(home, dressed, qapp, request, language, name):
    page = NotationPage(home)
    dressed(page)
    page.retranslate(request.getfixturevalue({"en": "english", "ru": "russian"}[language]))
    page.show_theme(theme(name, 1.0, 640))
    page.open()
    for width in (640, 1024, 1920):
        home.resize(width, 640)
        qapp.processEvents()
        qapp.processEvents()
        assert home.rect().contains(page.geometry())
        sheet = page._area.widget()
        assert sheet is not None
        assert sheet.width() <= page._area.viewport().width()
        for label in sheet.findChildren(QLabel):
            assert label.geometry().right() <= sheet.width()
            assert label.heightForWidth(label.width()) <= label.height()
    told = {label.text() for label in page.findChildren(QLabel)}
    assert in_language("⟨tan⟩ x^2", language) in told
    QTest.keyClick(page._area, Qt.Key.Key_Escape)
    assert not page.isVisible()
