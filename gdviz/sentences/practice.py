"""Sentences about answers to exercises: what went wrong, by the id of the mistake, and hints.

They are said to someone who is learning: what happened, then what to think of.
"""

from gdviz.i18n import N_

MISTAKES = {
    "inner-derivative-forgotten": N_(
        "The inner derivative is missing: by the chain rule the result is multiplied by u′."
    ),
    "chain-stopped-early": N_(
        "The chain stopped too early: there is one more function inside, and its derivative is a "
        "factor too."
    ),
    "logarithm-as-one-over-x": N_(
        "(ln u)′ is 1/u with the whole u below the line, and not 1/x; then times u′."
    ),
    "outer-at-variable": N_(
        "The outer derivative was taken at the letter itself: in f′(u)·u′ the whole u stays inside "
        "f′."
    ),
    "inner-function-lost": N_(
        "The inner function got lost: in f′(u)·u′ the whole u stays inside f′, and u′ is a factor "
        "beside it."
    ),
    "power-of-the-derivative": N_(
        "The derivative of a power is not the power of the derivative: uⁿ gives n·uⁿ⁻¹·u′."
    ),
    "function-lost-under-power": N_(
        "The function under the power got lost: uⁿ gives n·uⁿ⁻¹·u′, and uⁿ⁻¹ stays."
    ),
    "function-of-the-derivative": N_(
        "Here f(u′) was taken. The derivative of f(u) is f′(u)·u′, and u stays inside as it is."
    ),
    "derived-inside": N_(
        "The inside was replaced by its derivative. In f′(u) the u stays as it is; u′ is a factor "
        "beside it."
    ),
    "power-moved-inside": N_(
        "The power belongs to the whole function, as in sin² x = (sin x)²; here it was taken as "
        "one of the argument."
    ),
    "power-moved-outside": N_(
        "The power belongs to the argument, as in sin x² = sin(x²); here it was taken as one of "
        "the whole function."
    ),
    "outer-not-derived": N_(
        "The outer function was left as it is: it is f′(u) that is multiplied by u′."
    ),
    "only-inner-derived": N_("This is u′ alone: the outer function has to be derived too."),
    "chain-added": N_("f′(u) and u′ are multiplied, not added."),
    "product-of-derivatives": N_(
        "The derivative of a product is not the product of the derivatives: it is f′·g + f·g′."
    ),
    "product-term-lost": N_("A product gives two terms, f′·g and f·g′; one of them is missing."),
    "product-minus": N_("In the product rule there is a plus: f′·g + f·g′."),
    "product-as-sum": N_("This is f′ + g′; for a product each is multiplied by the other factor."),
    "quotient-of-derivatives": N_(
        "The derivative of a quotient is not the quotient of the derivatives."
    ),
    "quotient-turned": N_(
        "The sign is the other way round: above the line the derivative of the numerator comes "
        "first, f′·g − f·g′."
    ),
    "quotient-without-square": N_("The denominator of the quotient rule is squared: g²."),
    "quotient-without-denominator": N_("The denominator g² of the quotient rule got lost."),
    "quotient-plus": N_("In the quotient rule there is a minus: f′·g − f·g′."),
    "quotient-term-lost": N_(
        "Above the line there are two terms, f′·g and f·g′; one of them is missing."
    ),
    "constant-kept": N_("The derivative of a constant is 0; here it was kept."),
    "constant-becomes-one": N_("The derivative of a constant is 0, not 1."),
    "constant-factor-lost": N_("A constant factor stays; here it got lost."),
    "constant-factor-derived": N_(
        "A constant factor is not derived: it stays before the derivative."
    ),
    "constant-factor-added": N_("A constant factor stays a factor; here it was added."),
    "minus-lost": N_("The minus in front got lost."),
    "sign-in-sum-turned": N_("A sign in the sum was turned: each term keeps its own."),
    "term-lost": N_("A term of the sum got lost: each of them is derived."),
    "term-not-derived": N_("A term of the sum was left as it is: each of them is derived."),
    "variable-as-constant": N_("The derivative of the variable itself is 1, not 0."),
    "variable-not-derived": N_("The derivative of the variable itself is 1."),
    "power-not-lowered": N_("The exponent was not lowered: n·uⁿ⁻¹, one less than before."),
    "exponent-not-brought-down": N_(
        "The exponent was not brought down: n stands in front, n·uⁿ⁻¹."
    ),
    "exponent-raised": N_(
        "The exponent went the wrong way: one less than it was, also where it is negative."
    ),
    "lowered-exponent-in-front": N_(
        "In front stands the exponent as it was, not the lowered one: n·uⁿ⁻¹."
    ),
    "exponential-rule-on-power": N_(
        "This is the rule for aˣ; here the variable is below and the exponent is constant."
    ),
    "power-rule-on-exponential": N_(
        "This is the rule for xⁿ; here the variable is in the exponent."
    ),
    "root-half-forgotten": N_("The number before the root is missing: (√u)′ = 1/(2√u)."),
    "root-not-below": N_("The root goes below the line: (√u)′ = 1/(2√u)."),
    "root-exponent-wrong": N_("The exponent of the root came out wrong: ⅓ − 1 = −⅔."),
    "minus-too-many": N_("There is a sign too many here, or one too few."),
    "logarithm-of-base-forgotten": N_("The factor ln a is missing: (aᵘ)′ = aᵘ·ln a·u′."),
    "logarithm-of-base-below": N_("ln a is a factor, not a divisor: (aᵘ)′ = aᵘ·ln a."),
    "logarithm-base-forgotten": N_(
        "The base of the logarithm is missing: ln a stands below the line."
    ),
    "logarithm-base-above": N_("ln a stands below the line: 1/(u·ln a)."),
    "logarithm-not-derived": N_("The logarithm was left as it is: its derivative is 1/u."),
    "logarithm-as-exponential": N_(
        "The derivative of ln u is 1/u; eᵘ is the function it is the inverse of."
    ),
    "sign-of-cosine": N_("The sign is missing: (cos u)′ = −sin u."),
    "sign-of-sine": N_("The sign is wrong: (sin u)′ = cos u, without a minus."),
    "sign-of-tangent": N_("The sign is wrong: this derivative has no minus."),
    "sign-of-cotangent": N_("The sign is missing: this derivative has a minus."),
    "tangent-without-square": N_("The square below the line is missing."),
    "tangent-mixed-up": N_("Two lines of the table were mixed up, one with sine, one with cosine."),
    "inverse-as-reciprocal": N_(
        "An inverse function is not 1 over the function; it has a line of its own in the table."
    ),
    "inverse-sign": N_("The sign of this inverse function's derivative is wrong."),
    "arctangent-as-arcsine": N_("There is no root here: the root belongs to arcsin and arccos."),
    "arctangent-sign-inside": N_("Below the line there is a plus here: 1 + u²."),
    "inverse-square-forgotten": N_("Below the line u is squared."),
    "arcsine-root-forgotten": N_("The root below the line is missing: √(1 − u²)."),
    "arcsine-as-arctangent": N_("Below the line there is √(1 − u²) here, with a root and a minus."),
    "inverse-functions-paired": N_(
        "arcsin and arccos are not each other's derivatives, as sin and cos are."
    ),
    "sign-of-hyperbolic": N_("The sign is wrong here."),
    "sigmoid-factor-lost": N_("A factor got lost: σ′ = σ·(1 − σ)."),
    "function-not-derived": N_("A function was left as it is, without being derived."),
    "not-derived": N_("This is the function itself; its derivative is asked for."),
    "wrong-sign": N_("All is right but the sign."),
    "derived-twice": N_("This is the second derivative: once is enough."),
    "integrated-instead": N_("This goes the other way: it is integrated, not derived."),
    "other-letter": N_("There is no letter {letter} in the function."),
    "domain-too-small": N_(
        "It is right where it has a value, but it has none at {point}, and the derivative has."
    ),
    "no-values": N_("This has no value anywhere the function has a derivative."),
    "nowhere-defined": N_(
        "The function itself has no value anywhere: there is nothing to derive "
        "and nothing to check."
    ),
    "no-values-found": N_(
        "No place was found where the function itself has a value: nothing can be checked."
    ),
    "wrong-factor": N_("Nearly: your answer is {factor} times the right one."),
    "wrong-term": N_("Nearly: your answer differs from the right one by the constant {term}."),
}
ALGEBRA = {
    "exponents-not-multiplied": N_("In a power of a power the exponents are multiplied."),
    "exponents-not-added": N_("Where powers of one base are multiplied the exponents are added."),
    "exponents-not-subtracted": N_(
        "Where powers of one base are divided the exponents are subtracted."
    ),
    "power-of-one-factor": N_(
        "A power or a root of a product or a quotient is taken of each of its parts."
    ),
    "power-of-sum": N_("A power of a sum is not the sum of the powers: (a + b)² = a² + 2ab + b²."),
    "root-of-sum": N_("A root of a sum is not the sum of the roots: √(a² + b²) is not a + b."),
    "reciprocal-of-sum": N_(
        "A fraction is not taken apart by its denominator: 1/(a + b) is not 1/a + 1/b."
    ),
    "one-term-divided": N_(
        "A fraction is reduced by a factor of the whole numerator, not by one of its terms."
    ),
    "logarithm-of-sum": N_(
        "The logarithm of a sum is not the sum of the logarithms: ln a + ln b = ln(a·b)."
    ),
    "exponential-of-sum": N_("A sum in the exponent makes a product of powers: aᵘ⁺ᵛ = aᵘ·aᵛ."),
    "function-of-sum": N_("A function of a sum is not the sum of the functions."),
    "factor-taken-out": N_("A factor cannot be taken out of a function: sin 2x is not 2·sin x."),
    "logarithm-of-product": N_(
        "The logarithm turns a product into a sum and a quotient into a difference: "
        "ln(a·b) = ln a + ln b, ln(a/b) = ln a − ln b."
    ),
    "negative-exponent": N_("A negative exponent means one over the power: u⁻ⁿ = 1/uⁿ."),
    "first-term-multiplied": N_("The factor before brackets multiplies every term in them."),
    "minus-before-first": N_("A minus before brackets turns the sign of every term in them."),
    "root-of-square": N_("The root of a square is the absolute value: √(u²) = |u|."),
}
"""False laws of algebra, by their ids."""
VERDICTS = {
    "answer-right": N_("Right!"),
    "answer-wrong": N_("Not yet."),
    "answer-unsure": N_("It could not be decided: {why}."),
    "too-few-points": N_("there are too few points to compare at"),
    "too-near": N_("the difference is so small that rounding might explain it"),
    "answer-wrong-at": N_(
        "Not yet: at {point} the derivative is {right}, and your answer gives {given}."
    ),
    "another-mistake": N_("And another thing:"),
}
HINTS = {
    "hint-rule": N_("Look at {function}. First comes: {rule}."),
    "hint-law": N_("Its law:"),
    "hint-parts": N_("With the parts put in:"),
    "hint-entry": N_("From the table of derivatives:"),
    "hint-constant": N_("A constant:"),
    "hint-together": N_("Now put the parts together, and tidy up."),
}
SENTENCES: dict[str, str] = {**MISTAKES, **ALGEBRA, **VERDICTS, **HINTS}

KINDS: dict[str, str] = {
    "lecture": N_("From the lecture"),
    "power": N_("Powers"),
    "product": N_("Product"),
    "quotient": N_("Quotient"),
    "chain": N_("Chain rule"),
    "nested-chain": N_("Chain in a chain"),
    "trigonometric": N_("Trigonometric"),
    "exponential": N_("Exponentials"),
    "logarithm": N_("Logarithms"),
    "inverse": N_("Inverse functions"),
    "mixed": N_("A mixture"),
}
DIFFICULTIES: dict[int, str] = {1: N_("easy"), 2: N_("medium"), 3: N_("hard")}
