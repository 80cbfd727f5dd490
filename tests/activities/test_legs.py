"""What became of a leg, against a real PostgreSQL and a scripted carrier: our rows first, then the carrier's word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from activities import legs
from activities.legs import LegActivities, is_hopeless
from activities.tools import Limits
from database.attempts import AttemptEnd
from domain.calls import AttemptState, LegStatus
from domain.campaigns import AttemptCaps, CampaignPlan
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.errors import ProviderError, ProviderThrottled, ProviderUnavailable
from tests.activities.carrier import Answer, WorkerDied
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run

LIVE = LegStatus(ended=False, talking=False, reported=False)
OVER = LegStatus(ended=True, talking=False, reported=False)


async def test_a_leg_that_lives_is_reported_live_and_its_state_kept(scene: Scene) -> None:
    """Law 5: the callbacks were lost; the look-up stands in for them."""
    call_id = await _dialled(scene)
    assert LIVE == await _check(scene, call_id)
    assert AttemptState.RINGING is (await _known(scene, call_id)).state
    scene.carrier.answer(_leg(call_id))
    assert LIVE == await _check(scene, call_id)
    assert AttemptState.ANSWERED is (await _known(scene, call_id)).state


@pytest.mark.parametrize("result", [TechnicalResult.BUSY, TechnicalResult.NO_ANSWER, None])
async def test_a_leg_that_ended_unheard_is_found_out(scene: Scene, result: TechnicalResult | None) -> None:
    """Law 5, requirement 85: the carrier's last word was lost; it is kept as if it had come."""
    call_id = await _dialled(scene)
    scene.carrier.end(_leg(call_id), result)
    assert OVER == await _check(scene, call_id)
    known = await _known(scene, call_id)
    assert (AttemptState.ENDED, result) == (known.state, known.leg_result)
    assert (result is None) == (known.answered_at is not None)


async def test_a_leg_that_our_rows_know_as_over_is_not_asked_about(scene: Scene) -> None:
    """Design, section 4: every deadline reads PostgreSQL first."""
    call_id = await _dialled(scene)
    scene.carrier.end(_leg(call_id), TechnicalResult.BUSY)
    await _check(scene, call_id)
    scene.carrier.away = ProviderUnavailable()
    assert OVER == await _check(scene, call_id)
    assert OVER == await _hang_up(scene, call_id)
    assert [] == scene.carrier.hung_up


async def test_a_conversation_is_told_of_with_the_legs_end(scene: Scene) -> None:
    """Whoever hears that the leg is over waits for the report if somebody talked."""
    call_id = await _dialled(scene)
    await scene.converse(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED)
    assert replace(LIVE, talking=True, reported=True) == await _check(scene, call_id)
    scene.carrier.end(_leg(call_id), None)
    assert replace(OVER, talking=True, reported=True) == await _check(scene, call_id)
    assert (await _hang_up(scene, call_id)).talking


async def test_an_attempt_that_was_not_placed_yet_has_no_leg(scene: Scene) -> None:
    """The carrier is not asked; the close that follows takes it back."""
    call_id = await _dialled(scene)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'created', carrier_call_id = NULL WHERE call_id = :call", call=call_id
    )
    scene.carrier.away = ProviderUnavailable()
    assert OVER == await _hang_up(scene, call_id)


async def test_an_attempt_that_was_withdrawn_has_no_leg(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    assert OVER == await _check(scene, call_id)
    assert OVER == await _hang_up(scene, call_id)


async def test_a_leg_that_nobody_knows_is_hopeless_once_no_request_for_it_can_be_under_way(
    scene: Scene,
) -> None:
    """Law 1: what may leave until the send limit is over may be listed for so long after it."""
    known = await _known(scene, await _dialled(scene))
    limits = Limits(send_limit=timedelta(seconds=10), unconfirmed_after=timedelta(seconds=60))
    last = replace(known, read_at=known.sent_at + timedelta(seconds=70))
    assert not is_hopeless(last, limits)
    assert is_hopeless(replace(last, read_at=last.read_at + timedelta(seconds=1)), limits)


@pytest.mark.parametrize("talked", [True, False])
async def test_what_was_prepared_for_a_call_is_released_if_nobody_took_it(scene: Scene, talked: bool) -> None:
    call_id = await _dialled(scene)
    if talked:
        await scene.converse(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED)
        await scene.campaign.run(
            "UPDATE attempts SET media_process = 'media-test' WHERE call_id = :call", call=call_id
        )  # by whom it was prepared
    scene.carrier.end(_leg(call_id), None if talked else TechnicalResult.NO_ANSWER)
    await _check(scene, call_id)
    await scene.close(call_id)
    assert ([] if talked else [f"{call_id}-1"]) == scene.stage.released
    assert 1 == len(set(scene.stage.asked_at)), "the process that made ready"


@pytest.mark.parametrize("error", [OSError("away"), TimeoutError(), ProviderThrottled()])
async def test_a_media_server_that_is_gone_keeps_no_call_open(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Law 5: what it prepared goes with it."""

    async def gone(*_: object) -> None:
        raise error

    monkeypatch.setattr(scene.stage, "release", gone)
    call_id = await _dialled(scene)
    scene.carrier.end(_leg(call_id), TechnicalResult.INVALID_NUMBER)
    await _check(scene, call_id)
    assert (await scene.close(call_id)).closed


async def test_a_call_that_is_closed_needs_no_news_of_its_ends(scene: Scene) -> None:
    """They are marked with the close; otherwise the API's sweep would tell them again."""
    call_id = await _dialled(scene)
    await scene.converse(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED)
    scene.carrier.end(_leg(call_id), None)
    await _check(scene, call_id)
    await scene.close(call_id)
    news = await scene.campaign.rows(
        "SELECT kind, delivered_at IS NULL AS waits FROM call_events "
        "WHERE account_id = :account_id AND kind IN ('leg.ended', 'conversation.reported')"
    )
    assert {"conversation.reported"} <= {each["kind"] for each in news}
    assert [] == [each["kind"] for each in news if each["waits"]]


async def test_a_carrier_that_cannot_be_asked_leaves_the_question_open(scene: Scene) -> None:
    """Law 6: no answer is not the end of a leg."""
    call_id = await _dialled(scene)
    scene.carrier.away = ProviderUnavailable()
    for step in (_check, _hang_up):
        with pytest.raises(ProviderUnavailable):
            await step(scene, call_id)
    assert AttemptState.PLACED is (await _known(scene, call_id)).state


async def test_a_look_up_that_is_repeated_changes_nothing(scene: Scene) -> None:
    call_id = await _dialled(scene)
    scene.carrier.end(_leg(call_id), TechnicalResult.BUSY)
    await _check(scene, call_id)
    before = await scene.campaign.snapshot()
    await _check(scene, call_id)
    assert before == await scene.campaign.snapshot()


async def test_each_leg_that_was_looked_up_is_an_event_of_its_own(scene: Scene) -> None:
    """Whoever watches, and other people's programs, hear of the second call of an account as of the first, and of its next attempt."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    again, other = await _dialled(scene), await _dialled(scene, number=OTHER_NUMBER)
    scene.carrier.end(_leg(again), TechnicalResult.BUSY)
    await _check(scene, again)
    await scene.close(again)
    await scene.moment_comes(again)
    await scene.prepared_dial(again, 2)
    scene.carrier.end(f"CA-{again}-2", TechnicalResult.NO_ANSWER)
    scene.carrier.end(_leg(other), TechnicalResult.BUSY)
    await run(LegActivities(scene.tools).check_leg, scene.attempt(again, 2))
    await _check(scene, other)
    told = await scene.campaign.rows(
        "SELECT attempt_id, detail FROM call_events WHERE account_id = :account_id AND kind = 'leg.ended'"
    )
    assert {f"{again}-1": "busy", f"{again}-2": "no_answer", f"{other}-1": "busy"} == {
        each["attempt_id"]: each["detail"]["result"] for each in told
    }


# Hanging up.


async def test_a_leg_is_hung_up_by_its_id_and_seen_to_be_over(scene: Scene) -> None:
    """Requirement 40."""
    call_id = await _dialled(scene)
    assert OVER == await _hang_up(scene, call_id)
    assert [_leg(call_id)] == scene.carrier.hung_up
    known = await _known(scene, call_id)
    assert (AttemptState.ENDED, TechnicalResult.CANCELLED) == (known.state, known.leg_result)


async def test_a_leg_whose_id_was_lost_is_found_and_hung_up(scene: Scene) -> None:
    """Laws 1 and 6: the worker died before the carrier's answer was stored."""
    call_id = await _dialled(scene, Answer(WorkerDied()))
    assert OVER == await _hang_up(scene, call_id)
    assert [_leg(call_id)] == scene.carrier.hung_up
    known = await _known(scene, call_id)
    assert _leg(call_id) == known.carrier_call_id
    assert scene.carrier.searches == [
        {
            "to": NUMBER,
            "from_number": "+14155552671",
            "correlation": f"{call_id}-1",
            "since": known.placing_at,
            "fictional": True,
            "not_these": [],
        }
    ]


async def test_another_attempts_leg_is_never_hung_up_for_one_whose_id_was_lost(scene: Scene) -> None:
    """Law 1: the number's legs that belong to other attempts are left out of the look-up."""
    call_id = await _dialled(scene, Answer(WorkerDied()))
    await scene.campaign.run(
        """
        INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, carrier_call_id)
        SELECT call_id || '-9', account_id, call_id, 9, number_hash, trunk_id, 'ended', placing_at, :leg
        FROM attempts WHERE call_id = :call
        """,
        call=call_id,
        leg=_leg(call_id),
    )
    assert LIVE == await _hang_up(scene, call_id)
    assert [] == scene.carrier.hung_up
    assert [[_leg(call_id)]] == [search["not_these"] for search in scene.carrier.searches], "left out at once"


async def test_a_dial_that_cannot_be_found_yet_is_not_called_over(scene: Scene) -> None:
    """Laws 1 and 6: it may still be on its way; the caller asks again."""
    call_id = await _dialled(scene, Answer(WorkerDied(), found_after=1))
    assert LIVE == await _hang_up(scene, call_id)
    assert OVER == await _hang_up(scene, call_id)
    assert [_leg(call_id)] == scene.carrier.hung_up


async def test_a_cancel_closes_nothing_while_the_leg_may_live(scene: Scene) -> None:
    """Law 6: its line stays taken and its call open, for the sweep to end the leg; it rang on with nobody to hang it up."""
    call_id = await _dialled(scene, Answer(WorkerDied(), found_after=1))
    assert LIVE == await _hang_up(scene, call_id)
    await scene.cancel(call_id)
    assert AttemptState.PLACING is (await _known(scene, call_id)).state
    assert ("dialling", 1) == (
        (await scene.campaign.row("calls", call_id))["state"],
        await scene.lines_taken(),
    )
    assert OVER == await _hang_up(scene, call_id)
    await scene.cancel(call_id)
    assert ("closed", 0) == (
        (await scene.campaign.row("calls", call_id))["state"],
        await scene.lines_taken(),
    )


async def test_a_leg_that_goes_on_after_the_hang_up_is_an_error(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 6: that the carrier took the request does not mean that the leg has ended."""
    monkeypatch.setattr(legs, "_HANG_UP_CHECKS", 2)
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0)
    call_id = await _dialled(scene)
    scene.carrier.obeys = False
    with pytest.raises(ProviderError, match="goes on"):
        await _hang_up(scene, call_id)
    assert AttemptState.RINGING is (await _known(scene, call_id)).state


async def test_a_hang_up_that_is_repeated_hangs_up_once(scene: Scene) -> None:
    """The worker died after the carrier had taken the request."""
    call_id = await _dialled(scene)
    await _hang_up(scene, call_id)
    before = await scene.campaign.snapshot()
    assert OVER == await _hang_up(scene, call_id)
    assert [_leg(call_id)] == scene.carrier.hung_up
    assert before == await scene.campaign.snapshot()


async def _dialled(scene: Scene, answer: Answer | None = None, number: str = NUMBER) -> CallId:
    call_id = await scene.campaign.call(number)
    scene.carrier.answers = [answer or Answer()]
    try:
        await scene.prepared_dial(call_id)
    except WorkerDied:
        assert (await _known(scene, call_id)).carrier_call_id is None
    return call_id


async def _check(scene: Scene, call_id: CallId) -> LegStatus:
    return await run(LegActivities(scene.tools).check_leg, scene.attempt(call_id))


async def _hang_up(scene: Scene, call_id: CallId) -> LegStatus:
    return await scene.hang_up(call_id)


async def _known(scene: Scene, call_id: CallId) -> AttemptEnd:
    known = await scene.known(call_id)
    assert known is not None
    return known


def _leg(call_id: CallId) -> str:
    return f"CA-{call_id}-1"
