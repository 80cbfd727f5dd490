"""What is read in order to be changed stays as it is until the transaction ends: whoever wants the same waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import (
    attempts,
    campaigns,
    consent_texts,
    held_leads,
    knowledge,
    lead_imports,
    legal_holds,
    person_requests,
    scripts,
    second_factors,
    sign_ins,
    trunks,
    users,
)
from database.lead_imports import ImportState
from database.sealing import KeyRing
from database.session import Database, new_id
from database.users import UserDetails
from domain.access import Role
from domain.connections import ConnectionRef
from domain.identifiers import AccountId, attempt_id
from domain.person_requests import InCrm, RequestKind
from tests.database.campaign_rows import SCRIPT, CampaignRows, running_campaign
from tests.database.locks import until_blocked

NUMBER: Final = "+4930555001"
NOW: Final = datetime.now(UTC)
HOUR: Final = timedelta(hours=1)

Step = Callable[[AsyncSession, dict[str, Any]], Awaitable[object]]

# Each is done by two transactions at once.
STEPS: Final[dict[str, Step]] = {
    "a campaign": lambda session, of: campaigns.get_campaign(
        session, of["account"], of["campaign"], lock=True
    ),
    "a campaign that takes leads": lambda session, of: lead_imports.hold_campaign(
        session, of["account"], of["campaign"]
    ),
    "an import": lambda session, of: lead_imports.get_import(session, of["account"], of["import"], lock=True),
    "a lead": lambda session, of: held_leads.hold_lead(session, of["account"], of["lead"], of["ring"]),
    "leads": lambda session, of: held_leads.hold_leads(
        session, of["account"], of["campaign"], "no_zone", of["ring"], after="", limit=5
    ),
    "an attempt": lambda session, of: attempts.read_attempt_end(
        session, of["account"], of["attempt"], of["ring"], lock=True
    ),
    "a script": lambda session, of: scripts.add_version(session, of["account"], of["script"], SCRIPT),
    "an agent's documents": lambda session, of: knowledge.add_document(
        session, of["account"], of["agent"], new_id("doc"), ["We open at nine."]
    ),
    "a consent text": lambda session, of: consent_texts.add_text(
        session, of["account"], new_id("ctext"), "ours", "We may call you.", of["ring"]
    ),
    "what a person asks for": lambda session, of: person_requests.read_asked(
        session, of["account"], of["request"], of["ring"]
    ),
    "the people of an account": lambda session, of: users.lock_people(session, of["account"]),
    "a person's second factor": lambda session, of: second_factors.use_code(
        session, of["user"], "123456", of["ring"], NOW
    ),
    "a person's tries to sign in": lambda session, of: sign_ins.begin_try(
        session, of["user"], of["hash"], b"a network"
    ),
    "what is kept of a number": lambda session, of: legal_holds.lock_number(session, of["hash"]),
    "a call that is to be deleted": lambda session, of: legal_holds.check_call_may_go(
        session, of["account"], of["call"]
    ),
}

# What the first does must not come between what the second looks at and what it does.
PAIRS: Final[dict[str, tuple[Step, Step]]] = {
    "rows are staged, the import discarded": (
        lambda session, of: lead_imports.check_validating(session, of["account"], of["import"]),
        lambda session, of: lead_imports.discard_import(
            session, of["account"], of["import"], ImportState.DISCARDED
        ),
    ),
    "credentials are refused, and changed": (
        lambda session, of: trunks.pause_until_other_credentials(
            session, of["trunk"], ConnectionRef(of["connection"], of["account"], "twilio", 0), pause=HOUR
        ),
        lambda session, of: session.execute(
            text("UPDATE connections SET version = version + 1 WHERE id = :id"), {"id": of["connection"]}
        ),
    ),
    "somebody is sent a link, and disabled": (
        lambda session, of: users.add_link(session, of["user"], new_id("usr"), NOW + HOUR),
        lambda session, of: users.set_disabled(session, of["account"], of["user"], disabled=True),
    ),
    "a deletion looks for holds, one is set": (
        lambda session, of: legal_holds.check_call_may_go(session, of["account"], of["call"]),
        lambda session, of: legal_holds.set_hold(
            session, of["account"], NUMBER, "claim 17", of["ring"], set_by="key"
        ),
    ),
}


@pytest.mark.parametrize("what", STEPS)
async def test_two_that_change_one_thing_wait_for_each_other(
    database: Database, key_ring: KeyRing, account_id: AccountId, what: str
) -> None:
    step, of = STEPS[what], await _things(await running_campaign(database, key_ring, account_id))

    async def second() -> None:
        async with database.transaction() as session:
            await step(session, of)

    async with database.transaction() as session:
        await step(session, of)
        waiting = asyncio.create_task(second())
        await until_blocked(database)
        assert not waiting.done()
    await waiting


@pytest.mark.parametrize("what", PAIRS)
async def test_what_is_looked_at_stays_so_until_it_was_acted_upon(
    database: Database, key_ring: KeyRing, account_id: AccountId, what: str
) -> None:
    (look, change), of = PAIRS[what], await _things(await running_campaign(database, key_ring, account_id))

    async def second() -> None:
        async with database.transaction() as session:
            await change(session, of)

    async with database.transaction() as session:
        await look(session, of)
        waiting = asyncio.create_task(second())
        await until_blocked(database)
        assert not waiting.done()
    await waiting


async def _things(rows: CampaignRows) -> dict[str, Any]:
    """What there is of each."""
    account_id, key_ring = rows.account_id, rows.key_ring
    call_id, lead_id = await rows.call(NUMBER), await rows.lead("+4930555002")
    await rows.run(
        "UPDATE leads SET state = 'needs_review', review = 'no_zone' WHERE id = :lead", lead=lead_id
    )
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id)
        SELECT c.id || '-1', c.account_id, c.id, 1, l.number_hash, c.trunk_id
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        call=call_id,
    )
    campaign = await rows.row("campaigns", rows.campaign_id)
    version = await rows.row("script_versions", campaign["script_version_id"])
    async with rows.database.transaction() as session:
        import_id = await lead_imports.begin_import(
            session, account_id, rows.campaign_id, file_name="", replace=False
        )
        request_id = new_id("preq")
        await person_requests.add_request(
            session,
            account_id,
            request_id,
            RequestKind.EXPORT,
            NUMBER,
            key_ring,
            in_crm=InCrm.CONTACT,
            asked_by="key",
        )
        user_id = await users.add_user(
            session, account_id, UserDetails(f"{request_id}@example.com", "Ada"), Role.AGENT, key_ring
        )
    return {
        "request": request_id,
        "user": user_id,
        "call": call_id,
        "hash": key_ring.lookup(NUMBER, account_id),
        "trunk": rows.trunk_id,
        "connection": (await rows.row("trunks", rows.trunk_id))["connection_id"],
        "account": account_id,
        "ring": key_ring,
        "campaign": rows.campaign_id,
        "import": import_id,
        "lead": lead_id,
        "attempt": attempt_id(call_id, 1),
        "script": version["script_id"],
        "agent": campaign["agent_id"],
    }
