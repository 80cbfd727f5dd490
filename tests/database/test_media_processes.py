"""Media processes tell that they live; a conversation that was cut off goes on in another, once in each epoch."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from database.api_keys import ensure_account
from database.conversations import open_stream, store_report
from database.media_processes import (
    MOST_EPOCHS,
    Beat,
    MediaPlace,
    Resumption,
    TakenSnapshot,
    all_places,
    beat,
    find_resumption,
)
from database.sealing import KeyRing
from database.session import Database, new_id
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Evidence, Snapshot, Verdict
from domain.errors import Superseded
from domain.identifiers import AttemptId, CallId, attempt_id
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Turn
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, scene_of
from tests.database.campaign_rows import running_campaign

ONE = MediaPlace("media-1", "ws://one", "http://one")
TWO = MediaPlace("media-2", "ws://two", "http://two")
BEGAN = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
STANDS = Snapshot(
    began_at=BEGAN,
    taken_ms=4_200,
    transcript=(Turn(Speaker.AGENT, "Hi Ann.", 0, 900), Turn(Speaker.PERSON, "Who is this?", 1_200, 2_000)),
    opened=True,
    closing=False,
    answered_by=AnsweredBy.PERSON,
    machine="none",
    evidence=(Evidence(AnsweredBy.PERSON, "short greeting", 500, 1.5),),
    carrier_hint="human",
    greeting_ms=12,
    replies_made=2,
    callback_phrase="tomorrow at nine",
    notes=("Noted.",),
    opt_out_phrase="",
    opt_out_stored=False,
    greeted_ms=300,
)


async def _tell(scene: Scene, place: MediaPlace, *snapshots: TakenSnapshot, accepts: bool = True) -> None:
    told = Beat(place, live=0, prepared=0, lag_ms=0.5, accepts=accepts)
    async with scene.campaign.database.transaction() as session:
        await beat(session, told, snapshots, scene.campaign.key_ring, age_seconds=0)


async def _silence(scene: Scene, place: MediaPlace) -> None:
    await scene.campaign.run(
        "UPDATE media_processes SET seen_at = now() - interval '4 s' WHERE process = :process",
        process=place.process,
    )


async def _answered(scene: Scene, epoch: int = 1, process: str = "media-1") -> tuple[CallId, AttemptId, str]:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    leg = (await scene.campaign.row("attempts", attempt))["carrier_call_id"]
    await _open(scene, attempt, leg, epoch, process)
    return call_id, attempt, leg


async def _open(scene: Scene, attempt: AttemptId, leg: str, epoch: int, process: str) -> Snapshot | None:
    key_ring = scene.campaign.key_ring
    async with scene.campaign.database.transaction() as session:
        opened = await open_stream(
            session, attempt, key_ring, carrier_call_id=leg, epoch=epoch, process=process
        )
    assert opened is not None
    return opened.cut_off


async def _resumption(scene: Scene, attempt: AttemptId, leg: str, lost: str = "media-1") -> Resumption | None:
    async with scene.campaign.database.transaction() as session:
        return await find_resumption(session, attempt, carrier_call_id=leg, lost=lost)


async def _report(scene: Scene, call_id: CallId, epoch: int) -> int | None:
    report = ConversationReport(
        scene.campaign.account_id,
        call_id,
        attempt_id(call_id, 1),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(BusinessOutcome.INTERESTED, "yes"),
        (),
        BEGAN,
        BEGAN,
        epoch=epoch,
    )
    async with scene.campaign.database.transaction() as session:
        return await store_report(session, report, scene.campaign.key_ring, suppression_id=new_id("sup"))


async def test_a_silent_process_is_not_there(scene: Scene) -> None:
    await _tell(scene, ONE)
    await _tell(scene, TWO)
    await _silence(scene, ONE)
    async with scene.campaign.database.transaction() as session:
        found = await all_places(session)
    assert TWO == found["media-2"]
    assert "media-1" not in found


async def test_attempts_that_are_over_are_no_load(fresh_database: Database, key_ring: KeyRing) -> None:
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    alone = scene_of(await running_campaign(fresh_database, key_ring, account_id))
    await _tell(alone, ONE)
    await _tell(alone, TWO)
    await alone.campaign.run(
        "UPDATE media_processes SET seen_at = now() + interval '1 hour'"
    )  # on a busy machine too
    for number in (NUMBER, OTHER_NUMBER):
        call_id = await alone.campaign.call(number)
        await alone.prepared_dial(call_id)
        attempt = await alone.campaign.row("attempts", attempt_id(call_id, 1))
        assert "media-1" == attempt["media_process"]
        await alone.close(call_id)


async def test_the_next_process_is_told_how_the_conversation_stood(scene: Scene) -> None:
    _, attempt, leg = await _answered(scene)
    await _tell(scene, TWO)
    await _tell(scene, ONE, TakenSnapshot(scene.campaign.account_id, attempt, 1, STANDS))
    later = replace(STANDS, taken_ms=5_200)
    await _tell(scene, ONE, TakenSnapshot(scene.campaign.account_id, attempt, 1, later))
    await _silence(scene, ONE)
    assert Resumption(2, TWO) == await _resumption(scene, attempt, leg)
    assert later == await _open(scene, attempt, leg, 2, "media-2")
    assert "media-2" == (await scene.campaign.row("attempts", attempt))["media_process"]


async def test_an_earlier_epochs_writes_are_refused(scene: Scene) -> None:
    """Broken on purpose: the process that was given up wakes and tells how its conversation stood and ended."""
    call_id, attempt, leg = await _answered(scene)
    await _open(scene, attempt, leg, 2, "media-2")
    await _tell(scene, TWO, TakenSnapshot(scene.campaign.account_id, attempt, 2, STANDS))
    stale = replace(STANDS, taken_ms=99_000)
    await _tell(scene, ONE, TakenSnapshot(scene.campaign.account_id, attempt, 1, stale))
    with pytest.raises(Superseded):
        await _report(scene, call_id, epoch=1)
    assert [] == await scene.campaign.rows("SELECT 1 FROM conversations WHERE attempt_id = :id", id=attempt)
    reported = "SELECT 1 FROM call_events WHERE kind = 'conversation.reported' AND call_id = :id"
    assert [] == await scene.campaign.rows(reported, id=call_id)
    assert STANDS == await _open(scene, attempt, leg, 3, "media-1")
    assert await _report(scene, call_id, epoch=3) is not None


async def test_the_report_takes_the_snapshots_place(scene: Scene) -> None:
    call_id, attempt, leg = await _answered(scene)
    await _tell(scene, ONE, TakenSnapshot(scene.campaign.account_id, attempt, 1, STANDS))
    await _report(scene, call_id, epoch=1)
    await _tell(scene, ONE, TakenSnapshot(scene.campaign.account_id, attempt, 1, STANDS))
    kept = "SELECT 1 FROM conversation_snapshots WHERE attempt_id = :id"
    assert [] == await scene.campaign.rows(kept, id=attempt)
    assert await _resumption(scene, attempt, leg) is None


async def test_a_process_of_the_same_name_goes_on_only_if_it_began_later(scene: Scene) -> None:
    _, attempt, leg = await _answered(scene)
    await scene.campaign.run("DELETE FROM media_processes")
    await _tell(scene, ONE)
    assert Resumption(2, ONE) == await _resumption(scene, attempt, leg)
    await scene.campaign.run("UPDATE media_processes SET began_at = now() - interval '1 hour'")
    assert Resumption(2, None) == await _resumption(scene, attempt, leg)


async def test_nobody_goes_on_with_a_leg_that_is_over_another_leg_or_for_ever(scene: Scene) -> None:
    _, attempt, leg = await _answered(scene)
    await _tell(scene, TWO)
    assert await _resumption(scene, attempt, "another leg") is None
    await _open(scene, attempt, leg, MOST_EPOCHS, "media-2")
    assert await _resumption(scene, attempt, leg) is None
    await scene.campaign.run(
        "UPDATE attempts SET stream_epoch = 1, state = 'ended' WHERE id = :id", id=attempt
    )
    assert await _resumption(scene, attempt, leg) is None
