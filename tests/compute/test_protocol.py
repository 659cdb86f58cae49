"""Trees, questions and answers as lines: what comes out is what went in, nothing else passes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.calculus.expression import Expression, Number, Power, Sum, Symbol
from gdviz.calculus.parser import parse
from gdviz.compute.protocol import (
    LONGEST_LINE,
    READY,
    LineError,
    Mishap,
    NoAnswer,
    Reply,
    decode_answer,
    decode_question,
    encode_answer,
    encode_question,
    fits,
    is_ready,
)
from gdviz.compute.trees import MOST_NODES, TreeError, decode_tree, encode_tree
from gdviz.symbolic.questions import Equal, Limit, Name, Names, Proof, Question, Verdict
from tests.compute.questions_to_ask import ALL, EQUAL, LIMIT, SQUARE, ZEROS, X
from tests.strategies import expressions

INFINITE = Number(float("inf"))
REPLIES: tuple[Reply, ...] = (
    Proof(Verdict.PROVED),
    Names((Name(X, SQUARE), Name(X), None)),
    Limit(INFINITE),
    Limit(None),
    NoAnswer(Mishap.LATE),
)


@given(expressions(parameters=("a",), max_leaves=20))
def test_a_tree_comes_back_as_it_went(expression: Expression):
    assert decode_tree(json.loads(json.dumps(encode_tree(expression)))) == expression


def test_numbers_keep_how_they_were_typed():
    number = decode_tree(encode_tree(parse("0.10000000000000000000001").body))
    assert isinstance(number, Number)
    assert number.text == "0.10000000000000000000001"


def test_shared_parts_are_sent_once():
    tree: Expression = Symbol("x")
    for _ in range(60):
        tree = Power(tree, tree)
    assert len(encode_tree(tree)) == 61
    assert decode_tree(encode_tree(tree)) == tree


def test_a_tree_too_large_is_refused():
    tree = Sum(tuple(Number(float(n)) for n in range(MOST_NODES)))
    with pytest.raises(TreeError):
        encode_tree(tree)
    with pytest.raises(LineError):
        encode_question(1, Equal(tree, tree))
    assert decode_answer(encode_answer(1, Limit(tree))) == (1, NoAnswer(Mishap.TOO_LARGE))


@pytest.mark.parametrize("question", ALL)
def test_questions(question: Question):
    assert decode_question(encode_question(7, question)) == (7, question)


@pytest.mark.parametrize("reply", REPLIES)
def test_answers(reply: Reply):
    assert decode_answer(encode_answer(8, reply)) == (8, reply)


TREES: tuple[object, ...] = (
    *(None, 1, "x", {}, [], [[]], ["x"], [[1]], [["symbol"]], [["symbol", 1]], [["symbol", ""]]),
    *([["symbol", "x" * 99]], [["name", "x"]], [["number", "0x10"]], [["number", "nan"]]),
    *([["number", "1" * 700]], [["number", "__import__"]], [["constant", "i"]], [["negate", 0]]),
    *([["symbol", "x"], ["negate", 1]], [["symbol", "x"], ["negate", -1]]),
    *([["symbol", "x"], ["negate", True]], [["symbol", "x"], ["sum", 0]]),
    *([["symbol", "x"], ["call", "eval", 0]], [["symbol", "x"], ["call", "sin", 0, 0]]),
    *([["symbol", "x"], ["call"]], [["symbol", "x"], ["power", 0]], [[["symbol"], "x"]]),
)


@pytest.mark.parametrize("data", TREES, ids=str)
def test_what_is_no_tree(data: object):
    with pytest.raises(TreeError):
        decode_tree(data)


ONE = encode_tree(X)
LINES = (
    *(b"", b"\n", b"null", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"id": 1}', b'{"id": "1"}'),
    *(b'{"id": true, "ask": "equal"}', b'{"id": 1, "ask": "run", "text": "print(1)"}'),
    b"9" * LONGEST_LINE + b"9",
)
QUESTIONS = (
    {"ask": "zeros", "function": ONE, "measured": ONE, "variable": "x", "near": [1] * 100},
    {"ask": "zeros", "function": ONE, "measured": ONE, "variable": "x", "near": ["1"]},
    {"ask": "zeros", "function": ONE, "measured": ONE, "variable": "x", "near": [10**400]},
    {"ask": "zeros", "function": ONE, "measured": ONE, "variable": "x", "near": [], "values": []},
    {"ask": "limit", "function": ONE, "variable": "x", "at": "nan", "side": 1},
    {"ask": "limit", "function": ONE, "variable": "x", "at": 0, "side": 0},
    {"ask": "limit", "function": ONE, "variable": 1, "at": 0, "side": 1},
    {"ask": "equal", "first": ONE, "second": 1},
)
ANSWERS = (
    {"tell": "proof", "verdict": "perhaps"},
    {"tell": "names", "names": [[ONE]]},
    {"tell": "names", "names": [None] * 100},
    {"tell": "nothing", "why": "because"},
    {"tell": "limit", "value": "x"},
    {"tell": "joke"},
)


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line[:30]))
def test_what_is_no_line_of_the_protocol(line: bytes):
    for decode in (decode_question, decode_answer):
        with pytest.raises(LineError):
            decode(line)


@pytest.mark.parametrize("data", QUESTIONS, ids=str)
def test_what_is_no_question(data: dict[str, object]):
    with pytest.raises(LineError):
        decode_question(json.dumps({"id": 1, **data}).encode())


@pytest.mark.parametrize("data", ANSWERS, ids=str)
def test_what_is_no_answer(data: dict[str, object]):
    with pytest.raises(LineError):
        decode_answer(json.dumps({"id": 1, **data}).encode())


@given(st.binary(max_size=200))
def test_any_bytes(line: bytes):
    for decode in (decode_question, decode_answer):
        with pytest.raises(LineError):
            decode(line)


def test_being_ready():
    assert is_ready(READY)
    assert not is_ready(b'{"ready": 2}\n')


def test_an_answer_to_another_kind_of_question():
    assert fits(EQUAL, Proof(Verdict.UNKNOWN))
    assert not fits(EQUAL, Limit(None))
    assert fits(ZEROS, Names((None, None)))
    assert not fits(ZEROS, Names((None,)))
    assert fits(LIMIT, NoAnswer(Mishap.LATE))
