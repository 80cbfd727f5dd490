"""Hooks by which other people's programs add leads: whose and which campaign's they are, and by which secrets a program proves itself.

What came through them: lead_hook_messages.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.campaigns import get_campaign
from database.sealing import KeyRing
from database.session import new_id
from domain.errors import NotFound
from domain.identifiers import AccountId, CampaignId
from domain.lead_hooks import HookProof
from domain.webhook_rules import TWO_SECRETS

_COLUMNS: Final = """
    id, account_id, campaign_id, settings_sealed, proof, mapping, default_region, rules, networks, created_at, former_until
"""


class NoSuchHook(NotFound):
    """There is no such lead hook."""


@dataclass(frozen=True, slots=True)
class HookSettings:
    """What is sealed of a hook: a description may hold a name."""

    description: str


@dataclass(frozen=True, slots=True)
class NewHook:
    """A hook as it is made. mapping: field -> the program's name of it; default_region: of numbers that are written without a country,
    the campaign's where it is empty; rules: "simulation" for a rehearsal; networks: from which it is taken, all where there are none."""

    campaign_id: str
    description: str
    proof: HookProof
    mapping: Mapping[str, str]
    default_region: str
    rules: str
    networks: Sequence[str]


@dataclass(frozen=True, slots=True)
class LeadHookView:
    """A hook without its secrets; see NewHook. former_until: until when the secret before is good as well."""

    id: str
    campaign_id: CampaignId
    description: str
    proof: HookProof
    mapping: Mapping[str, str]
    default_region: str
    rules: str
    networks: list[str]
    created_at: datetime
    former_until: datetime | None


@dataclass(frozen=True, slots=True)
class HookDoor:
    """A hook as a program meets it. secrets: those that are good now."""

    account_id: AccountId
    hook: LeadHookView
    secrets: tuple[str, ...]


async def add_hook(
    session: AsyncSession, account_id: AccountId, hook: NewHook, secret: str, key_ring: KeyRing
) -> str:
    """A hook of this campaign; its id. Raises NotFound."""
    await get_campaign(session, account_id, hook.campaign_id)
    hook_id = new_id("lh")
    await session.execute(
        text("""
            INSERT INTO lead_hooks (id, account_id, campaign_id, settings_sealed, proof, mapping, default_region, rules, networks,
                                    secret_sealed)
            VALUES (:id, :account_id, :campaign_id, :settings, :proof, CAST(:mapping AS jsonb), :default_region, :rules, :networks,
                    :secret)
        """),
        {
            "id": hook_id,
            "account_id": account_id,
            "campaign_id": hook.campaign_id,
            "settings": key_ring.seal_record(HookSettings(hook.description), account_id),
            "proof": hook.proof,
            "mapping": msgspec.json.encode(dict(hook.mapping)).decode(),
            "default_region": hook.default_region,
            "rules": hook.rules,
            "networks": list(hook.networks),
            "secret": key_ring.seal(secret.encode(), account_id),
        },
    )
    return hook_id


async def list_hooks(
    session: AsyncSession,
    account_id: AccountId,
    key_ring: KeyRing,
    *,
    campaign_id: str | None,
    before: str | None,
    limit: int,
) -> list[LeadHookView]:
    """The account's newest hooks, or those that were made before the one named by before; none that was revoked."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM lead_hooks
            WHERE account_id = :account_id AND revoked_at IS NULL AND (CAST(:before AS text) IS NULL OR id < :before)
              AND (CAST(:campaign_id AS text) IS NULL OR campaign_id = :campaign_id)
            ORDER BY id DESC LIMIT :limit
        """),
        {"account_id": account_id, "campaign_id": campaign_id, "before": before, "limit": limit},
    )
    return [_view(row, key_ring) for row in rows.mappings()]


async def get_hook(
    session: AsyncSession, account_id: AccountId, hook_id: str, key_ring: KeyRing
) -> LeadHookView:
    """One hook. Raises NoSuchHook, for one that was revoked too."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS} FROM lead_hooks WHERE account_id = :account_id AND id = :id AND revoked_at IS NULL
        """),
        {"account_id": account_id, "id": hook_id},
    )
    row = rows.mappings().one_or_none()
    if row is None:
        raise NoSuchHook
    return _view(row, key_ring)


async def hook_of_message(
    session: AsyncSession, account_id: AccountId, hook_id: str, key_ring: KeyRing
) -> LeadHookView:
    """The hook that took a message, be it revoked since: what was taken is read."""
    rows = await session.execute(
        text(f"SELECT {_COLUMNS} FROM lead_hooks WHERE account_id = :account_id AND id = :id"),
        {"account_id": account_id, "id": hook_id},
    )
    return _view(rows.mappings().one(), key_ring)


async def door_of(session: AsyncSession, hook_id: str, now: datetime, key_ring: KeyRing) -> HookDoor:
    """The hook that a program names, whichever account's it is; its secrets say whether it may. Raises NoSuchHook."""
    rows = await session.execute(
        text(f"""
            SELECT {_COLUMNS}, secret_sealed, CASE WHEN former_until > :now THEN former_secret_sealed END AS former_sealed
            FROM lead_hooks WHERE id = :id AND revoked_at IS NULL
        """),
        {"id": hook_id, "now": now},
    )
    row = rows.mappings().one_or_none()
    if row is None:
        raise NoSuchHook
    account_id = AccountId(row["account_id"])
    sealed = [each for each in (row["secret_sealed"], row["former_sealed"]) if each is not None]
    return HookDoor(
        account_id,
        _view(row, key_ring),
        tuple(key_ring.open(bytes(each), account_id).decode() for each in sealed),
    )


def _view(row: Mapping[str, Any] | Any, key_ring: KeyRing) -> LeadHookView:
    settings = key_ring.open_record(row["settings_sealed"], row["account_id"], HookSettings)
    return LeadHookView(
        id=row["id"],
        campaign_id=row["campaign_id"],
        description=settings.description,
        proof=HookProof(row["proof"]),
        mapping=row["mapping"],
        default_region=row["default_region"],
        rules=row["rules"],
        networks=row["networks"],
        created_at=row["created_at"],
        former_until=row["former_until"],
    )


async def rotate_hook_secret(
    session: AsyncSession,
    account_id: AccountId,
    hook_id: str,
    secret: str,
    now: datetime,
    key_ring: KeyRing,
) -> datetime:
    """This secret is good from now on; the one before is good as well until the moment that is returned. Raises NoSuchHook."""
    until = now + TWO_SECRETS
    changed = await session.execute(
        text("""
            UPDATE lead_hooks SET former_secret_sealed = secret_sealed, former_until = :until, secret_sealed = :secret
            WHERE id = :id AND account_id = :account_id AND revoked_at IS NULL RETURNING id
        """),
        {
            "id": hook_id,
            "account_id": account_id,
            "until": until,
            "secret": key_ring.seal(secret.encode(), account_id),
        },
    )
    if changed.one_or_none() is None:
        raise NoSuchHook
    return until


async def revoke_hook(session: AsyncSession, account_id: AccountId, hook_id: str) -> None:
    """Take nothing more through this hook; its secrets are gone. Raises NoSuchHook."""
    changed = await session.execute(
        text("""
            UPDATE lead_hooks SET revoked_at = now(), secret_sealed = NULL, former_secret_sealed = NULL, former_until = NULL
            WHERE id = :id AND account_id = :account_id AND revoked_at IS NULL RETURNING id
        """),
        {"id": hook_id, "account_id": account_id},
    )
    if changed.one_or_none() is None:
        raise NoSuchHook
