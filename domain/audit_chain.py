"""The audit log of an account as a chain: each entry carries its place, the hash of the one before it, and a hash over all it says.

Whoever alters, adds or takes away an entry breaks the chain there. Whoever then computes all hashes anew breaks it nowhere: against that
stand the seals (audit_seals.py). Kept in database/sql/chain_act_v1.sql; why so: decision 0053.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class ChainedAct:
    """An entry as it is kept. seq counts from 1 within the account without a gap; detail is the text of its JSON, as PostgreSQL writes
    its jsonb; a place is None where somebody took it away."""

    account_id: str
    seq: int | None
    previous_hash: bytes | None
    hash: bytes | None
    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    network: str
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain stands: the place and the hash of its last entry."""

    seq: int
    hash: bytes


BEGINNING: Final = Link(0, bytes(32))


class Flaw(StrEnum):
    """What is wrong at a place of the chain. Entries are altered or their neighbours are: the place is where it shows first."""

    CHANGED = "changed"  # its hash is not that of what it says
    TORN = "torn"  # it does not carry the hash of the one before
    MISSING = "missing"  # no entry has this place, though one stands behind it
    REPEATED = "repeated"  # a place that another entry had
    OUTSIDE = "outside"  # an entry without a place
    CUT_OFF = "cut_off"  # the chain once went further
    HEAD_DIFFERS = "head_differs"  # what is kept of the chain's end is something else
    SEAL_REFUSED = "seal_refused"  # a seal that none of the keys made
    SEALED_OTHERWISE = "sealed_otherwise"  # another entry stood here when it was sealed
    CUT_REFUSED = "cut_refused"  # the log is said to begin here, by none of the keys
    CUT_UNTOLD = "cut_untold"  # the log begins here, and no entry tells of it
    KNOWN_OTHERWISE = "known_otherwise"  # another entry stood here when somebody wrote its hash down


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold. act_id: the entry that stands there, None where none does."""

    flaw: Flaw
    seq: int
    act_id: int | None = None


def text_hash(parts: Iterable[str]) -> bytes:
    """SHA-256 of these parts, each with its length in bytes before it, so that none runs into the next."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        digest.update(f"{len(encoded)}:".encode() + encoded)
    return digest.digest()


def moment_text(at: datetime) -> str:
    """A moment as it is hashed: of UTC, to the microsecond."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def content_hash(act: ChainedAct) -> bytes:
    """The hash over the entry's place, the hash before it and all it says; act_hash_v1 of the database."""
    return text_hash(
        (
            "outbound act 1",
            act.account_id,
            str(act.seq),
            (act.previous_hash or b"").hex(),
            str(act.id),
            moment_text(act.at),
            act.actor,
            act.action,
            act.subject,
            act.network,
            act.detail,
        )
    )


def link(at: Link, act: ChainedAct) -> Link | Break:
    """Where the chain stands behind this entry, the next one by place and number, if it follows."""
    if act.seq is None or act.hash is None:
        return Break(Flaw.OUTSIDE, at.seq + 1, act.id)
    if act.seq <= at.seq:
        return Break(Flaw.REPEATED, act.seq, act.id)
    if act.seq > at.seq + 1:
        return Break(Flaw.MISSING, at.seq + 1)
    if act.previous_hash != at.hash:
        return Break(Flaw.TORN, act.seq, act.id)
    if content_hash(act) != act.hash:
        return Break(Flaw.CHANGED, act.seq, act.id)
    return Link(act.seq, act.hash)


def follow(at: Link, acts: Iterable[ChainedAct]) -> Link | Break:
    """Where the chain stands behind these entries, in the order of their places; or where it breaks first."""
    stands = at
    for act in acts:
        found = link(stands, act)
        if isinstance(found, Break):
            return found
        stands = found
    return stands
