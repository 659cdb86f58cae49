"""Why f has no value at a point, or no tangent (codes of gdviz.calculus.domain and .local)."""

from gdviz.i18n import N_

WITHOUT_TANGENT: dict[str, str] = {
    "outside-domain": N_("The function is not defined here: {why}."),
    "hole": N_("A hole: {why}, but the limit is {limit}."),
    "edge-of-domain": N_("The domain ends here, so there is no derivative; {slope}."),
    "isolated-point": N_(
        "The function is defined at this point but not beside it, so there is no derivative."
    ),
    "jump": N_("The function jumps here from {left} to {right}, so there is no derivative."),
    "corner": N_(
        "A corner: the slope is {left} on the left and {right} on the right, "
        "so there is no derivative."
    ),
    "cusp": N_(
        "A cusp: the slope tends to {left} on the left and to {right} on the right, "
        "so there is no derivative."
    ),
    "vertical-tangent": N_("The tangent is vertical: there is no finite derivative."),
    "near-pole": N_("So near a pole that rounding decides: there is no tangent to be told."),
    "beyond-float64": N_("The numbers are beyond float64 here."),
    "unknown-slope": N_("Whether there is a derivative here could not be found out."),
    "slope-on-the-left": N_("the slope on the left is {slope}"),
    "slope-on-the-right": N_("the slope on the right is {slope}"),
    "slope-unknown": N_("the slope on the inner side is unknown"),
}

WITHOUT_VALUE: dict[str, str] = {
    "division-by-zero": N_("division by zero"),
    "zero-to-zero": N_("0⁰ has no value"),
    "logarithm": N_("a logarithm needs a positive number, here it is {value}"),
    "log-base": N_("the base of a logarithm is positive and not 1, here it is {value}"),
    "even-root": N_("an even root needs a number that is not negative, here it is {value}"),
    "root-degree": N_("the degree of a root cannot be 0"),
    "power-of-negative": N_("a fractional power needs a base that is not negative, here {value}"),
    "variable-power": N_("with a variable exponent the base must be positive, here it is {value}"),
    "arc-sine": N_("arcsin and arccos need a number from −1 to 1, here it is {value}"),
    "arc-secant": N_("arcsec and arccosec need |u| ≥ 1, here u = {value}"),
    "area-cosine": N_("arch needs a number not less than 1, here it is {value}"),
    "area-tangent": N_("arth needs a number between −1 and 1, here it is {value}"),
    "area-cotangent": N_("arcth needs |u| > 1, here u = {value}"),
    "area-secant": N_("arsech needs a number above 0 and up to 1, here it is {value}"),
    "pole": N_("the argument {value} is a pole"),
    "gamma-pole": N_("Γ and ψ have no values at 0 and at negative integers"),
    "polygamma-order": N_("the order of ψ must be a whole number from 0 to 50, here it is {value}"),
}

SENTENCES: dict[str, str] = {**WITHOUT_TANGENT, **WITHOUT_VALUE}
