"""Answered calls without a word in time are counted from the rows; a campaign slows, holds, and goes on by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from activities.campaigns import CampaignActivities
from database.abandonment import COUNTED_ANEW_AFTER, NO_LONGER_TRUE_AFTER, count_abandoned, kept_count
from database.conversations import open_stream, store_report
from database.session import new_id
from domain.abandonment import Abandonment
from domain.calls import DialKind
from domain.campaigns import CampaignPlan, FeedResult, FeedRound
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome
from tests.activities.scene import NUMBER, Scene, run
from tests.activities.test_account_rules import KENYA, OPEN, put

SECOND = timedelta(seconds=1)
_CALL = text("""
    INSERT INTO calls (id, account_id, campaign_id, lead_id, trunk_id, state, why)
    VALUES (:id, :account, :campaign, :lead, :trunk, 'closed', '')
""")
_ATTEMPT = text("""
    INSERT INTO attempts (id, account_id, call_id, number, number_hash, trunk_id, state, placing_at, answered_at,
                          stream_opened_at, ended_at, stream_epoch)
    VALUES (:id || '-1', :account, :id, 1, 'x', :trunk, :state, :at, :at, :opened, :ended, :epoch)
""")
_CONVERSATION = text("""
    INSERT INTO conversations (attempt_id, account_id, call_id, answered_by, end_reason, outcome, decided_by, content_sealed,
                               greeting_ms, greeted_until_ms, began_at, ended_at)
    VALUES (:id || '-1', :account, :id, :answered_by, 'finished', 'none', 'rules', 'x', :greeting, :greeted, :at, :ended)
""")


async def answered(
    scene: Scene,
    *,
    greeting: int | None = 400,
    greeted: int | None = None,
    answered_by: str | None = "person",
    opened_after: float = 0,
    lasted: float = 20,
    epoch: int = 1,
    state: str = "closed",
    ago: timedelta = SECOND,
) -> CallId:
    """A call that somebody answered; answered_by: None where no conversation was ever reported."""
    leads = await scene.campaign.rows("SELECT id FROM leads WHERE account_id = :account_id")
    lead = await scene.campaign.lead(f"+2547135{len(leads):05}", hours_key=KENYA)
    await scene.campaign.run("UPDATE leads SET state = 'closed' WHERE id = :lead", lead=lead)
    at = datetime.now(UTC) - ago
    values: dict[str, Any] = {
        "id": f"call_{lead[5:]}",
        "lead": lead,
        "account": scene.campaign.account_id,
        "campaign": scene.campaign.campaign_id,
        "trunk": scene.campaign.trunk_id,
        "at": at,
        "state": state,
        "opened": None if answered_by is None else at + opened_after * SECOND,
        "ended": at + lasted * SECOND,
        "epoch": 0 if answered_by is None else epoch,
        "answered_by": answered_by,
        "greeting": greeting,
        "greeted": greeted,
    }
    async with scene.tools.database.transaction() as session:
        await session.execute(_CALL, values)
        await session.execute(_ATTEMPT, values)
        if answered_by is not None:
            await session.execute(_CONVERSATION, values)
    return CallId(values["id"])


async def counted(scene: Scene) -> tuple[int, int]:
    async with scene.tools.database.transaction() as session:
        count = await count_abandoned(session, scene.campaign.account_id, scene.campaign.campaign_id)
    return count.answered, count.abandoned


@pytest.mark.parametrize(
    ("call", "counts"),
    [
        ({}, (1, 0)),
        ({"greeting": 2000}, (1, 0)),
        ({"greeting": 2001}, (1, 1)),
        ({"greeting": 5000, "greeted": 3000}, (1, 0)),
        ({"greeting": 5001, "greeted": 3000}, (1, 1)),
        ({"opened_after": 1.7}, (1, 1)),
        ({"opened_after": 1.7, "greeted": 300, "greeting": 900}, (1, 0)),
        ({"opened_after": 9, "epoch": 2}, (1, 0)),
        ({"greeting": None, "lasted": 2}, (1, 0)),
        ({"greeting": None, "lasted": 2.1}, (1, 1)),
        ({"greeting": None, "lasted": 4, "greeted": 2500}, (1, 0)),
        ({"answered_by": "unknown", "greeting": 3000}, (1, 1)),
        ({"answered_by": "voicemail", "greeting": 3000}, (0, 0)),
        ({"answered_by": "screening", "greeting": 3000}, (0, 0)),
        ({"answered_by": None, "lasted": 1}, (1, 0)),
        ({"answered_by": None, "lasted": 3}, (1, 1)),
        ({"answered_by": None, "lasted": 3, "state": "ended"}, (0, 0)),
        ({"greeting": 3000, "ago": timedelta(days=30, minutes=1)}, (0, 0)),
        ({"greeting": 3000, "ago": timedelta(days=29, hours=23)}, (1, 1)),
    ],
    ids=lambda value: (
        " ".join(f"{name}={of}" for name, of in value.items()) if isinstance(value, dict) else ""
    ),
)
async def test_a_call_is_abandoned_whose_person_heard_nothing_for_two_seconds(
    scene: Scene, call: dict[str, Any], counts: tuple[int, int]
) -> None:
    """16 CFR 310.4(b)(4)(iii): from the end of the greeting, or from the answer. No report says who answered: it was a person."""
    await answered(scene, **call)
    assert counts == await counted(scene)


async def test_what_the_media_server_reports_is_what_counts(scene: Scene) -> None:
    """The report's own columns, by its own way into the database."""
    call_id = await scene.campaign.call(NUMBER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind
    report = scene.report(call_id, Verdict(BusinessOutcome.NONE), EndReason.FINISHED)
    report = replace(report, greeting_ms=3600, greeted_until_ms=1500)
    async with scene.tools.database.transaction() as session:
        key_ring = scene.campaign.key_ring
        await open_stream(
            session, report.attempt_id, key_ring, carrier_call_id=f"CA-{call_id}-1", epoch=1, process="m"
        )
        await store_report(session, report, key_ring, suppression_id=new_id("sup"))
    assert (1, 1) == await counted(scene)


async def test_at_the_limit_no_dial_leaves_and_the_campaign_goes_on_by_itself(scene: Scene) -> None:
    """The decision says why and by whose rule; when old calls fall out of the thirty days it calls again."""
    await put(scene, OPEN)
    for at in range(34):
        await answered(scene, greeting=9000 if at < 2 else 300, ago=timedelta(days=29))
    call_id = await scene.campaign.call(NUMBER, hours_key=KENYA)
    held = await scene.prepared_dial(call_id)
    assert DialKind.DEFERRED is held.kind
    assert "Of 34 calls that a person answered 2 had no word of ours" in held.why
    [decision, _] = await scene.campaign.rows(
        "SELECT verdict, reasons FROM decisions WHERE account_id = :account_id"
    )
    assert ("defer", "abandonment_limit") == (decision["verdict"], decision["reasons"][0]["code"])
    assert ["abandonment@2026-12-01 default.most"] == decision["reasons"][0]["rules"]
    assert (0, []) == (await scene.lines_taken(), scene.carrier.requests)

    await scene.campaign.run("UPDATE attempts SET answered_at = answered_at - interval '2 days'")
    await _make_the_count_old(scene, NO_LONGER_TRUE_AFTER)
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind


async def test_people_of_the_simulated_world_are_counted_and_never_held(scene: Scene) -> None:
    for _ in range(34):
        await answered(scene, greeting=9000)
    assert (34, 34) == await counted(scene)
    assert DialKind.PLACED is (await scene.prepared_dial(await scene.campaign.call(NUMBER))).kind


async def test_a_single_call_is_no_campaigns(scene: Scene) -> None:
    for _ in range(34):
        await answered(scene, greeting=9000)
    await put(scene, OPEN)
    call_id = await scene.campaign.single_call(NUMBER)
    await scene.campaign.run(
        "UPDATE leads SET hours_key = :key WHERE id = 'lead_' || substr(:call, 6)", key=KENYA, call=call_id
    )
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind


@pytest.mark.parametrize(
    ("abandoned", "started", "says"),
    [(0, 4, ""), (25, 4, "0 calls due of 10"), (29, 2, "0 calls due of 2"), (30, 0, "0 calls due of 0")],
)
async def test_the_feeder_admits_fewer_calls_near_the_limit_and_none_at_it(
    scene: Scene, abandoned: int, started: int, says: str
) -> None:
    """And says so where the campaign's workflow shows how it stands. Two lines and two calls ahead are four."""
    await put(scene, OPEN)
    await scene.campaign.set_plan(CampaignPlan(window=20))
    for line in range(6):
        await scene.campaign.lead(f"+25471255501{line}", hours_key=KENYA)
    await _keep_count(scene, 1000, abandoned)
    fed = await _feed(scene)
    assert (started, says in fed.note) == (fed.started, True)
    assert (abandoned > 0) == ("had no word of ours within 2 seconds" in fed.note)
    if not started:
        assert 60 == fed.wait_seconds
        await _keep_count(scene, 1000, 10)
        assert 4 == (await _feed(scene, 2)).started


async def test_a_count_is_kept_for_a_minute_and_made_anew_then(scene: Scene) -> None:
    """Law 7: it is derived from the rows each time, so that it cannot drift from them."""
    await answered(scene, greeting=9000)
    assert Abandonment(1, 1) == await _kept(scene)
    await answered(scene)
    assert Abandonment(1, 1) == await _kept(scene)
    await _make_the_count_old(scene, COUNTED_ANEW_AFTER)
    assert Abandonment(2, 1) == await _kept(scene)


async def _kept(scene: Scene) -> Abandonment:
    async with scene.tools.database.transaction() as session:
        return await kept_count(session, scene.campaign.account_id, scene.campaign.campaign_id)


async def _keep_count(scene: Scene, answered: int, abandoned: int) -> None:
    await scene.campaign.run(
        """
        INSERT INTO abandonment_meters (campaign_id, account_id, answered, abandoned)
        VALUES (:id, :account, :answered, :abandoned)
        ON CONFLICT (campaign_id) DO UPDATE SET answered = :answered, abandoned = :abandoned
        """,
        account=scene.campaign.account_id,
        answered=answered,
        abandoned=abandoned,
    )


async def _make_the_count_old(scene: Scene, age: timedelta) -> None:
    await scene.campaign.run(
        "UPDATE abandonment_meters SET counted_at = counted_at - CAST(:age AS interval)", age=age
    )


async def _feed(scene: Scene, number: int = 1) -> FeedResult:
    campaign = scene.campaign
    return await run(
        CampaignActivities(scene.tools).feed, FeedRound(campaign.account_id, campaign.campaign_id, number)
    )
