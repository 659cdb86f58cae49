r"""What LaTeX commands mean in the editor's language. One line of a table adds one."""

from collections.abc import Mapping

from gdviz.calculus.functions import BY_SPELLING
from gdviz.calculus.reading.likeness import nearest


def _pairs(table: str) -> list[tuple[str, str]]:
    """Words of a table, two by two."""
    words = table.split()
    return list(zip(words[::2], words[1::2], strict=True))


_GREEK = """alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ
    iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi π rho ρ varrho ρ sigma σ varsigma σ
    tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
    Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"""
GREEK = {f"\\{name}": f" {letter}" for name, letter in _pairs(_GREEK)}
"""Behind a blank, so that letters of several commands make no word."""

NAMES = {f"\\{name}": f" {name} " for name in BY_SPELLING if name.isascii()}

_SIGNS = r"""\cdot · \times · \ast · \cdotp · \bullet · \div / \slash / \colon : \pm ± \mp ∓
    \le ≤ \leq ≤ \leqslant ≤ \ge ≥ \geq ≥ \geqslant ≥ \ne ≠ \neq ≠ \lt < \gt > \infty ∞ \to →
    \rightarrow → \circ ∘ \degree ° \prime ′ \partial ∂ \sum ∑ \prod ∏ \int ∫
    \dots … \ldots … \cdots … \vert | \mid |
    \lvert (| \rvert |) \lbrace { \rbrace } \{ { \} } \lbrack [ \rbrack ] \lparen ( \rparen )
    \lfloor (floor( \rfloor )) \lceil (ceil( \rceil )) \% % \_ _ \# #"""
SIGNS = dict(_pairs(_SIGNS))

_BLANKS = r"\, \; \: \> \quad \qquad \enspace \thinspace \medspace \thickspace \space ~ &"
BLANKS = dict.fromkeys([*_BLANKS.split(), "\\ ", "\t", "\n", "\r"], " ")

_SILENT = r"""\! \( \) \[ \] $ \displaystyle \textstyle \scriptstyle \limits \nolimits \mathstrut
    \strut \null \rm \it \relax \negthinspace \nonumber \notag"""
SILENT = frozenset(_SILENT.split())
"""How a formula is set, not what it says."""

WORTH: Mapping[str, str] = {
    **NAMES, **GREEK, **SIGNS, **BLANKS, **dict.fromkeys(SILENT, ""),
}  # fmt: skip
"""Commands and characters that stand for a text, wherever they are."""

FRACTIONS = frozenset({"\\frac", "\\dfrac", "\\tfrac", "\\cfrac"})
_FONTS = """operatorname operatorname* mathop mathrm mathit mathbf mathsf mathtt mathcal mathnormal
    text textrm textit textbf textnormal mbox boldsymbol bm"""
FONTS = frozenset(f"\\{name}" for name in _FONTS.split())
BIG = frozenset(f"\\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in "lrm") | {
    "\\big", "\\Big", "\\bigg", "\\Bigg", "\\right", "\\middle",
}  # fmt: skip

DELIMITERS = {
    ".": "", "/": "/", "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "\\vert": "|",
    "\\lvert": "|", "\\rvert": "|", "\\{": "{", "\\}": "}", "\\lbrace": "{", "\\rbrace": "}",
    "\\lbrack": "[", "\\rbrack": "]", "\\lfloor": "(floor(", "\\rfloor": "))",
    "\\lceil": "(ceil(", "\\rceil": "))",
}  # fmt: skip

_ENVIRONMENTS = "equation align gather multline displaymath math aligned gathered split"
ENVIRONMENTS = frozenset(_ENVIRONMENTS.split())

COMMANDS = frozenset(
    command
    for command in (*WORTH, *FRACTIONS, *FONTS, "\\sqrt", "\\left", "\\right")
    if command[:1] == "\\" and command[1:].isalpha()
)


def nearest_command(typed: str) -> str | None:
    """The known command most like `typed`, or None if none is like it."""
    found = nearest(typed[1:], [command[1:] for command in COMMANDS])
    return found and f"\\{found}"
