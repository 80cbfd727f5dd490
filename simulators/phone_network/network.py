"""One carrier's network as one thing: takes checked requests, keeps its legs, ends them with the world."""

from simulators.people.cast import Cast
from simulators.phone_network.call import Call, CallRequest
from simulators.phone_network.exchange import Exchange
from simulators.phone_network.leg import Leg


class NumberRefused(Exception):
    """The network refuses to dial this number; code: of the person's file, one of the carrier's."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class PhoneNetwork:
    """Places calls and keeps them."""

    def __init__(self, cast: Cast, exchange: Exchange) -> None:
        self.ticker = exchange.ticker
        self._cast = cast
        self._exchange = exchange
        self._legs: dict[str, Leg] = {}

    def place(self, request: CallRequest, *, account: str) -> Call:
        """Accept a call and begin to dial it; raises NumberRefused."""
        pickup = self._cast.behind(request.to).pickup
        if pickup.kind == "refused":
            raise NumberRefused(pickup.error_code)
        person, attempt = self._cast.dialled(request.to)
        call = Call(request, account, person.name, attempt)
        leg = self._legs[call.sid] = Leg(call, person, self._exchange)
        self._exchange.ledger.enter(call)
        self._exchange.tasks.start(self._live(leg), f"leg {call.sid}")
        return call

    async def _live(self, leg: Leg) -> None:
        try:
            await leg.live()
        finally:
            del self._legs[leg.call.sid]

    def forget_audio(self) -> None:
        """Drop the sound that was kept of calls that are over."""
        for sid in self._exchange.kept_audio.keys() - self._legs.keys():
            del self._exchange.kept_audio[sid]

    def leg(self, sid: str) -> Leg | None:
        """The live leg of this call; None when it is over or unknown."""
        return self._legs.get(sid)

    def keep_audio_of(self, number: str) -> None:
        """Keep both sides of the calls to this number from now on."""
        self._exchange.kept_numbers.add(number)

    def audio_of(self, sid: str) -> tuple[bytes, bytes] | None:
        """What the callee heard and said, µ-law and equally long; None when it was not kept."""
        kept = self._exchange.kept_audio.get(sid)
        return (bytes(kept[0]), bytes(kept[1])) if kept else None
