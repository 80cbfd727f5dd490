"""What waits for whichever process comes first is taken by one, and nobody waits for it who comes second."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import caller_identities, lead_hook_messages, lead_hooks, webhook_deliveries, webhook_endpoints
from database.lead_hook_messages import Content
from database.lead_hooks import NewHook
from database.live_events import number_events
from database.reported_events import record_event
from database.sealing import KeyRing
from database.session import Database
from database.webhook_endpoints import EndpointSettings
from domain.caller_identities import CallerIdentity
from domain.campaigns import Purpose
from domain.lead_hooks import HookProof
from startup.first_connections import open_account
from tests.database.drafts import draft_in

Take = Callable[[AsyncSession], Awaitable[object]]


async def _a_number_to_ask_of(session: AsyncSession, ring: KeyRing) -> Take:
    account = await open_account(session, "one")
    connection = await session.scalar(text("SELECT id FROM connections WHERE kind = 'telephony' LIMIT 1"))
    shown = CallerIdentity("", "+14155552671", str(connection), (Purpose.SURVEY,))
    await caller_identities.add_caller(session, account, shown)
    return caller_identities.take_due_questions


async def _a_message_to_read(session: AsyncSession, ring: KeyRing) -> Take:
    account = await open_account(session, "one")
    campaign = await draft_in(session, account)
    hook = await lead_hooks.add_hook(
        session, account, NewHook(campaign, "", HookProof.SIGNATURE, {}, "", "", []), "s", ring
    )
    sent = Content("application/json", b"{}")
    message, _ = await lead_hook_messages.begin_hook_message(session, account, hook, "", sent, ring)
    await lead_hook_messages.keep_received(session, account, message.id, sent, ring)
    return lambda session: lead_hook_messages.hold_waiting(session, message.id, ring)


async def _an_event_to_tell(session: AsyncSession, ring: KeyRing) -> Take:
    account = await open_account(session, "one")
    program = EndpointSettings("https://hooks.example.com/", "")
    await webhook_endpoints.add_endpoint(session, account, program, [], "whsec_dGhlaXJz", ring)
    await record_event(session, account, "opt_out", "first")
    await number_events(session)
    return lambda session: webhook_deliveries.make_deliveries(session, ring)


@pytest.mark.parametrize("waits", [_a_number_to_ask_of, _a_message_to_read, _an_event_to_tell])
async def test_of_two_at_once_one_takes_it(
    fresh_database: Database, key_ring: KeyRing, waits: Callable[[AsyncSession, KeyRing], Awaitable[Take]]
) -> None:
    async with fresh_database.transaction() as session:
        take = await waits(session, key_ring)
    async with asyncio.timeout(10), fresh_database.transaction() as first:
        assert await take(first)
        async with fresh_database.transaction() as second:
            assert not await take(second)
