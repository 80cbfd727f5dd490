"""Credentials on their way in: typed on a terminal that does not show them, or read from a file.

They never stand in a process's arguments, which others on the machine can read, and no error quotes them.
"""

import json
import sys
from getpass import getpass
from pathlib import Path
from typing import Any, Final

from console.client import Record
from console.exit_codes import CommandFailed, Exit

_STANDARD_INPUT: Final = Path("-")
_MEND_FILE: Final = (
    'Name a file that holds one JSON object of texts, such as {"token": "…"}; - is standard input.'
)


def ask_credentials(form: Record) -> dict[str, str]:
    """What a person types for each of this vendor's credentials, without those left out. Raises CommandFailed."""
    if not sys.stdin.isatty():
        raise CommandFailed(
            Exit.USAGE,
            "Standard input is no terminal, so nobody can be asked for the credentials.",
            "Give them as a JSON object: --credentials FILE, or --credentials - for standard input.",
        )
    typed = {name: _typed(name) for name in form["needed"]}
    typed |= {name: getpass(f"{name} (Enter leaves it out): ") for name in form["optional"]}
    return {name: value for name, value in typed.items() if value.strip()}


def _typed(name: str) -> str:
    while not (value := getpass(f"{name}: ")).strip():
        pass
    return value


def read_credentials(file: Path) -> dict[str, str]:
    """What stands in this file, "-" for standard input: a JSON object of texts. Raises CommandFailed."""
    read = _document(file)
    if not isinstance(read, dict):
        raise _unfit(file, "holds no JSON object")
    for place, value in enumerate(read.values(), 1):
        if not isinstance(value, str):
            raise _unfit(file, f"holds something else than a text as its value {place}")
    return read


def _document(file: Path) -> Any:
    try:
        content = sys.stdin.buffer.read() if file == _STANDARD_INPUT else file.read_bytes()
    except OSError as error:
        raise _unfit(file, f"cannot be read: {error.strerror}") from error
    try:
        return json.loads(content.decode())
    except UnicodeDecodeError:
        raise _unfit(file, "is no text in UTF-8") from None
    except json.JSONDecodeError as error:
        raise _unfit(file, f"is no JSON (line {error.lineno}, column {error.colno})") from None


def _unfit(file: Path, why: str) -> CommandFailed:
    name = "Standard input" if file == _STANDARD_INPUT else str(file)
    if name.lstrip().startswith("{"):  # the credentials themselves, which must not be shown a second time
        name = "What --credentials was given"
    return CommandFailed(Exit.USAGE, f"{name} {why}.", _MEND_FILE)
