"""How true a sampled curve is to the function, which is computed in 40 digits."""

from itertools import pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from tests.calculus import forty_digits
from tests.calculus.sampling.pictures import Picture

Array = NDArray[np.float64]

AROUND = np.array([-0.4, -0.2, -0.1, -1e-7, 0.0, 1e-7, 0.1, 0.2, 0.4])
"""Pixels to both sides of a vertex at which the curve may come near it."""


def true_values(picture: Picture, x: Array) -> Array:
    """f at each x in 40 digits, rounded to float64; NaN where it has no real value."""
    at = (forty_digits.value(picture.body, {picture.variable: float(each)}) for each in x)
    return np.array([float(value) for value in at])


def dense_points(picture: Picture, count: int, seed: int) -> tuple[Array, Array]:
    """Points of the true curve inside the frame, and places where there is none."""
    view = picture.view
    shares = (np.arange(count) + np.random.default_rng(seed).uniform(size=count)) / count
    x = view.x0 + view.width * shares
    y = true_values(picture, x)
    seen = (y >= view.y0) & (y <= view.y1)
    return np.stack((x[seen], y[seen]), axis=1), x[np.isnan(y)]


def vertices_off(picture: Picture, most: int, seed: int) -> Array:
    """Pixels from vertices inside the frame (at most so many) to the true curve."""
    view, scale = picture.view, picture.scale
    y = picture.vertices[:, 1]
    vertices = picture.vertices[(y >= view.y0) & (y <= view.y1)]
    if len(vertices) > most:
        chosen = np.random.default_rng(seed).choice(len(vertices), most, replace=False)
        vertices = vertices[np.sort(chosen)]
    places = vertices[:, :1] + AROUND / scale[0]
    values = true_values(picture, places.ravel()).reshape(places.shape)
    return np.array([_off(*each, scale) for each in zip(vertices, places, values, strict=True)])


def _off(vertex: Array, x: Array, y: Array, scale: Array) -> float:
    """From a point to the curve near it: straight between the values next to each other."""
    curve = np.stack((x, y), axis=1)[~np.isnan(y)] * scale
    if not len(curve):
        return inf
    point = vertex * scale
    nearest = float(np.hypot(*(curve - point).T).min())
    for start, end in pairwise(curve):
        nearest = min(nearest, _to_segment(point, start, end))
    return nearest


def _to_segment(point: Array, start: Array, end: Array) -> float:
    along = end - start
    length = float(along @ along)
    if not 0.0 < length < inf:
        return float(np.hypot(*(point - start)))
    share = min(max(float((point - start) @ along) / length, 0.0), 1.0)
    return float(np.hypot(*(point - start - share * along)))


def drawn_where_undefined(picture: Picture, x: Array) -> list[float]:
    """Places without a value that a piece or a band passes through, further than a pixel from
    where it has one."""
    pixel = 1.0 / picture.scale[0]
    found = []
    for each in x:
        if picture.crossing(float(each)):
            beside = true_values(picture, each + np.array([-pixel, pixel]))
            if np.isnan(beside).all():
                found.append(float(each))
    return found
