"""Who is asked what, and when somebody is given up: no processes, no clock and no window in here.

There are two workers, one that answers and one that is kept warm. A question has 2 seconds from
when it is handed to a worker; then the worker is killed, the warm one takes its place and another
is started. Of the questions on one topic only the newest is wanted: this is the one place where
stale answers are dropped.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from gdviz.compute.protocol import (
    LineError,
    Mishap,
    NoAnswer,
    Reply,
    decode_answer,
    encode_question,
    fits,
    is_ready,
)
from gdviz.symbolic.questions import Question

PATIENCE = 2.0
"""Seconds that a question may take, if whoever asks says nothing else."""
PATIENCE_AT_START = 60.0
"""Seconds that a worker may take to get ready: sympy loads slowly on a busy machine."""
MOST_FAILED_STARTS = 3
"""So many workers in a row that fail before they are asked anything, and no more are started."""

Receive = Callable[[Reply], None]


class Process(Protocol):
    """A worker process, as whoever started it drives it."""

    def send(self, line: bytes) -> None:
        """Write a line to it."""

    def kill(self) -> None:
        """End it at once; it says nothing any more."""


class Surroundings(Protocol):
    """What the dispatcher needs from where it runs."""

    def start(self, worker: "Worker") -> Process:
        """Start a process; its lines and its end are reported for `worker`."""

    def wake_after(self, seconds: float | None) -> None:
        """Call `overdue` after so long, unless told otherwise before; None: not at all."""


@dataclass(eq=False, slots=True)
class Worker:
    """A worker and how far it is."""

    process: Process | None = None
    ready: bool = False


@dataclass(eq=False, slots=True)
class Request:
    """A question on its way; `receive` is None once a newer one of the topic is wanted."""

    topic: str
    question: Question
    receive: Receive | None
    patience: float


@dataclass(eq=False)
class Dispatcher:
    """Told what happens by `line_came`, `ended` and `overdue`; answers come by `receive`."""

    surroundings: Surroundings
    _worker: Worker | None = None
    _spare: Worker | None = None
    _waiting: list[Request] = field(default_factory=list)
    _asked: Request | None = None
    _number: int = 0
    _awaited: object = None
    _failed_starts: int = 0
    _closed: bool = False

    def open(self) -> None:
        """Start the first worker, so that it is warm when it is needed."""
        self._go_on()

    def ask(
        self, topic: str, question: Question, receive: Receive, patience: float = PATIENCE
    ) -> None:
        """Ask; older questions of the same topic are not answered any more."""
        self.forget(topic)
        if self._closed:
            receive(NoAnswer(Mishap.UNAVAILABLE))
            return
        self._waiting.append(Request(topic, question, receive, patience))
        self._go_on()

    def forget(self, topic: str) -> None:
        """Nobody wants an answer on that topic any more."""
        self._waiting = [request for request in self._waiting if request.topic != topic]
        if self._asked is not None and self._asked.topic == topic:
            self._asked.receive = None

    def close(self) -> None:
        """End the workers; whoever still waits hears nothing."""
        self._closed = True
        self._waiting, self._asked = [], None
        self.surroundings.wake_after(None)
        for worker in (self._worker, self._spare):
            _kill(worker)
        self._worker = self._spare = None

    def line_came(self, worker: Worker, line: bytes) -> None:
        """A worker wrote a line."""
        if worker is not self._worker and worker is not self._spare:
            return
        if not worker.ready and is_ready(line):
            worker.ready = True
            self._go_on()
        elif worker is self._worker and self._asked is not None:
            self._take(line)
        else:
            self._replace(worker)

    def ended(self, worker: Worker) -> None:
        """A worker's process ended by itself."""
        if worker in (self._worker, self._spare):
            self._replace(worker, Mishap.DIED)

    def overdue(self) -> None:
        """The time that `wake_after` was told has passed."""
        awaited, self._awaited = self._awaited, None
        if isinstance(awaited, Worker):
            self._replace(awaited)
        elif awaited is not None and self._worker is not None:
            self._replace(self._worker, Mishap.LATE)

    def _take(self, line: bytes) -> None:
        """The answer to what was asked; anything else is a worker gone wrong."""
        assert self._asked is not None
        assert self._worker is not None
        try:
            number, reply = decode_answer(line)
        except LineError:
            number, reply = -1, NoAnswer(Mishap.GARBLED)
        if number != self._number or not fits(self._asked.question, reply):
            self._replace(self._worker)
            return
        self._failed_starts = 0
        self._reply(reply)
        self._go_on()

    def _reply(self, reply: Reply) -> None:
        request, self._asked = self._asked, None
        if request is not None and request.receive is not None:
            request.receive(reply)

    def _replace(self, worker: Worker, why: Mishap = Mishap.GARBLED) -> None:
        """Kill a worker; the spare steps in, and a new one gets warm behind it."""
        _kill(worker)
        is_asked = worker is self._worker and self._asked is not None
        if not is_asked:
            self._failed_starts += 1  # nobody asked it anything, so it is not the question's fault
        if worker is self._spare:
            self._spare = None
        else:
            self._worker, self._spare = self._spare, None
        if is_asked:
            self._reply(NoAnswer(why))
        self._go_on()

    def _go_on(self) -> None:
        """Start who is missing, ask what is waiting, and say until when to wait."""
        if self._closed:
            return
        if self._failed_starts >= MOST_FAILED_STARTS:
            self._give_up()
            return
        if self._worker is None:
            self._worker = self._started()
        self._hand_over()
        if self._spare is None and self._worker.ready and self._asked is None:
            self._spare = self._started()
        self._set_alarm()

    def _hand_over(self) -> None:
        """Give the next question to the worker, if it is free."""
        worker = self._worker
        while self._waiting and self._asked is None and worker is not None and worker.ready:
            request = self._waiting.pop(0)
            self._number += 1
            self._asked = request
            try:
                line = encode_question(self._number, request.question)
            except LineError:
                self._reply(NoAnswer(Mishap.TOO_LARGE))
                continue
            assert worker.process is not None
            worker.process.send(line)

    def _set_alarm(self) -> None:
        """What is waited for already keeps the time it was given."""
        starting = (w for w in (self._worker, self._spare) if w is not None and not w.ready)
        awaited = self._asked or next(starting, None)
        if awaited is not self._awaited:
            self._awaited = awaited
            patience = self._asked.patience if self._asked else PATIENCE_AT_START
            self.surroundings.wake_after(None if awaited is None else patience)

    def _started(self) -> Worker:
        worker = Worker()
        worker.process = self.surroundings.start(worker)
        return worker

    def _give_up(self) -> None:
        """No worker gets ready on this machine: everything else goes on without."""
        waiting = self._waiting
        self.close()
        for request in waiting:
            if request.receive is not None:
                request.receive(NoAnswer(Mishap.UNAVAILABLE))


def _kill(worker: Worker | None) -> None:
    if worker is not None and worker.process is not None:
        worker.process.kill()
