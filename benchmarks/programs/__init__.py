"""Programs of their own, started by the benchmarks as a person starts a program."""
