"""Proofs of the derivatives of powers, roots, exponentials, logarithms and the like."""

from collections.abc import Mapping

from gdviz.calculus.differentiation.proving.writing import WrittenProof, by_rules, inverse, limit

BASICS: Mapping[str, tuple[WrittenProof, ...]] = {
    "variable": (limit(("", "D_x[x]"), ("definition", "lim_h[((x+h)-x)/h]"), ("algebra", "1")),),
    "power": (
        limit(
            ("", "D_x[x^n]"),
            ("definition", "lim_h[((x+h)^n-x^n)/h]"),
            ("taken-out", "x^n*lim_h[((1+h/x)^n-1)/h]"),
            ("new-letter-ratio", "x^n/x*lim_t[((1+t)^n-1)/t]"),
            ("limit-of-power", "x^n/x*n"),
            ("algebra", "n*x^(n-1)"),
        ),
        by_rules(
            "exponential",
            ("", "D_x[x^n]"),
            ("power-of-e", "D_x[e^(n*ln x)]"),
            ("chain", "e^(n*ln x)*D_x[n*ln x]"),
            ("table", "e^(n*ln x)*(n/x)"),
            ("power-of-e", "x^n*(n/x)"),
            ("algebra", "n*x^(n-1)"),
        ),
    ),
    "square-root": (
        limit(
            ("", "D_x[√x]"),
            ("definition", "lim_h[(√(x+h)-√x)/h]"),
            ("conjugate", "lim_h[((x+h)-x)/(h*(√(x+h)+√x))]"),
            ("cancelled", "lim_h[1/(√(x+h)+√x)]"),
            ("continuity", "1/(√x+√x)"),
            ("algebra", "1/(2√x)"),
        ),
        by_rules(
            "power",
            ("", "D_x[√x]"),
            ("root-as-power", "D_x[x^(1/2)]"),
            ("power", "1/2*x^(-1/2)"),
            ("algebra", "1/(2√x)"),
        ),
        inverse("√x", "y^2", ("power", "1/(2y)"), ("substituted", "1/(2√x)")),
    ),
    "cube-root": (
        by_rules(
            "power",
            ("", "D_x[∛x]"),
            ("root-as-power", "D_x[x^(1/3)]"),
            ("power", "1/3*x^(-2/3)"),
            ("algebra", "1/(3*(∛x)^2)"),
        ),
        inverse("∛x", "y^3", ("power", "1/(3y^2)"), ("substituted", "1/(3*(∛x)^2)")),
    ),
    "root": (
        by_rules(
            "power",
            ("", "D_x[root(x; n)]"),
            ("root-as-power", "D_x[x^(1/n)]"),
            ("power", "1/n*x^(1/n-1)"),
            ("algebra", "1/(n*root(x; n)^(n-1))"),
        ),
    ),
    "natural-exponential": (
        limit(
            ("", "D_x[e^x]"),
            ("definition", "lim_h[(e^(x+h)-e^x)/h]"),
            ("taken-out", "e^x*lim_h[(e^h-1)/h]"),
            ("limit-of-exponential", "e^x*1"),
            ("algebra", "e^x"),
        ),
    ),
    "exponential": (
        by_rules(
            "chain",
            ("", "D_x[a^x]"),
            ("power-of-e", "D_x[e^(x*ln a)]"),
            ("chain", "e^(x*ln a)*D_x[x*ln a]"),
            ("constant-multiple", "e^(x*ln a)*ln a"),
            ("power-of-e", "a^x*ln a"),
        ),
        limit(
            ("", "D_x[a^x]"),
            ("definition", "lim_h[(a^(x+h)-a^x)/h]"),
            ("taken-out", "a^x*lim_h[(a^h-1)/h]"),
            ("power-of-e", "a^x*lim_h[(e^(h*ln a)-1)/h]"),
            ("new-letter-multiple", "a^x*ln(a)*lim_t[(e^t-1)/t]"),
            ("limit-of-exponential", "a^x*ln a"),
        ),
    ),
    "natural-logarithm": (
        inverse("ln x", "e^y", ("table", "1/e^y"), ("substituted", "1/x")),
        limit(
            ("", "D_x[ln x]"),
            ("definition", "lim_h[(ln(x+h)-ln x)/h]"),
            ("difference-of-logarithms", "lim_h[ln(1+h/x)/h]"),
            ("new-letter-ratio", "1/x*lim_t[ln(1+t)/t]"),
            ("limit-of-logarithm", "1/x*1"),
            ("algebra", "1/x"),
        ),
    ),
    "logarithm": (
        by_rules(
            "rewriting",
            ("", "D_x[log(a; x)]"),
            ("change-of-base", "D_x[ln(x)/ln a]"),
            ("constant-divisor", "D_x[ln x]/ln a"),
            ("table", "(1/x)/ln a"),
            ("algebra", "1/(x*ln a)"),
        ),
        inverse("log(a; x)", "a^y", ("table", "1/(a^y*ln a)"), ("substituted", "1/(x*ln a)")),
    ),
    "absolute-value": (
        by_rules(
            "rewriting",
            ("", "D_x[|x|]"),
            ("size-as-root", "D_x[√(x^2)]"),
            ("chain", "1/(2√(x^2))*2x"),
            ("cancelled", "x/√(x^2)"),
            ("size-as-root", "x/|x|"),
        ),
    ),
    "sigmoid": (
        by_rules(
            "quotient",
            ("", "D_x[σ(x)]"),
            ("meaning", "D_x[1/(1+e^-x)]"),
            ("reciprocal", "-D_x[1+e^-x]/(1+e^-x)^2"),
            ("chain", "e^-x/(1+e^-x)^2"),
            ("add-and-subtract", "((1+e^-x)-1)/(1+e^-x)^2"),
            ("split", "1/(1+e^-x)-1/(1+e^-x)^2"),
            ("meaning", "σ(x)-σ(x)^2"),
            ("bracket", "σ(x)*(1-σ(x))"),
        ),
        by_rules(
            "chain",
            ("", "D_x[σ(x)]"),
            ("meaning", "D_x[(1+e^-x)^(-1)]"),
            ("chain", "-(1+e^-x)^(-2)*D_x[1+e^-x]"),
            ("chain", "-(1+e^-x)^(-2)*(-e^-x)"),
            ("algebra", "e^-x/(1+e^-x)^2"),
            ("apart", "1/(1+e^-x)*(e^-x/(1+e^-x))"),
            ("add-and-subtract", "1/(1+e^-x)*(1-1/(1+e^-x))"),
            ("meaning", "σ(x)*(1-σ(x))"),
        ),
    ),
    "softplus": (
        by_rules(
            "chain",
            ("", "D_x[softplus(x)]"),
            ("meaning", "D_x[ln(1+e^x)]"),
            ("chain", "1/(1+e^x)*e^x"),
            ("algebra", "e^x/(1+e^x)"),
            ("divided-by-power", "1/(1+e^-x)"),
            ("meaning", "σ(x)"),
        ),
    ),
    "rectifier": (
        by_rules(
            "rewriting",
            ("", "D_x[relu(x)]"),
            ("meaning", "D_x[(x+|x|)/2]"),
            ("sum", "(1+x/|x|)/2"),
            ("size-and-sign", "(1+sign x)/2"),
        ),
    ),
}
"""Powers, roots, exponentials, logarithms and the like, by the id of the rule."""
