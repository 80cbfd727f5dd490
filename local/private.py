"""Folders into which nobody else on the machine can look."""

from pathlib import Path


def private_folder(folder: Path) -> Path:
    """The folder, made if need be, and closed to everybody but its owner; those above it stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
