"""The README's block of figures, between its two markers."""

from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN = "<!-- figures: written by `make bench` -->"
END = "<!-- end of figures -->"


def write(block: str, readme: Path = README) -> None:
    """Put a new block in the place of the old one. Raises ValueError where there is no place."""
    text = readme.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{readme.name} lacks the markers {BEGIN} and {END}")
    readme.write_text(f"{before}{BEGIN}\n{block.strip()}\n{END}{after}", encoding="utf-8")
