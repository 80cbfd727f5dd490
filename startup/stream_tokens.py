"""Tokens in media stream addresses: signed and expiring; the database lets each epoch's be used once."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import AttemptId

_LIFE: Final = timedelta(minutes=2)  # Twilio connects within seconds of fetching the document
_TAG_BYTES: Final = 18


@dataclass(frozen=True, slots=True)
class StreamClaim:
    """Whose media stream a token opens: this attempt's, on the leg that the carrier calls so.

    epoch: how many processes will have held the conversation with this one.
    """

    attempt_id: AttemptId
    carrier_call_id: str
    epoch: int


class StreamTokens:
    """Issues and reads the tokens; the signing key is BASE64, at least 16 bytes."""

    def __init__(self, signing_key: str) -> None:
        self._key = base64.b64decode(signing_key, validate=True)

    def issue(self, attempt_id: AttemptId, carrier_call_id: str, now: datetime, *, epoch: int = 1) -> str:
        """A token for this leg's media stream, safe in a path; good for two minutes."""
        claim = f"{attempt_id}.{carrier_call_id}.{epoch}.{int((now + _LIFE).timestamp())}"
        return f"{claim}.{self._tag(claim)}"

    def read(self, token: str, now: datetime) -> StreamClaim:
        """What this token was issued for. Raises TamperedOrExpired."""
        claim, _, tag = token.rpartition(".")
        if not hmac.compare_digest(tag, self._tag(claim)):
            raise TamperedOrExpired
        attempt_id, carrier_call_id, epoch, expires = claim.split(".")
        if now.timestamp() > int(expires):
            raise TamperedOrExpired
        return StreamClaim(AttemptId(attempt_id), carrier_call_id, int(epoch))

    def _tag(self, claim: str) -> str:
        digest = hmac.digest(self._key, claim.encode(), hashlib.sha256)[:_TAG_BYTES]
        return base64.urlsafe_b64encode(digest).decode()
