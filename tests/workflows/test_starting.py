"""Workflows are started, steered and found as production does it, on a real Temporal; nobody serves them here."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
import pytest_asyncio
from temporalio.client import Client, WorkflowExecutionStatus

from database.sealing import KeyRing
from domain.calls import CallOrder
from domain.campaigns import CampaignOrder, CampaignState
from domain.identifiers import (
    AccountId,
    CallId,
    CampaignId,
    LeadId,
    TrunkId,
    call_workflow_id,
    campaign_workflow_id,
    person_workflow_id,
)
from domain.person_requests import PersonOrder, RequestKind
from local.temporal import DevServer
from startup.call_starter import TemporalCallStarter
from startup.payload_codec import EncryptingCodec, data_converter
from startup.temporal import start_campaign, start_person_request

pytestmark = pytest.mark.long


@dataclass(frozen=True)
class Begun:
    """A call of a campaign, not yet started."""

    client: Client
    starter: TemporalCallStarter
    order: CallOrder
    lead_id: LeadId

    @property
    def workflow_id(self) -> str:
        return call_workflow_id(self.order.call_id, self.order.campaign_id, self.lead_id)

    async def start(self) -> None:
        await self.starter.start_call(self.order, self.lead_id, masked_number="+49***001")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def temporal(key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Client]:
    """A server whose clock is the real one: it keeps what was closed."""
    server = DevServer(tmp_path_factory.mktemp("temporal"))
    address = await server.start()
    converter = data_converter(EncryptingCodec(key_ring))
    yield await Client.connect(address, namespace=server.namespace, data_converter=converter)
    await server.stop()


@pytest_asyncio.fixture
async def call(temporal: Client) -> Begun:
    name = os.urandom(6).hex()
    order = CallOrder(
        AccountId("acc_1"), CallId(f"call_{name}"), TrunkId("trunk_1"), CampaignId(f"camp_{name}")
    )
    return Begun(temporal, TemporalCallStarter(temporal), order, LeadId(f"lead_{name}"))


async def test_a_call_is_started_once(call: Begun) -> None:
    """Law 1: a repeated start leaves the first as it is."""
    await call.start()
    first = await call.client.get_workflow_handle(call.workflow_id).describe()
    await call.start()
    second = await call.client.get_workflow_handle(call.workflow_id).describe()
    assert first.run_id == second.run_id
    assert await call.starter.is_open(call.workflow_id)


async def test_a_workflow_that_is_absent_is_told_to_nobody(call: Begun) -> None:
    """Whoever cancels must know that there was nobody to cancel, and end the call's rows itself."""
    assert not await call.starter.is_open(call.workflow_id)
    assert not await call.starter.cancel(call.workflow_id, why="tried")
    await call.starter.wake(call.workflow_id)
    await call.starter.look_again(campaign_workflow_id(CampaignId("camp_nowhere")))


async def test_a_workflow_that_is_closed_cannot_be_cancelled(call: Begun) -> None:
    await call.start()
    assert await call.starter.cancel(call.workflow_id, why="tried")
    history = await call.client.get_workflow_handle(call.workflow_id).fetch_history()
    asked = [event.workflow_execution_cancel_requested_event_attributes for event in history.events]
    assert "tried" in [each.cause for each in asked]
    await call.client.get_workflow_handle(call.workflow_id).terminate()
    assert not await call.starter.is_open(call.workflow_id)
    assert not await call.starter.cancel(call.workflow_id, why="tried")


async def test_a_closed_call_whose_run_was_terminated_has_a_run_for_what_follows(call: Begun) -> None:
    """Requirement 91: the sweep closed its rows; only a run that is not one of ours in good order has a successor."""
    await call.start()
    first = await call.client.get_workflow_handle(call.workflow_id).describe()
    await call.starter.follow_up(call.order, call.lead_id, masked_number="+49***001")
    assert first.run_id == (await call.client.get_workflow_handle(call.workflow_id).describe()).run_id
    await call.client.get_workflow_handle(call.workflow_id).terminate()
    await call.start()
    assert not await call.starter.is_open(call.workflow_id)
    await call.starter.follow_up(call.order, call.lead_id, masked_number="+49***001")
    assert await call.starter.is_open(call.workflow_id)


async def test_the_histories_of_all_runs_of_a_call_are_deleted(call: Begun) -> None:
    """Requirement 162. Temporal deletes half a minute after it was asked. Once more is no error, nor is a call that has none; others
    keep theirs.
    """
    other = replace(call, lead_id=LeadId(f"{call.lead_id}x"))
    await other.start()
    await call.start()
    await call.client.get_workflow_handle(call.workflow_id).terminate()
    await call.starter.follow_up(call.order, call.lead_id, masked_number="+49***001")
    await call.client.get_workflow_handle(call.workflow_id).terminate()
    await _listed(call, 2)
    assert await call.starter.is_known(call.workflow_id)
    assert 2 == await call.starter.forget(call.workflow_id)
    await call.starter.forget(call.workflow_id)
    await _listed(call, 0)
    assert not await call.starter.is_known(call.workflow_id)
    assert 0 == await call.starter.forget(call.workflow_id)
    assert 0 == await call.starter.forget("call/camp_nowhere/lead_nobody")
    assert await call.starter.is_open(other.workflow_id)


async def _listed(call: Begun, runs: int) -> None:
    """Wait until Temporal lists so many runs."""
    query = f"WorkflowId = '{call.workflow_id}'"
    async with asyncio.timeout(90):
        while True:
            if len([each.run_id async for each in call.client.list_workflows(query)]) == runs:
                return
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("kind", RequestKind)
async def test_what_a_person_asked_for_has_one_workflow_that_names_nobody(
    temporal: Client, kind: RequestKind
) -> None:
    order = PersonOrder(AccountId("acc_1"), f"preq_{os.urandom(6).hex()}")
    handle = temporal.get_workflow_handle(person_workflow_id(order.request_id))
    await start_person_request(temporal, kind, order)
    first = await handle.describe()
    await start_person_request(temporal, kind, order)
    assert first.run_id == (await handle.describe()).run_id
    assert (f"person/{order.request_id}", f"Person{kind.capitalize()}Workflow") == (
        first.id,
        first.workflow_type,
    )
    await handle.terminate()
    await start_person_request(temporal, kind, order)
    assert first.run_id != (await handle.describe()).run_id


async def test_a_campaign_that_ended_wrongly_is_started_again(temporal: Client) -> None:
    """Law 5: its row says that it runs, so a run that was terminated or failed has a successor; one that runs has not."""
    order = CampaignOrder(
        AccountId("acc_1"), CampaignId(f"camp_{os.urandom(6).hex()}"), state=CampaignState.CANCELLING
    )
    handle = temporal.get_workflow_handle(campaign_workflow_id(order.campaign_id))
    await start_campaign(temporal, order, name="Autumn")
    first = await handle.describe()
    await start_campaign(temporal, order, name="Autumn")
    assert first.run_id == (await handle.describe()).run_id
    await handle.terminate()
    await start_campaign(temporal, order, name="Autumn")
    again = await handle.describe()
    assert (WorkflowExecutionStatus.RUNNING, True) == (again.status, first.run_id != again.run_id)
