"""Customers' programs that are asked before each dial: added, listed, removed. Asked by activities/predial.py."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from domain.errors import Conflict, NotFound
from domain.identifiers import AccountId

_COLUMNS: Final = "id, account_id, campaign_id, url_sealed, timeout_ms, unanswered, created_at"


@dataclass(frozen=True, slots=True)
class PredialHook:
    """A program as a dial asks it. failures: how often it did not answer for this attempt; unanswered: what follows then, "hold" or "allow"."""

    id: str
    url: str
    secret: str
    timeout_ms: int
    unanswered: str
    failures: int


@dataclass(frozen=True, slots=True)
class HookView:
    """A program without its secret. campaign_id: whose dials it is asked about, None for all of the account's without one of their own."""

    id: str
    campaign_id: str | None
    url: str
    timeout_ms: int
    unanswered: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class NewPredialHook:
    """A program that is to be asked; see HookView. secret: `whsec_…`."""

    campaign_id: str | None
    url: str
    timeout_ms: int
    unanswered: str
    secret: str


async def add_predial_hook(
    session: AsyncSession, account_id: AccountId, new: NewPredialHook, key_ring: KeyRing
) -> str:
    """Ask this program from the next dial on; its id.

    Raises NotFound for a campaign that is not the account's, and Conflict where one is asked already.
    """
    predial_hook_id = new_id("pdh")
    if new.campaign_id is not None:
        found = await session.execute(
            text("SELECT 1 FROM campaigns WHERE id = :id AND account_id = :account_id"),
            {"id": new.campaign_id, "account_id": account_id},
        )
        if found.one_or_none() is None:
            raise NotFound("This account has no such campaign.")
    made = await session.execute(
        text("""
            INSERT INTO predial_hooks (id, account_id, campaign_id, url_sealed, secret_sealed, timeout_ms, unanswered)
            VALUES (:id, :account_id, :campaign_id, :url, :secret, :timeout_ms, :unanswered)
            ON CONFLICT (account_id, COALESCE(campaign_id, '')) WHERE removed_at IS NULL DO NOTHING RETURNING id
        """),
        {
            "id": predial_hook_id,
            "account_id": account_id,
            "campaign_id": new.campaign_id,
            "url": key_ring.seal(new.url.encode(), account_id),
            "secret": key_ring.seal(new.secret.encode(), account_id),
            "timeout_ms": new.timeout_ms,
            "unanswered": new.unanswered,
        },
    )
    if made.one_or_none() is None:
        raise Conflict("A program is asked before these dials already; remove that one first.")
    return predial_hook_id


async def get_predial_hook(
    session: AsyncSession, account_id: AccountId, predial_hook_id: str, key_ring: KeyRing
) -> HookView:
    """One program. Raises NotFound."""
    found = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM predial_hooks
            WHERE id = :id AND account_id = :account_id AND removed_at IS NULL
        """),
        {"id": predial_hook_id, "account_id": account_id},
    )
    row = found.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such pre-dial hook.")
    return _view(row, key_ring)


async def list_predial_hooks(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[HookView]:
    """The newest programs, or those that were added before the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM predial_hooks
            WHERE account_id = :account_id AND removed_at IS NULL AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, key_ring) for row in rows.mappings()]


async def remove_predial_hook(session: AsyncSession, account_id: AccountId, predial_hook_id: str) -> None:
    """Ask this program no more, from the next dial on. Raises NotFound."""
    removed = await session.execute(
        text("""
            UPDATE predial_hooks SET removed_at = clock_timestamp()
            WHERE id = :id AND account_id = :account_id AND removed_at IS NULL RETURNING id
        """),
        {"id": predial_hook_id, "account_id": account_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This account has no such pre-dial hook.")


def hook_of(record: Mapping[str, Any] | None, account_id: AccountId, key_ring: KeyRing) -> PredialHook | None:
    """A program as call_facts_v7 reads it. Raises CannotOpen."""
    if record is None:
        return None
    return PredialHook(
        id=record["id"],
        url=key_ring.open(base64.b64decode(record["url"]), account_id).decode(),
        secret=key_ring.open(base64.b64decode(record["secret"]), account_id).decode(),
        timeout_ms=record["timeout_ms"],
        unanswered=record["unanswered"],
        failures=record["failures"],
    )


def _view(row: RowMapping, key_ring: KeyRing) -> HookView:
    return HookView(
        id=row["id"],
        campaign_id=row["campaign_id"],
        url=key_ring.open(row["url_sealed"], row["account_id"]).decode(),
        timeout_ms=row["timeout_ms"],
        unanswered=row["unanswered"],
        created_at=row["created_at"],
    )
