"""The steps of a derivation laid out as a tree, folded and unfolded, as high as they need."""

from typing import NoReturn

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTreeView, QWidget

from gdviz.i18n import Translator
from gdviz.session.derivation_scene import (
    ChainPicture,
    DerivativeScene,
    StepNumbers,
    StepsAtPoint,
)
from gdviz.ui.formula.overflow import Overflow
from gdviz.ui.panels.derivation_model import DerivationModel, Index, Node, numbers_in_words
from gdviz.ui.panels.derivation_painter import StepDelegate
from gdviz.ui.panels.derivation_picture import Setter, StepPicture
from gdviz.ui.theme import Theme

MOST_AT_ONCE = 60
"""Steps that are unfolded by one press of the button; deeper ones are unfolded by hand."""
WIDEST_NUMBERS = StepNumbers("−0.1234", "−0.1234")
"""What there is always room for."""


class StepTree(QTreeView):
    """What is unfolded is as high as it is: what is around the tree scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None
        self._setter: Setter | None = None
        self._tr = Translator()
        self._model = DerivationModel(self)
        self._pictures: dict[tuple[Node, bool], StepPicture] = {}
        self._overflows: dict[Node, Overflow] = {}
        self._at_point: StepsAtPoint | None = None
        self._is_turning = False
        self.setModel(self._model)
        self.setItemDelegate(StepDelegate(self))
        self._be_plain()
        self.expanded.connect(self._turned)
        self.collapsed.connect(self._turned)

    def _be_plain(self) -> None:
        """No header, scroll bars or branches: they are around it, or painted with the steps."""
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Another derivation, its first level unfolded."""
        self._forget()
        self._overflows.clear()
        if scene is None:
            self._model.show_steps((), _no_row)
        else:
            self._model.show_steps(scene.depths, scene.row)
        self.expandToDepth(0)
        self._fit()

    def show_point(self, steps: StepsAtPoint | None) -> None:
        """The numbers at another x₀: only they are painted anew."""
        self._at_point = steps
        self._model.show_numbers(steps.numbers if steps else None)
        for node in self.seen():
            picture = self.picture(self._model.index_of(node))
            place = self.visualRect(self._model.index_of(node))
            if picture is not None and picture.rule:
                numbers = picture.numbers.toAlignedRect().translated(place.topLeft())
                self.viewport().update(numbers)
                if picture.chain is not None:
                    chain = picture.chain.toAlignedRect().translated(place.topLeft())
                    self.viewport().update(chain.adjusted(-2, -2, 2, 2))

    def show_revealed(self, count: int | None) -> None:
        """The first so many steps, in the order of reading; None for all, unfolded at will.

        The last of them is chosen; of all none is.
        """
        self._is_turning = True
        for at, node in enumerate(self._model.nodes):
            index = self._model.index_of(node)
            self.setRowHidden(index.row(), index.parent(), count is not None and at >= count)
            if count is not None and node.children:
                self.setExpanded(index, at < count)
        if count is None:
            self.expandToDepth(0)
        last = self._model.nodes[count - 1 : count] if count else []
        self.setCurrentIndex(self._model.index_of(last[0]) if last else self.rootIndex())
        self._is_turning = False
        self._turned()

    @property
    def nodes(self) -> list[Node]:
        """All there is to see, in the order of reading."""
        return self._model.nodes

    def unfold_all(self) -> None:
        """Every step with its parts."""
        self._turn_all(unfolded=True)

    def fold_all(self) -> None:
        """The whole alone."""
        self._turn_all(unfolded=False)

    def _turn_all(self, *, unfolded: bool) -> None:
        """At once: what is unfolded is measured when all of it is."""
        self._is_turning = True
        if unfolded:
            self.expandToDepth(self._readable_depth())
        else:
            self.collapseAll()
        self._is_turning = False
        self._turned()

    def _readable_depth(self) -> int:
        """As deep as not too many steps are unfolded at once."""
        depths = sorted(node.depth for node in self._model.nodes)
        return depths[min(MOST_AT_ONCE, len(depths)) - 1] if depths else 0

    def index_of(self, node: Node) -> QModelIndex:
        """Where a step stands."""
        return self._model.index_of(node)

    def node(self, index: Index) -> Node:
        """What stands at an index."""
        return self._model.node(index)

    def level(self, index: Index) -> int:
        """How many rules it stands under; what parts come to stands under the rule itself."""
        return self.node(index).depth

    def has_parts(self, index: Index) -> bool:
        """Whether it can be unfolded."""
        return bool(self.node(index).children)

    def is_unfolded(self, index: Index) -> bool:
        """Whether it is."""
        return self.isExpanded(index)

    def numbers(self, index: Index) -> str:
        """A step at x₀ in words, empty where there is nothing to say."""
        numbers = self._model.numbers(self.node(index).step)
        return numbers_in_words(numbers, self._tr) if numbers is not None else ""

    def chain(self, index: Index) -> ChainPicture | None:
        """A chain step at x₀."""
        return self._at_point.chain(self.node(index).step) if self._at_point else None

    def overflow(self, index: Index) -> Overflow | None:
        """How far its formulas are moved, where they are too wide."""
        return self._overflows.get(self.node(index))

    def picture(self, index: Index) -> StepPicture | None:
        """The step at an index, laid out in the theme's sizes."""
        node = self.node(index)
        if self._setter is None or node.step < 0:
            return None
        key = (node, self.isExpanded(index))
        if key not in self._pictures:
            row = self._model.row(node.step)
            if node.is_outcome:
                picture = self._setter.outcome(row, node.depth)
            else:
                picture = self._setter.step(row, node.depth, unfolded=key[1])
            self._pictures[key] = picture
            self._note_width(node, picture)
        return self._pictures[key]

    def _note_width(self, node: Node, picture: StepPicture) -> None:
        room = self.viewport().width()
        if picture.width > room or node in self._overflows:
            self._overflows.setdefault(node, Overflow()).resize(picture.width, room)

    def _forget(self) -> None:
        self._pictures.clear()

    def _turned(self) -> None:
        """A step was folded or unfolded: it is laid out otherwise."""
        if not self._is_turning:
            self.scheduleDelayedItemsLayout()
            self._fit()

    def seen(self) -> list[Node]:
        """The nodes that are unfolded and not hidden, in the order of reading."""
        found = []
        stack = list(reversed(self._model.node(self.rootIndex()).children))
        while stack:
            node = stack.pop()
            index = self._model.index_of(node)
            if self.isRowHidden(index.row(), index.parent()):
                continue
            found.append(node)
            if self.isExpanded(index):
                stack.extend(reversed(node.children))
        return found

    def _fit(self) -> None:
        """As high as all that is unfolded."""
        pictures = [self.picture(self._model.index_of(node)) for node in self.seen()]
        height = sum(round(picture.height) for picture in pictures if picture is not None)
        if height != self.height() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def retranslate(self, tr: Translator) -> None:
        """Name it in another language."""
        self.setAccessibleName(tr("Derivation, step by step"))
        self._tr = tr
        self._model.retranslate(tr)
        self._lay_out_anew()

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self.theme = theme
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        if self.theme is not None:
            widest = numbers_in_words(WIDEST_NUMBERS, self._tr)
            self._setter = Setter(self.theme, max(self.viewport().width(), 1), widest)
            self._forget()
            self.scheduleDelayedItemsLayout()
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_anew()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Chevrons are painted with the steps."""


def _no_row(step: int) -> NoReturn:
    """There are no steps to be written out."""
    raise IndexError(step)
