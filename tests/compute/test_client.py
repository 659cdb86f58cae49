"""The client against workers that misbehave, each a real process."""

import sys

import pytest

from gdviz.compute.client import Client
from gdviz.compute.protocol import READY, Mishap, NoAnswer, encode_answer
from gdviz.symbolic.questions import Proof, Verdict
from tests.compute.questions_to_ask import EQUAL

PROVED = Proof(Verdict.PROVED)
SHORT, LONG = 0.05, 600.0
"""Seconds: the one for what never ends, the other for what ends soon on any machine."""
GREETING = f"import sys, os; out = sys.stdout.buffer; out.write({READY!r}); out.flush(); "
LISTEN = "line = sys.stdin.buffer.readline(); "
BAD = {
    "hangs": ("while True: pass", Mishap.LATE),
    "dies": ("os._exit(3)", Mishap.DIED),
    "is killed": ("os.kill(os.getpid(), 9)", Mishap.DIED),
    "talks nonsense": ("out.write(b'nonsense\\n'); out.flush(); sys.stdin.read()", Mishap.GARBLED),
    "never ends its line": ("out.write(b'9' * (1 << 20)); out.flush()", Mishap.GARBLED),
}


def python(program: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", program]


@pytest.mark.parametrize(("deed", "mishap"), BAD.values(), ids=BAD)
def test_a_worker_that(deed: str, mishap: Mishap):
    """Twice, so that another one takes the place of the first."""
    patience = SHORT if mishap is Mishap.LATE else LONG
    with Client(python(f"{GREETING}{LISTEN}\n{deed}")) as client:
        assert client.ask(EQUAL, patience) == NoAnswer(mishap)
        assert client.ask(EQUAL, patience) == NoAnswer(mishap)


def test_a_worker_that_is_never_there():
    with Client(python("pass")) as client:
        assert client.ask(EQUAL) == NoAnswer(Mishap.UNAVAILABLE)


def test_a_worker_that_answers():
    answer = encode_answer(1, PROVED)
    program = f"{GREETING}{LISTEN}out.write({answer!r}); out.flush(); sys.stdin.read()"
    with Client(python(program)) as client:
        assert client.ask(EQUAL, LONG) == PROVED


def test_closing_twice_and_asking_then():
    client = Client(python(GREETING))
    client.close()
    client.close()
    assert client.ask(EQUAL) == NoAnswer(Mishap.UNAVAILABLE)
