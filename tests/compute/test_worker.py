"""The worker's loop, and the worker as a process of its own."""

import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from io import BytesIO

import pytest

from gdviz.cli.main import main
from gdviz.compute import command, worker
from gdviz.compute.client import Client
from gdviz.compute.command import WORKER, worker_command
from gdviz.compute.protocol import (
    LONGEST_LINE,
    READY,
    Mishap,
    NoAnswer,
    decode_answer,
    encode_question,
)
from gdviz.symbolic.questions import Answer, Names, Proof, Question, Verdict
from tests.compute.questions_to_ask import DERIVATIVE, EQUAL, ZEROS, derivative_of

PROVED = Proof(Verdict.PROVED)
HARD = derivative_of("√" * 30 + "x")
SHORT, LONG = 0.1, 600.0
"""Seconds: the one for what never ends, the other for what ends soon on any machine."""


def say_yes(question: Question) -> Answer:
    return PROVED


def fail(question: Question) -> Answer:
    raise RecursionError(question)


def served(source: bytes, answer=say_yes) -> list[bytes]:
    """The lines that a worker writes for an input."""
    output = BytesIO()
    worker.serve(BytesIO(source), output, lambda: None, answer, nullcontext())
    return output.getvalue().splitlines(keepends=True)


def test_it_is_ready_and_answers_line_by_line():
    first, second = encode_question(1, EQUAL), encode_question(2, DERIVATIVE)
    ready, *answers = served(first + second)
    assert ready == READY
    assert [decode_answer(line) for line in answers] == [(1, PROVED), (2, PROVED)]


def test_what_algebra_raises_is_an_answer_too():
    _, answer = served(encode_question(1, EQUAL), fail)
    assert decode_answer(answer) == (1, NoAnswer(Mishap.FAILED))


@pytest.mark.parametrize("line", [b"garbage\n", b"x" * (LONGEST_LINE + 9)], ids=["words", "long"])
def test_what_is_no_question_ends_it(line: bytes):
    assert served(line + encode_question(1, EQUAL)) == [READY]


def test_nobody_listens_any_more():
    class Gone(BytesIO):
        def write(self, line: object) -> int:
            raise BrokenPipeError

    worker.serve(BytesIO(encode_question(1, EQUAL)), Gone(), lambda: None, say_yes, nullcontext())


def test_a_worker_answers_hangs_is_killed_and_another_answers():
    """The real thing: sympy in a process of its own."""
    with Client() as client:
        assert client.ask(derivative_of("tg x^2"), LONG) == PROVED
        named = client.ask(ZEROS, LONG)
        assert isinstance(named, Names)
        assert named.names[0] is not None
        assert client.ask(HARD, SHORT) == NoAnswer(Mishap.LATE)
        assert client.ask(EQUAL, LONG) == PROVED


def test_it_ends_at_the_end_of_its_input_though_it_was_never_asked():
    words, folder = worker_command()
    done = subprocess.run(words, cwd=folder, input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, READY, b"")


def test_it_outlives_nobody_for_long():
    """A process that computes without an end is ended by its own watch, whatever Python does."""
    program = (
        "from gdviz.compute import worker\n"
        "worker.GIVES_UP_AFTER = 0.01\n"
        "with open('nowhere', 'w') as file, worker._Watch(file.fileno()):\n"
        "    while True: pass\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program.replace("'nowhere'", repr(os.devnull))],
        cwd=worker_command().folder,
    ) as process:
        assert process.wait() == 1


def test_ctrl_c_is_the_windows_affair():
    program = (
        "import os, signal\nfrom gdviz.compute import worker\nworker.step_back()\n"
        "os.kill(os.getpid(), signal.SIGINT)\nprint(os.nice(0))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=worker_command().folder,
        capture_output=True,
        check=True,
    )
    assert int(said.stdout) >= worker.NICENESS or int(said.stdout) == 19
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command.worker_command().words == (sys.executable, WORKER)


def test_the_hidden_word_starts_the_worker(monkeypatch: pytest.MonkeyPatch):
    started: list[bool] = []

    def work() -> int:
        started.append(True)
        return 0

    monkeypatch.setattr(worker, "main", work)
    assert main([WORKER]) == 0
    assert started == [True]
