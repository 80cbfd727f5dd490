"""A campaign's figures: counted from its rows each time, and kept nowhere (law 7; requirements 112 and 130)."""

import re
from pathlib import Path

from database.campaign_figures import CampaignNumbers, campaign_figures
from domain.campaigns import AttemptCaps, CampaignPlan
from tests.activities.conftest import scene as scene
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene
from tests.database.campaign_rows import running_campaign

COUNTING_BY_HAND = re.compile(r"\b(\w+) = (?:\w+\.)?\1 [+-] \d")
# How often a vendor failed in a row says when a breaker opens, a version which credentials are newer, a place which
# act comes next in a chain; none is a figure.
NO_FIGURES = {
    ("0046_acts_in_a_chain.py", "seq"),
    ("connections.py", "version"),
    ("vendor_breakers.py", "trials"),
    ("vendor_breakers.py", "failures"),
}


async def _numbers(scene: Scene) -> CampaignNumbers:
    async with scene.campaign.database.transaction() as session:
        return await campaign_figures(session, scene.campaign.account_id, scene.campaign.campaign_id)


async def test_figures_are_those_of_the_rows_however_the_rows_became_so(scene: Scene) -> None:
    """Law 7, broken on purpose: rows are altered and taken away behind the product's back."""
    await scene.campaign.set_plan(CampaignPlan(caps=AttemptCaps(per_lead=1)))
    calls = [await scene.campaign.call(number) for number in (NUMBER, OTHER_NUMBER)]
    for call_id in calls:
        await scene.prepared_dial(call_id)
    await scene.campaign.run(
        "UPDATE attempts SET state = 'ended', leg_rank = 4, leg_result = 'busy', ended_at = now(), duration_seconds = 7"
    )
    for call_id in (*calls, *calls):
        await scene.close(call_id)
    counted = await _numbers(scene)
    assert ({"closed": 2}, {"busy": 2}) == (counted.calls, counted.results)
    assert (2, 14, {"busy": 2}, 0.0) == (
        counted.attempts,
        counted.talk_seconds,
        counted.attempt_results,
        counted.answer_rate,
    )
    await scene.campaign.run("UPDATE attempts SET result = 'talked' WHERE call_id = :call", call=calls[0])
    await scene.campaign.run("UPDATE calls SET result = 'talked' WHERE id = :call", call=calls[0])
    altered = await _numbers(scene)
    assert {"talked": 1, "busy": 1} == altered.results == altered.attempt_results
    assert 0.5 == altered.answer_rate
    await scene.campaign.run("UPDATE attempts SET placing_at = NULL WHERE call_id = :call", call=calls[1])
    assert (1, 7) == ((left := await _numbers(scene)).attempts, left.talk_seconds)


def test_no_statement_counts_by_hand() -> None:
    """Law 7: a counter that is added to counts a repeated step twice, and a lost one never."""
    root = Path(__file__).parents[2]
    found = {
        (path.name, column)
        for room in ("database", "activities", "api", "startup")
        for path in (root / room).rglob("*.py")
        for column in COUNTING_BY_HAND.findall(path.read_text())
    }
    assert NO_FIGURES == found


async def test_each_figure_counts_its_own_rows(scene: Scene) -> None:
    """A call that waits has the result of its last attempt and is none of the closed ones; nor is another campaign's counted."""
    campaign = scene.campaign
    calls: list[tuple[str, str | None, str | None, bool, str | None]] = [
        ("closed", "talked", "interested", True, None),
        ("closed", "busy", "none", False, "line"),
        ("closed", "talked", "confirmed", False, None),
        ("closed", "talked", "no_show", False, None),
        ("waiting", "busy", "callback", True, None),
        ("waiting", "talked", "confirmed", True, None),
        ("queued", None, None, False, "line"),
        ("queued", None, None, False, "line"),
        ("queued", None, None, False, "recogniser/deepgram"),
        ("live", None, None, False, "pace"),
    ]
    ids = []
    for place, (state, result, outcome, needs_review, waits_for) in enumerate(calls):
        ids.append(await campaign.call(f"+493055500{place:02}"))
        await campaign.run(
            "UPDATE calls SET state = :state, result = :result, outcome = :outcome, needs_review = :review, "
            "waits_for = :waits_for WHERE id = :call",
            state=state,
            result=result,
            outcome=outcome,
            review=needs_review,
            waits_for=waits_for,
            call=ids[-1],
        )
    for lead, state in (("+493055501", "ready"), ("+493055502", "ready"), ("+493055503", "needs_review")):
        await campaign.run(
            "UPDATE leads SET state = :state WHERE id = :lead", state=state, lead=await campaign.lead(lead)
        )
    # Of which call, the how manieth, whether it was sent, what came of it, for how many seconds.
    for call, number, sent, attempt_result, seconds in (
        (0, 1, True, "busy", None),
        (0, 2, True, "talked", 60),
        (1, 1, True, "carrier_failed", 0),
        (2, 1, True, "voicemail_silent", 5),
        (4, 1, True, "busy", None),
        (9, 1, True, None, 7),
        (6, 1, False, "busy", 100),
    ):
        await campaign.run(
            """
            INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, result,
                                  duration_seconds)
            SELECT c.id || '-' || CAST(:number AS int), c.account_id, c.id, CAST(:number AS int), l.number_hash, c.trunk_id, 'closed',
                   CASE WHEN :sent THEN now() END, CAST(:result AS text), CAST(:seconds AS int)
            FROM calls c JOIN leads l ON l.id = c.lead_id WHERE c.id = :call
            """,
            call=ids[call],
            number=number,
            sent=sent,
            result=attempt_result,
            seconds=seconds,
        )
    own = '{"final": true, "suppresses": false, "success": %s}'
    for attempt, who, sentiment, words, outcome, flags in (
        (f"{ids[0]}-1", "voicemail", "negative", 3, "none", None),
        (f"{ids[0]}-2", "person", "positive", 10, "interested", None),
        (f"{ids[2]}-1", "person", "neutral", 5, "confirmed", own % "true"),
        (f"{ids[4]}-1", "unknown", "neutral", 1, "no_show", own % "false"),
        (f"{ids[9]}-1", "person", "positive", 20, "none", None),
    ):
        await campaign.run(
            """
            INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, outcome_flags,
                                       decided_by, sentiment, content_sealed, words)
            SELECT a.id, a.account_id, a.call_id, :who, 'finished', :outcome, CAST(:flags AS jsonb), '', :sentiment, '', :words
            FROM attempts a WHERE a.id = :attempt
            """,
            attempt=attempt,
            who=who,
            outcome=outcome,
            flags=flags,
            sentiment=sentiment,
            words=words,
        )
    other = await running_campaign(campaign.database, campaign.key_ring, campaign.account_id)
    await other.run(
        "UPDATE calls SET state = 'closed', result = 'busy', outcome = 'none', needs_review = true WHERE id = :call",
        call=await other.call(NUMBER),
    )
    counted = await _numbers(scene)
    assert (
        CampaignNumbers(
            leads={"claimed": 10, "ready": 2, "needs_review": 1},
            calls={"closed": 4, "waiting": 2, "queued": 3, "live": 1},
            results={"talked": 3, "busy": 1},
            outcomes={"interested": 1, "none": 1, "confirmed": 1, "no_show": 1},
            attempt_results={"busy": 2, "talked": 1, "carrier_failed": 1, "voicemail_silent": 1},
            sentiments={"positive": 2, "neutral": 1},
            attempts=6,
            retries=1,
            deferred=2,
            waits_for={"line": 2, "recogniser/deepgram": 1},
            needs_review=3,
            talk_seconds=72,
            words=39,
            own_successes=1,
        )
        == counted
    )
    assert (4 / 5, 2 / 5, 2 / 4) == (counted.technical_rate, counted.answer_rate, counted.goal_rate)
