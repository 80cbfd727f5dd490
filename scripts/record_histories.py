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
from pathlib import Path
from typing import Any, Final

import httpx
from temporalio.client import Client, WorkflowExecution, WorkflowFailureError

from database.sealing import KeyRing
from domain.identifiers import CampaignId, campaign_workflow_id
from local.keys import new_keys, write_for_owner
from local.processes import Child
from local.system import Choices, LocalSystem
from local.temporal import DevServer
from startup.temporal import EncryptingCodec, data_converter

HISTORIES: Final = Path(__file__).resolve().parent.parent / "tests" / "histories"
# The keys of tests/conftest.py, which are no secret.
TEST_KEY_RING: Final = f"1:{base64.b64encode(b'k' * 32).decode()}"
TEST_LOOKUP_KEY: Final = base64.b64encode(b"l" * 32).decode()
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
    call = await recorder.call("+12025550116", "cooperative", at="2099-01-15T16:30:00Z")
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


SCENARIOS: Final = (
    clean_call,
    busy_busy_answered,
    voicemail,
    opt_out,
    cancelled_while_ringing,
    cancelled_while_waiting,
    lost_callback,
    follow_up,
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
