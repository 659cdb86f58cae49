"""Expressions as they are written on paper: markup, and from it LaTeX and plain text."""
