"""Exercises: which function to differentiate, whether an answer is right, and what went wrong."""
