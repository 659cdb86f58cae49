"""How the numbers in the readout are named, in full and in brief."""

from gdviz.calculus.markup import Fenced, Gap, Letter, Markup, Operator, Row, Scripts, Upright
from gdviz.ui.controls.symbol import X0

EQUALS = Operator("=")
TANGENT_OF_ANGLE = Row((Upright("tg"), Gap(1 / 6), Letter("α")))
SLOPE = Row((Scripts(Letter("f"), upper=Upright("′")), Fenced(X0)))

FULL: dict[str, Markup] = {
    "x0": Row((X0, EQUALS)),
    "value": Row((Letter("f"), Fenced(X0), EQUALS)),
    "slope": Row((TANGENT_OF_ANGLE, EQUALS, SLOPE, EQUALS)),
    "angle": Row((Letter("α"), EQUALS)),
}
BRIEF: dict[str, Markup] = {
    **FULL,
    "value": Row((Letter("f"), EQUALS)),
    "slope": Row((TANGENT_OF_ANGLE, EQUALS)),
}
