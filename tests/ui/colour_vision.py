"""How far two colours are apart for an eye: CAM02-UCS, and what colour-blind people see.

CIECAM02 after CIE 159:2004, its uniform space after Luo, Cui and Li (2006), both for a screen of
sRGB in an average surround; colour vision deficiencies after Machado, Oliveira and Fernandes
(2009), at full severity.
"""

import numpy as np
from numpy.typing import NDArray

from gdviz.ui.colours import linear

Array = NDArray[np.float64]

TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
HUNT = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
WHITE = np.array([95.047, 100.0, 108.883])
ADAPTING, BACKGROUND = 64 / np.pi / 5, 20.0
F, C, N_C = 1.0, 0.69, 1.0

SIGHTS: dict[str, Array] = {
    "normal sight": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip


def distance(one: str, other: str, sight: str) -> float:
    """ΔE in CAM02-UCS between two colours `#RRGGBB`."""
    return float(np.linalg.norm(_seen(one, sight) - _seen(other, sight)))


def _seen(colour: str, sight: str) -> Array:
    light = np.clip(SIGHTS[sight] @ np.array(linear(colour)), 0.0, 1.0)
    return uniform(TO_XYZ @ light * 100.0)


def uniform(xyz: Array) -> Array:
    """J′, a′, b′ of CAM02-UCS."""
    lightness, colourfulness, hue = _appearance(xyz)
    compressed = np.log(1 + 0.0228 * colourfulness) / 0.0228
    return np.array(
        (
            1.7 * lightness / (1 + 0.007 * lightness),
            compressed * np.cos(hue),
            compressed * np.sin(hue),
        )
    )


def _appearance(xyz: Array) -> tuple[float, float, float]:
    """J, M and h (radians) of CIECAM02."""
    k = 1 / (5 * ADAPTING + 1)
    level = 0.2 * k**4 * 5 * ADAPTING + 0.1 * (1 - k**4) ** 2 * (5 * ADAPTING) ** (1 / 3)
    n = BACKGROUND / WHITE[1]
    induction, z = 0.725 * (1 / n) ** 0.2, 1.48 + np.sqrt(n)
    red, green, blue = _responses(xyz, level)
    white = _achromatic(_responses(WHITE, level), induction)
    a = red - 12 * green / 11 + blue / 11
    b = (red + green - 2 * blue) / 9
    hue = np.arctan2(b, a)
    eccentricity = (np.cos(hue + 2) + 3.8) / 4
    achromatic = _achromatic(np.array((red, green, blue)), induction)
    lightness = 100 * (achromatic / white) ** (C * z)
    t = 50000 / 13 * N_C * induction * eccentricity * np.hypot(a, b)
    t /= red + green + 21 * blue / 20
    chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    return float(lightness), float(chroma * level**0.25), float(hue)


def _responses(xyz: Array, level: float) -> Array:
    degree = F * (1 - np.exp((-ADAPTING - 42) / 92) / 3.6)
    scale = degree * WHITE[1] / (CAT02 @ WHITE) + 1 - degree
    adapted = HUNT @ np.linalg.solve(CAT02, scale * (CAT02 @ xyz))
    power = (level * np.abs(adapted) / 100) ** 0.42
    response: Array = np.sign(adapted) * 400 * power / (power + 27.13) + 0.1
    return response


def _achromatic(responses: Array, induction: float) -> float:
    red, green, blue = responses
    return float((2 * red + green + blue / 20 - 0.305) * induction)
