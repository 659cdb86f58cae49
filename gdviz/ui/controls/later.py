"""A view that is made when it is first wanted, so that the start does not wait for it."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from gdviz.i18n import Translator
from gdviz.ui.controls.view import Themed, Translated
from gdviz.ui.theme import Theme


class View(Themed, Translated, Protocol):
    """Has words, and a look."""


Kind = TypeVar("Kind", bound=View)


class Later(Generic[Kind]):
    """Hears of the language and the theme from the start, and hands them on.

    make: builds the view, and imports what that takes; called once at most.
    """

    def __init__(self, make: Callable[[], Kind]) -> None:
        self._make = make
        self._view: Kind | None = None
        self._tr: Translator | None = None
        self._theme: Theme | None = None
        self._waiting: list[Callable[[Kind], object]] = []

    @property
    def made(self) -> bool:
        """Whether it was wanted already."""
        return self._view is not None

    def view(self) -> Kind:
        """The view itself, made now if it was not before."""
        if self._view is not None:
            return self._view
        view = self._view = self._make()
        if self._tr is not None:
            view.retranslate(self._tr)
        if self._theme is not None:
            view.show_theme(self._theme)
        for told in self._waiting:
            told(view)
        self._waiting.clear()
        return view

    def then(self, told: Callable[[Kind], object]) -> None:
        """Call with the view as soon as there is one."""
        if self._view is not None:
            told(self._view)
        else:
            self._waiting.append(told)

    def retranslate(self, tr: Translator) -> None:
        """Name everything in another language."""
        self._tr = tr
        if self._view is not None:
            self._view.retranslate(tr)

    def show_theme(self, theme: Theme) -> None:
        """Take colours and sizes from the theme."""
        self._theme = theme
        if self._view is not None:
            self._view.show_theme(theme)
