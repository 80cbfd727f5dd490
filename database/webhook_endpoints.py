"""Other people's programs that are told what happens: where they are, of what they are told, by which secrets it is signed.

What they are told and how it went: webhook_deliveries.py.
"""

import base64
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from database.sealing import KeyRing
from database.session import new_id
from domain.errors import NotFound
from domain.identifiers import AccountId
from domain.webhook_rules import TWO_SECRETS, WhyDisabled

_COLUMNS: Final = "id, account_id, settings_sealed, kinds, created_at, disabled_at, disabled_why, failing_since, former_until"
_SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """What is sealed of a program: an address may hold a token, a description a name."""

    url: str
    description: str


@dataclass(frozen=True, slots=True)
class EndpointView:
    """A program without its secrets. kinds: none for all; former_until: until when the secret before signs as well."""

    id: str
    url: str
    description: str
    kinds: list[str]
    created_at: datetime
    disabled_at: datetime | None
    disabled_why: str | None
    failing_since: datetime | None
    former_until: datetime | None


def new_signing_secret() -> str:
    """As the standard writes them: 256 bits of chance."""
    return f"whsec_{base64.b64encode(os.urandom(_SECRET_BYTES)).decode()}"


async def add_endpoint(
    session: AsyncSession,
    account_id: AccountId,
    settings: EndpointSettings,
    kinds: Sequence[str],
    secret: str,
    key_ring: KeyRing,
) -> str:
    """Tell this program from now on; its id."""
    endpoint_id = new_id("wh")
    await session.execute(
        text("""
            INSERT INTO webhook_endpoints (id, account_id, settings_sealed, kinds, secret_sealed)
            VALUES (:id, :account_id, :settings, :kinds, :secret)
        """),
        {
            "id": endpoint_id,
            "account_id": account_id,
            "settings": key_ring.seal_record(settings, account_id),
            "kinds": sorted(set(kinds)),
            "secret": key_ring.seal(secret.encode(), account_id),
        },
    )
    return endpoint_id


async def list_endpoints(
    session: AsyncSession, account_id: AccountId, key_ring: KeyRing, *, before: str | None, limit: int
) -> list[EndpointView]:
    """The account's newest programs, or those that were added before the one named by before."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM webhook_endpoints
            WHERE account_id = :account_id AND (CAST(:before AS text) IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "before": before, "limit": limit},
    )
    return [_view(row, key_ring) for row in rows.mappings()]


async def get_endpoint(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, key_ring: KeyRing
) -> EndpointView:
    """One program. Raises NotFound."""
    rows = await session.execute(
        text(f"SELECT {_COLUMNS} FROM webhook_endpoints WHERE account_id = :account_id AND id = :id"),
        {"account_id": account_id, "id": endpoint_id},
    )
    row = rows.mappings().one_or_none()
    if row is None:
        raise NotFound("This account has no such webhook endpoint.")
    return _view(row, key_ring)


def _view(row: RowMapping, key_ring: KeyRing) -> EndpointView:
    shown = dict(row)
    account_id = shown.pop("account_id")
    settings = key_ring.open_record(shown.pop("settings_sealed"), account_id, EndpointSettings)
    return EndpointView(url=settings.url, description=settings.description, **shown)


async def change_endpoint(
    session: AsyncSession,
    account_id: AccountId,
    endpoint_id: str,
    settings: EndpointSettings,
    kinds: Sequence[str],
    key_ring: KeyRing,
) -> None:
    """Other settings from the next request on. Raises NotFound."""
    await _change(
        session,
        account_id,
        endpoint_id,
        "settings_sealed = :settings, kinds = :kinds",
        settings=key_ring.seal_record(settings, account_id),
        kinds=sorted(set(kinds)),
    )


async def disable_endpoint(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, why: WhyDisabled
) -> bool:
    """Tell this program nothing more; what waits for it waits. Whether it was told until now."""
    stopped = await session.execute(
        text("""
            UPDATE webhook_endpoints SET disabled_at = now(), disabled_why = :why
            WHERE id = :id AND account_id = :account_id AND disabled_at IS NULL RETURNING id
        """),
        {"id": endpoint_id, "account_id": account_id, "why": why},
    )
    return stopped.one_or_none() is not None


async def enable_endpoint(session: AsyncSession, account_id: AccountId, endpoint_id: str) -> None:
    """Tell this program again, what waited for it first. Raises NotFound."""
    await _change(
        session, account_id, endpoint_id, "disabled_at = NULL, disabled_why = NULL, failing_since = NULL"
    )
    await session.execute(
        text("""
            UPDATE webhook_deliveries SET next_at = now(), attempts = 0
            WHERE endpoint_id = :id AND account_id = :account_id AND state = 'waiting'
        """),
        {"id": endpoint_id, "account_id": account_id},
    )


async def rotate_secret(
    session: AsyncSession,
    account_id: AccountId,
    endpoint_id: str,
    secret: str,
    now: datetime,
    key_ring: KeyRing,
) -> datetime:
    """Sign by this secret; the one before signs as well until the moment that is returned. Raises NotFound."""
    until = now + TWO_SECRETS
    await _change(
        session,
        account_id,
        endpoint_id,
        "former_secret_sealed = secret_sealed, former_until = :until, secret_sealed = :secret",
        until=until,
        secret=key_ring.seal(secret.encode(), account_id),
    )
    return until


async def remove_endpoint(session: AsyncSession, account_id: AccountId, endpoint_id: str) -> None:
    """Forget this program and what it was told. Raises NotFound."""
    await session.execute(
        text("DELETE FROM webhook_deliveries WHERE endpoint_id = :id AND account_id = :account_id"),
        {"id": endpoint_id, "account_id": account_id},
    )
    removed = await session.execute(
        text("DELETE FROM webhook_endpoints WHERE id = :id AND account_id = :account_id RETURNING id"),
        {"id": endpoint_id, "account_id": account_id},
    )
    if removed.one_or_none() is None:
        raise NotFound("This account has no such webhook endpoint.")


async def _change(
    session: AsyncSession, account_id: AccountId, endpoint_id: str, change: str, **values: Any
) -> None:
    changed = await session.execute(
        text(
            f"UPDATE webhook_endpoints SET {change} WHERE id = :id AND account_id = :account_id RETURNING id"
        ),
        {"id": endpoint_id, "account_id": account_id, **values},
    )
    if changed.one_or_none() is None:
        raise NotFound("This account has no such webhook endpoint.")
