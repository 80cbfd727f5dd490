"""What the end of an attempt, of a call, and a late report leave in every row they touch (laws 3, 4, 5 and 6)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from database import closing
from database.closing import AttemptVerdict
from database.conversations import store_report
from database.finished_calls import store_crm_link
from database.session import new_id
from domain.contact_rules import DO_NOT_CALL, LIVE_LEG
from domain.contactability import PROMISED, Contactability, ContactVerdict, Reason, ReasonCode
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import CallId, LeadId, attempt_id
from domain.outcomes import BusinessOutcome, Outcome, TechnicalResult
from domain.suppressions import OptOutEvidence
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene

ENDED_AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
NEXT_AT = ENDED_AT + timedelta(hours=1)
TOLD = ("leg.ended", "conversation.reported")


async def _dialled(scene: Scene, state: str) -> CallId:
    """A call that holds a line, whose attempt stands so, with a snapshot and words that its workflow was not told, of an earlier one as well."""
    campaign, call_id = scene.campaign, await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    await campaign.run(
        "UPDATE attempts SET state = :state, ended_at = :at, stream_epoch = 1 WHERE id = :attempt",
        state=state,
        at=None if state == "placed" else ENDED_AT,
        attempt=attempt,
    )
    await campaign.run(
        "INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed) VALUES (:attempt, :account, 1, 's')",
        attempt=attempt,
        account=campaign.account_id,
    )
    for kind in (*TOLD, "leg.ringing"):
        await campaign.run(
            "INSERT INTO call_events (account_id, call_id, attempt_id, kind, dedupe_key) "
            "VALUES (:account, :call, :attempt, :kind, :key)",
            account=campaign.account_id,
            call=call_id,
            attempt=attempt,
            kind=kind,
            key=f"{attempt}/{kind}",
        )
    await campaign.run(
        "INSERT INTO call_events (account_id, call_id, attempt_id, kind, dedupe_key) "
        "VALUES (:account, :call, :before, 'leg.ended', :before)",
        account=campaign.account_id,
        call=call_id,
        before=f"{call_id}-0",
    )
    return call_id


async def _left(scene: Scene, call_id: CallId, *names: str) -> dict[str, Any]:
    """These fields of the call, and what became of its lead, line, snapshot and untold words."""
    campaign = scene.campaign
    call = await campaign.row("calls", call_id)
    lead = await campaign.row("leads", LeadId(call["lead_id"]))
    held = await campaign.rows("SELECT recogniser FROM lines WHERE call_id = :call", call=call_id)
    kept = await campaign.rows(
        "SELECT 1 AS one FROM conversation_snapshots WHERE attempt_id = :attempt",
        attempt=attempt_id(call_id, 1),
    )
    untold = await campaign.rows(
        "SELECT kind FROM call_events WHERE call_id = :call AND delivered_at IS NULL AND kind LIKE ANY(:kinds)",
        call=call_id,
        kinds=["leg.%", "conversation.%"],
    )
    is_closed = {"lead": lead["state"] == "closed", "call": call["closed_at"] is not None}
    return {
        **{name: call[name] for name in names},
        "closed": {name for name, yes in is_closed.items() if yes},
        "lines": len(held),
        "snapshots": len(kept),
        "untold": {each["kind"] for each in untold},
    }


async def _noted(scene: Scene, call_id: CallId) -> list[tuple[str, str | None, dict[str, Any]]]:
    """The events of the call's own course: kind, attempt and detail."""
    rows = await scene.campaign.rows(
        "SELECT kind, attempt_id, detail FROM call_events WHERE call_id = :call AND kind LIKE 'call.%' ORDER BY id",
        call=call_id,
    )
    return [(each["kind"], each["attempt_id"], each["detail"]) for each in rows]


def _verdict(named: BusinessOutcome, next_at: datetime | None, *, needs_review: bool) -> AttemptVerdict:
    proof, outcome = OptOutEvidence(), Outcome.of(named)
    return AttemptVerdict(
        TechnicalResult.BUSY,
        outcome,
        "why",
        None if next_at is None else "because",
        next_at,
        next_at is not None,
        needs_review,
        False,
        "rules",
        proof,
    )


async def _close(scene: Scene, call_id: CallId, verdict: AttemptVerdict) -> bool:
    end = await scene.known(call_id)
    assert end is not None
    async with scene.campaign.database.transaction() as session:
        return await closing.close_attempt(
            session, end, verdict, scene.campaign.key_ring, suppression_id=new_id("sup")
        )


@pytest.mark.parametrize("next_at", [None, NEXT_AT], ids=["for good", "to go on"])
async def test_what_the_end_of_an_attempt_leaves(scene: Scene, next_at: datetime | None) -> None:
    call_id = await _dialled(scene, "ended")
    await scene.campaign.run(
        "UPDATE calls SET backs_off = :before, not_before_because = 'before' WHERE id = :call",
        before=next_at is None,
        call=call_id,
    )
    await _close(scene, call_id, _verdict(BusinessOutcome.FOLLOW_UP, next_at, needs_review=True))
    state = "closed" if next_at is None else "waiting"
    assert {
        "state": state,
        "next_attempt_at": next_at,
        "not_before": next_at,
        "not_before_because": None if next_at is None else "because",
        "backs_off": next_at is not None,
        "why": "why",
        "result": "busy",
        "outcome": "follow_up",
        "needs_review": True,
        "closed": {"lead", "call"} if next_at is None else set(),
        "lines": 0,
        "snapshots": 0,
        "untold": {"leg.ringing"},
    } == await _left(
        scene,
        call_id,
        *(
            "state",
            "next_attempt_at",
            "not_before",
            "not_before_because",
            "backs_off",
            "why",
            "result",
            "outcome",
        ),
        "needs_review",
    )
    row = await scene.campaign.row("attempts", attempt_id(call_id, 1))
    assert ("closed", "busy", "why", ENDED_AT) == (
        row["state"],
        row["result"],
        row["reason"],
        row["ended_at"],
    )
    assert row["closed_at"] is not None
    [(kind, attempt, detail)] = await _noted(scene, call_id)
    assert (f"call.{state}", attempt_id(call_id, 1)) == (kind, attempt)
    assert ("busy", "follow_up", "why") == (detail["result"], detail["outcome"], detail["why"])
    until = detail["until"]
    assert next_at == (None if until is None else datetime.fromisoformat(until))


async def test_an_end_that_brought_nothing_takes_neither_outcome_nor_review_nor_chosen_moment(
    scene: Scene,
) -> None:
    call_id = await _dialled(scene, "ended")
    await scene.campaign.run(
        "UPDATE calls SET outcome = 'interested', needs_review = true, not_before = :at WHERE id = :call",
        at=ENDED_AT,
        call=call_id,
    )
    await _close(scene, call_id, _verdict(BusinessOutcome.NONE, None, needs_review=False))
    names = ("outcome", "needs_review", "not_before", "next_attempt_at")
    left = await _left(scene, call_id, *names)
    assert ["interested", True, ENDED_AT, None] == [left[name] for name in names]


async def test_an_end_with_a_clear_answer_needs_no_look_any_more(scene: Scene) -> None:
    call_id = await _dialled(scene, "ended")
    await scene.campaign.run("UPDATE calls SET needs_review = true WHERE id = :call", call=call_id)
    await _close(scene, call_id, _verdict(BusinessOutcome.INTERESTED, None, needs_review=False))
    assert not (await scene.campaign.row("calls", call_id))["needs_review"]


async def test_a_repeated_end_is_harmless_when_the_next_attempt_holds_a_line(scene: Scene) -> None:
    """Law 6: a worker that wakes up late."""
    call_id = await _dialled(scene, "ended")
    verdict = _verdict(BusinessOutcome.NONE, NEXT_AT, needs_review=False)
    await _close(scene, call_id, verdict)
    await scene.campaign.run(
        "UPDATE calls SET state = 'queued', why = 'in line' WHERE id = :call", call=call_id
    )
    await scene.campaign.run(
        "UPDATE lines SET call_id = :call WHERE trunk_id = :trunk AND number = 1",
        call=call_id,
        trunk=scene.campaign.trunk_id,
    )
    await _close(scene, call_id, verdict)
    left = await _left(scene, call_id, "state", "why")
    assert ("queued", "in line", 1) == (left["state"], left["why"], left["lines"])


@pytest.mark.parametrize(
    ("more", "is_last"),
    [
        ("nothing", True),
        ("a lead", False),
        ("a call", False),
        ("a call that sleeps", False),
        ("another attempt", False),
        ("a closed call", True),
        ("a lead that is held", True),
    ],
)
async def test_the_campaign_is_told_when_that_was_all(scene: Scene, more: str, is_last: bool) -> None:
    call_id = await _dialled(scene, "ended")
    if more == "a lead":
        await scene.campaign.lead(OTHER_NUMBER)
    elif more == "a lead that is held":
        held = await scene.campaign.lead(OTHER_NUMBER)
        await scene.campaign.run("UPDATE leads SET state = 'needs_review' WHERE id = :lead", lead=held)
    elif more in CALLS_OF:
        other = await scene.campaign.call(OTHER_NUMBER)
        await scene.campaign.run(
            "UPDATE calls SET state = :state WHERE id = :call", state=CALLS_OF[more], call=other
        )
    next_at = NEXT_AT if more == "another attempt" else None
    assert is_last is await _close(
        scene, call_id, _verdict(BusinessOutcome.NONE, next_at, needs_review=False)
    )


CALLS_OF = {"a call": "claimed", "a call that sleeps": "waiting", "a closed call": "closed"}
UNDIALLED = ("state", "result", "outcome", "why", "next_attempt_at", "needs_review")


async def _refuse(scene: Scene, call_id: CallId) -> bool:
    async with scene.campaign.database.transaction() as session:
        return await closing.close_undialled(
            session, scene.campaign.account_id, call_id, result=TechnicalResult.NEVER_DIALLED, why="refused"
        )


@pytest.mark.parametrize("because", [PROMISED, "busy, 1 of 3"], ids=["promised", "not promised"])
async def test_what_the_end_of_a_call_without_another_attempt_leaves(scene: Scene, because: str) -> None:
    """What earlier attempts brought stays; a promise that is not kept is looked at."""
    call_id = await _dialled(scene, "closed")
    await scene.campaign.run(
        "UPDATE calls SET state = 'queued', result = 'busy', outcome = 'callback', not_before_because = :because, "
        "next_attempt_at = now() WHERE id = :call",
        because=because,
        call=call_id,
    )
    assert [True, False] == [await _refuse(scene, call_id) for _ in range(2)]
    left = await _left(scene, call_id, *UNDIALLED)
    assert ["closed", "busy", "callback", "refused", None, because == PROMISED] == [
        left[name] for name in UNDIALLED
    ]
    assert ({"lead", "call"}, 0) == (left["closed"], left["lines"])
    detail = {"result": "busy", "outcome": "callback", "why": "refused"}
    assert [("call.closed", None, detail)] == await _noted(scene, call_id)


# What the call had, what it ends with now, and what it has then: result, outcome, and whether somebody is to look at it.
ENDS: list[
    tuple[tuple[str | None, str | None, bool], tuple[TechnicalResult, bool], tuple[str, str, bool]]
] = [
    ((None, None, False), (TechnicalResult.CANCELLED, False), ("cancelled", "none", False)),
    (("busy", "none", False), (TechnicalResult.CANCELLED, False), ("busy", "none", False)),
    (
        ("busy", "callback", True),
        (TechnicalResult.WRITING_WANTED, False),
        ("writing_wanted", "callback", True),
    ),
    (("busy", "interested", False), (TechnicalResult.NEVER_DIALLED, True), ("busy", "interested", True)),
]


@pytest.mark.parametrize(("had", "ends", "has"), ENDS)
async def test_what_a_call_had_stays_unless_its_person_wants_writing(
    scene: Scene,
    had: tuple[str | None, str | None, bool],
    ends: tuple[TechnicalResult, bool],
    has: tuple[str, str, bool],
) -> None:
    call_id, (result, needs_review) = await scene.campaign.call(NUMBER), ends
    await scene.campaign.run(
        "UPDATE calls SET result = :result, outcome = :outcome, needs_review = :review WHERE id = :call",
        result=had[0],
        outcome=had[1],
        review=had[2],
        call=call_id,
    )
    async with scene.campaign.database.transaction() as session:
        assert await closing.close_undialled(
            session,
            scene.campaign.account_id,
            call_id,
            result=result,
            why="over",
            needs_review=needs_review,
        )
    left = await _left(scene, call_id, "result", "outcome", "needs_review")
    assert has == (left["result"], left["outcome"], left["needs_review"])


REFUSALS: list[tuple[tuple[ReasonCode, ...], str, bool]] = [
    ((ReasonCode.SUPPRESSED,), "never_dialled", False),
    ((ReasonCode.WRITING_WANTED,), "writing_wanted", False),
    ((ReasonCode.NO_WISHED_HOUR,), "never_dialled", True),
    ((ReasonCode.SUPPRESSED, ReasonCode.WRITING_WANTED), "never_dialled", False),
    ((ReasonCode.SUPPRESSED, ReasonCode.NO_WISHED_HOUR), "never_dialled", False),
]


@pytest.mark.parametrize(("codes", "result", "is_looked_at"), REFUSALS)
async def test_a_refusal_is_kept_with_the_call_that_it_closes(
    scene: Scene, codes: tuple[ReasonCode, ...], result: str, is_looked_at: bool
) -> None:
    """Once; of a call that is closed nothing is decided."""
    call_id = await scene.campaign.call(NUMBER)
    reasons = tuple(Reason(code, f"because of {code}", (DO_NOT_CALL, LIVE_LEG)) for code in codes)
    decision = Contactability(ContactVerdict.REFUSE, None, reasons, "rules@7")
    for is_first in (True, False):
        async with scene.campaign.database.transaction() as session:
            assert is_first is await closing.refuse_call(
                session, scene.campaign.account_id, call_id, decision, attempt=3, now=ENDED_AT, why="no"
            )
    left = await _left(scene, call_id, "state", "result", "needs_review", "why")
    assert ("closed", result, is_looked_at, "no") == tuple(
        left[name] for name in ("state", "result", "needs_review", "why")
    )
    [kept] = await scene.campaign.rows(
        "SELECT attempt, channel, verdict, until, reasons, rule_set, decided_at FROM decisions WHERE call_id = :call",
        call=call_id,
    )
    assert {
        "attempt": 3,
        "channel": "voice",
        "verdict": "refuse",
        "until": None,
        "reasons": [
            {
                "code": str(code),
                "text": f"because of {code}",
                "rules": ["do_not_call", "number.live_leg"],
            }
            for code in codes
        ],
        "rule_set": "rules@7",
        "decided_at": ENDED_AT,
    } == kept


async def _end_of(scene: Scene, call_id: CallId) -> tuple[bool, bool, bool] | None:
    """Whether it was dialled, is known to the CRM, and ended with an attempt."""
    async with scene.campaign.database.transaction() as session:
        end = await closing.read_call_end(session, scene.campaign.account_id, call_id)
    return None if end is None else (end.was_dialled, end.synced, end.by_attempt)


async def test_a_call_that_is_refused_after_an_attempt_did_not_end_with_it(scene: Scene) -> None:
    """Though the attempt has events of its own."""
    call_id = await _dialled(scene, "ended")
    await _close(scene, call_id, _verdict(BusinessOutcome.NONE, NEXT_AT, needs_review=False))
    assert await _end_of(scene, call_id) is None
    assert await _refuse(scene, call_id)
    assert (True, False, False) == await _end_of(scene, call_id)
    async with scene.campaign.database.transaction() as session:
        for record in ("first", "second"):
            await store_crm_link(
                session, scene.campaign.account_id, call_id, contact_id="contact", record_id=record
            )
    assert (True, True, False) == await _end_of(scene, call_id)
    [link] = await scene.campaign.rows(
        "SELECT contact_id, record_id FROM crm_links WHERE call_id = :call", call=call_id
    )
    assert {"contact_id": "contact", "record_id": "second"} == link


async def test_a_call_ends_with_the_attempt_that_closes_it(scene: Scene) -> None:
    call_id = await _dialled(scene, "ended")
    await _close(scene, call_id, _verdict(BusinessOutcome.NONE, None, needs_review=False))
    assert (True, False, True) == await _end_of(scene, call_id)


async def test_an_attempt_that_was_never_sent_is_no_dial(scene: Scene) -> None:
    call_id = await _dialled(scene, "closed")
    await scene.campaign.run("UPDATE attempts SET placing_at = NULL WHERE call_id = :call", call=call_id)
    assert await _refuse(scene, call_id)
    assert (False, False, False) == await _end_of(scene, call_id)


async def test_a_call_that_was_never_dialled_ends_with_nothing(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    assert await _refuse(scene, call_id)
    left = await _left(scene, call_id, *UNDIALLED)
    assert ["closed", "never_dialled", "none", "refused", None, False] == [left[name] for name in UNDIALLED]


async def test_a_call_whose_leg_may_live_is_closed_by_nobody(scene: Scene) -> None:
    """Law 6: its line stays with it."""
    call_id = await _dialled(scene, "placed")
    before = await scene.campaign.snapshot()
    assert not await _refuse(scene, call_id)
    async with scene.campaign.database.transaction() as session:
        await closing.close_cancelled_attempt(
            session, scene.campaign.account_id, attempt_id(call_id, 1), why="an operator"
        )
    assert before == await scene.campaign.snapshot()


async def test_the_attempt_of_a_cancelled_call_keeps_its_result_and_what_was_said(scene: Scene) -> None:
    call_id = await _dialled(scene, "ended")
    await _told(scene, call_id, BusinessOutcome.INTERESTED)
    async with scene.campaign.database.transaction() as session:
        await closing.close_cancelled_attempt(
            session, scene.campaign.account_id, attempt_id(call_id, 1), why="an operator"
        )
    row = await scene.campaign.row("attempts", attempt_id(call_id, 1))
    assert ("closed", "cancelled", "an operator", ENDED_AT) == (
        row["state"],
        row["result"],
        row["reason"],
        row["ended_at"],
    )
    left = await _left(scene, call_id, "outcome")
    assert ("interested", 0) == (left["outcome"], left["snapshots"])


async def test_a_cancel_takes_no_outcome_away_where_nothing_was_said(scene: Scene) -> None:
    call_id = await _dialled(scene, "ended")
    await _told(scene, call_id, BusinessOutcome.NONE)
    await scene.campaign.run(
        "UPDATE calls SET outcome = 'callback' WHERE id = :call",
        call=call_id,
    )
    await scene.campaign.run(
        "UPDATE attempts SET leg_result = 'busy' WHERE call_id = :call",
        call=call_id,
    )
    async with scene.campaign.database.transaction() as session:
        await closing.close_cancelled_attempt(
            session, scene.campaign.account_id, attempt_id(call_id, 1), why="an operator"
        )
    assert "callback" == (await scene.campaign.row("calls", call_id))["outcome"]
    assert "cancelled" == (await scene.campaign.row("attempts", attempt_id(call_id, 1)))["result"]


async def _told(
    scene: Scene, call_id: CallId, outcome: BusinessOutcome, *, needs_review: bool = False
) -> None:
    report = ConversationReport(
        scene.campaign.account_id,
        call_id,
        attempt_id(call_id, 1),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(outcome, "they said so", needs_review=needs_review),
        (),
        ENDED_AT,
        ENDED_AT + timedelta(seconds=20),
    )
    async with scene.campaign.database.transaction() as session:
        await store_report(session, report, scene.campaign.key_ring, suppression_id=new_id("sup"))


LATE = ("state", "outcome", "needs_review", "why", "next_attempt_at")


@pytest.mark.parametrize("state", ["claimed", "waiting", "queued", "dialling", "live"])
@pytest.mark.parametrize("outcome", [BusinessOutcome.OPT_OUT, BusinessOutcome.CALLBACK, BusinessOutcome.NONE])
async def test_what_a_late_report_leaves(scene: Scene, state: str, outcome: BusinessOutcome) -> None:
    """A final answer ends a call that waits; another is noted, and one who asks for a call so late is a person's to plan."""
    call_id = await _dialled(scene, "closed")
    await scene.campaign.run(
        "UPDATE calls SET state = :state, why = 'as it was', outcome = 'none', next_attempt_at = :at WHERE id = :call",
        state=state,
        at=NEXT_AT,
        call=call_id,
    )
    await _told(scene, call_id, outcome)
    ends = outcome is BusinessOutcome.OPT_OUT and state in ("claimed", "waiting", "queued")
    left = await _left(scene, call_id, *LATE)
    assert [
        "closed" if ends else state,
        str(outcome),
        outcome is BusinessOutcome.CALLBACK,
        "The person's answer is final: opt_out." if ends else "as it was",
        None if ends else NEXT_AT,
    ] == [left[name] for name in LATE]
    assert (({"lead", "call"}, 0) if ends else (set(), 1)) == (left["closed"], left["lines"])
    assert 0 == left["snapshots"]
    detail = {"result": None, "outcome": "opt_out", "why": "The person's answer is final: opt_out."}
    assert ([("call.closed", attempt_id(call_id, 1), detail)] if ends else []) == await _noted(scene, call_id)


async def test_a_late_report_that_is_in_doubt_is_looked_at(scene: Scene) -> None:
    call_id = await _dialled(scene, "closed")
    await _told(scene, call_id, BusinessOutcome.NONE, needs_review=True)
    assert (await scene.campaign.row("calls", call_id))["needs_review"]
