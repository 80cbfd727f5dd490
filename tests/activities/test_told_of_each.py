"""Whoever watches, and other people's programs, hear of the second as of the first: of the calls of an account, the attempts of a call,
the waits of an attempt. What is told twice is told once by its key, so each key must name all of what it tells.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from activities.closing import ClosingActivities
from activities.legs import LegActivities
from activities.messages import MessageActivities
from database.messages import record_message_report
from database.opt_outs import store_opt_out, take_back_opt_out
from database.session import new_id
from database.suppressions import suppress
from domain.calls import CallCancelled, MessageRequest
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, TechnicalResult
from domain.suppressions import OptOutEvidence, SuppressionSource
from tests.activities.connections import through
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, run
from tests.activities.test_messages import ScriptedMessenger

PLAN = CampaignPlan(
    caps=AttemptCaps(gap_seconds=0), follow_ups=(FollowUpRule("One."), FollowUpRule("Another."))
)


async def _busy_twice(scene: Scene, call_id: CallId) -> None:
    for number in (1, 2):
        await scene.prepared_dial(call_id, number)
        scene.carrier.end(f"CA-{call_id}-{number}", TechnicalResult.BUSY)
        await run(LegActivities(scene.tools).check_leg, scene.attempt(call_id, number))
        await scene.close(call_id, number)
        await scene.moment_comes(call_id)


async def _talked_and_took_it_back(scene: Scene, call_id: CallId) -> None:
    campaign, attempt = scene.campaign, scene.attempt(call_id).attempt_id
    await scene.prepared_dial(call_id)
    async with campaign.database.transaction() as session:
        await store_opt_out(
            session,
            campaign.account_id,
            attempt,
            OptOutEvidence("Never again."),
            campaign.key_ring,
            suppression_id=new_id("sup"),
            source=SuppressionSource.SAID_ON_CALL,
        )
        taken_back = OptOutEvidence("Oh no, do.", datetime.now(UTC), attempt)
        await take_back_opt_out(session, campaign.account_id, taken_back, campaign.key_ring)
    await scene.converse(call_id, Verdict(BusinessOutcome.NOT_INTERESTED, "No."), EndReason.FINISHED)
    scene.carrier.end(f"CA-{call_id}-1", None)
    await scene.hang_up(call_id)
    await scene.close(call_id)


async def _put_off_twice(scene: Scene, call_id: CallId) -> None:
    for hours in (1, 2):
        await scene.campaign.run(
            "UPDATE calls SET not_before = now() + :later WHERE id = :call",
            call=call_id,
            later=timedelta(hours=hours),
        )
        await scene.prepare(call_id)


async def _cancelled(scene: Scene, call_id: CallId) -> None:
    cancelled = CallCancelled(scene.campaign.account_id, call_id, None, "an operator")
    await run(ClosingActivities(scene.tools).close_cancelled, cancelled)


async def _listed(scene: Scene, call_id: CallId) -> None:
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        numbers = [NUMBER, OTHER_NUMBER]
        await suppress(
            session, campaign.account_id, numbers, campaign.key_ring, channel="all", source="operator"
        )
    await scene.prepare(call_id)


async def _written_to_twice(scene: Scene, call_id: CallId) -> None:
    tools = through(scene.tools, messenger=ScriptedMessenger())
    for rule in (0, 1):
        await run(
            MessageActivities(tools).send_message, MessageRequest(scene.campaign.account_id, call_id, rule)
        )
    for message in await scene.campaign.rows("SELECT id FROM messages WHERE call_id = :call", call=call_id):
        async with scene.campaign.database.transaction() as session:
            await record_message_report(session, message["id"], state="delivered", reason=None)


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (
            _busy_twice,
            [
                ("attempt.created", "-1"),
                ("leg.ended", "-1"),
                ("call.waiting", "-1"),
                ("attempt.created", "-2"),
                ("leg.ended", "-2"),
                ("call.waiting", "-2"),
            ],
        ),
        (
            _talked_and_took_it_back,
            [
                ("attempt.created", "-1"),
                ("leg.answered", "-1"),
                ("conversation.reported", "-1"),
                ("opt_out", "-1"),
                ("opt_out.taken_back", "-1"),
                ("leg.ended", "-1"),
                ("call.closed", "-1"),
            ],
        ),
        (_put_off_twice, [("call.waiting", "")] * 2),
        (_cancelled, [("call.closed", "")]),
        (_listed, [("call.closed", "")]),
        (_written_to_twice, [("message.sent", "")] * 2 + [("message.delivered", "")] * 2),
    ],
    ids=lambda value: getattr(value, "__name__", "").strip("_"),
)
async def test_what_happens_is_told_of_the_second_call_as_of_the_first(
    scene: Scene, happens: Callable[[Scene, CallId], Awaitable[None]], told: list[tuple[str, str]]
) -> None:
    await scene.campaign.set_plan(PLAN)
    for number in (NUMBER, OTHER_NUMBER):
        call_id = await scene.campaign.call(number)
        await happens(scene, call_id)
        assert sorted(told) == await _told_of(scene, call_id)


async def _told_of(scene: Scene, call_id: CallId) -> list[tuple[str, str]]:
    """The kinds of this call's events, each with which attempt it is of."""
    found = await scene.campaign.rows(
        "SELECT kind, COALESCE(attempt_id, '') AS attempt FROM call_events WHERE call_id = :call",
        call=call_id,
    )
    return sorted((each["kind"], each["attempt"].removeprefix(call_id)) for each in found)
