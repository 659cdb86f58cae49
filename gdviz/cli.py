"""The command line."""

import argparse

from gdviz import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="gdviz", description="Derivatives and gradient descent.")
    parser.add_argument("--version", action="version", version=f"gdviz {__version__}")
    parser.parse_args(arguments)
    return 0
