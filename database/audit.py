"""Who did what: append-only, each account's acts in a chain (domain/audit_chain.py), without personal data."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import AccountId


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: the actor (the id of a key or a person), what was done, to which thing, and from which network (its keyed hash).

    seq and hash: its place in the account's chain, None before its transaction has committed.
    """

    id: int
    seq: int | None
    hash: bytes | None
    actor: str
    action: str
    subject: str
    detail: Mapping[str, Any]
    network: str
    at: datetime


_network: ContextVar[str] = ContextVar("network", default="")


@contextmanager
def asked_from(network: str) -> Iterator[None]:
    """Within the block acts are recorded as asked for from this network: of the request, whatever it does, and so no argument of each."""
    token = _network.set(network)
    try:
        yield
    finally:
        _network.reset(token)


async def record_act(
    session: AsyncSession,
    account_id: AccountId,
    actor: str,
    action: str,
    subject: str,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Note this act in the same transaction as the act itself; its number. It is given its place in the chain as that commits.

    Of acts on a thing whose row each of them locks first, the later one has the higher number.
    """
    noted = await session.execute(
        text("""
            INSERT INTO audit_events (account_id, actor, action, subject, detail, network)
            VALUES (:account_id, :actor, :action, :subject, CAST(:detail AS jsonb), :network) RETURNING id
        """),
        {
            "account_id": account_id,
            "actor": actor,
            "action": action,
            "subject": subject,
            "detail": msgspec.json.encode(dict(detail or {})).decode(),
            "network": _network.get(),
        },
    )
    return int(noted.scalar_one())


async def list_acts(
    session: AsyncSession, account_id: AccountId, *, before: int | None, limit: int
) -> list[AuditEntry]:
    """The newest acts, or those older than the one numbered before."""
    rows = await session.execute(
        text("""
            SELECT id, seq, hash, actor, action, subject, detail, network, at FROM audit_events
            WHERE account_id = :account_id AND (CAST(:before AS bigint) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [AuditEntry(**row) for row in rows.mappings()]
