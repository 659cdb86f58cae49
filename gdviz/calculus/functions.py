r"""The functions that the editor knows: what they are called, in the tree, on paper and by people.

One line of the table adds a function to the parser, to its suggestions and to typesetting.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

ONE = range(1, 2)
TWO = range(2, 3)
SEVERAL = range(2, 401)
"""Two arguments or more; a line has no room for 400."""


class FunctionInfo(NamedTuple):
    r"""One function.

    `name` is canonical (the tree and the canonical reading use it), `spellings` are what the
    editor reads, the canonical name among them. `arguments` are the counts a call in the *tree*
    may have. `russian` and `english` are the names in the school notation of each language,
    `latex_…` the same as LaTeX commands. `inverse` is the canonical name of what `^-1` means
    (sin^-1 x = arcsin x), empty where `^-1` is a power (ln^-1 x = 1/ln x).
    """

    name: str
    spellings: tuple[str, ...]
    russian: str
    english: str
    arguments: range = ONE
    inverse: str = ""
    latex_russian: str = ""
    latex_english: str = ""


_WITH_A_COMMAND = "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln lg log"
_LATEX_COMMANDS = frozenset(_WITH_A_COMMAND.split()) | {"min", "max"}
_LATEX_SYMBOLS = {"σ": r"\sigma", "Γ": r"\Gamma", "ψ": r"\psi"}


def _latex(name: str) -> str:
    if name in _LATEX_COMMANDS:
        return "\\" + name
    return _LATEX_SYMBOLS.get(name, rf"\operatorname{{{name}}}")


def _function(
    name: str, spellings: str, russian: str, english: str, arguments: range = ONE, inverse: str = ""
) -> FunctionInfo:
    read = tuple(dict.fromkeys([name, *spellings.split()]))
    return FunctionInfo(
        name, read, russian, english, arguments, inverse, _latex(russian), _latex(english)
    )


_TABLE = (
    _function("sin", "", "sin", "sin", inverse="arcsin"),
    _function("cos", "", "cos", "cos", inverse="arccos"),
    _function("tan", "tg", "tg", "tan", inverse="arctan"),
    _function("cot", "ctg cotg", "ctg", "cot", inverse="arccot"),
    _function("sec", "", "sec", "sec", inverse="arcsec"),
    _function("csc", "cosec", "cosec", "csc", inverse="arccsc"),
    _function("arcsin", "asin", "arcsin", "arcsin"),
    _function("arccos", "acos", "arccos", "arccos"),
    _function("arctan", "arctg atan atg", "arctg", "arctan"),
    _function("arccot", "arcctg arccotg acot actg", "arcctg", "arccot"),
    _function("arcsec", "asec", "arcsec", "arcsec"),
    _function("arccsc", "arccosec acsc acosec", "arccosec", "arccsc"),
    _function("sinh", "sh", "sh", "sinh", inverse="arsinh"),
    _function("cosh", "ch", "ch", "cosh", inverse="arcosh"),
    _function("tanh", "th", "th", "tanh", inverse="artanh"),
    _function("coth", "cth", "cth", "coth", inverse="arcoth"),
    _function("sech", "", "sech", "sech", inverse="arsech"),
    _function("csch", "cosech", "csch", "csch", inverse="arcsch"),
    _function("arsinh", "arsh asinh arcsinh", "arsh", "arsinh"),
    _function("arcosh", "arch acosh arccosh", "arch", "arcosh"),
    _function("artanh", "arth atanh arctanh", "arth", "artanh"),
    _function("arcoth", "arcth acoth arccoth", "arcth", "arcoth"),
    _function("arsech", "asech arcsech", "arsech", "arsech"),
    _function("arcsch", "acsch arccsch", "arcsch", "arcsch"),
    _function("exp", "", "exp", "exp"),
    _function("ln", "", "ln", "ln"),
    # log b x in the tree; typed `log x` is ln x, `lg x` has the base 10
    _function("log", "lg", "log", "log", TWO),
    _function("sqrt", "", "sqrt", "sqrt"),
    _function("cbrt", "", "cbrt", "cbrt"),
    _function("root", "", "root", "root", TWO),
    _function("abs", "", "abs", "abs"),
    _function("sign", "sgn", "sign", "sign"),
    _function("floor", "", "floor", "floor"),
    _function("ceil", "", "ceil", "ceil"),
    _function("sigmoid", "sigma σ", "σ", "σ"),
    _function("relu", "ReLU", "ReLU", "ReLU"),
    _function("softplus", "", "softplus", "softplus"),
    _function("factorial", "", "factorial", "factorial"),
    _function("gamma", "Γ", "Γ", "Γ"),
    _function("digamma", "", "ψ", "ψ"),
    # polygamma(n, x): the n-th derivative of digamma
    _function("polygamma", "", "ψ", "ψ", TWO),
    _function("min", "", "min", "min", SEVERAL),
    _function("max", "", "max", "max", SEVERAL),
)

FUNCTIONS: Mapping[str, FunctionInfo] = MappingProxyType({info.name: info for info in _TABLE})
"""By canonical name."""

BY_SPELLING: Mapping[str, FunctionInfo] = MappingProxyType(
    {spelling: info for info in _TABLE for spelling in info.spellings}
)
"""By everything a person may type for it."""

CONSTANTS: Mapping[str, str] = MappingProxyType({"e": "e", "pi": "pi", "π": "pi"})
"""Spelling → canonical name."""
