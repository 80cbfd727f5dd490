"""What recordings need from whoever keeps objects and whoever holds the keys. Every call blocks: not for an event loop."""

from collections.abc import Sequence
from typing import Protocol


class ObjectStorage(Protocol):
    """Keeps bytes under names; a name's parts are separated by slashes. Safe to use from several threads.

    Every method raises ProviderUnavailable when the storage does not answer in time, CredentialsRefused and
    ProviderRefused when it never will.
    """

    def put(self, name: str, content: bytes) -> None:
        """Keep this, whole or not at all; replaces what had the name."""

    def get(self, name: str) -> bytes | None:
        """What is kept under the name; None for nothing."""

    def names(self, folder: str) -> list[str]:
        """Every name that begins with the folder and a slash, sorted."""

    def delete(self, names: Sequence[str]) -> None:
        """Remove these; what is not there is no error."""


class Sealing(Protocol):
    """Encrypts and authenticates under a context; database.sealing.KeyRing is one."""

    def seal(self, plain: bytes, context: str) -> bytes:
        """The plain bytes, sealed."""

    def open(self, sealed: bytes, context: str) -> bytes:
        """What was sealed under this context. Raises an OutboundError when it was altered or moved."""
