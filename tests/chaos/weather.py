"""Lets a storm happen to the running system, sees it healed afterwards, and notes what was acknowledged meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import psutil

from local.errors import LocalSystemError
from tests.chaos.clocks import set_clocks
from tests.chaos.storms import KILLABLE, Kind, Storm, Trouble
from tests.end_to_end.house import OUR_NUMBER, House, until

CALM_WITHIN_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Promise:
    """What the product acknowledged: from then on this number, or with number empty any of the campaign, is not dialled.

    until: when an operator took it back, None for never.
    """

    what: str
    since: datetime
    number: str = ""
    until: datetime | None = None


@dataclass(slots=True)
class Aftermath:
    """What a storm left: the campaign, what was promised meanwhile, and which calls did not come to an end in time."""

    storm: Storm
    campaign_id: str = ""
    promises: list[Promise] = field(default_factory=list)
    unfinished: str = ""
    record_was_away: bool = False


class Weather:
    """One storm after the other over one system."""

    def __init__(self, house: House, clocks: Path) -> None:
        self._house = house
        self._clocks = clocks
        self._after = Aftermath(Storm(0, (), 1, 1, {}, {}, ()))

    async def let_come(self, storm: Storm) -> Aftermath:
        """Start the storm's campaign, let the troubles come over it, heal the system, and wait for the campaign's end."""
        house, after = self._house, Aftermath(storm)
        self._after = after
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
        return after

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

    async def _stall(self, trouble: Trouble) -> None:
        self._after.record_was_away |= trouble.target == "postgres"
        family = self._family(trouble.target)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.suspend()
        await self._house.after(trouble.seconds)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.resume()

    async def _kill(self, trouble: Trouble) -> None:
        self._after.record_was_away |= trouble.target == "postgres"
        await self._house.system.kill(trouble.target)
        await self._house.after(trouble.seconds)
        await self._restart(trouble.target)

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

    async def _restart(self, name: str) -> None:
        """Start it anew; one that cannot start yet, because another it needs is away, is started when all is healed."""
        with suppress(LocalSystemError):
            await self._house.system.restart(name)

    async def _heal(self) -> None:
        """No fault waits any more, and whatever is dead runs again: the servers first."""
        await self._house.world.delete("/control/faults")
        for name in ("postgres", "temporal", "api", *KILLABLE):
            if not self._house.system.children[name].is_alive:
                await self._house.system.restart(name)

    async def _see_it_end(self) -> None:
        try:
            await until(self._is_over, CALM_WITHIN_SECONDS, every=0.3)
        except TimeoutError:
            calls = await self._house.calls_of(self._after.campaign_id)
            shown = [
                f"{place}: {call['state']} {call['why']}" if call else f"{place}: no call"
                for place, lead in enumerate(self._after.storm.leads)
                if (call := calls.get(lead.number)) is None or call["state"] != "closed"
            ]
            campaign = await self._house.get(f"/campaigns/{self._after.campaign_id}")
            self._after.unfinished = f"campaign {campaign['state']}; " + "; ".join(shown)

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
            if answer.is_success and 200 <= answer.json()["webhook_status"] < 300:
                self._after.promises.append(Promise("STOP was taken", datetime.now(UTC), number))

    async def _try(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response | None:
        """The answer, if the product gave one that says yes; a refusal or no answer promises nothing."""
        try:
            answer = await self._house.api.request(method, path, json=body if method == "POST" else None)
        except httpx.HTTPError:
            return None
        return answer if answer.is_success else None
