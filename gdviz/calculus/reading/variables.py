"""Which letters of a line are its variables, when no left-hand side says so.

x comes first, then w, the pair w1, w2, then t, u, v, θ; some pairs are two variables together; a
lone other letter is the variable. All other letters are parameters, as long as that leaves a
variable.
"""

from collections.abc import Collection, Sequence

FIRST_COME = (
    ("x", "y"),
    ("w", "b"),
    ("w1", "w2"),
    ("w_1", "w_2"),
    ("t", ""),
    ("u", "v"),
    ("v", ""),
    ("θ", ""),
)
"""A variable and the letter that, standing in the same line, is the second one."""

BOTH_NEEDED = frozenset({"w1", "w_1"})
RATHER_THAN_NONE = "yzxwtuvθ"
"""Letters, with or without an index, that are hardly meant as parameters of a constant."""

OF_A_CONSTANT = ("x", "t", "u", "v")
"""y = 5 is a function too: of the first of these that is no parameter."""


def choose_variables(names: Sequence[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """One or two variables of a line with these names; `taken` cannot be any of them."""
    free = [name for name in dict.fromkeys(names) if name not in taken]
    for first, second in FIRST_COME:
        if first in free and (second in free or first not in BOTH_NEEDED):
            return (first, second) if second in free else (first,)
    if len(free) == 1 or _differ_in_index(free):
        return tuple(sorted(free))
    for letter in RATHER_THAN_NONE:
        for name in free:
            if name[0] == letter:
                return (name,)
    return (next(name for name in (*OF_A_CONSTANT, "x") if name not in {*names, *taken, ""}),)


def _differ_in_index(names: Sequence[str]) -> bool:
    """Two names like x_1 and x_2."""
    letters = {name[0] for name in names}
    return len(names) == 2 and len(letters) == 1 and all(len(name) > 1 for name in names)
