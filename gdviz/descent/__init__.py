"""Gradient descent: optimisers, runs and the reasons they end. NumPy only."""
