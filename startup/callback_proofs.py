"""Proofs in the addresses that carriers ask: whose connection an attempt or message went through, without asking the database.

Whoever brings a carrier's account of his own holds the key by which its requests are signed. The proof keeps him to what
went through his connection: only we make it, and each is good for one attempt or message.
"""

import hmac
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import ConnectionId
from startup.secrets import signing_bytes, tag

ALL: Final = ""
"""What a proof is about that stands in an address for a whole account, which people give to the carrier themselves."""


class CallbackProofs:
    """Makes and reads the proofs; the signing key is BASE64, at least 32 bytes."""

    def __init__(self, signing_key: str) -> None:
        self._key = signing_bytes(signing_key)

    def issue(self, connection_id: ConnectionId, about: str) -> str:
        """A proof for the addresses about this attempt or message, safe in a query."""
        return f"{connection_id}.{self._tag(connection_id, about)}"

    def read(self, proof: str, about: str) -> ConnectionId:
        """Whose connection it proves for this attempt or message. Raises TamperedOrExpired."""
        connection_id, _, given = proof.partition(".")
        if not hmac.compare_digest(given.encode(), self._tag(connection_id, about).encode()):
            raise TamperedOrExpired
        return ConnectionId(connection_id)

    def _tag(self, connection_id: str, about: str) -> str:
        # The purpose and each part's length keep this from being a tag of anything else that the key signs.
        text = f"callback:{len(connection_id)}:{connection_id}:{about}"
        return tag(self._key, text)
