"""What ends a command with status 2: one sentence on standard error, an object with --json."""

from typing import Any


class CommandError(Exception):
    """A sentence in the person's language; position and length if it is about the expression.

    `input` is the expression that was being worked on, once there is one.
    """

    def __init__(
        self,
        message: str,
        *,
        position: int | None = None,
        length: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.input: str | None = None
        self.message, self.hint = message, hint
        self.position, self.length = position, length

    def sentence(self) -> str:
        """The message, with the hint after it."""
        return " ".join(part for part in (self.message, self.hint) if part)

    def as_json(self) -> dict[str, Any]:
        """The object of --json: position and length are null where the input is not to blame."""
        error = {
            "position": self.position,
            "length": self.length,
            "message": self.message,
            "hint": self.hint,
        }
        return {"error": error} if self.input is None else {"input": self.input, "error": error}
