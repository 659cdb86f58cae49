"""Functions that NumPy lacks: σ, softplus, Γ, ψ and its derivatives, on float64 arrays.

Γ and ψ⁽ⁿ⁾ follow one pattern: the recurrence lifts the argument to where Stirling's series (DLMF
5.11, 5.15) is exact to float64, the reflection formula (DLMF 5.5.3, 5.15.6) serves the negative
axis. Poles are NaN: the functions are undefined there. Each writes into `out`, like a ufunc.
"""

from collections.abc import Sequence
from math import factorial, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LIFTED = 12.0
"""From here on the series below are exact to float64."""
BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510)
"""B₂, B₄ …"""
STIRLING = [b / ((2 * k) * (2 * k - 1)) for k, b in enumerate(BERNOULLI, start=1)]
FACTORIALS = np.array([float(factorial(n)) for n in range(171)])
LARGEST_GAMMA = 171.7
"""Γ overflows just below."""


def sigmoid(u: Array, out: Array) -> None:
    """σ(u) = 1/(1 + e⁻ᵘ); an overflow of e⁻ᵘ gives 0, as it should."""
    np.negative(u, out)
    np.exp(out, out)
    np.add(out, 1.0, out)
    np.divide(1.0, out, out)


def softplus(u: Array, out: Array) -> None:
    """ln(1 + eᵘ) = max(u, 0) + ln(1 + e^−|u|), which does not overflow."""
    np.abs(u, out)
    np.negative(out, out)
    np.exp(out, out)
    np.log1p(out, out)
    np.add(out, np.maximum(u, 0.0), out)


def gamma(x: Array, out: Array) -> None:
    """Γ(x), within 1e-13 of its value; exact at 1 … 23; NaN at 0, −1, −2 …"""
    reflected = x < 0.5
    y = np.where(reflected, 1.0 - x, x)
    out[...] = _gamma_right(y)
    if reflected.any():
        out[reflected] = pi / _sine_of_pi(x[reflected]) * _reciprocal_gamma(y[reflected])
    out[(x <= 0) & (x == np.floor(x))] = np.nan


def _gamma_right(x: Array) -> Array:
    """Γ on [½, ∞)."""
    lifted, product = _lift(x)
    value = _stirling(lifted) / product
    whole = (x == np.floor(x)) & (x >= 1) & (x <= FACTORIALS.size)
    value[whole] = FACTORIALS[x[whole].astype(np.intp) - 1]
    value[x > LARGEST_GAMMA] = np.inf
    return value


def _reciprocal_gamma(y: Array) -> Array:
    """1/Γ(y) for y > ½, also where Γ(y) has overflowed and its reciprocal is not yet 0."""
    far = y > LARGEST_GAMMA - 1
    near = 1.0 / _gamma_right(np.where(far, 1.0, y))
    return np.where(far, np.exp(-_log_gamma(np.where(far, y, 100.0))), near)


def _log_gamma(y: Array) -> Array:
    """ln Γ for large y."""
    series = horner(STIRLING, 1 / y**2) / y
    value: Array = (y - 0.5) * np.log(y) - y + 0.5 * np.log(2 * pi) + series
    return value


def _stirling(y: Array) -> Array:
    """√(2π)·y^(y − ½)·e^(−y)·e^(1/12y − …), the power in two halves that do not overflow."""
    half = np.power(y, 0.5 * y - 0.25)
    series = horner(STIRLING, 1 / y**2) / y
    value: Array = sqrt(2 * pi) * half * np.exp(-y) * half * np.exp(series)
    return value


def _lift(x: Array) -> tuple[Array, Array]:
    """(y, p) with y = x + n ≥ 12 and p = x(x + 1) … (x + n − 1), for x > 0."""
    product = np.ones_like(x)
    lifted = x.copy()
    while (low := lifted < LIFTED).any():
        product[low] *= lifted[low]
        lifted[low] += 1.0
    return lifted, product


def digamma(x: Array, out: Array) -> None:
    """ψ(x) = Γ′(x)/Γ(x); NaN at 0, −1, −2 …"""
    polygamma(x, 0, out)


def polygamma(x: Array, n: int, out: Array) -> None:
    """ψ⁽ⁿ⁾(x), the n-th derivative of ψ; NaN at 0, −1, −2 …"""
    reflected = x < 0.5
    y = np.where(reflected, 1.0 - x, x)
    value = _polygamma_right(y, n)
    if reflected.any():
        value[reflected] *= (-1) ** n
        value[reflected] -= _cotangent_derivative(x[reflected], n)
    out[...] = value
    out[(x <= 0) & (x == np.floor(x))] = np.nan


def _polygamma_right(x: Array, n: int) -> Array:
    """ψ⁽ⁿ⁾ on [½, ∞): ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x + 1) − (−1)ⁿ n!/xⁿ⁺¹ until the series holds."""
    sign = (-1.0) ** (n + 1)
    lifted, below = x.copy(), np.zeros_like(x)
    steps = LIFTED + 2 * n
    if (low := x < steps).any():
        # As many steps for all: to look each time which are not there yet takes longer.
        part, total = x[low], np.zeros(np.count_nonzero(low))
        for step in range(int(steps)):
            total += np.reciprocal(part + step) ** (n + 1)
        below[low] = factorial(n) * total
        lifted[low] += steps
    leading = factorial(n - 1) / lifted**n if n else -np.log(lifted)
    tail = [b * factorial(2 * k + n - 1) / factorial(2 * k) for k, b in enumerate(BERNOULLI, 1)]
    series = horner([0.0, *tail], lifted**-2) / lifted**n
    value: Array = sign * (leading + factorial(n) / (2 * lifted ** (n + 1)) + series + below)
    return value


def _sine_of_pi(x: Array) -> Array:
    """sin πx, exact in the reduction of x."""
    nearest = np.rint(x)
    sine: Array = np.sin(pi * (x - nearest)) * np.where(nearest % 2 == 0, 1.0, -1.0)
    return sine


def _cotangent_derivative(x: Array, n: int) -> Array:
    """π·dⁿ/dxⁿ ctg πx: a polynomial in c = ctg πx, because c′ = −π(1 + c²)."""
    coefficients = [0.0, pi]
    for _ in range(n):
        slope = [k * a for k, a in enumerate(coefficients)][1:]
        # times −π(1 + c²)
        coefficients = [-pi * (a + b) for a, b in zip([*slope, 0, 0], [0, 0, *slope], strict=True)]
    offset = x - np.rint(x)
    cotangent = np.where(np.abs(offset) == 0.5, 0.0, 1.0 / np.tan(pi * offset))
    return horner(coefficients, cotangent)


def horner(coefficients: Sequence[float], x: Array) -> Array:
    """a₀ + a₁x + a₂x² + …"""
    value = np.full_like(x, coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        value = value * x + coefficient
    return value
