"""Personal data at rest: AES-GCM under a key ring, and keyed hashes to look numbers up."""

import base64
import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
KEY_BYTES: Final = 32
_LIST_HASH_BYTES: Final = 16  # of ten million numbers no two share so many, and the list takes half the room
T = TypeVar("T")


class CannotOpen(OutboundError):
    """The sealed data was altered, or its key is not in the key ring."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The keys as they are at one moment, replaced whole: whoever seals in a thread beside sees the old ones or the new."""

    keys: Mapping[int, bytes] = field(repr=False)
    ciphers: Mapping[int, AESGCM]
    sealing: int

    @classmethod
    def of(cls, keys: Mapping[int, bytes], sealing: int) -> "_Held":
        if not keys or any(len(key) != KEY_BYTES or not 0 < key_id < 256 for key_id, key in keys.items()):
            raise InvalidInput("The key ring needs keys of 32 bytes with ids from 1 to 255.")
        return cls(dict(keys), {key_id: AESGCM(key) for key_id, key in keys.items()}, sealing)


class DerivedKeys(Mapping[int, bytes]):
    """Keys made from a ring's, by their ids; a mapping that follows the ring."""

    def __init__(self, ring: "KeyRing", purpose: str) -> None:
        self._ring, self._purpose = ring, purpose.encode()
        self._made: dict[bytes, bytes] = {}

    @property
    def signing(self) -> int:
        """The id of the one to sign with: every process knows it, which cannot be said of the newest."""
        return self._ring.sealing

    def __getitem__(self, key_id: int) -> bytes:
        key = self._ring.key(key_id)
        if key not in self._made:
            self._made[key] = HKDF(SHA256(), KEY_BYTES, salt=None, info=self._purpose).derive(key)
        return self._made[key]

    def __iter__(self) -> Iterator[int]:
        return iter(self._ring.known)

    def __len__(self) -> int:
        return len(self._ring.known)


class KeyRing:
    """Seals with one of its keys and opens with any; keys are 32 bytes, named by small integers.

    A sealed value is one byte of key id, 12 bytes of nonce, then the ciphertext with its tag.
    The context (the account id) is authenticated: a value moved to another account does not open.
    A key must stay in the ring as long as anything is left that it sealed (resealing.py).

    Its keys are exchanged while it is used (renew, seal_with): everything of one process that seals or opens holds the same ring.
    sealing: the id of the key that seals, the newest if not told.
    """

    def __init__(self, keys: Mapping[int, bytes], lookup_key: bytes, sealing: int | None = None) -> None:
        if len(lookup_key) < _LEAST_LOOKUP_KEY:
            raise InvalidInput(
                "OUTBOUND_LOOKUP_KEY needs at least 32 bytes: under a short key numbers can be tried out."
            )
        self._held = _Held.of(keys, max(keys, default=0) if sealing is None else sealing)
        self._lookup_key = lookup_key
        self._inner, self._outer = _keyed(lookup_key)

    def __reduce__(self) -> tuple[type["KeyRing"], tuple[dict[int, bytes], bytes, int]]:
        """How the ring goes to a process of this one's own, through a pipe."""
        return KeyRing, (dict(self._held.keys), self._lookup_key, self._held.sealing)

    @property
    def known(self) -> frozenset[int]:
        """The ids of its keys."""
        return frozenset(self._held.keys)

    @property
    def sealing(self) -> int:
        """The id of the key that seals."""
        return self._held.sealing

    def renew(self, other: "KeyRing") -> None:
        """Have the keys of the other ring from now on, and go on sealing with the same one.

        Raises InvalidInput, and changes nothing, if the key that seals is not among them or one has another value: what it
        sealed would not open any more.
        """
        held, keys = self._held, other._held.keys
        if held.sealing not in keys:
            raise InvalidInput(f"Key {held.sealing}, which seals, must stay in the key ring.")
        changed = sorted(key_id for key_id in self.known & other.known if keys[key_id] != held.keys[key_id])
        if changed:
            raise InvalidInput(f"Key {changed[0]} has another value: a new key needs an id of its own.")
        self._held = _Held.of(keys, held.sealing)

    def seal_with(self, key_id: int) -> None:
        """Seal with this key from now on. Raises InvalidInput if it is not in the ring."""
        held = self._held
        if key_id not in held.keys:
            raise InvalidInput(f"Key {key_id}, which is to seal, is not in the key ring.")
        self._held = replace(held, sealing=key_id)

    @classmethod
    def parse(cls, ring: str, lookup_key: str) -> "KeyRing":
        """From settings: ring is `1:BASE64,2:BASE64`, lookup_key is BASE64. Raises InvalidInput."""
        try:
            pairs = (entry.split(":", 1) for entry in ring.split(","))
            keys = {int(key_id): base64.b64decode(key, validate=True) for key_id, key in pairs}
            return cls(keys, base64.b64decode(lookup_key, validate=True))
        except ValueError:  # its own words quote the keys
            raise InvalidInput("A key ring must look like 1:BASE64KEY,2:BASE64KEY.") from None

    def seal(self, plain: bytes, context: str) -> bytes:
        """The plain bytes, encrypted with the key that seals and bound to the context."""
        held, nonce = self._held, os.urandom(_NONCE_BYTES)
        sealed = held.ciphers[held.sealing].encrypt(nonce, plain, context.encode())
        return bytes((held.sealing,)) + nonce + sealed

    def open(self, sealed: bytes, context: str) -> bytes:
        """What was sealed under this context. Raises CannotOpen."""
        cipher = self._held.ciphers.get(sealed[0]) if sealed else None
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

    def derived(self, purpose: str) -> DerivedKeys:
        """Keys of 32 bytes for another purpose, by the ids of those they are made from, as the ring has them at any time."""
        return DerivedKeys(self, purpose)

    def key(self, key_id: int) -> bytes:
        """The key itself. Raises KeyError."""
        return self._held.keys[key_id]

    def lookup(self, e164: str, account_id: str) -> bytes:
        """The keyed hash under which this number is found within this account."""
        return self._keyed_hash(f"{account_id}/{e164}")

    def lookup_on_lists(self, e164: str, account_id: str) -> bytes:
        """The keyed hash under which this number is found on named lists, which may come as hashes: 16 bytes."""
        return self.lookup_of_list(hashlib.sha256(e164.encode()).hexdigest(), account_id)

    def lookup_of_list(self, sha256: str, account_id: str) -> bytes:
        """The same, from the SHA-256 of a number (E.164), in 64 small hexadecimal digits; there are few enough numbers to try them
        all, so that it is personal, and kept as this hash of it alone.
        """
        return self._keyed_hash(f"{account_id}/{sha256}")[:_LIST_HASH_BYTES]

    def _keyed_hash(self, text: str) -> bytes:
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(text.encode())
        outer.update(inner.digest())
        return outer.digest()


def _keyed(key: bytes) -> tuple["hashlib._Hash", "hashlib._Hash"]:
    """HMAC-SHA-256 as far as its key goes (RFC 2104, section 2), inside and outside: for each row of a list the library
    would prepare the key anew, in three times of what the hash takes.
    """
    block = (key if len(key) <= _BLOCK_BYTES else hashlib.sha256(key).digest()).ljust(_BLOCK_BYTES, b"\0")
    inside, outside = (bytes(byte ^ pad for byte in block) for pad in (0x36, 0x5C))
    return hashlib.sha256(inside), hashlib.sha256(outside)
