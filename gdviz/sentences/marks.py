"""What marks are: words on hover (codes of gdviz.calculus.marks.telling)."""

from gdviz.i18n import N_

SENTENCES: dict[str, str] = {
    "mark-pole": N_("The line x = {x} is an asymptote: {left}, {right}"),
    "mark-essential": N_("An essential discontinuity at x = {x}: {left}, {right}"),
    "mark-jump": N_("A jump at x = {x}: {left}, {right}, the value is {value}"),
    "mark-jump-without-value": N_("A jump at x = {x}: {left}, {right}, there is no value"),
    "mark-hole": N_("A hole: there is no value at x = {x}, the limit is {limit}"),
    "mark-hole-with-value": N_("A hole: at x = {x} the limit is {limit}, but the value is {value}"),
    "mark-edge-closed": N_("The domain ends here: ({x}; {y}) belongs to the curve"),
    "mark-edge-open": N_("The domain ends here: ({x}; {y}) does not belong to the curve"),
    "mark-edge-lone": N_("A point by itself: ({x}; {y})"),
    "mark-corner": N_("A corner ({x}; {y}): the slope is {left} on the left, {right} on the right"),
    "mark-cusp": N_("A cusp ({x}; {y}): the slope is {left} on the left, {right} on the right"),
    "mark-vertical-tangent": N_("At ({x}; {y}) the tangent is vertical"),
    "mark-minimum": N_("Minimum: f({x}) = {y}"),
    "mark-maximum": N_("Maximum: f({x}) = {y}"),
    "mark-zero": N_("Zero: f({x}) = 0"),
    "mark-inflection": N_("Inflection ({x}; {y}): the slope is {slope}"),
    "mark-left-limit": N_("f → {limit} on the left"),
    "mark-right-limit": N_("f → {limit} on the right"),
    "mark-left-none": N_("no limit on the left"),
    "mark-right-none": N_("no limit on the right"),
    "mark-left-undefined": N_("not defined on the left"),
    "mark-right-undefined": N_("not defined on the right"),
    "crowded-breaks": N_("There are more breaks than the screen can show apart"),
    "crowded-zeros": N_("There are more zeros than the screen can show apart"),
    "crowded-extrema": N_("There are more extrema than the screen can show apart"),
    "crowded-inflections": N_("There are more inflections than the screen can show apart"),
}
