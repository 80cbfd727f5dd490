"""Campaigns, leads and planned calls as rows, without the imports and requests that usually make them."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import claims
from database.agents import add_agent
from database.campaigns import CampaignChange, add_campaign, set_campaign_state
from database.consents import entering
from database.people import Person
from database.scripts import add_script
from database.sealing import KeyRing
from database.session import Database, new_id
from database.trunks import add_trunk
from domain.campaigns import CampaignPlan, CampaignStanding, CampaignState
from domain.identifiers import AccountId, CallId, CampaignId, LeadId, TrunkId
from domain.scripts import Script
from domain.timeouts import Timeouts

OPEN = "simulation|Europe/Berlin|DE|"
SCRIPT = Script("Hello.", "I am a machine.", "Ask.", (), "Please call us.", "Goodbye.")


_AGREED = """
    SELECT l.id, l.account_id, l.number_hash, l.consents, l.import_id, m.plan ->> 'purpose' AS purpose, 'import' AS source
    FROM lead l JOIN campaigns m ON m.id = :campaign_id
"""
_ADD_LEAD = text(f"""
    WITH lead AS (
        INSERT INTO leads (id, account_id, campaign_id, state, number_hash, person_sealed, hours_key, consents)
        VALUES (:id, :account_id, :campaign_id, 'ready', :hash, :sealed, :hours_key, :consents)
        RETURNING id, account_id, number_hash, consents, import_id
    )
    {entering(_AGREED)}
""")


@dataclass(frozen=True, slots=True)
class CampaignRows:
    """One campaign in the database, and ways to give it leads."""

    database: Database
    key_ring: KeyRing
    account_id: AccountId
    campaign_id: CampaignId
    trunk_id: TrunkId

    async def lead(
        self, number: str, *, hours_key: str = OPEN, consents: tuple[str, ...] = (), name: str = "Ada Moss"
    ) -> LeadId:
        """A lead that is ready to be claimed."""
        lead_id = new_id("lead")
        async with self.database.transaction() as session:
            await session.execute(
                _ADD_LEAD,
                {
                    "id": lead_id,
                    "account_id": self.account_id,
                    "campaign_id": self.campaign_id,
                    "hash": self.key_ring.lookup(number, self.account_id),
                    "sealed": self.key_ring.seal_record(Person(number, name), self.account_id),
                    "hours_key": hours_key,
                    "consents": list(consents),
                },
            )
            await session.execute(
                text("""
                    INSERT INTO lead_groups (campaign_id, hours_key, account_id)
                    VALUES (:campaign_id, :hours_key, :account_id) ON CONFLICT DO NOTHING
                """),
                {
                    "campaign_id": self.campaign_id,
                    "hours_key": hours_key,
                    "account_id": self.account_id,
                },
            )
        return LeadId(lead_id)

    async def claim(
        self, *, round_number: int, hours_keys: list[str], limit: int, open_keys: int = 0
    ) -> list[claims.Claim]:
        """Claim a round's leads."""
        async with self.database.transaction() as session:
            return await claims.claim_leads(
                session,
                self.account_id,
                self.campaign_id,
                self.key_ring,
                round_number=round_number,
                hours_keys=hours_keys,
                open_keys=open_keys,
                limit=limit,
            )

    async def call(self, number: str, *, hours_key: str = OPEN, consents: tuple[str, ...] = ()) -> CallId:
        """A lead whose call is claimed."""
        lead_id = await self.lead(number, hours_key=hours_key, consents=consents)
        call_id = CallId(f"call_{lead_id[5:]}")
        async with self.database.transaction() as session:
            await session.execute(
                text("""
                    WITH claimed AS (UPDATE leads SET state = 'claimed' WHERE id = :lead_id)
                    INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
                    VALUES (:id, :account_id, :campaign_id, :lead_id, :trunk_id, 'claimed', 'claimed')
                """),
                {
                    "id": call_id,
                    "account_id": self.account_id,
                    "campaign_id": self.campaign_id,
                    "lead_id": lead_id,
                    "trunk_id": self.trunk_id,
                },
            )
        return call_id

    async def single_call(self, number: str) -> CallId:
        """A call of nobody's campaign, made as the campaign's are; it may queue."""
        call_id = await self.call(number)
        await self.run(
            """
            UPDATE calls SET campaign_id = NULL, script_version_id = m.script_version_id, agent_id = m.agent_id,
                   plan = m.plan, may_queue = true
            FROM campaigns m WHERE m.id = :id AND calls.id = :call
            """,
            call=call_id,
        )
        await self.run(
            "UPDATE leads SET campaign_id = NULL WHERE id = 'lead_' || substr(:call, 6)", call=call_id
        )
        return call_id

    async def set_state(self, state: CampaignState, act: int = 0) -> CampaignStanding:
        """Store where the campaign stands; where it stands then."""
        async with self.database.transaction() as session:
            return await set_campaign_state(session, self.account_id, self.campaign_id, state, act)

    async def set_plan(self, plan: CampaignPlan) -> None:
        """Replace the campaign's plan."""
        await self.run(
            "UPDATE campaigns SET plan = CAST(:plan AS jsonb) WHERE id = :id",
            plan=msgspec.json.encode(plan).decode(),
        )

    async def run(self, statement: str, **parameters: Any) -> None:
        """Change rows by hand; :id is the campaign."""
        async with self.database.transaction() as session:
            await session.execute(text(statement), {"id": self.campaign_id, **parameters})

    async def rows(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """What a query finds; :account_id is the account."""
        async with self.database.transaction() as session:
            found = await session.execute(text(statement), {"account_id": self.account_id, **parameters})
            return [dict(row) for row in found.mappings()]

    async def row(self, table: str, row_id: str) -> dict[str, Any]:
        """The row of this id."""
        [found] = await self.rows(f"SELECT * FROM {table} WHERE id = :row_id", row_id=row_id)
        return found

    async def snapshot(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of the account that says what happened or what comes next."""
        tables = {
            "campaigns": "id",
            "leads": "id",
            "calls": "id",
            "attempts": "id",
            "call_events": "id",
            "conversations": "attempt_id",
            "suppressions": "id",
            "lines": "trunk_id, number",
            "messages": "id",
        }
        return {
            table: await self.rows(f"SELECT * FROM {table} WHERE account_id = :account_id ORDER BY {order}")
            for table, order in tables.items()
        }


@asynccontextmanager
async def supposed(session: AsyncSession, statement: str, **parameters: Any) -> AsyncIterator[None]:
    """What this statement changes, and what follows, is so within the block alone."""
    before = await session.begin_nested()
    await session.execute(text(statement), parameters)
    yield
    await before.rollback()


async def media_process(
    session: AsyncSession, control_url: str = "http://127.0.0.1:9", stream_url: str = "wss://media.example"
) -> None:
    """A media process that lives all day, for calls to be assigned to."""
    await session.execute(
        text("""
            INSERT INTO media_processes (process, stream_url, control_url, seen_at)
            VALUES ('media-test', :stream_url, :control_url, now() + interval '1 day')
            ON CONFLICT (process) DO UPDATE SET seen_at = EXCLUDED.seen_at, control_url = EXCLUDED.control_url
        """),
        {"control_url": control_url, "stream_url": stream_url},
    )


async def running_campaign(
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    *,
    plan: CampaignPlan | None = None,
    lines: int = 2,
    calls_per_second: float = 20,
    trunk_id: TrunkId | None = None,
    script: Script = SCRIPT,
) -> CampaignRows:
    """A campaign that runs, on a trunk of its own unless one is given."""
    name = os.urandom(6).hex()
    async with database.transaction() as session:
        version = await add_script(session, account_id, name, script)
        agent = await add_agent(
            session,
            account_id,
            name=name,
            voice="default",
            voice_model="flash",
            model="small",
            language="en",
            timeouts=Timeouts(),
        )
        if trunk_id is None:
            trunk = await add_trunk(
                session,
                account_id,
                name=name,
                carrier="twilio",
                caller_number="+14155552671",
                calls_per_second=calls_per_second,
                lines=lines,
            )
            trunk_id = trunk.id
        wanted = CampaignChange(name, version.id, agent.id, trunk_id, "DE", plan or CampaignPlan())
        campaign = await add_campaign(session, account_id, wanted)
        await set_campaign_state(session, account_id, campaign.id, CampaignState.RUNNING)
        await media_process(session)
    return CampaignRows(database, key_ring, account_id, campaign.id, trunk_id)
