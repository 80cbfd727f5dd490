"""Seals of audit logs: that a chain ended so at a moment, by a key that the database does not have.

Who can write the database can compute a chain anew, but no seal of it. A seal that is made long after what it seals proves little:
somebody may have taken earlier ones away and written the past anew in between; verification tells from where to where it is so
(audit_verification.py).
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.audit_chain import Link, moment_text, text_hash

PURPOSE: Final = "outbound audit seals"
Keys = Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class Seal:
    """The chain of the account ended with this link then. mac: by the key of this id, over all of it."""

    account_id: str
    link: Link
    at: datetime
    key_id: int
    mac: bytes


def seal(keys: Keys, key_id: int, account_id: str, link: Link, at: datetime) -> Seal:
    """The seal of a chain that ends so now, by this one of the keys."""
    return Seal(account_id, link, at, key_id, _mac(keys[key_id], account_id, link, at))


def is_genuine(keys: Keys, found: Seal) -> bool:
    """Whether one of the keys made it, as it stands."""
    key = keys.get(found.key_id)
    return key is not None and hmac.compare_digest(
        found.mac, _mac(key, found.account_id, found.link, found.at)
    )


def _mac(key: bytes, account_id: str, link: Link, at: datetime) -> bytes:
    said = ("outbound audit seal 1", account_id, str(link.seq), link.hash.hex(), moment_text(at))
    return hmac.digest(key, text_hash(said), hashlib.sha256)
