"""The typed line: how it was read, and what is to be said about it."""

import math

from gdviz.calculus.formula import Formula, Notice, ParseError
from gdviz.calculus.parser import remedy
from gdviz.calculus.typesetting.notation import typeset_formula
from gdviz.document.document import Document, ParameterRange
from gdviz.i18n import Translator
from gdviz.sentences import sentence
from gdviz.session.results import Results
from gdviz.session.scene import EditorScene, Message, ParameterSlider

SLIDER_REACH = 5.0


def editor_scene(document: Document, results: Results, tr: Translator) -> EditorScene:
    """While the line makes no sense the preview keeps the last reading; a message says why."""
    if results.line is None:
        return EditorScene(document.text, None, _trouble(document, results.error, tr))
    formula = results.line.formula
    return EditorScene(
        text=document.text,
        preview=typeset_formula(formula, tr.language),
        messages=_trouble(document, results.error, tr) or _notices(formula, tr),
        parameters=parameter_sliders(document, results),
        variables=formula.variables,
        name=results.line.name,
    )


def _trouble(document: Document, error: ParseError | None, tr: Translator) -> tuple[Message, ...]:
    """Why the line cannot be read; one change that mends it is offered where there is one."""
    if error is None:
        return ()
    other = remedy(document.text, error)
    hint = sentence(tr, error.hint, error.fields) if error.hint else ""
    text = sentence(tr, error.code, error.fields)
    return (Message(error.position, error.length, text, hint, other, is_error=True),)


def _notices(formula: Formula, tr: Translator) -> tuple[Message, ...]:
    return tuple(_message(notice, tr) for notice in formula.notices)


def _message(notice: Notice, tr: Translator) -> Message:
    text = sentence(tr, notice.code, notice.fields)
    return Message(notice.position, notice.length, text, alternative=notice.alternative)


def parameter_sliders(document: Document, results: Results) -> tuple[ParameterSlider, ...]:
    """The letters that are not the variable, each with its value and range."""
    if results.line is None:
        return ()
    chosen = {one.name: one for one in document.ranges}
    values = results.line.parameters.items()
    return tuple(_slider(name, value, chosen.get(name)) for name, value in values)


def _slider(name: str, value: float, chosen: ParameterRange | None) -> ParameterSlider:
    """With the range that was set, made wider where the value is typed beyond it."""
    if chosen is None:
        return ParameterSlider(name, value, -_reach(value), _reach(value))
    low, high = min(chosen.low, value), max(chosen.high, value)
    return ParameterSlider(name, value, low, high, chosen.step)


def _reach(value: float) -> float:
    """Half the slider's range: ±5, and for larger values the next of 10, 20, 50, 100 …"""
    if not math.isfinite(value) or abs(value) <= SLIDER_REACH:
        return SLIDER_REACH
    power = 10.0 ** math.floor(math.log10(abs(value)))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= abs(value))
