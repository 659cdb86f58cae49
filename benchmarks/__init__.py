"""The figures of the README: what gdviz takes for its work, each beside its floor.

`python -m benchmarks` runs all and writes the README's table; `python -m benchmarks drag --json`
runs one and prints it for a program.
"""
