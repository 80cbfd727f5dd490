"""Signatures of what other people's programs send us, as https://www.standardwebhooks.com describes them. Ours: webhooks.py."""

import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from standardwebhooks import Webhook

_MOST: Final = 10
"""Signatures of one message; a program that changes its secret sends two."""


def is_signed(message_id: str, at: datetime, body: bytes, signatures: str, secrets: Sequence[str]) -> bool:
    """Whether one of the signatures (`v1,…`, with blanks between) was made by one of these secrets (`whsec_…`), compared in constant time."""
    try:
        text = body.decode()
    except UnicodeDecodeError:  # nobody signs what is no text
        return False
    expected = [Webhook(secret).sign(message_id, at, text).encode() for secret in secrets]
    given = [each.encode() for each in signatures.split(" ")[:_MOST]]
    fits = [hmac.compare_digest(ours, theirs) for ours in expected for theirs in given]
    return any(fits)
