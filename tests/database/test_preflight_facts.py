"""What the preflight looks at, right after a large import as well, when the database knows nothing of its sizes."""

from sqlalchemy import text

from database.preflight_facts import LEADS_ALIKE, leads_alike
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import suppress
from domain.identifiers import AccountId
from tests.database.campaign_rows import running_campaign


async def test_a_lead_that_is_listed_twice_counts_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    for number in ("+493055501", "+493055502"):
        await campaign.lead(number)
    async with database.transaction() as session:
        for channel in ("all", "voice"):
            await suppress(session, account_id, ["+493055501"], key_ring, channel=channel, source="import")
        found = await leads_alike(session, account_id, campaign.campaign_id)
    assert {(True, 1), (False, 1)} == {(group.suppressed, group.leads) for group in found}


async def test_no_lead_is_compared_with_the_whole_list(database: Database, account_id: AccountId) -> None:
    """Whatever the planner believes of the tables: it took more than thirty seconds of a request. A table that it knows to
    be small, as others' tests may have left it, it would rather read whole: here it may not."""
    async with database.transaction() as session:
        await session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = await session.execute(
            text(f"EXPLAIN {LEADS_ALIKE.text}"), {"account_id": account_id, "campaign_id": "camp_1"}
        )
        lines = "\n".join(plan.scalars())
    assert "one_suppression_per_channel" in lines
    assert not any(word in lines for word in ("Nested Loop", "Hash Join", "Merge Join"))
