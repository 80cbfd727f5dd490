"""Entries for one campaign, one purpose or a time: whom they bind, how long, and that none of them makes a wider one weaker."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database.limited_suppressions import suppress_within
from database.opt_outs import lift_channel, refused_since, store_opt_out
from database.sealing import KeyRing
from database.session import Database, new_id
from database.suppressed_leads import refuse_listed
from database.suppressions import is_suppressed, list_suppressions, remove_suppression, suppress
from domain.campaigns import CampaignPlan, Purpose
from domain.contactability import LISTED
from domain.errors import InvalidInput
from domain.identifiers import AccountId, CampaignId, attempt_id
from domain.suppressions import AddedSuppression, OptOutEvidence, SuppressionScope
from tests.database.campaign_rows import OPEN, CampaignRows, running_campaign
from tests.database.other_account import other_account

NUMBER: Final = "+14155552671"
MARKETING: Final = SuppressionScope(category=Purpose.MARKETING)
BY: Final = AddedSuppression("key_1", "asked by letter")


async def within(session: AsyncSession, rows: CampaignRows, scope: SuppressionScope, *numbers: str) -> int:
    """List the numbers within the scope; of how many that is new."""
    return await suppress_within(
        session, rows.account_id, numbers or [NUMBER], rows.key_ring, scope, source="api", added=BY
    )


async def binds(
    session: AsyncSession,
    rows: CampaignRows,
    *,
    channel: str = "voice",
    campaign: CampaignId | None = None,
    purpose: Purpose | None = Purpose.SURVEY,
) -> bool:
    """Whether the number may not be contacted so."""
    return await is_suppressed(
        session, rows.account_id, NUMBER, rows.key_ring, channel, campaign_id=campaign, purpose=purpose
    )


async def now_of(session: AsyncSession) -> datetime:
    moment: datetime = (await session.execute(text("SELECT now()"))).scalar_one()
    return moment


@pytest.fixture
async def rows(database: Database, key_ring: KeyRing, account_id: AccountId) -> CampaignRows:
    return await running_campaign(database, key_ring, account_id)


@pytest.mark.parametrize("channel", ["all", "voice", "sms"])
@pytest.mark.parametrize("of_campaign", [True, False])
@pytest.mark.parametrize("category", [None, Purpose.MARKETING])
async def test_an_entry_binds_within_all_its_limits_alone(
    database: Database, rows: CampaignRows, channel: str, of_campaign: bool, category: Purpose | None
) -> None:
    """Each limit by itself and both together, by each channel, this campaign's, another's and none, for each purpose. A purpose that
    nobody knows could be any."""
    scope = SuppressionScope(channel, rows.campaign_id if of_campaign else None, category)
    async with database.transaction() as session:
        await within(session, rows, scope) if scope.is_limited else await suppress(
            session, rows.account_id, [NUMBER], rows.key_ring, channel=channel, source="api"
        )
        for campaign in (rows.campaign_id, CampaignId("camp_other"), None):
            for purpose in (*Purpose, None):
                for asked in ("voice", "sms"):
                    expected = (
                        channel in ("all", asked)
                        and (not of_campaign or campaign == rows.campaign_id)
                        and (category is None or purpose in (category, None))
                    )
                    assert expected is await binds(
                        session, rows, channel=asked, campaign=campaign, purpose=purpose
                    )


async def test_an_entry_binds_until_its_end_by_the_databases_clock(
    database: Database, rows: CampaignRows
) -> None:
    """A moment before it does, at it and after it no more; and what is over is not listed."""
    async with database.transaction() as session:
        now = await now_of(session)
        await within(session, rows, SuppressionScope(expires_at=now + timedelta(hours=1)))
        for ends, bound in (
            (timedelta(microseconds=1), True),
            (timedelta(0), False),
            (timedelta(microseconds=-1), False),
        ):
            await session.execute(
                text("UPDATE limited_suppressions SET expires_at = :at WHERE account_id = :account"),
                {"at": now + ends, "account": rows.account_id},
            )
            assert bound is await binds(session, rows)
            listed = await list_suppressions(
                session, rows.account_id, rows.key_ring, number=None, before=None, limit=5
            )
            assert bound is bool(listed)


async def test_who_waited_for_a_lock_is_bound_by_what_ended_meanwhile(
    database: Database, rows: CampaignRows
) -> None:
    """Law 2 fails closed: the transaction's own moment counts, not the later one at which the entry is looked at."""
    async with database.transaction() as session:
        now = await now_of(session)
        await within(session, rows, SuppressionScope(expires_at=now + timedelta(milliseconds=1)))
        await session.execute(text("SELECT pg_sleep(0.01)"))
        assert await binds(session, rows)


async def test_what_a_person_demands_is_without_limits_beside_an_entry_that_ends(
    database: Database, rows: CampaignRows
) -> None:
    """Law 4: an entry for an hour, for one campaign or one purpose keeps no opt-out off the list, and outlives none."""
    call_id = await rows.call(NUMBER)
    attempt = attempt_id(call_id, 1)
    await rows.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
        SELECT :attempt, c.account_id, c.id, 1, l.number_hash, c.trunk_id, 'answered'
        FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """,
        attempt=attempt,
        call=call_id,
    )
    async with database.transaction() as session:
        now = await now_of(session)
        for scope in (
            SuppressionScope(expires_at=now + timedelta(hours=1)),
            SuppressionScope(campaign_id=rows.campaign_id),
            MARKETING,
        ):
            await within(session, rows, scope)
        assert not await refused_since(session, rows.account_id, NUMBER, rows.key_ring, now)
        await store_opt_out(
            session,
            rows.account_id,
            attempt,
            OptOutEvidence("Never again."),
            rows.key_ring,
            suppression_id=new_id("sup"),
            source="said_on_call",
        )
        assert await refused_since(session, rows.account_id, NUMBER, rows.key_ring, now)
        for entry in await list_suppressions(
            session, rows.account_id, rows.key_ring, number=NUMBER, before=None, limit=9
        ):
            if entry.scope.is_limited:
                await remove_suppression(session, rows.account_id, entry.id, now)
        assert await binds(session, rows, channel="sms", campaign=CampaignId("camp_other"))


async def test_a_start_lifts_no_entry_that_somebody_limited(database: Database, rows: CampaignRows) -> None:
    async with database.transaction() as session:
        await within(session, rows, replace(MARKETING, channel="sms"))
        await lift_channel(
            session, rows.account_id, NUMBER, rows.key_ring, "sms", await now_of(session) + timedelta(hours=1)
        )
        assert await binds(session, rows, channel="sms", purpose=Purpose.MARKETING)


@pytest.mark.parametrize(
    ("there", "wanted", "new", "holds"),
    [
        (1, 1, 0, 1),
        (1, 2, 1, 2),
        (2, 1, 0, 2),
        (None, 1, 0, None),
        (1, None, 1, None),
        (-1, 1, 1, 1),
        (-1, None, 1, None),
    ],
)
async def test_of_two_entries_of_one_scope_the_later_end_holds(
    database: Database, rows: CampaignRows, there: int | None, wanted: int | None, new: int, holds: int | None
) -> None:
    """Ends in hours from now, None for never: one stands there, another is wanted; whether that is new, and which end holds. One that
    was over keeps nothing from being listed again."""
    async with database.transaction() as session:
        now = await now_of(session)

        def ends(hours: int | None) -> datetime | None:
            return None if hours is None else now + timedelta(hours=hours)

        assert 1 == await within(session, rows, replace(MARKETING, expires_at=ends(there)), NUMBER, NUMBER)
        assert new == await within(session, rows, replace(MARKETING, expires_at=ends(wanted)))
        [entry] = await list_suppressions(
            session, rows.account_id, rows.key_ring, number=NUMBER, before=None, limit=9
        )
        assert (ends(holds), BY) == (entry.scope.expires_at, entry.added)
        assert await binds(session, rows, purpose=Purpose.MARKETING)


async def test_entries_of_each_scope_stand_side_by_side(database: Database, rows: CampaignRows) -> None:
    """One more by each channel, campaign and purpose; told apart where a limit is missing as well; each lifted by itself."""
    scopes = [
        SuppressionScope(channel, campaign, category)
        for channel in ("all", "voice")
        for campaign in (None, rows.campaign_id)
        for category in (None, Purpose.MARKETING, Purpose.SERVICE)
        if campaign or category
    ]
    async with database.transaction() as session:
        assert [1] * len(scopes) == [await within(session, rows, scope) for scope in scopes]
        assert [0] * len(scopes) == [await within(session, rows, scope) for scope in scopes]
        listed = await list_suppressions(
            session, rows.account_id, rows.key_ring, number=NUMBER, before=None, limit=99
        )
        assert set(scopes) == {entry.scope for entry in listed}
        await remove_suppression(session, rows.account_id, listed[0].id, await now_of(session))
        left = await list_suppressions(
            session, rows.account_id, rows.key_ring, number=NUMBER, before=None, limit=99
        )
        assert listed[1:] == left


async def test_a_campaign_of_another_account_is_no_limit(database: Database, rows: CampaignRows) -> None:
    stranger = await running_campaign(database, rows.key_ring, await other_account(database))
    async with database.transaction() as session:
        with pytest.raises(InvalidInput) as refused:
            await within(session, rows, SuppressionScope(campaign_id=stranger.campaign_id))
        assert "/campaign_id" == refused.value.pointer


@pytest.mark.parametrize(
    ("purpose", "closed"), [(Purpose.MARKETING, 2), (Purpose.SERVICE, 1), (Purpose.SURVEY, 1)]
)
async def test_the_feeder_closes_those_whom_an_entry_binds_for_its_campaign(
    database: Database, rows: CampaignRows, purpose: Purpose, closed: int
) -> None:
    """Of two campaigns and three numbers, one is listed for the other campaign, one for this, one for a purpose."""
    other = await running_campaign(database, rows.key_ring, rows.account_id)
    numbers = ["+493055501", "+493055502", "+493055503"]
    for number in numbers:
        await rows.lead(number)
    await rows.set_plan(CampaignPlan(purpose))
    async with database.transaction() as session:
        await within(session, rows, SuppressionScope(campaign_id=other.campaign_id), numbers[0])
        await within(session, rows, SuppressionScope(campaign_id=rows.campaign_id), numbers[1])
        await within(session, rows, MARKETING, numbers[2])
        assert closed == await refuse_listed(
            session, rows.account_id, rows.campaign_id, {OPEN: "r@1"}, ahead=9, reason=LISTED
        )
