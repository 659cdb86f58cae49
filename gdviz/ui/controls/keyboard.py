"""Who has the keyboard: a number being typed is entered when something else is pressed."""

from PySide6.QtWidgets import QLineEdit, QWidget


def settle(widget: QWidget) -> None:
    """Enter the number that is being typed in `widget`'s window, if there is one.

    Buttons and sliders leave the keyboard where it was when they are clicked, so that Space and
    the arrows keep their meaning; but what was typed before must count before what was clicked.
    """
    focused = widget.window().focusWidget()
    if isinstance(focused, QLineEdit) and focused is not widget and focused.isModified():
        focused.editingFinished.emit()
