"""Tables for spreadsheets."""

from collections.abc import Sequence

from gdviz.descent.run import Descent


def iterates_table(
    descent: Descent, first: int, last: int, letters: Sequence[str], loss: str
) -> str:
    """Iterates first to last, a line each with tabs between, in full precision: i, w, L, L′; over
    several parameters i, x, y, L, ∂L/∂x, ∂L/∂y."""
    several = [f"∂{loss}/∂{letter}" for letter in letters]
    heading = ("i", *letters, loss, *(several if len(letters) > 1 else [f"{loss}′"]))
    rows = [
        (
            str(descent.steps[index]),
            *(repr(part) for part in descent.points[index].tolist()),
            repr(float(descent.losses[index])),
            *(repr(part) for part in descent.gradients[index].tolist()),
        )
        for index in range(first, last + 1)
    ]
    return "\n".join("\t".join(row) for row in (heading, *rows)) + "\n"
