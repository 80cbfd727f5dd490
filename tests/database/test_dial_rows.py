"""What the dial transaction leaves: an admission, a deferral, a place in line (laws 2 and 3)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from database import dialling
from database.call_facts import CallFacts, read_facts
from database.decisions import decisions_of, store_decision
from database.dialling import Admission
from database.trunk_pace import set_pace
from domain.calls import AttemptState
from domain.contactability import Channel, Contactability, ContactVerdict, Reason, ReasonCode
from domain.identifiers import CallId, attempt_id
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene
from tests.database.campaign_rows import supposed

UNTIL: Final = datetime(2026, 12, 1, 9, tzinfo=UTC)
READ_AT: Final = datetime(2026, 11, 30, 9, tzinfo=UTC)
ALLOW: Final = Contactability(ContactVerdict.ALLOW, None, (), "rules@1")
DEFER: Final = Contactability(
    ContactVerdict.DEFER, UNTIL, (Reason(ReasonCode.SUPPRESSED, "a reason"),), "rules@2"
)
LIVE: Final = set(AttemptState) - {AttemptState.CREATED, AttemptState.CLOSED}


async def _facts(scene: Scene, session: AsyncSession, call_id: CallId) -> CallFacts:
    facts = await read_facts(session, scene.campaign.account_id, call_id, scene.campaign.key_ring)
    assert facts is not None
    return replace(facts, now=READ_AT)


async def _held(scene: Scene) -> CallId:
    """A call that holds a line."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepare(call_id)
    return call_id


async def _attempt(session: AsyncSession, call_id: CallId, state: str) -> None:
    await session.execute(
        text("""
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
            SELECT :attempt, l.account_id, c.id, 1, l.number_hash, c.trunk_id, :state
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
        """),
        {"attempt": attempt_id(call_id, 1), "call": call_id, "state": state},
    )


async def _rows(session: AsyncSession, statement: str, call_id: CallId) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await session.execute(text(statement), {"call": call_id})]


CALL = "SELECT state, why, next_attempt_at, not_before, waits_for, may_queue FROM calls WHERE id = :call"
LINES = "SELECT number, taken_at IS NULL FROM lines WHERE call_id = :call"
ATTEMPTS = "SELECT number, state, fictional, media_process FROM attempts WHERE call_id = :call"
EVENTS = "SELECT kind, attempt_id, detail FROM call_events WHERE call_id = :call ORDER BY id"
DECISIONS = "SELECT attempt, channel, verdict, until, reasons, rule_set, decided_at FROM decisions WHERE call_id = :call ORDER BY id"


async def _admit(scene: Scene, session: AsyncSession, call_id: CallId) -> Admission:
    facts = await _facts(scene, session, call_id)
    return await dialling.admit(
        session, facts, ALLOW, attempt=1, fictional=True, head_start=0.15, caller_number=facts.caller_number
    )


async def test_what_an_admission_leaves(scene: Scene) -> None:
    """A repetition decides anew and creates nothing twice; what was placed meanwhile stays placed."""
    call_id = await _held(scene)
    async with scene.campaign.database.transaction() as session:
        await session.execute(
            text("UPDATE calls SET next_attempt_at = now() WHERE id = :call"), {"call": call_id}
        )
        for state in (AttemptState.CREATED, AttemptState.PLACING):
            await session.execute(
                text(
                    "UPDATE attempts SET state = :state, media_process = NULL, fictional = false WHERE call_id = :call"
                ),
                {"state": str(state), "call": call_id},
            )
            admission = await _admit(scene, session, call_id)
            assert admission.slot is not None
            assert admission.place is not None
            assert [(1, str(state), True, admission.place.process)] == await _rows(session, ATTEMPTS, call_id)
        assert [("dialling", "being dialled", None, None, None, True)] == await _rows(session, CALL, call_id)
        assert [(1, False)] == await _rows(session, LINES, call_id)
        assert [("attempt.created", attempt_id(call_id, 1), {})] == await _rows(session, EVENTS, call_id)
        kept: tuple[Any, ...] = (1, "voice", "allow", None, [], "rules@1", READ_AT)
        assert [kept, kept] == await _rows(session, DECISIONS, call_id)


# What is so of the trunk or the media processes; whether the dial gets a slot, and a place.
ADMITTED: Final = {
    "SELECT 1": (True, True),
    "UPDATE trunks SET paused_until = clock_timestamp() + interval '1 min'": (False, True),
    "UPDATE trunks SET paused_until = clock_timestamp() - interval '1 ms'": (True, True),
    "UPDATE trunks SET next_dial_at = clock_timestamp() + interval '6 s'": (False, True),
    "UPDATE trunks SET next_dial_at = clock_timestamp() + interval '4 s'": (True, True),
    "UPDATE media_processes SET accepts = false": (False, False),
    "UPDATE media_processes SET seen_at = clock_timestamp() - interval '4 s'": (False, False),
}


@pytest.mark.parametrize("so", ADMITTED)
async def test_without_a_slot_or_a_place_nothing_is_left(scene: Scene, so: str) -> None:
    """Neither a decision nor an attempt, and no slot is used up."""
    call_id = await _held(scene)
    trunk = "SELECT next_dial_at FROM trunks t JOIN calls c ON c.trunk_id = t.id WHERE c.id = :call"
    async with scene.campaign.database.transaction() as session, supposed(session, so):
        before = [
            await _rows(session, each, call_id) for each in (CALL, LINES, ATTEMPTS, EVENTS, DECISIONS, trunk)
        ]
        admission = await _admit(scene, session, call_id)
        after = [
            await _rows(session, each, call_id) for each in (CALL, LINES, ATTEMPTS, EVENTS, DECISIONS, trunk)
        ]
    assert ADMITTED[so] == (admission.slot is not None, admission.place is not None)
    assert (before == after) is (admission.slot is None)


async def test_slots_follow_each_other_at_the_trunks_pace_and_leave_time_for_what_comes_before(
    scene: Scene,
) -> None:
    call_id = await _held(scene)
    slots = []
    slow = "UPDATE trunks SET calls_per_second = 2"
    async with scene.campaign.database.transaction() as session, supposed(session, slow):
        for _ in range(3):
            slot = (await _admit(scene, session, call_id)).slot
            assert slot is not None
            slots.append(slot)
        facts = await _facts(scene, session, call_id)
        await set_pace(session, facts.account_id, facts.trunk_id, 1)
        slower = (await _admit(scene, session, call_id)).slot
    assert timedelta(milliseconds=100) < slots[0].at - slots[0].known_at <= timedelta(milliseconds=150)
    assert [timedelta(milliseconds=540)] * 2 == [slots[1].at - slots[0].at, slots[2].at - slots[1].at]
    assert slower is not None
    assert timedelta(milliseconds=1_080) == slower.at - slots[2].at, "from the last slot on by the new pace"


async def test_an_admission_opens_no_closed_call(scene: Scene) -> None:
    call_id = await _held(scene)
    async with scene.campaign.database.transaction() as session:
        await session.execute(text("UPDATE calls SET state = 'closed' WHERE id = :call"), {"call": call_id})
        await _admit(scene, session, call_id)
        [(state, *_)] = await _rows(session, CALL, call_id)
    assert "closed" == state


@pytest.mark.parametrize("call_state", ["queued", "dialling", "live", "waiting", "closed"])
async def test_what_a_deferral_and_a_place_in_line_leave(scene: Scene, call_state: str) -> None:
    """No attempt and no line; nothing is changed of a call that is closed, or of which an attempt may ring."""
    call_id = await _held(scene)
    every = (CALL, LINES, ATTEMPTS, EVENTS, DECISIONS)
    async with scene.campaign.database.transaction() as session:
        await session.execute(
            text(
                "UPDATE calls SET state = :state, next_attempt_at = :at, may_queue = false WHERE id = :call"
            ),
            {"state": call_state, "at": READ_AT, "call": call_id},
        )
        facts = await _facts(scene, session, call_id)
        before = [await _rows(session, each, call_id) for each in every]
        for state in (None, *AttemptState):
            for defers in (True, False):
                async with supposed(session, "SELECT 1"):
                    if state is not None:
                        await _attempt(session, call_id, str(state))
                    attempts = await _rows(session, ATTEMPTS, call_id)
                    is_done = (
                        await dialling.defer(session, facts, DEFER, attempt=1, why="not now")
                        if defers
                        else await dialling.back_in_line(session, facts, waits_for="pace", why="in line")
                    )
                    after = [await _rows(session, each, call_id) for each in every]
                may = state not in LIVE and call_state != "closed" and (defers or call_state != "waiting")
                assert is_done is may, state
                left = [] if state is AttemptState.CREATED else attempts
                if not may:
                    assert [before[0], before[1], left, before[3], before[4]] == after, state
                elif defers:
                    assert [("waiting", "not now", UNTIL, None, None, False)] == after[0]
                    [(kind, attempt, detail)] = after[3]
                    assert ("call.waiting", None, "not now") == (kind, attempt, detail["why"])
                    assert UNTIL == datetime.fromisoformat(detail["until"])
                    reasons = [{"code": "suppressed", "text": "a reason", "rules": []}]
                    kept = (1, "voice", "defer", UNTIL, reasons, "rules@2", READ_AT)
                    assert [[], left, [kept]] == [after[1], after[2], after[4]]
                else:
                    assert [("queued", "in line", None, None, "pace", True)] == after[0]
                    assert [[], left, [], []] == after[1:]


async def test_each_deferral_to_another_moment_is_told(scene: Scene) -> None:
    call_id = await _held(scene)
    async with scene.campaign.database.transaction() as session:
        facts = await _facts(scene, session, call_id)
        for hours in (0, 1, 1):
            decision = replace(DEFER, until=UNTIL + timedelta(hours=hours))
            await dialling.defer(session, facts, decision, attempt=1, why="not now")
        told = await _rows(session, EVENTS, call_id)
    assert [UNTIL, UNTIL + timedelta(hours=1)] == [
        datetime.fromisoformat(detail["until"]) for _, _, detail in told
    ]


async def test_a_calls_decisions_are_told_in_the_order_in_which_they_were_made(scene: Scene) -> None:
    """Whichever attempt and channel they were about."""
    call_id, account_id = await scene.campaign.call(NUMBER), scene.campaign.account_id
    made = [(2, Channel.VOICE, DEFER), (1, Channel.SMS, ALLOW), *[(3, Channel.VOICE, ALLOW)] * 9]
    async with scene.campaign.database.transaction() as session:
        for attempt, channel, decision in made:
            await store_decision(
                session, account_id, call_id, decision, attempt=attempt, channel=channel, now=READ_AT
            )
        told = await decisions_of(session, account_id, call_id)
    assert [
        (attempt, str(channel), str(decision.verdict), decision.until, decision.rule_set, READ_AT)
        for attempt, channel, decision in made
    ] == [
        (each.attempt, each.channel, each.verdict, each.until, each.rule_set, each.decided_at)
        for each in told
    ]
