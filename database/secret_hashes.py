"""What is kept of secrets of our own making: keys, links, tokens and recovery codes."""

import hashlib


def secret_hash(secret: str) -> bytes:
    """Under which it is found again. Ours carry 64 bits of chance or more, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).digest()
