"""An account's audit log as it is verified and handed out: entries by their place, what is kept of the chain's end, and its seals."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit_chain import ChainedAct, Link
from domain.audit_seals import Seal
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class Place:
    """Behind which entry the next ones are asked for. Also by number: where an index is gone a place may be taken twice."""

    seq: int
    id: int = 0


FIRST: Final = Place(-(2**63))
_SEAL: Final = "account_id, seq, hash, at, key_id, mac"


async def acts_behind(
    session: AsyncSession,
    account_id: AccountId,
    place: Place,
    limit: int,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[ChainedAct]:
    """The next entries behind this place; since, until: only those done then, the latter not included."""
    rows = await session.execute(
        text("""
            SELECT account_id, seq, previous_hash, hash, id, at, actor, action, subject, network, detail::text AS detail
            FROM audit_events
            WHERE account_id = :account_id AND (seq, id) > (:seq, :id)
              AND (CAST(:since AS timestamptz) IS NULL OR at >= :since)
              AND (CAST(:until AS timestamptz) IS NULL OR at < :until)
            ORDER BY seq, id LIMIT :limit
        """),
        {
            "account_id": account_id,
            "seq": place.seq,
            "id": place.id,
            "since": since,
            "until": until,
            "limit": limit,
        },
    )
    return [ChainedAct(**row) for row in rows.mappings()]


def place_of(act: ChainedAct) -> Place:
    """Where an entry stands that acts_behind has found."""
    assert act.seq is not None
    return Place(act.seq, act.id)


async def act_outside(session: AsyncSession, account_id: AccountId) -> int | None:
    """The number of the first entry that has no place."""
    found = await session.execute(
        text("SELECT min(id) FROM audit_events WHERE account_id = :account_id AND seq IS NULL"),
        {"account_id": account_id},
    )
    return found.scalar()


async def head_of(session: AsyncSession, account_id: AccountId) -> Link | None:
    """Where the chain ends, as its last writer left it; None before the first act."""
    found = await session.execute(
        text("SELECT seq, hash FROM audit_heads WHERE account_id = :account_id"), {"account_id": account_id}
    )
    row = found.mappings().one_or_none()
    return None if row is None else Link(**row)


async def seals_over(session: AsyncSession, account_id: AccountId, first: int, last: int) -> list[Seal]:
    """The seals from the place first to the one that covers the place last."""
    rows = await session.execute(
        text(f"""
            SELECT {_SEAL} FROM audit_seals WHERE account_id = :account_id AND seq BETWEEN :first AND COALESCE(
                (SELECT min(seq) FROM audit_seals WHERE account_id = :account_id AND seq >= :last), :last)
            ORDER BY seq
        """),
        {"account_id": account_id, "first": first, "last": last},
    )
    return [_seal(row) for row in rows.mappings()]


async def last_seal(session: AsyncSession, account_id: AccountId) -> Seal | None:
    """The seal that goes furthest."""
    found = await session.execute(
        text(f"SELECT {_SEAL} FROM audit_seals WHERE account_id = :account_id ORDER BY seq DESC LIMIT 1"),
        {"account_id": account_id},
    )
    row = found.mappings().one_or_none()
    return None if row is None else _seal(row)


async def store_seal(session: AsyncSession, account_id: AccountId, seal: Seal) -> None:
    """Keep it, unless another process sealed the same place first."""
    given: dict[str, Any] = {
        "account_id": account_id,
        "seq": seal.link.seq,
        "hash": seal.link.hash,
        "at": seal.at,
        "key_id": seal.key_id,
        "mac": seal.mac,
    }
    await session.execute(
        text(f"""
            INSERT INTO audit_seals ({_SEAL}) VALUES (:account_id, :seq, :hash, :at, :key_id, :mac)
            ON CONFLICT DO NOTHING
        """),
        given,
    )


async def accounts_to_seal(session: AsyncSession, after: str, limit: int) -> list[AccountId]:
    """Accounts whose chain went on since its last seal, those behind this one by id."""
    rows = await session.execute(
        text("""
            SELECT account_id FROM audit_heads h WHERE account_id > :after AND NOT EXISTS (
                SELECT FROM audit_seals s WHERE s.account_id = h.account_id AND s.seq >= h.seq)
            ORDER BY account_id LIMIT :limit
        """),
        {"after": after, "limit": limit},
    )
    return [AccountId(account_id) for account_id in rows.scalars()]


async def look_at_one_moment(session: AsyncSession) -> None:
    """All that the transaction reads is of the moment of its first question; to be called before any."""
    await session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))


def _seal(row: RowMapping) -> Seal:
    return Seal(row["account_id"], Link(row["seq"], row["hash"]), row["at"], row["key_id"], row["mac"])
