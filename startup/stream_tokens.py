"""Tokens in media stream addresses: signed and expiring; the database lets each epoch's be used once."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId
from startup.secrets import signing_bytes

_LIFE: Final = timedelta(minutes=2)  # Twilio connects within seconds of fetching the document
_TAG_BYTES: Final = 18
_PARTS: Final = 5


@dataclass(frozen=True, slots=True)
class StreamClaim:
    """Whose media stream a token opens: this attempt's, on the leg that the carrier calls so, at this carrier's door.

    Only one carrier signs its handshakes: a token that opened another's door as well would make the signature worth
    nothing. epoch: how many processes will have held the conversation with this one.
    """

    attempt_id: AttemptId
    carrier: str
    carrier_call_id: str
    epoch: int


class StreamTokens:
    """Issues and reads the tokens; the signing key is BASE64, at least 32 bytes."""

    def __init__(self, signing_key: str) -> None:
        self._key = signing_bytes(signing_key)

    def issue(self, claim: StreamClaim, now: datetime) -> str:
        """A token for this media stream, safe in a path; good for two minutes."""
        expires = int((now + _LIFE).timestamp())
        text = f"{claim.attempt_id}.{claim.carrier}.{claim.carrier_call_id}.{claim.epoch}.{expires}"
        return f"{text}.{self._tag(text)}"

    def read(self, token: str, now: datetime) -> StreamClaim:
        """What this token was issued for. Raises TamperedOrExpired."""
        text, _, tag = token.rpartition(".")
        if not hmac.compare_digest(tag.encode(), self._tag(text).encode()):
            raise TamperedOrExpired
        parts = text.split(".")
        if len(parts) != _PARTS or now.timestamp() > int(
            parts[-1]
        ):  # fewer parts: issued by an older version
            raise TamperedOrExpired
        attempt_id, carrier, carrier_call_id, epoch, _ = parts
        return StreamClaim(AttemptId(attempt_id), carrier, carrier_call_id, int(epoch))

    def _tag(self, text: str) -> str:
        digest = hmac.digest(self._key, text.encode(), hashlib.sha256)[:_TAG_BYTES]
        return base64.urlsafe_b64encode(digest).decode()
