"""Media processes tell that they live; a conversation that was cut off goes on in another, once in each epoch."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from database.api_keys import ensure_account
from database.conversations import open_stream, store_report
from database.erasure import forget_conversations
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
from tests.database.campaign_rows import running_campaign, supposed
from tests.database.other_account import other_account

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


async def _answered(
    scene: Scene, epoch: int = 1, process: str = "media-1", *, number: str = NUMBER
) -> tuple[CallId, AttemptId, str]:
    call_id = await scene.campaign.call(number)
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


@pytest.mark.parametrize("state", ["ended", "closed"])
async def test_attempts_that_are_over_are_no_load(
    fresh_database: Database, key_ring: KeyRing, state: str
) -> None:
    """Nor is one whose report is still to come."""
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
        await alone.campaign.run(
            "UPDATE attempts SET state = :state WHERE call_id = :call", state=state, call=call_id
        )


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


async def test_how_a_conversation_stands_is_forgotten_with_its_call_by_its_own_account_alone(
    scene: Scene,
) -> None:
    """What was said so far is as personal as what is reported."""
    call_id, attempt, _ = await _answered(scene)
    _, other_attempt, _ = await _answered(scene, number=OTHER_NUMBER)
    snapshots = [
        TakenSnapshot(scene.campaign.account_id, each, 1, STANDS) for each in (attempt, other_attempt)
    ]
    await _tell(scene, ONE, *snapshots)
    campaign, kept = scene.campaign, []
    async with campaign.database.transaction() as session:
        for account_id in (await other_account(campaign.database), campaign.account_id):
            await forget_conversations(session, account_id, call_id, campaign.key_ring, at=BEGAN)
            found = await session.execute(
                text("SELECT attempt_id FROM conversation_snapshots WHERE account_id = :id"),
                {"id": campaign.account_id},
            )
            kept.append(set(found.scalars()))
    assert [{attempt, other_attempt}, {other_attempt}] == kept


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


async def test_a_process_is_as_it_told_last(scene: Scene) -> None:
    """Every part of it: one that was restarted begins anew, one that drains takes no more."""
    for told, age in (
        (Beat(MediaPlace("media-7", "ws://a", "http://a"), 1, 2, 3.5, True), 90),
        (Beat(MediaPlace("media-7", "ws://b", "http://b"), 4, 5, 6.5, False), 30),
    ):
        async with scene.campaign.database.transaction() as session:
            await beat(session, told, (), scene.campaign.key_ring, age_seconds=age)
            row = (
                await session.execute(
                    text("""
                        SELECT stream_url, control_url, live, prepared, lag_ms, accepts,
                               round(extract(epoch FROM clock_timestamp() - began_at)) AS age,
                               clock_timestamp() - seen_at < interval '1 s' AS just_seen
                        FROM media_processes WHERE process = 'media-7'
                    """)
                )
            ).one()
            assert "media-7" in await all_places(session), "whoever drains is reached all the same"
        place = told.place
        assert (
            place.stream_url,
            place.control_url,
            told.live,
            told.prepared,
            told.lag_ms,
            told.accepts,
            age,
            True,
        ) == tuple(row)


# How the attempt and the processes stand; who goes on with it, None for nobody just now, or that it may not go on.
NO, NOBODY = "no", None
GOES_ON: dict[str, str | None] = {
    "SELECT 1": "media-2",
    "UPDATE media_processes SET accepts = false WHERE process = 'media-2'": "media-3",
    "UPDATE media_processes SET seen_at = now() - interval '4 s' WHERE process = 'media-2'": "media-3",
    "UPDATE media_processes SET live = 2 WHERE process = 'media-2'": "media-3",
    "DELETE FROM media_processes WHERE process <> 'media-1'": NOBODY,
    "UPDATE media_processes SET accepts = false": NOBODY,
    "UPDATE media_processes SET live = 9 WHERE process <> 'media-1'": "media-2",
    "UPDATE media_processes SET began_at = clock_timestamp(), live = 0 WHERE process = 'media-1'": "media-1",
    "UPDATE attempts SET state = 'created' WHERE id = :id": NO,
    "UPDATE attempts SET state = 'placing' WHERE id = :id": "media-2",
    "UPDATE attempts SET state = 'ended' WHERE id = :id": NO,
    "UPDATE attempts SET state = 'closed' WHERE id = :id": NO,
    "UPDATE attempts SET carrier_call_id = NULL WHERE id = :id": "media-2",
    f"UPDATE attempts SET stream_epoch = {MOST_EPOCHS - 1} WHERE id = :id": "media-2",
    f"UPDATE attempts SET stream_epoch = {MOST_EPOCHS} WHERE id = :id": NO,
}


async def test_who_goes_on_with_a_conversation_that_was_cut_off(scene: Scene) -> None:
    """The one with the fewest conversations; the one that was lost only if it began since the stream was opened last."""
    _, attempt, leg = await _answered(scene)
    found: dict[str, str | None] = {}
    nobody_else = "DELETE FROM media_processes"
    async with scene.campaign.database.transaction() as session, supposed(session, nobody_else):
        await session.execute(
            text("""
                INSERT INTO media_processes (process, stream_url, control_url, live, began_at, seen_at)
                SELECT process, '', '', live, a.answered_at + interval '1 ms', clock_timestamp() + interval '1 h'
                FROM attempts a, (VALUES ('media-1', 0), ('media-2', 1), ('media-3', 1)) AS m (process, live) WHERE a.id = :id
            """),
            {"id": attempt},
        )
        await session.execute(
            text("UPDATE attempts SET stream_opened_at = answered_at + interval '2 ms' WHERE id = :id"),
            {"id": attempt},
        )
        for so in GOES_ON:
            async with supposed(session, so, **({"id": attempt} if ":id" in so else {})):
                resumption = await find_resumption(session, attempt, carrier_call_id=leg, lost="media-1")
                place = None if resumption is None else resumption.place
                found[so] = NO if resumption is None else None if place is None else place.process
        never_opened = "UPDATE attempts SET stream_opened_at = NULL WHERE id = :id"
        async with supposed(session, never_opened, id=attempt):
            answered = await find_resumption(session, attempt, carrier_call_id=leg, lost="media-1")
            assert answered is not None
            assert answered.place is not None
            assert "media-1" == answered.place.process
    assert GOES_ON == found
