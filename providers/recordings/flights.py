"""The archive of flight records: a call's events in parts, compressed, sealed, and apart from its sound.

They stand beside the recordings and not among them, since deleting what was heard must leave what was said: a flight
record is kept as long as the transcript, and whoever deletes that deletes both (api/calls/erasure.py).
"""

import re
import zlib
from typing import Final

from domain.identifiers import AccountId, AttemptId
from providers.recordings.contract import ObjectStorage, Sealing
from providers.recordings.segments import Take

_QUICKLY: Final = 1  # a history that every request repeats is small at any level
_PART_NAME: Final = re.compile(r".+/\d{13}/\d{6}")
_STONE: Final = b"deleted"


class FlightArchive:
    """Everything blocks, and may be called from several threads at once."""

    def __init__(self, storage: ObjectStorage, sealing: Sealing) -> None:
        self._storage, self._sealing = storage, sealing

    def keep_part(self, take: Take, number: int, lines: bytes) -> None:
        """Seal and keep a part of what one process recorded; of what was deleted meanwhile none stays. Raises ProviderError."""
        name = f"{_folder(take.attempt_id)}/{take.began_ms:013d}/{number:06d}"
        sealed = self._sealing.seal(zlib.compress(lines, _QUICKLY), _context(take.account_id, name))
        self._storage.put(name, sealed)
        # Looked for behind the part, as deleting writes it before it looks for parts: one of the two finds the other.
        if self._storage.get(_stone(take.attempt_id)) is not None:
            self._storage.delete([name])

    def read(self, account_id: AccountId, attempt_id: AttemptId) -> bytes:
        """All parts that are kept, in order; empty if none is. Raises ProviderError, CannotOpen."""
        parts = []
        for name in self._parts(attempt_id):
            sealed = self._storage.get(name)
            if sealed is not None:
                parts.append(zlib.decompress(self._sealing.open(sealed, _context(account_id, name))))
        return b"".join(parts)

    def is_kept(self, attempt_id: AttemptId) -> bool:
        """Whether any part of the attempt's is kept. Raises ProviderError."""
        return bool(self._parts(attempt_id))

    def delete(self, attempt_id: AttemptId) -> None:
        """Delete every part of the attempt's, and from now on each that is still on its way. May be repeated. Raises ProviderError."""
        self._storage.put(_stone(attempt_id), _STONE)
        self._storage.delete(self._parts(attempt_id))

    def forget(self, attempt_id: AttemptId) -> None:
        """Delete all there is of the attempt, also what says that it was deleted. May be repeated. Raises ProviderError."""
        self._storage.delete(self._storage.names(_folder(attempt_id)))

    def _parts(self, attempt_id: AttemptId) -> list[str]:
        return [name for name in self._storage.names(_folder(attempt_id)) if _PART_NAME.fullmatch(name)]


def _folder(attempt_id: AttemptId) -> str:
    return f"flights/{attempt_id}"


def _stone(attempt_id: AttemptId) -> str:
    """The object that says that this attempt's flight record was deleted; there is nothing in it to be sealed."""
    return f"{_folder(attempt_id)}/deleted"


def _context(account_id: AccountId, name: str) -> str:
    """What a part is bound to: the account, and by its name the attempt, the process and the place."""
    return f"flight/{account_id}/{name}"
