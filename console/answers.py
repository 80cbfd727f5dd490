"""How a command ends: exit codes that scripts can trust, and errors that say what, where and how to mend it."""

from enum import IntEnum


class Exit(IntEnum):
    """0: done; 1: the product refused; 2: wrong use of the command; 3: something needed does not answer."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    UNREACHABLE = 3
    DISAGREEMENT = 4


class CommandFailed(Exception):
    """The command cannot go on. hint says how to mend it."""

    def __init__(self, exit_code: Exit, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.exit_code, self.hint = exit_code, hint
