"""How everything looks: colours of roles and of the chrome, widths, dashes and sizes, as tables.

Three looks: light, dark, and projector, which is dark on white with large text and thick lines.
Lengths are in device-independent pixels; `Theme.scale` is already in all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gdviz.session.scene import Role
from gdviz.ui.colours import legible

TEXT_FONT = "Inter"
MATHS_FONT = "STIX Two Math"

THEME_NAMES = ("light", "dark", "projector")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours, `#RRGGBB`.

    paper: what the plot and the panels lie on; ink, secondary_ink: text; hairline: the line
    between parts; outline: borders of what can be used; field: inside of an input; accent: what
    can be pressed; on_accent: text on it; accent_soft: selected and hovered rows; error and
    notice: text of messages; grid_minor, grid_major, axis: the plot's graph paper.
    """

    paper: str
    ink: str
    secondary_ink: str
    hairline: str
    outline: str
    field: str
    accent: str
    on_accent: str
    accent_soft: str
    error: str
    error_soft: str
    notice: str
    notice_soft: str
    grid_minor: str
    grid_major: str
    axis: str


LIGHT = Palette(
    paper="#FFFFFF",
    ink="#1B1D23",
    secondary_ink="#4A4E56",
    hairline="#DFE2E7",
    outline="#6B7079",
    field="#FFFFFF",
    accent="#005A64",
    on_accent="#FFFFFF",
    accent_soft="#ECF6F6",
    error="#99131C",
    error_soft="#FDF1F0",
    notice="#744600",
    notice_soft="#FBF1DD",
    grid_minor="#F0F2F5",
    grid_major="#DDE0E6",
    axis="#6B7079",
)
DARK = Palette(
    paper="#15181E",
    ink="#ECEEF2",
    secondary_ink="#B3B8C2",
    hairline="#2B303A",
    outline="#8B919D",
    field="#1C2028",
    accent="#6FD0DA",
    on_accent="#08272B",
    accent_soft="#1A2B30",
    error="#FF9C96",
    error_soft="#3A2023",
    notice="#F0C36A",
    notice_soft="#352B18",
    grid_minor="#1D2129",
    grid_major="#2E343F",
    axis="#8B919D",
)
PROJECTOR = Palette(
    paper="#FFFFFF",
    ink="#000000",
    secondary_ink="#33363C",
    hairline="#BFC3CA",
    outline="#4A4E55",
    field="#FFFFFF",
    accent="#004A53",
    on_accent="#FFFFFF",
    accent_soft="#D7E9EB",
    error="#8E0E17",
    error_soft="#F9E0DE",
    notice="#5E3800",
    notice_soft="#F8E9C8",
    grid_minor="#E6E8EC",
    grid_major="#C6CAD1",
    axis="#3A3D43",
)

ON_WHITE = {
    Role.FUNCTION: "#4B5EF3",
    Role.TANGENT: "#B2541A",
    Role.DERIVATIVE: "#36268B",
    Role.DESCENT: "#64240F",
    Role.SECANT: "#746573",
    Role.SECOND: "#312331",
}
ON_BLACK = {
    Role.FUNCTION: "#7388F7",
    Role.TANGENT: "#C68141",
    Role.DERIVATIVE: "#C5C6F7",
    Role.DESCENT: "#EFD63B",
    Role.SECANT: "#988F9C",
    Role.SECOND: "#31FAC1",
}
WIDTHS = {
    Role.FUNCTION: 2.5,
    Role.TANGENT: 2.0,
    Role.DERIVATIVE: 2.25,
    Role.DESCENT: 1.5,
    Role.SECANT: 2.0,
    Role.SECOND: 2.0,
}
DASHES: dict[Role, tuple[float, ...]] = {
    Role.DERIVATIVE: (10.0, 6.0),
    Role.SECANT: (1.0, 5.0),
    Role.SECOND: (14.0, 4.0, 2.0, 4.0),
}
"""Lengths of dashes and gaps for a line 2.5 px wide; roles that are not here are drawn solid."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes and measures of controls, px.

    body, secondary: text; readout: numbers that matter; formula: mathematics among body text;
    tick: numbers on the axes; label: words in the plot; control: height of a control;
    point: diameter of a point on the curve; iterate: of an iterate's dot; hit: of what a hand
    must hit; space: the rhythm everything stands in; icon: edge of an icon; radius: of corners.
    """

    body: float
    secondary: float
    readout: float
    formula: float
    tick: float
    label: float
    control: float
    point: float
    iterate: float
    hit: float
    space: float
    icon: float
    radius: float


@dataclass(frozen=True, slots=True)
class Theme:
    """One look at one size. Everything that paints takes its colours and lengths from here.

    line: what the widths of lines are multiplied with; thinnest: no line of a role is thinner, px.
    """

    name: str
    colours: Palette
    roles: Mapping[Role, str]
    sizes: Sizes
    line: float
    thinnest: float
    scale: float

    @property
    def is_dark(self) -> bool:
        """Whether the paper is dark."""
        return self.name == "dark"

    def colour(self, role: Role) -> str:
        """The colour of a line or a dot."""
        return self.roles[role]

    def text_colour(self, role: Role) -> str:
        """The shade of a role's colour in which words keep 7:1 to the paper."""
        return legible(self.roles[role], self.colours.paper)

    def width(self, role: Role) -> float:
        """The width of a role's line, px."""
        return max(WIDTHS[role] * self.line, self.thinnest)

    def dash(self, role: Role) -> tuple[float, ...]:
        """Lengths of dashes and gaps, px; empty for a solid line."""
        return tuple(length * self.line for length in DASHES.get(role, ()))


PALETTES = {"light": LIGHT, "dark": DARK, "projector": PROJECTOR}
ROLES = {"light": ON_WHITE, "dark": ON_BLACK, "projector": ON_WHITE}

BODY = 14.0
"""Body text as usual, px."""
PROJECTOR_BODY = 1 / 38
"""Body text in parts of the window's height: twice 14 px at 1080, and the smallest text, the
secondary, still over 1/50."""
PROJECTOR_READOUT = 1 / 20
SMALLEST_PROJECTOR_BODY = 18.0


def theme(name: str, scale: float = 1.0, window_height: float = 1080.0) -> Theme:
    """The look called `name`; an unknown name is the light one.

    scale: the person's own enlargement of text and lines; window_height: px, on which the sizes
    for a projector depend (text is read from the back of a room, so it grows with the wall).
    """
    known = name if name in PALETTES else "light"
    for_room = known == "projector"
    sizes = _sizes_for_room(window_height, scale) if for_room else _sizes_for_desk(scale)
    line = max(1.4, window_height / 540) if for_room else 1.0
    thinnest = 2 * line if for_room else 1.0
    roles = MappingProxyType(ROLES[known])
    return Theme(known, PALETTES[known], roles, sizes, line * scale, thinnest * scale, scale)


def _sizes_for_desk(scale: float) -> Sizes:
    return Sizes(
        body=BODY * scale,
        secondary=12 * scale,
        readout=20 * scale,
        formula=18.2 * scale,
        tick=12 * scale,
        label=14 * scale,
        control=32 * scale,
        point=10 * scale,
        iterate=7 * scale,
        hit=max(30.0, 30 * scale),
        space=8 * scale,
        icon=20 * scale,
        radius=6 * scale,
    )


def _sizes_for_room(window_height: float, scale: float) -> Sizes:
    body = max(SMALLEST_PROJECTOR_BODY, PROJECTOR_BODY * window_height)
    grown = body / BODY
    return Sizes(
        body=body * scale,
        secondary=12 * grown * scale,
        readout=max(1.4 * body, PROJECTOR_READOUT * window_height) * scale,
        formula=1.3 * body * scale,
        tick=12 * grown * scale,
        label=body * scale,
        control=max(44.0, 1.8 * body) * scale,
        point=9 * grown * scale,
        iterate=6 * grown * scale,
        hit=max(30.0, 30 * scale),
        space=8 * max(1.0, 0.75 * grown) * scale,
        icon=max(24.0, 1.2 * body) * scale,
        radius=8 * scale,
    )
