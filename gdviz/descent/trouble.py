"""What makes a descent impossible to begin."""

from collections.abc import Mapping


class DescentError(ValueError):
    """A descent that cannot begin: `code` names a sentence (gdviz.sentences), `fields` fill it."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields: Mapping[str, str] = fields
