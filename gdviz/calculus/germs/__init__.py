"""Expansions of functions just beside a point: the arithmetic behind germ.py."""
