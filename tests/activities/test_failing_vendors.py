"""Conversations that a vendor could not hold: nobody's success, tried again, and the list waits meanwhile."""

from dataclasses import replace

from activities.closing import ClosingActivities
from database.conversations import open_stream
from database.vendor_breakers import MOST_FAILURES
from domain.calls import AfterAttempt, ReadinessKind
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.transcripts import Spans, Speaker, Turn
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

NOTHING = Verdict(BusinessOutcome.NONE)
HELLO = (Turn(Speaker.PERSON, "Hello, who is there please?", 0, 1_000),)
ANSWER = (*HELLO, Turn(Speaker.AGENT, "It is us.", 2_000, 3_000, spans=Spans(first_token=1_500)))


async def _converse(
    scene: Scene,
    call_id: CallId,
    vendor: str,
    verdict: Verdict = NOTHING,
    *,
    reason: EndReason = EndReason.BROKEN,
) -> AfterAttempt:
    """The call is dialled and answered; the vendor fails its conversation."""
    await scene.prepared_dial(call_id)
    report = scene.report(call_id, verdict, reason, HELLO if vendor else ANSWER)
    async with scene.campaign.database.transaction() as session:
        await open_stream(
            session,
            report.attempt_id,
            scene.campaign.key_ring,
            carrier_call_id=f"CA-{report.attempt_id}",
            epoch=1,
            process="media-1",
        )
    await run(ClosingActivities(scene.tools).store_report, replace(report, failed_vendor=vendor))
    scene.carrier.end(f"CA-{attempt_id(call_id, 1)}", None)
    await scene.hang_up(call_id)
    return await scene.close(call_id)


async def test_a_conversation_that_the_model_failed_is_tried_again(scene: Scene) -> None:
    """Not talked: the person is none of those who need not be called again."""
    call_id = await scene.campaign.call(NUMBER)
    after = await _converse(scene, call_id, "model/openai")
    assert (False, TechnicalResult.VENDOR_FAILED) == (after.closed, after.result)
    assert "Vendor failed, 1 of 3." in (await scene.campaign.row("calls", call_id))["why"]


async def test_an_opt_out_in_a_conversation_that_a_vendor_failed_binds(scene: Scene) -> None:
    """Law 4."""
    verdict = Verdict(BusinessOutcome.OPT_OUT, "Never call me again.", decided_by="guard")
    call_id = await scene.campaign.call(NUMBER)
    after = await _converse(scene, call_id, "model/openai", verdict, reason=EndReason.OPT_OUT)
    assert (True, TechnicalResult.TALKED, BusinessOutcome.OPT_OUT) == (
        after.closed,
        after.result,
        after.outcome,
    )
    assert 1 == len(await scene.campaign.rows("SELECT id FROM suppressions WHERE account_id = :account_id"))


async def test_after_several_in_a_row_calls_wait_without_an_attempt_until_one_is_served(scene: Scene) -> None:
    """Laws 2 and 3; the reason is there for people."""
    for number in range(MOST_FAILURES):
        await _converse(scene, await scene.campaign.call(f"+493055520{number}"), "model/openai")
    waiting, later = [await scene.campaign.call(number) for number in (NUMBER, OTHER_NUMBER)]
    before = await scene.attempts()
    readiness = await scene.prepare(waiting)
    assert (ReadinessKind.WAIT_FOR_LINE, "vendor/model/openai") == (readiness.kind, readiness.waits_for)
    assert before == await scene.attempts()
    why = (await scene.campaign.row("calls", waiting))["why"]
    assert "waits for the language model openai: it has failed 3 times in a row" == why
    await _its_time_is_up(scene)
    assert ReadinessKind.READY is (await scene.prepare(waiting)).kind
    assert ReadinessKind.WAIT_FOR_LINE is (await scene.prepare(later)).kind
    await _converse(scene, waiting, "")
    assert ReadinessKind.READY is (await scene.prepare(later)).kind


async def _its_time_is_up(scene: Scene) -> None:
    await scene.campaign.run(
        "UPDATE vendor_breakers SET held_until = now() - interval '1 ms', failed_at = now() - interval '1 min'"
    )
