"""What goes when its time is over: by class and country, in batches that may be cut off, beside each other; what stays, and the receipt.

Requirements 160 and 161.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import activities.retention
from activities.retention import RetentionActivities
from database import legal_holds, retention, retention_calls
from database.people import Person
from database.retention import RunView
from database.retention_plan import plan_retention, todays_date
from database.sealing import KeyRing
from database.session import Database
from domain.identifiers import AttemptId, CallId, call_workflow_id
from domain.retention import DueRun, RetentionOrder, RetentionSettings, SweepEnd, SweepOrder, Times, kept_for
from domain.retention_receipts import PlanLine
from startup.first_connections import open_account
from tests.activities.aged import acted, everything, held, lead_of, now_of, person_of, turned_on
from tests.activities.scene import Scene, run, scene_of
from tests.database.campaign_rows import media_process, running_campaign
from tests.database.locks import locks_taken
from tests.locks import held_to

HALF_A_YEAR, FIVE_YEARS, SEVEN_YEARS = 190, 1840, 2600
NUMBER, OTHER = "+4930555777100", "+4930555777200"


@pytest_asyncio.fixture
async def old(fresh_database: Database, key_ring: KeyRing) -> AsyncIterator[Scene]:
    """A campaign of the only account that there is."""
    async with fresh_database.transaction() as session:
        account_id = await open_account(session, "one")
    yield scene_of(await running_campaign(fresh_database, key_ring, account_id))


async def swept(scene: Scene, *, stretches: int = 50) -> RunView:
    """A run to its end, as the workflow orders it; its receipt."""
    steps = RetentionActivities(scene.tools)
    due: DueRun = await run(steps.due_retention, RetentionOrder())
    assert due.run_id is not None
    end = SweepEnd(more=True)
    for _ in range(stretches):
        end = await stretch(scene, due, end)
        if not end.more:
            break
    assert not end.more
    await run(steps.conclude_retention, due)
    await run(steps.conclude_retention, due)
    async with scene.campaign.database.transaction() as session:
        [view, *_] = await retention.list_runs(session, due.account_id, before=None, limit=1)
    assert due.run_id == view.id
    assert view.receipt is not None
    return view


async def stretch(scene: Scene, due: DueRun, before: SweepEnd | None = None) -> SweepEnd:
    """One stretch of the run, behind where the one before it ended."""
    assert due.run_id is not None
    begins = before or SweepEnd(more=True)
    order = SweepOrder(due.account_id, due.run_id, begins.step, begins.behind)
    end: SweepEnd = await run(RetentionActivities(scene.tools).sweep_retention, order)
    return end


async def plan(scene: Scene) -> dict[tuple[str, str], PlanLine]:
    """What would go, by class and store."""
    account_id = scene.campaign.account_id
    async with scene.campaign.database.transaction() as session:
        settings = await retention.get_settings(session, account_id)
        lines = await plan_retention(session, account_id, kept_for(settings, await todays_date(session)))
    return {(line.data_class, line.store): line for line in lines}


async def hold(scene: Scene, number: str) -> str:
    """A legal hold on whoever is at this number."""
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        return await legal_holds.set_hold(
            session, campaign.account_id, number, "claim 17", campaign.key_ring, set_by="key"
        )


def files(scene: Scene, call_id: CallId) -> tuple[str, bool]:
    """What is kept of the call's recording, and whether its flight record is."""
    attempt_id = AttemptId(f"{call_id}-1")
    found = scene.tools.recordings.find(scene.campaign.account_id, attempt_id)
    return type(found).__name__, scene.tools.recordings.flights.is_kept(attempt_id)


async def test_of_a_year_the_first_half_is_forgotten_and_the_evidence_stays(old: Scene) -> None:
    """Requirement 160: a call every ten days; what was said and of whom goes at six months, that they were called does not."""
    ages = range(5, 360, 10)
    calls = {days: await held(old, f"+49305557{days:05}", days) for days in ages}
    over = {days for days in ages if days > 183}
    for days in over:
        old.temporal.closed_workflows.add(
            call_workflow_id(calls[days], old.campaign.campaign_id, await lead_of(old.campaign, calls[days]))
        )
    await turned_on(old.campaign)
    async with old.campaign.database.transaction() as session:
        await media_process(session)
    planned = await plan(old)
    evidence = await old.campaign.rows("SELECT * FROM decisions ORDER BY id")
    with locks_taken(old.campaign.database) as locks:
        done = await swept(old)
    held_to("retention", {"a run": locks})
    for days, call_id in calls.items():
        number = f"+49305557{days:05}"
        whole = days not in over
        assert (Person(number, "Zebulon Quackenbush", "z@example.com") if whole else Person(number)) == (
            await person_of(old.campaign, call_id)
        )
        assert (("Recording", True) if whole else ("Deletion", False)) == files(old, call_id)
        row = await old.campaign.row("calls", call_id)
        assert (whole, "closed") == (row["content_gone_at"] is None, row["state"])
        assert ("said something" if whole else "") == row["why"]
    sealed = await old.campaign.rows("SELECT content_sealed, sentiment FROM conversations")
    opened = [old.campaign.key_ring.open(row["content_sealed"], old.campaign.account_id) for row in sealed]
    assert len(calls) - len(over) == sum(b"Quackenbush" in each for each in opened)
    assert len(over) == sum(row["sentiment"] == "neutral" for row in sealed)
    assert evidence == await old.campaign.rows("SELECT * FROM decisions ORDER BY id")
    gone = {
        "calls", "leads", "conversations", "conversation_snapshots", "recordings", "flight records", "workflow histories",
    }  # fmt: skip
    assert {f"content/{store}": len(over) for store in gone} == dict(done.gone)
    assert {("content", store): len(over) for store in gone} == {
        key: line.due for key, line in planned.items() if line.due
    }
    assert {"http://127.0.0.1:9"} == set(old.stage.forgot_phrases)
    assert done.receipt is not None
    assert {
        f"{line.data_class}/{line.store}": line.gone for line in done.receipt.lines if line.gone
    } == done.gone
    assert not any(line.left for line in done.receipt.lines)
    assert set(old.temporal.forgotten) == old.temporal.closed_workflows
    acts = await old.campaign.rows(
        "SELECT actor, subject, detail FROM audit_events WHERE action = 'retention.done'"
    )
    assert [("system", done.id, {"gone": done.gone})] == [tuple(act.values()) for act in acts]


async def test_evidence_goes_after_five_years_and_only_by_retention(old: Scene) -> None:
    """Law 5 of a database's owner too: a DELETE by hand is refused before and after."""
    ancient, young = await held(old, NUMBER, FIVE_YEARS), await held(old, OTHER, HALF_A_YEAR)
    await turned_on(old.campaign)
    for table in ("decisions", "call_events"):
        for door in ("", f"SET LOCAL outbound.retention = '{old.campaign.account_id}'"):
            with pytest.raises(DBAPIError, match="append-only"):
                await _by_hand(old, door, f"DELETE FROM {table} WHERE call_id = '{young}'")
        with pytest.raises(DBAPIError, match="append-only"):
            await _by_hand(
                old,
                "SET LOCAL outbound.retention = 'another'",
                f"DELETE FROM {table} WHERE call_id = '{ancient}'",
            )
        with pytest.raises(DBAPIError, match="append-only"):
            await _by_hand(old, "", f"TRUNCATE {table}")
    done = await swept(old)
    assert 1 == done.gone["evidence/calls"]
    rows = await everything(old.campaign)
    for table, found in rows.items():
        assert ancient not in str(found), table
    assert ("NoneType", False) == files(old, ancient)
    assert 1 == len(rows["decisions"])
    assert 1 == len(rows["leads"])
    assert [] == [name for name in old.tools.recordings._storage.objects if ancient in name]  # type: ignore[attr-defined]


async def _by_hand(scene: Scene, *statements: str) -> None:
    async with scene.campaign.database.transaction() as session:
        for statement in filter(None, statements):
            await session.execute(text(statement))


async def test_a_late_piece_of_evidence_keeps_its_call(old: Scene) -> None:
    call_id = await held(old, NUMBER, FIVE_YEARS)
    await old.campaign.run(
        """
            INSERT INTO call_events (account_id, call_id, kind, dedupe_key, stored_at)
            VALUES (:account, :call, 'crm.synced', 'late', now() - interval '4 years')
        """,
        account=old.campaign.account_id,
        call=call_id,
    )
    await turned_on(old.campaign)
    done = await swept(old)
    assert "evidence/calls" not in done.gone
    assert (await old.campaign.row("calls", call_id))["content_gone_at"] is not None


@pytest.mark.parametrize("days", [HALF_A_YEAR, FIVE_YEARS])
async def test_a_legal_hold_keeps_all_of_its_person_until_it_is_released(old: Scene, days: int) -> None:
    mine = await held(old, NUMBER, days)
    others = await held(old, OTHER, days)
    hold_id = await hold(old, NUMBER)
    await turned_on(old.campaign)
    before = [
        row
        for row in (await everything(old.campaign))["leads"]
        if row["id"] != await lead_of(old.campaign, others)
    ]
    assert 1 == (await plan(old))["content", "calls"].held
    done = await swept(old)
    assert done.receipt is not None
    [line] = [each for each in done.receipt.lines if (each.data_class, each.store) == ("content", "calls")]
    assert (1, 1, 0) == (line.gone, line.held, line.left)
    assert before == [
        row
        for row in (await everything(old.campaign))["leads"]
        if row["id"] == await lead_of(old.campaign, mine)
    ]
    assert ("Recording", True) == files(old, mine)
    async with old.campaign.database.transaction() as session:
        await legal_holds.release_hold(
            session, old.campaign.account_id, hold_id, released_by="key", at=await now_of(old.campaign)
        )
    assert 1 == (await swept(old)).gone["content/calls"]


async def test_a_hold_that_is_set_after_the_contents_went_keeps_the_evidence(old: Scene) -> None:
    call_id = await held(old, NUMBER, FIVE_YEARS)
    await turned_on(old.campaign, content_days=183)
    await old.campaign.run("UPDATE calls SET content_gone_at = now() WHERE id = :call", call=call_id)
    await hold(old, NUMBER)
    assert "evidence/calls" not in (await swept(old)).gone
    assert 1 == (await plan(old))["evidence", "calls"].held


async def test_a_hold_keeps_the_evidence_of_who_was_erased_before(old: Scene) -> None:
    """Their lead's row has the number no more; what was dialled has it."""
    call_id = await held(old, NUMBER, FIVE_YEARS)
    await old.campaign.run(
        "UPDATE leads SET state = 'erased', number_hash = sha256(convert_to(id, 'UTF8')) WHERE id = :lead",
        lead=await lead_of(old.campaign, call_id),
    )
    await hold(old, NUMBER)
    await turned_on(old.campaign)
    before = await everything(old.campaign)
    assert {} == (await swept(old)).gone
    assert before["attempts"] == (await everything(old.campaign))["attempts"]


async def test_a_call_in_flight_or_promised_stays_with_its_person(old: Scene) -> None:
    calls = {}
    for place, state in enumerate(("waiting", "queued", "live", "claimed")):
        calls[state] = await held(old, f"+4930555778{place:03}", HALF_A_YEAR)
        await old.campaign.run(
            "UPDATE calls SET state = :state WHERE id = :call",
            state=state,
            call=calls[state],
        )
    await turned_on(old.campaign)
    before = await everything(old.campaign)
    done = await swept(old)
    assert {} == done.gone
    after = await everything(old.campaign)
    assert before["leads"] == after["leads"]
    assert before["conversations"] == after["conversations"]
    assert done.receipt is not None
    [line] = [each for each in done.receipt.lines if (each.data_class, each.store) == ("content", "calls")]
    assert 4 == line.in_use


async def test_what_was_said_stays_while_the_calls_workflow_runs(old: Scene) -> None:
    """What follows a call may take days, and still reads whom it was with."""
    call_id = await held(old, NUMBER, HALF_A_YEAR)
    workflow = call_workflow_id(call_id, old.campaign.campaign_id, await lead_of(old.campaign, call_id))
    old.temporal.open_workflows.add(workflow)
    await turned_on(old.campaign)
    assert {} == (await swept(old)).gone
    assert Person(NUMBER, "Zebulon Quackenbush", "z@example.com") == await person_of(old.campaign, call_id)
    old.temporal.open_workflows.remove(workflow)
    old.temporal.closed_workflows.add(workflow)
    assert 1 == (await swept(old)).gone["content/workflow histories"]


async def test_a_number_that_is_being_dialled_is_left_for_another_time(old: Scene) -> None:
    """Nobody is waited for, and nobody waits."""
    await held(old, NUMBER, HALF_A_YEAR)
    await turned_on(old.campaign)
    ring, account = old.campaign.key_ring, old.campaign.account_id
    async with old.campaign.database.transaction() as session:
        await legal_holds.lock_number(session, ring.lookup(NUMBER, account))
        done = await swept(old)
    assert {} == done.gone
    assert done.receipt is not None
    assert 1 == sum(line.left for line in done.receipt.lines if line.store == "calls")
    assert 1 == (await swept(old)).gone["content/calls"]


async def test_another_account_loses_nothing(old: Scene) -> None:
    """Neither one whose retention is off, nor one that is on for longer."""
    async with old.campaign.database.transaction() as session:
        accounts = [await open_account(session, name) for name in ("off", "longer")]
    others = [
        scene_of(await running_campaign(old.campaign.database, old.campaign.key_ring, account))
        for account in accounts
    ]
    for scene in (old, *others):
        await held(scene, NUMBER, HALF_A_YEAR)
    await turned_on(old.campaign)
    await turned_on(others[1].campaign, content_days=400)
    before = [await everything(scene.campaign) for scene in others]
    assert 1 == (await swept(old)).gone["content/calls"]
    order, steps = RetentionOrder(), RetentionActivities(old.tools)
    accounts_seen = []
    while (due := await run(steps.due_retention, order)).account_id:
        accounts_seen.append(due.account_id)
        await stretch(old, due)
        order = RetentionOrder(after=due.account_id)
    assert sorted([old.campaign.account_id, accounts[1]]) == accounts_seen
    assert before == [await everything(scene.campaign) for scene in others]


async def test_one_that_is_off_sweeps_nothing_and_has_no_run(old: Scene) -> None:
    await held(old, NUMBER, FIVE_YEARS)
    assert DueRun() == await run(RetentionActivities(old.tools).due_retention, RetentionOrder())
    await turned_on(old.campaign)
    steps = RetentionActivities(old.tools)
    due = await run(steps.due_retention, RetentionOrder())
    async with old.campaign.database.transaction() as session:
        await retention.set_settings(session, old.campaign.account_id, RetentionSettings(is_on=False))
    before = await everything(old.campaign)
    assert not (await stretch(old, due)).more
    assert before == await everything(old.campaign)
    assert due == await run(steps.due_retention, RetentionOrder()), "an open run is brought to its end"
    await run(steps.conclude_retention, due)
    async with old.campaign.database.transaction() as session:
        [view] = await retention.list_runs(session, due.account_id, before=None, limit=9)
    assert view.receipt is not None
    assert ["Retention was turned off before it was over."] == view.receipt.notes


async def test_one_that_is_cut_off_anywhere_goes_on_and_counts_each_row_once(
    old: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between files and rows, and within each stretch: the second time finishes it, and the receipt is the same."""
    monkeypatch.setattr(activities.retention, "_CALLS", 3)
    calls = [await held(old, f"+4930555779{place:03}", HALF_A_YEAR + place) for place in range(10)]
    await turned_on(old.campaign)
    steps = RetentionActivities(old.tools)
    due = await run(steps.due_retention, RetentionOrder())
    forget, batches = retention_calls.forget_content, 0

    async def dies_in_the_second(*given: Any, **more: Any) -> dict[str, int]:
        nonlocal batches
        batches += 1
        if batches == 2:
            raise ConnectionError("killed")
        return await forget(*given, **more)

    monkeypatch.setattr(retention_calls, "forget_content", dies_in_the_second)
    with pytest.raises(ConnectionError):
        await stretch(old, due)
    gone = Counter(
        row["content_gone_at"] is None for row in await old.campaign.rows("SELECT content_gone_at FROM calls")
    )
    assert {False: 3, True: 7} == gone
    assert 6 == sum(files(old, call_id)[0] == "Deletion" for call_id in calls), (
        "three lost their files already"
    )
    done = await swept(old)
    assert (10, 10, 10, 10) == tuple(
        done.gone[f"content/{store}"] for store in ("calls", "leads", "conversations", "recordings")
    )


async def test_every_stretch_goes_on_however_short_it_is_and_whatever_is_kept(
    old: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a hold keeps is not looked at again and again: each stretch begins where the one before it ended."""
    monkeypatch.setattr(activities.retention, "_CALLS", 1)
    monkeypatch.setattr(activities.retention, "_STRETCH_SECONDS", 0.0)
    for place in range(6):
        await held(old, f"+4930555779{place:03}", FIVE_YEARS - place)
        if place < 4:
            await hold(old, f"+4930555779{place:03}")
    await turned_on(old.campaign)
    done = await swept(old, stretches=60)
    assert (2, 2) == (done.gone["content/calls"], done.gone["evidence/calls"])


async def test_two_side_by_side_delete_each_row_once(old: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activities.retention, "_CALLS", 2)
    for place in range(12):
        await held(old, f"+4930555779{place:03}", FIVE_YEARS if place % 2 else HALF_A_YEAR)
    await acted(old.campaign, SEVEN_YEARS, times=5)
    await turned_on(old.campaign)
    steps = RetentionActivities(old.tools)
    due = await run(steps.due_retention, RetentionOrder())
    await asyncio.gather(*(stretch(old, due) for _ in range(3)))
    done = await swept(old)
    assert (12, 6, 6, 5) == tuple(
        done.gone[name]
        for name in ("content/calls", "evidence/calls", "evidence/leads", "audit/audit_events")
    )
    assert 6 == len((await everything(old.campaign))["calls"])


async def test_countries_have_times_of_their_own(old: Scene) -> None:
    """Requirement 161: what is kept of a German for ninety days is kept of an Indian for half a year."""
    german = await held(old, "+4930555777300", 100, hours_key="de|Europe/Berlin|DE|")
    indian = await held(old, "+912255501234", 100, hours_key="in|Asia/Kolkata|IN|")
    unknown = await held(old, "+4930555777301", 100, hours_key="default|||")
    await turned_on(old.campaign, countries={"DE": Times(content_days=90)})
    assert 1 == (await swept(old)).gone["content/calls"]
    names = [(await person_of(old.campaign, call_id)).name for call_id in (german, indian, unknown)]
    assert ["", "Zebulon Quackenbush", "Zebulon Quackenbush"] == names
