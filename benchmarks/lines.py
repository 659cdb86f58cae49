"""What the lecture has typed, line by line, and what goes wrong on the way."""

LECTURE = (
    "y = tg x^2",
    "y = arctg^2 x^3",
    "ln cos^2(sin sqrt x)",
    "sigma(x)",
    "L(w) = w^2 + 12",
)
HARD = "x sin(x^2)"
"""Not of the lecture: the one that oscillates most."""
BROKEN = ("y = tg x^", "2x + )", "sin(", "foo x", "1/0 +")
"""States that a line passes through, or stays in, without making sense."""
