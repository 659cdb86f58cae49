"""Sentences for what a plot cannot show (codes of gdviz.calculus.sampling and of the window)."""

from gdviz.i18n import N_

SENTENCES: dict[str, str] = {
    "left-side-alone": N_("{name} = what? Type the function of x."),
    "several-variables": N_(
        "The window draws functions of one variable or two; this one has more: {names}. "
        "The command gdviz descend can descend on it."
    ),
    "undefined-in-view": N_("The function is not defined anywhere in view"),
    "outside-view": N_("The curve is out of view: double click, or Ctrl+Home"),
    "undefined-in-this-view": N_(
        "The function is not defined anywhere in view: double click, or Ctrl+Home"
    ),
    "too-fast": N_(
        "The function varies faster than the screen can show: the band is where it runs"
    ),
    "beyond-precision": N_("Beyond the precision of float64 here: zoom out"),
}
