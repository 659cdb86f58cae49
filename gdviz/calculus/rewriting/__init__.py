"""Transformations as chains of equalities, each with its reason."""
