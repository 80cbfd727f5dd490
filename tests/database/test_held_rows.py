"""What is read in order to be changed stays as it is until the transaction ends: whoever wants the same waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from database import attempts, campaigns, held_leads, knowledge, lead_imports, scripts
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.identifiers import AccountId, attempt_id
from tests.database.campaign_rows import SCRIPT, CampaignRows, running_campaign
from tests.database.locks import until_blocked

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


async def _things(rows: CampaignRows) -> dict[str, Any]:
    """What there is of each."""
    account_id, key_ring = rows.account_id, rows.key_ring
    call_id, lead_id = await rows.call("+4930555001"), await rows.lead("+4930555002")
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
    return {
        "account": account_id,
        "ring": key_ring,
        "campaign": rows.campaign_id,
        "import": import_id,
        "lead": lead_id,
        "attempt": attempt_id(call_id, 1),
        "script": version["script_id"],
        "agent": campaign["agent_id"],
    }
