"""Derivatives and gradient descent, as one lecture shows them."""

__version__ = "0.1.0"
