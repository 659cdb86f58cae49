"""The only file that knows where resources/ is.

An installed gdviz carries the folder inside itself; a source tree has it beside the package.

Fonts, in `fonts/` (SIL Open Font License; `.ci/subset_fonts.py` says where they come from):

- family **"Inter"**, Regular 400, Italic, Medium 500, SemiBold 600, Bold 700: Latin, Greek,
  Cyrillic, √ ′ ″ ⇒ → ∞ ≈ · − ± ≤ ≥ and super- and subscripts. Figures are proportional
  until asked otherwise: `font.setFeature(QFont.Tag("tnum"), 1)` makes them tabular, signs and
  points too.
- family **"STIX Two Math"**, Regular: the same alphabets upright, mathematical italic and bold
  (𝑥 U+1D465, ℎ U+210E, 𝛼 U+1D6FC, 𝐱), ∛ ∈ ⟨ ⌊ ∑ ∫ ∂, and the table MATH with its glyph
  variants. Name it as the second family wherever ∛, ∜, ∈ or ∉ can occur: Inter lacks them.
"""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder resources/ of this very gdviz."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """Where a resource is, or would be: `path("fonts", "Inter-Regular.ttf")`."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """The contents of a text resource (UTF-8); raises FileNotFoundError when there is none."""
    return path(*parts).read_text(encoding="utf-8")
