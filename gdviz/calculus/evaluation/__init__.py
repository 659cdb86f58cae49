"""Expressions as functions of float64 numbers and arrays: a tree becomes a tape of instructions."""

from gdviz.calculus.evaluation.compiling import (
    Function,
    Functions,
    Values,
    compile_function,
    compile_functions,
)

__all__ = ["Function", "Functions", "Values", "compile_function", "compile_functions"]
