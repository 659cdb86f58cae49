"""Asking a worker without a window, for the command line and for scripts: each call waits for its
answer, at most as long as the dispatcher has patience."""

import contextlib
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import IO

from gdviz.compute.command import worker_command
from gdviz.compute.dispatcher import PATIENCE, Dispatcher, Worker
from gdviz.compute.protocol import LONGEST_LINE, Reply
from gdviz.symbolic.questions import Question

Event = Callable[[], None]


class Client:
    """`with Client() as client: client.ask(question)`. A later question finds the worker warm."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """command: of the worker; the program's own unless given."""
        words, self._folder = worker_command()
        self._words = tuple(command or words)
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._due: float | None = None
        self._dispatcher = Dispatcher(self)

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, question: Question, patience: float = PATIENCE) -> Reply:
        """The answer, or why there is none. patience: seconds, from when a worker is ready."""
        replies: list[Reply] = []
        self._dispatcher.ask("client", question, replies.append, patience)
        while not replies:
            self._wait()
        return replies[0]

    def close(self) -> None:
        """End the workers."""
        self._dispatcher.close()

    def start(self, worker: Worker) -> "Subprocess":
        """A process for the dispatcher."""
        said = partial(self._put, self._dispatcher.line_came, worker)
        ended = partial(self._events.put, partial(self._dispatcher.ended, worker))
        return Subprocess(self._words, self._folder, said, ended)

    def _put(self, hear: Callable[[Worker, bytes], None], worker: Worker, line: bytes) -> None:
        self._events.put(partial(hear, worker, line))

    def wake_after(self, seconds: float | None) -> None:
        """The dispatcher's alarm."""
        self._due = None if seconds is None else monotonic() + seconds

    def _wait(self) -> None:
        left = None if self._due is None else max(self._due - monotonic(), 0.0)
        try:
            event = self._events.get(timeout=left)
        except Empty:
            self._due = None
            event = self._dispatcher.overdue
        event()


class Subprocess:
    """A worker's process; a thread of its own hears what it says."""

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        said: Callable[[bytes], None],
        ended: Callable[[], None],
    ) -> None:
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(
            words, cwd=folder, stdin=pipe, stdout=pipe, stderr=nowhere, bufsize=0
        )
        self._ear = Thread(target=self._hear, args=(said, ended), daemon=True)
        self._ear.start()

    def _hear(self, said: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        with open(_of(self._process.stdout).fileno(), "rb", closefd=False) as lines:
            while line := lines.readline(LONGEST_LINE + 1):
                said(line)
        ended()

    def send(self, line: bytes) -> None:
        """Write a line; a process that has ended is reported by its ear."""
        with contextlib.suppress(OSError):
            _of(self._process.stdin).write(line)

    def kill(self) -> None:
        """End it and leave nothing of it."""
        self._process.kill()
        self._process.wait()
        self._ear.join()
        for stream in (self._process.stdin, self._process.stdout):
            _of(stream).close()


def _of(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
