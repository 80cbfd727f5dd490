"""Leads as their account sees them, and the person of a single call."""

import pytest

from database.leads import add_direct_lead, get_lead, has_leads, has_ready_leads
from database.people import Person
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.campaigns import Purpose
from domain.errors import NotFound
from domain.identifiers import AccountId, LeadId
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign

ADA = Person("+4930555001", "Ada Moss", "ada@example.com", {"city": "Berlin"})


async def test_the_person_of_a_single_call_is_kept_once_and_whole(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """A repeated request finds the person that the first one named; nobody claims this lead."""
    lead_id = LeadId(new_id("lead"))
    async with database.transaction() as session:
        for person, consents in ((ADA, ["written"]), (Person("+4930555002"), [])):
            await add_direct_lead(
                session,
                account_id,
                lead_id,
                person,
                key_ring,
                hours_key=OPEN,
                consents=consents,
                purpose=Purpose.SURVEY,
            )
        found = await get_lead(session, account_id, lead_id, key_ring)
        with pytest.raises(NotFound):
            await get_lead(session, account_id, "lead_of_nobody", key_ring)
    assert (lead_id, None, None, "claimed", ADA, OPEN, None, ["written"]) == (
        found.id,
        found.campaign_id,
        found.import_id,
        found.state,
        found.person,
        found.hours_key,
        found.review,
        list(found.consents),
    )
    rows = CampaignRows(database, key_ring, account_id, None, None)  # type: ignore[arg-type]
    assert key_ring.lookup(ADA.number, account_id) == (await rows.row("leads", lead_id))["number_hash"]


async def test_a_campaign_has_leads_and_somebody_to_call(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Another campaign's are not its own, and one that is claimed or held is nobody to call."""
    campaign, other = [await running_campaign(database, key_ring, account_id) for _ in range(2)]
    await other.lead(ADA.number)

    async def has() -> tuple[bool, bool]:
        async with database.transaction() as session:
            return (
                await has_leads(session, account_id, campaign.campaign_id),
                await has_ready_leads(session, account_id, campaign.campaign_id),
            )

    assert (False, False) == await has()
    lead_id = await campaign.lead(ADA.number)
    assert (True, True) == await has()
    for state in ("claimed", "needs_review", "staged", "closed"):
        await campaign.run("UPDATE leads SET state = :state WHERE id = :lead", state=state, lead=lead_id)
        assert (True, False) == await has()
