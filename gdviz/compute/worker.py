"""The worker: reads questions from standard input, a line each, and writes answers to standard
output, for as long as there is somebody at the other end.

It is started by the window and ends with it: at the end of its input, or by itself when a question
takes so long that whoever asked must be gone.
"""

import contextlib
import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from gdviz.compute.protocol import (
    LONGEST_LINE,
    READY,
    LineError,
    Mishap,
    NoAnswer,
    Reply,
    decode_question,
    encode_answer,
)
from gdviz.symbolic.questions import Answer, Question

GIVES_UP_AFTER = 20.0
"""Seconds after which a worker ends itself: far longer than anybody waits for it."""
NICENESS = 5
MOST_MEMORY = 2 << 30
"""Bytes of address space: a number of a billion digits is a MemoryError, not a full machine."""


def main() -> int:
    """Run until the end of standard input."""
    step_back()
    from gdviz.symbolic.answering import answer, warm_up  # loads sympy

    with open(os.devnull, "w", encoding="ascii") as nowhere, _stream(1, "wb") as output:
        serve(_stream(0, "rb"), output, warm_up, answer, _Watch(nowhere.fileno()))
    return 0


def _stream(number: int, mode: str) -> BinaryIO:
    """A standard stream as bytes; Python has none of its own in a program without a console."""
    return open(number, mode, closefd=False)  # type: ignore[return-value]


class _Watch:
    """Ends the process if what it stands guard over does not end. It needs no working Python."""

    def __init__(self, file: int) -> None:
        self._file = file

    def __enter__(self) -> None:
        faulthandler.dump_traceback_later(GIVES_UP_AFTER, exit=True, file=self._file)

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()


def step_back() -> None:
    """Let everybody else go first, and take only so much memory; Ctrl+C is the window's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread would take memory for itself
    if sys.platform != "win32":
        import resource

        os.nice(NICENESS)
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))


def serve(
    source: BinaryIO,
    output: BinaryIO,
    warm_up: Callable[[], None],
    answer: Callable[[Question], Answer],
    watch: contextlib.AbstractContextManager[None],
) -> None:
    """Say that it is ready, then answer line by line; a line that is no question ends it."""
    warm_up()
    _write(output, READY)
    while line := source.readline(LONGEST_LINE + 1):
        with watch:
            try:
                number, question = decode_question(line)
            except LineError:
                return
            _write(output, encode_answer(number, _answered(question, answer)))


def _answered(question: Question, answer: Callable[[Question], Answer]) -> Reply:
    """Algebra meets inputs that nobody thought of; the worker outlives what they raise."""
    try:
        return answer(question)
    except Exception:
        return NoAnswer(Mishap.FAILED)


def _write(output: BinaryIO, line: bytes) -> None:
    with contextlib.suppress(BrokenPipeError):
        output.write(line)
        output.flush()


if __name__ == "__main__":
    sys.exit(main())
