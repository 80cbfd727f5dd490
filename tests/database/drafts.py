"""Draft campaigns and what they are made of."""

import os

from sqlalchemy.ext.asyncio import AsyncSession

from database.agents import add_agent
from database.campaigns import CampaignChange, add_campaign
from database.scripts import add_script
from database.session import Database
from database.trunks import add_trunk
from domain.campaigns import CampaignPlan
from domain.identifiers import AccountId, CampaignId
from domain.scripts import Script
from domain.timeouts import Timeouts


async def draft_campaign(database: Database, account_id: AccountId) -> CampaignId:
    """A draft with a script, an agent and a trunk of its own account."""
    async with database.transaction() as session:
        return await draft_in(session, account_id)


async def draft_in(session: AsyncSession, account_id: AccountId) -> CampaignId:
    """The same within a transaction."""
    script = Script("Hello.", "I am a machine.", "Ask.", (), "", "Goodbye.")
    name = os.urandom(6).hex()
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
    trunk = await add_trunk(
        session,
        account_id,
        name=name,
        carrier="twilio",
        caller_number="+14155552671",
        calls_per_second=1,
        lines=2,
    )
    wanted = CampaignChange("Autumn", version.id, agent.id, trunk.id, "US", CampaignPlan())
    return (await add_campaign(session, account_id, wanted)).id
