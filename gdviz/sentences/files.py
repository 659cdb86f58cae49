"""Sentences for the codes of files."""

from gdviz.i18n import N_

SENTENCES = {
    "file-not-json": N_("This file is damaged, or is not one of gdviz."),
    "file-not-gdviz": N_("This file is not one of gdviz."),
    "file-newer": N_(
        "This file was saved by a newer gdviz (version {version} of the format, here {known}); "
        "update the program to open it."
    ),
    "file-wrong-type": N_("This file is damaged: “{key}” has a wrong type."),
    "file-wrong-range": N_("This file is damaged: “{key}” has a value that makes no sense."),
    "file-too-large": N_("{name} is far too large to be a file of gdviz."),
    "file-not-found": N_("There is no file {name}, or no folder for it."),
    "file-not-permitted": N_("{name} may not be read or written here."),
    "file-is-folder": N_("{name} is a folder, not a file."),
    "file-no-space": N_("There is no room left for {name}."),
    "file-trouble": N_("{name} cannot be read or written: {reason}."),
}
