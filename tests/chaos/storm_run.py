"""Lets a storm happen to the running system, sees it healed afterwards, and notes what was acknowledged meanwhile.

What a seed draws: storms.py.

A process that dies without an order, such as one that the supervisor found silent because the machine is too busy, is
started again at once, as in production; that is weather too.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import psutil

from local.errors import LocalSystemError
from local.supervisor import ending
from tests.chaos.clocks import set_clocks
from tests.chaos.storms import KILLABLE, Kind, Storm, Trouble
from tests.end_to_end.house import OUR_NUMBER, House, until

CALM_WITHIN_SECONDS = 120.0
"""So long after the last trouble a campaign may take, not counting the time in which no media process takes calls."""
LONGEST_CALM_SECONDS = 600.0
_LOOK_SECONDS = 0.3
_SILENT_SECONDS = 2.5
"""The supervisor ends a process that was silent for two seconds; the rest is until the end is seen here."""

_TALKERS = """
    SELECT process, accepts, lag_ms, clock_timestamp() - seen_at AS silent FROM media_processes ORDER BY process
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """What the product acknowledged: from then on this number, or with number empty any of the campaign, is not dialled.

    until: when an operator took it back, None for never.
    """

    what: str
    since: datetime
    number: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """From when until when a process did nothing, in milliseconds of the machine's monotonic clock, as in the ledger."""

    process: str
    since_ms: float
    until_ms: float


@dataclass(slots=True)
class Aftermath:
    """What a storm left: the campaign, what was promised meanwhile, and which calls did not come to an end in time.

    absences: of media processes and of the record; died: processes that ended without an order, and how.
    """

    storm: Storm
    campaign_id: str = ""
    promises: list[Promise] = field(default_factory=list)
    unfinished: str = ""
    record_was_away: bool = False
    absences: list[Absence] = field(default_factory=list)
    died: list[str] = field(default_factory=list)


class Weather:
    """One storm after the other over one system."""

    def __init__(self, house: House, clocks: Path) -> None:
        self._house = house
        self._clocks = clocks
        self._after = Aftermath(Storm(0, (), 1, 1, {}, {}, ()))
        self._held_down: set[str] = set()
        self._killed: set[int] = set()

    async def let_come(self, storm: Storm) -> Aftermath:
        """Start the storm's campaign, let the troubles come over it, heal the system, and wait for the campaign's end."""
        house, after = self._house, Aftermath(storm)
        self._after = after
        async with self._kept_running():
            await self._let_come(storm, house, after)
        return after

    async def _let_come(self, storm: Storm, house: House, after: Aftermath) -> None:
        trunk = await house.trunk(lines=storm.lines, calls_per_second=storm.calls_per_second)
        parts = await house.parts(trunk_id=trunk)
        set_clocks(self._clocks, storm.clocks)
        after.campaign_id = await house.draft(storm.leads, parts=parts, **storm.plan)
        await house.post(f"/campaigns/{after.campaign_id}/start")
        async with asyncio.TaskGroup() as group:
            for trouble in storm.troubles:
                group.create_task(self._come(trouble))
        await self._heal()
        await self._see_it_end()

    async def _come(self, trouble: Trouble) -> None:
        await self._house.after(trouble.at)
        make: dict[Kind, Callable[[Trouble], Awaitable[None]]] = {
            Kind.STALL: self._stall,
            Kind.KILL: self._kill,
            Kind.FAULT: self._order_fault,
            Kind.PAUSE: self._pause,
            Kind.CANCEL: self._cancel,
            Kind.CANCEL_CALL: self._cancel_call,
            Kind.DO_NOT_CALL: self._do_not_call,
            Kind.STOP_BY_TEXT: self._stop_by_text,
        }
        await make[trouble.kind](trouble)

    # What happens to the processes.

    @asynccontextmanager
    async def _kept_running(self) -> AsyncIterator[None]:
        keepers = [
            asyncio.create_task(self._keep_running(name), name=f"keeper of {name}") for name in KILLABLE
        ]
        try:
            yield
        finally:
            for keeper in keepers:
                keeper.cancel()
            await asyncio.gather(*keepers, return_exceptions=True)

    async def _keep_running(self, name: str) -> None:
        """Start it anew whenever it is dead and not held down; one that another hinders from starting is tried again."""
        while True:
            with suppress(TimeoutError):  # of a machine so busy that this loop is late by seconds
                await self._house.after(_LOOK_SECONDS)
            child = self._house.system.children[name]
            if name in self._held_down or child.is_alive:
                continue
            if child.pid not in self._killed:
                self._after.died.append(f"{name} {ending(await child.wait())}")
                self._absent(name, _now_ms() - _SILENT_SECONDS * 1000)
            with suppress(LocalSystemError):
                await self._house.system.restart(name)

    async def _stall(self, trouble: Trouble) -> None:
        self._after.record_was_away |= trouble.target == "postgres"
        since, family = _now_ms(), self._family(trouble.target)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.suspend()
        await self._house.after(trouble.seconds)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.resume()
        self._absent(trouble.target, since)

    async def _kill(self, trouble: Trouble) -> None:
        self._after.record_was_away |= trouble.target == "postgres"
        since = _now_ms()
        self._held_down.add(trouble.target)
        self._killed.add(self._house.system.children[trouble.target].pid)
        await self._house.system.kill(trouble.target)
        await self._house.after(trouble.seconds)
        self._held_down.discard(trouble.target)
        await until(lambda: self._is_up(trouble.target), CALM_WITHIN_SECONDS, every=_LOOK_SECONDS)
        self._absent(trouble.target, since)

    def _absent(self, name: str, since_ms: float) -> None:
        self._after.absences.append(Absence(name, since_ms, _now_ms()))

    async def _is_up(self, name: str) -> bool:
        return self._house.system.children[name].is_alive

    async def _order_fault(self, trouble: Trouble) -> None:
        answer = await self._house.world.post("/control/faults", json=[dict(trouble.fault)])
        assert answer.is_success, answer.text

    def _family(self, name: str) -> Sequence[psutil.Process]:
        """The process and its children: PostgreSQL's connections are processes of their own."""
        child = self._house.system.children[name]
        if not child.is_alive:
            return ()
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(child.pid)
            return (process, *process.children(recursive=True))
        return ()

    async def _heal(self) -> None:
        """No fault waits any more, and whatever is dead runs again."""
        await self._house.world.delete("/control/faults")
        for name in KILLABLE:
            await until(partial(self._is_up, name), CALM_WITHIN_SECONDS, every=_LOOK_SECONDS)

    async def _see_it_end(self) -> None:
        patience, give_up_at = CALM_WITHIN_SECONDS, time.monotonic() + LONGEST_CALM_SECONDS
        while patience > 0 and time.monotonic() < give_up_at:
            if await self._is_over():
                return
            looked_at = time.monotonic()
            await self._house.after(_LOOK_SECONDS)
            if await self._somebody_talks():
                patience -= time.monotonic() - looked_at
        self._after.unfinished = await self._what_is_open()

    async def _somebody_talks(self) -> bool:
        """Whether a media process takes calls: on a machine that is too busy for that, none does until it is better."""
        talkers = await self._house.rows(_TALKERS)
        return any(talker["accepts"] and talker["silent"].total_seconds() < 3 for talker in talkers)

    async def _what_is_open(self) -> str:
        campaign = await self._house.get(f"/campaigns/{self._after.campaign_id}")
        calls = await self._house.calls_of(self._after.campaign_id)
        shown = [
            f"{place}: {call['state']} {call['why']}" if call else f"{place}: no call"
            for place, lead in enumerate(self._after.storm.leads)
            if (call := calls.get(lead.number)) is None or call["state"] != "closed"
        ]
        shown += [
            f"{talker['process']}: accepts {talker['accepts']}, {talker['lag_ms']:.0f} ms late, "
            f"last seen {talker['silent'].total_seconds():.0f} s ago"
            for talker in await self._house.rows(_TALKERS)
        ]
        return f"campaign {campaign['state']}; " + "; ".join(shown)

    async def _is_over(self) -> bool:
        answer = await self._try("GET", f"/campaigns/{self._after.campaign_id}")
        return answer is not None and answer.json()["state"] in ("completed", "cancelled")

    # What the operator and the people do. Only what was acknowledged is a promise.

    async def _pause(self, trouble: Trouble) -> None:
        path = f"/campaigns/{self._after.campaign_id}"
        if await self._try("POST", f"{path}/pause") is None:
            return
        since = datetime.now(UTC)
        await self._house.after(trouble.seconds)
        until_ = datetime.now(UTC)
        self._after.promises.append(Promise("the campaign is paused", since, until=until_))
        await until(lambda: self._is_resumed(path), CALM_WITHIN_SECONDS, every=0.5)

    async def _is_resumed(self, path: str) -> bool:
        """Resumed, or over: an operator tries until he is told so."""
        await self._try("POST", f"{path}/resume")
        answer = await self._try("GET", path)
        return answer is not None and answer.json()["state"] != "paused"

    async def _cancel(self, trouble: Trouble) -> None:
        if await self._try("POST", f"/campaigns/{self._after.campaign_id}/cancel") is not None:
            self._after.promises.append(Promise("the campaign is cancelled", datetime.now(UTC)))

    async def _cancel_call(self, trouble: Trouble) -> None:
        number = self._after.storm.leads[trouble.lead].number
        page = await self._try("GET", f"/campaigns/{self._after.campaign_id}/calls?limit=100")
        found = [call for call in page.json()["data"] if call["number"] == number] if page else []
        if found and await self._try("POST", f"/calls/{found[0]['id']}/cancel") is not None:
            self._after.promises.append(Promise("the call is cancelled", datetime.now(UTC), number))

    async def _do_not_call(self, trouble: Trouble) -> None:
        number = self._after.storm.leads[trouble.lead].number
        if await self._try("POST", "/dnc", {"numbers": [number]}) is not None:
            self._after.promises.append(Promise("the number is on the list", datetime.now(UTC), number))

    async def _stop_by_text(self, trouble: Trouble) -> None:
        number = self._after.storm.leads[trouble.lead].number
        order = {
            "from": number,
            "to": OUR_NUMBER,
            "body": "STOP",
            "webhook": f"{self._house.system.addresses['api']}/api/webhooks/twilio/sms-inbound",
        }
        with suppress(httpx.HTTPError):
            answer = await self._house.world.post("/control/inbound-sms", json=order)
            status = answer.json()["webhook_status"] if answer.is_success else None  # None: nobody answered
            if status is not None and 200 <= status < 300:
                self._after.promises.append(Promise("STOP was taken", datetime.now(UTC), number))

    async def _try(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response | None:
        """The answer, if the product gave one that says yes; a refusal or no answer promises nothing."""
        try:
            answer = await self._house.api.request(method, path, json=body if method == "POST" else None)
        except httpx.HTTPError:
            return None
        return answer if answer.is_success else None


def _now_ms() -> float:
    return time.monotonic_ns() / 1e6
