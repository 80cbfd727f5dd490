"""Whoever deletes what was said in a call deletes all of it: the transcript, the sound, and what it is replayed from."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from database.conversations import store_report
from database.opt_outs import store_opt_out, take_back_opt_out
from domain.calls import AttemptState
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AttemptId
from domain.outcomes import BusinessOutcome
from domain.script_fields import FieldAnswer, FieldType
from domain.suppressions import OptOutEvidence, SuppressionSource
from domain.transcripts import Speaker, Turn
from providers.recordings.segments import Deletion, Take
from tests.api.conftest import Operator
from tests.api.test_recordings import NOW, Recorded, recorded

SAID = "My doctor is Miller in Reno."


async def held(operator: Operator, state: str = "closed") -> Recorded:
    """A call with a transcript, a recording, a flight record and a snapshot."""
    call = await recorded(operator, state)
    await _report(call)
    operator.tools.recordings.flights.keep_part(Take(operator.account_id, call.attempt_id, 1), 0, b"[1]\n")
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed)
                VALUES (:attempt, :account, 1, 'sealed')
            """),
            {"attempt": call.attempt_id, "account": operator.account_id},
        )
    return call


async def _report(call: Recorded) -> None:
    report = ConversationReport(
        call.operator.account_id,
        call.call_id,
        call.attempt_id,
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(BusinessOutcome.INTERESTED, evidence=SAID),
        (Turn(Speaker.PERSON, SAID, 0, 1_000),),
        NOW,
        NOW + timedelta(seconds=20),
        answers={"doctor": SAID},
        fields=(
            FieldAnswer("guests", FieldType.NUMBER, "2.5", SAID, "model", True, "How many?"),
            FieldAnswer("comes", FieldType.BOOLEAN, "false", SAID, "rules"),
            FieldAnswer("room", FieldType.CHOICE),
        ),
    )
    async with call.operator.tools.database.transaction() as session:
        await store_report(session, report, call.operator.tools.key_ring, suppression_id="sup_1")


async def _all_of_it(call: Recorded) -> str:
    """Everything that the API gives out about what was said."""
    paths = ("transcript", "attempts/1/flight", "attempts/1/recording")
    answers = [await call.operator.client.get(f"/api/calls/{call.call_id}/{path}") for path in paths]
    return " ".join(f"{answer.status_code} {answer.text}" for answer in answers)


async def _snapshots(operator: Operator) -> int:
    async with operator.tools.database.transaction() as session:
        found = await session.execute(
            text("SELECT count(*) FROM conversation_snapshots WHERE account_id = :account"),
            {"account": operator.account_id},
        )
    return int(found.scalar_one())


async def test_nothing_that_was_said_is_left_and_the_act_is_audited(operator: Operator) -> None:
    call = await held(operator)
    path = f"/api/calls/{call.call_id}/conversations"
    assert SAID in await _all_of_it(call)
    told = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"][0][
        "fields"
    ]
    assert [2.5, False, None] == [field["value"] for field in told]
    assert [204, 204] == [(await operator.client.delete(path)).status_code for _ in range(2)]
    left = await _all_of_it(call)
    assert SAID not in left
    assert ["200", "404", "410"] == [word for word in left.split() if word in ("200", "404", "410")]
    assert 0 == await _snapshots(operator)
    shown = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"][0]
    assert ("interested", [], {}, []) == tuple(
        shown[each] for each in ("outcome", "turns", "answers", "fields")
    )
    assert shown["erased_at"] is not None
    acts = (await operator.client.get("/api/audit-log")).json()["data"]
    erased, *_ = [act for act in acts if not act["action"].endswith(".read")]
    assert ("conversations.erased", call.call_id) == (erased["action"], erased["subject"])


async def test_what_every_attempt_of_the_call_kept_is_deleted_and_no_other_calls(operator: Operator) -> None:
    call = await held(operator)
    second, others = AttemptId(f"{call.call_id}-2"), AttemptId(f"{call.call_id}x-1")
    async with operator.tools.database.transaction() as session:
        await session.execute(
            text("""
                INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state)
                SELECT :id, account_id, call_id, 2, number_hash || 'x', trunk_id, state FROM attempts
                WHERE call_id = :call
            """),
            {"id": second, "call": call.call_id},
        )
    for of in (call.attempt_id, second, others):
        operator.tools.recordings.flights.keep_part(Take(operator.account_id, of, 2), 0, b"[2]\n")
    await operator.client.delete(f"/api/calls/{call.call_id}/conversations")
    for of in (call.attempt_id, second):
        assert b"" == operator.tools.recordings.flights.read(operator.account_id, of)
        assert isinstance(operator.tools.recordings.find(operator.account_id, of), Deletion)
    assert b"[2]\n" == operator.tools.recordings.flights.read(operator.account_id, others)
    assert 404 == (await operator.client.delete("/api/calls/call_none/conversations")).status_code


@pytest.mark.parametrize("is_taken_back", [False, True])
async def test_the_words_of_a_wish_never_to_be_called_go_and_the_wish_stays(
    operator: Operator, is_taken_back: bool
) -> None:
    call = await held(operator)
    async with operator.tools.database.transaction() as session:
        evidence, ring = OptOutEvidence(SAID, NOW, call.attempt_id), operator.tools.key_ring
        await store_opt_out(
            session,
            operator.account_id,
            call.attempt_id,
            evidence,
            ring,
            suppression_id=f"sup_{call.call_id}",
            source=SuppressionSource.SAID_ON_CALL,
        )
        if is_taken_back:
            await take_back_opt_out(session, operator.account_id, evidence, ring)
    await operator.client.delete(f"/api/calls/{call.call_id}/conversations")
    async with operator.tools.database.transaction() as session:
        rows = await session.execute(
            text("""
                SELECT words_sealed, taken_back_sealed, said_at, removed_at IS NOT NULL AS is_lifted FROM suppressions
                WHERE call_id = :call
            """),
            {"call": call.call_id},
        )
    assert [(None, None, NOW, is_taken_back)] == [tuple(row) for row in rows]
    listed = (await operator.client.get("/api/dnc")).json()["data"]
    shown = [
        (entry["words"], entry["attempt_id"], datetime.fromisoformat(entry["said_at"])) for entry in listed
    ]
    assert ([] if is_taken_back else [(None, call.attempt_id, NOW)]) == shown


async def test_a_report_that_is_told_again_brings_nothing_back(operator: Operator) -> None:
    call = await held(operator)
    await operator.client.delete(f"/api/calls/{call.call_id}/conversations")
    await _report(call)
    assert SAID not in await _all_of_it(call)


async def test_what_is_still_being_said_is_not_deleted(operator: Operator) -> None:
    """Its report and the last parts of its records are still to come."""
    call = await held(operator, "ended")
    for state in AttemptState:
        if state is not AttemptState.CLOSED:
            async with operator.tools.database.transaction() as session:
                await session.execute(
                    text("UPDATE attempts SET state = :state WHERE id = :id"),
                    {"state": state, "id": call.attempt_id},
                )
            refused = await operator.client.delete(f"/api/calls/{call.call_id}/conversations")
            assert 409 == refused.status_code, state
    assert SAID in await _all_of_it(call)
    told = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"][0][
        "fields"
    ]
    assert [2.5, False, None] == [field["value"] for field in told]


async def test_nobody_deletes_what_was_said_to_another_account(
    operator: Operator, stranger: Operator
) -> None:
    call = await held(operator)
    refused = await stranger.client.delete(f"/api/calls/{call.call_id}/conversations")
    assert 404 == refused.status_code
    assert SAID in await _all_of_it(call)
    told = (await operator.client.get(f"/api/calls/{call.call_id}/transcript")).json()["conversations"][0][
        "fields"
    ]
    assert [2.5, False, None] == [field["value"] for field in told]
