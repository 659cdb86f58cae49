"""Trees as data: a list of nodes, operands before what is made of them, shared parts once.

A derivative's tree repeats parts of the function's; as a list it stays small, and no depth of
brackets can exhaust the reader's stack.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gdviz.calculus.expression import (
    Call,
    Constant,
    Expression,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    distinct,
)
from gdviz.calculus.functions import CONSTANTS, FUNCTIONS

MOST_NODES = 4000
NUMERAL = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,5})?")
LONGEST_NUMERAL, LONGEST_NAME = 600, 40

Operands = Sequence[Expression]


class TreeError(ValueError):
    """What should be a tree is none, or too large a one."""


def encode_tree(expression: Expression) -> list[list[Any]]:
    """The nodes of a tree; raises TreeError for more than MOST_NODES."""
    places: dict[Expression, int] = {}
    for node in distinct(expression):
        places[node] = len(places)
        if len(places) > MOST_NODES:
            raise TreeError("too many nodes")
    return [[*_head(node), *(places[child] for child in node.children())] for node in places]


def _head(node: Expression) -> tuple[str, ...]:
    match node:
        case Number(value):
            return "number", node.text or repr(value)
        case Constant(name) | Symbol(name) | Call(name, _):
            return KINDS[type(node)], name
    return (KINDS[type(node)],)


def decode_tree(data: object) -> Expression:
    """The tree of a list of nodes; raises TreeError for anything else."""
    if not isinstance(data, list) or not 0 < len(data) <= MOST_NODES:
        raise TreeError("not a list of nodes")
    nodes: list[Expression] = []
    for entry in data:
        if not isinstance(entry, list) or not entry:
            raise TreeError("not a node")
        kind = _text(entry[:1], LONGEST_NAME)
        if kind not in READERS:
            raise TreeError("not a kind of node")
        nodes.append(READERS[kind](entry[1:], nodes))
    return nodes[-1]


def _operands(places: Sequence[object], nodes: Operands, counts: range) -> tuple[Expression, ...]:
    if len(places) not in counts:
        raise TreeError("a wrong number of operands")
    return tuple(nodes[_place(place, nodes)] for place in places)


def _place(place: object, nodes: Operands) -> int:
    if type(place) is not int or not 0 <= place < len(nodes):
        raise TreeError("an operand that is not there")
    return place


def _text(words: Sequence[object], longest: int) -> str:
    if len(words) != 1 or not isinstance(words[0], str) or not 0 < len(words[0]) <= longest:
        raise TreeError("not a word")
    return words[0]


def _number(words: Sequence[object], nodes: Operands) -> Expression:
    text = _text(words, LONGEST_NUMERAL)
    if not NUMERAL.fullmatch(text) and text != "inf":
        raise TreeError("not a number")
    return Number(float(text), text="" if text == "inf" else text)


def _constant(words: Sequence[object], nodes: Operands) -> Expression:
    name = _text(words, LONGEST_NAME)
    if name not in CONSTANTS.values():
        raise TreeError("not a constant")
    return Constant(name)


def _symbol(words: Sequence[object], nodes: Operands) -> Expression:
    return Symbol(_text(words, LONGEST_NAME))


def _call(words: Sequence[object], nodes: Operands) -> Expression:
    name = _text(words[:1], LONGEST_NAME)
    if name not in FUNCTIONS:
        raise TreeError("not a function")
    return Call(name, _operands(words[1:], nodes, FUNCTIONS[name].arguments))


ONE, TWO, SEVERAL = range(1, 2), range(2, 3), range(2, MOST_NODES + 1)
KINDS: Mapping[type[Expression], str] = {
    Number: "number",
    Constant: "constant",
    Symbol: "symbol",
    Call: "call",
    Negate: "negate",
    Sum: "sum",
    Product: "product",
    Quotient: "quotient",
    Power: "power",
}
READERS: Mapping[str, Callable[[Sequence[object], Operands], Expression]] = {
    "number": _number,
    "constant": _constant,
    "symbol": _symbol,
    "call": _call,
    "negate": lambda places, nodes: Negate(*_operands(places, nodes, ONE)),
    "sum": lambda places, nodes: Sum(_operands(places, nodes, SEVERAL)),
    "product": lambda places, nodes: Product(_operands(places, nodes, SEVERAL)),
    "quotient": lambda places, nodes: Quotient(*_operands(places, nodes, TWO)),
    "power": lambda places, nodes: Power(*_operands(places, nodes, TWO)),
}
