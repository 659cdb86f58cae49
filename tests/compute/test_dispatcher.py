"""Who is asked what and when somebody is given up, told without processes and without a clock."""

import pytest

from gdviz.calculus.expression import Number, Sum
from gdviz.compute.dispatcher import (
    MOST_FAILED_STARTS,
    PATIENCE,
    PATIENCE_AT_START,
    Dispatcher,
    Worker,
)
from gdviz.compute.protocol import READY, Mishap, NoAnswer, Reply, decode_question, encode_answer
from gdviz.compute.trees import MOST_NODES
from gdviz.symbolic.questions import Equal, Limit, Proof, Verdict
from tests.compute.questions_to_ask import DERIVATIVE, EQUAL, LIMIT, X

PROVED = Proof(Verdict.PROVED)


class Process:
    """What was sent, and whether it lives."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.alive = True

    def send(self, line: bytes) -> None:
        self.sent.append(line)

    def kill(self) -> None:
        self.alive = False


class World:
    """Workers that do what the test says."""

    def __init__(self) -> None:
        self.workers: list[tuple[Worker, Process]] = []
        self.alarm: float | None = None
        self.alarms = 0
        self.heard: list[tuple[str, Reply]] = []
        self.dispatcher = Dispatcher(self)

    def start(self, worker: Worker) -> Process:
        process = Process()
        self.workers.append((worker, process))
        return process

    def wake_after(self, seconds: float | None) -> None:
        self.alarm = seconds
        self.alarms += 1

    def ask(self, topic: str, question: Equal = EQUAL) -> None:
        self.dispatcher.ask(topic, question, lambda reply: self.heard.append((topic, reply)))

    def ready(self, place: int) -> None:
        self.dispatcher.line_came(self.workers[place][0], READY)

    def says(self, place: int, line: bytes) -> None:
        self.dispatcher.line_came(self.workers[place][0], line)

    def answers(self, place: int, reply: Reply = PROVED) -> None:
        number, _ = decode_question(self.sent(place)[-1])
        self.says(place, encode_answer(number, reply))

    def sent(self, place: int) -> list[bytes]:
        return self.workers[place][1].sent

    @property
    def alive(self) -> list[bool]:
        return [process.alive for _, process in self.workers]


@pytest.fixture
def world() -> World:
    made = World()
    made.dispatcher.open()
    return made


@pytest.fixture
def warm(world: World) -> World:
    """With a worker and a spare, both ready."""
    world.ready(0)
    world.ready(1)
    return world


def test_the_spare_is_started_when_the_first_is_ready(world: World):
    assert len(world.workers) == 1
    assert world.alarm == PATIENCE_AT_START
    world.ready(0)
    assert len(world.workers) == 2
    world.ready(1)
    assert world.alarm is None


def test_a_question_waits_for_a_worker_to_be_ready(world: World):
    world.ask("a")
    assert world.sent(0) == []
    world.ready(0)
    assert decode_question(world.sent(0)[0])[1] == EQUAL
    assert world.alarm == PATIENCE
    world.answers(0)
    assert world.heard == [("a", PROVED)]


def test_asking_starts_a_worker():
    world = World()
    world.ask("a")
    assert len(world.workers) == 1


def test_questions_are_answered_one_after_another(warm: World):
    for topic in ("a", "b", "c"):
        warm.ask(topic)
    for _ in range(3):
        warm.answers(0)
    assert [topic for topic, _ in warm.heard] == ["a", "b", "c"]
    assert warm.sent(1) == []
    assert warm.alarm is None


def test_of_one_topic_the_newest_is_wanted(warm: World):
    warm.ask("a", EQUAL)
    warm.ask("a", Equal(X, X))
    warm.ask("a", EQUAL)
    warm.answers(0)
    assert warm.heard == []
    warm.answers(0)
    assert warm.heard == [("a", PROVED)]
    assert len(warm.sent(0)) == 2


def test_forgotten_questions_are_not_answered(warm: World):
    warm.ask("a")
    warm.ask("b")
    warm.dispatcher.forget("a")
    warm.dispatcher.forget("b")
    warm.answers(0)
    assert warm.heard == []
    assert len(warm.sent(0)) == 1


def test_a_worker_that_hangs_is_killed_and_the_spare_steps_in(warm: World):
    warm.ask("a")
    warm.ask("b")
    warm.dispatcher.overdue()
    assert warm.heard == [("a", NoAnswer(Mishap.LATE))]
    assert warm.alive == [False, True]
    assert warm.alarm == PATIENCE
    warm.answers(1)
    assert warm.heard[1:] == [("b", PROVED)]
    assert warm.alive == [False, True, True]


def test_a_spare_that_gets_ready_gives_no_more_time(world: World):
    world.ready(0)
    world.ask("a")
    alarms = world.alarms
    world.ready(1)
    assert world.alarms == alarms


def test_a_killed_worker_says_nothing_any_more(warm: World):
    warm.ask("a")
    warm.dispatcher.overdue()
    warm.answers(0)
    warm.dispatcher.ended(warm.workers[0][0])
    assert warm.heard == [("a", NoAnswer(Mishap.LATE))]
    assert warm.alive[1:] == [True, True]


def test_death_in_the_middle(warm: World):
    warm.ask("a")
    warm.dispatcher.ended(warm.workers[0][0])
    assert warm.heard == [("a", NoAnswer(Mishap.DIED))]
    warm.ask("a")
    warm.answers(1)
    assert warm.heard[1:] == [("a", PROVED)]


@pytest.mark.parametrize(
    "line",
    [b"garbage\n", READY, encode_answer(99, PROVED), encode_answer(1, Limit(None))],
    ids=["garbage", "ready again", "another number", "another kind"],
)
def test_nonsense_instead_of_an_answer(warm: World, line: bytes):
    warm.ask("a")
    warm.says(0, line)
    assert warm.heard == [("a", NoAnswer(Mishap.GARBLED))]
    assert warm.alive == [False, True, True]


def test_talking_without_being_asked(warm: World):
    warm.says(1, b"hello\n")
    assert warm.alive == [True, False, True]
    warm.says(0, encode_answer(1, PROVED))
    assert warm.alive == [False, False, True]
    assert warm.heard == []


def test_a_question_too_large_is_not_asked(warm: World):
    tree = Sum(tuple(Number(float(n)) for n in range(MOST_NODES)))
    warm.ask("a", Equal(tree, X))
    warm.ask("b")
    warm.answers(0)
    assert warm.heard == [("a", NoAnswer(Mishap.TOO_LARGE)), ("b", PROVED)]


def test_workers_that_never_get_ready_are_given_up(world: World):
    world.ask("a")
    for _ in range(MOST_FAILED_STARTS):
        world.dispatcher.overdue()
    assert world.heard == [("a", NoAnswer(Mishap.UNAVAILABLE))]
    assert not any(world.alive)
    assert len(world.workers) == MOST_FAILED_STARTS
    world.ask("b")
    assert world.heard[1:] == [("b", NoAnswer(Mishap.UNAVAILABLE))]


def test_hard_questions_are_no_reason_to_give_up(warm: World):
    for _ in range(3 * MOST_FAILED_STARTS):
        warm.ask("a")
        warm.dispatcher.overdue()
        warm.ready(-1)
    assert {reply for _, reply in warm.heard} == {NoAnswer(Mishap.LATE)}


def test_asking_again_from_an_answer(warm: World):
    order: list[str] = []

    def again(reply: Reply) -> None:
        order.append("first")
        warm.dispatcher.ask("b", DERIVATIVE, lambda _: order.append("second"))

    warm.dispatcher.ask("a", EQUAL, again)
    warm.dispatcher.ask("c", LIMIT, lambda _: order.append("third"))
    warm.answers(0)
    warm.answers(0, Limit(None))
    warm.answers(0)
    assert order == ["first", "third", "second"]


def test_closing_ends_everybody(warm: World):
    warm.ask("a")
    warm.dispatcher.close()
    assert not any(warm.alive)
    assert warm.alarm is None
    warm.dispatcher.overdue()
    warm.dispatcher.ended(warm.workers[0][0])
    warm.dispatcher.open()
    assert warm.heard == []
    assert len(warm.workers) == 2
