"""Secrets of our own making: keys, links, tokens and recovery codes; and what is kept of them."""

import hashlib
import secrets
from typing import Literal


def new_secret(kind: Literal["ok", "or", "ol", "oc"]) -> str:
    """A key, a refresh token, a link's token or a code, which its first signs tell: nobody guesses it, 192 bits of chance."""
    return f"{kind}_{secrets.token_hex(24)}"


def secret_hash(secret: str) -> bytes:
    """Under which it is found again. Ours carry 64 bits of chance or more, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).digest()
