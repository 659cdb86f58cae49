"""What is on the screen, as data: the session resolves a document to it, views only paint it.

Texts are already in the person's language; numbers that a view formats itself are plain floats.
Coordinates are those of the function (never pixels). Scenes compare by identity of their arrays.

A module for each part of the window that the first picture shows. What is in a panel alone stands
beside this package: derivation_scene.py, exercises_scene.py, exact_scene.py.
"""

from gdviz.session.scene.descent import DescentScene, IterateRow, SecondParameter
from gdviz.session.scene.editor import EditorScene, Message, ParameterSlider
from gdviz.session.scene.pictures import (
    Curve,
    Follower,
    GapPicture,
    GradientPicture,
    Handle,
    PathPicture,
    Points,
    Role,
    SecantPicture,
    StepArrow,
    TangentPicture,
    TracePicture,
)
from gdviz.session.scene.plot import PlotScene
from gdviz.session.scene.readout import ReadoutScene
from gdviz.session.scene.secant import NO_ERRORS, QuotientRow, SecantScene

__all__ = [
    "NO_ERRORS",
    "Curve",
    "DescentScene",
    "EditorScene",
    "Follower",
    "GapPicture",
    "GradientPicture",
    "Handle",
    "IterateRow",
    "Message",
    "ParameterSlider",
    "PathPicture",
    "PlotScene",
    "Points",
    "QuotientRow",
    "ReadoutScene",
    "Role",
    "SecantPicture",
    "SecantScene",
    "SecondParameter",
    "StepArrow",
    "TangentPicture",
    "TracePicture",
]
