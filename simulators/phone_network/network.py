"""The phone network as one thing: takes checked requests, keeps its legs, ends them with the world."""

import asyncio
from contextlib import suppress

from simulators.faults import Faults
from simulators.journal import Journal
from simulators.ledger import Ledger
from simulators.people.cast import Cast
from simulators.phone_network.call import Call, CallRequest
from simulators.phone_network.exchange import DialSlots, Exchange
from simulators.phone_network.leg import Leg
from simulators.phone_network.ticker import Ticker
from simulators.phone_network.twilio.callbacks import Callbacks
from simulators.phone_network.twilio.errors import Refused
from simulators.phone_network.twilio.webhooks import Webhooks
from simulators.settings import WorldSettings
from simulators.tasks import Tasks
from simulators.words.voice import Voice

_REFUSALS = {
    21211: "The phone number you are attempting to call, {to}, is not valid.",
    21214: "The phone number you are attempting to call, {to}, cannot be reached.",
    21215: "Account not authorized to call {to}. Perhaps you need to enable some international permissions.",
    21217: "The phone number you provided, {to}, does not appear to be a valid phone number.",
}


class PhoneNetwork:
    """Places calls and keeps them."""

    def __init__(
        self,
        settings: WorldSettings,
        cast: Cast,
        ledger: Ledger,
        faults: Faults,
        journal: Journal,
        tasks: Tasks,
    ) -> None:
        self.ticker = Ticker()
        self.webhooks = Webhooks(settings.credentials.twilio_auth_token, journal)
        self.callbacks = Callbacks(self.webhooks, faults, tasks)
        self._account_sid = settings.credentials.twilio_account_sid
        self._cast = cast
        self._ledger = ledger
        self._tasks = tasks
        self._exchange = Exchange(
            ledger=ledger,
            callbacks=self.callbacks,
            webhooks=self.webhooks,
            ticker=self.ticker,
            voice=Voice(),
            faults=faults,
            journal=journal,
            tasks=tasks,
            auth_token=settings.credentials.twilio_auth_token,
            redirect_pause_s=settings.redirect_pause_seconds,
            dial_slots=DialSlots(settings.calls_per_second),
            record_all=settings.record_all,
        )

    def start(self) -> None:
        """Begin to beat."""
        self._tasks.start(self.ticker.run(), "ticker")

    async def close(self) -> None:
        """Give the connections back; the tasks end with the world."""
        await self.webhooks.close()

    def place(self, request: CallRequest) -> Call:
        """Accept a call and begin to dial it; raises Refused for a number that the network refuses."""
        pickup = self._cast.behind(request.to).pickup
        if pickup.kind == "refused":
            raise Refused(pickup.error_code, _REFUSALS[pickup.error_code].format(to=request.to))
        person, attempt = self._cast.dialled(request.to)
        call = Call(request, self._account_sid, person.name, attempt)
        leg = Leg(call, person, self._exchange)
        self._ledger.enter(call)
        self._exchange.legs[call.sid] = leg
        self._tasks.start(leg.live(), f"leg {call.sid}")
        return call

    def forget_audio(self) -> None:
        """Drop the sound that was kept of calls that are over."""
        for sid in self._exchange.kept_audio.keys() - self._exchange.legs.keys():
            del self._exchange.kept_audio[sid]

    def leg(self, sid: str) -> Leg | None:
        """The live leg of this call; None when it is over or unknown."""
        return self._exchange.legs.get(sid)

    def keep_audio_of(self, number: str) -> None:
        """Keep both sides of the calls to this number from now on."""
        self._exchange.kept_numbers.add(number)

    def audio_of(self, sid: str) -> tuple[bytes, bytes] | None:
        """What the callee heard and said, µ-law and equally long; None when it was not kept."""
        kept = self._exchange.kept_audio.get(sid)
        return (bytes(kept[0]), bytes(kept[1])) if kept else None

    async def first_callback(self, call: Call) -> None:
        """Wait until a progress callback of this call has been answered; at most five seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(5):
                await self.callbacks.first_of(call.sid)
