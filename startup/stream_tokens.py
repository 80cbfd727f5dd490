"""Tokens in media stream addresses: signed and expiring; the database lets each epoch's be used once.

Used up in database/conversations.py; whose signature a handshake needs: stream_openers.py.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId, ConnectionId
from startup.secrets import signing_bytes, tag

_LIFE: Final = timedelta(minutes=2)  # Twilio connects within seconds of fetching the document
_PARTS: Final = 5
_PARTS_WITH_CONNECTION: Final = 6


@dataclass(frozen=True, slots=True)
class StreamClaim:
    """Whose media stream a token opens: this attempt's, on the leg that the carrier calls so, at this carrier's door.

    Only one carrier signs its handshakes: a token that opened another's door as well would make the signature worth
    nothing. epoch: how many processes will have held the conversation with this one; connection_id: with credentials of
    its own, by which the carrier signs; None for the installation's.
    """

    attempt_id: AttemptId
    carrier: str
    carrier_call_id: str
    epoch: int
    connection_id: ConnectionId | None = None


class StreamTokens:
    """Issues and reads the tokens; the signing key is BASE64, at least 32 bytes."""

    def __init__(self, signing_key: str) -> None:
        self._key = signing_bytes(signing_key)

    def issue(self, claim: StreamClaim, now: datetime) -> str:
        """A token for this media stream, safe in a path; good for two minutes."""
        expires = int((now + _LIFE).timestamp())
        text = f"{claim.attempt_id}.{claim.carrier}.{claim.carrier_call_id}.{claim.epoch}.{expires}"
        if claim.connection_id is not None:
            text = f"{claim.connection_id}.{text}"
        return f"{text}.{tag(self._key, text)}"

    def read(self, token: str, now: datetime) -> StreamClaim:
        """What this token was issued for. Raises TamperedOrExpired."""
        text, _, given = token.rpartition(".")
        if not hmac.compare_digest(given.encode(), tag(self._key, text).encode()):
            raise TamperedOrExpired
        *connection, attempt_id, carrier, carrier_call_id, epoch, expires = _parts_of(text)
        if now.timestamp() > int(expires):
            raise TamperedOrExpired
        connection_id = ConnectionId(connection[0]) if connection else None
        return StreamClaim(AttemptId(attempt_id), carrier, carrier_call_id, int(epoch), connection_id)


def _parts_of(text: str) -> list[str]:
    parts = text.split(".")
    if len(parts) not in (_PARTS, _PARTS_WITH_CONNECTION):  # fewer parts: issued by an older version
        raise TamperedOrExpired
    return parts
