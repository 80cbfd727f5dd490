"""A call that Exotel has connected to our socket: a person picks up and talks until somebody ends it.

Only the media side lives here; Exotel's interface for placing calls does not. As in its Voice AI mode, the call is over
when the customer's server closes the socket.
"""

import asyncio

from simulators.clock import now_ms, utc_now
from simulators.ledger import Ledger
from simulators.ordered_faults import Faults
from simulators.people.cast import Cast
from simulators.phone_network.call import Call, CallRequest, CallStatus
from simulators.phone_network.exotel.stream import ExotelStream
from simulators.phone_network.line import CalleeLine
from simulators.phone_network.socket import NotConnected
from simulators.phone_network.ticker import Ticker
from simulators.tasks import Tasks
from simulators.words.voice import Voice


class ExotelCalls:
    """Connects the people of a cast over Exotel's wire; the ledger keeps what happened.

    Faults of service "exotel.stream" (to, person) are those of Twilio's streams, but for the swap.
    """

    def __init__(self, cast: Cast, ledger: Ledger, ticker: Ticker, tasks: Tasks, faults: Faults) -> None:
        self._cast = cast
        self._ledger = ledger
        self._ticker = ticker
        self._tasks = tasks
        self._faults = faults
        self._voice = Voice()

    def connect(self, number: str, stream_url: str) -> Call:
        """This person has picked up; their call runs in the background, to its end in the ledger."""
        person, attempt = self._cast.dialled(number)
        request = CallRequest(to=number, from_="+918047491899", time_limit_s=3_600)
        call = Call(request, "exotel", person.name, attempt)
        call.dialled_at = call.ringing_at = call.answered_at = utc_now()
        call.answered_ms = now_ms()
        call.status = CallStatus.IN_PROGRESS
        self._ledger.enter(call)
        hung_up = asyncio.Event()
        line = CalleeLine(call, person, self._voice, self._tasks, hang_up=hung_up.set)
        fault = self._faults.take("exotel.stream", to=number, person=person.name)
        stream = ExotelStream(call, line, stream_url, fault=fault)
        self._tasks.start(self._live(call, line, stream, hung_up), f"leg {call.sid}")
        return call

    async def _live(self, call: Call, line: CalleeLine, stream: ExotelStream, hung_up: asyncio.Event) -> None:
        self._ledger.leg_went_up(call)
        self._ticker.add(line)
        final, ended_by = CallStatus.FAILED, "world"
        try:
            final, ended_by = CallStatus.COMPLETED, await self._talk(call, stream, hung_up)
        except NotConnected:
            ended_by = "network"
        finally:
            self._ticker.remove(line)
            line.hung_up()
            call.ended_at, call.ended_by, call.status = utc_now(), ended_by, final
            self._ledger.leg_went_down(call)

    async def _talk(self, call: Call, stream: ExotelStream, hung_up: asyncio.Event) -> str:
        """Answers who ended the call."""
        await stream.open()
        carrying = asyncio.create_task(stream.carry(), name=f"stream of {call.sid}")
        asked = asyncio.create_task(hung_up.wait())
        limit = call.request.time_limit_s
        try:
            done, _ = await asyncio.wait(
                {carrying, asked}, timeout=limit, return_when=asyncio.FIRST_COMPLETED
            )
            return "person" if asked in done else "document" if carrying in done else "time_limit"
        finally:
            asked.cancel()
            carrying.cancel()
            await asyncio.gather(carrying, asked, return_exceptions=True)
