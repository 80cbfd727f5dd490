"""The sweep against a real PostgreSQL and a scripted carrier: no line leaks, none is freed beneath a live leg (law 6)."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from structlog.testing import capture_logs
from temporalio.testing import ActivityEnvironment

from activities import legs, orphan_sweep
from activities.orphan_sweep import SweepActivities
from database.api_keys import ensure_account
from database.placing import begin_placing
from database.sealing import KeyRing
from database.session import Database
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.errors import CredentialsRefused, ProviderUnavailable
from tests.activities.carrier import Answer, WorkerDied
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run, scene_of
from tests.database.campaign_rows import running_campaign

OVERDUE = "UPDATE calls SET created_at = created_at - interval '2 min' WHERE id = :call"


@pytest_asyncio.fixture
async def alone(fresh_database: Database, key_ring: KeyRing) -> Scene:
    """A scene in a database of its own: the sweep looks at every account."""
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    return scene_of(await running_campaign(fresh_database, key_ring, account_id))


async def test_an_orphan_whose_leg_is_over_is_closed_and_its_line_freed(alone: Scene) -> None:
    """Law 6, requirement 39: the callback and the workflow were lost, the carrier knows."""
    call_id = await _orphan(alone)
    alone.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    assert 1 == await _sweep(alone)
    assert ("closed", "busy", 0) == await _stands(alone, call_id)
    assert [await alone.workflow_of(call_id)] == alone.temporal.followed_up


async def test_an_orphan_whose_leg_lives_is_hung_up_first(alone: Scene) -> None:
    """Law 6."""
    call_id = await _orphan(alone)
    assert 1 == await _sweep(alone)
    assert [f"CA-{call_id}-1"] == alone.carrier.hung_up
    assert ("closed", "cancelled", 0) == await _stands(alone, call_id)


async def test_a_row_that_cannot_be_opened_stops_no_other(alone: Scene) -> None:
    """A key that this worker has not yet: its call is left to a later sweep, and named; the others are put right."""
    sealed, readable = await _orphan(alone), await _orphan(alone, number=OTHER_NUMBER)
    await alone.campaign.run(
        "UPDATE leads SET person_sealed = '\\x07' FROM calls WHERE calls.id = :call AND leads.id = calls.lead_id",
        call=sealed,
    )
    with capture_logs() as logs:
        assert 1 == await _sweep(alone)
    assert "closed" == (await alone.campaign.row("calls", readable))["state"]
    assert "closed" != (await alone.campaign.row("calls", sealed))["state"]
    lead_id = (await alone.campaign.row("calls", sealed))["lead_id"]
    assert [lead_id] == [line["lead_id"] for line in logs if line["event"] == "lead.unreadable"]


async def test_a_line_is_kept_while_the_carrier_says_that_the_leg_lives(
    alone: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6: its workflow is gone, but the leg outlives the hang-up; the line is freed when it is over."""
    monkeypatch.setattr(legs, "_HANG_UP_CHECKS", 1)
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0)
    call_id = await _orphan(alone)
    alone.carrier.answer(f"CA-{call_id}-1")
    alone.carrier.obeys = False
    assert 0 == await _sweep(alone)
    assert ("live", None, 1) == await _stands(alone, call_id)
    alone.carrier.obeys = True
    assert 1 == await _sweep(alone)
    assert 0 == await alone.lines_taken()


@pytest.mark.parametrize("error", [ProviderUnavailable(), CredentialsRefused()])
async def test_a_line_is_kept_while_the_carrier_cannot_be_asked(alone: Scene, error: Exception) -> None:
    """Law 6: silence is no word that the leg has ended."""
    call_id = await _orphan(alone)
    alone.carrier.away = error
    assert 0 == await _sweep(alone)
    assert ("dialling", None, 1) == await _stands(alone, call_id)
    alone.carrier.away = None
    assert 1 == await _sweep(alone)
    assert 0 == await alone.lines_taken()


@pytest.mark.parametrize("dialled", [True, False])
async def test_a_call_whose_workflow_lives_keeps_its_line(alone: Scene, dialled: bool) -> None:
    """Law 6: however long it takes, and though the carrier may already know better."""
    call_id = await alone.campaign.call(NUMBER)
    await (alone.prepared_dial(call_id) if dialled else alone.prepare(call_id))
    await _overdue(alone, call_id)
    alone.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    alone.temporal.open_workflows.add(await alone.workflow_of(call_id))
    before = await alone.campaign.snapshot()
    assert 0 == await _sweep(alone)
    assert before == await alone.campaign.snapshot()
    assert ([], 1) == (alone.carrier.hung_up, await alone.lines_taken())


async def test_an_orphan_that_only_reserved_its_line_gives_it_back(alone: Scene) -> None:
    """Law 6: no leg ever was, and the carrier is not asked."""
    call_id = await alone.campaign.call(NUMBER)
    await alone.prepare(call_id)
    await _overdue(alone, call_id)
    alone.carrier.away = ProviderUnavailable()
    assert 1 == await _sweep(alone)
    assert ("closed", "cancelled", 0) == await _stands(alone, call_id)


async def test_a_call_too_young_to_be_an_orphan_is_left_alone(alone: Scene) -> None:
    """Its workflow may be about to start."""
    call_id = await alone.campaign.call(NUMBER)
    await alone.prepared_dial(call_id)
    assert 0 == await _sweep(alone)
    assert ("dialling", None, 1) == await _stands(alone, call_id)


# What the sweep closes has one outcome, like any other call (law 5).


async def test_an_orphan_keeps_what_its_conversation_came_to(alone: Scene) -> None:
    """Laws 4 and 5: the workflow was lost between the report and the close; an opt-out still counts."""
    call_id = await _orphan(alone)
    verdict = Verdict(BusinessOutcome.OPT_OUT, "Do not call me again.")
    await alone.converse(call_id, verdict, EndReason.OPT_OUT)
    alone.carrier.end(f"CA-{call_id}-1", None)
    assert 1 == await _sweep(alone)
    call = await alone.campaign.row("calls", call_id)
    assert ("closed", "talked", "opt_out") == (call["state"], call["result"], call["outcome"])
    assert 1 == len((await alone.campaign.snapshot())["suppressions"])


async def test_an_orphan_between_a_legs_end_and_its_close_is_closed_by_its_result(alone: Scene) -> None:
    """Law 5: every attempt has its one result; the retry that nobody would make is given up."""
    call_id = await _orphan(alone)
    alone.carrier.end(f"CA-{call_id}-1", TechnicalResult.NO_ANSWER)
    await run(legs.LegActivities(alone.tools).check_leg, alone.attempt(call_id))
    assert 1 == await _sweep(alone)
    assert ("closed", "no_answer", 0) == await _stands(alone, call_id)
    attempt = await alone.campaign.row("attempts", f"{call_id}-1")
    assert ("closed", "no_answer") == (attempt["state"], attempt["result"])


# Dials of unknown fate.


async def test_an_orphans_dial_of_unknown_fate_is_found_and_hung_up(alone: Scene) -> None:
    """Laws 1 and 6: the worker died after the telephone rang."""
    call_id = await _orphan(alone, Answer(WorkerDied(), found_after=1))
    assert 1 == await _sweep(alone)
    assert [f"CA-{call_id}-1"] == alone.carrier.hung_up
    assert ("closed", "cancelled", 0) == await _stands(alone, call_id)


async def test_an_orphans_dial_that_never_was_does_not_hold_its_line_for_ever(alone: Scene) -> None:
    """Laws 1 and 6: past all hope it is unconfirmed, so that no other call dials the number at once."""
    call_id = await _orphan(alone, Answer(WorkerDied(), dials=False))
    alone.within(send_limit=timedelta(0), unconfirmed_after=timedelta(milliseconds=100))
    assert 1 == await _sweep(alone)
    assert ("closed", "unconfirmed", 0) == await _stands(alone, call_id)
    assert 1 == len(alone.carrier.requests)


async def test_an_orphans_dial_of_unknown_fate_keeps_its_line_while_the_carrier_is_away(alone: Scene) -> None:
    """Law 6: not even past all hope is a line freed without the carrier's word."""
    call_id = await _orphan(alone, Answer(WorkerDied(), dials=False))
    alone.within(send_limit=timedelta(0), unconfirmed_after=timedelta(0))
    alone.carrier.away = ProviderUnavailable()
    assert 0 == await _sweep(alone)
    assert ("dialling", None, 1) == await _stands(alone, call_id)


async def test_a_dial_that_is_placed_while_its_call_is_being_closed_stops_the_close(alone: Scene) -> None:
    """Law 6: the dial of a terminated workflow still waits for its slot, and gets it now."""
    call_id = await _orphan(alone, Answer(WorkerDied(), dials=False))
    attempt = attempt_id(call_id, 1)
    await alone.campaign.run(
        "UPDATE attempts SET state = 'created', placing_at = NULL WHERE id = :a", a=attempt
    )
    async with alone.campaign.database.transaction() as session:
        await begin_placing(session, alone.campaign.account_id, attempt)
        sweeping = asyncio.create_task(_sweep(alone))
        await _until_blocked(alone)
    assert 0 == await sweeping
    assert ("dialling", None, 1) == await _stands(alone, call_id)


# The sweep as a whole.


async def test_a_claimed_call_that_never_began_is_started_and_keeps_what_it_has(alone: Scene) -> None:
    """Design, section 5: claimed but never begun."""
    call_id = await alone.campaign.call(NUMBER)
    await _overdue(alone, call_id)
    assert 1 == await _sweep(alone)
    assert [await alone.workflow_of(call_id)] == alone.temporal.started
    assert ("claimed", None, 0) == await _stands(alone, call_id)


@pytest.mark.parametrize("state", ["queued", "waiting"])
async def test_a_call_that_began_and_lost_its_workflow_is_closed_and_not_begun_again(
    alone: Scene, state: str
) -> None:
    """Whoever ended its workflow did not want another one."""
    call_id = await alone.campaign.call(NUMBER)
    await _overdue(alone, call_id)
    await alone.campaign.run(
        "UPDATE calls SET state = :state, next_attempt_at = now() - interval '1 h' WHERE id = :call",
        state=state,
        call=call_id,
    )
    assert 1 == await _sweep(alone)
    assert ([], [await alone.workflow_of(call_id)]) == (alone.temporal.started, alone.temporal.followed_up)
    assert ("closed", "cancelled", 0) == await _stands(alone, call_id)


async def test_a_claimed_call_whose_workflow_was_ended_before_its_first_step_is_closed(alone: Scene) -> None:
    """It cannot be started a second time, and would count as due for ever."""
    call_id = await alone.campaign.call(NUMBER)
    await _overdue(alone, call_id)
    alone.temporal.closed_workflows.add(await alone.workflow_of(call_id))
    assert 1 == await _sweep(alone)
    assert ("closed", "cancelled", 0) == await _stands(alone, call_id)


async def test_one_call_that_cannot_be_closed_holds_up_no_other(
    alone: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6: it comes first at every sweep; the others' lines must not wait for it."""
    monkeypatch.setattr(legs, "_HANG_UP_CHECKS", 1)
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0)
    stuck, other = sorted([await _orphan(alone), await _orphan(alone, number=OTHER_NUMBER)])
    alone.carrier.obeys = False
    alone.carrier.end(f"CA-{other}-1", TechnicalResult.BUSY)
    assert 1 == await _sweep(alone)
    assert ("dialling", None, 1) == await _stands(alone, stuck)
    assert ("closed", "busy", 1) == await _stands(alone, other)


async def test_a_call_whose_row_cannot_be_read_holds_up_no_other(alone: Scene) -> None:
    """Law 6: a row that another version wrote ended every sweep where it stood, for ever."""
    unreadable, other = sorted([await _orphan(alone), await _orphan(alone, number=OTHER_NUMBER)])
    for call_id in (unreadable, other):
        alone.carrier.end(f"CA-{call_id}-1", TechnicalResult.BUSY)
    await alone.campaign.run(
        """UPDATE calls SET plan = '{"window": "wide"}' WHERE id = :call""", call=unreadable
    )
    assert 1 == await _sweep(alone)
    assert ("dialling", None, 1) == await _stands(alone, unreadable)
    assert ("closed", "busy", 1) == await _stands(alone, other)


async def test_a_repeated_sweep_changes_nothing(alone: Scene) -> None:
    await _orphan(alone)
    await _sweep(alone)
    before = await alone.campaign.snapshot()
    assert 0 == await _sweep(alone)
    assert before == await alone.campaign.snapshot()


async def test_a_sweep_that_was_cut_goes_on_behind_the_last_call_it_saw(alone: Scene) -> None:
    first, second = sorted([await _orphan(alone), await _orphan(alone, number=OTHER_NUMBER)])
    assert 1 == await _sweep(alone, after=first)
    assert ("dialling", "closed") == ((await _stands(alone, first))[0], (await _stands(alone, second))[0])


async def test_a_sweep_reads_on_behind_a_page_that_is_full(
    alone: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orphan_sweep, "_PAGE", 1)
    orphans = sorted([await _orphan(alone), await _orphan(alone, number=OTHER_NUMBER)])
    seen: list[str] = []
    assert 2 == await _sweep(alone, seen=seen)
    assert orphans == list(dict.fromkeys(seen)), "and says where it is"


async def _sweep(scene: Scene, *, after: str | None = None, seen: list[str] | None = None) -> int:
    environment = ActivityEnvironment()
    environment.on_heartbeat = lambda *details: None if seen is None else seen.extend(details)
    if after is not None:
        environment.info = replace(environment.info, heartbeat_details=[after])
    return await environment.run(SweepActivities(scene.tools).sweep)


async def _orphan(scene: Scene, answer: Answer | None = None, *, number: str = NUMBER) -> CallId:
    """A call that was dialled a while ago and whose workflow is gone."""
    call_id = await scene.campaign.call(number)
    scene.carrier.answers = [answer or Answer()]
    with suppress(WorkerDied):
        await scene.prepared_dial(call_id)
    await _overdue(scene, call_id)
    return call_id


async def _overdue(scene: Scene, call_id: CallId) -> None:
    await scene.campaign.run(OVERDUE, call=call_id)


async def _stands(scene: Scene, call_id: CallId) -> tuple[str, str | None, int]:
    """The call's state and result, and how many lines are taken."""
    call = await scene.campaign.row("calls", call_id)
    return call["state"], call["result"], await scene.lines_taken()


async def _until_blocked(scene: Scene) -> None:
    """Until some transaction waits for a lock in this database."""
    async with asyncio.timeout(10):
        while not await scene.campaign.rows(
            "SELECT 1 AS one FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        ):
            continue
