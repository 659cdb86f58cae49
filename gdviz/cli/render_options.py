"""What a picture is to show, from the options of a command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.trouble import CommandError
from gdviz.descent.run import Descent
from gdviz.document.document import DescentSettings, Document, Shown
from gdviz.i18n import Translator
from gdviz.sentences import sentence
from gdviz.session.analysis import Analysis
from gdviz.session.work import PathWork

if TYPE_CHECKING:
    from gdviz.session.plane import Plane

SAME, BELOW = PLACES = ("same", "below")
"""Where f′ and f″ may be drawn: on the plot of f, or on one of their own."""
OF_A_DESCENT = ("--rate", "--epsilon", "--max-steps")


def shown_by(words: Words, places: list[float], step: float | None, tr: Translator) -> Shown:
    """What is on. places: of a tangent; step: Δx of a secant. Raises CommandError."""
    derivative, second = (_place(words, option, tr) for option in ("--derivative", "--second"))
    if derivative and second and derivative != second:
        raise CommandError(tr("--derivative and --second are drawn at one place, or one of them."))
    return Shown(
        tangent=bool(places),
        angle=bool(places),
        iterates=words.has("--start"),
        secant=step is not None,
        derivative=bool(derivative),
        second=bool(second),
        below=BELOW in (derivative, second),
    )


def _place(words: Words, option: str, tr: Translator) -> str:
    wanted = words.get(option)
    if wanted not in ("", *PLACES):
        known = ", ".join(PLACES)
        raise CommandError(
            tr(
                "{option} cannot be {name}. Known are: {known}.",
                option=option,
                name=wanted,
                known=known,
            )
        )
    return wanted


def delta_x(words: Words, places: list[float], tr: Translator) -> float | None:
    """Δx of the secant, None where none is asked for. Raises CommandError."""
    if not words.has("--delta-x"):
        return None
    if not places:
        raise CommandError(tr("--delta-x needs --at: the secant begins at that point."))
    step = read_numbers.number(words.get("--delta-x"), "--delta-x", tr)
    if step == 0.0:
        raise CommandError(tr("--delta-x cannot be 0: Δf/Δx would be 0/0."))
    return step


def descent_by(words: Words, tr: Translator, variables: Sequence[str] = ()) -> DescentSettings:
    """The descent whose path is drawn, where --start is given. variables: both of them, of a
    function of two. Raises CommandError."""
    if not words.has("--start"):
        for option in OF_A_DESCENT:
            if words.has(option):
                raise CommandError(
                    tr("{option} needs --start: there is no descent.", option=option)
                )
        return DescentSettings()
    text = words.get("--start")
    point = read_numbers.point(text, variables, "--start", tr) if variables else ()
    return DescentSettings(
        start=point[0] if point else read_numbers.number(text, "--start", tr),
        starts=tuple(zip(variables, point, strict=True)),
        rate=read_numbers.number(words.get("--rate", "0.1"), "--rate", tr),
        epsilon=read_numbers.number(words.get("--epsilon", "0.01"), "--epsilon", tr),
        max_steps=read_numbers.whole_number(words.get("--max-steps", "1000"), "--max-steps", tr),
    )


def path_of(line: "Analysis | Plane", document: Document, tr: Translator) -> Descent | None:
    """The descent, to its end. Raises CommandError."""
    work = PathWork()
    work.aim(line, document.descent)
    if work.trouble is not None:
        raise CommandError(sentence(tr, work.trouble.code, work.trouble.fields))
    while not work.done:
        work.advance(1.0)
    return work.descent
