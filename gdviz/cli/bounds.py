"""The view that a command line asks for: any of its sides, the others as they are chosen."""

from collections.abc import Callable

from gdviz.calculus.view.framing import HIGHEST
from gdviz.calculus.view.viewport import Viewport
from gdviz.cli import numbers
from gdviz.cli.options import Words
from gdviz.cli.trouble import CommandError
from gdviz.i18n import Translator
from gdviz.numerals import significant

BOUNDS = {"--from": "x0", "--to": "x1", "--bottom": "y0", "--top": "y1"}
"""Options, and the side of the view that each sets."""


def view_of(words: Words, usual: Callable[[], Viewport], tr: Translator) -> Viewport:
    """With the usual sides where none are given. Raises CommandError."""
    given = {
        side: numbers.number(words.get(option), option, tr)
        for option, side in BOUNDS.items()
        if words.has(option)
    }
    if len(given) < len(BOUNDS):
        chosen = usual()
        given = {side: given.get(side, getattr(chosen, side)) for side in BOUNDS.values()}
    view = Viewport(**given)
    _check(view.x0, view.x1, tr)
    _check(view.y0, view.y1, tr)
    return view


def _check(low: float, high: float, tr: Translator) -> None:
    """Two opposite sides of a view."""
    if not low < high:
        ends = {"low": significant(low), "high": significant(high)}
        raise CommandError(tr("The view is empty: {low} is not less than {high}.", **ends))
    if max(-low, high) > HIGHEST or high - low < 1 / HIGHEST:
        raise CommandError(
            tr(
                "The view is out of range: its sides lie up to {most} from 0, and at least {least} "
                "from each other.",
                most=significant(HIGHEST),
                least=significant(1 / HIGHEST),
            )
        )
