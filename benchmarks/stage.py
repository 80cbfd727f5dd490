"""The running system as a measurement sees it: an operator's API client, the simulated world, Temporal, PostgreSQL."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
from temporalio.client import Client

from database.sealing import KeyRing
from domain.identifiers import CampaignId, campaign_workflow_id
from local.postgres import connect
from local.system import Choices, LocalSystem
from startup.settings import Settings, TemporalSettings
from startup.temporal import connect as connect_temporal

Say = Callable[[str], None]

OUR_NUMBER: Final = "+14155552671"
# Ranges kept for fiction, 100 numbers in each: +1 AREA 555 01xx.
_AREAS: Final = (202, 213, 303, 312, 404, 415, 503, 512, 602, 617, 702, 713, 720, 801, 907)
SCRIPT: Final = {
    "opening": "Hi {{first_name}}, Maya here.",
    "disclosure": "I am automated.",
    "instructions": "You run a short survey.",
    "questions": [{"key": "happy", "text": "Are you happy with us?", "expects": "yes_no"}],
    "voicemail": "Maya called, goodbye.",
    "closing": "Thanks, goodbye.",
}
PLAN: Final[Mapping[str, Any]] = {
    "window": 100,
    "ring_seconds": 10,
    "longest_call_seconds": 120,
    "caps": {"per_lead": 1, "per_day": 20, "gap_seconds": 0},
    "sync_crm": True,
}


@dataclass(slots=True)
class Stage:
    """One running system. numbers: fictional ones, each given out once."""

    system: LocalSystem
    api: httpx.AsyncClient
    world: httpx.AsyncClient
    temporal: Client
    numbers: Iterator[str]

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """What a POST to the API made."""
        headers = {"Idempotency-Key": os.urandom(8).hex()}
        answer = await self.api.post(path, json=body or {}, headers=headers)
        made: dict[str, Any] = _content(answer)
        return made

    async def parts(
        self, *, lines: int, calls_per_second: float, script: Mapping[str, Any] = SCRIPT
    ) -> dict[str, str]:
        """A script version, an agent and a trunk of their own, by the fields that refer to them."""
        mark = os.urandom(4).hex()
        trunk = {"caller_number": OUR_NUMBER, "lines": lines, "calls_per_second": calls_per_second}
        return {
            "script_version_id": (await self.post("/scripts", {"name": mark, "content": script}))["id"],
            "agent_id": (await self.post("/agents", {"name": mark}))["id"],
            "trunk_id": (await self.post("/trunks", {"name": mark, **trunk}))["id"],
        }

    async def draft(
        self,
        leads: int,
        person: str | Mapping[str, Any],
        parts: Mapping[str, str],
        *,
        names: Sequence[str] = ("Ann",),
        **plan: Any,
    ) -> CampaignId:
        """A campaign of so many leads, behind each of whom this person stands; not started yet.

        person: a name of the cast or a whole person. names: first names, given out in turn.
        """
        numbers = [next(self.numbers) for _ in range(leads)]
        _content(await self.world.put("/control/people", json=dict.fromkeys(numbers, person)))
        campaign_id = await self.empty_campaign(parts, **plan)
        rows = [
            f"{number},{names[place % len(names)]},{number[1:]}@example.com"
            for place, number in enumerate(numbers)
        ]
        await self.import_rows(campaign_id, "\n".join(["phone,first_name,email", *rows]).encode())
        return campaign_id

    async def empty_campaign(self, parts: Mapping[str, str], **plan: Any) -> CampaignId:
        """A draft without leads."""
        body = {"name": os.urandom(4).hex(), "default_region": "US", "plan": {**PLAN, **plan}, **parts}
        return CampaignId((await self.post("/campaigns", body))["id"])

    async def import_rows(self, campaign_id: CampaignId, content: bytes) -> None:
        """Upload and commit a CSV file."""
        staged = await self.upload(campaign_id, content)
        await self.post(f"/lead-imports/{staged['id']}/commit")

    async def upload(self, campaign_id: CampaignId, content: bytes) -> dict[str, Any]:
        """Upload a CSV file: every row checked and staged; the report."""
        staged: dict[str, Any] = _content(
            await self.api.post(
                "/lead-imports",
                data={"campaign_id": campaign_id, "rules": "simulation"},
                files={"file": ("leads.csv", content, "text/csv")},
            )
        )
        return staged

    async def start(self, campaign_id: CampaignId) -> None:
        """Start the campaign."""
        await self.post(f"/campaigns/{campaign_id}/start")

    async def run(self, campaign_id: CampaignId, limit: float) -> None:
        """Start the campaign and wait until its workflow has ended, without asking the API or PostgreSQL."""
        await self.start(campaign_id)
        handle = self.temporal.get_workflow_handle(campaign_workflow_id(campaign_id))
        await asyncio.wait_for(handle.result(), limit)

    async def calls_ended(self, campaign_id: CampaignId, calls: int, limit: float) -> list[str]:
        """The ids of the campaign's call workflows once all of them have ended, their follow-through included."""
        query = f"WorkflowType = 'CallWorkflow' AND CampaignId = '{campaign_id}'"
        async with asyncio.timeout(limit):
            while True:
                found = [run async for run in self.temporal.list_workflows(query)]
                if len(found) >= calls and all(run.close_time is not None for run in found):
                    return [run.id for run in found]
                await asyncio.sleep(0.25)

    async def ledger(self) -> dict[str, Any]:
        """Everything that really happened since the last reset."""
        found: dict[str, Any] = _content(await self.world.get("/ledger"))
        return found

    async def forget(self) -> None:
        """Begin the ledger and the driver's lateness anew."""
        (await self.world.delete("/ledger")).raise_for_status()

    async def journal(self, service: str) -> list[dict[str, Any]]:
        """One vendor's own log, oldest first."""
        found: list[dict[str, Any]] = _content(await self.world.get("/journal", params={"service": service}))
        return found

    async def execute(self, *statements: str) -> None:
        """Run SQL as the server's administrator."""
        connection = await connect(self.system.environment["DATABASE_URL"])
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@asynccontextmanager
async def running_stage(say: Say) -> AsyncIterator[Stage]:
    """The whole local system with the simulated world, in a folder that is removed afterwards."""
    home = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="outbound-bench-"))
    try:
        choices = Choices(simulate=True, usual_ports=False, world_arguments=("--unlimited-crm",))
        async with LocalSystem(home, choices, say=say) as system, _clients(system) as stage:
            yield stage
    finally:
        await asyncio.to_thread(shutil.rmtree, home, ignore_errors=True)


@asynccontextmanager
async def _clients(system: LocalSystem) -> AsyncIterator[Stage]:
    headers = {"Authorization": f"Bearer {system.environment['OUTBOUND_API_KEY']}"}
    async with (
        httpx.AsyncClient(base_url=f"{system.addresses['api']}/api", headers=headers, timeout=300) as api,
        httpx.AsyncClient(base_url=system.addresses["simulators"], timeout=60) as world,
    ):
        settings = settings_of(system)
        ring = KeyRing.parse(settings.key_ring, settings.lookup_key)
        temporal = await connect_temporal(settings, ring, lazy=False)
        yield Stage(system, api, world, temporal, fictional_numbers())


def settings_of(system: LocalSystem) -> Settings:
    """The settings that the system's own processes run with, as far as Temporal and its codec go."""
    return Settings(
        key_ring=system.environment["OUTBOUND_KEY_RING"],
        lookup_key=system.environment["OUTBOUND_LOOKUP_KEY"],
        temporal=TemporalSettings(
            address=system.environment["TEMPORAL_ADDRESS"],
            namespace=system.environment["TEMPORAL_NAMESPACE"],
        ),
    )


def fictional_numbers() -> Iterator[str]:
    """1,500 numbers that belong to nobody."""
    return (f"+1{area}55501{line:02}" for line in range(100) for area in _AREAS)


def _content(answer: httpx.Response) -> Any:
    if answer.is_error:
        raise RuntimeError(
            f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text}"
        )
    return answer.json() if answer.content else None
