"""Records histories of the running system for the replay tests: `python -m scripts.record_histories`.

Starts the whole local system with the simulated world, runs the scenarios below through the API, and writes each
workflow's history to tests/histories/<workflow>/<case>.json. Payloads stay encrypted, under the key ring of the tests.
Run it when a workflow was changed in a way that `workflow.patched` covers, and commit what it writes beside the old files.
"""

import asyncio
import base64
import json
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import httpx
from temporalio.client import Client, WorkflowExecution, WorkflowFailureError

from database.sealing import KeyRing
from domain.calls import CallOrder, ConversationReported
from domain.conversations import AnsweredBy, ConversationReport, EndReason, Verdict
from domain.identifiers import CallId, CampaignId, attempt_id, campaign_workflow_id, webhook_workflow_id
from domain.outcomes import BusinessOutcome
from local.keys import new_keys, write_for_owner
from local.processes import Child
from local.system import Choices, LocalSystem
from local.temporal import DevServer
from startup.payload_codec import EncryptingCodec, data_converter

HISTORIES: Final = Path(__file__).resolve().parent.parent / "tests" / "histories"
# The keys of tests/workflows/test_replay.py: no secret, but not so plain that the system refuses them.
TEST_KEY_RING: Final = f"2:{base64.b64encode(bytes(range(32))).decode()}"
TEST_LOOKUP_KEY: Final = base64.b64encode(bytes(range(32, 64))).decode()
# A campaign that waits half a minute for its calls reaches this many events; a call with three attempts does not.
CONTINUE_AS_NEW_AFTER: Final = 100
LIMIT: Final = 90.0  # seconds for any one scenario
POLL: Final = 0.1  # seconds

SCRIPT: Final = {
    "opening": "Hi, Maya here.",
    "disclosure": "I am automated.",
    "instructions": "You run a short survey.",
    "questions": [{"key": "happy", "text": "Are you happy with us?", "expects": "yes_no"}],
    "voicemail": "Maya called, goodbye.",
    "closing": "Thanks, goodbye.",
}
QUICK: Final = {
    "ring_seconds": 5,
    "longest_call_seconds": 30,
    "caps": {"per_lead": 6, "per_day": 20, "gap_seconds": 0},
    "retries": {"busy": {"attempts": 3, "first_wait_seconds": 1, "factor": 1, "jitter": 0}},
}


@dataclass(frozen=True, slots=True)
class Recorder:
    """The running system, as an operator reaches it, and where its histories go."""

    api: httpx.AsyncClient
    world: httpx.AsyncClient
    temporal: Client
    parts: dict[str, str]

    async def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """What a POST made."""
        answer = await self.api.post(path, json=body or {}, headers={"Idempotency-Key": os.urandom(8).hex()})
        answer.raise_for_status()
        made: dict[str, Any] = answer.json()
        return made

    async def call(self, number: str, person: str, **more: Any) -> str:
        """The workflow id of a call to this person."""
        await self._cast(number, person)
        path = "/calls/outbound/schedule" if "at" in more else "/calls/outbound"
        body = {"to": number, "name": "Ann Smith", "rules": "simulation", "plan": QUICK, **self.parts, **more}
        return f"call/direct/{(await self.post(path, body))['id']}"

    async def campaign(self, leads: dict[str, str], **plan: Any) -> str:
        """The id of a started campaign that calls these people."""
        for number, person in leads.items():
            await self._cast(number, person)
        body = {"name": os.urandom(4).hex(), "default_region": "US", "plan": {**QUICK, **plan}, **self.parts}
        campaign_id = str((await self.post("/campaigns", body))["id"])
        staged = await self.api.post(
            "/lead-imports",
            data={"campaign_id": campaign_id, "rules": "simulation"},
            files={"file": ("leads.csv", "\n".join(["phone", *leads]).encode(), "text/csv")},
        )
        staged.raise_for_status()
        await self.post(f"/lead-imports/{staged.json()['id']}/commit")
        await self.post(f"/campaigns/{campaign_id}/start")
        return campaign_id

    async def fault(self, number: str) -> None:
        """Lose every callback about this number from now on."""
        order = {"service": "twilio.callback", "kind": "lost", "times": None, "match": {"to": number}}
        (await self.world.post("/control/faults", json=[order])).raise_for_status()

    async def until_dialled(self, number: str) -> None:
        """Return once the telephone rings."""
        await self._until(lambda: self._rings(number))

    async def until_state(self, call: str, state: str) -> None:
        """Return once the API shows the call so."""

        async def is_so() -> bool:
            answer = await self.api.get(f"/calls/{call.rpartition('/')[2]}")
            return bool(answer.json()["state"] == state)

        await self._until(is_so)

    async def hand_over(self, call: str) -> None:
        """The media server could not store what was said in the first attempt: no further call is wanted."""
        history = await self.temporal.get_workflow_handle(call).fetch_history()
        started = history.events[0].workflow_execution_started_event_attributes
        [order] = await self.temporal.data_converter.decode(list(started.input.payloads), [CallOrder])
        attempt, now = attempt_id(order.call_id, 1), datetime.now(UTC)
        verdict = Verdict(BusinessOutcome.OPT_OUT, "")
        report = ConversationReport(
            order.account_id,
            order.call_id,
            attempt,
            AnsweredBy.PERSON,
            EndReason.OPT_OUT,
            verdict,
            (),
            now,
            now,
        )
        event = ConversationReported(f"{attempt}/reported", attempt, unstored=report)
        await self.signal(call, "conversation_reported", event)

    async def signal(self, workflow_id: str, name: str, *content: object) -> None:
        """Tell the workflow."""
        await self.temporal.get_workflow_handle(workflow_id).signal(name, args=content)

    async def until_another_run(self, workflow_id: str, signal: str) -> None:
        """Tell the workflow again and again until it has gone on in another run."""
        handle = self.temporal.get_workflow_handle(workflow_id)
        first = (await handle.describe()).run_id

        async def has_gone_on() -> bool:
            await handle.signal(signal)
            return (await handle.describe()).run_id != first

        await self._until(has_gone_on)

    async def only_call(self, campaign_id: str) -> str:
        """The workflow id of the campaign's only call, once there is one."""
        calls: list[str] = []

        async def is_listed() -> bool:
            query = f"WorkflowType = 'CallWorkflow' AND CampaignId = '{campaign_id}'"
            calls[:] = [run.id async for run in self.temporal.list_workflows(query)]
            return bool(calls)

        await self._until(is_listed)
        return calls[0]

    async def until_a_message_waits(self, campaign_id: str) -> str:
        """The workflow id of the campaign's only call, once its message was deferred."""
        call = await self.only_call(campaign_id)

        async def waits() -> bool:
            events = (await self.temporal.get_workflow_handle(call).fetch_history()).events
            asked = any(
                event.activity_task_scheduled_event_attributes.activity_type.name == "send_message"
                for event in events
            )
            return asked and events[-1].HasField("timer_started_event_attributes")

        await self._until(waits)
        return call

    async def keep(self, workflow_id: str, folder: str, case: str) -> None:
        """Write the workflow's history, from its first run to its last, once it has ended."""
        handle = self.temporal.get_workflow_handle(workflow_id)
        with suppress(WorkflowFailureError):  # a cancelled workflow is recorded as well
            await asyncio.wait_for(handle.result(), LIMIT)
        runs = await self._runs(workflow_id)
        for number, run in enumerate(runs, start=1):
            name = case if number == len(runs) else f"{case}.run{number}"
            await self._write(workflow_id, run.run_id, HISTORIES / folder / f"{name}.json")

    async def _runs(self, workflow_id: str) -> list[WorkflowExecution]:
        found: list[WorkflowExecution] = []

        async def are_listed() -> bool:
            query = f"WorkflowId = '{workflow_id}'"
            found[:] = [run async for run in self.temporal.list_workflows(query)]
            return bool(found) and all(run.close_time is not None for run in found)

        await self._until(are_listed)
        return sorted(found, key=lambda run: run.start_time)

    async def _write(self, workflow_id: str, run_id: str, file: Path) -> None:
        history = await self.temporal.get_workflow_handle(workflow_id, run_id=run_id).fetch_history()
        size = sum(event.ByteSize() for event in history.events)
        content = {"workflow_id": workflow_id, "bytes": size, "history": history.to_json_dict()}
        write(file, json.dumps(content, indent=1) + "\n")
        print(f"{file.relative_to(HISTORIES)}: {len(history.events)} events, {size} bytes")

    async def _cast(self, number: str, person: str) -> None:
        (await self.world.put("/control/people", json={number: person})).raise_for_status()

    async def _rings(self, number: str) -> bool:
        calls = (await self.world.get("/ledger")).json()["calls"]
        return any(call["to"] == number for call in calls)

    async def _until(self, condition: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(LIMIT):
            while not await condition():  # noqa: ASYNC110 - it waits for other processes
                await asyncio.sleep(POLL)


def write(file: Path, content: str) -> None:
    """Put the content there, whatever was there before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


async def clean_call(recorder: Recorder) -> None:
    """One attempt, a conversation, the CRM."""
    await recorder.keep(await recorder.call("+12025550111", "cooperative"), "call", "clean")


async def busy_busy_answered(recorder: Recorder) -> None:
    """Two retries."""
    call = await recorder.call("+12025550112", "busy_then_cooperative")
    await recorder.keep(call, "call", "busy_busy_answered")


async def voicemail(recorder: Recorder) -> None:
    """A message is left."""
    await recorder.keep(await recorder.call("+12025550113", "voicemail"), "call", "voicemail")


async def opt_out(recorder: Recorder) -> None:
    """The person asks not to be called again."""
    await recorder.keep(await recorder.call("+12025550114", "opting_out"), "call", "opt_out")


async def cancelled_while_ringing(recorder: Recorder) -> None:
    """An operator cancels while the telephone rings."""
    call = await recorder.call("+12025550115", "no_answer", plan={**QUICK, "ring_seconds": 60})
    await recorder.until_dialled("+12025550115")
    await recorder.post(f"/calls/{call.rpartition('/')[2]}/cancel")
    await recorder.keep(call, "call", "cancelled_while_ringing")


async def cancelled_while_waiting(recorder: Recorder) -> None:
    """Temporal's own Cancel reaches a call that waits for another day."""
    call = await recorder.call("+12025550116", "cooperative", at=_far_away())
    await recorder.until_state(call, "waiting")
    await recorder.temporal.get_workflow_handle(call).cancel()
    await recorder.keep(call, "call", "cancelled_while_waiting")


async def lost_callback(recorder: Recorder) -> None:
    """The carrier says nothing; the ring deadline asks."""
    await recorder.fault("+12025550117")
    retries = {"busy": {"attempts": 1}}
    call = await recorder.call("+12025550117", "busy", plan={**QUICK, "retries": retries})
    await recorder.keep(call, "call", "lost_callback")


async def follow_up(recorder: Recorder) -> None:
    """A text message after the call."""
    rule = {"text": "Thank you.", "delay_seconds": 1, "results": ["talked"]}
    call = await recorder.call("+12025550118", "cooperative", plan={**QUICK, "follow_ups": [rule]})
    await recorder.keep(call, "call", "follow_up")


async def late_report(recorder: Recorder) -> None:
    """Handed over while the call waits for its next attempt, which it ends."""
    call = await _busy_and_waiting(recorder, "+12025550119")
    await recorder.hand_over(call)
    await recorder.keep(call, "call", "late_report")


async def told_late_then_cancelled(recorder: Recorder) -> None:
    """A report that is stored already has the waiting call look again; an operator cancels it, the CRM has its record."""
    call = await _busy_and_waiting(recorder, "+12025550120")
    attempt = attempt_id(CallId(call.rpartition("/")[2]), 1)
    await recorder.signal(call, "conversation_reported", ConversationReported(f"{attempt}/reported", attempt))
    await recorder.post(f"/calls/{call.rpartition('/')[2]}/cancel")
    await recorder.keep(call, "call", "told_late_then_cancelled")


async def _busy_and_waiting(recorder: Recorder, number: str) -> str:
    retries = {"busy": {"attempts": 3, "first_wait_seconds": 3600, "factor": 1, "jitter": 0}}
    call = await recorder.call(number, "busy", plan={**QUICK, "retries": retries})
    await recorder.until_dialled(number)
    await recorder.until_state(call, "waiting")
    return call


async def cancelled_while_talking(recorder: Recorder) -> None:
    """An operator cancels a conversation; its report is waited for, and the CRM has its record."""
    call = await recorder.call("+12025550125", "chatty")
    await recorder.until_state(call, "live")
    await recorder.post(f"/calls/{call.rpartition('/')[2]}/cancel")
    await recorder.keep(call, "call", "cancelled_while_talking")


def _far_away() -> str:
    """In three weeks, at a moment when people may be called."""
    day = (datetime.now(UTC) + timedelta(days=21)).date()
    return f"{day}T16:30:00Z"


async def refused(recorder: Recorder) -> None:
    """The number comes on the do-not-call list while the call waits."""
    call = await recorder.call("+12025550126", "cooperative", at=_far_away())
    await recorder.until_state(call, "waiting")
    await recorder.post("/dnc", {"numbers": ["+12025550126"]})
    await recorder.signal(call, "wake")
    await recorder.keep(call, "call", "refused")


async def continued_call(recorder: Recorder) -> None:
    """A call that waits so long that it goes on in another run, and is cancelled there."""
    call = await recorder.call("+12025550127", "cooperative", at=_far_away())
    await recorder.until_state(call, "waiting")
    await recorder.until_another_run(call, "wake")
    await recorder.post(f"/calls/{call.rpartition('/')[2]}/cancel")
    await recorder.keep(call, "call", "continued")


async def woken_message(recorder: Recorder) -> None:
    """The campaign is paused when the message is due, and resumed."""
    rule = {"text": "Thank you.", "delay_seconds": 1, "results": ["busy"]}
    campaign = await recorder.campaign(
        {"+12125550128": "busy"}, follow_ups=[rule], retries={"busy": {"attempts": 1}}
    )
    await recorder.until_dialled("+12125550128")
    await recorder.post(f"/campaigns/{campaign}/pause")
    call = await recorder.until_a_message_waits(campaign)
    await recorder.post(f"/campaigns/{campaign}/resume")
    await recorder.keep(call, "call", "woken_message")


async def found_ready(recorder: Recorder) -> None:
    """A call that its campaign's feeder found ready, so that it dials without a look of its own; its campaign's end."""
    campaign = await recorder.campaign({"+12125550130": "busy"}, retries={"busy": {"attempts": 1}})
    await recorder.keep(await recorder.only_call(campaign), "call", "found_ready")
    await recorder.keep(campaign_workflow_id(CampaignId(campaign)), "campaign", "completed")


async def paused_campaign(recorder: Recorder) -> None:
    """Paused and resumed while a call is live, another pace, then completed."""
    campaign = await recorder.campaign({"+12125550121": "cooperative", "+12125550122": "busy"})
    await recorder.until_dialled("+12125550121")
    await recorder.post(f"/campaigns/{campaign}/pause")
    await recorder.post(f"/campaigns/{campaign}/resume")
    (await recorder.api.put(f"/campaigns/{campaign}/pace", json={"window": 5})).raise_for_status()
    await recorder.keep(campaign_workflow_id(CampaignId(campaign)), "campaign", "paused")


async def cancelled_campaign(recorder: Recorder) -> None:
    """Cancelled while a telephone rings."""
    campaign = await recorder.campaign({"+12125550123": "no_answer"}, ring_seconds=60)
    await recorder.until_dialled("+12125550123")
    await recorder.post(f"/campaigns/{campaign}/cancel")
    await recorder.keep(campaign_workflow_id(CampaignId(campaign)), "campaign", "cancelled")


async def continued_campaign(recorder: Recorder) -> None:
    """A campaign that waits long enough to continue as new."""
    campaign = await recorder.campaign({"+12125550124": "no_answer"}, ring_seconds=25)
    await recorder.keep(campaign_workflow_id(CampaignId(campaign)), "campaign", "continued")


async def paused_for_long(recorder: Recorder) -> None:
    """A paused campaign that goes on in another run, is resumed there, wakes its calls and is cancelled."""
    campaign = await recorder.campaign({"+12125550129": "no_answer"}, ring_seconds=60)
    workflow_id = campaign_workflow_id(CampaignId(campaign))
    await recorder.until_dialled("+12125550129")
    await recorder.post(f"/campaigns/{campaign}/pause")
    await recorder.until_another_run(workflow_id, "look_again")
    await recorder.post(f"/campaigns/{campaign}/resume")
    await recorder.post(f"/campaigns/{campaign}/cancel")
    await recorder.keep(workflow_id, "campaign", "paused_for_long")


async def told_again(recorder: Recorder) -> None:
    """A program that takes a notice at the second try, five seconds later, and nothing after it."""
    answers = ["500 Internal Server Error", "204 No Content"]

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 {answers.pop(0)}\r\nContent-Length: 0\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as program:
        port = program.sockets[0].getsockname()[1]
        made = await recorder.post(
            "/webhook-endpoints", {"url": f"http://127.0.0.1:{port}/", "kinds": ["opt_out.taken_back"]}
        )
        await recorder.post(f"/webhook-endpoints/{made['id']}/test")
        await recorder.keep(webhook_workflow_id(made["id"]), "webhook", "told_again")


SCENARIOS: Final = (
    told_again,
    clean_call,
    busy_busy_answered,
    voicemail,
    opt_out,
    cancelled_while_ringing,
    cancelled_while_waiting,
    lost_callback,
    follow_up,
    late_report,
    told_late_then_cancelled,
    cancelled_while_talking,
    refused,
    continued_call,
    woken_message,
    found_ready,
    paused_for_long,
    paused_campaign,
    cancelled_campaign,
    continued_campaign,
)


@asynccontextmanager
async def running_system(home: Path) -> AsyncIterator[LocalSystem]:
    """The local system under the tests' keys, with a Temporal that soon suggests to continue as new."""
    keys = {**new_keys(), "OUTBOUND_KEY_RING": TEST_KEY_RING, "OUTBOUND_LOOKUP_KEY": TEST_LOOKUP_KEY}
    write_for_owner(home / "system" / "keys.json", json.dumps(keys))
    server = DevServer(home / "temporal")
    program = server.program()
    setting = f"--dynamic-config-value=limit.historyCount.suggestContinueAsNew={CONTINUE_AS_NEW_AFTER}"
    temporal = await Child.start(
        replace(program, command=(*program.command, setting)), home / "temporal" / "temporal.pid"
    )
    try:
        choices = Choices(simulate=True, usual_ports=False, temporal_address=server.address)
        async with LocalSystem(home / "system", choices, say=print) as system:
            yield system
    finally:
        await temporal.stop()


async def recorder_of(system: LocalSystem, api: httpx.AsyncClient, world: httpx.AsyncClient) -> Recorder:
    """A recorder with a script, an agent and a trunk."""
    temporal = await Client.connect(
        system.environment["TEMPORAL_ADDRESS"],
        namespace=system.environment["TEMPORAL_NAMESPACE"],
        data_converter=data_converter(EncryptingCodec(KeyRing.parse(TEST_KEY_RING, TEST_LOOKUP_KEY))),
    )
    recorder = Recorder(api, world, temporal, {})
    script = await recorder.post("/scripts", {"name": "survey", "content": SCRIPT})
    agent = await recorder.post("/agents", {"name": "Maya"})
    trunk = {"name": "main", "caller_number": "+14155552671", "lines": 20, "calls_per_second": 20}
    made = await recorder.post("/trunks", trunk)
    recorder.parts.update(script_version_id=script["id"], agent_id=agent["id"], trunk_id=made["id"])
    return recorder


async def record(home: Path, wanted: set[str]) -> None:
    """Run the wanted scenarios side by side, all of them if none is named."""
    async with running_system(home) as system:
        headers = {"Authorization": f"Bearer {system.environment['OUTBOUND_API_KEY']}"}
        async with (
            httpx.AsyncClient(base_url=f"{system.addresses['api']}/api", headers=headers, timeout=30) as api,
            httpx.AsyncClient(base_url=system.addresses["simulators"], timeout=30) as world,
        ):
            recorder = await recorder_of(system, api, world)
            async with asyncio.TaskGroup() as group:
                for scenario in SCENARIOS:
                    if not wanted or scenario.__name__ in wanted:
                        group.create_task(scenario(recorder), name=scenario.__name__)


def main() -> None:
    """Record in a folder that is removed afterwards."""
    # PostgreSQL, started by root, is another user and must reach the folder.
    home = Path(tempfile.mkdtemp(prefix="outbound-histories-")).resolve()
    try:
        asyncio.run(record(home, set(sys.argv[1:])))
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
