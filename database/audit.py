"""Who did what: append-only, without personal data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: the actor (a key's id), what was done, and to which thing."""

    id: int
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]
    at: datetime


async def record_act(
    session: AsyncSession,
    account_id: AccountId,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Note this act in the same transaction as the act itself; its number.

    Of acts on a thing whose row each of them locks first, the later one has the higher number.
    """
    noted = await session.execute(
        text("""
            INSERT INTO audit_events (account_id, actor, action, subject, detail)
            VALUES (:account_id, :actor, :action, :subject, CAST(:detail AS jsonb)) RETURNING id
        """),
        {
            "account_id": account_id,
            "actor": actor,
            "action": action,
            "subject": subject,
            "detail": msgspec.json.encode(dict(detail or {})).decode(),
        },
    )
    return int(noted.scalar_one())


async def list_acts(
    session: AsyncSession, account_id: AccountId, *, before: int | None, limit: int
) -> list[AuditEntry]:
    """The newest acts, or those older than the one numbered before."""
    rows = await session.execute(
        text("""
            SELECT id, actor, action, subject, detail, at FROM audit_events
            WHERE account_id = :account_id AND (CAST(:before AS bigint) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [AuditEntry(**row) for row in rows.mappings()]
