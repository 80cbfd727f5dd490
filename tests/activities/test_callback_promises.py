"""A promised call is made when it was asked for, or a person is told; nobody is dialled on a guess."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from activities.attempt_readiness import ReadinessActivities
from domain.callbacks import AgreedCallback
from domain.calls import CallRef, ReadinessKind, Reschedule
from domain.campaigns import AttemptCaps, CampaignPlan, CustomWindow, FollowUpRule
from domain.contactability import PROMISED
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.transcripts import Speaker, Transcript, Turn
from tests.activities.scene import NUMBER, Scene
from tests.activities.test_preferences import facts_of
from tests.database.campaign_rows import OPEN

BERLIN = ZoneInfo("Europe/Berlin")
PLAN = CampaignPlan()


async def _asks(
    scene: Scene, phrase: str, plan: CampaignPlan = PLAN, *, hours_key: str = OPEN, language: str = "en"
) -> CallId:
    """A call whose person asks to be called again with these words, closed after its first attempt."""
    call_id = await scene.campaign.call(NUMBER, hours_key=hours_key)
    await scene.prepared_dial(call_id)
    await scene.campaign.set_plan(plan)  # its hours need not be open at the time of the test
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me again.", callback_phrase=phrase)
    await scene.converse(call_id, verdict, EndReason.FINISHED)
    await scene.campaign.run(
        "UPDATE conversations SET language = :language WHERE call_id = :call", language=language, call=call_id
    )
    await scene.close(call_id)
    return call_id


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


@pytest.mark.parametrize(
    ("opens", "closes", "kept"),
    [
        ("00:00", "23:59", "10:00"),
        ("08:00", "09:30", "08:00"),
        ("11:00", "17:00", "11:00"),
        ("12:00", "17:00", "12:00"),
        ("12:01", "17:00", None),
        ("07:00", "08:00", None),
    ],
    ids=["in its middle", "before it", "behind it", "in the last moment", "too late", "too early"],
)
async def test_a_part_of_a_day_that_was_named_is_kept_within_it(
    scene: Scene, opens: str, closes: str, kept: str | None
) -> None:
    """A morning is from eight to twelve, and ten in the morning if that can be."""
    plan = CampaignPlan(hours=(CustomWindow(tuple(range(7)), opens, closes),))
    call = await _call(scene, await _asks(scene, "tomorrow morning", plan))
    at = call["next_attempt_at"]
    assert (kept is None) is call["needs_review"]
    assert kept == (at and f"{at.astimezone(BERLIN):%H:%M}")


async def test_no_call_is_promised_for_a_day_on_which_the_campaign_calls_nobody(scene: Scene) -> None:
    tomorrow = datetime.now(BERLIN).date() + timedelta(days=1)
    plan = CampaignPlan(closed_on=(tomorrow.isoformat(),))
    call = await _call(scene, await _asks(scene, "tomorrow at ten in the morning", plan))
    assert ("closed", True) == (call["state"], call["needs_review"])


async def test_a_promise_is_understood_in_the_language_in_which_it_was_asked_for(scene: Scene) -> None:
    call = await _call(scene, await _asks(scene, "morgen um sechzehn Uhr", language="de"))
    at = call["next_attempt_at"].astimezone(BERLIN)
    assert (datetime.now(BERLIN).date() + timedelta(days=1), "16:00") == (at.date(), f"{at:%H:%M}")


async def test_where_a_place_has_two_zones_that_of_nearly_everybody_there_counts(scene: Scene) -> None:
    """A corner of Texas keeps another time."""
    texas = "simulation|America/Chicago,America/Denver|US|TX"
    call = await _call(scene, await _asks(scene, "tomorrow at four in the afternoon", hours_key=texas))
    assert "16:00" == f"{call['next_attempt_at'].astimezone(ZoneInfo('America/Chicago')):%H:%M}"


async def test_a_promise_is_kept_beyond_the_cap_on_attempts_and_within_the_gap(scene: Scene) -> None:
    """The sixth attempt's "in ten minutes" is the seventh; the campaign's own gap of an hour does not delay it."""
    call_id = await _asks(scene, "in ten minutes", CampaignPlan(caps=AttemptCaps(per_lead=1, per_day=1)))
    await scene.moment_comes(call_id)
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await scene.dial(call_id, 2)
    assert 2 == len(scene.carrier.requests)


async def test_a_promised_call_that_never_reached_anybody_is_shown_to_a_person(scene: Scene) -> None:
    """They asked for it, it was tried, and nothing more is."""
    call_id = await _asks(scene, "in ten minutes", CampaignPlan(caps=AttemptCaps(per_lead=1, per_day=1)))
    await scene.moment_comes(call_id)
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


TODAY = datetime.now(UTC).replace(microsecond=0)


def _agreed(at: datetime, *, latest: datetime | None = None) -> AgreedCallback:
    return AgreedCallback(at, at, latest or at + timedelta(minutes=5), TODAY)


async def _agrees(
    scene: Scene,
    outcome: str,
    callback: AgreedCallback,
    transcript: Transcript = (),
    *,
    phrase: str = "yes, then",
) -> CallId:
    """A call on which this moment was read back and agreed to, closed after its first attempt."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    verdict = Verdict(outcome, "They said so.", callback_phrase=phrase)
    await scene.converse(call_id, verdict, EndReason.FINISHED, transcript, callback=callback)
    await scene.close(call_id)
    return call_id


async def test_what_was_agreed_is_kept_however_its_words_read(scene: Scene) -> None:
    """ "At three", said a minute before three and read a minute after it, is not tomorrow; nor is it lost in another language."""
    at = TODAY + timedelta(hours=3)
    call = await _call(scene, await _agrees(scene, BusinessOutcome.CALLBACK, _agreed(at)))
    assert ("waiting", at, PROMISED) == (call["state"], call["next_attempt_at"], call["not_before_because"])


async def test_a_moment_that_is_over_when_the_call_ends_is_left_to_a_person(scene: Scene) -> None:
    over = TODAY - timedelta(hours=1)
    call = await _call(scene, await _agrees(scene, BusinessOutcome.CALLBACK, _agreed(over, latest=over)))
    assert ("closed", True) == (call["state"], call["needs_review"])


async def test_a_moment_that_passes_while_they_talk_on_is_kept_as_long_as_it_lasts(scene: Scene) -> None:
    began = TODAY - timedelta(minutes=1)
    callback = _agreed(began, latest=TODAY + timedelta(hours=1))
    call = await _call(scene, await _agrees(scene, BusinessOutcome.CALLBACK, callback))
    assert "waiting" == call["state"]
    assert began < call["next_attempt_at"] <= callback.latest


@pytest.mark.parametrize(
    ("outcome", "is_kept"),
    [
        (BusinessOutcome.INTERESTED, True),
        (BusinessOutcome.FOLLOW_UP, True),
        (BusinessOutcome.NONE, True),
        (BusinessOutcome.NOT_INTERESTED, False),
        (BusinessOutcome.WRONG_NUMBER, False),
        (BusinessOutcome.OPT_OUT, False),
    ],
)
async def test_a_promise_outlives_whatever_else_came_of_the_call(
    scene: Scene, outcome: BusinessOutcome, is_kept: bool
) -> None:
    """And it is dialled: the call that has its answer is made all the same."""
    call_id = await _agrees(scene, outcome, _agreed(TODAY + timedelta(hours=3)))
    call = await _call(scene, call_id)
    assert ("waiting" if is_kept else "closed", outcome) == (call["state"], call["outcome"])
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now() WHERE id = :call AND state = 'waiting'",
        call=call_id,
    )
    assert (ReadinessKind.READY is (await scene.prepare(call_id)).kind) is is_kept
    if is_kept:
        await scene.dial(call_id, 2)
    assert (2 if is_kept else 1) == len(scene.carrier.requests)


async def test_the_promise_is_as_old_as_the_talk_until_another_moment_is_chosen(scene: Scene) -> None:
    """What they wished about calls before they agreed to this one does not hold for it."""
    call_id = await _agrees(scene, BusinessOutcome.INTERESTED, _agreed(TODAY + timedelta(hours=3)))
    talked = await scene.known(call_id)
    assert talked is not None
    assert talked.conversation is not None
    ended_at = datetime.fromisoformat(talked.conversation["ended_at"])
    assert ended_at == (await facts_of(scene, call_id)).promised_at
    change = Reschedule(TODAY + timedelta(hours=5), act=7)
    await ReadinessActivities(scene.tools).reschedule_call(
        CallRef(scene.campaign.account_id, call_id), change
    )
    assert (await facts_of(scene, call_id)).promised_at is None


async def test_what_is_to_be_sent_does_not_wait_for_a_promised_call(scene: Scene) -> None:
    """ "Send me the list and call me on Thursday": the list leaves now, and the call is a person's to plan."""
    rule = FollowUpRule("Here it is.", outcomes=(BusinessOutcome.INTERESTED,))
    await scene.campaign.set_plan(CampaignPlan(follow_ups=(rule,)))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.INTERESTED, "I am interested.", needs_review=True)
    callback = _agreed(TODAY + timedelta(hours=3))
    await scene.converse(call_id, verdict, EndReason.FINISHED, callback=callback)
    after = await scene.close(call_id)
    assert (True, 1) == (after.closed, len(after.messages))
    assert (await _call(scene, call_id))["needs_review"]


async def test_a_promised_call_that_brought_nothing_new_ends_with_what_was_known(scene: Scene) -> None:
    call_id = await _agrees(scene, BusinessOutcome.INTERESTED, _agreed(TODAY + timedelta(hours=3)))
    await scene.moment_comes(call_id)
    await scene.prepared_dial(call_id, 2)
    scene.carrier.end(f"CA-{call_id}-2", TechnicalResult.NO_ANSWER)
    await scene.hang_up(call_id, 2)
    assert (await scene.close(call_id, 2)).closed
    call = await _call(scene, call_id)
    assert ("closed", "interested") == (call["state"], call["outcome"])


async def test_a_promise_beside_another_outcome_that_is_cancelled_is_shown_to_a_person(scene: Scene) -> None:
    call_id = await _agrees(scene, BusinessOutcome.INTERESTED, _agreed(TODAY + timedelta(hours=3)))
    await scene.cancel(call_id, 2)
    call = await _call(scene, call_id)
    assert ("closed", True) == (call["state"], call["needs_review"])


@pytest.mark.parametrize(("phrase", "state"), [("in two hours", "waiting"), ("later", "closed")])
async def test_a_promised_call_that_is_put_off_takes_nothing_away(
    scene: Scene, phrase: str, state: str
) -> None:
    """Who is interested, and cannot talk when they are called as agreed, is still interested."""
    call_id = await _agrees(scene, BusinessOutcome.INTERESTED, _agreed(TODAY + timedelta(hours=3)))
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now(), needs_review = false WHERE id = :call",
        call=call_id,
    )
    await scene.prepared_dial(call_id, 2)
    verdict = Verdict(BusinessOutcome.CALLBACK, "Not now.", callback_phrase=phrase)
    await scene.converse(call_id, verdict, EndReason.FINISHED, number=2)
    after = await scene.close(call_id, 2)
    call = await _call(scene, call_id)
    assert (state, "interested", True) == (call["state"], call["outcome"], call["needs_review"])
    assert (state == "closed", "interested") == (after.closed, after.outcome)


@pytest.mark.parametrize("outcome", [BusinessOutcome.INTERESTED, BusinessOutcome.CALLBACK])
async def test_a_promised_call_whose_moment_is_moved_is_made_then(
    scene: Scene, outcome: BusinessOutcome
) -> None:
    """Beside a final answer, beyond the caps, and shown to a person if it is not made after all."""
    call_id = await _agrees(scene, outcome, _agreed(TODAY + timedelta(hours=3)))
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=1, per_day=1)))
    for act, hours in ((7, 5), (8, 6)):
        await ReadinessActivities(scene.tools).reschedule_call(
            CallRef(scene.campaign.account_id, call_id), Reschedule(TODAY + timedelta(hours=hours), act=act)
        )
        assert ReadinessKind.WAIT is (await scene.prepare(call_id)).kind
    await scene.campaign.run(
        "UPDATE calls SET not_before = now() - interval '1 s', next_attempt_at = now(), needs_review = false WHERE id = :call",
        call=call_id,
    )
    assert ReadinessKind.READY is (await scene.prepare(call_id)).kind
    await scene.cancel(call_id, 2)
    call = await _call(scene, call_id)
    assert ("closed", outcome, True) == (call["state"], call["outcome"], call["needs_review"])


@pytest.mark.parametrize(("begins_ms", "is_kept"), [(-60_000, True), (60_000, False)])
async def test_who_wanted_writing_after_they_agreed_is_not_called(
    scene: Scene, begins_ms: int, is_kept: bool
) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me.", callback_phrase="at three")
    began_at = scene.report(call_id, verdict, EndReason.FINISHED).began_at
    agreed_at = began_at + timedelta(milliseconds=90_000)
    at = datetime.now(UTC) + timedelta(hours=3)
    text = Turn(Speaker.PERSON, "Text me instead.", 90_000 + begins_ms, 91_000 + begins_ms)
    callback = AgreedCallback(at, at, at, agreed_at)
    await scene.converse(call_id, verdict, EndReason.FINISHED, (text,), callback=callback)
    await scene.close(call_id)
    assert ("waiting" if is_kept else "closed") == (await _call(scene, call_id))["state"]


async def test_words_that_nobody_read_back_mean_what_they_meant_when_they_were_said(scene: Scene) -> None:
    """ "In twenty minutes", said ten minutes before the call ended."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    verdict = Verdict(BusinessOutcome.CALLBACK, "Call me", callback_phrase="Call me in twenty minutes.")
    said = Turn(Speaker.PERSON, "Call me in twenty minutes.", 1_000, 2_000)
    report = scene.report(call_id, verdict, EndReason.FINISHED)
    await scene.converse(call_id, verdict, EndReason.FINISHED, (said,))
    await scene.close(call_id)
    at = (await _call(scene, call_id))["next_attempt_at"]
    assert abs(at - report.began_at - timedelta(minutes=20, seconds=2)) < timedelta(seconds=5)
