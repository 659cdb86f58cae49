"""Everything that can be done by a button, a key, the menu or by name: one line of ACTIONS each."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from gdviz.i18n import N_, Translator
from gdviz.ui.controls.keyboard import settle


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the table.

    keys: work anywhere in the window; bare: keys without Ctrl that work when whatever has the
    keyboard has no use for them; presenting: bare keys during a presentation alone (a remote
    sends them, and elsewhere they are letters). choice: the group of which one is checked.
    section: of the menu, "" for what is not in it.
    """

    id: str
    name: str
    picture: str = ""
    keys: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    presenting: tuple[str, ...] = ()
    checkable: bool = False
    choice: str = ""
    section: str = ""


ACTIONS = (
    Deed("play", N_("Play or pause"), "play", bare=("Space",)),
    Deed("step", N_("One step on"), "step", bare=("Right",)),
    Deed("step_back", N_("One step back"), "step_back", bare=("Left",)),
    Deed("page_on", N_("On in what the open panel tells"), bare=("PgDown",)),
    Deed("page_back", N_("Back in what the open panel tells"), bare=("PgUp",)),
    Deed("first", N_("To the start"), "first", bare=("Home",)),
    Deed("last", N_("To the end"), "last", bare=("End",)),
    Deed("random_start", N_("Random start"), "random", ("Ctrl+R",)),
    Deed("edit_function", N_("Edit the function"), "curve", ("Ctrl+L",)),
    Deed("symbols", N_("Signs and functions"), "symbols", ("F2",)),
    Deed("other_reading", N_("Read it the other way"), keys=("F3",)),
    Deed("new", N_("New"), "new", ("Ctrl+N",), section="file"),
    Deed("open", N_("Open…"), "open", ("Ctrl+O",), section="file"),
    Deed("save", N_("Save"), "save", ("Ctrl+S",), section="file"),
    Deed("save_as", N_("Save as…"), "save_as", ("Ctrl+Shift+S",), section="file"),
    Deed("restore", N_("Restore unsaved work"), section="file"),
    Deed("export", N_("Save the picture as PNG…"), "export", ("Ctrl+E",), section="picture"),
    Deed("copy_picture", N_("Copy the picture"), "copy", bare=("Ctrl+C",), section="picture"),
    Deed("undo", N_("Undo"), "undo", ("Ctrl+Z",), section="edit"),
    Deed("redo", N_("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), section="edit"),
    Deed("show_tangent", N_("Tangent"), checkable=True, section="shown"),
    Deed("show_angle", N_("Angle α"), checkable=True, section="shown"),
    Deed(
        "show_secant",
        N_("Secant"),
        keys=("Ctrl+Shift+D",),
        checkable=True,
        section="shown",
    ),
    Deed(
        "show_derivative",
        N_("Graph of the derivative"),
        keys=("Ctrl+D",),
        checkable=True,
        section="shown",
    ),
    Deed(
        "show_second",
        N_("Graph of 2nd derivative"),
        keys=("Ctrl+2",),
        checkable=True,
        section="shown",
    ),
    Deed("show_below", N_("Derivatives in a plot below"), checkable=True, section="shown"),
    Deed("show_gap", N_("Gap to the tangent"), checkable=True, section="shown"),
    Deed(
        "show_trace",
        N_("Follow the curve with the pointer"),
        bare=("T", "Е"),
        checkable=True,
        section="shown",
    ),
    Deed("show_iterates", N_("Iterates"), checkable=True, section="shown"),
    Deed(
        "show_iterate_tangent",
        N_("Tangent at the iterate"),
        keys=("Ctrl+T",),
        checkable=True,
        section="shown",
    ),
    Deed(
        "show_arrows",
        N_("Arrows of the next step"),
        keys=("Ctrl+Shift+T",),
        checkable=True,
        section="shown",
    ),
    Deed("show_asymptotes", N_("Asymptotes"), checkable=True, section="shown"),
    Deed("show_breaks", N_("Breaks, edges and corners"), checkable=True, section="shown"),
    Deed(
        "show_notable",
        N_("Zeros, extrema, inflections"),
        keys=("Ctrl+3",),
        checkable=True,
        section="shown",
    ),
    Deed("mark_next", N_("Next mark of the curve"), bare=("M", "Ь")),
    Deed("mark_back", N_("Previous mark of the curve"), bare=("Shift+M", "Shift+Ь")),
    Deed("derivation_next", N_("Next step of the derivation"), keys=("F8",)),
    Deed("derivation_back", N_("Previous step of the derivation"), keys=("Shift+F8",)),
    Deed("approach", N_("From secant to tangent, or pause"), keys=("F9",)),
    Deed("approach_right", N_("From secant to tangent, from the right"), "approach_right"),
    Deed("approach_left", N_("From secant to tangent, from the left"), "approach_left"),
    Deed("approach_both", N_("From secant to tangent, from both sides in turn"), "approach_both"),
    Deed("approach_on", N_("On to 10⁻¹⁶, where rounding wins")),
    Deed("secant_tens", N_("Secant: ten times nearer at each beat"), checkable=True),
    Deed("secant_zoom", N_("Zoom in along with the secant"), keys=("Shift+F9",), checkable=True),
    Deed("next_exercise", N_("Next exercise"), keys=("Ctrl+J",)),
    Deed("hint", N_("Hint for the exercise"), keys=("Ctrl+H",)),
    Deed("copy_pytorch", N_("Copy the descent as PyTorch")),
    Deed("log_loss", N_("Loss on a logarithmic scale"), checkable=True),
    Deed("automatic_view", N_("Automatic view"), "automatic_view", ("Ctrl+Home",), section="view"),
    Deed("view_back", N_("Previous view"), keys=("Alt+Left",), section="view"),
    Deed("view_forward", N_("Next view"), keys=("Alt+Right",), section="view"),
    Deed("equal_axes", N_("Equal axes"), keys=("Ctrl+1",), checkable=True, section="view"),
    Deed(
        "ticks_automatic",
        N_("Axes counted as suits the function"),
        checkable=True,
        choice="ticks",
        section="ticks",
    ),
    Deed("ticks_decimal", N_("Axes in decimals"), checkable=True, choice="ticks", section="ticks"),
    Deed("ticks_pi", N_("Axes in parts of π"), checkable=True, choice="ticks", section="ticks"),
    Deed("panel", N_("Panel"), keys=("F4",), checkable=True, section="window"),
    Deed("presentation", N_("Presentation"), keys=("F5",), checkable=True, section="window"),
    Deed("less_motion", N_("Less motion"), checkable=True, section="window"),
    Deed("blank", N_("Blank the screen"), presenting=("B", ".", "И", "Ю")),
    Deed("theme_light", N_("Light"), checkable=True, choice="theme", section="theme"),
    Deed("theme_dark", N_("Dark"), checkable=True, choice="theme", section="theme"),
    Deed("theme_projector", N_("Projector"), checkable=True, choice="theme", section="theme"),
    Deed("next_theme", N_("Next theme"), "theme", ("F6",)),
    Deed("language_en", "English", checkable=True, choice="language", section="language"),
    Deed("language_ru", "Русский", checkable=True, choice="language", section="language"),
    Deed("next_language", N_("Next language"), "language", ("F7",)),
    Deed("larger", N_("Larger text"), "larger", ("Ctrl++", "Ctrl+="), section="size"),
    Deed("smaller", N_("Smaller text"), "smaller", ("Ctrl+-",), section="size"),
    Deed("normal_size", N_("Normal size"), keys=("Ctrl+0",), section="size"),
    Deed("palette", N_("Every action by name"), "search", ("Ctrl+K",), section="help"),
    Deed("notation", N_("What can be typed"), "symbols", ("Shift+F1",), section="help"),
    Deed("keys", N_("Keys"), "keys", ("F1",), section="help"),
    Deed("quit", N_("Quit"), "close", ("Ctrl+Q",), section="quit"),
)
"""The order is that of the menu, and of the palette while nothing is typed in it."""

OF_CURVES = (
    *("show_tangent", "show_angle", "show_secant", "show_derivative", "show_second", "show_below"),
    *("show_gap", "show_trace", "show_iterate_tangent", "show_asymptotes", "show_breaks"),
    *("show_notable", "mark_next", "mark_back", "approach", "approach_right", "approach_left"),
    *("approach_both", "approach_on", "secant_tens", "secant_zoom", "show_arrows"),
)
"""What can be done with a function of one variable alone."""

KEY_NAMES = {
    "Space": N_("Space"),
    "Right": "→",
    "Left": "←",
    "PgDown": "PageDown",
    "PgUp": "PageUp",
    "Alt+Left": "Alt+←",
    "Alt+Right": "Alt+→",
    "Ctrl++": "Ctrl +",
    "Ctrl+-": "Ctrl −",
}

REPEATED = ("step", "step_back", "page_on", "page_back", "mark_next", "mark_back")
"""Actions that go on while their key is held down."""
EXACTLY = QKeySequence.SequenceMatch.ExactMatch


class Actions(QObject):
    """The actions of one window. Says what the person asked for; does nothing itself."""

    triggered = Signal(str)
    switched = Signal(str, bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tr = Translator()
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._tell)
        self._actions = {deed.id: self._make(deed) for deed in ACTIONS}
        window.addActions(list(self._actions.values()))

    def _make(self, deed: Deed) -> QAction:
        action = QAction(self._group)
        action.setData(deed.id)
        action.setCheckable(deed.checkable)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        return action

    def __getitem__(self, identity: str) -> QAction:
        return self._actions[identity]

    def __iter__(self) -> Iterator[tuple[Deed, QAction]]:
        return ((deed, self._actions[deed.id]) for deed in ACTIONS)

    def show_checked(self, identity: str, checked: bool) -> None:
        """Show whether something is on, or which of a choice is."""
        self._actions[identity].setChecked(checked)

    def show_choice(self, choice: str, identity: str) -> None:
        """Show which one of a choice it is."""
        for deed, action in self:
            if deed.choice == choice:
                action.setChecked(deed.id == identity)

    def show_enabled(self, identity: str, enabled: bool) -> None:
        """Show whether something can be done now."""
        self._actions[identity].setEnabled(enabled)

    def offer_curves(self, offered: bool) -> None:
        """Offer what is done with curves, or put it out of sight."""
        for identity in OF_CURVES:
            self._actions[identity].setVisible(offered)
            self._actions[identity].setEnabled(offered)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        for deed, action in self:
            name = tr(deed.name)
            keys = self.keys_in_words(deed)
            action.setIconText(name)
            action.setText(name if deed.keys or not keys else f"{name}\t{keys[0]}")
            action.setToolTip(f"{name} ({keys[0]})" if keys else name)

    def keys_in_words(self, deed: Deed) -> tuple[str, ...]:
        """The keys of an action as they are printed on a keyboard."""
        return tuple(self._in_words(key) for key in (*deed.keys, *deed.bare, *deed.presenting))

    def _in_words(self, key: str) -> str:
        name = self._tr(KEY_NAMES.get(key, key))
        return name.replace("Ctrl++", "Ctrl +").replace("Ctrl+-", "Ctrl −")

    def press(self, event: QKeyEvent, *, presenting: bool) -> bool:
        """Do what a key means that nobody else had a use for. False if it means nothing."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        for deed, action in self:
            keys = (*deed.bare, *deed.presenting) if presenting else deed.bare
            if any(pressed.matches(QKeySequence(key)) == EXACTLY for key in keys):
                if deed.id in REPEATED or not event.isAutoRepeat():
                    action.trigger()
                return True
        return False

    def _tell(self, action: QAction) -> None:
        settle(self._window)
        identity = action.data()
        deed = next(deed for deed in ACTIONS if deed.id == identity)
        if deed.choice:
            self.show_choice(deed.choice, identity)
        if deed.checkable and not deed.choice:
            self.switched.emit(identity, action.isChecked())
        else:
            self.triggered.emit(identity)
