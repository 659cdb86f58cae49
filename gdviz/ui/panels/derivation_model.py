"""The steps of a derivation as a tree, from rows that know how deep they stand."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gdviz.calculus.typesetting.notation import plain
from gdviz.session.scene import StepRow

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(slots=True, eq=False)
class Node:
    """A step with the steps it rests on."""

    row: StepRow | None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    place: int = 0


def grown(rows: tuple[StepRow, ...]) -> Node:
    """The tree of rows that come depth first; its root is no step."""
    root = Node(None)
    path = [root]
    for row in rows:
        del path[row.depth + 1 :]
        parent = path[-1]
        node = Node(row, parent, place=len(parent.children))
        parent.children.append(node)
        path.append(node)
    return root


class DerivationModel(QAbstractItemModel):
    """`step(index)` is the row behind an index."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(None)
        self._kept: list[Node] = []

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Another derivation."""
        self.beginResetModel()
        self._root = grown(rows)
        self._kept = []
        stack = [self._root]
        while stack:
            node = stack.pop()
            self._kept.append(node)
            stack.extend(node.children)
        self.endResetModel()

    def step(self, index: Index) -> StepRow | None:
        """The step that stands at an index."""
        return self._node(index).row

    def _node(self, index: Index) -> Node:
        return index.internalPointer() if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        children = self._node(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        parent = self._node(index).parent
        if parent is None or parent is self._root:
            return QModelIndex()
        return self.createIndex(parent.place, 0, parent)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.step(index)
        if row is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        parts = [row.rule, plain(row.formula)]
        if row.inner is not None:
            parts.append(plain(row.inner))
        return ": ".join(parts[:2]) + (f", {parts[2]}" if len(parts) > 2 else "")
