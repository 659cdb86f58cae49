"""The curve of a function as it looks on a screen: true to half a pixel, broken where f is."""

from gdviz.calculus.sampling.sampler import Sampler, sample
from gdviz.calculus.sampling.samples import Samples

__all__ = ["Sampler", "Samples", "sample"]
