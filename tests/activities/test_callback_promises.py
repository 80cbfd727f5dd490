"""A promised call is made when it was asked for, or a person is told; nobody is dialled on a guess."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.calls import ReadinessKind
from domain.campaigns import AttemptCaps, CampaignPlan, CustomWindow
from domain.contactability import PROMISED
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from tests.activities.scene import NUMBER, Scene

BERLIN = ZoneInfo("Europe/Berlin")
PLAN = CampaignPlan()


async def _asks(scene: Scene, phrase: str, plan: CampaignPlan = PLAN) -> CallId:
    """A call whose person asks to be called again with these words, closed after its first attempt."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.campaign.set_plan(plan)  # its hours need not be open at the time of the test
    await _says(scene, call_id, phrase)
    return call_id


async def _says(scene: Scene, call_id: CallId, phrase: str, number: int = 1) -> None:
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me again.", callback_phrase=phrase)
    await scene.converse(call_id, verdict, EndReason.FINISHED, number=number)
    await scene.close(call_id, number)


async def _call(scene: Scene, call_id: CallId) -> Any:
    return await scene.campaign.row("calls", call_id)


async def test_the_moment_they_named_is_when_they_are_called(scene: Scene) -> None:
    call = await _call(scene, await _asks(scene, "the day after tomorrow at four"))
    expected = datetime.now(BERLIN).date() + timedelta(days=2)
    at = call["next_attempt_at"].astimezone(BERLIN)
    assert ("waiting", expected, "16:00") == (call["state"], at.date(), f"{at:%H:%M}")
    assert (PROMISED, False) == (call["not_before_because"], call["needs_review"])


@pytest.mark.parametrize("phrase", ["", "call me later", "Monday doesn't work for me", "at five your time"])
async def test_who_did_not_say_clearly_when_is_not_dialled_and_somebody_is_told(
    scene: Scene, phrase: str
) -> None:
    call_id = await _asks(scene, phrase)
    call = await _call(scene, call_id)
    assert ("closed", "callback", True) == (call["state"], call["outcome"], call["needs_review"])
    assert call["next_attempt_at"] is None
    assert "somebody has to look" in call["why"]
    assert ReadinessKind.READY is not (await scene.prepare(call_id)).kind
    assert 1 == len(scene.carrier.requests)


async def test_a_campaign_s_default_is_used_for_who_did_not_say_when_and_is_told(scene: Scene) -> None:
    call = await _call(
        scene, await _asks(scene, "call me later", CampaignPlan(callback_default_seconds=7200))
    )
    wait = call["next_attempt_at"] - datetime.now(UTC)
    assert timedelta(hours=1, minutes=59) < wait <= timedelta(hours=2)
    assert "default" in call["why"]


async def test_what_no_calling_hour_lies_in_is_not_moved_out_of_what_was_said(scene: Scene) -> None:
    """ "At nine" where the campaign calls until five is a person's to settle; "tomorrow" is kept within its hours."""
    hours = (CustomWindow(tuple(range(7)), "13:00", "17:00"),)
    late = await _call(
        scene, await _asks(scene, "tomorrow at nine in the evening", CampaignPlan(hours=hours))
    )
    assert ("closed", True) == (late["state"], late["needs_review"])


async def test_a_day_that_was_named_is_kept_within_the_hours(scene: Scene) -> None:
    hours = (CustomWindow(tuple(range(7)), "13:00", "17:00"),)
    call = await _call(scene, await _asks(scene, "tomorrow", CampaignPlan(hours=hours)))
    at = call["next_attempt_at"].astimezone(BERLIN)
    assert (datetime.now(BERLIN).date() + timedelta(days=1), "13:00") == (at.date(), f"{at:%H:%M}")


async def test_a_promise_is_kept_beyond_the_cap_on_attempts_and_within_the_gap(scene: Scene) -> None:
    """The sixth attempt's "in ten minutes" is the seventh; the campaign's own gap of an hour does not delay it."""
    call_id = await _asks(scene, "in ten minutes", CampaignPlan(caps=AttemptCaps(per_lead=1, per_day=1)))
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now() WHERE id = :call",
        call=call_id,
    )
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await scene.dial(call_id, 2)
    assert 2 == len(scene.carrier.requests)


async def test_a_promised_call_that_never_reached_anybody_is_shown_to_a_person(scene: Scene) -> None:
    """They asked for it, it was tried, and nothing more is."""
    call_id = await _asks(scene, "in ten minutes", CampaignPlan(caps=AttemptCaps(per_lead=1, per_day=1)))
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now() WHERE id = :call",
        call=call_id,
    )
    await scene.prepared_dial(call_id, 2)
    scene.carrier.end(f"CA-{call_id}-2", TechnicalResult.NO_ANSWER)
    await scene.hang_up(call_id, 2)
    assert (await scene.close(call_id, 2)).closed
    call = await _call(scene, call_id)
    assert ("no_answer", "callback", True) == (call["result"], call["outcome"], call["needs_review"])


async def test_a_promise_that_is_cancelled_is_shown_to_a_person(scene: Scene) -> None:
    """A cancelled campaign dials nobody, and somebody was told they would be called."""
    call_id = await _asks(scene, "tomorrow at ten")
    assert not (await _call(scene, call_id))["needs_review"]
    await scene.cancel(call_id, 2)
    call = await _call(scene, call_id)
    assert ("closed", True) == (call["state"], call["needs_review"])


async def test_a_wish_that_comes_after_the_close_is_shown_to_a_person(scene: Scene) -> None:
    """A late report causes no retry (law 5)."""
    await scene.campaign.set_plan(CampaignPlan())
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.hang_up(call_id)
    await scene.close(call_id)
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me", callback_phrase="in two hours")
    await scene.converse(call_id, verdict, EndReason.FINISHED)
    assert (await _call(scene, call_id))["needs_review"]
