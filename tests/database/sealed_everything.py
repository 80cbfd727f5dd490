"""A value in every sealed column that everything.py leaves empty, by those who write it in production."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pyotp
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import (
    idempotency,
    identity_providers,
    lead_hook_messages,
    lead_hooks,
    media_processes,
    opt_outs,
    provider_sign_ins,
    second_factors,
    sign_ins,
    webhook_deliveries,
    webhook_endpoints,
)
from database.identity_providers import OpenedProvider
from database.media_processes import Beat, MediaPlace, TakenSnapshot
from database.provider_sign_ins import Asked
from database.sealing import KeyRing
from database.session import Database, new_id
from database.sign_ins import Credentials
from database.webhook_deliveries import TryEnd
from domain.identifiers import AccountId, AttemptId, UserId
from domain.identity_providers import ProviderRules
from domain.suppressions import OptOutEvidence, SuppressionSource
from tests.database.everything import NOW, THE_SAME_KEY
from tests.database.test_media_processes import STANDS

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


async def seal_everything(
    database: Database, key_ring: KeyRing, account_id: AccountId, ids: Mapping[str, list[Any]]
) -> None:
    """For the account of which everything.py made these."""
    user, endpoint = UserId(ids["user_id"][0]), ids["endpoint_id"][0]
    async with database.transaction() as session:
        await session.execute(text("UPDATE users SET password_hash = 'theirs' WHERE id = :id"), {"id": user})
        await sign_ins.open_session(
            session,
            Credentials(user, account_id, "theirs"),
            "their token",
            ends_at=NOW + timedelta(days=3650),
            network_hash=b"their network",
            device="their device",
            key_ring=key_ring,
        )
        await second_factors.offer_secret(session, user, SECRET, key_ring)
        code = pyotp.TOTP(SECRET).at(NOW)
        assert await second_factors.confirm_secret(session, user, code, [], key_ring, NOW)
        # Offered to whoever removed the first one in between; there is only one person here.
        await session.execute(
            text("UPDATE users SET totp_offered_sealed = totp_sealed WHERE id = :id"), {"id": user}
        )
        since = await session.scalar(
            text("SELECT created_at FROM idempotency_keys WHERE account_id = :id"), {"id": account_id}
        )
        await idempotency.keep_answer(
            session, account_id, THE_SAME_KEY, since, 201, {"id": "call_1"}, key_ring
        )
        hook, received = ids["hook_id"][0], ids["hook_message_id"][0]
        await lead_hooks.rotate_hook_secret(session, account_id, hook, "whsec_bmV3", NOW, key_ring)
        content = lead_hook_messages.Content("application/json", b"{}")
        await lead_hook_messages.keep_received(session, account_id, received, content, key_ring)
        await webhook_endpoints.rotate_secret(session, account_id, endpoint, "whsec_bmV3", NOW, key_ring)
        tried = TryEnd(ids["delivery_id"][0], 1, 500, "refused", b"no", NOW)
        await webhook_deliveries.store_try(session, account_id, endpoint, tried, NOW, key_ring)
        await _taken_back(session, key_ring, account_id)
        await _signs_in_elsewhere(session, key_ring, account_id)


async def _signs_in_elsewhere(session: AsyncSession, key_ring: KeyRing, account_id: AccountId) -> None:
    provider = OpenedProvider("https://login.example.com", "us", "their secret", ProviderRules(()))
    await identity_providers.store_provider(session, account_id, provider, key_ring)
    asked = Asked(provider.issuer, provider.client_id, "their nonce", "their verifier")
    await provider_sign_ins.add_sign_in(session, account_id, "theirs", "browser", asked, NOW, key_ring)


async def _taken_back(session: AsyncSession, key_ring: KeyRing, account_id: AccountId) -> None:
    """In a conversation that goes on they wanted no more calls, and then they did."""
    live = AttemptId(
        await session.scalar(
            text("""
                SELECT id FROM attempts a WHERE account_id = :id
                AND NOT EXISTS (SELECT FROM conversations v WHERE v.attempt_id = a.id) LIMIT 1
            """),
            {"id": account_id},
        )
        or ""
    )
    for words, store in (("Never.", _opted_out), ("I do want calls.", opt_outs.take_back_opt_out)):
        await store(session, account_id, OptOutEvidence(words, NOW, live), key_ring)
    told = Beat(MediaPlace("media-test", "ws://media", "http://media"), 1, 0, 0.0, True)
    taken = TakenSnapshot(account_id, live, 1, STANDS)
    await media_processes.beat(session, told, [taken], key_ring, age_seconds=1.0)


async def _opted_out(
    session: AsyncSession, account_id: AccountId, evidence: OptOutEvidence, key_ring: KeyRing
) -> None:
    assert evidence.attempt_id
    await opt_outs.store_opt_out(
        session,
        account_id,
        evidence.attempt_id,
        evidence,
        key_ring,
        suppression_id=new_id("sup"),
        source=SuppressionSource.SAID_ON_CALL,
    )
