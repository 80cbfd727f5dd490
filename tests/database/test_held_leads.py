"""Leads that are held: which are, and what mending one leaves."""

from dataclasses import replace
from typing import Final

import pytest

from database.claims import hours_keys_of
from database.held_leads import HeldLead, hold_lead, hold_leads, store_mended
from database.people import Person
from database.sealing import KeyRing
from database.session import Database
from domain.errors import Conflict
from domain.identifiers import AccountId, LeadId
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign, supposed

NUMBER: Final = "+4930555001"
SET: Final = "UPDATE leads SET state = :state, review = :review WHERE id = :lead"


async def _hold(campaign: CampaignRows, lead_id: LeadId) -> HeldLead:
    async with campaign.database.transaction() as session:
        return await hold_lead(session, campaign.account_id, lead_id, campaign.key_ring)


async def test_only_a_lead_that_waits_for_somebodys_eye_is_held(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    other = await running_campaign(database, key_ring, account_id)
    lead_id = await campaign.lead(NUMBER)
    held = set()
    async with database.transaction() as session:
        for state in ("staged", "ready", "needs_review", "claimed", "closed"):
            for review in ("not_a_zone", None):
                so = "UPDATE leads SET state = :state, review = CAST(:review AS text) WHERE id = :lead"
                async with supposed(session, so, state=state, review=review, lead=lead_id):
                    try:
                        found = await hold_lead(session, account_id, lead_id, key_ring)
                    except Conflict:
                        continue
                    held.add((state, review))
                    assert (
                        HeldLead(
                            lead_id, campaign.campaign_id, Person(NUMBER, "Ada Moss"), OPEN, "not_a_zone"
                        )
                        == found
                    )
                    listed = [
                        await hold_leads(session, account_id, each, why, key_ring, after="", limit=5)
                        for each, why in (
                            (campaign.campaign_id, "not_a_zone"),
                            (campaign.campaign_id, "no_zone"),
                            (other.campaign_id, "not_a_zone"),
                        )
                    ]
                    assert [[found], [], []] == listed
    assert {("staged", "not_a_zone"), ("needs_review", "not_a_zone")} == held


# How the lead is held, and whether its reason is gone; how it stands then, and whether claims look at its hours from now on.
MENDED: Final = [
    ("needs_review", True, ("ready", None), True),
    ("needs_review", False, ("needs_review", "no_zone"), False),
    ("staged", True, ("staged", None), False),
    ("staged", False, ("staged", "no_zone"), False),
]


@pytest.mark.parametrize(("state", "is_mended", "stands", "is_claimed"), MENDED)
async def test_what_mending_leaves(
    database: Database,
    key_ring: KeyRing,
    account_id: AccountId,
    state: str,
    is_mended: bool,
    stands: tuple[str, str | None],
    is_claimed: bool,
) -> None:
    """What is staged goes on with its import's commit."""
    campaign = await running_campaign(database, key_ring, account_id)
    lead_id, beside = await campaign.lead(NUMBER), await campaign.lead("+4930555002")
    for each in (lead_id, beside):
        await campaign.run(SET, state=state, review="not_a_zone", lead=each)
    before = await campaign.row("leads", beside)
    mended = replace(
        await _hold(campaign, lead_id),
        person=Person(NUMBER, "Grace"),
        hours_key="new|key|DE|",
        review="" if is_mended else "no_zone",
    )
    async with database.transaction() as session:
        await store_mended(session, account_id, [mended], key_ring)
        keys = await hours_keys_of(session, account_id, campaign.campaign_id)
    row = await campaign.row("leads", lead_id)
    assert (*stands, "new|key|DE|") == (row["state"], row["review"], row["hours_key"])
    assert Person(NUMBER, "Grace") == key_ring.open_record(row["person_sealed"], account_id, Person)
    assert {OPEN, *(["new|key|DE|"] if is_claimed else [])} == set(keys)
    assert before == await campaign.row("leads", beside)
