"""What follows a call: its rules' messages and the CRM, told alike by the close and by the rows afterwards (law 5)."""

from dataclasses import replace

import pytest

from activities import closing
from activities.crm import CrmActivities
from domain.calls import AfterAttempt, CallRef
from domain.campaigns import AttemptCaps, CampaignPlan, FollowUpRule
from domain.conversations import EndReason, Verdict
from domain.identifiers import CallId
from domain.outcomes import BusinessOutcome, Outcome, TechnicalResult
from domain.retry_policy import decide_retry
from tests.activities.connections import FixedConnections, Unreadable, through
from tests.activities.scene import NUMBER, Scene, run
from tests.activities.test_crm import SAID, RememberedCrm

# A rule for each outcome and each result, in this order; each after a delay of its own. Nothing is tried again.
NAMES = [*map(str, BusinessOutcome), *map(str, TechnicalResult)]
PLAN = CampaignPlan(
    retries={},
    follow_ups=(
        *(FollowUpRule(str(each), NAMES.index(each), outcomes=(each,)) for each in BusinessOutcome),
        *(FollowUpRule(str(each), NAMES.index(each), results=(each,)) for each in TechnicalResult),
    ),
)
INTERESTED, CALLBACK = BusinessOutcome.INTERESTED, BusinessOutcome.CALLBACK
TALKED, BUSY = TechnicalResult.TALKED, TechnicalResult.BUSY


@pytest.mark.parametrize(
    ("attempts", "outcome", "result", "messages"),
    [
        ([BUSY], "none", BUSY, ["none", "busy"]),
        ([INTERESTED], "interested", TALKED, ["interested", "talked"]),
        ([CALLBACK, BUSY], "callback", BUSY, ["callback", "busy"]),
        ([CALLBACK, INTERESTED], "interested", TALKED, ["interested", "talked"]),
        ([BusinessOutcome.OPT_OUT], "opt_out", TALKED, []),
        ([BusinessOutcome.WRONG_NUMBER], "wrong_number", TALKED, []),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
async def test_a_call_is_followed_by_what_it_came_to_and_how_its_last_attempt_went(
    scene: Scene,
    attempts: list[BusinessOutcome | TechnicalResult],
    outcome: str,
    result: TechnicalResult,
    messages: list[str],
) -> None:
    """An attempt that brought nothing takes nothing away from what an earlier one brought; nobody is sent anything who
    does not want it.
    """
    call_id = await _planned(scene, PLAN)
    for number, end in enumerate(attempts, 1):
        after = await _ends(scene, call_id, end, number)
        assert (number == len(attempts)) is after.closed
    assert (True, result, outcome, True) == (after.closed, after.result, after.outcome, after.sync_crm)
    assert messages == [NAMES[message.rule] for message in after.messages]
    assert [message.rule for message in after.messages] == [each.delay_seconds for each in after.messages]
    row = await scene.campaign.row("calls", call_id)
    assert (after.why, None) == (row["why"], row["not_before_because"]), "it waits for nothing any more"
    assert after == await scene.close(call_id, len(attempts)) == await scene.what_follows(call_id)


@pytest.mark.parametrize(("attempts", "outcome"), [([BUSY], "none"), ([CALLBACK, BUSY], "callback")])
async def test_a_call_that_goes_on_is_followed_by_nothing_yet(
    scene: Scene, attempts: list[BusinessOutcome | TechnicalResult], outcome: str
) -> None:
    """Whoever asked to be called and was busy then is called again, as anybody else."""
    call_id = await _planned(scene, replace(PLAN, retries=CampaignPlan().retries))
    for number, end in enumerate(attempts, 1):
        after = await _ends(scene, call_id, end, number)
    assert AfterAttempt(False, BUSY, outcome, after.why) == after
    assert not (await scene.what_follows(call_id)).closed


async def test_the_next_attempt_is_decided_by_all_that_is_known_of_those_so_far(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of two: how often each result came, the campaign's rules, the person's zone, and a dice of its own."""
    plan, told = replace(PLAN, retries=CampaignPlan().retries, caps=AttemptCaps(gap_seconds=0)), []

    def note(*known: object, **more: object) -> object:
        told.append((*known, more))
        return decide_retry(*known, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(closing, "decide_retry", note)
    call_id = await _planned(scene, plan)
    for number in (1, 2):
        await _ends(scene, call_id, BUSY, number)
    attempt = await scene.campaign.row("attempts", f"{call_id}-2")
    assert told[-1] == (
        BUSY,
        Outcome.of(None),
        {
            "attempts_so": {BUSY: 2},
            "attempts_made": 2,
            "plan": plan,
            "zones": ("Europe/Berlin",),
            "ended_at": attempt["ended_at"],
            "seed": f"{call_id}-2",
            "callback_at": None,
        },
    )


@pytest.mark.parametrize(
    ("connections", "wanted", "told"),
    [
        (FixedConnections, True, False),
        (Unreadable, True, True),
        (Unreadable, False, False),
    ],
    ids=["nowhere to tell", "its credentials may be mended", "the campaign tells no CRM"],
)
async def test_the_crm_is_told_if_there_is_one_and_the_campaign_wants_it(
    scene: Scene, connections: type[FixedConnections], wanted: bool, told: bool
) -> None:
    """Requirement 109."""
    call_id = await _planned(scene, replace(PLAN, sync_crm=wanted))
    await scene.prepared_dial(call_id)
    await scene.hang_up(call_id)
    scene.tools = replace(scene.tools, connections=connections(scene.carrier))
    assert told is (await scene.close(call_id)).sync_crm
    assert told is (await scene.what_follows(call_id)).sync_crm


@pytest.mark.parametrize("dialled", [True, False])
async def test_a_cancelled_call_is_told_once_if_it_was_dialled_and_sends_nothing(
    scene: Scene, dialled: bool
) -> None:
    """Requirements 91 and 102."""
    call_id = await _planned(scene, PLAN)
    if dialled:
        await scene.prepared_dial(call_id)
        await scene.hang_up(call_id)
    await scene.cancel(call_id)
    after = await scene.what_follows(call_id)
    cancelled = TechnicalResult.CANCELLED
    assert AfterAttempt(True, cancelled, BusinessOutcome.NONE, "an operator", sync_crm=dialled) == after
    if dialled:
        await run(CrmActivities(scene.tools).sync_crm, CallRef(scene.campaign.account_id, call_id))
        assert not (await scene.what_follows(call_id)).sync_crm


async def _planned(scene: Scene, plan: CampaignPlan) -> CallId:
    scene.tools = through(scene.tools, crm_client=RememberedCrm())
    await scene.campaign.set_plan(plan)
    return await scene.campaign.call(NUMBER)


async def _ends(
    scene: Scene, call_id: CallId, end: BusinessOutcome | TechnicalResult, number: int = 1
) -> AfterAttempt:
    """The call's next attempt: a talk that came to this outcome, or the carrier's word of how nobody was reached."""
    await scene.moment_comes(call_id)
    await scene.prepared_dial(call_id, number)
    if isinstance(end, BusinessOutcome):
        phrase = "in ten minutes" if end is CALLBACK else ""
        verdict = Verdict(end, "Very happy indeed", callback_phrase=phrase)
        await scene.converse(call_id, verdict, EndReason.FINISHED, SAID, number=number)
    leg = None if isinstance(end, BusinessOutcome) else end
    scene.carrier.end(f"CA-{call_id}-{number}", leg)
    await scene.hang_up(call_id, number)
    return await scene.close(call_id, number)
