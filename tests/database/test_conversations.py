"""Conversations: a stream opens once; a late report amends and suppresses, and never causes a retry (laws 4 and 5)."""

from datetime import UTC, datetime, timedelta

from database.conversations import open_stream, store_report
from database.session import new_id
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import AttemptId, CallId, attempt_id
from domain.outcomes import BusinessOutcome
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene


async def _opens(scene: Scene, attempt: AttemptId) -> bool:
    async with scene.campaign.database.transaction() as session:
        return await open_stream(session, attempt, scene.campaign.key_ring) is not None


async def _report(scene: Scene, call_id: CallId, outcome: BusinessOutcome) -> int | None:
    began = datetime.now(UTC) - timedelta(seconds=30)
    report = ConversationReport(
        scene.campaign.account_id,
        call_id,
        attempt_id(call_id, 1),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(outcome, "they said so"),
        (),
        began,
        began + timedelta(seconds=20),
    )
    async with scene.campaign.database.transaction() as session:
        return await store_report(session, report, scene.campaign.key_ring, suppression_id=new_id("sup"))


async def test_a_stream_opens_once(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    assert [True, False] == [await _opens(scene, attempt) for _ in range(2)]


async def test_a_report_is_kept_once(scene: Scene) -> None:
    """Law 5: a duplicate has no event of its own and changes nothing."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    assert await _report(scene, call_id, BusinessOutcome.INTERESTED) is not None
    before = await scene.campaign.snapshot()
    assert await _report(scene, call_id, BusinessOutcome.OPT_OUT) is None
    assert before == await scene.campaign.snapshot()


async def test_a_late_report_amends_the_outcome_and_suppresses_and_causes_no_retry(scene: Scene) -> None:
    """Laws 4 and 5."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _opens(scene, attempt_id(call_id, 1))
    await scene.campaign.run(
        "UPDATE attempts SET state = 'ended', leg_rank = 4, ended_at = now() WHERE call_id = :call",
        call=call_id,
    )
    await scene.close(call_id)
    before = await scene.campaign.row("calls", call_id)
    await _report(scene, call_id, BusinessOutcome.OPT_OUT)
    after = await scene.campaign.row("calls", call_id)
    assert {**before, "outcome": "opt_out"} == after
    assert 1 == len((await scene.campaign.snapshot())["suppressions"])
    assert 1 == await scene.attempts()
