"""Conversations: a stream opens once; a late report amends and suppresses, and never causes a retry (laws 4 and 5)."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from database.call_views import CallFilter, get_call, list_calls
from database.campaign_figures import campaign_figures
from database.conversation_plans import conversation_plan
from database.conversations import open_stream, store_report
from database.opt_outs import store_opt_out
from database.session import new_id
from database.suppressions import is_suppressed, list_suppressions, remove_suppression, suppress
from database.transcript_views import conversations_of
from domain.campaigns import AttemptCaps, CampaignPlan
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Evidence, Sentiment, Verdict
from domain.identifiers import AttemptId, CallId, attempt_id
from domain.outcomes import BusinessOutcome
from domain.suppressions import OptOutEvidence
from domain.transcripts import Speaker, Turn
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, Scene


async def _opens(scene: Scene, attempt: AttemptId, *, leg: str | None = None, epoch: int = 1) -> bool:
    leg = leg or (await scene.campaign.row("attempts", attempt))["carrier_call_id"]
    async with scene.campaign.database.transaction() as session:
        key_ring = scene.campaign.key_ring
        return (
            await open_stream(session, attempt, key_ring, carrier_call_id=leg, epoch=epoch, process="media-1")
            is not None
        )


async def _report(
    scene: Scene,
    call_id: CallId,
    outcome: BusinessOutcome,
    *,
    carrier_hint: str = "",
    epoch: int = 1,
    voicemail_proved: bool = False,
) -> int | None:
    began = datetime.now(UTC) - timedelta(seconds=30)
    report = ConversationReport(
        scene.campaign.account_id,
        call_id,
        attempt_id(call_id, 1),
        AnsweredBy.PERSON,
        EndReason.FINISHED,
        Verdict(outcome, "they said so", sentiment=Sentiment.POSITIVE),
        (),
        began,
        began + timedelta(seconds=20),
        carrier_hint=carrier_hint,
        language="es-MX",
        voicemail_proved=voicemail_proved,
        disclosed_at_ms=4_200,
        epoch=epoch,
    )
    async with scene.campaign.database.transaction() as session:
        return await store_report(session, report, scene.campaign.key_ring, suppression_id=new_id("sup"))


async def test_a_stream_opens_once(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    assert [True, False] == [await _opens(scene, attempt) for _ in range(2)]


@pytest.mark.parametrize(
    "voicemails, proved, text",
    [(1, False, "Please call us."), (1, True, ""), (2, True, "Please call us."), (0, False, "")],
)
async def test_a_message_is_left_once_for_a_lead_and_only_proof_counts(
    scene: Scene, voicemails: int, proved: bool, text: str
) -> None:
    """Requirement 56."""
    await scene.campaign.set_plan(CampaignPlan(voicemails=voicemails))
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _report(scene, call_id, BusinessOutcome.NONE, voicemail_proved=proved)
    attempt = attempt_id(call_id, 1)
    leg = (await scene.campaign.row("attempts", attempt))["carrier_call_id"]
    async with scene.campaign.database.transaction() as session:
        opened = await open_stream(
            session, attempt, scene.campaign.key_ring, carrier_call_id=leg, epoch=1, process="media-1"
        )
    assert opened is not None
    plan = conversation_plan(opened, attempt_id(call_id, 2), messages_left=opened.messages_left)
    assert text == plan.voicemail


async def test_a_leg_that_is_over_or_unknown_or_of_another_dial_opens_no_stream(scene: Scene) -> None:
    """The carrier's question for the document is answered without the record; the stream's opening is not."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    assert not await _opens(scene, AttemptId("call_unknown-1"), leg="CA1")
    assert not await _opens(scene, attempt, leg="another leg")
    for state in ("created", "ended", "closed"):
        await scene.campaign.run(
            "UPDATE attempts SET state = :state WHERE id = :attempt", state=state, attempt=attempt
        )
        assert not await _opens(scene, attempt)


async def test_opening_the_stream_is_the_answer(scene: Scene) -> None:
    """Requirement 77: with its event, once, though the leg's reports may say the same later."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    assert await _opens(scene, attempt_id(call_id, 1))
    attempt = await scene.campaign.row("attempts", attempt_id(call_id, 1))
    assert attempt["state"] == "answered"
    assert attempt["answered_at"] is not None
    assert (await scene.campaign.row("calls", call_id))["state"] == "live"
    events = await scene.campaign.rows("SELECT kind FROM call_events WHERE call_id = :call", call=call_id)
    assert 1 == [event["kind"] for event in events].count("leg.answered")


async def test_a_stream_that_another_process_opens_takes_nothing_of_the_leg_back(scene: Scene) -> None:
    """Law 5: the callbacks came first, and a process was lost; the conversation goes on, the call was answered when it was."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt, answered = attempt_id(call_id, 1), datetime(2026, 11, 30, 9, tzinfo=UTC)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'answered', leg_rank = 3, answered_at = :at, placed_at = :at WHERE id = :attempt",
        at=answered,
        attempt=attempt,
    )
    rows = []
    for epoch in (1, 2):
        assert await _opens(scene, attempt, epoch=epoch)
        rows.append(await scene.campaign.row("attempts", attempt))
    for row in rows:
        assert ("answered", 3, answered, answered) == (
            row["state"],
            row["leg_rank"],
            row["answered_at"],
            row["placed_at"],
        )
    assert [1, 2] == [row["stream_epoch"] for row in rows]
    told = await scene.campaign.rows(
        "SELECT kind FROM call_events WHERE call_id = :call AND kind = 'leg.answered'", call=call_id
    )
    assert 1 == len(told)
    assert rows[0]["stream_opened_at"] < rows[1]["stream_opened_at"]


@pytest.mark.parametrize("state", ["closed", "waiting", "queued"])
async def test_a_stream_makes_no_call_live_that_is_not_being_dialled(scene: Scene, state: str) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await scene.campaign.run(
        "UPDATE calls SET state = :state, why = 'as it was' WHERE id = :call", state=state, call=call_id
    )
    await _opens(scene, attempt_id(call_id, 1))
    row = await scene.campaign.row("calls", call_id)
    assert (state, "as it was") == (row["state"], row["why"])


async def test_a_stream_that_comes_before_the_carriers_answer_names_the_leg(scene: Scene) -> None:
    """Law 1: the row is found by it, and by nothing else from then on."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    attempt = attempt_id(call_id, 1)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'placing', carrier_call_id = NULL, placed_at = NULL WHERE id = :attempt",
        attempt=attempt,
    )
    assert await _opens(scene, attempt, leg="CA-first")
    row = await scene.campaign.row("attempts", attempt)
    assert ("CA-first", "answered") == (row["carrier_call_id"], row["state"])
    assert row["placed_at"] is not None
    assert not await _opens(scene, attempt, leg="CA-other", epoch=2)


async def test_the_carriers_hint_is_kept_with_the_report(scene: Scene) -> None:
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _report(scene, call_id, BusinessOutcome.INTERESTED, carrier_hint="human")
    assert "human" == (await scene.campaign.row("attempts", attempt_id(call_id, 1)))["machine_hint"]


async def test_a_call_shows_sentiment_language_and_disclosure_of_its_last_conversation(scene: Scene) -> None:
    """Requirements 214, 215; the campaign counts it."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    account_id, key_ring = scene.campaign.account_id, scene.campaign.key_ring
    async with scene.campaign.database.transaction() as session:
        before = await get_call(session, account_id, call_id, key_ring)
    assert (None, None, None) == (before.sentiment, before.language, before.disclosed_at_ms)
    await _report(scene, call_id, BusinessOutcome.INTERESTED)
    async with scene.campaign.database.transaction() as session:
        (conversation,) = await conversations_of(session, account_id, call_id, key_ring)
        shown = await get_call(session, account_id, call_id, key_ring)
        glad = CallFilter(campaign_id=scene.campaign.campaign_id, sentiment="positive")
        found = await list_calls(session, account_id, key_ring, glad, before=None, limit=5)
        cross = replace(glad, sentiment="negative")
        assert [] == await list_calls(session, account_id, key_ring, cross, before=None, limit=5)
        numbers = await campaign_figures(session, account_id, scene.campaign.campaign_id)
    assert [("positive", "es-MX", 4_200)] * 2 == [
        (one.sentiment, one.language, one.disclosed_at_ms) for one in (conversation, shown)
    ]
    assert ([call_id], {"positive": 1}) == ([call.id for call in found], numbers.sentiments)


async def test_a_call_is_shown_and_found_by_its_last_conversation(scene: Scene) -> None:
    campaign = scene.campaign
    await campaign.set_plan(CampaignPlan(caps=AttemptCaps(gap_seconds=0)))
    call_id = await campaign.call(NUMBER)
    for number, sentiment in ((1, Sentiment.NEGATIVE), (2, Sentiment.POSITIVE)):
        await campaign.run("UPDATE calls SET not_before = NULL WHERE id = :call", call=call_id)
        await scene.prepared_dial(call_id, number)
        verdict = Verdict(
            BusinessOutcome.CALLBACK, "Call me tomorrow", callback_phrase="tomorrow", sentiment=sentiment
        )
        await scene.converse(call_id, verdict, EndReason.FINISHED, number=number)
        scene.carrier.end(f"CA-{attempt_id(call_id, number)}", None)
        await scene.hang_up(call_id, number)
        await scene.close(call_id, number)
    async with campaign.database.transaction() as session:
        shown = await get_call(session, campaign.account_id, call_id, campaign.key_ring)
        found = [
            await list_calls(
                session,
                campaign.account_id,
                campaign.key_ring,
                CallFilter(sentiment=sentiment),
                before=None,
                limit=5,
            )
            for sentiment in ("negative", "positive")
        ]
    assert (2, "positive") == (shown.attempts, shown.sentiment)
    assert [[], [call_id]] == [[call.id for call in calls] for calls in found]


async def test_a_report_is_kept_whole(scene: Scene) -> None:
    """Of each part something else than what it is by itself: what a report says, the record says."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    await _opens(scene, attempt_id(call_id, 1))
    began = datetime(2026, 11, 30, 9, tzinfo=UTC)
    turns = (
        Turn(Speaker.AGENT, "May I ask you something?", 0, 1_000),
        Turn(Speaker.PERSON, "Call me on Monday, please.", 2_000, 4_000),
    )
    verdict = Verdict(
        BusinessOutcome.CALLBACK,
        "Call me on Monday",
        decided_by="model",
        needs_review=True,
        callback_phrase="on Monday",
        sentiment=Sentiment.NEGATIVE,
        summary="They were busy.",
    )
    report = ConversationReport(
        scene.campaign.account_id,
        call_id,
        attempt_id(call_id, 1),
        AnsweredBy.SCREENING,
        EndReason.TOO_LONG,
        verdict,
        turns,
        began,
        began + timedelta(seconds=20),
        voicemail_proved=True,
        greeting_ms=900,
        carrier_hint="human",
        answers={"how": "well"},
        confidence=0.7,
        answer_evidence=(Evidence(AnsweredBy.PERSON, "hello", 100, 1.5),),
        language="es-MX",
        disclosed_at_ms=4_200,
        failed_vendor="model/openai",
    )
    async with scene.campaign.database.transaction() as session:
        event_id = await store_report(session, report, scene.campaign.key_ring, suppression_id=new_id("sup"))
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        [kept] = await conversations_of(session, campaign.account_id, call_id, campaign.key_ring)
    told = {
        "attempt_id": report.attempt_id,
        "answered_by": "screening",
        "end_reason": "too_long",
        "outcome": "callback",
        "decided_by": "model",
        "sentiment": "negative",
        "language": "es-MX",
        "needs_review": True,
        "words": 10,
        "voicemail_proved": True,
        "greeting_ms": 900,
        "disclosed_at_ms": 4_200,
        "began_at": began,
        "ended_at": began + timedelta(seconds=20),
    }
    assert told == {name: getattr(kept, name) for name in told}
    assert {"content"} == {each.name for each in fields(kept)} - told.keys()
    said = kept.content
    assert (turns, "Call me on Monday", "on Monday", {"how": "well"}) == (
        said.turns,
        said.evidence,
        said.callback_phrase,
        said.answers,
    )
    assert (0.7, report.answer_evidence, "They were busy.") == (
        said.confidence,
        said.answer_evidence,
        said.summary,
    )
    [row] = await campaign.rows("SELECT * FROM conversations WHERE call_id = :call", call=call_id)
    assert ("model/openai", campaign.account_id) == (row["failed_vendor"], row["account_id"])
    assert row["outcome_flags"] is None, "what a built-in outcome means is not the script's"
    [event] = await campaign.rows("SELECT * FROM call_events WHERE id = :event", event=event_id)
    assert ("conversation.reported", campaign.campaign_id, call_id, report.attempt_id) == (
        event["kind"],
        event["campaign_id"],
        event["call_id"],
        event["attempt_id"],
    )
    assert {"words": 10, "end_reason": "too_long", "outcome": "callback"} == event["detail"]


async def test_a_report_is_kept_once(scene: Scene) -> None:
    """Law 5: a duplicate has no event of its own and changes nothing."""
    call_id = await scene.campaign.call(NUMBER)
    await scene.prepared_dial(call_id)
    assert await _report(scene, call_id, BusinessOutcome.INTERESTED) is not None
    before = await scene.campaign.snapshot()
    assert await _report(scene, call_id, BusinessOutcome.OPT_OUT) is None
    assert before == await scene.campaign.snapshot()


@pytest.mark.parametrize(
    ("outcome", "bound_before", "told"),
    [
        (BusinessOutcome.OPT_OUT, False, 1),
        (BusinessOutcome.OPT_OUT, True, 1),
        (BusinessOutcome.WRONG_NUMBER, False, 0),
        (BusinessOutcome.INTERESTED, False, 0),
    ],
)
async def test_a_demand_that_only_the_verdict_found_is_told_as_any_other(
    scene: Scene, outcome: BusinessOutcome, bound_before: bool, told: int
) -> None:
    """Law 4: programs hear of it, and it outlives the list's entry that stood before it; once, if it was bound in the call."""
    call_id, campaign = await scene.campaign.call(NUMBER), scene.campaign
    await scene.prepared_dial(call_id)
    async with campaign.database.transaction() as session:
        await suppress(
            session, campaign.account_id, [NUMBER], campaign.key_ring, channel="all", source="import"
        )
    if bound_before:
        async with campaign.database.transaction() as session:
            await store_opt_out(
                session,
                campaign.account_id,
                attempt_id(call_id, 1),
                OptOutEvidence("Never again.", datetime.now(UTC)),
                campaign.key_ring,
                suppression_id=new_id("sup"),
                source="said_on_call",
            )
    await _report(scene, call_id, outcome)
    events = await campaign.rows("SELECT kind FROM call_events WHERE account_id = :account_id")
    assert told == sum(event["kind"] == "opt_out" for event in events)
    async with campaign.database.transaction() as session:
        [listed] = await list_suppressions(
            session, campaign.account_id, campaign.key_ring, number=NUMBER, before=None, limit=5
        )
        await remove_suppression(session, campaign.account_id, listed.id, datetime.now(UTC))
        stays = await is_suppressed(session, campaign.account_id, NUMBER, campaign.key_ring, "voice")
    assert bool(told) == stays


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
    ended = {"state": "closed", "next_attempt_at": None, "why": "The person's answer is final: opt_out."}
    assert {**before, **ended, "outcome": "opt_out", "closed_at": after["closed_at"]} == after
    [suppressed] = (await scene.campaign.snapshot())["suppressions"]
    assert ("all", "opt_out") == (suppressed["channel"], suppressed["source"])
    assert 1 == await scene.attempts()
