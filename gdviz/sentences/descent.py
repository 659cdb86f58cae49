"""Sentences for the codes of descent: why a run ended, what is wrong with its end, and why one
cannot begin."""

from gdviz.i18n import N_

REASONS = {
    "converged": N_(
        "Converged at step {step}: {change} is less than {epsilon}, at {point}, {level}."
    ),
    "cycle": N_(
        "A cycle at step {step}: the same {period} points come back for ever, {orbit}. "
        "Take a smaller λ."
    ),
    "step-limit": N_(
        "Not there yet after {step} steps, the limit: {change} is still not less than {epsilon}."
    ),
    "unfinished": N_("Not finished: {step} steps so far."),
}
CAUSES = {
    "point-too-far": N_(
        "Diverged at step {step}: {point} is too far out. {rate} is too large, every step "
        "overshoots by more than the one before."
    ),
    "point-too-far-down": N_(
        "Diverged at step {step}: {point} is far out, and {loss} goes on falling there: "
        "there is no minimum that way."
    ),
    "loss-too-large": N_(
        "Diverged at step {step}: {loss} has grown to {value}. {rate} is too large, every "
        "step overshoots by more than the one before."
    ),
    "loss-too-large-down": N_(
        "Diverged at step {step}: {loss} has fallen to {value} and goes on falling: "
        "it has no minimum that way."
    ),
    "not-finite": N_(
        "Diverged at step {step}: the numbers have become too large for the computer. "
        "{rate} is too large, or {loss} has no minimum that way."
    ),
    "no-value": N_(
        "Left the domain: update {step} would lead to {rejected}, where {loss} is not defined. "
        "Take a smaller λ or another start."
    ),
    "no-slope": N_(
        "Left the domain: update {step} would lead to {rejected}, where {loss} has no derivative. "
        "Take a smaller λ or another start."
    ),
    "no-curvature": N_(
        "Newton’s method has no step {step}: it divides by {curvature}, which is zero or not "
        "defined at {before}. Take another start or another optimiser."
    ),
    "minimum": N_(
        "The slope at the start is zero: {point} is a minimum already, there is nothing to do."
    ),
    "maximum": N_(
        "The slope at the start is zero: {point} is a maximum. Without a slope there is no step; "
        "from any point beside it the descent would run away."
    ),
    "inflection": N_(
        "The slope at the start is zero: {point} is a point of inflection. Without a slope there "
        "is no step, although {loss} is lower on one side."
    ),
    "saddle": N_(
        "The slope at the start is zero: {point} is a saddle. Without a slope there is no step, "
        "although {loss} is lower on two sides."
    ),
    "flat": N_(
        "The slope at the start is zero, and {loss} is level all around {point}: "
        "there is nowhere to go."
    ),
}
CAVEATS = {
    "short-steps": N_(
        "This is not a minimum: {slope} here, and {first_slope} at the start. "
        "The steps are tiny because λ is too small; take a larger λ, or a smaller ε."
    ),
    "leaps": N_(
        "This is not a minimum: {slope} here, and {first_slope} at the start. "
        "The steps leap across the valley and hardly get lower, if at all; take a smaller λ."
    ),
    "rate-fell": N_(
        "This is not a minimum: {slope} here, and {first_slope} at the start. "
        "The steps are tiny because by its schedule λ is only {last_rate} here; take a slower "
        "schedule, a larger λ, or a smaller ε."
    ),
    "chance": N_(
        "This is not a minimum, the rule held by chance: {loss} is still steep here, but when "
        "chance has a hand in the steps, two losses in a row can be nearly equal anywhere. "
        "Take a smaller ε, and a limit to the steps."
    ),
    "uphill": N_(
        "This is not a minimum: {loss} bends down here. Newton’s method looks for a zero slope, "
        "and goes to a maximum or a saddle just as well; take another start or another optimiser."
    ),
    "equal-loss": N_(
        "This is not a minimum: {before} and {point} are two points of equal loss, and the descent "
        "will jump between them for ever. The minimum lies between them; take a smaller λ."
    ),
}
TROUBLES = {
    "rate-not-positive": N_("The learning rate λ must be a number greater than 0."),
    "epsilon-not-positive": N_("ε must be a number greater than 0."),
    "steps-out-of-range": N_("The number of steps must be from 1 to {most}."),
    "start-not-finite": N_("The start must be a finite number."),
    "start-incomplete": N_("The start needs a number for each of the variables {names}."),
    "start-no-value": N_("The function is not defined at the start; take another one."),
    "start-no-slope": N_("The function has no derivative at the start; take another one."),
    "unknown-optimiser": N_("There is no optimiser {name}. Known are: {known}."),
    "unknown-setting": N_("The optimiser {owner} has no setting {name}. It has: {known}."),
    "unknown-schedule": N_("There is no schedule {name}. Known are: {known}."),
    "unknown-schedule-setting": N_("The schedule {owner} has no setting {name}. It has: {known}."),
    "schedule-malformed": N_(
        "“{text}” is no setting of a schedule; it is written as cosine:steps=200."
    ),
    "setting-out-of-range": N_("{name} must be at least {low} and less than {high}."),
    "setting-out-of-closed-range": N_("{name} must be from {low} to {high}."),
    "setting-not-whole": N_("{name} must be a whole number from {low} to {high}."),
    "no-hessian": N_("Newton’s method needs the formula of the function, to find its curvature."),
    "noise-negative": N_("The noise σ must be a finite number, 0 or greater."),
    "batch-out-of-range": N_("A batch must have from 1 to {most} rows."),
    "batches-without-data": N_("Batches are taken from data; a function has none."),
}
DATA = {
    "data-empty": N_("There are no numbers in the data."),
    "data-too-few": N_("Rows in the data: {found}; at least two are needed."),
    "data-too-many": N_("The data have more than {most} rows, the most there may be."),
    "data-one-column": N_(
        "The data have one column; at least two are needed, features and then y, between commas, "
        "semicolons or tabs."
    ),
    "data-width": N_("Line {line} has {found} values; there should be {expected}."),
    "data-gap": N_("Line {line}: column {column} is empty."),
    "data-not-a-number": N_("Line {line}: “{text}” is not a number."),
    "data-not-finite": N_("Line {line}: “{text}” is not a finite number."),
    "data-line-unreadable": N_("Line {line} cannot be read: a quotation mark is not closed."),
    "data-not-binary": N_(
        "Line {line}: y = {text}, but logistic regression needs answers 0 and 1 in the last column."
    ),
    "data-constant-column": N_(
        "Column {name} is the same in every row, so it cannot be standardised."
    ),
}
SENTENCES: dict[str, str] = {**REASONS, **CAUSES, **CAVEATS, **TROUBLES, **DATA}
