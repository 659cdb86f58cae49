"""Proofs of the derivatives of trigonometric and hyperbolic functions and their inverses."""

from collections.abc import Mapping

from gdviz.calculus.differentiation.proving.writing import WrittenProof, by_rules, inverse, limit

TRIGONOMETRIC: Mapping[str, tuple[WrittenProof, ...]] = {
    "sine": (
        limit(
            ("", "D_x[sin x]"),
            ("definition", "lim_h[(sin(x+h)-sin x)/h]"),
            ("difference-of-sines", "lim_h[(2*sin(h/2)*cos(x+h/2))/h]"),
            ("limit-of-product", "lim_h[sin(h/2)/(h/2)]*lim_h[cos(x+h/2)]"),
            ("limit-of-sine", "lim_h[cos(x+h/2)]"),
            ("continuity", "cos x"),
        ),
    ),
    "cosine": (
        limit(
            ("", "D_x[cos x]"),
            ("definition", "lim_h[(cos(x+h)-cos x)/h]"),
            ("difference-of-cosines", "lim_h[(-2*sin(h/2)*sin(x+h/2))/h]"),
            ("limit-of-product", "-lim_h[sin(h/2)/(h/2)]*lim_h[sin(x+h/2)]"),
            ("limit-of-sine", "-lim_h[sin(x+h/2)]"),
            ("continuity", "-sin x"),
        ),
        by_rules(
            "chain",
            ("", "D_x[cos x]"),
            ("reduction", "D_x[sin(π/2-x)]"),
            ("chain", "cos(π/2-x)*(-1)"),
            ("reduction", "-sin x"),
        ),
    ),
    "tangent": (
        by_rules(
            "quotient",
            ("", "D_x[tg x]"),
            ("ratio", "D_x[sin(x)/cos x]"),
            ("quotient", "(D_x[sin x]*cos x-sin(x)*D_x[cos x])/cos^2 x"),
            ("table", "(cos(x)*cos x-sin(x)*(-sin x))/cos^2 x"),
            ("algebra", "(cos^2 x+sin^2 x)/cos^2 x"),
            ("pythagoras", "1/cos^2 x"),
        ),
    ),
    "cotangent": (
        by_rules(
            "quotient",
            ("", "D_x[ctg x]"),
            ("ratio", "D_x[cos(x)/sin x]"),
            ("quotient", "(D_x[cos x]*sin x-cos(x)*D_x[sin x])/sin^2 x"),
            ("table", "(-sin(x)*sin x-cos(x)*cos x)/sin^2 x"),
            ("algebra", "-(sin^2 x+cos^2 x)/sin^2 x"),
            ("pythagoras", "-1/sin^2 x"),
        ),
    ),
}


def _reciprocal(name: str, other: str, slope: str, ratio: str, sign: str) -> WrittenProof:
    """(1/f)′ = −f′/f², apart into two known functions."""
    return by_rules(
        "quotient",
        ("", f"D_x[{name} x]"),
        ("meaning", f"D_x[1/{other} x]"),
        ("reciprocal", f"-D_x[{other} x]/{other}^2 x"),
        ("table", f"{sign}{slope}(x)/{other}^2 x"),
        ("apart", f"{sign}1/{other}(x)*({slope}(x)/{other} x)"),
        ("meaning", f"{sign}{name}(x)*{ratio} x"),
    )


def _hyperbolic_ratio(name: str, above: str, below: str, numerator: str, end: str) -> WrittenProof:
    return by_rules(
        "quotient",
        ("", f"D_x[{name} x]"),
        ("ratio", f"D_x[{above}(x)/{below} x]"),
        ("quotient", f"(D_x[{above} x]*{below} x-{above}(x)*D_x[{below} x])/{below}^2 x"),
        ("table", f"({numerator})/{below}^2 x"),
        ("hyperbolic-pythagoras", f"{end}/{below}^2 x"),
    )


def _by_exponentials(name: str, sign: str, other: str, turned: str) -> WrittenProof:
    """sinh and cosh are each other's derivatives."""
    return by_rules(
        "rewriting",
        ("", f"D_x[{name} x]"),
        ("meaning", f"D_x[(e^x{sign}e^-x)/2]"),
        ("sum", f"(D_x[e^x]{sign}D_x[e^-x])/2"),
        ("chain", f"(e^x{turned}e^-x)/2"),
        ("meaning", f"{other} x"),
    )


HYPERBOLIC: Mapping[str, tuple[WrittenProof, ...]] = {
    "secant": (_reciprocal("sec", "cos", "sin", "tg", ""),),
    "cosecant": (_reciprocal("csc", "sin", "cos", "ctg", "-"),),
    "hyperbolic-sine": (_by_exponentials("sh", "-", "ch", "+"),),
    "hyperbolic-cosine": (_by_exponentials("ch", "+", "sh", "-"),),
    "hyperbolic-tangent": (_hyperbolic_ratio("th", "sh", "ch", "ch^2 x-sh^2 x", "1"),),
    "hyperbolic-cotangent": (_hyperbolic_ratio("cth", "ch", "sh", "sh^2 x-ch^2 x", "-1"),),
    "hyperbolic-secant": (_reciprocal("sech", "ch", "sh", "th", "-"),),
    "hyperbolic-cosecant": (_reciprocal("csch", "sh", "ch", "cth", "-"),),
}

INVERSES: Mapping[str, tuple[WrittenProof, ...]] = {
    "arc-sine": (
        inverse(
            "arcsin x",
            "sin y",
            ("table", "1/cos y"),
            ("pythagoras", "1/√(1-sin^2 y)"),
            ("substituted", "1/√(1-x^2)"),
        ),
    ),
    "arc-cosine": (
        inverse(
            "arccos x",
            "cos y",
            ("table", "-1/sin y"),
            ("pythagoras", "-1/√(1-cos^2 y)"),
            ("substituted", "-1/√(1-x^2)"),
        ),
        by_rules(
            "rewriting",
            ("", "D_x[arccos x]"),
            ("complement", "D_x[π/2-arcsin x]"),
            ("table", "-1/√(1-x^2)"),
        ),
    ),
    "arc-tangent": (
        inverse(
            "arctg x",
            "tg y",
            ("table", "cos^2 y"),
            ("pythagoras", "cos^2 y/(cos^2 y+sin^2 y)"),
            ("divided-by-square", "1/(1+tg^2 y)"),
            ("substituted", "1/(1+x^2)"),
        ),
    ),
    "arc-cotangent": (
        by_rules(
            "rewriting",
            ("", "D_x[arcctg x]"),
            ("complement", "D_x[π/2-arctg x]"),
            ("table", "-1/(1+x^2)"),
        ),
    ),
    "arc-secant": (
        by_rules(
            "chain",
            ("", "D_x[arcsec x]"),
            ("meaning", "D_x[arccos(1/x)]"),
            ("chain", "-1/√(1-(1/x)^2)*(-1/x^2)"),
            ("algebra", "1/(x^2*√(1-1/x^2))"),
            ("under-the-root", "1/(|x|*√(x^2-1))"),
        ),
    ),
    "arc-cosecant": (
        by_rules(
            "chain",
            ("", "D_x[arccsc x]"),
            ("meaning", "D_x[arcsin(1/x)]"),
            ("chain", "1/√(1-(1/x)^2)*(-1/x^2)"),
            ("algebra", "-1/(x^2*√(1-1/x^2))"),
            ("under-the-root", "-1/(|x|*√(x^2-1))"),
        ),
    ),
    "area-sine": (
        inverse(
            "arsh x",
            "sh y",
            ("table", "1/ch y"),
            ("hyperbolic-pythagoras", "1/√(sh^2 y+1)"),
            ("substituted", "1/√(x^2+1)"),
        ),
    ),
    "area-cosine": (
        inverse(
            "arch x",
            "ch y",
            ("table", "1/sh y"),
            ("hyperbolic-pythagoras", "1/√(ch^2 y-1)"),
            ("substituted", "1/√(x^2-1)"),
        ),
    ),
    "area-tangent": (
        inverse(
            "arth x",
            "th y",
            ("table", "ch^2 y"),
            ("hyperbolic-pythagoras", "ch^2 y/(ch^2 y-sh^2 y)"),
            ("divided-by-square", "1/(1-th^2 y)"),
            ("substituted", "1/(1-x^2)"),
        ),
    ),
    "area-cotangent": (
        by_rules(
            "chain",
            ("", "D_x[arcth x]"),
            ("meaning", "D_x[arth(1/x)]"),
            ("chain", "1/(1-(1/x)^2)*(-1/x^2)"),
            ("algebra", "1/(1-x^2)"),
        ),
    ),
    "area-secant": (
        by_rules(
            "chain",
            ("", "D_x[arsech x]"),
            ("meaning", "D_x[arch(1/x)]"),
            ("chain", "1/√((1/x)^2-1)*(-1/x^2)"),
            ("algebra", "-1/(x^2*√(1/x^2-1))"),
            ("under-the-root", "-1/(x*√(1-x^2))"),
        ),
    ),
    "area-cosecant": (
        by_rules(
            "chain",
            ("", "D_x[arcsch x]"),
            ("meaning", "D_x[arsh(1/x)]"),
            ("chain", "1/√((1/x)^2+1)*(-1/x^2)"),
            ("algebra", "-1/(x^2*√(1/x^2+1))"),
            ("under-the-root", "-1/(|x|*√(1+x^2))"),
        ),
    ),
}
CIRCULAR = {**TRIGONOMETRIC, **HYPERBOLIC, **INVERSES}
"""By the id of the rule."""
