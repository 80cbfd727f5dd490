"""Progress callbacks of calls and messages, with the disorder that a real network brings on demand."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from simulators.clock import rfc2822, utc_now
from simulators.ordered_faults import Fault, Faults
from simulators.phone_network.call import Call, CallStatus
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.tasks import Tasks

_EVENT_OF_STATUS = {
    CallStatus.INITIATED: "initiated",
    CallStatus.RINGING: "ringing",
    CallStatus.IN_PROGRESS: "answered",
}
_HELD_SECONDS = 2.0  # a callback held back for disorder leaves at the latest after this


class Callbacks:
    """Sends callbacks, each on its own: Twilio promises no order of arrival."""

    def __init__(self, webhooks: Webhooks, faults: Faults, tasks: Tasks) -> None:
        self._webhooks = webhooks
        self._faults = faults
        self._tasks = tasks
        self._held: dict[str, asyncio.Event] = {}
        self._first_sent: dict[str, asyncio.Event] = {}

    async def first_of(self, sid: str) -> None:
        """Wait until a callback about this call or message has been answered; at most five seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await self._first_sent.setdefault(sid, asyncio.Event()).wait()

    def progress(self, call: Call) -> asyncio.Task[None] | None:
        """Report the call's present status if its caller asked for this event; None if not."""
        event = _EVENT_OF_STATUS.get(call.status, "completed")
        address = call.request.status_callback
        if address is None or event not in call.request.callback_events:
            return None
        fields = progress_fields(call)
        call.callbacks_numbered += 1
        situation = {
            "status": call.status.value,
            "to": call.request.to,
            "person": call.person,
            "sid": call.sid,
        }
        return self._leave(call.sid, address, fields, situation)

    def verdict(self, call: Call, answered_by: str, after_ms: int) -> None:
        """Report what answering-machine detection found, to the address asked for."""
        if call.request.amd_callback is None:
            return
        fields = {
            "CallSid": call.sid,
            "AccountSid": call.account_sid,
            "AnsweredBy": answered_by,
            "MachineDetectionDuration": str(after_ms),
        }
        situation = {"status": "amd", "to": call.request.to, "person": call.person, "sid": call.sid}
        self._leave(call.sid, call.request.amd_callback, fields, situation)

    def message(self, sid: str, address: str, fields: Mapping[str, str]) -> None:
        """Report a message's status."""
        situation = {"status": fields["MessageStatus"], "to": fields["To"], "sid": sid}
        self._leave(sid, address, fields, situation)

    def stream(self, call: Call, address: str, fields: Mapping[str, str]) -> None:
        """Report that a media stream has started, stopped or failed."""
        situation = {
            "status": fields["StreamEvent"],
            "to": call.request.to,
            "person": call.person,
            "sid": call.sid,
        }
        self._leave(call.sid, address, {**call_fields(call), **fields}, situation)

    def _leave(
        self, sid: str, address: str, fields: Mapping[str, str], situation: Mapping[str, str]
    ) -> asyncio.Task[None]:
        fault = self._faults.take("twilio.callback", **situation)
        before = self._held.pop(sid, None)
        return self._tasks.start(
            self._deliver(sid, address, fields, fault, before), f"callback {situation['status']}"
        )

    async def _deliver(
        self,
        sid: str,
        address: str,
        fields: Mapping[str, str],
        fault: Fault | None,
        before: asyncio.Event | None,
    ) -> None:
        """Send as the fault says; before is the callback that waits until this one has been sent."""
        match fault and fault.kind:
            case None:
                await self._webhooks.send(fields["AccountSid"], address, fields)
            case "lost":
                pass
            case "forged":
                await self._webhooks.send(fields["AccountSid"], address, fields, forged=True)
            case "late":
                await asyncio.sleep(fault.parameters.get("seconds", 1.0) if fault else 0)
                await self._webhooks.send(fields["AccountSid"], address, fields)
            case "duplicate":
                for _ in range(1 + int(fault.parameters.get("count", 1) if fault else 0)):
                    await self._webhooks.send(fields["AccountSid"], address, fields)
            case "reorder":
                await self._after_the_next(sid)
                await self._webhooks.send(fields["AccountSid"], address, fields)
            case other:
                raise ValueError(f"callbacks know no fault {other!r}")
        if before is not None:
            before.set()
        if sid in self._first_sent:
            self._first_sent.pop(sid).set()

    async def _after_the_next(self, sid: str) -> None:
        overtaken = self._held[sid] = asyncio.Event()
        try:
            async with asyncio.timeout(_HELD_SECONDS):
                await overtaken.wait()
        except TimeoutError:
            self._held.pop(sid, None)


def call_fields(call: Call) -> dict[str, str]:
    """The fields of every request about a call."""
    return {
        "CallSid": call.sid,
        "AccountSid": call.account_sid,
        "From": call.request.from_,
        "Caller": call.request.from_,
        "To": call.request.to,
        "Called": call.request.to,
        "CallStatus": call.status.value,
        "ApiVersion": "2010-04-01",
        "Direction": "outbound-api",
    }


def progress_fields(call: Call) -> dict[str, str]:
    """The fields of a status callback, numbered in the order of events."""
    fields = call_fields(call) | {
        "Timestamp": rfc2822(utc_now()) or "",
        "CallbackSource": "call-progress-events",
        "SequenceNumber": str(call.callbacks_numbered),
    }
    if call.is_over:
        fields |= {"CallDuration": str(call.duration_s), "Duration": str(-(-call.duration_s // 60))}
        if call.sip_code is not None:
            fields["SipResponseCode"] = str(call.sip_code)
        if call.answered_by is not None and not call.request.async_amd:
            fields["AnsweredBy"] = call.answered_by
    return fields
