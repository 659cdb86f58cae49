"""One line of JSON each way between the program and its worker, strict and limited in length.

A question is {"id": 7, "ask": kind, …}, its answer {"id": 7, "tell": kind, …}. A worker that is
ready says so once, {"ready": 1} with the protocol's version. Whatever else comes is a LineError.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gdviz.calculus.expression import Expression
from gdviz.compute.trees import TreeError, decode_tree, encode_tree
from gdviz.symbolic.questions import (
    Answer,
    Equal,
    FindLimit,
    IsDerivative,
    Limit,
    Name,
    Names,
    NameZeros,
    Proof,
    Question,
    Values,
    Verdict,
)

LONGEST_LINE = 1 << 18
"""Bytes of a line, its end included."""
MOST_NUMBERS = 64
VERSION = 1
READY = json.dumps({"ready": VERSION}).encode() + b"\n"

Data = Mapping[str, Any]


class LineError(ValueError):
    """A line that is not of this protocol, or too long a one."""


class Mishap(StrEnum):
    """Why there is no answer."""

    LATE = "late"
    DIED = "died"
    GARBLED = "garbled"
    FAILED = "failed"
    TOO_LARGE = "too-large"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The question was given up."""

    why: Mishap


Reply = Answer | NoAnswer


def fits(question: Question, reply: Reply) -> bool:
    """Whether it is the kind of answer that the question asks for."""
    match question, reply:
        case (_, NoAnswer()) | (Equal() | IsDerivative(), Proof()) | (FindLimit(), Limit()):
            return True
        case NameZeros(near=near), Names(names):
            return len(near) == len(names)
    return False


def encode_question(number: int, question: Question) -> bytes:
    """A question as a line; raises LineError if it is too large to be asked."""
    try:
        return _line({"id": number, **_question_data(question)})
    except ValueError as error:
        raise LineError(str(error)) from error


def _question_data(question: Question) -> dict[str, Any]:
    match question:
        case Equal(first, second):
            return {"ask": "equal", "first": encode_tree(first), "second": encode_tree(second)}
        case IsDerivative(function, derivative, variable):
            trees = {"function": encode_tree(function), "derivative": encode_tree(derivative)}
            return {"ask": "derivative", "variable": variable, **trees}
        case NameZeros(function, measured, variable, near, values):
            trees = {"function": encode_tree(function), "measured": encode_tree(measured)}
            zeros = {"near": list(near), "values": dict(values)}
            return {"ask": "zeros", "variable": variable, **trees, **zeros}
        case FindLimit(function, variable, at, side, values):
            place = {"at": at, "side": side}
            tree = {"function": encode_tree(function), "values": dict(values)}
            return {"ask": "limit", "variable": variable, **tree, **place}


def decode_question(line: bytes) -> tuple[int, Question]:
    """Number and question of a line; raises LineError."""
    data = _data(line)
    try:
        return _number(data), _question(data)
    except TreeError as error:
        raise LineError(str(error)) from error


def _question(data: Data) -> Question:
    match data:
        case {"ask": "equal", "first": first, "second": second}:
            return Equal(decode_tree(first), decode_tree(second))
        case {"ask": "derivative", "function": f, "derivative": df, "variable": str(variable)}:
            return IsDerivative(decode_tree(f), decode_tree(df), variable)
        case {"ask": "zeros", "function": f, "measured": m, "variable": str(v), "near": list(near)}:
            numbers = tuple(map(_float, near))
            if len(numbers) > MOST_NUMBERS:
                raise LineError("too many numbers")
            return NameZeros(decode_tree(f), decode_tree(m), v, numbers, _values(data))
        case {"ask": "limit", "function": f, "variable": str(v), "at": at, "side": 1 | -1 as side}:
            return FindLimit(decode_tree(f), v, _float(at), int(side), _values(data))
    raise LineError("not a question")


def encode_answer(number: int, answer: Reply) -> bytes:
    """An answer as a line; what is too large to be told is no answer."""
    try:
        return _line({"id": number, **_answer_data(answer)})
    except (LineError, TreeError):
        return _line({"id": number, **_answer_data(NoAnswer(Mishap.TOO_LARGE))})


def _answer_data(answer: Reply) -> dict[str, Any]:
    match answer:
        case Proof(verdict):
            return {"tell": "proof", "verdict": verdict}
        case Names(names):
            return {"tell": "names", "names": [_name_data(name) for name in names]}
        case Limit(value):
            return {"tell": "limit", "value": _optional_data(value)}
        case NoAnswer(why):
            return {"tell": "nothing", "why": why}


def _name_data(name: Name | None) -> list[Any] | None:
    return None if name is None else [encode_tree(name.place), _optional_data(name.measured)]


def _optional_data(value: Expression | None) -> list[list[Any]] | None:
    return None if value is None else encode_tree(value)


def is_ready(line: bytes) -> bool:
    """Whether the line says that a worker is ready, one that speaks this protocol."""
    return line.strip() == READY.strip()


def decode_answer(line: bytes) -> tuple[int, Reply]:
    """Number and answer of a line; raises LineError."""
    data = _data(line)
    try:
        return _number(data), _answer(data)
    except (TreeError, ValueError) as error:
        raise LineError(str(error)) from error


def _answer(data: Data) -> Reply:
    match data:
        case {"tell": "proof", "verdict": str(verdict)}:
            return Proof(Verdict(verdict))
        case {"tell": "names", "names": list(names)} if len(names) <= MOST_NUMBERS:
            return Names(tuple(map(_name, names)))
        case {"tell": "limit", "value": value}:
            return Limit(_optional(value))
        case {"tell": "nothing", "why": str(why)}:
            return NoAnswer(Mishap(why))
    raise LineError("not an answer")


def _name(data: object) -> Name | None:
    match data:
        case None:
            return None
        case [place, measured]:
            return Name(decode_tree(place), _optional(measured))
    raise LineError("not a name")


def _optional(data: object) -> Expression | None:
    return None if data is None else decode_tree(data)


def _line(data: Data) -> bytes:
    line = json.dumps(data, allow_nan=False, separators=(",", ":")).encode() + b"\n"
    if len(line) > LONGEST_LINE:
        raise LineError("too long a line")
    return line


def _data(line: bytes) -> Data:
    if len(line) > LONGEST_LINE:
        raise LineError("too long a line")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError("not JSON") from error
    if not isinstance(data, dict):
        raise LineError("not an object")
    return data


def _number(data: Data) -> int:
    number = data.get("id")
    if type(number) is not int:
        raise LineError("no number")
    return number


def _float(value: object) -> float:
    try:
        number = float(value) if type(value) in (int, float) else math.nan  # type: ignore[arg-type]
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise LineError("not a number")
    return number


def _values(data: Data) -> Values:
    values = data.get("values", {})
    if not isinstance(values, dict) or len(values) > MOST_NUMBERS:
        raise LineError("not values")
    return tuple((str(name), _float(value)) for name, value in values.items())
