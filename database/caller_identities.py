"""The numbers that an account may show: added, listed, removed, and what their carriers say of them. What fits: domain/caller_identities.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.session import new_id
from domain.caller_identities import CallerIdentity
from domain.campaigns import Purpose
from domain.connections import ConnectionRef
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId, ConnectionId

ASKED_EACH: Final = timedelta(days=1)
"""So often a carrier is asked whether a number is still the account's."""
_ASKED_AGAIN_AFTER: Final = timedelta(minutes=10)
"""So soon, where it could not be asked or said no."""
_AT_ONCE: Final = 20

_COLUMNS: Final = "id, number, connection_id, purposes, countries, verified_at, held_as, asked_at, created_at"


@dataclass(frozen=True, slots=True)
class CallerView:
    """A number that may be shown. held_as: what its carrier calls it ("owned" or "verified"), None while it says neither; asked_at: when the
    carrier answered last, None before it ever did."""

    identity: CallerIdentity
    held_as: str | None
    asked_at: datetime | None
    created_at: datetime


async def add_caller(session: AsyncSession, account_id: AccountId, caller: CallerIdentity) -> CallerView:
    """A number of which the carrier is asked next; of the identity, id and verified_at are not looked at.

    Raises NotFound for a connection that is not the account's, and Conflict for a number that it shows already.
    """
    caller_id = new_id("cid")
    parameters = {
        "id": caller_id,
        "account_id": account_id,
        "connection_id": caller.connection_id,
        "number": caller.number,
        "purposes": [str(purpose) for purpose in caller.purposes],
        "countries": list(caller.countries),
    }
    found = await session.execute(
        text(
            "SELECT 1 FROM connections WHERE id = :connection_id AND account_id = :account_id AND kind = 'telephony'"
        ),
        parameters,
    )
    if found.one_or_none() is None:
        raise NotFound("This account has no such connection to a carrier.")
    made = await session.execute(
        text("""
            INSERT INTO caller_identities (id, account_id, connection_id, number, purposes, countries)
            VALUES (:id, :account_id, :connection_id, :number, :purposes, :countries)
            ON CONFLICT (account_id, connection_id, number) WHERE removed_at IS NULL DO NOTHING RETURNING id
        """),
        parameters,
    )
    if made.one_or_none() is None:
        raise Conflict("This number is there already; remove it to have it for other purposes or countries.")
    return await get_caller(session, account_id, caller_id)


async def get_caller(session: AsyncSession, account_id: AccountId, caller_id: str) -> CallerView:
    """One number. Raises NotFound."""
    found = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM caller_identities
            WHERE id = :id AND account_id = :account_id AND removed_at IS NULL
        """),
        {"id": caller_id, "account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such caller identity.")
    return _view(row)


async def list_callers(
    session: AsyncSession, account_id: AccountId, *, before: str | None, limit: int
) -> list[CallerView]:
    """The newest numbers, or those older than the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM caller_identities
            WHERE account_id = :account_id AND removed_at IS NULL AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row) for row in rows.mappings()]


async def picked_callers(
    session: AsyncSession, account_id: AccountId, ids: Sequence[str]
) -> list[CallerIdentity]:
    """Of these the account's that are there."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM caller_identities
            WHERE account_id = :account_id AND removed_at IS NULL AND id = ANY(:ids) ORDER BY id
        """),
        {"account_id": account_id, "ids": list(ids)},
    )
    return [_view(row).identity for row in rows.mappings()]


async def remove_caller(session: AsyncSession, account_id: AccountId, caller_id: str) -> None:
    """The number is shown no more, from the next dial on. Raises NotFound."""
    removed = await session.execute(
        text("""
            UPDATE caller_identities SET removed_at = clock_timestamp()
            WHERE id = :id AND account_id = :account_id AND removed_at IS NULL RETURNING id
        """),
        {"id": caller_id, "account_id": account_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This account has no such caller identity.")


async def ask_anew(session: AsyncSession, account_id: AccountId, caller_id: str) -> CallerView:
    """Have its carrier asked next; the number as it stands. Raises NotFound."""
    await session.execute(
        text(
            "UPDATE caller_identities SET ask_from = clock_timestamp() WHERE id = :id AND account_id = :account_id"
        ),
        {"id": caller_id, "account_id": account_id},
    )
    return await get_caller(session, account_id, caller_id)


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """A number of which a carrier is to be asked, whosever it is."""

    caller_id: str
    number: str
    connection: ConnectionRef


async def take_due_questions(session: AsyncSession) -> list[DueQuestion]:
    """The numbers whose carriers are to be asked now, at most twenty: nobody else takes them for ten minutes."""
    rows = await session.execute(
        text("""
            WITH due AS (
                SELECT id FROM caller_identities WHERE removed_at IS NULL AND ask_from <= clock_timestamp()
                ORDER BY ask_from LIMIT :limit FOR UPDATE SKIP LOCKED
            )
            UPDATE caller_identities i SET ask_from = clock_timestamp() + CAST(:pause AS interval)
            FROM due, connections n WHERE i.id = due.id AND n.id = i.connection_id
            RETURNING i.id, i.account_id, i.number, n.id AS connection_id, n.vendor, n.version
        """),
        {"limit": _AT_ONCE, "pause": _ASKED_AGAIN_AFTER},
    )
    return [
        DueQuestion(
            row.id,
            row.number,
            ConnectionRef(
                ConnectionId(row.connection_id), AccountId(row.account_id), row.vendor, row.version
            ),
        )
        for row in rows
    ]


async def store_answer(
    session: AsyncSession, account_id: AccountId, caller_id: str, *, held_as: str | None
) -> bool:
    """What the carrier said; whether it had said the other thing before. One that says no holds the number's calls at once."""
    found = await session.execute(
        text("""
            WITH before AS (
                SELECT id, held_as IS NOT NULL AS was_held FROM caller_identities
                WHERE id = :id AND account_id = :account_id FOR UPDATE
            )
            UPDATE caller_identities i SET held_as = :held_as, asked_at = clock_timestamp(),
                   verified_at = CASE WHEN CAST(:held_as AS text) IS NOT NULL THEN clock_timestamp() END,
                   ask_from = CASE WHEN CAST(:held_as AS text) IS NULL THEN i.ask_from
                              ELSE clock_timestamp() + CAST(:each AS interval) END
            FROM before WHERE i.id = before.id RETURNING before.was_held
        """),
        {"id": caller_id, "account_id": account_id, "held_as": held_as, "each": ASKED_EACH},
    )
    was_held = found.scalar_one_or_none()
    return was_held is not None and was_held != (held_as is not None)


def callers_of(record: Sequence[dict[str, Any]] | None) -> tuple[CallerIdentity, ...]:
    """Numbers as call_facts_v7 reads them."""
    return tuple(msgspec.convert(record or [], list[CallerIdentity]))


def _view(row: RowMapping) -> CallerView:
    identity = CallerIdentity(
        id=row["id"],
        number=row["number"],
        connection_id=row["connection_id"],
        purposes=tuple(Purpose(each) for each in row["purposes"]),
        countries=tuple(row["countries"]),
        verified_at=row["verified_at"],
    )
    return CallerView(identity, row["held_as"], row["asked_at"], row["created_at"])
