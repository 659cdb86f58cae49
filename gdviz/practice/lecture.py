"""The lecture's own exercises: the answer hidden, in its order."""

LECTURE = (
    "tg x^2",
    "arctg^2 x^3",
    "ln cos^2(sin √x)",
    "1/(1 + e^(-x))",
)
