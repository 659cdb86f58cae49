"""The parts of the tidy form: products, sums, and how they are written. See normal.py."""
