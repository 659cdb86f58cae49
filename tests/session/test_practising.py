"""Exercises set, answered, checked and helped with, as a person does it; and what is shown then."""

from dataclasses import replace

import pytest

from gdviz.calculus.typesetting.notation import plain
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.document.document import Document, Panel
from gdviz.i18n import LANGUAGES, Translator
from gdviz.practice.exercise import Kind
from gdviz.practice.generator import exercise
from gdviz.session.exercises_scene import Remark
from gdviz.session.practising import Practising
from gdviz.session.resolve.exercises import exercises_scene
from gdviz.session.session import Session


class Room:
    """A session with exercises, and what was told of them."""

    def __init__(self) -> None:
        self.told: list[tuple[Kind, bool]] = []
        self.session = Session()
        self.practising = Practising(self.session, lambda *what: self.told.append(what), lambda: 7)

    def scene(self, language="en"):
        tr = Translator(language)
        return exercises_scene(self.session.document, self.session.results, tr)

    def answer(self, text):
        self.practising.type_answer(text)
        self.practising.check()
        self.wait()
        return self.scene()

    def wait(self):
        while not self.session.work_done:
            self.session.advance(1.0)


@pytest.fixture
def room():
    made = Room()
    made.practising.set_exercise(Kind.LECTURE, 1, "ru")
    return made


def test_an_exercise_comes_into_the_editor(room):
    assert room.session.document.text == "y = tg x²"
    scene = room.scene()
    assert plain(scene.question) == "y = tan x²"
    assert plain(scene.caption).strip() == "y′ ="
    assert (scene.answer, scene.verdict, scene.hints) == ("", "", ())
    assert not scene.can_check


def test_choosing_an_exercise_is_undone_at_once():
    room = Room()
    before = room.session.document
    room.session.show("derivative", True)
    shown = room.session.document
    room.practising.set_exercise(Kind.CHAIN, 2, "en")
    assert not room.session.document.shown.derivative
    room.session.undo()
    assert room.session.document == shown.seen_like(room.session.document)
    room.session.undo()
    assert room.session.document == before.seen_like(room.session.document)


def test_the_next_one_is_another_of_the_same_kind(room):
    lines = []
    for _ in range(4):
        lines.append(room.session.document.text)
        room.practising.next_exercise("ru")
    assert len(set(lines)) == 4
    assert room.session.document.text == lines[0]


def test_another_kind_begins_with_a_drawn_seed_and_counts_on(room):
    room.practising.set_exercise(Kind.PRODUCT, 2, "en")
    assert room.session.document.text == exercise(Kind.PRODUCT, 2, 7).line("en")
    room.practising.set_exercise(Kind.PRODUCT, 2, "en")
    assert room.session.document.text == exercise(Kind.PRODUCT, 2, 8).line("en")


def test_typing_an_answer_is_undone_as_one(room):
    before = room.session.document
    for end in range(1, 6):
        room.practising.type_answer("2x/co"[:end])
    room.session.finish_gesture()
    room.session.undo()
    assert room.session.document == before


@pytest.mark.parametrize("answer", ["2x/cos^2 x^2", "y' = 2x (1 + tg^2 x^2)"])
def test_right_at_the_first_go(room, answer):
    scene = room.answer(answer)
    assert (scene.tone, scene.verdict, scene.mistakes) == ("right", "Right!", ())
    assert room.told == [(Kind.LECTURE, True)]


def test_wrong_tells_the_mistake_with_the_formula_of_the_step(room):
    scene = room.answer("1/cos^2 x^2")
    assert scene.tone == "wrong"
    (mistake,) = scene.mistakes
    assert "inner derivative" in mistake.text
    product, inner = map(plain, mistake.formulas)
    assert product.startswith("(tan x²)′ = ")
    assert inner == "u = x²"
    assert room.told == [(Kind.LECTURE, False)]


def test_a_line_of_the_table_is_shown_with_what_u_is(room):
    (mistake,) = room.answer("2x/cos x^2").mistakes
    assert [plain(line) for line in mistake.formulas] == ["(tan u)′ = 1/cos² u", "u = x²"]


def test_false_algebra_is_shown_as_the_equality_that_does_not_hold():
    room = Room()
    room.session.type_text("y = (x^3)^2")
    (mistake,) = room.answer("5x^4").mistakes
    assert [plain(line) for line in mistake.formulas] == ["(x³)² ≠ x⁵"]


def test_only_the_first_check_counts(room):
    room.answer("1/cos^2 x^2")
    room.answer("2x/cos^2 x^2")
    assert room.told == [(Kind.LECTURE, False)]


def test_the_verdict_goes_when_the_answer_changes(room):
    assert room.answer("2x").verdict
    room.practising.type_answer("2x/cos")
    assert not room.scene().verdict
    room.session.undo()
    assert room.scene().verdict


def test_the_answer_goes_when_the_function_changes_and_comes_back_with_it(room):
    room.answer("2x/cos^2 x^2")
    room.session.type_text("y = tg x³")
    assert (room.scene().answer, room.scene().verdict) == ("", "")
    room.session.undo()
    assert room.scene().verdict == "Right!"


def test_what_cannot_be_read_is_no_answer(room):
    scene = room.answer("2x +")
    assert (scene.verdict, scene.preview, scene.can_check) == ("", None, False)
    (message,) = scene.messages
    assert message.is_error
    assert message.position >= 2
    assert room.told == []


def test_an_ambiguous_answer_is_told_with_the_other_reading(room):
    room.practising.type_answer("sin x/2")
    (message,) = room.scene().messages
    assert message.alternative == "sin(x/2)"
    assert room.scene().can_check


@pytest.mark.parametrize(
    ("typed", "mended"),
    [("2x/cos^2(x^2", "2x/cos^2(x^2)"), ("y' = 2x/(cos x^2", "y' = 2x/(cos x^2)")],
)
def test_one_change_that_mends_an_answer_is_offered(room, typed, mended):
    room.practising.type_answer(typed)
    (message,) = room.scene().messages
    assert (message.is_error, message.alternative) == (True, mended)


def test_another_reading_keeps_the_name_in_front(room):
    room.practising.type_answer("y' = sin x/2")
    (message,) = room.scene().messages
    assert message.alternative == "y' = sin(x/2)"


def test_a_reading_that_is_taken_is_undone_by_itself(room):
    room.practising.type_answer("sin x/2")
    room.practising.take_reading("sin(x/2)")
    room.practising.type_answer("sin(x/2) + 1")
    room.session.undo()
    assert room.practising.attempt.answer == "sin(x/2)"
    room.session.undo()
    assert room.practising.attempt.answer == "sin x/2"


def test_no_hint_stays_beside_a_right_answer(room):
    room.practising.ask_hint()
    scene = room.answer("2x/cos^2 x^2")
    assert (scene.tone, scene.hints, scene.more_hints) == ("right", (), False)
    before = room.session.document
    room.practising.ask_hint()
    assert room.session.document == before
    room.practising.type_answer("2x/cos^2 x")
    assert len(room.scene().hints) == 1


def test_the_check_is_said_to_go_on_where_it_takes_long(room):
    room.practising.type_answer("2x")
    room.practising.check()
    results = replace(room.session.results, mark=None, marking_takes_long=True)
    scene = exercises_scene(room.session.document, results, Translator("ru"))
    assert (scene.verdict, scene.tone) == ("Ответ проверяется…", "")


def test_an_answer_that_is_typed_on_is_not_judged_by_what_it_was(room):
    room.practising.type_answer("2x")
    room.session.marks.advance = lambda seconds: None
    room.practising.check()
    room.practising.type_answer("2x/cos^2 x^2")
    del room.session.marks.advance
    room.wait()
    assert (room.scene().verdict, room.told) == ("", [])


def test_what_was_checked_in_a_file_is_shown_but_not_counted():
    room = Room()
    room.practising.set_exercise(Kind.LECTURE, 1, "en")
    room.answer("2x/cos^2 x^2")
    again = Room()
    again.session.open(room.session.document)
    again.wait()
    assert again.scene().verdict == "Right!"
    assert again.told == []
    again.practising.check()
    assert again.told == [(Kind.LECTURE, True)]


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("y = tg x +", "The line above gives no function yet"),
        ("x y", "The line above gives no function yet"),
        (" ", "There is no function"),
        ("y = x", "Find the derivative of"),
    ],
)
def test_what_is_to_be_done_with_the_line_as_it_stands(room, line, task):
    room.session.type_text(line)
    assert room.scene().task.startswith(task)


def places(kind, difficulty, seed):
    room = Room()
    room.practising._draw = lambda: seed
    room.practising.set_exercise(kind, difficulty, "en")
    return room.session


def test_points_of_an_exercise_are_the_same_whatever_was_before():
    session = places(Kind.CHAIN, 1, 3)
    before = session.document.x0, session.document.descent.start
    other = Room()
    other.session.type_text("ln x")
    other.session.move_tangent(17.0)
    other.session.resize_plot(300, 900)
    other.practising.set_exercise(Kind.CHAIN, 1, "ru")
    other.practising._draw = lambda: 3
    other.practising.set_exercise(Kind.PRODUCT, 1, "ru")
    other.practising.set_exercise(Kind.CHAIN, 1, "ru")
    assert (other.session.document.x0, other.session.document.descent.start) == before


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("difficulty", [1, 2, 3])
def test_an_exercise_is_seen_with_its_tangent(kind, difficulty):
    for seed in range(4):
        session = places(kind, difficulty, seed)
        view, function = session.results.viewport, session.results.analysis.function
        local = session.local
        assert local.problem is None
        assert local.slope != 0
        assert view.contains(local.x, local.value)
        start = session.document.descent.start
        assert view.contains(start, float(function.value(start)))
        alone = automatic_viewport(function)
        assert view.height <= 2 * alone.height, session.document.text


def test_after_a_hint_it_is_not_the_first_go(room):
    room.practising.ask_hint()
    room.answer("2x/cos^2 x^2")
    assert room.told == [(Kind.LECTURE, False)]


def test_a_look_at_the_solution_counts_too(room):
    room.practising.open_panel(Panel.DERIVATIVE)
    assert room.session.document.panel is Panel.DERIVATIVE
    room.answer("2x/cos^2 x^2")
    assert room.told == [(Kind.LECTURE, False)]


def test_turning_to_another_panel_changes_nothing_else(room):
    before = room.session.document.attempt
    room.practising.open_panel(Panel.DESCENT)
    assert room.session.document.attempt == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_one_at_a_time_to_the_last(room, language):
    seen: list[Remark] = []
    while room.scene().more_hints:
        room.practising.ask_hint()
        scene = room.scene(language)
        assert len(scene.hints) == len(seen) + 1
        assert list(scene.hints[:-1]) == seen
        seen = list(scene.hints)
    assert len(seen) == 6
    assert all(hint.text for hint in seen)
    assert [len(hint.formulas) for hint in seen] == [0, 1, 2, 2, 1, 0]
    before = room.session.document
    room.practising.ask_hint()
    assert room.session.document == before


def test_a_function_of_one_s_own_can_be_practised_but_is_not_counted():
    room = Room()
    room.session.type_text("y = x^2 sin x")
    assert room.answer("2x sin x + x^2 cos x").verdict == "Right!"
    assert room.told == []


def test_a_changed_exercise_is_not_counted(room):
    room.session.type_text("y = tg x³")
    room.answer("3x^2/cos^2 x^3")
    assert room.told == []


def test_without_a_function_there_is_nothing_to_ask():
    room = Room()
    room.session.type_text("")
    assert room.scene().question is None
    room.practising.type_answer("x")
    room.practising.check()
    assert room.told == []


def test_a_saved_answer_is_shown_again():
    room = Room()
    room.practising.set_exercise(Kind.LECTURE, 1, "en")
    room.answer("2x")
    again = Session(room.session.document)
    while not again.work_done:
        again.advance(1.0)
    scene = exercises_scene(again.document, again.results, Translator("en"))
    assert scene == room.scene()
    assert scene.verdict
    assert Document().attempt != room.session.document.attempt


def test_of_a_right_answer_no_other_reading_is_offered():
    room = Room()
    room.session.type_text("y = x^2/4")
    room.practising.type_answer("1/2x")
    assert room.scene().messages
    right = room.answer("1/2x")
    assert (right.tone, right.messages) == ("right", ())
