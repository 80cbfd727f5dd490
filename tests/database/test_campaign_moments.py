"""What a campaign's and a call's rows keep of moments and acts, and which of them the system's own repairs look at."""

from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from database import campaigns, claims, direct_calls, lead_imports
from database.api_keys import ensure_account
from database.dialling import set_not_before
from database.lead_imports import ImportState
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.campaigns import CampaignPlan, CampaignState
from domain.contactability import CHOSEN
from domain.identifiers import AccountId, CallId
from tests.database.campaign_rows import CampaignRows, running_campaign

EARLY, LATE = datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 2, 9, tzinfo=UTC)


@pytest_asyncio.fixture
async def campaign(database: Database, key_ring: KeyRing, account_id: AccountId) -> CampaignRows:
    return await running_campaign(database, key_ring, account_id)


async def test_a_campaign_keeps_when_it_was_first_started_and_when_it_ended(campaign: CampaignRows) -> None:
    async with campaign.database.transaction() as session:
        for at in (EARLY, LATE):
            await campaigns.mark_started(session, campaign.account_id, campaign.campaign_id, at)
    for state, act in ((CampaignState.PAUSED, 1), (CampaignState.RUNNING, 2)):
        await campaign.set_state(state, act)
        assert (EARLY, None) == await _moments(campaign)
    await campaign.set_state(CampaignState.CANCELLING)
    assert (EARLY, None) == await _moments(campaign)
    await campaign.set_state(CampaignState.CANCELLED)
    started, finished = await _moments(campaign)
    assert started == EARLY
    assert finished is not None
    await campaign.set_state(CampaignState.CANCELLED)
    assert (EARLY, finished) == await _moments(campaign)
    told = await campaign.rows(
        "SELECT kind FROM call_events WHERE campaign_id = :campaign AND kind LIKE 'campaign.%' ORDER BY id",
        campaign=campaign.campaign_id,
    )
    states = ("running", "paused", "running", "cancelling", "cancelled")
    assert [f"campaign.{state}" for state in states] == [each["kind"] for each in told]


async def _moments(campaign: CampaignRows) -> tuple[datetime | None, datetime | None]:
    row = await campaign.row("campaigns", campaign.campaign_id)
    return row["started_at"], row["finished_at"]


async def test_the_newest_act_chooses_the_window(campaign: CampaignRows) -> None:
    """The same act twice, and an older one late, change nothing; what has no number is taken as it comes."""
    before = (await campaign.row("campaigns", campaign.campaign_id))["plan"]
    windows = []
    for window, act in ((5, 7), (6, 7), (4, 3), (3, 0), (2, 6), (9, 8)):
        async with campaign.database.transaction() as session:
            await campaigns.set_window(session, campaign.account_id, campaign.campaign_id, window, act)
        row = await campaign.row("campaigns", campaign.campaign_id)
        windows.append((row["plan"]["window"], row["window_act"]))
    assert [(5, 7), (5, 7), (5, 7), (3, 7), (3, 7), (9, 8)] == windows
    assert before | {"window": 9} == row["plan"]


async def test_the_newest_act_chooses_a_calls_moment(campaign: CampaignRows) -> None:
    """It is a person's choice then: nobody's back-off, and no reason of before."""
    call_id = await campaign.call("+4930555001")
    await campaign.run(
        "UPDATE calls SET state = 'waiting', not_before_because = 'busy', backs_off = true, why = 'busy' WHERE id = :call",
        call=call_id,
    )
    await _choose(campaign, call_id, LATE, 7)
    row = await campaign.row("calls", call_id)
    names = ("not_before", "next_attempt_at", "why", "not_before_because", "backs_off", "moment_act", "state")
    assert (LATE, LATE, CHOSEN, None, False, 7, "waiting") == tuple(row[name] for name in names)
    moments = []
    for act in (7, 3, 0, 6, 8):
        await _choose(campaign, call_id, EARLY + timedelta(hours=act), act)
        moments.append((await campaign.row("calls", call_id))["not_before"])
    assert [LATE, LATE, EARLY, EARLY, EARLY + timedelta(hours=8)] == moments
    await campaign.run("UPDATE calls SET state = 'closed' WHERE id = :call", call=call_id)
    await _choose(campaign, call_id, LATE, 9)
    assert EARLY + timedelta(hours=8) == (await campaign.row("calls", call_id))["not_before"]


async def _choose(campaign: CampaignRows, call_id: CallId, at: datetime, act: int) -> None:
    async with campaign.database.transaction() as session:
        await set_not_before(session, campaign.account_id, call_id, at, act)


# How a call waits: its state, how soon it goes on and the moment chosen for it, both in minutes; and whether a resume has it go on now.
WAITS: dict[str, tuple[str, int, int | None, bool]] = {
    "for the pause alone": ("waiting", 14, None, True),
    "for the pause, its moment being past": ("waiting", 14, -5, True),
    "for its hours": ("waiting", 600, None, False),
    "for its moment": ("waiting", 10, 10, False),
    "in line": ("queued", 14, None, False),
}


@pytest.mark.parametrize("wait", WAITS)
async def test_a_resume_makes_due_what_waited_for_nothing_else(campaign: CampaignRows, wait: str) -> None:
    """Requirement 101; and a pause makes nothing due."""
    state, goes_on, chosen, is_due = WAITS[wait]
    call_id = await campaign.call("+4930555001")
    now = datetime.now(UTC)
    until = now + timedelta(minutes=goes_on)
    await campaign.run(
        "UPDATE calls SET state = :state, next_attempt_at = :until, not_before = :chosen WHERE id = :call",
        call=call_id,
        state=state,
        until=until,
        chosen=None if chosen is None else now + timedelta(minutes=chosen),
    )
    for to, due in ((CampaignState.PAUSED, False), (CampaignState.RUNNING, is_due)):
        await campaign.set_state(to)
        goes_on_at = (await campaign.row("calls", call_id))["next_attempt_at"]
        assert (goes_on_at < now + timedelta(minutes=1)) is due


# A call's state, its age in seconds, whether it has an attempt and a campaign; whose it is to begin: "direct", "claim" or nobody's.
BEGUN: list[tuple[str, int, bool, bool, str]] = [
    ("claimed", 60, False, False, "direct claim"),
    ("queued", 60, False, False, "direct"),
    ("claimed", 1, False, False, ""),
    ("waiting", 60, False, False, ""),
    ("queued", 60, True, False, ""),
    ("closed", 60, False, False, ""),
    ("claimed", 60, False, True, "claim"),
    ("claimed", 1, False, True, ""),
    ("queued", 60, False, True, ""),
]


async def test_each_repair_looks_at_what_may_be_broken_and_at_nothing_else(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Over all accounts: campaigns whose workflow must exist, commits that are half done, calls that never began."""
    must_run, committing, begins = set(), set(), {}
    for account in ("one", "another"):
        async with fresh_database.transaction() as session:
            account_id = await ensure_account(session, account)
        for state in CampaignState:
            rows = await running_campaign(fresh_database, key_ring, account_id)
            await rows.run(
                "UPDATE campaigns SET state = :state, started_at = now() - interval '60 s' WHERE id = :id",
                state=str(state),
            )
            if state in (CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.CANCELLING):
                must_run.add((account_id, rows.campaign_id, state))
        young = await running_campaign(fresh_database, key_ring, account_id)
        await young.run("UPDATE campaigns SET started_at = now() WHERE id = :id")
        for each in ImportState:
            import_id = new_id("imp")
            await young.run(
                "INSERT INTO lead_imports (id, account_id, campaign_id, file_name, state) "
                "VALUES (:import, :account, :id, '', :state)",
                **{"import": import_id, "account": account_id, "state": str(each)},
            )
            if each is ImportState.COMMITTING:
                committing.add((account_id, import_id))
        for place, (call_state, age, attempted, in_campaign, whose) in enumerate(BEGUN):
            number = f"+4930777{place:04}"
            call_id = await (young.call(number) if in_campaign else young.single_call(number))
            begins[call_id] = whose
            await young.run(
                """
                WITH aged AS (
                    UPDATE calls SET state = :state, created_at = now() - :age * interval '1 s' WHERE id = :call)
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id)
                SELECT c.id || '-1', l.account_id, c.id, 1, l.number_hash, c.trunk_id
                FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call AND :attempted
                """,
                state=call_state,
                age=age,
                call=call_id,
                attempted=attempted,
            )
    async with fresh_database.transaction() as session:
        running = await campaigns.running_campaigns(session)
        unfinished = await lead_imports.unfinished_commits(session)
        unbegun = await direct_calls.unbegun_calls(session)
        stale = await claims.open_calls(session, None, key_ring, stale_claims=True)
    assert must_run == {(each.account_id, each.campaign_id, each.state) for each in running}
    assert committing == set(unfinished)
    assert [call_id for call_id, whose in begins.items() if "direct" in whose] == [
        each.call_id for each in unbegun
    ]
    assert [call_id for call_id, whose in begins.items() if "claim" in whose] == [
        each.call_id for each in stale
    ]


async def test_another_feeder_goes_on_behind_the_last_round(campaign: CampaignRows) -> None:
    async with campaign.database.transaction() as session:
        assert 0 == await campaigns.last_round(session, campaign.account_id, campaign.campaign_id)
    for place, claimed_in in enumerate((4, 2, 3)):
        lead_id = await campaign.lead(f"+493055500{place}")
        await campaign.run(
            "UPDATE leads SET claim_round = :round WHERE id = :lead", round=claimed_in, lead=lead_id
        )
    async with campaign.database.transaction() as session:
        assert 4 == await campaigns.last_round(session, campaign.account_id, campaign.campaign_id)


@pytest.mark.parametrize(("may_queue", "at"), [(True, None), (False, LATE)])
async def test_a_single_call_is_planned_once_as_it_is_wanted(
    campaign: CampaignRows, may_queue: bool, at: datetime | None
) -> None:
    made_of = await campaign.row("campaigns", campaign.campaign_id)
    lead_id = await campaign.lead("+4930555001")
    call = direct_calls.DirectCall(
        CallId(f"call_{lead_id[5:]}"),
        lead_id,
        campaign.trunk_id,
        made_of["script_version_id"],
        made_of["agent_id"],
        CampaignPlan(window=3),
        may_queue,
        at,
    )
    async with campaign.database.transaction() as session:
        planned = [await direct_calls.add_direct_call(session, campaign.account_id, call) for _ in range(2)]
    assert [True, False] == planned
    row = await campaign.row("calls", call.call_id)
    expected = {
        "campaign_id": None,
        "lead_id": lead_id,
        "trunk_id": campaign.trunk_id,
        "script_version_id": call.script_version_id,
        "agent_id": call.agent_id,
        "state": "claimed",
        "may_queue": may_queue,
        "not_before": at,
        "next_attempt_at": at,
    }
    assert expected == {name: row[name] for name in expected}
    assert 3 == row["plan"]["window"]
