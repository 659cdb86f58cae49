"""gdviz sample: the curve as a screen shows it, and its marks."""

from dataclasses import asdict
from typing import Any

from gdviz.calculus.canonical import canonical_line
from gdviz.calculus.formula import Formula
from gdviz.calculus.marks import Asymptote, Mark, Marks, Side, marks
from gdviz.calculus.marks.telling import crowd_sentence, mark_sentence
from gdviz.calculus.sampling import Samples, sample
from gdviz.calculus.tangent import Differentiable
from gdviz.calculus.view.framing import automatic_viewport
from gdviz.calculus.view.viewport import Viewport
from gdviz.cli import numbers
from gdviz.cli.bounds import BOUNDS, view_of
from gdviz.cli.options import Words
from gdviz.cli.output import number, write_json, write_lines
from gdviz.cli.reading import read_of_one_variable
from gdviz.i18n import N_, Translator
from gdviz.numerals import significant
from gdviz.sentences import sentence
from gdviz.session.analysis import upright_letter
from gdviz.session.resolve.asymptotes import marked_line

SEVERAL_VARIABLES = N_("The curve is sampled for functions of one variable, not of {names}.")


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command. Raises CommandError."""
    values = numbers.assignments(words.get("--values"), "--values", tr)
    formula = read_of_one_variable(expression, values, SEVERAL_VARIABLES, tr)
    size = numbers.size(words.get("--size", "1920x1080"), tr)
    parameters = dict.fromkeys(formula.parameters, 1.0) | values
    function = Differentiable(formula.body, formula.variables[0], parameters)
    view = view_of(words, lambda: automatic_viewport(function, aspect=size[0] / size[1]), tr)
    setting = formula.body, formula.variables[0], parameters, view, size
    curve, found = sample(*setting), marks(*setting)
    lines = [_asymptote(line, formula, tr) for line in found.asymptotes]
    if words.has("--json"):
        told = {"input": expression, "reading": canonical_line(formula)}
        write_json(told | _view_json(view, size) | as_json(curve, found, tr))
    else:
        write_lines([_head(view, size, tr), *as_text(curve, found, tr), *lines])


def _view_json(view: Viewport, size: tuple[int, int]) -> dict[str, Any]:
    return {"view": [view.x0, view.x1, view.y0, view.y1], "size": list(size)}


def as_json(curve: Samples, found: Marks, tr: Translator) -> dict[str, Any]:
    """The curve and its marks as --json writes them."""
    return {
        "pieces": [piece.tolist() for piece in curve.pieces],
        "bands": [band.tolist() for band in curve.bands],
        "marks": [_mark_json(mark) for mark in found.marks],
        "crowded": sorted(found.crowded),
        "asymptotes": [asdict(line) for line in found.asymptotes],
        "message": sentence(tr, curve.message) if curve.message else None,
    }


def _mark_json(mark: Mark) -> dict[str, Any]:
    return {
        "kind": str(mark.kind),
        "x": mark.x,
        "y": number(mark.y),
        "value": number(mark.value),
        "turn": None if mark.turn is None else str(mark.turn),
        "left": _side_json(mark.left),
        "right": _side_json(mark.right),
    }


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "defined": side.defined,
        "limit": number(side.limit),
        "slope": number(side.slope),
        "closed": side.closed,
    }


def _head(view: Viewport, size: tuple[int, int], tr: Translator) -> str:
    bounds = {side: significant(getattr(view, side), 6) for side in BOUNDS.values()}
    width, height = size
    return tr(
        "view: x from {x0} to {x1}, y from {y0} to {y1}, {width}×{height} pixels",
        **bounds,
        width=width,
        height=height,
    )


def as_text(curve: Samples, found: Marks, tr: Translator) -> list[str]:
    """The same for a person: how much there is of what, and each mark in words."""
    counts = tr(
        "pieces: {pieces}, with {vertices} vertices; bands: {bands}; marks: {marks}",
        pieces=len(curve.pieces),
        vertices=sum(map(len, curve.pieces)),
        bands=len(curve.bands),
        marks=len(found.marks),
    )
    said = [sentence(tr, curve.message)] if curve.message else []
    crowds = [crowd_sentence(tr, crowd) for crowd in sorted(found.crowded)]
    return [counts, *said, *crowds, *("  " + mark_sentence(tr, mark) for mark in found.marks)]


def _asymptote(line: Asymptote, formula: Formula, tr: Translator) -> str:
    """One that is not upright, as the card in the window tells of it."""
    return f"  {marked_line(line, formula.variables[0], upright_letter(formula), tr).told}"
