"""Powers with constant exponents as instructions: products for small integers, real roots."""

import numpy as np

from gdviz.calculus.evaluation.emitter import ONE, UNDEFINED, Emitter, Operand, fixed
from gdviz.calculus.evaluation.kernels import Kernel, powers
from gdviz.calculus.powers import Exponent

LARGEST_PRODUCT = 16
"""Integer powers up to here are products; beyond, np.power is quicker and more exact."""


def constant_power(emitter: Emitter, base: Operand, exponent: Exponent) -> Operand:
    """b^c by the rule for what c is."""
    if exponent.value != exponent.value:
        return UNDEFINED
    if exponent.integer is not None:
        return _integer_power(emitter, base, exponent.integer)
    if exponent.fraction is not None:
        return _root_power(emitter, base, exponent)
    if abs(exponent.value) == 0.5:
        root = emitter.emit(np.sqrt, base)
        return root if exponent.value > 0 else emitter.emit(powers.divide, ONE, root)
    return _rounded_power(emitter, powers.real_power, base, exponent)


def _integer_power(emitter: Emitter, base: Operand, n: int) -> Operand:
    if n == 0:
        return emitter.emit(powers.zeroth_power, base)
    if abs(n) > LARGEST_PRODUCT:
        return emitter.emit(powers.constant_power, base, fixed(float(n)))
    power = _product_power(emitter, base, abs(n))
    return power if n > 0 else emitter.emit(powers.reciprocal_power, power, base)


def _product_power(emitter: Emitter, base: Operand, n: int) -> Operand:
    """bⁿ by squaring; x² serves x², x³ and x⁴ alike."""
    if n == 1:
        return base
    if n % 2:
        return emitter.emit(np.multiply, _product_power(emitter, base, n - 1), base)
    return emitter.emit(np.square, _product_power(emitter, base, n // 2))


def _root_power(emitter: Emitter, base: Operand, exponent: Exponent) -> Operand:
    fraction = exponent.fraction
    assert fraction is not None
    if fraction.denominator == 3 and abs(fraction.numerator) <= LARGEST_PRODUCT:
        return _integer_power(emitter, emitter.emit(np.cbrt, base), fraction.numerator)
    even = fraction.numerator % 2 == 0
    kernel = powers.even_root_power if even else powers.odd_root_power
    return _rounded_power(emitter, kernel, base, exponent)


def _rounded_power(emitter: Emitter, kernel: Kernel, base: Operand, exponent: Exponent) -> Operand:
    """b^(p/q), although p/q is no float64."""
    power = emitter.emit(kernel, base, fixed(exponent.value))
    if not exponent.rounding:
        return power
    return emitter.emit(powers.refined_power, power, base, fixed(exponent.rounding))
