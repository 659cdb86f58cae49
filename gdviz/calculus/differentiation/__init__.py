"""Derivatives by the rules of the textbook, on the tree as it was typed."""
