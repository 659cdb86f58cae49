"""What the rules of differentiation are called, by the ids that the derivation gives them."""

from gdviz.i18n import N_

RULES: dict[str, str] = {
    "constant": N_("a constant"),
    "variable": N_("the variable itself"),
    "negation": N_("a minus in front"),
    "sum": N_("sum"),
    "difference": N_("difference"),
    "product": N_("product"),
    "constant-multiple": N_("constant factor"),
    "constant-divisor": N_("constant divisor"),
    "quotient": N_("quotient"),
    "reciprocal": N_("constant over a function"),
    "power": N_("power"),
    "natural-exponential": N_("exponential with base e"),
    "exponential": N_("exponential"),
    "general-power": N_("power with a variable exponent"),
    "chain": N_("chain rule"),
    "minimum": N_("the smaller of two"),
    "maximum": N_("the larger of two"),
    "logarithm": N_("logarithm"),
    "change-of-base": N_("change of the logarithm's base"),
    "root": N_("root"),
    "root-as-power": N_("a root as a power"),
    "mean": N_("mean over the data"),
}
"""The derivatives of single functions are called by the function: see `table_entry`."""

TABLE_ENTRY = N_("table: derivative of {function}")
