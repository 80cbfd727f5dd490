"""The life of one call: wait for a slot, dial, ring, answer, be connected, end; reported as it goes."""

import asyncio
from functools import partial

from simulators.clock import now_ms, utc_now
from simulators.people.person import Person
from simulators.phone_network.call import Call, CallStatus
from simulators.phone_network.exchange import Exchange, Player
from simulators.phone_network.line import CalleeLine

_SETUP_SECONDS = 0.05  # between taking a call out of the queue and the first ring
_SIP_OF_STATUS = {
    CallStatus.BUSY: 486,
    CallStatus.NO_ANSWER: 487,
    CallStatus.CANCELED: 487,
    CallStatus.COMPLETED: 200,
}


class Leg:
    """One call while it lives; hang_up comes from outside, everything else happens by itself.

    player: what it is connected with, None before the answer.
    """

    def __init__(self, call: Call, person: Person, exchange: Exchange) -> None:
        self.call = call
        self.line: CalleeLine | None = None
        self._person = person
        self._exchange = exchange
        self._ended_by: str | None = None
        self._asked_to_end = asyncio.Event()
        self.player: Player | None = None

    def hang_up(self, ended_by: str) -> None:
        """End the call in whatever state it is."""
        if self._ended_by is None and not self.call.is_over:
            self._ended_by = ended_by
            self._asked_to_end.set()

    async def live(self) -> None:
        """From the queue to the end."""
        try:
            await self._exchange.dial_slots.take(self.call.account_sid)
            final = await self._dial()
        except asyncio.CancelledError:
            self._end(CallStatus.FAILED, "world")
            raise
        self._end(*final)
        self._exchange.reports.progress(self.call)

    async def _dial(self) -> tuple[CallStatus, str]:
        """Ring and talk; answers the final status and who ended the call."""
        if self._asked_to_end.is_set():
            return CallStatus.CANCELED, self._ended_by or "api"
        self.call.dialled_at = utc_now()
        self._exchange.ledger.leg_went_up(self.call)
        self._move(CallStatus.INITIATED)
        if await self._wait(_SETUP_SECONDS):
            return CallStatus.CANCELED, self._ended_by or "api"
        if self._person.pickup.kind == "failed":
            self.call.sip_code = self._person.pickup.sip_code
            return CallStatus.FAILED, "carrier"
        self.call.ringing_at = utc_now()
        self._move(CallStatus.RINGING)
        unanswered = await self._ring()
        return unanswered or await self._talk()

    async def _ring(self) -> tuple[CallStatus, str] | None:
        """None once answered, else how the ringing ended."""
        pickup, limit = self._person.pickup, self.call.request.ring_limit_s
        rings = limit if pickup.kind == "no_answer" else min(pickup.rings_s, limit)
        self._exchange.tasks.start(self._warm_voice(), "voice")
        if await self._wait(rings):
            return CallStatus.CANCELED, self._ended_by or "api"
        if pickup.kind == "busy":
            return CallStatus.BUSY, "carrier"
        if pickup.kind == "no_answer" or pickup.rings_s > limit:
            return CallStatus.NO_ANSWER, "carrier"
        return None

    async def _talk(self) -> tuple[CallStatus, str]:
        exchange = self._exchange
        self.call.answered_at, self.call.answered_ms = utc_now(), now_ms()
        self._move(CallStatus.IN_PROGRESS)
        self.line = CalleeLine(
            self.call,
            self._person,
            exchange.voice,
            exchange.tasks,
            hang_up=lambda: self.hang_up("person"),
            keep_audio=exchange.record_all or self.call.request.to in exchange.kept_numbers,
        )
        if self.line.kept is not None:
            exchange.kept_audio[self.call.sid] = self.line.kept
        exchange.ticker.add(self.line)
        self.player = exchange.players(self.call, self._person, self.line)
        try:
            async with asyncio.timeout(self.call.request.time_limit_s):
                return CallStatus.COMPLETED, await self._converse(self.player)
        except TimeoutError:
            return CallStatus.COMPLETED, "time_limit"
        finally:
            exchange.ticker.remove(self.line)
            self.line.hung_up()

    async def _converse(self, player: Player) -> str:
        """Until what was asked for is over or somebody hangs up; answers who ended the call."""
        conversation = asyncio.create_task(player.play(), name=f"call {self.call.sid}")
        asked = asyncio.create_task(self._asked_to_end.wait())
        try:
            await asyncio.wait({conversation, asked}, return_when=asyncio.FIRST_COMPLETED)
            return self._ended_by or conversation.result()
        finally:
            asked.cancel()
            conversation.cancel()
            await asyncio.gather(conversation, asked, return_exceptions=True)

    async def _warm_voice(self) -> None:
        """Render what this person is known to say while it rings, so that speech costs nothing later."""
        person = self._person
        for text in person.sentences():
            say = partial(
                self._exchange.voice.say, text, voice=person.voice, words_per_minute=person.words_per_minute
            )
            await asyncio.to_thread(say)

    async def _wait(self, seconds: float) -> bool:
        """Wait so long; True as soon as somebody ends the call."""
        try:
            async with asyncio.timeout(seconds):
                await self._asked_to_end.wait()
        except TimeoutError:
            return False
        return True

    def _move(self, status: CallStatus) -> None:
        self.call.status = status
        self._exchange.journal.record(self._exchange.carrier, "call", sid=self.call.sid, status=status.value)
        self._exchange.reports.progress(self.call)

    def _end(self, status: CallStatus, ended_by: str) -> None:
        self.call.ended_at = utc_now()
        self.call.ended_by = ended_by
        self.call.status = status
        if self.call.sip_code is None:
            self.call.sip_code = _SIP_OF_STATUS.get(status)
        self._exchange.ledger.leg_went_down(self.call)
        self._exchange.journal.record(self._exchange.carrier, "call", sid=self.call.sid, status=status.value)
