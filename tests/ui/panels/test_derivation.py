"""The derivation as a tree."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QTreeView

from gdviz.calculus.typesetting.notation import latex
from gdviz.session.derivation_scene import DerivativeScene, StepNumbers, StepRow, StepsAtPoint
from gdviz.ui.formula.layout import layout
from gdviz.ui.panels.derivation_model import DerivationModel, grown
from gdviz.ui.panels.derivation_section import DerivationSection
from gdviz.ui.panels.derivation_tree import DerivationTree
from gdviz.ui.panels.derivative_panel import SECTIONS, DerivativePanel
from gdviz.ui.panels.derivative_result import ResultSection
from gdviz.ui.panels.section import SectionHead
from tests.ui import scenes

SCENE = scenes.derivative()
AT = StepsAtPoint(
    1.5,
    numbers=lambda step: StepNumbers(f"{step}.5", "−2"),
    chain=lambda step: scenes.chain() if step == 1 else None,
)
LONG = scenes.formula("y = " + " + ".join("x" * 3 for _ in range(20)))


def one_step(formula):
    """A derivation of a single step."""
    row = StepRow("sum", scenes.formula("u"), formula)
    return DerivativeScene(formula, formula, (0,), lambda step: row)


@pytest.fixture
def tree(home, dressed, english):
    made = DerivationTree(home)
    made.setGeometry(20, 20, 340, 400)
    made.retranslate(english)
    dressed(made)
    made.show_scene(SCENE)
    return made


@pytest.fixture
def panel(home, actions, dressed, english):
    made = DerivativePanel(actions, home)
    made.setGeometry(20, 20, 380, 440)
    made.retranslate(english)
    made.show_sections(("derivation", "result"))
    return dressed(made)


@pytest.fixture
def whole(tree):
    return tree.model().index(0, 0)


def child(tree, *places):
    """The index of a part of a part …"""
    index = QModelIndex()
    for place in places:
        index = tree.model().index(place, 0, index)
    return index


def shown(tree):
    """Steps that are seen, in the order of reading; what parts come to as a minus."""
    found: list[str] = []
    index = child(tree, 0)
    if tree.isRowHidden(0, QModelIndex()):
        return found
    while index.isValid():
        node = tree.node(index)
        found.append(f"−{node.step}" if node.is_outcome else str(node.step))
        index = tree.indexBelow(index)
    return found


def heard(signal):
    got: list[object] = []
    signal.connect(got.append)
    return got


def test_the_tree_follows_the_depths():
    root = grown((0, 1, 2, 1))
    (first,) = root.children
    assert [node.step for node in first.children] == [1, 3, 0]
    assert [node.is_outcome for node in first.children] == [False, False, True]
    assert [node.step for node in first.children[0].children] == [2, 1]
    assert [node.step for node in root.walk()] == [0, 1, 2, 1, 3, 0]


def test_the_model_is_sound(qapp):
    model = DerivationModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_steps(SCENE.depths, SCENE.row)
    assert model.rowCount(model.index(0, 0)) == 3
    model.show_steps((), SCENE.row)
    assert model.rowCount() == 0


def test_a_step_is_told_in_words(tree):
    tree.show_point(AT)
    text = child(tree, 0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("power: ")
    assert "u = w" in text
    assert text.endswith("value 1.5, derivative −2")
    outcome = child(tree, 0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert outcome == "= w + w"


def test_the_first_level_is_unfolded(tree):
    assert shown(tree) == ["0", "1", "3", "−0"]


def test_keys_unfold_and_space_is_the_window_s(tree, whole):
    tree.setFocus()
    tree.setCurrentIndex(child(tree, 0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(child(tree, 0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert tree.isExpanded(whole)


def test_a_click_unfolds_and_folds(tree):
    place = tree.visualRect(child(tree, 0, 0)).center()
    for unfolded in (True, False):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert tree.isExpanded(child(tree, 0, 0)) is unfolded
    assert tree.currentIndex() == child(tree, 0, 0)


def test_it_is_as_high_as_its_steps(tree, qapp):
    before = tree.height()
    tree.unfold_all()
    qapp.processEvents()
    assert tree.height() > before
    last = tree.visualRect(child(tree, 0, 2))
    assert last.bottom() + 1 == tree.height()
    tree.fold_all()
    qapp.processEvents()
    assert tree.height() == tree.visualRect(child(tree, 0)).height() < before


def test_an_unfolded_step_shows_its_rule_applied(tree, whole):
    row = SCENE.row(0)
    unfolded = tree.picture(whole)
    tree.fold_all()
    folded = tree.picture(whole)
    assert unfolded.lines[-1].box is layout_of(tree, row.setup)
    assert folded.lines[-1].box is layout_of(tree, row.formula)


def layout_of(tree, formula):
    return layout(formula, tree.theme.sizes.formula)


def test_a_law_that_says_the_same_is_left_out(tree, whole):
    assert not any(line.is_note for line in tree.picture(child(tree, 0, 1)).lines)
    assert sum(line.is_note for line in tree.picture(child(tree, 0, 0)).lines) == 3


def test_an_unfolded_chain_has_its_picture(tree):
    chain = child(tree, 0, 0)
    assert tree.picture(chain).chain is None
    tree.setExpanded(chain, True)
    assert tree.picture(chain).chain is not None
    tree.show_point(AT)
    assert tree.chain(chain) == scenes.chain()


def test_a_wide_formula_is_broken_to_fit(tree):
    tree.show_scene(one_step(LONG))
    picture = tree.picture(child(tree, 0))
    assert len(picture.lines) > 2
    assert picture.width <= tree.viewport().width()


def test_another_width_breaks_anew(tree, qapp):
    tree.show_scene(one_step(LONG))
    before = len(tree.picture(child(tree, 0)).lines)
    tree.setFixedWidth(700)
    qapp.processEvents()
    assert len(tree.picture(child(tree, 0)).lines) < before


def test_what_cannot_be_broken_is_moved(tree):
    tree.show_scene(one_step(scenes.formula("x" * 120)))
    index = child(tree, 0)
    tree.setCurrentIndex(index)
    tree.picture(index)
    assert tree.overflow(index).furthest > 0
    QTest.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert tree.overflow(index).offset > 0


def test_steps_are_shown_one_at_a_time(tree):
    for count, steps in ((0, []), (1, ["0"]), (3, ["0", "1", "2"]), (4, ["0", "1", "2", "−1"])):
        tree.show_revealed(count)
        assert shown(tree) == steps
    assert tree.node(tree.currentIndex()).is_outcome
    tree.show_revealed(None)
    assert shown(tree) == ["0", "1", "3", "−0"]


def test_the_step_pointed_at_lights_up_or_else_the_chosen_one(tree):
    found = heard(tree.lit)
    tree.setCurrentIndex(child(tree, 0, 1))
    assert found[-1] is SCENE.row(3).lighting
    QTest.mouseMove(tree.viewport(), tree.visualRect(child(tree, 0, 0)).center())
    assert found[-1] is SCENE.row(1).lighting
    QApplication.sendEvent(tree, QEvent(QEvent.Type.Leave))
    assert found[-1] is SCENE.row(3).lighting


def test_nothing_is_lit_once_all_steps_are_shown_again(tree):
    found = heard(tree.lit)
    tree.show_revealed(2)
    assert found[-1] is SCENE.row(1).lighting
    tree.show_revealed(None)
    assert found[-1] is None


def test_what_is_hidden_lights_up_nothing(tree):
    found = heard(tree.lit)
    tree.show_revealed(2)
    tree.hide()
    assert found[-1] is None
    tree.show()
    assert found[-1] is SCENE.row(1).lighting


def test_ctrl_c_copies_the_chosen_step(tree):
    tree.setFocus()
    tree.setCurrentIndex(child(tree, 0, 0))
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == latex(SCENE.row(1).formula)


def test_every_step_is_painted(tree, qapp):
    tree.unfold_all()
    tree.show_point(AT)
    qapp.processEvents()
    picture = tree.viewport().grab().toImage()
    tree.show_point(None)
    assert tree.viewport().grab().toImage() != picture


def test_the_buttons_tell_and_ask(panel, actions, qapp):
    asked = heard(actions.triggered)
    panel.show_scene(SCENE)
    panel.show_revealed(2)
    assert panel.steps.count.text() == "2/6"
    QTest.mouseClick(panel.steps.next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.steps.back, Qt.MouseButton.LeftButton)
    assert asked == ["derivation_next", "derivation_back"]
    panel.show_revealed(None)
    assert panel.steps.count.text() == ""


def test_the_panel_shows_and_unfolds(panel):
    panel.show_scene(scenes.derivative())
    part = panel.section(DerivationSection)
    tree = panel.findChild(QTreeView, "derivation")
    whole = tree.model().index(0, 0)
    wanted = []
    part.all_wanted.connect(lambda: wanted.append(True))
    QTest.mouseClick(part.unfold, Qt.MouseButton.LeftButton)
    assert tree.isExpanded(tree.model().index(0, 0, whole))
    QTest.mouseClick(part.unfold, Qt.MouseButton.LeftButton)
    assert not tree.isExpanded(whole)
    assert wanted == [True, True]


def test_the_last_step_shown_is_brought_into_view(panel, qtbot):
    panel.setGeometry(20, 20, 320, 260)
    panel.show_scene(SCENE)
    tree = panel.steps.derivation
    panel.show_revealed(4)

    def in_view():
        place = tree.visualRect(tree.currentIndex())
        top = tree.mapTo(panel, place.topLeft()).y()
        assert 0 < top <= panel.height() - place.height()

    qtbot.waitUntil(in_view)


def test_no_function_no_derivative(panel, qapp):
    part = panel.section(DerivationSection)
    panel.show_scene(None)
    qapp.processEvents()
    assert panel.nothing.isVisible()
    assert not part.unfold.isVisible()
    panel.show_scene(scenes.derivative())
    assert not panel.nothing.isVisible()
    assert part.unfold.isVisible()


def test_the_switch_stands_for_the_action(panel, actions):
    switch = panel.section(ResultSection).graph_switch
    panel.show_scene(scenes.derivative())
    switched: list[tuple[str, bool]] = []
    actions.switched.connect(lambda *what: switched.append(what))
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switched == [("show_derivative", True)]
    actions.show_checked("show_derivative", False)
    assert not switch.isChecked()


def test_a_title_asks_for_its_section_to_be_folded(panel, qapp):
    turned: list[tuple[str, bool]] = []
    panel.section_turned.connect(lambda *what: turned.append(what))
    panel.show_scene(scenes.derivative())
    title = panel.findChild(SectionHead, "result_title")
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert turned == [("result", False)]
    panel.show_sections(("derivation",))
    qapp.processEvents()
    assert title.isVisible()
    assert not panel.section(ResultSection).isVisible()


def test_every_section_has_a_name_of_its_own_and_a_title():
    names = [kind.name for kind in SECTIONS]
    assert len(set(names)) == len(names)
    assert all(kind.title for kind in SECTIONS)
