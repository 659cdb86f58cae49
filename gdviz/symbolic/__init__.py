"""Computer algebra: the only part that knows sympy, and it runs in the worker process alone.

It proves what the program has found by its own rules and names what it has found as numbers.
Domains are none of its business: sympy takes x/x for 1, and (√x)² for x.
"""
