"""What follows a closed call: the CRM and the messages hold each other up as little as they hold up the call."""

from datetime import timedelta

import pytest
from temporalio.exceptions import ApplicationError

from activities.retry_after import LONGEST_PAUSE
from domain.calls import MessageAnswer, PlannedMessage
from providers.errors import ProviderThrottled
from tests.workflows.stage import Stage
from tests.workflows.steps import PlannedCall


async def test_a_crm_that_is_down_for_a_day_delays_nothing_and_loses_nothing(stage: Stage) -> None:
    """Requirements 102 and 109: the call is closed and its message sent at once; the record comes later."""
    stage.steps.crm_failures = 50
    call = await stage.start(PlannedCall(sync_crm=True, messages=(PlannedMessage(0, 60.0),)))
    await call.result()
    [closed], [sent], [synced] = stage.steps.closed_at, stage.steps.sent, stage.steps.synced
    assert timedelta(seconds=59) < sent - closed < timedelta(seconds=70)
    assert timedelta(hours=18) < synced - closed < timedelta(days=2)


@pytest.mark.parametrize(
    "asked, waited",
    [
        (None, timedelta(seconds=2)),
        (1_200.0, timedelta(minutes=20)),
        (86_400.0, LONGEST_PAUSE),
    ],
    ids=["by our own rhythm", "as it asked", "an hour at most"],
)
async def test_a_crm_that_asks_for_a_pause_gets_it(
    stage: Stage, asked: float | None, waited: timedelta
) -> None:
    tried = []

    async def ask_for_a_pause_once() -> None:
        tried.append(await stage.steps.now())
        if len(tried) == 1:
            raise ProviderThrottled(retry_after=asked)

    stage.steps.before_crm = ask_for_a_pause_once
    call = await stage.start(PlannedCall(sync_crm=True))
    await call.result()
    first, second = tried
    assert waited <= second - first < waited + timedelta(seconds=5)


async def test_a_crm_that_never_comes_back_ends_the_call_after_a_week(stage: Stage) -> None:
    stage.steps.crm_failures, tried = 10**6, []

    async def note() -> None:
        tried.append(await stage.steps.now())

    stage.steps.before_crm = note
    call = await stage.start(PlannedCall(sync_crm=True))
    await call.result()
    assert [] == stage.steps.synced
    [closed] = stage.steps.closed_at
    assert timedelta(days=6, hours=23) < tried[-1] - closed < timedelta(days=7, hours=1)


async def test_a_deferred_message_is_sent_when_its_hours_open(stage: Stage) -> None:
    """Requirement 102, law 2: a message obeys the hours as a call does."""
    began = await stage.steps.now()
    morning = began + timedelta(hours=14)
    stage.steps.message_answers = [
        MessageAnswer(sent=False, until=morning, why="It is night."),
        MessageAnswer(True),
    ]
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 0.0),)))
    await call.result()
    [sent] = stage.steps.sent
    assert timedelta(0) <= sent - morning < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("wait_seconds", "waited"),
    [(None, 1), (30.0, 30)],
    ids=["a moment that is past", "by the clock that chose"],
)
async def test_a_deferred_message_is_not_asked_for_again_and_again(
    stage: Stage, wait_seconds: float | None, waited: int
) -> None:
    """By Temporal's clock its moment has come already; the clock that chose it may be another."""
    began = await stage.steps.now()
    past = MessageAnswer(False, began - timedelta(minutes=1), "It is night.", wait_seconds=wait_seconds)
    stage.steps.message_answers = [past, past, past]
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 0.0),)))
    await call.result()
    [closed], [sent] = stage.steps.closed_at, stage.steps.sent
    assert timedelta(seconds=3 * waited) <= sent - closed < timedelta(seconds=3 * waited + 5)


async def test_a_message_that_cannot_be_sent_holds_nothing_up(stage: Stage) -> None:
    """The history shows it; the other message and the CRM go their way, and the call ends well."""
    stage.steps.message_failures[0] = ApplicationError("no such rule", type="InvalidInput")
    messages = (PlannedMessage(0, 0.0), PlannedMessage(1, 60.0))
    call = await stage.start(PlannedCall(sync_crm=True, messages=messages))
    await call.result()
    assert ([1], 1) == (stage.steps.sent_rules, len(stage.steps.synced))


async def test_a_refused_message_is_never_sent(stage: Stage) -> None:
    """Law 4: an opt-out applies to every channel."""
    stage.steps.message_answers = [MessageAnswer(sent=False, why="The number is on a do-not-call list.")]
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 0.0),)))
    await call.result()
    assert [] == stage.steps.sent


async def test_messages_go_out_side_by_side_each_after_its_own_delay(stage: Stage) -> None:
    call = await stage.start(PlannedCall(messages=(PlannedMessage(0, 3600.0), PlannedMessage(1, 60.0))))
    await call.result()
    [closed] = stage.steps.closed_at
    first, second = stage.steps.sent
    assert timedelta(seconds=59) < first - closed < timedelta(seconds=70)
    assert timedelta(minutes=59) < second - closed < timedelta(minutes=61)
    assert [1, 0] == stage.steps.sent_rules
