"""Links to recordings: signed and short-lived, for players that cannot carry a key; and why one may lead nowhere."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import AccountId, AttemptId
from startup.secrets import signing_bytes

LINK_LIFE: Final = timedelta(minutes=10)
_PURPOSE: Final = b"recording link/"  # the key signs stream tokens too; neither passes for the other
_TAG_BYTES: Final = 18


@dataclass(frozen=True, slots=True)
class RecordingLink:
    """Whose recording a link plays."""

    account_id: AccountId
    attempt_id: AttemptId


def sign_link(link: RecordingLink, signing_key: str, *, expires_at: datetime) -> str:
    """A token for this recording, safe in a path; signing_key is BASE64."""
    claim = f"{link.account_id}.{link.attempt_id}.{int(expires_at.timestamp())}"
    return f"{claim}.{_tag(claim, signing_key)}"


def read_link(token: str, signing_key: str, now: datetime) -> RecordingLink:
    """What this token was signed for. Raises TamperedOrExpired."""
    claim, _, tag = token.rpartition(".")
    if not hmac.compare_digest(tag.encode(), _tag(claim, signing_key).encode()):
        raise TamperedOrExpired
    account_id, attempt_id, expires = claim.split(".")
    if now.timestamp() > int(expires):
        raise TamperedOrExpired
    return RecordingLink(AccountId(account_id), AttemptId(attempt_id))


def _tag(claim: str, signing_key: str) -> str:
    digest = hmac.digest(signing_bytes(signing_key), _PURPOSE + claim.encode(), hashlib.sha256)[:_TAG_BYTES]
    return base64.urlsafe_b64encode(digest).decode()
