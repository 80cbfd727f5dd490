"""How a command ends: exit codes that scripts can trust, and errors that say what, where and how to mend it."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """0: done; 1: the product refused; 2: wrong use of the command; 3: something needed does not answer."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    UNREACHABLE = 3
    DISAGREEMENT = 4


class CommandFailed(Exception):
    """The command cannot go on. hint says how to mend it; code and errors are the API's, if it was the API that refused."""

    def __init__(
        self,
        exit_code: Exit,
        message: str,
        hint: str = "",
        *,
        code: str = "",
        errors: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(message)
        self.exit_code, self.hint, self.code, self.errors = exit_code, hint, code, errors

    def as_record(self) -> dict[str, Any]:
        """The failure for programs."""
        return {
            "error": str(self),
            "code": self.code or self.exit_code.name.lower(),
            "hint": self.hint,
            "errors": list(self.errors),
            "exit_code": int(self.exit_code),
        }
