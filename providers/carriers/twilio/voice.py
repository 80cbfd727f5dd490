"""Twilio Voice: place, hang up, look up, find. Callbacks are read in callbacks.py, documents written in documents.py.

How long it rings and lasts at the most is the campaign's plan: domain/campaigns.py.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from domain.call_events import LegState, meaning_of
from domain.result_rules import result_of_leg
from providers.carriers.contract import Leg, LegPhase, PlaceRequest
from providers.carriers.demonstration import is_e164
from providers.carriers.twilio.account import LOOKED_THROUGH, MALFORMED, TwilioAccount, first_created_since
from providers.carriers.twilio.addresses import answer_url, machine_url, status_url
from providers.carriers.twilio.statuses import MEANINGS
from providers.errors import MalformedMessage, OutcomeUnknown, ProviderRefused, RecipientRefused

# That somebody answered is known from the request for the answering document.
_EVENTS: Final = ["ringing", "completed"]
_NO_SUCH_CALL: Final = "20404"
_ALREADY_OVER: Final = frozenset({"21220", _NO_SUCH_CALL})


class TwilioVoice:
    """Calls through one Twilio account."""

    detects_machines: Final = True

    def __init__(self, account: TwilioAccount) -> None:
        self._account = account

    async def place(self, request: PlaceRequest) -> str:
        """The SID of the new call; see the contract for errors. Twilio has no idempotency key: never repeat it."""
        if not is_e164(request.to):
            raise RecipientRefused(code="not_e164")
        client = self._account.acting(
            fictional=request.fictional, to=request.to, send_before=request.send_before, due=request.due
        )
        try:
            call = await client.calls.create_async(**_fields(request))
        except MALFORMED:
            raise OutcomeUnknown(code="unreadable") from None
        if not isinstance(call.sid, str) or not call.sid:
            raise OutcomeUnknown(code="no_call_sid")
        return call.sid

    async def holds(self, number: str) -> str | None:
        """Whether it is one of the account's own numbers, or a caller id that it has verified."""
        client = self._account.asking(fictional=False)
        try:
            if _is_listed(
                number, await client.incoming_phone_numbers.list_async(phone_number=number, limit=20)
            ):
                return "owned"
            listed = await client.outgoing_caller_ids.list_async(phone_number=number, limit=20)
            return "verified" if _is_listed(number, listed) else None
        except MALFORMED:
            raise MalformedMessage from None

    async def hang_up(self, carrier_call_id: str, *, fictional: bool) -> None:
        """End this call, in whatever state it is; one that is over or unknown is no error. May be repeated."""
        client = self._account.asking(fictional=fictional)
        try:
            await client.calls(carrier_call_id).update_async(status="completed")
        except ProviderRefused as refusal:
            if refusal.code not in _ALREADY_OVER:
                raise
        except MALFORMED:
            raise MalformedMessage from None

    async def look_up(self, carrier_call_id: str, *, fictional: bool) -> Leg | None:
        """The call as Twilio knows it now; None when it knows no such call."""
        client = self._account.asking(fictional=fictional)
        try:
            return _leg(await client.calls(carrier_call_id).fetch_async())
        except ProviderRefused as refusal:
            if refusal.code == _NO_SUCH_CALL:
                return None
            raise
        except MALFORMED:
            raise MalformedMessage from None

    async def find(
        self,
        *,
        to: str,
        from_number: str,
        correlation: str,
        since: datetime,
        fictional: bool,
        not_these: Collection[str] = (),
    ) -> Leg | None:
        """The call of an attempt whose answer was lost: the first to this number, from ours, created since then.

        Twilio's lists do not show callback addresses, so the correlation cannot be compared; there is at most one
        live leg to a number and one attempt at a time, so numbers and time name it. not_these: calls known to
        belong to other attempts. Its own time filter goes by the start of ringing, which a call that still queues
        at Twilio has not, so the time is compared here.
        """
        client = self._account.asking(fictional=fictional, to=to)
        try:
            calls = await client.calls.list_async(
                to=to, from_=from_number, limit=LOOKED_THROUGH, page_size=LOOKED_THROUGH
            )
            call = first_created_since(since, [call for call in calls if call.sid not in not_these])
            return _leg(call) if call else None
        except MALFORMED:
            raise MalformedMessage from None


def _is_listed(number: str, listed: list[Any]) -> bool:
    """Twilio's filter also finds numbers that only contain the one asked for."""
    return any(each.phone_number == number for each in listed)


def _fields(request: PlaceRequest) -> dict[str, Any]:
    """The form of a dial. Twilio voice documentation, "Call resource" and "Answering Machine Detection"."""
    fields: dict[str, Any] = {
        "to": request.to,
        "from_": request.from_number,
        "url": answer_url(request.callbacks),
        "method": "POST",
        "status_callback": status_url(request.callbacks),
        "status_callback_event": _EVENTS,
        "status_callback_method": "POST",
        "timeout": request.ring_seconds,
        "time_limit": request.longest_call_seconds,
    }
    if request.machine_detection:
        fields |= {
            "machine_detection": "DetectMessageEnd",
            "async_amd": "true",  # without it the call document would wait for the verdict
            "async_amd_status_callback": machine_url(request.callbacks),
            "async_amd_status_callback_method": "POST",
        }
    return fields


_PHASES: Final = {
    LegState.QUEUED: LegPhase.WAITING,
    LegState.INITIATED: LegPhase.WAITING,
    LegState.RINGING: LegPhase.RINGING,
    LegState.ANSWERED: LegPhase.ANSWERED,
    LegState.ENDED: LegPhase.ENDED,
}


def _leg(call: Any) -> Leg:
    meaning = meaning_of(str(call.status), MEANINGS)
    if meaning is None or not isinstance(call.sid, str):
        raise MalformedMessage(code="unknown_status")
    return Leg(
        carrier_call_id=call.sid,
        phase=_PHASES[meaning.state],
        # Twilio calls only answered calls completed.
        result=result_of_leg(meaning, answered=meaning.result is None),
        duration_seconds=int(call.duration) if call.duration is not None else None,
        started_at=call.start_time,
        status=call.status,
    )
