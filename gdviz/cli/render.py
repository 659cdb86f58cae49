"""gdviz render: the plot as a PNG file, without a display."""

from pathlib import Path

from gdviz.cli import numbers as read_numbers
from gdviz.cli.options import Words
from gdviz.cli.trouble import CommandError
from gdviz.document.atomic import write_atomically
from gdviz.document.codec import FileError
from gdviz.i18n import Translator
from gdviz.sentences import sentence

THEMES = ("light", "dark", "projector")


def run(expression: str, words: Words, tr: Translator) -> None:
    """The command."""
    if not words.has("--output"):
        raise CommandError(tr("Say where to write the picture: -o picture.png."))
    size = read_numbers.size(words.get("--size", "1920x1080"), tr)
    theme = words.get("--theme", THEMES[0])
    if theme not in THEMES:
        known = ", ".join(THEMES)
        raise CommandError(
            tr("There is no theme {name}. Known are: {known}.", name=theme, known=known)
        )
    png = _picture(expression, size, theme, words, tr)
    try:
        write_atomically(Path(words.get("--output")), png)
    except FileError as error:
        raise CommandError(sentence(tr, error.code, error.fields)) from error
