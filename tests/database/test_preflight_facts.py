"""What the preflight looks at, right after a large import as well, when the database knows nothing of its sizes."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.limited_suppressions import suppress_within
from database.preferences import prefer
from database.preflight_facts import LEADS_ALIKE, leads_alike
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import suppress
from domain.campaigns import Purpose
from domain.identifiers import AccountId
from domain.preferences import (
    PreferenceKind,
    PreferenceSource,
    PreferenceValue,
    SaidPreference,
    WritingChannel,
)
from domain.suppressions import AddedSuppression, SuppressionScope
from tests.database.campaign_rows import running_campaign, supposed


async def test_a_lead_that_is_listed_twice_counts_once(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    for number in ("+493055501", "+493055502"):
        await campaign.lead(number)
    async with database.transaction() as session:
        for channel in ("all", "voice"):
            await suppress(session, account_id, ["+493055501"], key_ring, channel=channel, source="import")
        found = await leads_alike(session, account_id, campaign.campaign_id, Purpose.SURVEY)
    assert {(True, 1), (False, 1)} == {(group.suppressed, group.leads) for group in found}


@pytest.mark.parametrize(("purpose", "barred"), [(Purpose.MARKETING, 2), (Purpose.SURVEY, 1)])
async def test_an_entry_counts_for_its_campaign_and_its_purpose(
    database: Database, key_ring: KeyRing, account_id: AccountId, purpose: Purpose, barred: int
) -> None:
    campaign, other = [await running_campaign(database, key_ring, account_id) for _ in range(2)]
    scopes = [
        SuppressionScope(campaign_id=campaign.campaign_id),
        SuppressionScope(campaign_id=other.campaign_id),
        SuppressionScope(category=Purpose.MARKETING),
    ]
    async with database.transaction() as session:
        for place, scope in enumerate(scopes):
            await campaign.lead(f"+49305550{place}")
            await suppress_within(
                session,
                account_id,
                [f"+49305550{place}"],
                key_ring,
                scope,
                source="api",
                added=AddedSuppression(),
            )
        found = await leads_alike(session, account_id, campaign.campaign_id, purpose)
    assert {(True, barred), (False, 3 - barred)} == {(group.suppressed, group.leads) for group in found}


async def test_leads_are_told_apart_by_what_their_persons_prefer(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    campaign = await running_campaign(database, key_ring, account_id)
    for number in ("+493055503", "+493055504", "+493055505"):
        await campaign.lead(number)
    by_mail = PreferenceValue(PreferenceKind.WRITING, channels=(WritingChannel.EMAIL,))
    replaced, often = (
        PreferenceValue(PreferenceKind.WRITING),
        PreferenceValue(PreferenceKind.HOW_OFTEN, gap=timedelta(7)),
    )
    async with database.transaction() as session:
        for days, value in enumerate((replaced, by_mail, often)):
            said = SaidPreference(value, "", datetime(2026, 11, 1 + days, tzinfo=UTC))
            await prefer(session, account_id, "+493055503", said, key_ring, PreferenceSource.OPERATOR)
        found = await leads_alike(session, account_id, campaign.campaign_id, Purpose.SURVEY)
    assert {((by_mail,), 1), ((), 2)} == {(group.preferences, group.leads) for group in found}


async def test_leads_that_nobody_called_are_looked_at_with_what_holds_now(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """Ready or held; neither a removed entry nor a removed wish nor one without effect, nor what bars text messages alone."""
    campaign = await running_campaign(database, key_ring, account_id)
    await campaign.lead("+493055506")
    value = PreferenceValue(PreferenceKind.WRITING)
    of_account = {"account": account_id}

    async def groups() -> list[tuple[bool, int, int]]:
        found = await leads_alike(session, account_id, campaign.campaign_id, Purpose.SURVEY)
        return [(group.suppressed, len(group.preferences), group.leads) for group in found]

    async with database.transaction() as session:
        await suppress(session, account_id, ["+493055506"], key_ring, channel="voice", source="api")
        said = SaidPreference(value, "", datetime(2026, 11, 1, tzinfo=UTC))
        await prefer(session, account_id, "+493055506", said, key_ring, PreferenceSource.OPERATOR)
        found = {}
        for state in ("staged", "ready", "needs_review", "claimed", "closed"):
            leads = "UPDATE leads SET state = :state WHERE account_id = :account"
            async with supposed(session, leads, state=state, **of_account):
                found[state] = await groups()
        counted = [(True, 1, 1)]
        assert {"staged": [], "ready": counted, "needs_review": counted, "claimed": [], "closed": []} == found
        for statement, left in (
            ("UPDATE suppressions SET removed_at = now() WHERE account_id = :account", (False, 1, 1)),
            ("UPDATE suppressions SET channel = 'sms' WHERE account_id = :account", (False, 1, 1)),
            ("UPDATE suppressions SET channel = 'all' WHERE account_id = :account", (True, 1, 1)),
            ("UPDATE preferences SET removed_at = now() WHERE account_id = :account", (True, 0, 1)),
            ("UPDATE preferences SET understood = false WHERE account_id = :account", (True, 0, 1)),
        ):
            async with supposed(session, statement, **of_account):
                assert [left] == await groups(), statement


async def _plan(session: AsyncSession, account_id: AccountId) -> str:
    plan = await session.execute(
        text(f"EXPLAIN {LEADS_ALIKE.text}"),
        {"account_id": account_id, "campaign_id": "camp_1", "purpose": "survey"},
    )
    return "\n".join(plan.scalars())


async def test_no_lead_is_compared_with_the_whole_list(
    database: Database, key_ring: KeyRing, account_id: AccountId
) -> None:
    """It took more than thirty seconds of a request. The list is read by its index, lead by lead, whatever others' tests
    left for the planner to believe: no join, no table in memory, and no index of an account's whole list once it is long."""
    numbers = [f"+4930{number}" for number in range(5_550_000, 5_552_000)]
    async with database.transaction() as session:
        before = await _plan(session, account_id)
        await suppress(session, account_id, numbers, key_ring, channel="all", source="import")
        await session.execute(text("ANALYZE suppressions"))
        after = await _plan(session, account_id)
    assert any(index in after for index in ("one_suppression_per_channel", "suppressions_of_number"))
    for plan in (before, after):
        assert not any(word in plan for word in ("Nested Loop", "Hash Join", "Merge Join", "hashed SubPlan"))
