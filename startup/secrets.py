"""The secrets without which a process must not serve: each is there, long enough, and made by chance.

A forgotten signing key signs with nothing, so that anybody's links and tokens are good; a forgotten lookup key lets
whoever reads the database try all numbers out.
Read from the environment: startup/settings.py. The local system makes its own: local/keys.py. Who looks: startup/fitness.py.
"""

import base64
import hashlib
import hmac
from typing import Final

from domain.errors import OutboundError
from startup.settings import Settings

KEY_BYTES: Final = 32
_LEAST_DIFFERENT: Final = 16  # of 32 random bytes some 30 differ; of a text that was typed, or zeros, few
_LEAST_API_KEY: Final = 32
_TAG_BYTES: Final = 18
_MAKE: Final = 'python -c "import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())"'


class UnfitSecret(OutboundError):
    """A secret is missing, too short, or no secret."""


def signing_bytes(signing_key: str) -> bytes:
    """The key under which links and tokens are signed, from OUTBOUND_SIGNING_KEY. Raises UnfitSecret."""
    return _decoded("OUTBOUND_SIGNING_KEY", signing_key)


def tag(key: bytes, text: str) -> str:
    """What proves that this text is ours: a part of its HMAC that is safe in a path. One key signs for several purposes, so
    the text itself tells what it is for."""
    digest = hmac.digest(key, text.encode(), hashlib.sha256)[:_TAG_BYTES]
    return base64.urlsafe_b64encode(digest).decode()


def unfit_secrets(settings: Settings) -> list[str]:
    """A sentence for each secret that is missing, too short or an example: it names the variable and how to make its value."""
    found = []
    for variable, secret in ring_and_other_keys(settings):
        try:
            if len(set(_decoded(variable, secret))) < _LEAST_DIFFERENT:
                raise UnfitSecret(f"{variable} is an example, not a secret. To mend: {_MAKE}.")
        except UnfitSecret as error:
            found.append(str(error))
    if settings.api_key and len(settings.api_key) < _LEAST_API_KEY:
        found.append(
            f"OUTBOUND_API_KEY must have at least {_LEAST_API_KEY} characters, which nobody guesses. To mend: leave it "
            'unset, or python -c "import secrets; print(secrets.token_urlsafe(32))".'
        )
    return found


def ring_and_other_keys(settings: Settings) -> list[tuple[str, str]]:
    """Each key in BASE64 with the variable that it stands in; a ring has one and more."""
    recordings = settings.recordings.key_ring
    return [
        ("OUTBOUND_SIGNING_KEY", settings.signing_key),
        ("OUTBOUND_LOOKUP_KEY", settings.lookup_key),
        *_ring_keys("OUTBOUND_KEY_RING", settings.key_ring),
        *(_ring_keys("RECORDINGS_KEY_RING", recordings) if recordings else ()),
    ]


def _ring_keys(variable: str, ring: str) -> list[tuple[str, str]]:
    return [(variable, entry.partition(":")[2]) for entry in ring.split(",")]


def _decoded(variable: str, secret: str) -> bytes:
    is_ring = variable.endswith("RING")
    shape = "1:KEY or 1:OLD,2:NEW, each KEY " if is_ring else ""
    try:
        key = base64.b64decode(secret, validate=True)
    except ValueError:
        key = b""
    if len(key) < KEY_BYTES:
        missing = "is not set, or has a key without its number" if is_ring else "is not set"
        what = "is too short or not BASE64" if secret else missing
        raise UnfitSecret(
            f"{variable} {what}; it is {shape}at least {KEY_BYTES} random bytes. To mend: {_MAKE}."
        )
    return key
