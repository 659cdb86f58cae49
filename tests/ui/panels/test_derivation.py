"""The derivation as a tree."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTreeView

from gdviz.session.scene import StepRow
from gdviz.ui.panels.derivation_model import DerivationModel, grown
from gdviz.ui.panels.derivation_section import DerivationSection
from gdviz.ui.panels.derivation_tree import DerivationTree
from gdviz.ui.panels.derivative_panel import SECTIONS, DerivativePanel
from gdviz.ui.panels.derivative_result import ResultSection
from gdviz.ui.panels.section import SectionHead
from tests.ui import scenes

ROWS = scenes.derivative().rows


@pytest.fixture
def tree(home, dressed, english):
    made = DerivationTree(home)
    made.setGeometry(20, 20, 340, 400)
    made.retranslate(english)
    dressed(made)
    made.show_rows(ROWS)
    return made


@pytest.fixture
def panel(home, actions, dressed, english):
    made = DerivativePanel(actions, home)
    made.setGeometry(20, 20, 380, 440)
    made.retranslate(english)
    made.show_sections(("derivation", "result"))
    return dressed(made)


def rules(model, parent):
    """(rule, rules of its parts) of everything under an index."""
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append((model.step(index).rule, rules(model, index)))
    return found


def test_the_tree_follows_the_depths():
    root = grown(ROWS)
    (whole,) = root.children
    assert [child.row for child in whole.children] == [ROWS[1], ROWS[3]]
    assert [child.row for child in whole.children[0].children] == [ROWS[2]]


def test_the_model_is_sound(qapp):
    model = DerivationModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    assert rules(model, QModelIndex()) == [
        ("sum", [("power", [("variable", [])]), ("constant", [])])
    ]
    model.show_rows(())
    assert model.rowCount() == 0


def test_a_step_is_told_in_words(qapp):
    model = DerivationModel()
    model.show_rows(ROWS)
    whole = model.index(0, 0)
    text = model.index(0, 0, whole).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("power: ")
    assert "u" in text.split(",")[-1]


def test_the_first_level_is_unfolded(tree):
    whole = tree.model().index(0, 0)
    assert tree.isExpanded(whole)
    assert not tree.isExpanded(tree.model().index(0, 0, whole))


def test_keys_unfold_and_space_is_the_window_s(tree):
    tree.setFocus()
    whole = tree.model().index(0, 0)
    tree.setCurrentIndex(tree.model().index(0, 0, whole))
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.model().index(0, 0, whole))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert tree.isExpanded(whole)


def test_a_click_on_the_chevron_folds(tree):
    whole = tree.model().index(0, 0)
    place = tree.visualRect(whole)
    QTest.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place.topLeft() + QPoint(-tree.indentation() // 2, 12),
    )
    assert not tree.isExpanded(whole)


def test_steps_are_as_high_as_their_formulas(tree):
    whole = tree.model().index(0, 0)
    picture = tree.picture(whole)
    assert tree.visualRect(whole).height() == picture.size.height()
    assert picture.size.height() > tree.fontMetrics().height() * 2


def test_a_law_that_says_the_same_is_left_out(tree):
    whole = tree.model().index(0, 0)
    constant = tree.model().index(1, 0, whole)
    assert tree.picture(constant).notes == ()
    assert len(tree.picture(tree.model().index(0, 0, whole)).notes) == 2


def test_a_wide_formula_is_broken_to_fit(tree):
    long = scenes.formula("y = " + " + ".join("x" * 3 for _ in range(20)))
    tree.show_rows((StepRow(0, "sum", scenes.formula("u"), long),))
    picture = tree.picture(tree.model().index(0, 0))
    assert len(picture.lines) > 1
    assert picture.size.width() <= tree.viewport().width()


def test_another_width_breaks_anew(tree, qapp):
    long = scenes.formula("y = " + " + ".join("x" * 3 for _ in range(20)))
    tree.show_rows((StepRow(0, "sum", scenes.formula("u"), long),))
    before = len(tree.picture(tree.model().index(0, 0)).lines)
    tree.resize(700, 400)
    qapp.processEvents()
    assert len(tree.picture(tree.model().index(0, 0)).lines) < before


def test_every_step_is_painted(tree):
    blank = tree.viewport().grab().toImage()
    tree.show_rows(())
    assert tree.viewport().grab().toImage() != blank


def test_the_panel_shows_and_unfolds(panel):
    panel.show_scene(scenes.derivative())
    part = panel.section(DerivationSection)
    tree = panel.findChild(QTreeView, "derivation")
    whole = tree.model().index(0, 0)
    QTest.mouseClick(part.unfold, Qt.MouseButton.LeftButton)
    assert tree.isExpanded(tree.model().index(0, 0, whole))
    QTest.mouseClick(part.fold, Qt.MouseButton.LeftButton)
    assert not tree.isExpanded(whole)


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
