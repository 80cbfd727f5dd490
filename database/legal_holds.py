"""Legal holds: nothing of the person at a number may be deleted while one holds. Whoever deletes asks behind the number's own lock
(lock_number), which whoever sets a hold takes as well: so that neither overtakes the other. What is deleted outside the database, which may
take long, is marked instead (begin_deleting), and no hold is set until that is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.people import Person
from database.sealing import KeyRing
from database.session import new_id
from domain.errors import BeingErased, NotFound, OnLegalHold
from domain.identifiers import AccountId

LONGEST_DELETION: Final = timedelta(minutes=5)
"""Within which whoever marked one ends it or gives up."""
_MARGIN: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold. number is E.164, and like reason empty once the person was erased; set_by, released_by: actors."""

    id: str
    number: str
    reason: str
    set_by: str
    created_at: datetime
    released_at: datetime | None
    released_by: str | None


def holding(account_id: str, number_hash: str) -> str:
    """A query for EXISTS: the holds that forbid to delete anything of this account's person at this number."""
    return f"""
        SELECT FROM legal_holds held WHERE held.account_id = {account_id} AND held.number_hash = {number_hash}
          AND held.released_at IS NULL
    """


async def lock_number(session: AsyncSession, number_hash: bytes) -> None:
    """Wait for the number's advisory lock, the one that a dial takes, and keep it until the transaction ends."""
    await session.execute(
        text(
            "SELECT pg_advisory_xact_lock(('x' || left(encode(CAST(:hash AS bytea), 'hex'), 16))::bit(64)::bigint)"
        ),
        {"hash": number_hash},
    )


async def is_held(session: AsyncSession, account_id: AccountId, number_hash: bytes) -> bool:
    """Whether a hold forbids to delete anything of the person at this number."""
    found = await session.execute(
        text(f"SELECT EXISTS ({holding(':account_id', ':hash')})"),
        {"account_id": account_id, "hash": number_hash},
    )
    return bool(found.scalar_one())


async def begin_deleting(
    session: AsyncSession, account_id: AccountId, request_id: str, number_hash: bytes, mark: str
) -> bool:
    """Mark, by a mark of the execution's own, that this request deletes something of the person at this number; False if a hold forbids it.

    It ends by end_deleting, or by itself LONGEST_DELETION and a minute after its beginning.
    """
    await lock_number(session, number_hash)
    if await is_held(session, account_id, number_hash):
        return False
    await session.execute(
        text("""
            UPDATE person_requests SET deleting = deleting || jsonb_build_object(CAST(:mark AS text), now())
            WHERE id = :id AND account_id = :account_id
        """),
        {"mark": mark, "id": request_id, "account_id": account_id},
    )
    return True


async def end_deleting(session: AsyncSession, account_id: AccountId, request_id: str, mark: str) -> None:
    """This execution deletes nothing any more."""
    await session.execute(
        text(
            "UPDATE person_requests SET deleting = deleting - :mark WHERE id = :id AND account_id = :account_id"
        ),
        {"mark": mark, "id": request_id, "account_id": account_id},
    )


async def _is_being_deleted(session: AsyncSession, account_id: AccountId, number_hash: bytes) -> bool:
    found = await session.execute(
        text("""
            SELECT EXISTS (
                SELECT FROM person_requests r, jsonb_each_text(r.deleting) AS mark(id, began_at)
                WHERE r.account_id = :account_id AND r.number_hash = :hash
                  AND CAST(mark.began_at AS timestamptz) > now() - CAST(:longest AS interval)
            )
        """),
        {"account_id": account_id, "hash": number_hash, "longest": LONGEST_DELETION + _MARGIN},
    )
    return bool(found.scalar_one())


async def may_go(session: AsyncSession, account_id: AccountId, hashes: Collection[bytes]) -> set[bytes]:
    """Of these numbers those of whom something may be deleted until the transaction ends: no hold forbids it, and nobody else has the
    number's lock, for which this does not wait."""
    locked = await session.execute(
        text("""
            SELECT hash FROM unnest(CAST(:hashes AS bytea[])) AS hash
            WHERE pg_try_advisory_xact_lock(('x' || left(encode(hash, 'hex'), 16))::bit(64)::bigint)
        """),
        {"hashes": list(hashes)},
    )
    mine = {bytes(each) for each in locked.scalars()}
    held = await session.execute(
        text("""
            SELECT number_hash FROM legal_holds
            WHERE account_id = :account_id AND number_hash = ANY(:hashes) AND released_at IS NULL
        """),
        {"account_id": account_id, "hashes": list(mine)},
    )
    return mine - {bytes(each) for each in held.scalars()}


async def check_call_may_go(session: AsyncSession, account_id: AccountId, call_id: str) -> None:
    """Locks the number of the call's person. Raises OnLegalHold if nothing of them may be deleted."""
    found = await session.execute(
        text("""
            SELECT l.number_hash FROM calls c JOIN leads l ON l.id = c.lead_id
            WHERE c.id = :call_id AND c.account_id = :account_id
        """),
        {"call_id": call_id, "account_id": account_id},
    )
    number_hash = found.scalar_one_or_none()
    if number_hash is None:
        return
    await lock_number(session, bytes(number_hash))
    if await is_held(session, account_id, bytes(number_hash)):
        raise OnLegalHold


async def set_hold(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    reason: str,
    key_ring: KeyRing,
    *,
    set_by: str,
) -> str:
    """Forbid to delete anything of the person at this number (E.164); the hold's id. Raises BeingErased."""
    number_hash, hold_id = key_ring.lookup(number, account_id), new_id("hold")
    await lock_number(session, number_hash)
    if await _is_being_deleted(session, account_id, number_hash):
        raise BeingErased
    await session.execute(
        text("""
            INSERT INTO legal_holds (id, account_id, number_hash, number_sealed, reason_sealed, set_by)
            VALUES (:id, :account_id, :hash, :number, :reason, :set_by)
        """),
        {
            "id": hold_id,
            "account_id": account_id,
            "hash": number_hash,
            "number": key_ring.seal_record(Person(number), account_id),
            "reason": key_ring.seal(reason.encode(), account_id),
            "set_by": set_by,
        },
    )
    return hold_id


async def release_hold(
    session: AsyncSession, account_id: AccountId, hold_id: str, *, released_by: str, at: datetime
) -> bool:
    """Let it forbid nothing any more; False if it was released before. Raises NotFound."""
    found = await session.execute(
        text("""
            WITH known AS (SELECT id FROM legal_holds WHERE id = :id AND account_id = :account_id),
            released AS (
                UPDATE legal_holds SET released_at = :at, released_by = :released_by
                WHERE id = :id AND account_id = :account_id AND released_at IS NULL RETURNING id
            )
            SELECT known.id, released.id IS NOT NULL AS now_released FROM known LEFT JOIN released ON true
        """),
        {"id": hold_id, "account_id": account_id, "at": at, "released_by": released_by},
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound("This account has no such legal hold.")
    return bool(row.now_released)


async def list_holds(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    number: str | None,
    before: str | None,
    limit: int,
) -> list[HoldView]:
    """The newest holds, released ones too, or those older than the one named by before; only those of a number (E.164) if given."""
    rows = await session.execute(
        text("""
            SELECT id, number_sealed, reason_sealed, set_by, created_at, released_at, released_by FROM legal_holds
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
              AND (CAST(:hash AS bytea) IS NULL OR number_hash = :hash)
            ORDER BY id DESC LIMIT :limit
        """),
        {
            "account_id": account_id,
            "before": before,
            "limit": limit,
            "hash": None if number is None else key_ring.lookup(number, account_id),
        },
    )
    return [_view(row, account_id, key_ring) for row in rows.mappings()]


def _view(row: RowMapping, account_id: AccountId, key_ring: KeyRing) -> HoldView:
    reason = row["reason_sealed"]
    return HoldView(
        id=row["id"],
        number=key_ring.open_record(row["number_sealed"], account_id, Person).number,
        reason="" if reason is None else key_ring.open(reason, account_id).decode(),
        set_by=row["set_by"],
        created_at=row["created_at"],
        released_at=row["released_at"],
        released_by=row["released_by"],
    )
