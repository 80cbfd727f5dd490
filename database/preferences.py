"""How people want to be contacted. The facts about a call read this table (database/sql), so an entry binds from its commit on.

Those said on a call go in with its report (conversations.py, sql/store_report_v*.sql).
"""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.legal_holds import holding, lock_number
from database.people import Person
from database.sealing import KeyRing
from database.session import new_id
from domain.errors import NotFound
from domain.identifiers import AccountId
from domain.preferences import (
    PreferenceKind,
    PreferenceSource,
    PreferenceValue,
    SaidPreference,
    value_as_json,
    value_of_json,
)


def said_as_json(
    said: Sequence[SaidPreference], account_id: AccountId, key_ring: KeyRing, source: PreferenceSource
) -> str:
    """What was said as rows of preferences without their person, an array: how the statements that keep them take it."""

    def phrase(one: SaidPreference) -> str | None:
        return b64encode(key_ring.seal(one.phrase.encode(), account_id)).decode() if one.phrase else None

    return json.dumps(
        [
            {
                "id": new_id("pref"),
                "kind": str(one.value.kind),
                "value": value_as_json(one.value),
                "understood": one.value.has_effect,
                "source": str(source),
                "phrase_sealed": phrase(one),
                "said_at": one.said_at.isoformat(),
            }
            for one in said
        ]
    )


_PREFERRING: Final = """
    INSERT INTO preferences (id, account_id, number_hash, number_sealed, kind, value, understood, source, phrase_sealed, said_at)
    SELECT p.id, :account_id, :hash, :sealed, p.kind, p.value, p.understood, p.source, decode(p.phrase_sealed, 'base64'), p.said_at
    FROM jsonb_to_recordset(CAST(:preferences AS jsonb)) AS p(
        id text, kind text, value jsonb, understood boolean, source text, phrase_sealed text, said_at timestamptz)
"""
_PREFER: Final = text(f"{_PREFERRING} RETURNING id")
# What was written is told twice, by the webhook and by the list: neither undoes what an operator has removed since.
_PREFER_WRITTEN: Final = text(f"""
    {_PREFERRING}
    WHERE NOT EXISTS (
        SELECT FROM preferences q WHERE q.account_id = :account_id AND q.number_hash = :hash AND q.kind = p.kind
        AND q.source = p.source AND q.said_at >= p.said_at
    )
""")


_HELD: Final = holding("this.account_id", "this.number_hash")


@dataclass(frozen=True, slots=True)
class PreferenceView:
    """A preference of the person at a number (E.164). phrase: their words, empty where nobody has them; is_current: none that is
    understood replaced it."""

    id: str
    number: str
    value: PreferenceValue
    phrase: str
    source: str
    call_id: str | None
    attempt_id: str | None
    said_at: datetime
    created_at: datetime
    is_current: bool


async def prefer(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    said: SaidPreference,
    key_ring: KeyRing,
    source: PreferenceSource,
) -> str:
    """Keep what the person at this number (E.164) prefers; the preference's id."""
    parameters = _of_number(account_id, number, (said,), key_ring, source)
    return str((await session.execute(_PREFER, parameters)).scalar_one())


async def prefer_written(
    session: AsyncSession,
    account_id: AccountId,
    number: str,
    said: Sequence[SaidPreference],
    key_ring: KeyRing,
) -> None:
    """Keep what somebody wrote by text message from this number (E.164). Harmless when repeated."""
    await session.execute(
        _PREFER_WRITTEN, _of_number(account_id, number, said, key_ring, PreferenceSource.TEXT_MESSAGE)
    )


def _of_number(
    account_id: AccountId,
    number: str,
    said: Sequence[SaidPreference],
    key_ring: KeyRing,
    source: PreferenceSource,
) -> dict[str, object]:
    return {
        "preferences": said_as_json(said, account_id, key_ring, source),
        "account_id": account_id,
        "hash": key_ring.lookup(number, account_id),
        "sealed": key_ring.seal_record(Person(number), account_id),
    }


async def remove_preference(
    session: AsyncSession, account_id: AccountId, preference_id: str, at: datetime
) -> None:
    """Let this preference bind no more, nor what it replaced, and forget their words unless a legal hold keeps them.

    Raises NotFound if there is none such.
    """
    found = await session.execute(
        text("SELECT number_hash FROM preferences WHERE id = :id AND account_id = :account_id"),
        {"id": preference_id, "account_id": account_id},
    )
    number_hash = found.scalar_one_or_none()
    if number_hash is None:
        raise NotFound("There is no such preference.")
    await lock_number(session, bytes(number_hash))
    await session.execute(
        text(f"""
            UPDATE preferences SET removed_at = COALESCE(preferences.removed_at, :at),
                phrase_sealed = CASE WHEN EXISTS ({_HELD}) THEN preferences.phrase_sealed END
            FROM preferences this
            WHERE this.id = :id AND this.account_id = :account_id AND preferences.account_id = :account_id
              AND preferences.number_hash = this.number_hash AND preferences.kind = this.kind
              AND preferences.said_at <= this.said_at
        """),
        {"id": preference_id, "account_id": account_id, "at": at},
    )


async def list_preferences(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    number: str | None,
    before: str | None,
    limit: int,
) -> list[PreferenceView]:
    """The newest, or those older than the one named by before; only those of a number (E.164) if given."""
    rows = await session.execute(
        text("""
            SELECT p.*, NOT EXISTS (
                SELECT FROM preferences q
                WHERE q.account_id = p.account_id AND q.number_hash = p.number_hash AND q.kind = p.kind
                  AND q.removed_at IS NULL AND q.understood AND (q.said_at, q.id) > (p.said_at, p.id)
            ) AS is_current
            FROM preferences p
            WHERE p.account_id = :account_id AND p.removed_at IS NULL AND (CAST(:before AS text) IS NULL OR p.id < :before)
              AND (CAST(:hash AS bytea) IS NULL OR p.number_hash = :hash)
            ORDER BY p.id DESC LIMIT :limit
        """),
        {
            "account_id": account_id,
            "before": before,
            "limit": limit,
            "hash": None if number is None else key_ring.lookup(number, account_id),
        },
    )
    return [_view(row, account_id, key_ring) for row in rows]


def _view(row: Any, account_id: AccountId, key_ring: KeyRing) -> PreferenceView:
    phrase = "" if row.phrase_sealed is None else key_ring.open(row.phrase_sealed, account_id).decode()
    return PreferenceView(
        id=row.id,
        number=key_ring.open_record(row.number_sealed, account_id, Person).number,
        value=value_of_json(PreferenceKind(row.kind), row.value),
        phrase=phrase,
        source=row.source,
        call_id=row.call_id,
        attempt_id=row.attempt_id,
        said_at=row.said_at,
        created_at=row.created_at,
        is_current=row.is_current,
    )
