r"""What LaTeX calls letters, signs, brackets and blanks."""

_GREEK_LETTERS = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ"
_GREEK_COMMANDS = r"""\alpha \beta \gamma \delta \varepsilon \zeta \eta \theta \iota \kappa \lambda
    \mu \nu \xi \pi \rho \sigma \tau \upsilon \varphi \chi \psi \omega
    \Gamma \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega"""
GREEK = dict(zip(_GREEK_LETTERS, _GREEK_COMMANDS.split(), strict=True))

_OPERATOR_NAMES = """sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln lg log
    min max lim arg"""
OPERATOR_NAMES = frozenset(_OPERATOR_NAMES.split())
"""Names that have a command."""

SIGNS = {
    "−": "-",
    "·": r"\cdot",
    "×": r"\times",
    "±": r"\pm",
    "∓": r"\mp",
    "∘": r"\circ",
    "≠": r"\ne",
    "≈": r"\approx",
    "≡": r"\equiv",
    "≤": r"\le",
    "≥": r"\ge",
    "→": r"\to",
    "←": r"\leftarrow",
    "↦": r"\mapsto",
    "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow",
    "∈": r"\in",
    "∉": r"\notin",
    "∞": r"\infty",
    "ℤ": r"\mathbf{Z}",
    "∂": r"\partial",
    "∇": r"\nabla",
    "∑": r"\sum",
    "∏": r"\prod",
    "∫": r"\int",
    "°": r"^{\circ}",
    "…": r"\dots",
    "%": r"\%",
}

BRACKETS = {
    "{": r"\{",
    "}": r"\}",
    "⌊": r"\lfloor",
    "⌋": r"\rfloor",
    "⌈": r"\lceil",
    "⌉": r"\rceil",
    "": ".",
}

GAPS = ((1 / 5, r"\,"), (1 / 4, r"\:"), (1 / 2, r"\;"), (1, r"\quad"), (2, r"\qquad"))
"""Widest blank, em → command; anything wider is the last."""
