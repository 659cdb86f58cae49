"""`python -m benchmarks [NAME…] [--json] [--runs N]`; no name stands for all, and the README."""

import argparse
import os
import sys
from collections.abc import Sequence

from benchmarks import readme, report
from benchmarks.catalogue import CATALOGUE, benchmark
from benchmarks.figure import Figure
from benchmarks.timing import RUNS

NOTE = (
    "Medians of {runs} runs, ours and the floor taken in turns, in a window of 1920×1080 without "
    "a screen unless said otherwise; {machine}. Times of another machine are others, the ratios "
    "much the same."
)


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    parser = _parser()
    wish = parser.parse_args(arguments)
    if unknown := set(wish.names) - set(CATALOGUE):
        known = ", ".join(CATALOGUE)
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {known}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    figures: list[Figure] = []
    for name in wish.names or CATALOGUE:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += benchmark(name)(wish.runs)
    print(report.as_json(figures) if wish.json else report.table(figures))
    if not wish.names:
        note = NOTE.format(runs=wish.runs, machine=report.machine())
        readme.write(f"{note}\n\n{report.markdown(figures)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(CATALOGUE))
    parser.add_argument("--json", action="store_true", help="for a program: everything, in seconds")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"{RUNS} unless given, at least 7")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
