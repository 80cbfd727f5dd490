"""Every activity runs twice side by side, the first stalled at each of its waits in turn: the laws hold all the same.

Temporal gives a step to a second worker when the first one's heartbeats stop, and the first may wake up at any moment.
"""

import os
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from temporalio.testing import ActivityEnvironment

from activities import dialling, legs, unknown_dials
from activities.attempt_readiness import ReadinessActivities
from activities.campaigns import CampaignActivities
from activities.registry import DIALS, LINE_WAITS, STEPS, activities_of, activity_names
from activities.tools import Tools
from database.sealing import KeyRing
from database.session import Database
from database.suppressions import suppress
from domain.calls import (
    CallCancelled,
    CallRef,
    DialAnswer,
    DialKind,
    DialRequest,
    MessageRequest,
    Reschedule,
)
from domain.campaigns import (
    AttemptCaps,
    CampaignChange,
    CampaignOrder,
    CampaignPlan,
    CampaignState,
    FeedRound,
    FollowUpRule,
    PaceChange,
)
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId, attempt_id
from domain.outcomes import BusinessOutcome, TechnicalResult
from providers.carriers.contract import LegPhase
from providers.crm.contract import CrmCall, CrmContact, CrmLink
from startup.first_connections import open_account
from tests.activities.connections import connections_of, through
from tests.activities.scene import NUMBER, OTHER_NUMBER, Scene, scene_of
from tests.activities.stalls import Stall, side_by_side
from tests.activities.test_messages import ScriptedMessenger
from tests.database.campaign_rows import running_campaign
from tests.database.locks import locks_taken
from tests.locks import held_to

pytestmark = pytest.mark.long

EVERY_CLASS = (*STEPS, *LINE_WAITS, *DIALS)
MOST_WAITS = 60
LATER = datetime.now(UTC) + timedelta(days=2)
STALE_WINDOW = 9


@dataclass
class RememberedCrm:
    """Keeps every record it was given, by call."""

    records: list[str] = field(default_factory=list)

    async def record_call(self, contact: CrmContact, call: CrmCall) -> CrmLink:
        """One record for each call, as the contract has it."""
        if call.call_id not in self.records:
            self.records.append(call.call_id)
        return CrmLink("contact", f"record {call.call_id}")

    async def forget_person(self, links: Sequence[CrmLink], *, contact: bool) -> None:
        """Nobody is forgotten in these tests."""
        raise AssertionError(links, contact)


Before = Callable[[Scene, CallId], Awaitable[object]]
Meanwhile = Callable[[Scene, CallId, Any], Awaitable[object]]


async def _nothing(scene: Scene, call_id: CallId, answer: Any = None) -> None:
    """The workflow has nothing to do yet."""


# What the call has been through.


async def _ready(scene: Scene, call_id: CallId) -> None:
    await scene.prepare(call_id)


async def _ready_for_a_later_slot(scene: Scene, call_id: CallId) -> None:
    """So far away that the rules have to be asked again before it."""
    await scene.prepare(call_id)
    await scene.campaign.run(
        "UPDATE trunks SET next_dial_at = clock_timestamp() + interval '0.6 s' WHERE id = :t",
        t=scene.campaign.trunk_id,
    )


async def _ringing(scene: Scene, call_id: CallId) -> None:
    assert DialKind.PLACED is (await scene.prepared_dial(call_id)).kind


async def _busy(scene: Scene, call_id: CallId) -> None:
    await _ringing(scene, call_id)
    scene.carrier.end(f"CA-{attempt_id(call_id, 1)}", TechnicalResult.BUSY)
    await scene.hang_up(call_id)


async def _closed(scene: Scene, call_id: CallId) -> None:
    await _busy(scene, call_id)
    await scene.close(call_id)


async def _claimed_long_ago(scene: Scene, call_id: CallId) -> None:
    await scene.campaign.run(
        "UPDATE calls SET created_at = created_at - interval '2 min' WHERE id = :c", c=call_id
    )


async def _orphaned(scene: Scene, call_id: CallId) -> None:
    await _ringing(scene, call_id)
    await _claimed_long_ago(scene, call_id)


async def _waiting(scene: Scene, call_id: CallId) -> None:
    await scene.campaign.set_state(CampaignState.PAUSED)
    await scene.prepare(call_id)
    await scene.campaign.set_state(CampaignState.RUNNING)


# What the workflow does with the second execution's answer, while the first still stands.


async def _dials(scene: Scene, call_id: CallId, answer: Any = None) -> None:
    """Until the carrier has the call; whatever was postponed asks again."""
    kind = answer.kind if isinstance(answer, DialAnswer) else DialKind.DEFERRED
    while kind is DialKind.DEFERRED:
        await scene.prepare(call_id)
        kind = (await scene.dial(call_id)).kind
    assert DialKind.PLACED is kind


async def _dials_and_opts_out(scene: Scene, call_id: CallId, answer: Any) -> None:
    await _dials(scene, call_id)
    campaign = scene.campaign
    async with campaign.database.transaction() as session:
        await suppress(session, campaign.account_id, [NUMBER], campaign.key_ring, channel="all", source="api")


async def _dials_its_next_attempt(scene: Scene, call_id: CallId, answer: Any) -> None:
    await scene.hang_up(call_id)
    await scene.close(call_id)
    await scene.campaign.run(
        "UPDATE calls SET not_before = NULL, next_attempt_at = NULL WHERE id = :call", call=call_id
    )
    await scene.prepare(call_id)
    assert DialKind.PLACED is (await scene.dial(call_id, 2)).kind


# The steps, by name, as the workflows call them.


@dataclass(frozen=True)
class Step:
    """How an activity is called, after what, and what comes next. gap: the campaign's, between two calls to a person."""

    arguments: Callable[[Scene, CallId], tuple[object, ...]]
    before: Before
    meanwhile: Meanwhile = _nothing
    gap_seconds: float = 3600.0
    second_stalls_at: str = ""


def _call(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (CallRef(scene.campaign.account_id, call_id),)


def _attempt(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (scene.attempt(call_id),)


def _dial(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (DialRequest(scene.campaign.account_id, call_id, 1),)


def _report(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    verdict = Verdict(BusinessOutcome.OPT_OUT, "Never again.")
    return (scene.report(call_id, verdict, EndReason.OPT_OUT),)


def _cancelled(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (CallCancelled(scene.campaign.account_id, call_id, attempt_id(call_id, 1), "an operator"),)


def _campaign(scene: Scene, _: CallId) -> tuple[object, ...]:
    return (CampaignOrder(scene.campaign.account_id, scene.campaign.campaign_id),)


def _text(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (MessageRequest(scene.campaign.account_id, call_id, 0),)


def _round(scene: Scene, _: CallId) -> tuple[object, ...]:
    return (FeedRound(scene.campaign.account_id, scene.campaign.campaign_id, 7),)


def _paused(scene: Scene, _: CallId) -> tuple[object, ...]:
    campaign = scene.campaign
    return (CampaignChange(campaign.account_id, campaign.campaign_id, CampaignState.PAUSED, act=1),)


async def _is_resumed(scene: Scene, call_id: CallId, answer: Any) -> None:
    """Its operator wants it to go on."""
    await scene.campaign.set_state(CampaignState.RUNNING, act=2)


async def _is_cancelled(scene: Scene, call_id: CallId, answer: Any) -> None:
    """Its workflow goes on to the campaign's end."""
    for state in (CampaignState.CANCELLING, CampaignState.CANCELLED):
        await scene.campaign.set_state(state)


def _pace(scene: Scene, _: CallId) -> tuple[object, ...]:
    return (PaceChange(scene.campaign.account_id, scene.campaign.campaign_id, STALE_WINDOW, act=1),)


async def _is_paced_anew(scene: Scene, call_id: CallId, answer: Any) -> None:
    """Its operator has thought of another pace."""
    change = PaceChange(scene.campaign.account_id, scene.campaign.campaign_id, 7, act=2)
    await ActivityEnvironment().run(CampaignActivities(scene.tools).set_pace, change)


def _later(scene: Scene, call_id: CallId) -> tuple[object, ...]:
    return (*_call(scene, call_id), Reschedule(LATER, act=1))


async def _is_put_off_again(scene: Scene, call_id: CallId, answer: Any) -> None:
    """Its operator has thought of another moment."""
    ref = CallRef(scene.campaign.account_id, call_id)
    change = Reschedule(LATER + timedelta(days=1), act=2)
    await ActivityEnvironment().run(ReadinessActivities(scene.tools).reschedule_call, ref, change)


def _no_argument(scene: Scene, _: CallId) -> tuple[object, ...]:
    return ()


CASES: dict[str, tuple[Step, ...]] = {
    "dial": (
        Step(_dial, _ready, _dials),
        Step(_dial, _ready, _dials, second_stalls_at="place"),
        Step(_dial, _ready, _dials, second_stalls_at="place answered"),
        Step(_dial, _ready_for_a_later_slot, _dials),
        Step(_dial, _ready_for_a_later_slot, _dials, second_stalls_at="place"),
        Step(_dial, _ready_for_a_later_slot, _dials, second_stalls_at="place answered"),
    ),
    "prepare_attempt": (
        Step(_call, _nothing, _dials),
        Step(_call, _nothing, _dials, gap_seconds=0),
        Step(_call, _nothing, _dials_and_opts_out),
    ),
    "wait_for_line": (Step(_call, _nothing, _dials), Step(_call, _nothing, _dials_and_opts_out)),
    "reschedule_call": (Step(_later, _nothing), Step(_later, _nothing, _is_put_off_again)),
    "check_leg": (Step(_attempt, _busy, _dials_its_next_attempt, gap_seconds=0), Step(_attempt, _ringing)),
    "hang_up": (Step(_attempt, _ringing), Step(_attempt, _busy, _dials_its_next_attempt, gap_seconds=0)),
    "close_attempt": (Step(_attempt, _busy, _dials_its_next_attempt, gap_seconds=0),),
    "close_cancelled": (Step(_cancelled, _busy),),
    "what_follows": (Step(_call, _closed), Step(_call, _ringing)),
    "store_report": (Step(_report, _busy), Step(_report, _closed)),
    "sync_crm": (Step(_call, _closed),),
    "send_message": (Step(_text, _closed),),
    "feed": (Step(_round, _nothing),),
    "set_campaign_state": (
        Step(_paused, _nothing),
        Step(_paused, _nothing, _is_resumed),
        Step(_paused, _nothing, _is_cancelled),
    ),
    "set_pace": (Step(_pace, _nothing), Step(_pace, _nothing, _is_paced_anew)),
    "repair": (Step(_campaign, _claimed_long_ago),),
    "wake_calls": (Step(_campaign, _waiting),),
    "cancel_calls": (Step(_campaign, _ringing), Step(_campaign, _nothing)),
    "sweep": (Step(_no_argument, _orphaned), Step(_no_argument, _claimed_long_ago)),
}


def test_no_activity_is_missing_here() -> None:
    """One that is written tomorrow has to stand its double as well."""
    assert activity_names(EVERY_CLASS) == CASES.keys()


@pytest.mark.parametrize(
    "name, step",
    [
        pytest.param(
            name,
            step,
            id=" ".join(
                filter(None, (name, step.before.__name__, step.meanwhile.__name__, step.second_stalls_at))
            ),
        )
        for name, steps in CASES.items()
        for step in steps
    ],
)
async def test_a_step_beside_its_stalled_double_keeps_the_laws(
    fresh_database: Database, key_ring: KeyRing, monkeypatch: pytest.MonkeyPatch, name: str, step: Step
) -> None:
    """Laws 1, 4, 5 and 6."""
    monkeypatch.setattr(dialling, "OLDEST_DECISION", timedelta(seconds=0.4))
    monkeypatch.setattr(legs, "_HANG_UP_PAUSE_S", 0.01)
    monkeypatch.setattr(unknown_dials, "_LOOK_UP_EVERY", (0.05,))
    for place in range(1, MOST_WAITS):
        scene, call_id = await _scene(fresh_database, key_ring, step)
        with locks_taken(fresh_database) as locks:
            stalled = await side_by_side(
                partial(_run, name, step.arguments(scene, call_id)),
                scene.tools,
                first=Stall(place),
                second=Stall(step.second_stalls_at),
                meanwhile=partial(step.meanwhile, scene, call_id),
            )
        assert [] == await _broken_laws(scene), f"the first stood still at its wait {place}"
        if not stalled:
            assert 1 < place
            held_to(f"{name} {step.before.__name__.strip('_')}", {name: locks}, may_repeat=True)
            return
        await scene.campaign.run("UPDATE calls SET state = 'closed'")  # it is no business of the next round's
    raise AssertionError("The step waits for the world without end.")


async def _run(name: str, arguments: tuple[object, ...], tools: Tools) -> Any:
    [activity] = [each for each in activities_of(EVERY_CLASS, tools) if each.__name__ == name]
    return await ActivityEnvironment().run(activity, *arguments)


async def _scene(database: Database, key_ring: KeyRing, step: Step) -> tuple[Scene, CallId]:
    """A call of an account of its own, which has been through what the step needs; a second lead waits."""
    async with database.transaction() as session:
        account_id = await open_account(session, os.urandom(6).hex())
    plan = CampaignPlan(
        caps=AttemptCaps(gap_seconds=step.gap_seconds),
        follow_ups=(FollowUpRule("Thank you!"),),
        sync_crm=True,
    )
    scene = scene_of(await running_campaign(database, key_ring, account_id, plan=plan))
    scene.tools = through(scene.tools, messenger=ScriptedMessenger(), crm_client=RememberedCrm())
    scene.carrier.shows_correlation = False
    call_id = await scene.campaign.call(NUMBER)
    await scene.campaign.lead(OTHER_NUMBER)
    await step.before(scene, call_id)
    return scene, call_id


async def _broken_laws(scene: Scene) -> list[str]:
    """What the world and our rows say that must not be."""
    rung = Counter(request.correlation for request in scene.carrier.requests)
    live = [leg.carrier_call_id for leg in scene.carrier.legs.values() if leg.phase is not LegPhase.ENDED]
    numbers = Counter(scene.carrier.dialled[leg].to for leg in live)
    through_it = connections_of(scene.tools)
    messenger, crm = through_it.messenger, through_it.crm_client
    assert isinstance(messenger, ScriptedMessenger)
    assert isinstance(crm, RememberedCrm)
    texts = Counter(message.message_id for message in messenger.delivered)
    started = Counter(scene.temporal.started)
    followed = {
        row["carrier_call_id"]
        for row in await scene.campaign.rows(
            """
            SELECT a.carrier_call_id FROM attempts a JOIN calls c ON c.id = a.call_id
            JOIN lines n ON n.call_id = c.id
            WHERE a.account_id = :account_id AND a.state NOT IN ('created', 'ended', 'closed')
              AND c.state IN ('dialling', 'live')
            """
        )
    }
    dialled = {row["carrier_call_id"] for row in await scene.campaign.rows(_DIALLED)}
    idle = await scene.campaign.rows(_IDLE_LINES)
    revived = await scene.campaign.rows(_REVIVED)
    undone = await scene.campaign.rows(_UNDONE)
    stale = await scene.campaign.rows(_STALE, window=str(STALE_WINDOW), moment=LATER)
    return [
        *(f"{attempt} rang {times} times" for attempt, times in rung.items() if times > 1),
        *(f"{times} live legs to one number" for times in numbers.values() if times > 1),
        *(f"{leg} lives without its call, its attempt or its line" for leg in live if leg not in followed),
        *(f"{leg} has no row" for leg in scene.carrier.dialled if leg not in dialled),
        *(f"line {line['number']} is held by a call that is closed or waits" for line in idle),
        *(f"a cancelled campaign is {campaign['state']}" for campaign in revived),
        *("a resumed campaign is paused" for _ in undone),
        *(f"{what['stale']} is what an older act chose" for what in stale),
        *(f"a text was sent {times} times" for times in texts.values() if times > 1),
        *(f"{workflow} was started {times} times" for workflow, times in started.items() if times > 1),
        *(f"the CRM has {len(crm.records)} records of one call" for _ in crm.records[1:]),
    ]


_DIALLED = "SELECT carrier_call_id FROM attempts WHERE account_id = :account_id"
_REVIVED = """
    SELECT m.state FROM campaigns m WHERE m.account_id = :account_id AND m.state <> 'cancelled'
      AND EXISTS (SELECT FROM call_events e WHERE e.campaign_id = m.id AND e.kind = 'campaign.cancelled')
"""
_UNDONE = """
    SELECT m.id FROM campaigns m WHERE m.account_id = :account_id AND m.state = 'paused'
      AND EXISTS (SELECT FROM call_events e JOIN call_events paused ON paused.campaign_id = e.campaign_id
                  WHERE e.campaign_id = m.id AND e.kind = 'campaign.running' AND paused.kind = 'campaign.paused'
                    AND paused.id < e.id)
"""
_STALE = """
    SELECT id AS stale FROM campaigns
    WHERE account_id = :account_id AND window_act = 2 AND plan->>'window' = :window
    UNION ALL SELECT id FROM calls WHERE account_id = :account_id AND moment_act = 2 AND not_before = :moment
"""
_IDLE_LINES = """
    SELECT n.number FROM lines n JOIN calls c ON c.id = n.call_id
    WHERE n.account_id = :account_id AND c.state IN ('closed', 'waiting')
"""
