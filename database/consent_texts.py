"""The exact words that people agree to, each version as it is; a consent names the one that was agreed to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class ConsentTextView:
    """One version of a text; versions of a name count from 1."""

    id: str
    name: str
    version: int
    wording: str
    created_at: datetime


async def add_text(
    session: AsyncSession, account_id: AccountId, text_id: str, name: str, wording: str, key_ring: KeyRing
) -> ConsentTextView:
    """The text's next version. Of two that are added at once the second waits for the first."""
    await session.execute(
        text(
            "SELECT pg_advisory_xact_lock(hashtextextended('consent text ' || :account_id || '/' || :name, 0))"
        ),
        {"account_id": account_id, "name": name},
    )
    added = await session.execute(
        text("""
            INSERT INTO consent_texts (id, account_id, name, version, wording_sealed)
            SELECT :id, :account_id, :name, COALESCE(max(version), 0) + 1, :wording_sealed
            FROM consent_texts WHERE account_id = :account_id AND name = :name
            RETURNING id, name, version, wording_sealed, created_at
        """),
        {
            "id": text_id,
            "account_id": account_id,
            "name": name,
            "wording_sealed": key_ring.seal(wording.encode(), account_id),
        },
    )
    return _view(added.one(), account_id, key_ring)


async def list_texts(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[ConsentTextView]:
    """The newest, or those older than the one named by before."""
    rows = await session.execute(
        text("""
            SELECT id, name, version, wording_sealed, created_at FROM consent_texts
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, account_id, key_ring) for row in rows]


def _view(row: Any, account_id: AccountId, key_ring: KeyRing) -> ConsentTextView:
    wording = key_ring.open(row.wording_sealed, account_id).decode()
    return ConsentTextView(row.id, row.name, row.version, wording, row.created_at)
