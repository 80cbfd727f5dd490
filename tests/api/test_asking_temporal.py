"""What the API's own client asks of Temporal, call by call, and what each of Temporal's failures becomes."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from temporalio.client import Client, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from api import workflows
from api.errors import WorkflowGone, WorkflowRefused, WorkflowsUnreachable
from api.workflows import TemporalWorkflows
from domain import search_attributes
from domain.calls import CallOrder, Cancellation, ConversationReported, LegEnded, Reschedule
from domain.campaigns import CampaignOrder
from domain.identifiers import AccountId, AttemptId, CallId, CampaignId, LeadId, TrunkId, act_update_id
from domain.letters import ResetOrder
from domain.person_requests import PersonOrder, RequestKind
from domain.retention import RetentionOrder
from domain.webhook_orders import WebhookOrder
from domain.workflow_messages import SET_PACE

AT = datetime(2027, 1, 15, 16, 30, tzinfo=UTC)
ENDED = LegEnded("1", AttemptId("call-1"), talking=True)
REPORTED = ConversationReported("2", AttemptId("call-1"))
RESCHEDULED = Reschedule(AT, 7)
OF_A_CAMPAIGN = CallOrder(AccountId("acc"), CallId("call"), TrunkId("trunk"), CampaignId("camp"))
PROGRAM = WebhookOrder(AccountId("acc"), "wh")
OF_A_PERSON = PersonOrder(AccountId("acc"), "preq")
CAMPAIGN = CampaignOrder(AccountId("acc"), CampaignId("camp"), 3)


@dataclass
class RememberedClient:
    """A Temporal client that remembers what it is asked. fails: with what each exchange ends; stalls: none ever does."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)
    started: dict[str, Any] = field(default_factory=dict)
    fails: Exception | None = None
    stalls: bool = False
    is_healthy: bool = True

    async def _exchange(self, *asked: Any) -> str:
        if self.stalls:
            await asyncio.Event().wait()
        if self.fails is not None:
            raise self.fails
        self.asked.append(asked)
        return "paused"

    async def start_workflow(self, name: str, order: object, *, id: str, **more: Any) -> None:
        self.started = more
        await self._exchange("start", name, id, order)

    def get_workflow_handle(self, workflow_id: str) -> Any:
        async def signal(name: str, *, args: list[object]) -> None:
            await self._exchange("signal", name, workflow_id, *args)

        async def execute_update(name: str, *, args: list[object], id: str | None, **_: object) -> str:
            return await self._exchange("update", name, workflow_id, *args, id)

        return SimpleNamespace(signal=signal, execute_update=execute_update)

    @property
    def service_client(self) -> Any:
        async def check_health(*, timeout: object) -> bool:
            await self._exchange("health")
            return self.is_healthy

        return SimpleNamespace(check_health=check_health)


A_RESET = ResetOrder("ab" * 32)
Ask = Callable[[TemporalWorkflows], Awaitable[object]]
ASKED: dict[str, tuple[Ask, tuple[Any, ...]]] = {
    "start_campaign": (
        lambda to: to.start_campaign(CAMPAIGN, name="Autumn"),
        ("start", "CampaignWorkflow", "campaign/camp", CAMPAIGN),
    ),
    "start_call": (
        lambda to: to.start_call(OF_A_CAMPAIGN, LeadId("lead"), masked_number="+1***2672", not_before=AT),
        ("start", "CallWorkflow", "call/camp/lead", OF_A_CAMPAIGN),
    ),
    "update_campaign": (
        lambda to: to.update_campaign(CampaignId("camp"), SET_PACE, 5, 12),
        ("update", "set_pace", "campaign/camp", 5, act_update_id(12)),
    ),
    "tell_program": (
        lambda to: to.tell_program(PROGRAM),
        ("start", "WebhookWorkflow", "webhooks/wh", PROGRAM),
    ),
    "start_person_request": (
        lambda to: to.start_person_request(RequestKind.ERASURE, OF_A_PERSON),
        ("start", "PersonErasureWorkflow", "person/preq", OF_A_PERSON),
    ),
    "start_reset": (
        lambda to: to.start_reset(A_RESET),
        ("start", "PasswordResetWorkflow", f"reset/{A_RESET.address_hash[:32]}", A_RESET),
    ),
    "start_retention": (
        lambda to: to.start_retention(AccountId("acc")),
        ("start", "RetentionWorkflow", "retention/acc", RetentionOrder(only=AccountId("acc"))),
    ),
    "tell_leads_added": (
        lambda to: to.tell_leads_added(CampaignId("camp")),
        ("signal", "look_again", "campaign/camp"),
    ),
    "cancel_call": (
        lambda to: to.cancel_call("call/direct/call", Cancellation("enough")),
        ("update", "cancel", "call/direct/call", Cancellation("enough"), None),
    ),
    "reschedule_call": (
        lambda to: to.reschedule_call("call/direct/call", RESCHEDULED),
        ("update", "reschedule", "call/direct/call", RESCHEDULED, None),
    ),
    "tell_leg_ended": (
        lambda to: to.tell_leg_ended("call/direct/call", ENDED),
        ("signal", "leg_ended", "call/direct/call", ENDED),
    ),
    "tell_conversation_reported": (
        lambda to: to.tell_conversation_reported("call/direct/call", REPORTED),
        ("signal", "conversation_reported", "call/direct/call", REPORTED),
    ),
    "check": (lambda to: to.check(), ("health",)),
}
every_method = pytest.mark.parametrize("method", ASKED)


def through(client: RememberedClient) -> TemporalWorkflows:
    """The real adapter on this client."""
    return TemporalWorkflows(cast("Client", client))


def test_every_method_is_tried() -> None:
    assert set(ASKED) == {name for name in vars(TemporalWorkflows) if not name.startswith("_")}


@every_method
async def test_each_asks_its_own_workflow_for_its_own_thing(method: str) -> None:
    client = RememberedClient()
    ask, expected = ASKED[method]
    told = await ask(through(client))
    assert [expected] == client.asked
    assert told == ("paused" if method == "update_campaign" else None)


@every_method
async def test_what_never_answers_is_given_up(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflows, "_LIMIT_SECONDS", 0.01)
    async with asyncio.timeout(5):
        with pytest.raises(WorkflowsUnreachable):
            await ASKED[method][0](through(RememberedClient(stalls=True)))


@every_method
@pytest.mark.parametrize(
    ("failure", "becomes"),
    [
        (RPCError("", RPCStatusCode.NOT_FOUND, b""), WorkflowGone),
        (RPCError("", RPCStatusCode.UNAVAILABLE, b""), WorkflowsUnreachable),
        (RuntimeError("Failed client connect"), WorkflowsUnreachable),
        (WorkflowUpdateRPCTimeoutOrCancelledError(), WorkflowsUnreachable),
        (WorkflowUpdateFailedError(ApplicationError("It is over.")), WorkflowRefused),
    ],
    ids=["not found", "unavailable", "no connection", "no answer", "refused"],
)
async def test_each_failure_is_told_by_our_own_name(
    method: str, failure: Exception, becomes: type[Exception]
) -> None:
    with pytest.raises(becomes) as told:
        await ASKED[method][0](through(RememberedClient(fails=failure)))
    assert type(told.value) is becomes


@pytest.mark.parametrize(
    ("cause", "sentence"),
    [(ApplicationError("It is over."), "It is over."), (ValueError("secret"), WorkflowRefused.__doc__)],
)
async def test_a_refusal_quotes_the_validator_and_nobody_else(cause: Exception, sentence: str) -> None:
    client = RememberedClient(fails=WorkflowUpdateFailedError(cause))
    with pytest.raises(WorkflowRefused) as told:
        await through(client).cancel_call("call/direct/call", Cancellation())
    assert sentence == str(told.value)


@pytest.mark.parametrize("method", ["start_campaign", "start_call"])
async def test_a_repeated_start_is_no_error(method: str) -> None:
    already = WorkflowAlreadyStartedError("call/camp/lead", "CallWorkflow")
    await ASKED[method][0](through(RememberedClient(fails=already)))


async def test_a_service_that_is_not_well_does_not_answer() -> None:
    with pytest.raises(WorkflowsUnreachable):
        await through(RememberedClient(is_healthy=False)).check()


async def test_a_call_is_started_once_and_can_be_found_by_what_it_is() -> None:
    client = RememberedClient()
    await ASKED["start_call"][0](through(client))
    assert (WorkflowIDReusePolicy.REJECT_DUPLICATE, "outbound", "call to +1***2672") == tuple(
        client.started[name] for name in ("id_reuse_policy", "task_queue", "static_summary")
    )
    assert {
        search_attributes.CALL_STATE: "claimed",
        search_attributes.TRUNK: "trunk",
        search_attributes.ATTEMPT: 1,
        search_attributes.CAMPAIGN_ID: "camp",
        search_attributes.NEXT_ATTEMPT_AT: AT,
    } == {pair.key.name: pair.value for pair in client.started["search_attributes"]}


async def test_a_campaign_that_ended_wrongly_is_started_anew_and_one_that_runs_is_left() -> None:
    client = RememberedClient()
    await ASKED["start_campaign"][0](through(client))
    assert (
        WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        WorkflowIDConflictPolicy.USE_EXISTING,
        "outbound",
        "campaign Autumn",
    ) == tuple(
        client.started[name]
        for name in ("id_reuse_policy", "id_conflict_policy", "task_queue", "static_summary")
    )
    assert {search_attributes.CAMPAIGN_ID: "camp"} == {
        pair.key.name: pair.value for pair in client.started["search_attributes"]
    }
