"""Reports and closes of an attempt, in whatever order they come: nothing said is lost, nobody is asked twice (laws 4, 5)."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from database import closing
from database.conversations import open_stream, store_report
from database.opt_outs import store_opt_out
from database.session import new_id
from database.suppressions import list_suppressions, remove_suppression
from domain.calls import DialKind, ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule, RetryRule
from domain.conversations import ConversationReport, EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.suppressions import OptOutEvidence
from domain.transcripts import Speaker, Turn
from providers.errors import ProviderThrottled
from tests.activities.carrier import Answer
from tests.activities.scene import NUMBER, Scene

PLAN = CampaignPlan(caps=AttemptCaps(per_lead=2, gap_seconds=0))
BROCHURE = FollowUpRule("Here is our brochure.", 60.0, outcomes=(BusinessOutcome.INTERESTED,))
SORRY = FollowUpRule("Sorry to have missed you.", 60.0, results=(TechnicalResult.CONVERSATION_LOST,))


async def _talks(scene: Scene, call_id: CallId, number: int = 1) -> None:
    """Dialled, picked up, hung up; the report is still to come."""
    await scene.prepared_dial(call_id, number)
    await _opens_stream(scene, call_id, number)
    await _ends(scene, call_id, number)


async def _opens_stream(scene: Scene, call_id: CallId, number: int) -> None:
    attempt = attempt_id(call_id, number)
    async with scene.campaign.database.transaction() as session:
        await open_stream(
            session,
            attempt,
            scene.campaign.key_ring,
            carrier_call_id=f"CA-{attempt}",
            epoch=1,
            process="media-1",
        )


async def _ends(
    scene: Scene, call_id: CallId, number: int = 1, result: TechnicalResult | None = None
) -> None:
    scene.carrier.end(f"CA-{attempt_id(call_id, number)}", result)
    await scene.hang_up(call_id, number)


def _report(
    scene: Scene, call_id: CallId, outcome: BusinessOutcome, *, number: int = 1
) -> ConversationReport:
    said = (Turn(Speaker.PERSON, "You have the wrong number, I am afraid", 0, 4_000),)
    return scene.report(call_id, Verdict(outcome, "they said so"), EndReason.FINISHED, said, number=number)


async def _lost_and_waiting(scene: Scene, plan: CampaignPlan = PLAN) -> CallId:
    """A call whose conversation was given up, and which waits for its second attempt."""
    await scene.campaign.set_plan(plan)
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    after = await scene.close(call_id)
    assert (False, TechnicalResult.CONVERSATION_LOST) == (after.closed, after.result)
    return call_id


@pytest.mark.parametrize(
    "outcome, is_closed",
    [(BusinessOutcome.CALLBACK, False), (BusinessOutcome.INTERESTED, True), (BusinessOutcome.NONE, False)],
)
async def test_a_repeated_close_tells_how_the_call_stands_since_its_late_report(
    scene: Scene, outcome: BusinessOutcome, is_closed: bool
) -> None:
    """Law 5: what the first answer said may be lost with its worker, and the report has come meanwhile."""
    call_id = await _lost_and_waiting(scene)
    await scene.store(_report(scene, call_id, outcome))
    again = await scene.close(call_id)
    assert (is_closed, TechnicalResult.CONVERSATION_LOST) == (again.closed, again.result)
    assert ("closed" if is_closed else "waiting") == (await scene.campaign.row("calls", call_id))["state"]


@pytest.mark.parametrize("comes", ["before the close", "before a cancel", "after the close"])
@pytest.mark.parametrize(
    "outcome, is_listed",
    [
        (BusinessOutcome.INTERESTED, False),
        (BusinessOutcome.CALLBACK, False),
        (BusinessOutcome.WRONG_NUMBER, True),
        (BusinessOutcome.OPT_OUT, True),
    ],
)
async def test_only_who_asked_for_it_is_never_called_again(
    scene: Scene, outcome: BusinessOutcome, is_listed: bool, comes: str
) -> None:
    """Law 4, however the call ends; whoever is interested stays a customer."""
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    if comes == "after the close":
        await scene.close(call_id)
    await scene.store(_report(scene, call_id, outcome))
    if comes == "before the close":
        await scene.close(call_id)
    if comes == "before a cancel":
        await scene.cancel(call_id)
    listed = await scene.campaign.rows("SELECT channel FROM suppressions WHERE account_id = :account_id")
    assert (["all"] if is_listed else []) == [entry["channel"] for entry in listed]


@pytest.mark.parametrize("comes", ["before the close", "before a cancel", "after the close"])
@pytest.mark.parametrize(
    "seconds, words, vendor, is_looked_at",
    [(90, 40, "", True), (90, 40, "model/openai", True), (20, 40, "", False)],
)
async def test_a_long_talk_of_which_nothing_is_known_is_looked_at(
    scene: Scene, seconds: int, words: int, vendor: str, is_looked_at: bool, comes: str
) -> None:
    """And nobody calls again before, whatever failed."""
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    said = (Turn(Speaker.PERSON, "well " * words, 0, 1_000),)
    report = scene.report(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED, said)
    report = replace(report, failed_vendor=vendor, ended_at=report.began_at + timedelta(seconds=seconds))
    if comes == "after the close":
        await scene.close(call_id)
    await scene.store(report)
    if comes == "before the close":
        assert (True, TechnicalResult.TALKED) == ((after := await scene.close(call_id)).closed, after.result)
    if comes == "before a cancel":
        await scene.cancel(call_id)
    call = await scene.campaign.row("calls", call_id)
    [conversation] = await scene.campaign.rows(
        "SELECT needs_review FROM conversations WHERE account_id = :account_id"
    )
    assert is_looked_at is conversation["needs_review"]
    assert comes == "before a cancel" or is_looked_at is call["needs_review"]


@pytest.mark.parametrize("comes", ["before the close", "before a cancel", "after the close"])
@pytest.mark.parametrize("decided_by, source", [("guard", "opt_out"), ("key", "pressed_on_call")])
async def test_an_entry_keeps_what_proves_it_however_the_call_ends(
    scene: Scene, decided_by: str, source: str, comes: str
) -> None:
    """The media server could not store it, so the report makes it binding."""
    call_id, words = await scene.campaign.call(NUMBER), "Never again."
    await _talks(scene, call_id)
    verdict = Verdict(BusinessOutcome.OPT_OUT, words, decided_by=decided_by)
    said = (Turn(Speaker.PERSON, words, 3_000, 4_000), Turn(Speaker.AGENT, words, 4_000, 5_000))
    report = scene.report(call_id, verdict, EndReason.OPT_OUT, said)
    if comes == "after the close":
        await scene.close(call_id)
    await scene.store(report)
    if comes == "before the close":
        await scene.close(call_id)
    if comes == "before a cancel":
        await scene.cancel(call_id)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        [entry] = await list_suppressions(
            session, campaign.account_id, campaign.key_ring, number=NUMBER, before=None, limit=5
        )
    assert (source, call_id) == (entry.source, entry.call_id)
    said_at = report.began_at + timedelta(seconds=4)
    assert OptOutEvidence(words, said_at, attempt_id(call_id, 1)) == entry.evidence


@pytest.mark.parametrize("wants_callback", [True, False])
async def test_the_next_attempt_counts_from_the_calls_end_though_its_close_was_held_up(
    scene: Scene, wants_callback: bool
) -> None:
    """Temporal was away for an hour: "in two hours" means two hours after it was said, and so does a back-off."""
    busy = RetryRule(first_wait_seconds=7200.0, jitter=0.0)
    await scene.campaign.set_plan(replace(PLAN, retries={TechnicalResult.BUSY: busy}))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    if wants_callback:
        verdict = Verdict(BusinessOutcome.CALLBACK, "Call me", callback_phrase="in two hours")
        await scene.converse(call_id, verdict, EndReason.FINISHED)
        await _ends(scene, call_id)
    else:
        await _ends(scene, call_id, result=TechnicalResult.BUSY)
    await scene.campaign.run(
        "UPDATE attempts SET ended_at = ended_at - interval '1 h' WHERE call_id = :call", call=call_id
    )
    await scene.close(call_id)
    known = await scene.known(call_id)
    assert known is not None
    assert known.ended_at is not None
    assert known.ended_at + timedelta(hours=2) == (await scene.campaign.row("calls", call_id))["not_before"]


async def test_a_final_answer_that_comes_late_ends_the_waiting_call(scene: Scene) -> None:
    call_id = await _lost_and_waiting(scene)
    await scene.store(_report(scene, call_id, BusinessOutcome.NOT_INTERESTED))
    await scene.moment_comes(call_id)
    assert ReadinessKind.FINAL is (await scene.prepare(call_id)).kind
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "not_interested", "The person's answer is final: not_interested.") == (
        call["state"],
        call["outcome"],
        call["why"],
    )
    assert "closed" == (await scene.campaign.row("leads", call["lead_id"]))["state"]
    assert 0 == await scene.lines_taken()
    assert 1 == len(scene.carrier.requests)


async def test_an_answer_that_is_not_final_lets_the_call_wait(scene: Scene) -> None:
    call_id = await _lost_and_waiting(scene)
    await scene.store(_report(scene, call_id, BusinessOutcome.CALLBACK))
    call = await scene.campaign.row("calls", call_id)
    assert ("waiting", "callback") == (call["state"], call["outcome"])


async def test_an_attempt_that_brings_nothing_takes_no_outcome_away(scene: Scene) -> None:
    """Asked to be called back, then not reached: the call's outcome is still the callback."""
    call_id = await _lost_and_waiting(scene)
    await scene.store(_report(scene, call_id, BusinessOutcome.CALLBACK))
    await scene.moment_comes(call_id)
    await scene.prepared_dial(call_id, 2)
    await _ends(scene, call_id, 2, TechnicalResult.NO_ANSWER)
    after = await scene.close(call_id, 2)
    call = await scene.campaign.row("calls", call_id)
    assert (True, BusinessOutcome.CALLBACK) == (after.closed, after.outcome)
    assert ("closed", "no_answer", "callback") == (call["state"], call["result"], call["outcome"])


async def test_a_final_answer_known_during_the_next_attempt_is_its_end(scene: Scene) -> None:
    """The telephone rang already when the answer came: not answered, it does not ring a third time."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=6, gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    await scene.close(call_id)
    await scene.moment_comes(call_id)
    await scene.prepared_dial(call_id, 2)
    await scene.store(_report(scene, call_id, BusinessOutcome.NOT_INTERESTED))
    assert "dialling" == (await scene.campaign.row("calls", call_id))["state"]
    await _ends(scene, call_id, 2, TechnicalResult.BUSY)
    after = await scene.close(call_id, 2)
    assert (True, BusinessOutcome.NOT_INTERESTED) == (after.closed, after.outcome)


@pytest.mark.parametrize("throttled", [True, False], ids=["is put off", "waits for its slot"])
async def test_a_final_answer_known_before_the_next_attempt_rings_stops_it(
    scene: Scene, throttled: bool
) -> None:
    """The call was being dialled, so the report did not end it; put off, it was dialled again all the same."""
    call_id = await _lost_and_waiting(scene, CampaignPlan(caps=PLAN.caps, follow_ups=(BROCHURE,)))
    await scene.moment_comes(call_id)
    await scene.prepare(call_id)
    report = _report(scene, call_id, BusinessOutcome.INTERESTED)
    if throttled:
        scene.carrier.answers = [Answer(ProviderThrottled(), dials=False)]
        scene.carrier.before_answer = lambda request: scene.store(report)
        assert DialKind.DEFERRED is (await scene.dial(call_id, 2)).kind
    else:
        await scene.campaign.run(
            "UPDATE trunks SET next_dial_at = clock_timestamp() + interval '1.5 s' WHERE id = :trunk",
            trunk=scene.campaign.trunk_id,
        )
        dial = asyncio.create_task(scene.dial(call_id, 2))
        while await scene.known(call_id, 2) is None:
            assert not dial.done()
        await scene.store(report)
        assert DialKind.REFUSED is (await dial).kind
    assert ReadinessKind.FINAL is (await scene.prepare(call_id)).kind
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "interested", "The person's answer is final: interested.") == (
        call["state"],
        call["outcome"],
        call["why"],
    )
    assert (1, 0) == (len(scene.carrier.dialled), await scene.lines_taken())
    assert [0] == [message.rule for message in (await scene.what_follows(call_id)).messages]


@pytest.mark.parametrize(
    "first, second, late, stands",
    [
        (None, BusinessOutcome.INTERESTED, (1, BusinessOutcome.CALLBACK), BusinessOutcome.INTERESTED),
        (None, BusinessOutcome.NONE, (1, BusinessOutcome.CALLBACK), BusinessOutcome.CALLBACK),
        (BusinessOutcome.CALLBACK, None, (2, BusinessOutcome.INTERESTED), BusinessOutcome.INTERESTED),
    ],
    ids=["behind an answer", "behind nothing said", "behind nobody"],
)
async def test_a_late_report_amends_unless_a_later_attempt_brought_an_answer(
    scene: Scene,
    first: BusinessOutcome | None,
    second: BusinessOutcome | None,
    late: tuple[int, BusinessOutcome],
    stands: BusinessOutcome,
) -> None:
    await scene.campaign.set_plan(PLAN)
    call_id = await scene.campaign.call(NUMBER)
    for number, brought in ((1, first), (2, second)):
        await scene.moment_comes(call_id)
        await _talks(scene, call_id, number)
        if brought is not None:
            await scene.store(_report(scene, call_id, brought, number=number))
        await scene.close(call_id, number)
        await scene.campaign.run("UPDATE calls SET state = 'waiting' WHERE id = :call", call=call_id)
    number, outcome = late
    await scene.store(_report(scene, call_id, outcome, number=number))
    assert stands == (await scene.campaign.row("calls", call_id))["outcome"]


async def test_a_report_that_comes_while_its_attempt_is_being_closed_is_not_missed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what the close reads and what it writes: the report waits, sees the close, and binds all the same."""
    await scene.campaign.set_plan(PLAN)
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    report, close, storing = _report(scene, call_id, BusinessOutcome.WRONG_NUMBER), closing.close_attempt, []

    async def slow_close(*arguments: Any, **more: Any) -> bool:
        storing.append(asyncio.create_task(scene.store(report)))
        await _until_a_lock_is_waited_for(scene, storing[0])
        return await close(*arguments, **more)

    monkeypatch.setattr(closing, "close_attempt", slow_close)
    await scene.close(call_id)
    await storing[0]
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "wrong_number") == (call["state"], call["outcome"])
    assert 1 == len((await scene.campaign.snapshot())["suppressions"])


async def test_an_earlier_attempts_report_that_comes_while_the_next_is_being_closed_is_not_missed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The close had read that nobody had answered, and let the call wait for a third ring."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=6, gap_seconds=0)))
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    await scene.close(call_id)
    await scene.moment_comes(call_id)
    await scene.prepared_dial(call_id, 2)
    await _ends(scene, call_id, 2, TechnicalResult.BUSY)
    report = _report(scene, call_id, BusinessOutcome.NOT_INTERESTED)
    close, storing = closing.close_attempt, []

    async def slow_close(*arguments: Any, **more: Any) -> bool:
        storing.append(asyncio.create_task(scene.store(report)))
        await _until_a_lock_is_waited_for(scene, storing[0])
        return await close(*arguments, **more)

    monkeypatch.setattr(closing, "close_attempt", slow_close)
    await scene.close(call_id, 2)
    await storing[0]
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "not_interested") == (call["state"], call["outcome"])


async def test_an_answer_that_is_being_stored_while_the_call_is_cancelled_binds(scene: Scene) -> None:
    """Law 4: the cancel waits for the report, and sees it."""
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        report = _report(scene, call_id, BusinessOutcome.WRONG_NUMBER)
        await store_report(session, report, campaign.key_ring, suppression_id=new_id("sup"))
        cancelling = asyncio.create_task(scene.cancel(call_id))
        await _until_a_lock_is_waited_for(scene, cancelling)
    await cancelling
    assert ["all"] == [entry["channel"] for entry in (await campaign.snapshot())["suppressions"]]
    assert "wrong_number" == (await campaign.row("calls", call_id))["outcome"]


async def _until_a_lock_is_waited_for(scene: Scene, storing: asyncio.Task[None]) -> None:
    """Or until the report is stored without any wait."""
    waiting = "SELECT 1 AS found FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    async with asyncio.timeout(10):
        while not (storing.done() or await scene.campaign.rows(waiting)):
            continue


async def test_what_was_said_before_a_cancel_binds_and_nothing_sealed_stays_behind(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await _talks(scene, call_id)
    attempt, account_id = attempt_id(call_id, 1), scene.campaign.account_id
    await scene.campaign.run(
        "INSERT INTO conversation_snapshots (attempt_id, account_id, epoch, content_sealed) VALUES (:a, :b, 1, '')",
        a=attempt,
        b=account_id,
    )
    await scene.store(_report(scene, call_id, BusinessOutcome.OPT_OUT))
    await scene.cancel(call_id)
    call = await scene.campaign.row("calls", call_id)
    assert ("closed", "opt_out") == (call["state"], call["outcome"])
    assert 1 == len((await scene.campaign.snapshot())["suppressions"])
    left = "SELECT attempt_id FROM conversation_snapshots WHERE account_id = :account_id"
    assert [] == await scene.campaign.rows(left)


async def test_an_opt_out_binds_every_channel(scene: Scene) -> None:
    """Law 4: said on the telephone, it stops text messages too."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    async with scene.campaign.database.transaction() as session:
        await store_opt_out(
            session,
            scene.campaign.account_id,
            attempt_id(call_id, 1),
            OptOutEvidence("Never again."),
            scene.campaign.key_ring,
            suppression_id=f"sup_{call_id}",
            source="said_on_call",
        )
    [suppressed] = (await scene.campaign.snapshot())["suppressions"]
    assert ("all", "said_on_call") == (suppressed["channel"], suppressed["source"])


async def test_a_late_report_that_is_told_again_binds_no_number_that_was_freed_meanwhile(
    scene: Scene,
) -> None:
    call_id = await _lost_and_waiting(scene)
    report, account_id = _report(scene, call_id, BusinessOutcome.OPT_OUT), scene.campaign.account_id
    await scene.store(report)
    async with scene.campaign.database.transaction() as session:
        [entry] = (await scene.campaign.snapshot())["suppressions"]
        await remove_suppression(session, account_id, entry["id"], datetime.now(UTC))
    await scene.store(report)
    [only] = (await scene.campaign.snapshot())["suppressions"]
    assert (entry["id"], True) == (only["id"], only["removed_at"] is not None)


async def test_a_person_who_opted_out_gets_no_follow_up(scene: Scene) -> None:
    """Law 4: though a rule names the result."""
    rule = FollowUpRule("Thank you for your time.", results=(TechnicalResult.TALKED,))
    await scene.campaign.set_plan(CampaignPlan(follow_ups=(rule,)))
    for outcome, messages in ((BusinessOutcome.OPT_OUT, 0), (BusinessOutcome.NOT_INTERESTED, 1)):
        call_id = await scene.campaign.call(f"+493055501{messages}")
        await _talks(scene, call_id)
        await scene.store(_report(scene, call_id, outcome))
        assert messages == len((await scene.close(call_id)).messages)


async def test_after_a_late_answer_its_messages_follow(scene: Scene) -> None:
    call_id = await _lost_and_waiting(scene, CampaignPlan(caps=PLAN.caps, follow_ups=(BROCHURE,)))
    assert not (await scene.what_follows(call_id)).closed
    await scene.store(_report(scene, call_id, BusinessOutcome.INTERESTED))
    after = await scene.what_follows(call_id)
    assert (True, BusinessOutcome.INTERESTED, [0]) == (
        after.closed,
        after.outcome,
        [message.rule for message in after.messages],
    )


async def test_a_cancelled_call_is_followed_by_no_message(scene: Scene) -> None:
    call_id = await _lost_and_waiting(scene, CampaignPlan(caps=PLAN.caps, follow_ups=(SORRY,)))
    await scene.cancel(call_id, 2)
    assert () == (await scene.what_follows(call_id)).messages
