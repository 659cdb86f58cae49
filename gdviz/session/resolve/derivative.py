"""The derivative as a formula, and the rules that led to it."""

from gdviz.calculus.notation import derivative_name, typeset
from gdviz.i18n import Translator
from gdviz.session.phrases import chain
from gdviz.session.results import Results
from gdviz.session.scene import DerivativeScene
