"""Events of a leg: duplicates, disorder and late words change nothing; the log is append-only (law 5)."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from database.api_keys import ensure_account
from database.reported_events import LegEvent, mark_delivered, record_leg_event, take_turn, undelivered
from database.sealing import KeyRing
from database.session import Database
from domain.calls import AttemptState
from domain.identifiers import attempt_id
from domain.outcomes import TechnicalResult
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene, scene_of
from tests.database.campaign_rows import running_campaign

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
RINGING, ANSWERED, ENDED = WORDS = (AttemptState.RINGING, AttemptState.ANSWERED, AttemptState.ENDED)


def _event(state: AttemptState, carrier_call_id: str) -> LegEvent:
    result = TechnicalResult.BUSY if state is AttemptState.ENDED else None
    return LegEvent(state, f"{carrier_call_id}/{state}", carrier_call_id, AT, result)


@pytest.mark.parametrize("order", list(itertools.permutations(WORDS)))
async def test_the_order_of_the_words_does_not_matter(scene: Scene, order: tuple[AttemptState, ...]) -> None:
    """Requirement 13: each word twice, in any order; one event of each, the leg stands at the highest."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    for state in (*order, *order):
        async with scene.campaign.database.transaction() as session:
            await record_leg_event(session, attempt, _event(state, f"CA-{attempt}"))
    row = await scene.campaign.row("attempts", attempt)
    assert ("ended", 4, "busy") == (row["state"], row["leg_rank"], row["leg_result"])
    kinds = await scene.campaign.rows(
        "SELECT kind FROM call_events WHERE attempt_id = :attempt AND kind LIKE 'leg.%'", attempt=attempt
    )
    assert sorted(f"leg.{state}" for state in WORDS) == sorted(found["kind"] for found in kinds)


async def test_a_duplicate_is_signalled_until_it_was_delivered(scene: Scene) -> None:
    """Law 5: a duplicate of an undelivered event is delivered again."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt, told = attempt_id(call_id, 1), []
    for _ in range(3):
        async with scene.campaign.database.transaction() as session:
            stored = await record_leg_event(session, attempt, _event(AttemptState.ENDED, f"CA-{attempt}"))
            assert stored is not None
            told.append(stored.must_be_signalled)
            if len(told) == 2:
                await mark_delivered(session, [stored.event_id])
    assert [True, True, False] == told


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (
            [(ANSWERED, 10, None, None), (ENDED, 50, None, 40)],
            {"state": "ended", "answered": 10, "ended": 50, "leg_result": None, "duration_seconds": 40},
        ),
        ([(RINGING, 5, None, None)], {"state": "ringing", "answered": None, "ended": None}),
        # Nothing was refused, so it was answered, though nobody said so and its stream never came.
        (
            [(ENDED, 50, None, 40)],
            {"state": "ended", "answered": 10, "ended": 50, "leg_result": None, "duration_seconds": 40},
        ),
        (
            [(ENDED, 50, TechnicalResult.BUSY, None)],
            {"state": "ended", "answered": None, "ended": 50, "leg_result": "busy", "duration_seconds": None},
        ),
        # What comes too late moves nothing back.
        (
            [
                (ENDED, 50, TechnicalResult.NO_ANSWER, 3),
                (ANSWERED, 60, None, None),
                (RINGING, 70, None, None),
            ],
            {
                "state": "ended",
                "answered": None,
                "ended": 50,
                "leg_result": "no_answer",
                "duration_seconds": 3,
            },
        ),
        ([(ANSWERED, 10, None, None), (ANSWERED, 20, None, 9)], {"answered": 10, "duration_seconds": None}),
    ],
    ids=["answered, then over", "ringing", "over without a word", "busy", "in disorder", "answered twice"],
)
async def test_the_attempts_row_says_what_its_leg_was_told_of(
    scene: Scene,
    told: list[tuple[AttemptState, int, TechnicalResult | None, int | None]],
    left: dict[str, Any],
) -> None:
    """Law 5. Moments in seconds."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    for place, (state, seconds, result, duration) in enumerate(told):
        at = AT + timedelta(seconds=seconds)
        event = LegEvent(state, f"{attempt}/{place}", f"CA-{attempt}", at, result, duration)
        async with scene.campaign.database.transaction() as session:
            assert await record_leg_event(session, attempt, event) is not None
    row = await scene.campaign.row("attempts", attempt)
    for name in ("answered", "ended"):
        moment = row[f"{name}_at"]
        row[name] = None if moment is None else (moment - AT).total_seconds()
    assert left == {name: row[name] for name in left}
    was_answered = told[0][0] is ANSWERED
    assert ("live" if was_answered else "dialling") == (await scene.campaign.row("calls", call_id))["state"]
    details = await scene.campaign.rows(
        "SELECT detail FROM call_events WHERE attempt_id = :attempt AND kind LIKE 'leg.%' ORDER BY id",
        attempt=attempt,
    )
    expected = [{"result": result, "duration_seconds": duration} for _, _, result, duration in told]
    assert [{k: v for k, v in each.items() if v is not None} for each in expected] == [
        each["detail"] for each in details
    ]


async def test_the_first_word_of_a_leg_names_it(scene: Scene) -> None:
    """The carrier's answer to the dial was lost; from then on no other leg is this attempt's."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'placing', carrier_call_id = NULL, placed_at = NULL WHERE id = :attempt",
        attempt=attempt,
    )
    async with scene.campaign.database.transaction() as session:
        assert await record_leg_event(session, attempt, _event(RINGING, "CA-first")) is not None
        assert await record_leg_event(session, attempt, _event(ANSWERED, "CA-other")) is None
    row = await scene.campaign.row("attempts", attempt)
    assert ("ringing", 2, "CA-first") == (row["state"], row["leg_rank"], row["carrier_call_id"])
    assert row["placed_at"] is not None


async def test_a_carriers_clock_that_is_ahead_puts_no_end_into_the_future(scene: Scene) -> None:
    """The next attempt's wait begins no later than now; the event says what the carrier said."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt, ahead = attempt_id(call_id, 1), datetime.now(UTC) + timedelta(hours=1)
    event = LegEvent(ENDED, f"{attempt}/over", f"CA-{attempt}", ahead, None, 60)
    async with scene.campaign.database.transaction() as session:
        stored = await record_leg_event(session, attempt, event)
    assert stored is not None
    row = await scene.campaign.row("attempts", attempt)
    assert row["ended_at"] < ahead - timedelta(minutes=59)
    assert timedelta(seconds=60) == row["ended_at"] - row["answered_at"]
    [kept] = await scene.campaign.rows(
        "SELECT occurred_at FROM call_events WHERE id = :event", event=stored.event_id
    )
    assert ahead == kept["occurred_at"]


async def test_the_end_of_a_leg_that_was_closed_before_is_noted_and_opens_nothing(scene: Scene) -> None:
    """Law 5: its report goes on being waited for by nobody."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'closed', leg_result = 'unconfirmed', duration_seconds = 2 WHERE id = :attempt",
        attempt=attempt,
    )
    await scene.campaign.run("UPDATE calls SET state = 'waiting' WHERE id = :call", call=call_id)
    for state in (ANSWERED, ENDED):
        async with scene.campaign.database.transaction() as session:
            await record_leg_event(
                session, attempt, LegEvent(state, f"{attempt}/{state}", f"CA-{attempt}", AT)
            )
    row = await scene.campaign.row("attempts", attempt)
    assert ("closed", "unconfirmed", 2, AT) == (
        row["state"],
        row["leg_result"],
        row["duration_seconds"],
        row["ended_at"],
    )
    assert "waiting" == (await scene.campaign.row("calls", call_id))["state"]


async def test_what_was_not_told_in_time_is_found_the_oldest_first(
    fresh_database: Database, key_ring: KeyRing
) -> None:
    """Law 5: both ends of an attempt, once each has waited long enough, until it was delivered."""
    async with fresh_database.transaction() as session:
        account_id = await ensure_account(session, "somebody")
    scene = scene_of(await running_campaign(fresh_database, key_ring, account_id))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    for age, kind in (
        (50, "conversation.reported"),
        (90, "leg.ended"),
        (70, "leg.ringing"),
        (1, "leg.ended"),
    ):
        await scene.campaign.run(
            """
            INSERT INTO call_events (account_id, campaign_id, call_id, attempt_id, kind, dedupe_key, stored_at)
            VALUES (:account, :id, :call, :attempt, :kind, :key, now() - :age * interval '1 s')
            """,
            account=account_id,
            call=call_id,
            attempt=attempt,
            kind=kind,
            key=f"{kind}/{age}",
            age=age,
        )
    # Whoever was answered talks only once the stream is there.
    await scene.campaign.run("UPDATE attempts SET answered_at = now() WHERE id = :attempt", attempt=attempt)
    async with fresh_database.transaction() as session:
        late = await undelivered(session, older_than=timedelta(seconds=30), limit=9)
        [first] = await undelivered(session, older_than=timedelta(seconds=30), limit=1)
    assert ["leg.ended", "conversation.reported"] == [each.kind for each in late]
    assert first == late[0]
    assert (attempt, await scene.workflow_of(call_id), False, True) == (
        first.attempt_id,
        first.workflow_id,
        first.talking,
        first.must_be_signalled,
    )
    async with fresh_database.transaction() as session:
        await mark_delivered(session, [first.event_id])
        assert late[1:] == await undelivered(session, older_than=timedelta(seconds=30), limit=9)
    await scene.campaign.run(
        "UPDATE attempts SET stream_opened_at = now() WHERE id = :attempt", attempt=attempt
    )
    async with fresh_database.transaction() as session:
        [other] = await undelivered(session, older_than=timedelta(seconds=30), limit=9)
    assert other.talking


async def test_late_events_are_delivered_by_one_process_at_a_time(fresh_database: Database) -> None:
    async with fresh_database.transaction() as one, fresh_database.transaction() as other:
        assert (True, False) == (await take_turn(one), await take_turn(other))
    async with fresh_database.transaction() as next_one:
        assert await take_turn(next_one)


async def test_another_leg_is_not_this_attempts(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    async with scene.campaign.database.transaction() as session:
        stranger = _event(AttemptState.ENDED, "CA-of-somebody-else")
        assert await record_leg_event(session, attempt_id(call_id, 1), stranger) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE call_events SET kind = 'other' WHERE account_id = :account",
        "UPDATE call_events SET detail = '{\"a\": 1}' WHERE account_id = :account",
        "DELETE FROM call_events WHERE account_id = :account",
    ],
)
async def test_the_log_refuses_to_be_changed(scene: Scene, statement: str) -> None:
    """Requirement 118."""
    await scene.prepared_dial(await scene.campaign.call(NUMBER))
    with pytest.raises(DBAPIError):
        await scene.campaign.run(statement, account=scene.campaign.account_id)
