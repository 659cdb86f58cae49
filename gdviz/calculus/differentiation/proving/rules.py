"""Proofs of the rules: sum, product, quotient, chain … for functions f and g with derivatives."""

from collections.abc import Mapping

from gdviz.calculus.differentiation.proving.writing import WrittenProof, by_rules, limit

LINEAR: Mapping[str, tuple[WrittenProof, ...]] = {
    "constant": (
        limit(
            ("", "D_x[c]"),
            ("definition", "lim_h[(c-c)/h]"),
            ("algebra", "0"),
        ),
    ),
    "negation": (
        limit(
            ("", "D_x[-f[x]]"),
            ("definition", "lim_h[(-f[x+h]-(-f[x]))/h]"),
            ("taken-out", "-lim_h[(f[x+h]-f[x])/h]"),
            ("definition", "-f'[x]"),
        ),
    ),
    "constant-multiple": (
        limit(
            ("", "D_x[c*f[x]]"),
            ("definition", "lim_h[(c*f[x+h]-c*f[x])/h]"),
            ("taken-out", "c*lim_h[(f[x+h]-f[x])/h]"),
            ("definition", "c*f'[x]"),
        ),
    ),
    "constant-divisor": (
        limit(
            ("", "D_x[f[x]/c]"),
            ("definition", "lim_h[(f[x+h]/c-f[x]/c)/h]"),
            ("taken-out", "1/c*lim_h[(f[x+h]-f[x])/h]"),
            ("definition", "f'[x]/c"),
        ),
    ),
    "sum": (
        limit(
            ("", "D_x[f[x]+g[x]]"),
            ("definition", "lim_h[((f[x+h]+g[x+h])-(f[x]+g[x]))/h]"),
            ("grouped", "lim_h[(f[x+h]-f[x])/h+(g[x+h]-g[x])/h]"),
            ("limit-of-sum", "lim_h[(f[x+h]-f[x])/h]+lim_h[(g[x+h]-g[x])/h]"),
            ("definition", "f'[x]+g'[x]"),
        ),
    ),
    "difference": (
        limit(
            ("", "D_x[f[x]-g[x]]"),
            ("definition", "lim_h[((f[x+h]-g[x+h])-(f[x]-g[x]))/h]"),
            ("grouped", "lim_h[(f[x+h]-f[x])/h-(g[x+h]-g[x])/h]"),
            ("limit-of-sum", "lim_h[(f[x+h]-f[x])/h]-lim_h[(g[x+h]-g[x])/h]"),
            ("definition", "f'[x]-g'[x]"),
        ),
    ),
}
"""What goes through the limit term by term."""

COMPOSITE: Mapping[str, tuple[WrittenProof, ...]] = {
    "product": (
        limit(
            ("", "D_x[f[x]*g[x]]"),
            ("definition", "lim_h[(f[x+h]*g[x+h]-f[x]*g[x])/h]"),
            (
                "same-added",
                "lim_h[((f[x+h]*g[x+h]-f[x]*g[x+h])+(f[x]*g[x+h]-f[x]*g[x]))/h]",
            ),
            ("grouped", "lim_h[(f[x+h]-f[x])/h*g[x+h]+f[x]*((g[x+h]-g[x])/h)]"),
            (
                "limit-of-sum-and-product",
                "lim_h[(f[x+h]-f[x])/h]*lim_h[g[x+h]]+f[x]*lim_h[(g[x+h]-g[x])/h]",
            ),
            ("g-continuous", "f'[x]*g[x]+f[x]*g'[x]"),
        ),
    ),
    "reciprocal": (
        limit(
            ("", "D_x[c/g[x]]"),
            ("definition", "lim_h[(c/g[x+h]-c/g[x])/h]"),
            ("common-denominator", "lim_h[-(c*(g[x+h]-g[x]))/(h*g[x+h]*g[x])]"),
            ("limit-of-product", "-c*lim_h[(g[x+h]-g[x])/h]/(g[x]*lim_h[g[x+h]])"),
            ("g-continuous", "-c*g'[x]/g[x]^2"),
        ),
    ),
    "quotient": (
        limit(
            ("", "D_x[f[x]/g[x]]"),
            ("definition", "lim_h[(f[x+h]/g[x+h]-f[x]/g[x])/h]"),
            (
                "common-denominator",
                "lim_h[(f[x+h]*g[x]-f[x]*g[x+h])/(h*g[x+h]*g[x])]",
            ),
            (
                "same-added",
                "lim_h[((f[x+h]*g[x]-f[x]*g[x])-(f[x]*g[x+h]-f[x]*g[x]))/(h*g[x+h]*g[x])]",
            ),
            (
                "grouped",
                "lim_h[((f[x+h]-f[x])/h*g[x]-f[x]*((g[x+h]-g[x])/h))/(g[x+h]*g[x])]",
            ),
            ("g-continuous", "(f'[x]*g[x]-f[x]*g'[x])/g[x]^2"),
        ),
        by_rules(
            "product-and-reciprocal",
            ("", "D_x[f[x]/g[x]]"),
            ("apart", "D_x[f[x]*(1/g[x])]"),
            ("product", "f'[x]*(1/g[x])+f[x]*D_x[1/g[x]]"),
            ("reciprocal", "f'[x]*(1/g[x])-f[x]*(g'[x]/g[x]^2)"),
            ("common-denominator", "(f'[x]*g[x]-f[x]*g'[x])/g[x]^2"),
        ),
    ),
    "chain": (
        WrittenProof(
            "limit",
            (
                ("", "D_x[f[g[x]]]"),
                ("definition", "lim_h[(f[g[x+h]]-f[g[x]])/h]"),
                ("new-letters", "lim_h[(f[u+k]-f[u])/h]"),
                ("differentiable", "lim_h[(f'[u]+ε[k])*k/h]"),
                ("limit-of-product", "lim_h[f'[u]+ε[k]]*lim_h[k/h]"),
                ("epsilon-vanishes", "f'[u]*lim_h[(g[x+h]-g[x])/h]"),
                ("definition", "f'[u]*g'[x]"),
            ),
            (("u", "g[x]"), ("k", "g[x+h]-g[x]")),
        ),
    ),
    "general-power": (
        by_rules(
            "exponential",
            ("", "D_x[f[x]^g[x]]"),
            ("power-of-e", "D_x[e^(g[x]*ln(f[x]))]"),
            ("chain", "e^(g[x]*ln(f[x]))*D_x[g[x]*ln(f[x])]"),
            ("product", "e^(g[x]*ln(f[x]))*(g'[x]*ln(f[x])+g[x]*D_x[ln(f[x])])"),
            ("chain", "e^(g[x]*ln(f[x]))*(g'[x]*ln(f[x])+g[x]*f'[x]/f[x])"),
            ("power-of-e", "f[x]^g[x]*(g'[x]*ln(f[x])+g[x]*f'[x]/f[x])"),
        ),
    ),
}
"""Where f and g have something to do with each other."""
OF_RULES = {**LINEAR, **COMPOSITE}
"""By the id of the rule."""
