"""Links to recordings: signed and short-lived, for players that cannot carry a key; and why one may lead nowhere."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.errors import TamperedOrExpired
from domain.identifiers import AccountId, AttemptId
from startup.secrets import signing_bytes, tag

LINK_LIFE: Final = timedelta(minutes=10)
_PURPOSE: Final = "recording link/"  # the key signs stream tokens too; neither passes for the other


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
    claim, _, given = token.rpartition(".")
    if not hmac.compare_digest(given.encode(), _tag(claim, signing_key).encode()):
        raise TamperedOrExpired
    account_id, attempt_id, expires = claim.split(".")
    if now.timestamp() > int(expires):
        raise TamperedOrExpired
    return RecordingLink(AccountId(account_id), AttemptId(attempt_id))


def _tag(claim: str, signing_key: str) -> str:
    return tag(signing_bytes(signing_key), _PURPOSE + claim)
