"""The whole running system as an operator sees it, the simulated world around it, and a way to look into its rows."""

import asyncio
import itertools
import os
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import httpx

from local.postgres import connect
from local.system import LocalSystem
from media.recording.flight import read_flights
from media.recording.replay import replay
from simulators.people.person import Person

OUR_NUMBER = "+14155552671"
# Ranges kept for fiction, 100 numbers in each: +1 AREA 555 01xx.
AREAS = (202, 213, 312, 404, 415, 503, 512, 602, 617, 702, 713, 720, 801, 907)
_numbers = (f"+1{area}55501{line:02}" for line in range(100) for area in AREAS)
_turns = itertools.count(1)

SCRIPT = {
    "opening": "Hi {{first_name}}, Maya here.",
    "disclosure": "I am automated.",
    "instructions": "You run a short survey.",
    "questions": [{"key": "happy", "text": "Are you happy with us?", "expects": "yes_no"}],
    "voicemail": "Maya called, goodbye.",
    "closing": "Thanks, goodbye.",
}
_AGAIN = ("busy", "no_answer", "carrier_failed", "conversation_lost", "vendor_failed")
_ONCE = ("hung_up_early", "no_response", "voicemail_silent", "number_unavailable", "unconfirmed")
# Nothing waits longer than it must: no gap between dials, back-off in seconds, short ringing.
QUICK_PLAN: dict[str, Any] = {
    "window": 30,
    "ring_seconds": 5,
    "longest_call_seconds": 30,
    "caps": {"per_lead": 6, "per_day": 20, "gap_seconds": 0},
    "retries": {
        **{result: {"attempts": 3, "first_wait_seconds": 1, "factor": 1, "jitter": 0} for result in _AGAIN},
        **{result: {"attempts": 1} for result in _ONCE},
    },
    "sync_crm": False,
}


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody to call, and who stands behind the number. hours: zone, opening and closing time the judge holds it to."""

    person: str | Person
    name: str = "Ann Smith"
    email: str = ""
    number: str = field(default_factory=lambda: next(_numbers))
    zone: str = ""
    hours: tuple[str, str, str] | None = None


async def until(
    condition: Callable[[], bool | Awaitable[bool]], limit: float = 60, every: float = 0.05
) -> None:
    """Return once the condition holds; TimeoutError when it does not within so many seconds."""
    async with asyncio.timeout(limit):
        while True:
            held = condition()
            if held if isinstance(held, bool) else await held:
                return
            pause = asyncio.Event()
            asyncio.get_running_loop().call_later(every, pause.set)
            await pause.wait()


class House:
    """One running system and its world. The world's ledger is the judge; rows are read with SQL of the tests' own."""

    def __init__(self, system: LocalSystem, world_url: str) -> None:
        self.system = system
        self.api = httpx.AsyncClient(
            base_url=system.addresses["api"] + "/api",
            headers={"Authorization": f"Bearer {system.environment['OUTBOUND_API_KEY']}"},
            timeout=30,
        )
        self.world = httpx.AsyncClient(base_url=world_url, timeout=30)
        self.leads: list[Lead] = []
        self.record_was_away = False  # PostgreSQL or everything was killed since the start
        self._parts: dict[str, str] = {}

    async def close(self) -> None:
        """End the two clients."""
        await self.api.aclose()
        await self.world.aclose()

    # The operator.

    async def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """What a POST made; fails the test if it was refused."""
        answer = await self.try_post(path, body)
        assert answer.is_success, f"{path}: {answer.status_code} {answer.text}"
        made: dict[str, Any] = answer.json()
        return made

    async def try_post(self, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        """The answer to a POST, whatever it is."""
        headers = {"Idempotency-Key": os.urandom(8).hex()}
        return await self.api.post(path, json=body or {}, headers=headers)

    async def get(self, path: str) -> Any:
        """What a GET shows; fails the test if it was refused."""
        answer = await self.api.get(path)
        assert answer.is_success, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    async def trunk(self, *, lines: int = 30, calls_per_second: float = 20, **more: Any) -> str:
        """A new trunk; more: other fields of its body."""
        body = {
            "name": f"trunk {next(_turns)}",
            "caller_number": OUR_NUMBER,
            "lines": lines,
            "calls_per_second": calls_per_second,
            **more,
        }
        return str((await self.post("/trunks", body))["id"])

    async def parts(
        self, *, trunk_id: str | None = None, script: dict[str, Any] | None = None
    ) -> dict[str, str]:
        """A script version, an agent and a trunk, by the fields that refer to them."""
        turn = next(_turns)
        made = await self.post(
            "/scripts", {"name": f"script {turn}", "content": {**SCRIPT, **(script or {})}}
        )
        agent = await self.post("/agents", {"name": f"Maya {turn}"})
        return {
            "script_version_id": made["id"],
            "agent_id": agent["id"],
            "trunk_id": trunk_id or await self.trunk(),
        }

    async def cast(self, leads: Iterable[Lead]) -> None:
        """Put the people behind their numbers; from now on the numbers, names and addresses count as known."""
        known = list(leads)
        self.leads += known
        people = {
            lead.number: lead.person if isinstance(lead.person, str) else lead.person.model_dump(mode="json")
            for lead in known
        }
        answer = await self.world.put("/control/people", json=people)
        assert answer.is_success, answer.text

    async def draft(self, leads: Sequence[Lead], *, parts: dict[str, str] | None = None, **plan: Any) -> str:
        """A campaign with these leads imported, not started yet; its id. Known leads keep their place in their story."""
        await self.cast([lead for lead in leads if lead not in self.leads])
        body = {
            "name": f"campaign {next(_turns)}",
            "default_region": "US",
            "plan": {**QUICK_PLAN, **plan},
            **(parts or await self.parts()),
        }
        campaign = await self.post("/campaigns", body)
        rows = [f"{lead.number},{lead.name},{lead.email},{lead.zone}" for lead in leads]
        staged = await self.api.post(
            "/lead-imports",
            data={"campaign_id": campaign["id"], "rules": "simulation"},
            files={
                "file": ("leads.csv", "\n".join(["phone,name,email,timezone", *rows]).encode(), "text/csv")
            },
        )
        assert staged.is_success, staged.text
        assert len(leads) == staged.json()["accepted"], staged.text
        await self.post(f"/lead-imports/{staged.json()['id']}/commit")
        return str(campaign["id"])

    async def campaign_of(
        self, leads: Sequence[Lead], *, parts: dict[str, str] | None = None, **plan: Any
    ) -> str:
        """A started campaign with these leads; its id."""
        campaign_id = await self.draft(leads, parts=parts, **plan)
        await self.post(f"/campaigns/{campaign_id}/start")
        return campaign_id

    async def place(self, lead: Lead, *, parts: dict[str, str], **more: Any) -> httpx.Response:
        """The answer to the order of one single call."""
        await self.cast([lead])
        path = "/calls/outbound/schedule" if "at" in more else "/calls/outbound"
        plan = {**QUICK_PLAN, **more.pop("plan", {})}
        who = {"to": lead.number, "name": lead.name, "email": lead.email, "rules": "simulation"}
        return await self.try_post(path, {**who, "plan": plan, **parts, **more})

    async def calls_of(self, campaign_id: str) -> dict[str, dict[str, Any]]:
        """The campaign's calls as the API shows them, by number."""
        page = await self.get(f"/campaigns/{campaign_id}/calls?limit=100")
        assert not page["has_more"]
        return {call["number"]: call for call in page["data"]}

    async def calls_held_otherwise_now(self) -> list[str]:
        """Attempts whose conversation the engine does not hold again in the same way, from its flight record."""
        diverged = []
        for attempt in await self.rows(
            "SELECT id, call_id, number FROM attempts WHERE stream_opened_at IS NOT NULL"
        ):
            answer = await self.api.get(f"/calls/{attempt['call_id']}/attempts/{attempt['number']}/flight")
            lines = (
                answer.content.splitlines() if answer.is_success else ()
            )  # one that was killed early has none
            diverged += [attempt["id"] for one in read_flights(lines) if replay(one).divergence is not None]
        return diverged

    async def transcript(self, call_id: str) -> list[dict[str, Any]]:
        """All turns of the call's conversations, in order."""
        found = await self.get(f"/calls/{call_id}/transcript")
        return [turn for conversation in found["conversations"] for turn in conversation["turns"]]

    async def finished(self, campaign_id: str, limit: float = 60) -> None:
        """Wait until every call of the campaign is closed and the campaign with them."""

        async def is_over() -> bool:
            return bool((await self.get(f"/campaigns/{campaign_id}"))["state"] in ("completed", "cancelled"))

        await until(is_over, limit, every=0.2)

    async def cancel(self, campaign_id: str, number: str) -> None:
        """End the campaign's call to this number, as an operator does."""
        call = (await self.calls_of(campaign_id))[number]
        await self.post(f"/calls/{call['id']}/cancel")

    async def closed(self, call_id: str, limit: float = 60) -> dict[str, Any]:
        """Wait until this call is closed; as the API shows it then."""

        async def is_closed() -> bool:
            return bool((await self.get(f"/calls/{call_id}"))["state"] == "closed")

        await until(is_closed, limit, every=0.2)
        return dict(await self.get(f"/calls/{call_id}"))

    # The world.

    async def ledger(self) -> dict[str, Any]:
        """Everything that really happened."""
        answer = await self.world.get("/ledger")
        found: dict[str, Any] = answer.json()
        return found

    async def dials(self, *leads: Lead) -> list[dict[str, Any]]:
        """The ledger's calls to these leads, oldest first."""
        numbers = {lead.number for lead in leads}
        return [call for call in (await self.ledger())["calls"] if call["to"] in numbers]

    async def fault(self, service: str, kind: str, *, times: int | None = 1, **more: Any) -> None:
        """Order a fault; more: match={…}, parameters={…}."""
        order = {"service": service, "kind": kind, "times": times, **more}
        answer = await self.world.post("/control/faults", json=[order])
        assert answer.is_success, answer.text

    async def after(self, seconds: float) -> None:
        """Let the world go on for so long by its own clock."""
        began = asyncio.get_running_loop().time()
        await until(lambda: asyncio.get_running_loop().time() - began >= seconds, seconds + 5)

    # The rows.

    async def rows(self, statement: str, *values: Any) -> list[asyncpg.Record]:
        """The rows that the tests' own SQL finds."""
        connection = await connect(self.system.environment["DATABASE_URL"])
        try:
            return list(await connection.fetch(statement, *values))
        finally:
            await connection.close()

    async def until_row(self, statement: str, *values: Any, limit: float = 30) -> asyncpg.Record:
        """The first row that the statement finds, once it finds one: how a named point is seen to be reached."""
        connection = await connect(self.system.environment["DATABASE_URL"])
        try:
            found: list[asyncpg.Record] = []

            async def is_there() -> bool:
                found[:] = await connection.fetch(statement, *values)
                return bool(found)

            await until(is_there, limit, every=0.01)
            return found[0]
        finally:
            await connection.close()
