"""The line where f is typed: the field, what is said about it, sliders of its parameters."""

from gdviz.ui.editor.editor import Editor

__all__ = ["Editor"]
