"""Undo and redo."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from gdviz.document.history import History


def test_undo_and_redo_go_back_and_forth():
    history = History(1)
    history.push(2)
    history.push(3)
    history.undo()
    history.undo()
    assert (history.current, history.can_undo, history.can_redo) == (1, False, True)
    history.redo()
    assert (history.current, history.can_undo, history.can_redo) == (2, True, True)


def test_a_new_change_forgets_what_was_undone():
    history = History(1)
    history.push(2)
    history.undo()
    history.push(3)
    assert not history.can_redo


def test_a_drag_is_undone_as_one():
    history = History(0)
    for place in range(1, 50):
        history.push(place, "drag")
    history.undo()
    assert history.current == 0
    history.redo()
    assert history.current == 49


def test_two_drags_are_two_once_the_hand_let_go():
    history = History(0)
    history.push(1, "drag")
    history.seal()
    history.push(2, "drag")
    history.undo()
    assert history.current == 1


def test_different_gestures_are_different_changes():
    history = History(0)
    history.push(1, "tangent")
    history.push(2, "rate")
    history.push(3)
    history.push(4)
    undone = []
    while history.can_undo:
        history.undo()
        undone.append(history.current)
    assert undone == [3, 2, 1, 0]


def test_the_same_value_is_no_change():
    history = History(0)
    history.push(1)
    history.undo()
    history.push(0)
    assert history.can_redo
    assert not history.can_undo


def test_a_drag_back_to_where_it_began_is_no_change():
    history = History(0)
    history.push(1, "drag")
    history.push(0, "drag")
    assert not history.can_undo
    history.push(2, "drag")
    history.push(3, "drag")
    history.undo()
    assert history.current == 0


def test_an_undo_ends_the_gesture():
    history = History(0)
    history.push(1, "drag")
    history.undo()
    history.push(2, "drag")
    history.push(3, "drag")
    history.undo()
    assert history.current == 0


def test_history_is_bounded():
    history = History(0, depth=3)
    for value in range(1, 10):
        history.push(value)
    undone = 0
    while history.can_undo:
        history.undo()
        undone += 1
    assert (undone, history.current) == (3, 6)


@pytest.mark.parametrize("move", [History.undo, History.redo])
def test_nothing_to_undo_or_redo(move):
    with pytest.raises(IndexError):
        move(History(0))


class Editing(RuleBasedStateMachine):
    """Against a model: a list of all values with a cursor."""

    def __init__(self):
        super().__init__()
        self.history = History(0)
        self.values, self.cursor = [0], 0

    @rule(value=st.integers(0, 5))
    def edit(self, value):
        self.history.push(value)
        if value != self.values[self.cursor]:
            self.values = [*self.values[: self.cursor + 1], value]
            self.cursor += 1

    @precondition(lambda self: self.cursor > 0)
    @rule()
    def undo(self):
        self.history.undo()
        self.cursor -= 1

    @precondition(lambda self: self.cursor < len(self.values) - 1)
    @rule()
    def redo(self):
        self.history.redo()
        self.cursor += 1

    @invariant()
    def agrees_with_the_model(self):
        assert self.history.current == self.values[self.cursor]
        assert self.history.can_undo == (self.cursor > 0)
        assert self.history.can_redo == (self.cursor < len(self.values) - 1)


test_any_order_of_edits = Editing.TestCase
