"""The feeder's rounds: short ones, so that an operator's word is heard between them, and none of them forgets a lead."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from activities import campaigns
from activities.campaigns import CampaignActivities
from database import lead_imports, suppression_lists
from database.claims import FeedState
from database.sealing import KeyRing
from database.suppressions import suppress
from domain.calls import DialKind, ReadinessKind
from domain.campaigns import CampaignPlan, CampaignState, FeedResult, FeedRound, Purpose
from domain.errors import Conflict
from domain.identifiers import CallId, ImportId
from domain.permits import waits_for_text
from domain.suppression_lists import ListKind, NamedList
from startup.rule_packs import read_rule_packs
from tests.activities.scene import Scene, run

NUMBERS = ("+12025550130", "+12025550131", "+12025550132")


async def test_a_round_that_was_cut_short_goes_on_although_no_lead_is_ready_any_more(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own claims took the last leads; before, these waited for the repair, up to a minute."""
    for number in NUMBERS:
        await scene.campaign.lead(number)
    campaign = scene.campaign
    feed = CampaignActivities(scene.tools).feed
    monkeypatch.setattr(campaigns, "BATCH_SECONDS", -1.0)
    cut_short = await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1))
    assert (0, False) == (cut_short.started, cut_short.whole)

    monkeypatch.undo()
    rest = await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1, begun=1))

    assert (2, True) == (rest.started, rest.whole)
    assert 2 == len(scene.temporal.started)


async def test_a_round_admits_few_more_calls_than_there_are_lines(scene: Scene) -> None:
    """Design, section 5: two lines and two calls ahead, however wide the window is."""
    for line in range(8):
        await scene.campaign.lead(f"+120255501{line:02}")
    fed = FeedResult(
        CampaignState.RUNNING,
        started=4,
        whole=True,
        wait_seconds=0.0,
        done=False,
        note="0 calls due of 20, leads remain",
    )
    assert fed == await _feed(scene)


IDLE = FeedState(
    CampaignState.RUNNING,
    window=9,
    due=3,
    ready=True,
    open=True,
    lines=8,
    next_in=None,
    paused_for=None,
    repeated=False,
)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("stands", "room"),
    [
        ({}, 6),
        ({"window": 4}, 1),
        ({"window": 3}, 0),
        ({"window": 2}, 0),
        ({"lines": 2}, 1),
        ({"lines": 0}, 0),
        ({"window": 1000, "lines": 1000}, campaigns.BATCH),
        ({"window": 1000, "lines": 1000, "due": 990}, 10),
        ({"paused_for": SECOND}, 0),
    ],
)
def test_as_many_calls_become_due_as_the_window_and_the_lines_let(stands: dict[str, Any], room: int) -> None:
    """Design, section 5: two beyond the lines, a batch in a round, none for a paused trunk, and fewer than none is none."""
    assert room == campaigns._room(replace(IDLE, **stands))


@pytest.mark.parametrize(
    ("stands", "rest"),
    [
        ({}, 1.0),
        ({"ready": False}, 5.0),
        ({"due": 0}, 15.0),
        ({"due": 0, "next_in": 40 * SECOND}, 40.0),
        ({"due": 0, "next_in": 400 * SECOND}, 60.0),
        ({"due": 0, "next_in": -SECOND}, 1.0),
        ({"paused_for": 30 * SECOND}, 30.0),
        ({"paused_for": 30 * SECOND, "next_in": 40 * SECOND}, 30.0),
        ({"due": 0, "paused_for": 400 * SECOND}, 60.0),
    ],
)
def test_a_campaign_rests_until_there_may_be_something_to_do(stands: dict[str, Any], rest: float) -> None:
    """A second while calls are due and leads remain, until the trunk's pause is over, until the next call wakes; a minute at
    the most.
    """
    told = campaigns._idle(replace(IDLE, **stands))
    assert (rest, 0, True, False) == (told.wait_seconds, told.started, told.whole, told.done)


@pytest.mark.parametrize(
    ("stands", "note"),
    [
        ({}, "3 calls due of 9, leads remain"),
        ({"ready": False}, "3 calls due of 9, no lead remains"),
        ({"open": False, "due": 0}, "0 calls due of 9, leads remain"),
        ({"paused_for": SECOND}, "3 calls due of 9, leads remain; the trunk is paused"),
    ],
)
def test_a_campaign_says_why_it_rests(stands: dict[str, Any], note: str) -> None:
    """Requirement 161: it is shown at the timer."""
    assert note == campaigns._idle(replace(IDLE, **stands)).note


PARIS, SYDNEY, NEW_YORK = "fr|Europe/Paris|FR|", "au|Australia/Sydney|AU|NSW", "us|America/New_York|US|NY"
NOBODYS, UNREADABLE = "nobody|Europe/Berlin|DE|", "unreadable"


@pytest.mark.parametrize(
    ("now", "open_keys"),
    [
        (datetime(2027, 7, 13, 9, tzinfo=UTC), [SYDNEY, PARIS]),
        (datetime(2027, 7, 14, 9, tzinfo=UTC), [SYDNEY]),
        (datetime(2027, 7, 14, 15, tzinfo=UTC), [NEW_YORK]),
        (datetime(2027, 1, 4, 23, tzinfo=UTC), [SYDNEY, NEW_YORK]),
        (datetime(2026, 12, 31, 23, tzinfo=UTC), [NEW_YORK]),
    ],
    ids=["a morning", "a holiday in France", "its afternoon", "a night", "New Year, in Sydney already"],
)
def test_leads_whose_rules_let_them_be_called_now_come_first_each_in_a_fixed_order(
    now: datetime, open_keys: list[str]
) -> None:
    """Whatever the order in which the record names them: a repeated round claims the same."""
    keys = [UNREADABLE, PARIS, SYDNEY, NOBODYS, NEW_YORK]
    closed_keys = sorted(set(keys) - set(open_keys))
    for named in (keys, keys[::-1]):
        assert (open_keys, closed_keys) == campaigns._by_hours(named, read_rule_packs(), now)


def test_only_what_is_completed_is_done() -> None:
    told = {state: campaigns._idle(replace(IDLE, state=state, ready=False)) for state in CampaignState}
    assert {CampaignState.COMPLETED} == {state for state, each in told.items() if each.done}
    assert all(state is each.state for state, each in told.items())


async def test_a_campaign_is_not_over_while_an_import_is_being_committed(scene: Scene) -> None:
    """A commit may be cut off by a crash with some of its leads released and called."""
    import_id = await _staged_import(scene)
    async with scene.tools.database.transaction() as session:
        await lead_imports.begin_commit(session, scene.campaign.account_id, import_id)
    assert not (await _feed(scene)).done
    async with scene.tools.database.transaction() as session:
        await lead_imports.finish_commit(session, scene.campaign.account_id, import_id, datetime.now(UTC))
    assert (await _feed(scene)).done
    assert "completed" == (await scene.campaign.row("campaigns", scene.campaign.campaign_id))["state"]


async def test_a_commit_that_begins_while_the_feeder_looks_is_seen_by_it(scene: Scene) -> None:
    import_id = await _staged_import(scene)
    async with scene.tools.database.transaction() as session:
        await lead_imports.begin_commit(session, scene.campaign.account_id, import_id)
        looking = asyncio.create_task(_feed(scene))
        await _until_blocked(scene)
    assert not (await looking).done


async def test_a_commit_that_begins_after_the_end_is_refused(scene: Scene) -> None:
    import_id = await _staged_import(scene)
    assert (await _feed(scene)).done
    with pytest.raises(Conflict):
        async with scene.tools.database.transaction() as session:
            await lead_imports.begin_commit(session, scene.campaign.account_id, import_id)


async def test_a_round_whose_answer_was_lost_says_again_that_the_campaign_is_over(scene: Scene) -> None:
    """The worker died after the end was stored: the local activity runs anew."""
    first, again = await _feed(scene), await _feed(scene)
    assert [(True, CampaignState.COMPLETED)] * 2 == [(told.done, told.state) for told in (first, again)]


async def _feed(scene: Scene) -> FeedResult:
    feed_round = FeedRound(scene.campaign.account_id, scene.campaign.campaign_id, 1)
    return await run(CampaignActivities(scene.tools).feed, feed_round)


async def _staged_import(scene: Scene) -> ImportId:
    account_id, campaign_id = scene.campaign.account_id, scene.campaign.campaign_id
    async with scene.tools.database.transaction() as session:
        import_id = await lead_imports.begin_import(
            session, account_id, campaign_id, file_name="late.csv", replace=False
        )
        await lead_imports.finish_import(session, account_id, import_id, 0)
    return import_id


async def _until_blocked(scene: Scene) -> None:
    """Until some transaction waits for a lock in this database."""
    async with asyncio.timeout(10):
        while not await scene.campaign.rows(
            "SELECT 1 AS one FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        ):
            continue


async def test_leads_who_may_be_called_now_come_before_the_others(scene: Scene) -> None:
    """One closed continent cannot stall the others; here it is rules that nobody knows, which are never open."""
    closed = [await scene.campaign.lead(number, hours_key="nobody|Europe/Berlin|DE|") for number in NUMBERS]
    callable_now = [await scene.campaign.lead(f"+120255502{place:02}") for place in range(4)]
    campaign = scene.campaign
    fed = await run(
        CampaignActivities(scene.tools).feed, FeedRound(campaign.account_id, campaign.campaign_id, 1)
    )
    assert 4 == fed.started, "two lines, and two calls more"
    claimed = await campaign.rows("SELECT lead_id FROM calls WHERE account_id = :account_id")
    assert set(callable_now) == {row["lead_id"] for row in claimed}
    assert not {row["lead_id"] for row in claimed} & set(closed)


async def test_leads_who_may_not_be_called_now_are_planned_all_the_same(scene: Scene) -> None:
    """Each waits for its own hours, or is refused with its reason; nobody is left behind."""
    for number in NUMBERS:
        await scene.campaign.lead(number, hours_key="nobody|Europe/Berlin|DE|")
    assert 3 == (await _feed(scene)).started == len(scene.temporal.started)


@pytest.mark.parametrize("state", [each for each in CampaignState if each is not CampaignState.RUNNING])
async def test_only_a_campaign_that_runs_is_fed(scene: Scene, state: CampaignState) -> None:
    """Requirement 101."""
    await scene.campaign.lead(NUMBERS[0])
    await scene.campaign.run("UPDATE campaigns SET state = :state WHERE id = :id", state=str(state))
    fed = await _feed(scene)
    assert (state, 0, []) == (fed.state, fed.started, scene.temporal.started)


async def test_a_round_stops_with_its_campaign(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requirement 101: paused while the first of three calls is being started; the round is gone on with after a resume."""
    monkeypatch.setattr(campaigns, "_LOOK_AGAIN_SECONDS", -1.0)
    for number in NUMBERS:
        await scene.campaign.lead(number)

    async def pause() -> None:
        scene.temporal.before_start = None
        await scene.campaign.set_state(CampaignState.PAUSED)

    scene.temporal.before_start = pause
    fed = await _feed(scene)
    assert (1, False, 1) == (fed.started, fed.whole, len(scene.temporal.started))


async def test_listed_leads_are_looked_for_further_and_further_ahead(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While there are some, and never so far that one statement takes long."""
    ahead: list[int] = []

    async def refuse(*_: Any, **asked: Any) -> int:
        ahead.append(asked["ahead"])
        return 7 if len(ahead) < 6 else 0

    monkeypatch.setattr(campaigns, "refuse_listed", refuse)
    await scene.campaign.lead(NUMBERS[0])
    await _feed(scene)
    assert [25, 100, 400, 1600, 4000, 4000] == ahead


async def test_of_a_rounds_second_half_is_left_for_calls_however_many_leads_are_listed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An operator's word is heard in time, and whoever may be called does not wait behind those who may not."""
    moment, looks = 0.0, []
    monkeypatch.setattr(campaigns, "time", SimpleNamespace(monotonic=lambda: moment))

    async def refuse(*_: Any, **__: Any) -> int:
        nonlocal moment
        looks.append(moment)
        moment += 0.25
        return 1 if len(looks) < 9 else 0

    async def takes_its_time() -> None:
        nonlocal moment
        moment += 0.25

    monkeypatch.setattr(campaigns, "refuse_listed", refuse)
    scene.temporal.before_start = takes_its_time
    for place in range(4):
        await scene.campaign.lead(f"+120255505{place:02}")
    fed = await _feed(scene)
    assert ([0.0, 0.25], 3, False) == (looks, fed.started, fed.whole)


async def test_a_round_asks_ten_times_a_second_whether_its_campaign_still_runs(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment, asked = 0.0, []
    monkeypatch.setattr(campaigns, "time", SimpleNamespace(monotonic=lambda: moment))

    async def is_running(*_: Any) -> bool:
        asked.append(moment)
        return True

    async def takes_its_time() -> None:
        nonlocal moment
        moment += 0.0625

    monkeypatch.setattr(CampaignActivities, "_is_running", is_running)
    scene.temporal.before_start = takes_its_time
    for place in range(4):
        await scene.campaign.lead(f"+120255506{place:02}")
    assert 4 == (await _feed(scene)).started
    assert [0.125] == asked


async def test_a_call_that_may_be_dialled_now_is_told_so(scene: Scene) -> None:
    """What it would find itself; two of the four that are planned hold a line, the others are in line."""
    for place in range(4):
        await scene.campaign.lead(f"+120255504{place:02}")
    await _feed(scene)
    told = {order.call_id: order.ready for order in scene.temporal.orders.values() if order.ready is not None}
    ready = [call_id for call_id, found in told.items() if found.kind is ReadinessKind.READY]
    assert (4, 2) == (len(told), len(ready))
    for call_id, found in told.items():
        own = await scene.prepare(call_id)
        if call_id in ready:
            assert found == own
        else:
            assert replace(found, waits_for=own.waits_for) == own
            assert "waits for its turn" == waits_for_text(found.waits_for)
    for call_id in ready:
        assert DialKind.PLACED is (await scene.dial(call_id)).kind


async def test_a_call_that_may_not_be_dialled_now_looks_for_itself(scene: Scene) -> None:
    """Law 3: it waits without a dial."""
    today = datetime.now(UTC).date()
    closed_on = tuple(str(today + timedelta(days=day)) for day in (-1, 0, 1))
    await scene.campaign.set_plan(CampaignPlan(closed_on=closed_on))
    await scene.campaign.lead(NUMBERS[0])
    await _feed(scene)
    [order] = scene.temporal.orders.values()
    assert (None, 1) == (order.ready, await scene.lines_taken())
    assert ReadinessKind.WAIT is (await scene.prepare(order.call_id)).kind


async def test_a_call_whose_lead_cannot_be_read_holds_no_other_up(scene: Scene) -> None:
    """Law 10: it finds so for itself."""
    unreadable, lead_id = await scene.campaign.lead(NUMBERS[0]), await scene.campaign.lead(NUMBERS[1])
    await scene.campaign.run("UPDATE leads SET person_sealed = 'nothing' WHERE id = :lead", lead=unreadable)
    await _feed(scene)
    ready = {call_id: order.ready is not None for call_id, order in scene.temporal.orders.items()}
    assert {f"call_{unreadable[5:]}": False, f"call_{lead_id[5:]}": True} == ready


async def test_a_round_that_is_repeated_finds_nobody_ready_who_was_dialled(scene: Scene) -> None:
    """Law 1: the answer of the round was lost; another worker starts its calls again."""
    await scene.campaign.lead(NUMBERS[0])
    await _feed(scene)
    [order] = scene.temporal.orders.values()
    assert DialKind.PLACED is (await scene.dial(order.call_id)).kind
    scene.temporal.open_workflows.clear()
    await _feed(scene)
    assert scene.temporal.orders[order.call_id].ready is None


async def test_leads_on_a_do_not_call_list_are_closed_together_without_a_workflow(
    scene: Scene, key_ring: KeyRing
) -> None:
    """Requirement 113: each with its decision as evidence, the one behind them is called in the same round."""
    campaign = scene.campaign
    listed = [f"+120255503{place:02}" for place in range(40)]
    for number in listed:
        await campaign.lead(number)
    called = await campaign.lead(NUMBERS[0])
    async with campaign.database.transaction() as session:
        await suppress(session, campaign.account_id, listed, key_ring, channel="voice", source="import")

    fed = await run(
        CampaignActivities(scene.tools).feed, FeedRound(campaign.account_id, campaign.campaign_id, 1)
    )

    assert (1, 1) == (fed.started, len(scene.temporal.started))
    closed = await campaign.rows(
        "SELECT c.lead_id, c.result, c.outcome, c.why, l.state AS lead, d.verdict, d.rule_set, d.reasons FROM calls c"
        " JOIN leads l ON l.id = c.lead_id JOIN decisions d ON d.call_id = c.id"
        " WHERE c.account_id = :account_id AND c.state = 'closed'"
    )
    assert len(listed) == len(closed)
    assert called not in {row.pop("lead_id") for row in closed}
    [alike] = {tuple(str(value) for value in row.values()) for row in closed}
    assert alike[:5] == ("never_dialled", "none", "The number is on a do-not-call list.", "closed", "refuse")
    assert alike[5].startswith("simulation@")
    assert "suppressed" in alike[6]


async def test_a_campaign_whose_leads_are_all_listed_ends_at_once(scene: Scene, key_ring: KeyRing) -> None:
    campaign = scene.campaign
    await campaign.lead(NUMBERS[0])
    async with campaign.database.transaction() as session:
        await suppress(session, campaign.account_id, [NUMBERS[0]], key_ring, channel="all", source="api")
    feed = CampaignActivities(scene.tools).feed
    first = await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 1))
    assert (0, 0.0, True, False) == (first.started, first.wait_seconds, first.whole, first.done)
    assert (await run(feed, FeedRound(campaign.account_id, campaign.campaign_id, 2))).done
    assert [] == scene.temporal.started


async def test_no_new_lead_overtakes_the_calls_that_a_resume_is_about_to_wake(scene: Scene) -> None:
    """Decision 0025: whoever was planned first goes first, though the walk that wakes them takes its time."""
    waiting = [await scene.campaign.call(number) for number in NUMBERS]
    await _prepared_while_paused(scene, waiting)
    for place in range(4):
        await scene.campaign.lead(f"+120255504{place:02}")
    await scene.campaign.set_state(CampaignState.RUNNING)

    assert 1 == (await _feed(scene)).started, "two lines, two calls more, three that are due"
    assert 0 == await scene.lines_taken(), "and it queues behind them"
    for call_id in waiting:
        await scene.prepare(call_id)
    held = await scene.campaign.rows("SELECT call_id FROM lines WHERE account_id = :account_id")
    assert set(waiting[:2]) == {line["call_id"] for line in held}


async def test_a_resume_hurries_nobody_who_waits_for_a_moment(scene: Scene) -> None:
    chosen, closed = [await scene.campaign.call(number) for number in NUMBERS[:2]]
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() + interval '5 minutes' WHERE id = :call", call=chosen
    )
    await _prepared_while_paused(scene, [chosen])
    await scene.campaign.run(
        "UPDATE calls SET state = 'waiting', next_attempt_at = now() + interval '9 hours' WHERE id = :call",
        call=closed,
    )
    sleep = "SELECT id, next_attempt_at FROM calls WHERE account_id = :account_id ORDER BY id"
    before = await scene.campaign.rows(sleep)
    await scene.campaign.set_state(CampaignState.RUNNING)
    assert before == await scene.campaign.rows(sleep)


async def _prepared_while_paused(scene: Scene, calls: list[CallId]) -> None:
    await scene.campaign.set_state(CampaignState.PAUSED)
    for call_id in calls:
        assert ReadinessKind.WAIT is (await scene.prepare(call_id)).kind


@pytest.mark.parametrize(
    ("age_days", "category", "started"), [(32, None, 0), (31, None, 1), (32, Purpose.MARKETING, 1)]
)
async def test_a_campaign_whose_list_is_old_claims_nobody_says_so_and_goes_on_when_it_is_refreshed(
    scene: Scene, age_days: int, category: Purpose | None, started: int
) -> None:
    """Law 3: a million calls that wait for a list would each ask again; a list of another purpose holds nothing up."""
    rows = scene.campaign
    await rows.lead("+493055501")
    async with rows.database.transaction() as session:
        list_id = await suppression_lists.add_list(
            session,
            rows.account_id,
            NamedList("", "Registry", category=category, max_age_days=31),
            ListKind.REGISTRY,
            source="",
            added_by="key_1",
        )
        for days in (age_days, 0):
            as_of = datetime.now(UTC).date() - timedelta(days=days)
            version = await suppression_lists.begin_version(session, rows.account_id, list_id, as_of, "key_1")
            if days:
                await suppression_lists.put_in_force(session, rows.account_id, list_id, version)
    fed = await _feed(scene)
    assert started == fed.started
    if not started:
        assert (CampaignState.RUNNING, False, 60.0, True) == (
            fed.state,
            fed.done,
            fed.wait_seconds,
            "Registry" in fed.note,
        )
        async with rows.database.transaction() as session:
            await suppression_lists.put_in_force(session, rows.account_id, list_id, version)
        assert 1 == (await _feed(scene)).started


async def test_a_list_stops_no_campaign_whose_plan_is_older_than_purposes(scene: Scene) -> None:
    """Such a plan is read as a survey's, by the feeder as by the dial."""
    rows = scene.campaign
    await rows.lead("+493055501")
    await rows.run("UPDATE campaigns SET plan = plan - 'purpose' WHERE id = :id", id=rows.campaign_id)
    async with rows.database.transaction() as session:
        await suppression_lists.add_list(
            session, rows.account_id, NamedList("", "Ours"), ListKind.OWN, source="", added_by="key_1"
        )
    assert 1 == (await _feed(scene)).started
