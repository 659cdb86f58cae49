"""The function, and under it what there is to say of its derivative, in sections that fold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.i18n import N_, Translator
from gdviz.session.derivation_scene import DerivativeScene, Lighting, StepsAtPoint, Story
from gdviz.ui.actions import Actions
from gdviz.ui.controls.tabs import Tabs
from gdviz.ui.controls.words import Words
from gdviz.ui.formula.folded import FoldedFormula
from gdviz.ui.formula.lighting import lit
from gdviz.ui.panels.derivation_section import DerivationSection
from gdviz.ui.panels.derivation_stories import Stories
from gdviz.ui.panels.derivation_table import TableSection
from gdviz.ui.panels.derivative_result import ResultSection
from gdviz.ui.panels.panel_view import PanelScroll, PanelView
from gdviz.ui.panels.secant_section import SecantSection
from gdviz.ui.panels.section import Section
from gdviz.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class SectionKind:
    """A section: its name in a document, its title, how it is made, and whether it gives f′ away
    before it is derived."""

    name: str
    title: str
    make: Callable[[Actions], PanelView]
    tells_result: bool = False


SECTIONS = (
    SectionKind("secant", N_("From secant to tangent"), SecantSection),
    SectionKind("derivation", N_("Derivation"), DerivationSection),
    SectionKind("proof", N_("Proof"), lambda _: Stories("proof")),
    SectionKind("result", N_("Result"), ResultSection, tells_result=True),
    SectionKind(
        "tidying",
        N_("From the raw form to the tidy one"),
        lambda _: Stories("tidying"),
        tells_result=True,
    ),
    SectionKind("forms", N_("Other forms"), lambda _: Stories("forms"), tells_result=True),
    SectionKind("ways", N_("Other ways"), lambda _: Stories("ways"), tells_result=True),
    SectionKind("table", N_("Table of derivatives"), TableSection),
)
"""From top to bottom; a new one is one line here. Which are open, the document says."""

MOST_OF_FUNCTION = 6.0
"""The function over the sections is at most so high, in sizes of a formula."""
OPENING_MS = 600
"""So long a section that is opened is followed while it grows."""
AROUND = 24
"""What is seen above and below a step that is brought into view, px."""
Content = TypeVar("Content", bound=PanelView)


class DerivativePanel(PanelView):
    """The function stays in sight while the sections under it scroll.

    `section_turned`: name of a section, and whether the person unfolded it; `partial_chosen`: the
    variable to derive by; `lit`: the Lighting of the step that is pointed at or chosen, or None.
    """

    section_turned = Signal(str, bool)
    partial_chosen = Signal(str)
    lit = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivative_panel")
        self.function = FoldedFormula("function_formula", self, most=MOST_OF_FUNCTION)
        self.nothing = Words("no_derivative", "secondary", self)
        self.nothing.setWordWrap(True)
        self._nothing = self._no_function = ""
        self.partials = Tabs(self)
        self.partials.setObjectName("partials")
        self.partials.hide()
        self.partials.currentChanged.connect(self._choose_partial)
        self._variables: tuple[str, ...] = ()
        self._stack = PanelView()
        self._scroll = PanelScroll()
        self._scroll.setWidget(self._stack)
        self._sections = {
            kind.name: Section(kind.name, kind.make(actions), self._stack) for kind in SECTIONS
        }
        for name, section in self._sections.items():
            section.turned.connect(partial(self._turn, name))
        self.steps = self.section(DerivationSection)
        self.secant = self.section(SecantSection)
        self.result = self.section(ResultSection)
        self.table = self.section(TableSection)
        self.steps.derivation.lit.connect(self._light_up)
        self._bringing = QTimer(self)
        self._bringing.setSingleShot(True)
        self._bringing.timeout.connect(self._bring_into_view)
        self._brought = 0
        self.steps.derivation.place_wanted.connect(self._bringing.start)
        self._calling = QTimer(self)
        self._calling.setSingleShot(True)
        self._calling.timeout.connect(self._scroll_to_section)
        self._called = ""
        self._opened: Section | None = None
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(OPENING_MS)
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.timeout.connect(self._bring_opened)
        self._stack.installEventFilter(self)
        self._theme: Theme | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self._stacked = QVBoxLayout(self._stack)
        for section in self._sections.values():
            self._stacked.addWidget(section)
        self._stacked.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self._head.addWidget(self.function)
        self._head.addWidget(self.partials)
        self._head.addWidget(self.nothing)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self._scroll, 1)

    def section(self, kind: type[Content]) -> Content:
        """What stands in a section, by its class."""
        contents = (section.content for section in self._sections.values())
        return next(content for content in contents if isinstance(content, kind))

    def show_sections(self, opened: tuple[str, ...]) -> None:
        """Unfold these sections, fold the others."""
        for name, section in self._sections.items():
            section.show_open(name in opened)

    def show_scene(self, scene: DerivativeScene | None) -> None:
        """Show a derivation, or that there is none."""
        self.function.show_markup(scene.function if scene else None)
        self._nothing = scene.nothing if scene is not None else ""
        self._say_nothing()
        derived = None if self._nothing else scene
        self.steps.show_scene(derived)
        self.result.show_scene(derived)
        self.nothing.setVisible(derived is None)
        self.function.setVisible(scene is not None)
        self._scroll.setVisible(scene is not None)

    def _say_nothing(self) -> None:
        """Why there is no derivative."""
        self.nothing.setText(self._nothing or self._no_function)

    def show_partials(self, titled: Sequence[tuple[str, str]], by: str | None) -> None:
        """Offer partial derivatives: variables with what the derivatives are called; none of a
        function of one variable, which alone has tangents and secants."""
        self._variables = ()
        while self.partials.count():
            self.partials.removeTab(0)
        for _, title in titled:
            self.partials.addTab(title)
        variables = tuple(variable for variable, _ in titled)
        if by in variables:
            self.partials.setCurrentIndex(variables.index(by))
        self._variables = variables
        self.partials.setVisible(bool(titled))
        self._sections["secant"].setVisible(not titled)

    def _choose_partial(self, index: int) -> None:
        if 0 <= index < len(self._variables):
            self.partial_chosen.emit(self._variables[index])

    def show_point(self, steps: StepsAtPoint | None) -> None:
        """Show the numbers at x₀."""
        self.steps.show_point(steps)

    def show_revealed(self, count: int | None) -> None:
        """Show so many steps of the derivation; None for all.

        What comes out is not shown before the last of them.
        """
        self.steps.show_revealed(count)
        for kind in SECTIONS:
            if kind.tells_result:
                self._sections[kind.name].setVisible(self.steps.all_told)

    def show_stories(self, name: str, stories: tuple[Story, ...]) -> None:
        """Tell the chains of equalities of a section."""
        content = self._sections[name].content
        if isinstance(content, Stories):
            content.show_stories(stories)

    def _turn(self, name: str, is_open: bool) -> None:
        """What was opened is to be seen."""
        self.section_turned.emit(name, is_open)
        if is_open:
            self._opened = self._sections[name]
            self._looking.start()
            self._opening.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was just opened gets its content, and its height, a little later."""
        if event.type() == QEvent.Type.Resize and self._looking.isActive():
            self._opening.start()
        return False

    def _bring_opened(self) -> None:
        """All of the section if it fits, else as much as its head leaves room for."""
        section, bar = self._opened, self._scroll.verticalScrollBar()
        if section is None:
            return
        beyond = section.geometry().bottom() - self._scroll.viewport().height()
        bar.setValue(max(bar.value(), min(section.y(), beyond)))

    def bring(self, name: str) -> None:
        """Scroll to the head of a section; once what was changed has its place, if it is new."""
        self._called = name
        self._calling.start()

    def _scroll_to_section(self) -> None:
        """Where the head of the section that was called is out of sight."""
        section = self._sections[self._called]
        bar, height = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        if not bar.value() <= section.y() <= bar.value() + height // 2:
            bar.setValue(section.y())

    def _light_up(self, lighting: Lighting | None) -> None:
        if self._theme is not None:
            ground = QColor(self._theme.colours.accent_soft)
            self.function.show_highlight(lit(lighting, self._theme), ground)
        self.lit.emit(lighting)

    def _bring_into_view(self) -> None:
        """The step that is chosen; again as long as what is around it still moves."""
        tree = self.steps.derivation
        place = tree.visualRect(tree.currentIndex())
        if place.isEmpty():
            return
        top = tree.mapTo(self._stack, place.topLeft()).y()
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        lowest = top + place.height() + AROUND - room
        highest = top - AROUND
        bar.setValue(min(max(bar.value(), lowest), highest))
        settled = self._stack.height() + top
        if settled != self._brought:
            self._brought = settled
            self._bringing.start()

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self.function.retranslate(tr)
        self.function.setAccessibleDescription(tr("The function"))
        self._no_function = tr("There is no function yet: type one above.")
        self._say_nothing()
        self.partials.setAccessibleName(tr("Partial derivative"))
        for kind in SECTIONS:
            self._sections[kind.name].show_title(tr(kind.title))
            self._sections[kind.name].retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        space = round(theme.sizes.space)
        self._theme = theme
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._head.setContentsMargins(2 * space, space, 2 * space, space // 2)
        self._stacked.setContentsMargins(0, 0, 0, space)
        self._stacked.setSpacing(space // 2)
        self.function.show_theme(theme)
        self.partials.show_theme(theme)
        self.nothing.show_theme(theme)
        for section in self._sections.values():
            section.show_theme(theme)
