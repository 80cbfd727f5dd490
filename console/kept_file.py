"""A file that a command keeps: all of it, or what stood there before."""

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from console.exit_codes import CommandFailed, Exit


def keep(pieces: Iterable[bytes], file: Path) -> None:
    """Write the pieces beside the file, and move them into its place when all are there.

    Raises CommandFailed if it cannot be written; what the pieces raise passes through, and the file stays as it was.
    """
    try:
        if file.exists() and not file.is_file():  # a pipe or a device is nothing that could be replaced
            with file.open("wb") as target:
                target.writelines(pieces)
        else:
            _replace(file.resolve(), pieces)
    except OSError as error:
        raise CommandFailed(
            Exit.USAGE,
            f"{file} cannot be written: {error.strerror}.",
            "Name another file, in a folder that is there, has room and may be written to.",
        ) from error


def _replace(file: Path, pieces: Iterable[bytes]) -> None:
    unfinished = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with unfinished.open("xb") as target:
            target.writelines(pieces)
        if file.exists():
            shutil.copymode(file, unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
