"""Tables for spreadsheets."""

from gdviz.descent.run import Descent


def iterates_table(descent: Descent, first: int, last: int, letter: str, loss: str) -> str:
    """Iterates first to last, a line each with tabs between: i, w, L, L′, in full precision."""
    heading = ("i", letter, loss, f"{loss}′")
    rows = [
        (
            str(descent.steps[index]),
            repr(float(descent.points[index, 0])),
            repr(float(descent.losses[index])),
            repr(float(descent.gradients[index, 0])),
        )
        for index in range(first, last + 1)
    ]
    return "\n".join("\t".join(row) for row in (heading, *rows)) + "\n"
