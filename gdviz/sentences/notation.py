"""Sentences for what the editor cannot read, what to do about it, and what it could read otherwise.

The fields are pieces of the typed line: typed, sign, left, right, opening, closing, name …
"""

from gdviz.i18n import N_

TROUBLES = {
    "empty": N_("Type a function."),
    "right-side-empty": N_("Nothing stands on the right of =."),
    "left-side-empty": N_("Nothing stands on the left of =."),
    "left-side": N_("What stands on the left of = is not the name of a function."),
    "variable-missing": N_("A variable is missing in these brackets."),
    "constant-as-variable": N_("{typed} is a fixed number and cannot be a variable."),
    "not-a-variable": N_("“{typed}” cannot be a variable."),
    "name-twice": N_("{typed} is named twice."),
    "name-on-both-sides": N_("{name} stands on both sides of =."),
    "equals-again": N_("One = is enough."),
    "too-long": N_("The line is longer than 500 characters."),
    "too-deep": N_("Too much is nested here, one inside the other."),
    "too-many-parts": N_("The formula has too many parts."),
    "unclosed-bracket": N_("The bracket {sign} opened here is not closed."),
    "unopened-bracket": N_("The bracket {sign} closes nothing."),
    "mismatched-brackets": N_("The bracket {opening} is closed by {closing}."),
    "unclosed-bar": N_("This bar | has no partner."),
    "missing-after": N_("Something is missing after “{sign}”."),
    "missing-before": N_("Something is missing before “{sign}”."),
    "missing-between": N_("Something is missing between “{left}” and “{right}”."),
    "empty-brackets": N_("There is nothing inside."),
    "missing-argument": N_("{name} of what?"),
    "brackets-expected": N_("Brackets are needed round what begins with “{typed}”."),
    "needs-brackets": N_("{name} needs brackets."),
    "one-argument": N_("{name} takes one argument, not {count}."),
    "two-arguments": N_("{name} takes two arguments, not {count}."),
    "several-arguments": N_("{name} takes two arguments or more, not {count}."),
    "unknown-name": N_("“{typed}” is not a known name."),
    "undefined-function": N_("What is {typed}?"),
    "digit-after-letter": N_("“{typed}” can mean several things."),
    "two-numbers": N_("There is no sign between {left} and {right}."),
    "malformed-number": N_("“{typed}” is not a number."),
    "stray-comma": N_("The sign {sign} separates nothing here."),
    "index": N_("An index is a number."),
    "logarithm-base": N_("The base is a number or one letter."),
    "double-factorial": N_("The double factorial !! is not known here."),
    "prime": N_("A derivative cannot be typed here."),
    "degrees": N_("Angles are measured in radians."),
    "percent": N_("The sign % is not used here."),
    "latex-command": N_("The command {typed} is not known here."),
    "latex-argument": N_("Something is missing after “{typed}”."),
    "inequality": N_("An inequality cannot be drawn, only a function."),
    "infinity": N_("∞ is not a number."),
    "beyond-functions": N_("Limits, sums and integrals cannot be typed here."),
    "colon": N_("The sign : is not used here."),
    "stray-point": N_("A point cannot stand here."),
    "unreadable": N_("“{typed}” cannot be read here."),
    "cyrillic": N_("“{typed}” is written in Russian letters."),
}

HINTS = {
    "hint-example": N_("For example: y = x^2, or sin x."),
    "hint-right-side": N_("Write the formula after it, for example y = x^2."),
    "hint-left-side": N_("Write a name there: y = … or f(x) = …"),
    "hint-variable": N_("A variable is one letter, perhaps with an index: x, w1, x_2."),
    "hint-other-letter": N_("Take another letter."),
    "hint-other-name": N_("Call the function something else, for example f(x) = …"),
    "hint-one-formula": N_("A line is one function: y = … or f(x) = …"),
    "hint-shorter": N_("Make it shorter."),
    "hint-close": N_("Close it."),
    "hint-open": N_("Delete it, or open a bracket before it."),
    "hint-mismatched": N_("Write {right} here."),
    "hint-bars": N_("A modulus has two bars: |x|. In doubt write abs(x)."),
    "hint-operand": N_("Write a number, a letter or a formula there."),
    "hint-one-sign": N_("Write something between them, or leave one of them out."),
    "hint-argument": N_("For example: {name} x, or {name}(2x)."),
    "hint-log": N_("The base comes first: log(2, x). Decimals have a point there."),
    "hint-root": N_("The degree comes last: root(x, 3). Decimals have a point there."),
    "hint-brackets": N_("For example: sin^(2x) x, log_(2x) x."),
    "hint-several": N_("For example: {name}(x, 1). Decimals have a point there."),
    "hint-polygamma": N_("For example: polygamma(1, x), the first derivative of digamma x."),
    "derivative-sign": N_("The derivative is found by the program."),
    "hint-derivative-sign": N_("Type the function alone."),
    "hint-suggestion": N_("Did you mean {suggestion}? Or put · between letters that are factors."),
    "hint-letters-multiply": N_("Put · or blanks between letters that are factors."),
    "hint-define": N_("Write {typed} = … with its formula; for a product, {name}·(…)."),
    "hint-digit-after-letter": N_("Write {left}·{right}, {left}^{right} or {left}_{right}."),
    "hint-number-after-letter": N_("Write {left}·{right} or {left}^{right}."),
    "hint-two-numbers": N_("Write {left}·{right}, or one number in one piece."),
    "hint-number": N_("A number has one decimal point or comma: 0.5 or 0,5."),
    "hint-comma": N_("A decimal comma stands between digits, without blanks: 0,5."),
    "hint-index": N_("Write x_2 or w_{{12}}; the base of a logarithm is log_a x."),
    "hint-logarithm-base": N_("Write log_(…) x with the base in the brackets."),
    "hint-factorial-twice": N_("The factorial of a factorial is (x!)!."),
    "hint-prime": N_("Type the function itself: its derivative is shown beside it."),
    "hint-radians": N_("Multiply degrees by π/180: sin(30π/180)."),
    "hint-infinity": N_("Write a number there; a large one is 1e9."),
    "hint-percent": N_("Write 0.5 for 50 %."),
    "hint-latex": N_("Write as on the board: x/2, sqrt x, sin x."),
    "hint-latex-argument": N_("For example: \\frac{{x}}{{2}}, \\sqrt{{x}}, x^{{2}}."),
    "hint-latex-suggestion": N_("Did you mean {suggestion}?"),
    "hint-division": N_("To divide, write /."),
    "hint-product-sign": N_("For a product write · or *."),
    "hint-unreadable": N_("Delete it."),
    "hint-latin-name": N_("Write {suggestion}, in Latin letters."),
    "hint-latin-letters": N_("Switch the keyboard to Latin letters: sin, tg, ln, x."),
}

READ_AS = N_("{typed} is read as {reading}. Did you mean {other}?")
NOTICES = {
    "notice-product-after-division": READ_AS,
    "notice-divided-argument": READ_AS,
    "notice-divided-exponent": READ_AS,
    "notice-product-after-exponent": READ_AS,
    "notice-product-after-root": READ_AS,
    "notice-bracket-after-argument": READ_AS,
    "notice-raised-factorial": READ_AS,
    "notice-short-inverse": READ_AS,
    "notice-misspelt": READ_AS,
    "notice-scientific": N_(
        "In {reading} the letter e means “times ten to the power”. Did you mean {other}?"
    ),
    "notice-inverse": N_(
        "{typed} is the inverse function {reading}. Did you mean the reciprocal, {other}?"
    ),
    "notice-natural-logarithm": N_("{typed} without a base is the natural logarithm, ln. Base 10?"),
    "notice-order-of-base": N_("The base comes first: {typed} is {reading}. Did you mean {other}?"),
    "notice-separating-comma": N_(
        "Here a comma separates two numbers: {reading}. Did you mean the number {other}?"
    ),
    "notice-thousands": N_(
        "A comma begins the decimals: {typed} is {reading}. Did you mean {other}?"
    ),
}

SENTENCES: dict[str, str] = {**TROUBLES, **HINTS, **NOTICES}
