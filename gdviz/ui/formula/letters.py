"""Letters, digits and words: italics for variables, upright for numbers and names."""

from dataclasses import replace

from gdviz.calculus.typesetting.markup import Letter, Upright, Words
from gdviz.ui.formula.box import Box, Placed, WordsInk, beside
from gdviz.ui.formula.setting import Setting
from gdviz.ui.formula.style import Style

ITALIC_ALPHABETS = (("a", "z", 0x1D44E), ("A", "Z", 0x1D434), ("α", "ω", 0x1D6FC))
"""First and last letter, and where their mathematical italics begin. Greek capitals stay upright,
as in Δx."""
ITALIC_EXCEPTIONS = {"h": "ℎ", "ϵ": "𝜖", "ϑ": "𝜗", "ϕ": "𝜙", "ϱ": "𝜚", "ϰ": "𝜘"}
"""Letters whose italics stand elsewhere in Unicode."""

PROSE = 0.87
"""Size of prose in parts of the formula's."""
LARGE_OPERATORS = frozenset("∑∏∫")


def italic(letter: str) -> str:
    """The mathematical italic of a letter; the letter itself where there is none."""
    if letter in ITALIC_EXCEPTIONS:
        return ITALIC_EXCEPTIONS[letter]
    for first, last, start in ITALIC_ALPHABETS:
        if first <= letter <= last:
            return chr(start + ord(letter) - ord(first))
    return letter


def slanted(text: str) -> str:
    """All letters of a text in mathematical italics."""
    return "".join(map(italic, text))


def set_letter(letter: Letter, style: Style, setting: Setting) -> Box:
    """A variable in italics."""
    return _set_text(slanted(letter.text), style, setting)


def set_upright(upright: Upright, style: Style, setting: Setting) -> Box:
    """Digits and names. ∑ is larger where there is room."""
    if upright.text in LARGE_OPERATORS and style.is_display:
        return _set_large(upright.text, style, setting)
    return _set_text(upright.text, style, setting)


def _set_text(text: str, style: Style, setting: Setting) -> Box:
    if not all(map(setting.font.index, text)):
        return _in_text_font(text, style.size, setting)
    boxes = [setting.character(character, style) for character in text]
    if len(boxes) == 1:
        return boxes[0]
    last = boxes[-1].italic if boxes else 0.0
    return replace(beside(boxes), italic=last, is_text=True)


def _set_large(text: str, style: Style, setting: Setting) -> Box:
    """The font's largest form, centred on the axis."""
    index, _ = setting.font.growth(text).variants[-1]
    box = replace(setting.glyph(index, style), is_text=False)
    return centred(box, setting.length("axis_height", style))


def centred(box: Box, axis: float) -> Box:
    """The box raised or lowered so that its middle is `axis` above the baseline."""
    y = (box.ascent - box.descent) / 2 - axis
    return Box(
        box.width,
        box.ascent - y,
        box.descent + y,
        children=(Placed(0.0, y, box),),
        italic=box.italic,
    )


def set_words(words: Words, style: Style, setting: Setting) -> Box:
    """Prose in the window's text font; its small letters are as high as those of mathematics."""
    return _in_text_font(words.text, style.size * PROSE, setting)


def _in_text_font(text: str, size: float, setting: Setting) -> Box:
    advance, ascent, descent = setting.font.words(text)
    return Box(
        advance * size,
        ascent * size,
        descent * size,
        ink=WordsInk(text, size),
        is_text=True,
    )
