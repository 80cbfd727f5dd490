"""Personal data at rest: AES-GCM under a key ring, and keyed hashes to look numbers up."""

import base64
import hashlib
import os
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from domain.errors import InvalidInput, OutboundError

_NONCE_BYTES: Final = 12
_BLOCK_BYTES: Final = 64  # of SHA-256
_LEAST_LOOKUP_KEY: Final = 32
_DERIVED_BYTES: Final = 32
T = TypeVar("T")


class CannotOpen(OutboundError):
    """The sealed data was altered, or its key is not in the key ring."""


class KeyRing:
    """Seals with the newest key and opens with any; keys are 32 bytes, named by small integers.

    A sealed value is one byte of key id, 12 bytes of nonce, then the ciphertext with its tag.
    The context (the account id) is authenticated: a value moved to another account does not open.
    Nothing is sealed again: a key must stay in the ring as long as anything is left that it sealed.
    """

    def __init__(self, keys: Mapping[int, bytes], lookup_key: bytes) -> None:
        if not keys or any(len(key) != 32 or not 0 < key_id < 256 for key_id, key in keys.items()):
            raise InvalidInput("The key ring needs keys of 32 bytes with ids from 1 to 255.")
        if len(lookup_key) < _LEAST_LOOKUP_KEY:
            raise InvalidInput(
                "OUTBOUND_LOOKUP_KEY needs at least 32 bytes: under a short key numbers can be tried out."
            )
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._newest = max(keys)
        self._lookup_key = lookup_key
        self._inner, self._outer = _keyed(lookup_key)
        self._keys = dict(keys)

    def __reduce__(self) -> tuple[type["KeyRing"], tuple[dict[int, bytes], bytes]]:
        """How the ring goes to a process of this one's own, through a pipe."""
        return KeyRing, (self._keys, self._lookup_key)

    @classmethod
    def parse(cls, ring: str, lookup_key: str) -> "KeyRing":
        """From settings: ring is `1:BASE64,2:BASE64`, lookup_key is BASE64. Raises InvalidInput."""
        try:
            pairs = (entry.split(":", 1) for entry in ring.split(","))
            keys = {int(key_id): base64.b64decode(key, validate=True) for key_id, key in pairs}
            return cls(keys, base64.b64decode(lookup_key, validate=True))
        except ValueError as error:
            raise InvalidInput("OUTBOUND_KEY_RING must look like 1:BASE64KEY,2:BASE64KEY.") from error

    def seal(self, plain: bytes, context: str) -> bytes:
        """The plain bytes, encrypted with the newest key and bound to the context."""
        nonce = os.urandom(_NONCE_BYTES)
        return (
            bytes((self._newest,))
            + nonce
            + self._ciphers[self._newest].encrypt(nonce, plain, context.encode())
        )

    def open(self, sealed: bytes, context: str) -> bytes:
        """What was sealed under this context. Raises CannotOpen."""
        cipher = self._ciphers.get(sealed[0]) if sealed else None
        if cipher is None:
            raise CannotOpen
        try:
            return cipher.decrypt(sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :], context.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: too short to hold a nonce
            raise CannotOpen from error

    def seal_record(self, record: Any, context: str) -> bytes:
        """A dataclass, mapping or sequence as sealed JSON."""
        return self.seal(msgspec.json.encode(record), context)

    def open_record(self, sealed: bytes, context: str, kind: type[T]) -> T:
        """The record sealed by seal_record, as this type."""
        return msgspec.json.decode(self.open(sealed, context), type=kind)

    def derived(self, purpose: str) -> dict[int, bytes]:
        """Keys of 32 bytes for another purpose, by the ids of those they are made from; the greatest id is the newest."""
        return {
            key_id: HKDF(SHA256(), _DERIVED_BYTES, salt=None, info=purpose.encode()).derive(key)
            for key_id, key in self._keys.items()
        }

    def lookup(self, e164: str, account_id: str) -> bytes:
        """The keyed hash under which this number is found within this account."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(f"{account_id}/{e164}".encode())
        outer.update(inner.digest())
        return outer.digest()


def _keyed(key: bytes) -> tuple["hashlib._Hash", "hashlib._Hash"]:
    """HMAC-SHA-256 as far as its key goes (RFC 2104, section 2), inside and outside: for each row of a list the library
    would prepare the key anew, in three times of what the hash takes.
    """
    block = (key if len(key) <= _BLOCK_BYTES else hashlib.sha256(key).digest()).ljust(_BLOCK_BYTES, b"\0")
    inside, outside = (bytes(byte ^ pad for byte in block) for pad in (0x36, 0x5C))
    return hashlib.sha256(inside), hashlib.sha256(outside)
