"""What goes to the clipboard as text. Loaded when something is copied for the first time."""

import numpy as np

from gdviz.calculus.typesetting.notation import plain
from gdviz.export.tables import iterates_table
from gdviz.i18n import Translator
from gdviz.session.analysis import Analysis
from gdviz.session.resolve.derivation_text import derivation_as_latex, derivation_as_text
from gdviz.session.resolve.derivative import derivative_scene
from gdviz.session.resolve.plot import start_letter
from gdviz.session.results import Results


def iterates(results: Results, first: int, last: int) -> str | None:
    """Rows of the table of iterates, for a spreadsheet; None where there is no descent."""
    if results.descent is None or results.line is None:
        return None
    letters = [start_letter(results)]
    if results.plane is not None:
        letters = [plain(names.letter) for names in results.plane.both_names]
    return iterates_table(results.descent, first, last, letters, results.line.name)


def pytorch(results: Results) -> str | None:
    """The descent as a script for PyTorch; None where there is none."""
    line, run = results.line, results.run
    if line is None or run is None:
        return None
    from gdviz.descent.pytorch import script

    start = [float(part) for part in np.ravel(run.iterate(0).point)]
    return script(line.formula, start, run.plan, line.parameters)


def derivation(analysis: Analysis, form: str, tr: Translator) -> str:
    """All steps of a derivation; form: "text" or "latex"."""
    scene = derivative_scene(analysis, tr)
    return derivation_as_text(scene, tr) if form == "text" else derivation_as_latex(scene)
