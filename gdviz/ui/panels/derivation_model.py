"""The steps of a derivation as a tree: a rule, the steps it rests on, and what they come to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gdviz.calculus.typesetting.notation import plain
from gdviz.i18n import Translator
from gdviz.session.derivation_scene import StepNumbers, StepRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(slots=True, eq=False)
class Node:
    """A step with the steps it rests on; the last of its parts says what they come to.

    step: its number, −1 for the root; is_outcome: whether it is that last part, of a step.
    """

    step: int
    depth: int
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    place: int = 0
    is_outcome: bool = False

    def walk(self) -> Iterator["Node"]:
        """Everything under it, in the order of reading."""
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def grown(depths: tuple[int, ...]) -> Node:
    """The tree of steps that come depth first; its root is no step."""
    root = Node(-1, -1)
    path = [root]
    for step, depth in enumerate(depths):
        del path[depth + 1 :]
        path.append(_added(path[-1], step, depth))
    for node in list(root.walk()):
        if node.children:
            _added(node, node.step, node.depth + 1, is_outcome=True)
    return root


def _added(parent: Node, step: int, depth: int, *, is_outcome: bool = False) -> Node:
    node = Node(step, depth, parent, place=len(parent.children), is_outcome=is_outcome)
    parent.children.append(node)
    return node


class DerivationModel(QAbstractItemModel):
    """`node(index)` is what stands at an index; `row(step)` writes a step out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = grown(())
        self._nodes: list[Node] = []
        self._row: Callable[[int], StepRow] | None = None
        self._numbers: Callable[[int], StepNumbers] | None = None
        self._tr = Translator()

    def show_steps(self, depths: tuple[int, ...], row: Callable[[int], StepRow]) -> None:
        """Another derivation."""
        self.beginResetModel()
        self._root, self._row, self._numbers = grown(depths), row, None
        self._nodes = list(self._root.walk())
        self.endResetModel()

    def show_numbers(self, numbers: Callable[[int], StepNumbers] | None) -> None:
        """The values of the steps at another x₀; views are not told, they paint anew."""
        self._numbers = numbers

    def retranslate(self, tr: Translator) -> None:
        """Words for screen readers in another language."""
        self._tr = tr

    @property
    def nodes(self) -> list[Node]:
        """All of them, in the order of reading."""
        return self._nodes

    def node(self, index: Index) -> Node:
        """What stands at an index; the root for an invalid one."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """Where a node stands."""
        return QModelIndex() if node is self._root else self.createIndex(node.place, 0, node)

    def row(self, step: int) -> StepRow:
        """A step written out."""
        assert self._row is not None
        return self._row(step)

    def numbers(self, step: int) -> StepNumbers | None:
        """A step at x₀, None as long as nobody said where that is."""
        return self._numbers(step) if self._numbers is not None else None

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        children = self.node(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        parent = self.node(index).parent
        return QModelIndex() if parent is None else self.index_of(parent)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._words(self.node(index)) if index.isValid() and role in told else None

    def _words(self, node: Node) -> str:
        row = self.row(node.step)
        if node.is_outcome and row.outcome is not None:
            return plain(row.outcome).strip()
        formulas = [row.formula, row.outer, row.inner]
        words = [f"{row.rule}: {plain(row.formula)}"]
        words += [plain(formula) for formula in formulas[1:] if formula is not None]
        if (numbers := self.numbers(node.step)) is not None:
            words.append(numbers_in_words(numbers, self._tr))
        return ", ".join(words)


def numbers_in_words(numbers: StepNumbers, tr: Translator) -> str:
    """A value and a slope: value 1.44, derivative 2.4."""
    return tr("value {value}, derivative {slope}", value=numbers.value, slope=numbers.slope)
