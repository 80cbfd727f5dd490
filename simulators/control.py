"""The world's own interface: read the ledger, order faults, change the people and the customers' accounts. No vendor
has anything like it.

Faults of the phone network (those of the other vendors stand in their files), each with what it may be matched by:
twilio.place (to): 401, 429, 500_before_effect, 500_after_effect, reset_after_effect, callback_first,
    slow_before_effect and slow (seconds).
twilio.fetch (sid), twilio.list (to), twilio.update (sid, to): 401, 429, 500, slow_before_effect (seconds).
twilio.callback (status, to, person, sid; the status of a machine verdict is amd): lost, reorder, forged,
    duplicate (count), late (seconds).
twilio.stream (to, person): no_start, drop_frame (frames), close_without_stop and half_open (seconds after it
    opened), swap (the two streams that take it carry each other's sound).
sms (to): 401, 429, 500_before_effect, 500_after_effect, reset_after_effect, slow (seconds).
"""

import io
import wave
from ipaddress import ip_address
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

import numpy as np
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulators.ordered_faults import Fault
from simulators.people.cast import UnknownPerson
from simulators.people.person import Person
from simulators.phone_network.twilio.accounts import NumberTaken, TwilioAccount
from simulators.words import mulaw
from simulators.world import World

_READING = frozenset({"401", "429", "500", "slow_before_effect"})
_AFTER_EFFECT = frozenset(
    {"401", "429", "500_before_effect", "500_after_effect", "reset_after_effect", "slow"}
)
_KINDS = {
    "twilio.place": _AFTER_EFFECT | {"callback_first", "slow_before_effect"},
    "twilio.fetch": _READING,
    "twilio.list": _READING,
    "twilio.update": _READING,
    "twilio.callback": frozenset({"lost", "reorder", "forged", "duplicate", "late"}),
    "twilio.stream": frozenset({"no_start", "drop_frame", "close_without_stop", "half_open", "swap"}),
    "sms": _AFTER_EFFECT,
}
_OTHER_VENDORS = frozenset(
    {"hubspot", "deepgram", "deepgram.speak", "elevenlabs", "openai", "openai.realtime", "anthropic"}
)


class _FaultOrder(BaseModel):
    model_config = ConfigDict(extra="forbid")

    service: str
    kind: str
    match: dict[str, str] = {}
    parameters: dict[str, float] = {}
    times: Annotated[int, Field(ge=1)] | None = 1

    @model_validator(mode="after")
    def _can_be_played(self) -> Self:
        if self.service not in (services := _KINDS.keys() | _OTHER_VENDORS):
            raise ValueError(f"no service {self.service}; there are {', '.join(sorted(services))}")
        kinds = _KINDS.get(self.service)
        if kinds is not None and self.kind not in kinds:
            raise ValueError(f"{self.service} knows no {self.kind}; it knows {', '.join(sorted(kinds))}")
        return self


def _on_this_machine(url: str) -> str:
    """The address; the simulated world posts to nobody else's."""
    host = urlsplit(url).hostname or ""
    if host != "localhost" and not ip_address(host).is_loopback:
        raise ValueError("the webhook is not on this machine")
    return url


class _InboundMessage(BaseModel):
    """A text message that a person sends to one of the customer's numbers, and the customer's address for it."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    from_: str = Field(alias="from")
    to: str
    body: str
    webhook: Annotated[str, AfterValidator(_on_this_machine)]


class _TwilioAccountOrder(BaseModel):
    """What opens a Twilio account, or changes one; numbers: as in TwilioAccount."""

    model_config = ConfigDict(extra="forbid")

    auth_token: str = Field(min_length=1)
    numbers: frozenset[str] | None = None


_fault_orders = TypeAdapter(list[_FaultOrder])
_twilio_accounts = TypeAdapter(dict[str, _TwilioAccountOrder])
_portals = TypeAdapter(dict[str, str])
_numbers = TypeAdapter(list[str])
_people = TypeAdapter(dict[str, str | Person])


class ControlInterface:
    """/ledger, /journal, /control and /healthz."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """The routes of this interface."""
        return [
            Route("/healthz", self._health),
            Route("/ledger", self._ledger, methods=["GET"]),
            Route("/ledger", self._reset, methods=["DELETE"]),
            Route("/ledger/summary", self._summary),
            Route("/ledger/calls/{sid}/audio.wav", self._audio),
            Route("/journal", self._journal),
            Route("/control/faults", self._order_faults, methods=["POST"]),
            Route("/control/faults", self._clear_faults, methods=["DELETE"]),
            Route("/control/faults", self._show_faults, methods=["GET"]),
            Route("/control/people", self._assign, methods=["PUT"]),
            Route("/control/people", self._names, methods=["GET"]),
            Route("/control/twilio-accounts", self._open_twilio_accounts, methods=["PUT"]),
            Route("/control/hubspot-portals", self._open_portals, methods=["PUT"]),
            Route("/control/record", self._record, methods=["POST"]),
            Route("/control/inbound-sms", self._inbound_message, methods=["POST"]),
        ]

    async def _health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok", "defects": self._world.tasks.defects})

    async def _ledger(self, request: Request) -> Response:
        return JSONResponse(self._world.whole_ledger())

    async def _reset(self, request: Request) -> Response:
        self._world.reset()
        return Response(status_code=204)

    async def _summary(self, request: Request) -> Response:
        return JSONResponse(self._world.summary())

    async def _audio(self, request: Request) -> Response:
        kept = self._world.network.audio_of(request.path_params["sid"])
        if kept is None:
            return _refused(404, "no sound was kept of this call; ask before it with POST /control/record")
        return Response(stereo_wav(*kept), media_type="audio/wav")

    async def _journal(self, request: Request) -> Response:
        since = float(request.query_params.get("since_ms", "0"))
        service = request.query_params.get("service")
        entries = [
            entry
            for entry in self._world.journal.entries()
            if entry["at_ms"] >= since and service in (None, entry["service"])
        ]
        return JSONResponse(entries)

    async def _order_faults(self, request: Request) -> Response:
        try:
            orders = _fault_orders.validate_json(await request.body())
        except ValidationError as error:
            return _refused(422, str(error))
        for order in orders:
            self._world.faults.add(
                Fault(order.service, order.kind, order.match, order.parameters, order.times)
            )
        return JSONResponse({"added": len(orders)})

    async def _clear_faults(self, request: Request) -> Response:
        self._world.faults.clear()
        return Response(status_code=204)

    async def _show_faults(self, request: Request) -> Response:
        waiting = [
            {"service": each.service, "kind": each.kind, "match": dict(each.match)}
            for each in self._world.faults.waiting()
        ]
        return JSONResponse({"waiting": waiting, "played": dict(self._world.faults.played)})

    async def _assign(self, request: Request) -> Response:
        try:
            people = _people.validate_json(await request.body())
            for number, person in people.items():
                self._world.cast.assign(number, person)
        except (ValidationError, UnknownPerson) as error:
            return _refused(422, str(error))
        return JSONResponse({"assigned": len(people)})

    async def _names(self, request: Request) -> Response:
        return JSONResponse(self._world.cast.names())

    async def _open_twilio_accounts(self, request: Request) -> Response:
        try:
            orders = _twilio_accounts.validate_json(await request.body())
            for sid, order in orders.items():
                self._world.twilio_accounts.open(TwilioAccount(sid, order.auth_token, order.numbers))
        except (ValidationError, NumberTaken) as error:
            return _refused(422, str(error))
        return JSONResponse({"opened": len(orders)})

    async def _open_portals(self, request: Request) -> Response:
        try:
            orders = _portals.validate_json(await request.body())
        except ValidationError as error:
            return _refused(422, str(error))
        for name, token in orders.items():
            self._world.crm.open(name, token)
        return JSONResponse({"opened": len(orders)})

    async def _record(self, request: Request) -> Response:
        try:
            numbers = _numbers.validate_json(await request.body())
        except ValidationError as error:
            return _refused(422, str(error))
        for number in numbers:
            self._world.network.keep_audio_of(number)
        return JSONResponse({"recording": numbers})

    async def _inbound_message(self, request: Request) -> Response:
        try:
            message = _InboundMessage.model_validate_json(await request.body())
        except ValidationError as error:
            return _refused(422, str(error))
        status = await self._world.messages.arrive(
            from_=message.from_, to=message.to, body=message.body, webhook=message.webhook
        )
        return JSONResponse({"webhook_status": status})


def stereo_wav(heard: bytes, said: bytes) -> bytes:
    """A WAV file, 16-bit, 8 kHz: the agent on the left, the callee on the right; µ-law in, equally long."""
    both = np.stack([mulaw.decode(heard), mulaw.decode(said)], axis=1).astype("<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(2)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(both.tobytes())
    return file.getvalue()


def _refused(status: int, message: str) -> JSONResponse:
    body: dict[str, Any] = {"error": message}
    return JSONResponse(body, status_code=status)
