"""What every carrier adapter must do, proved against a simulated network that speaks the carrier's real formats.

A carrier's own test file inherits CarrierSuite and offers a fixture `net`.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import pytest

from domain.calls import AttemptState
from domain.outcomes import TechnicalResult
from providers.carriers.contract import (
    Answered,
    CallbackKind,
    Carrier,
    CarrierCallbacks,
    CarrierRequest,
    Leg,
    LegMoved,
    LegPhase,
    PlaceRequest,
)
from providers.errors import (
    CredentialsRefused,
    MalformedMessage,
    OutcomeUnknown,
    ProviderError,
    ProviderThrottled,
    ProviderUnavailable,
    RecipientRefused,
    SendRefused,
)
from tests.providers.dials import ORDINARY, SOMEBODY, dial, now


class Net(Protocol):
    """A simulated network and the adapters under test."""

    carrier: Carrier
    impatient: Carrier  # gives up on an answer after a fraction of a second
    stranger: Carrier  # has a wrong key
    unreachable: Carrier  # nothing listens where it asks
    abroad: Carrier  # over a tests.providers.listeners.Network that reports an address which is not loopback
    callbacks: CarrierCallbacks
    strangers_callbacks: CarrierCallbacks  # of another account

    def play(self, kind: str, *, seconds: float = 0.0) -> None:
        """Let the next dial go wrong in this way."""
        ...

    def put(self, number: str, pickup: str) -> None:
        """Let this number be busy, not answer, or be refused by the carrier."""
        ...

    def dials(self, number: str = SOMEBODY) -> int:
        """How often this number was really dialled."""
        ...

    def correlations(self) -> list[str | None]:
        """Which attempts the dials' callback addresses name."""
        ...

    async def told(self) -> tuple[str, list[tuple[CallbackKind, CarrierRequest]]]:
        """Dial somebody who answers, and hang up on them: the leg's id, and every request of the network about it."""
        ...


class CarrierSuite:
    """Law 1: one dial per attempt, and an ambiguous answer is looked up, never repeated."""

    async def test_placed_call_is_dialled_once_and_known_by_its_id(self, net: Net) -> None:
        """Requirement 72."""
        placed = await net.carrier.place(dial())

        leg = await net.carrier.look_up(placed, fictional=True)
        assert leg is not None
        assert (placed, 1) == (leg.carrier_call_id, net.dials())

    async def test_callback_addresses_name_the_attempt(self, net: Net) -> None:
        await net.carrier.place(dial(correlation="call_7-2"))

        assert net.correlations() == ["call_7-2"]

    @pytest.mark.parametrize(
        "kind, seconds", [("500_after_effect", 0.0), ("reset_after_effect", 0.0), ("slow", 2.0)]
    )
    async def test_lost_answer_is_unknown_and_found_by_looking_without_a_second_dial(
        self, net: Net, kind: str, seconds: float
    ) -> None:
        net.play(kind, seconds=seconds)
        since = now()

        with pytest.raises(OutcomeUnknown):
            await net.impatient.place(dial())

        found = await find(net.carrier, dial(), since=since)
        assert found is not None
        assert net.dials() == 1
        assert found == replace(await looked_up(net.carrier, found), phase=found.phase, status=found.status)

    @pytest.mark.parametrize(
        "kind, error", [("429", ProviderThrottled), ("500_before_effect", OutcomeUnknown)]
    )
    async def test_request_without_effect_leaves_nothing_to_find(
        self, net: Net, kind: str, error: type[ProviderError]
    ) -> None:
        net.play(kind)
        since = now()

        with pytest.raises(error):
            await net.carrier.place(dial())

        assert (net.dials(), await find(net.carrier, dial(), since=since)) == (0, None)

    async def test_number_the_carrier_refuses_is_the_recipients_fault(self, net: Net) -> None:
        net.put(SOMEBODY, "refused")

        with pytest.raises(RecipientRefused) as refused:
            await net.carrier.place(dial())

        assert SOMEBODY not in str(refused.value)
        assert net.dials() == 0

    async def test_wrong_key_is_told_apart(self, net: Net) -> None:
        with pytest.raises(CredentialsRefused):
            await net.stranger.place(dial())

    async def test_unreachable_carrier_is_safe_to_try_again(self, net: Net) -> None:
        with pytest.raises(ProviderUnavailable):
            await net.unreachable.place(dial())
        with pytest.raises(ProviderUnavailable):
            await net.unreachable.look_up("CA" + "0" * 32, fictional=True)

    async def test_sender_that_wakes_up_late_sends_nothing(self, net: Net) -> None:
        with pytest.raises(SendRefused):
            await net.carrier.place(dial(send_before=now() - timedelta(milliseconds=1)))

        assert net.dials() == 0

    async def test_a_dial_is_ready_before_its_slot_and_leaves_in_it(self, net: Net) -> None:
        """Law 4: the pace is kept by when requests leave, not by when they are begun."""
        slot = time.monotonic() + 0.2

        async def left_early() -> bool:
            while time.monotonic() < slot:
                if net.dials():
                    return True
                await asyncio.sleep(0.002)
            return False

        early, _ = await asyncio.gather(left_early(), net.carrier.place(dial(due=slot)))
        assert not early
        assert net.dials() == 1

    async def test_a_dial_whose_time_is_over_when_its_slot_comes_sends_nothing(self, net: Net) -> None:
        """Law 2: the last look at the clock is taken behind the last wait."""
        with pytest.raises(SendRefused):
            await net.carrier.place(
                dial(due=time.monotonic() + 0.2, send_before=now() + timedelta(milliseconds=50))
            )
        assert net.dials() == 0

    @pytest.mark.parametrize(("to", "fictional"), [(ORDINARY, True), (SOMEBODY, False)])
    async def test_what_must_stay_on_this_machine_is_never_dialled_elsewhere(
        self, net: Net, to: str, fictional: bool
    ) -> None:
        """Law 2, decision 0008: a fictional dial, and any to a number that is reserved for fiction."""
        with pytest.raises(SendRefused):
            await net.abroad.place(dial(to, fictional=fictional))

        assert net.dials(to) == 0

    async def test_nothing_is_asked_elsewhere_about_a_fictional_leg(self, net: Net) -> None:
        placed = await net.carrier.place(dial())

        with pytest.raises(SendRefused):
            await net.abroad.look_up(placed, fictional=True)
        with pytest.raises(SendRefused):
            await net.abroad.hang_up(placed, fictional=True)
        with pytest.raises(SendRefused):
            await find(net.abroad, dial(), since=now())

    async def test_an_ordinary_dial_leaves_for_anywhere(self, net: Net) -> None:
        await net.abroad.place(dial(ORDINARY, fictional=False))

        assert net.dials(ORDINARY) == 1

    @pytest.mark.parametrize(
        "number", ["14155550142", "+1 415 555 0142", "sip:somebody@example.com", "", "+0123456"]
    )
    async def test_only_plain_international_numbers_leave(self, net: Net, number: str) -> None:
        with pytest.raises(RecipientRefused):
            await net.carrier.place(dial(number))

        assert net.dials(number) == 0

    async def test_hanging_up_ends_a_ringing_leg_and_may_be_repeated(self, net: Net) -> None:
        net.put(SOMEBODY, "no_answer")
        placed = await net.carrier.place(dial())

        await net.carrier.hang_up(placed, fictional=True)

        ended = await eventually(lambda: net.carrier.look_up(placed, fictional=True), has_ended)
        assert ended.result == TechnicalResult.CANCELLED
        await net.carrier.hang_up(placed, fictional=True)

    async def test_unknown_leg_is_none_and_needs_no_hanging_up(self, net: Net) -> None:
        nobody = "CA" + "0" * 32

        assert await net.carrier.look_up(nobody, fictional=True) is None
        await net.carrier.hang_up(nobody, fictional=True)

    @pytest.mark.parametrize(
        "pickup, result",
        [
            ("busy", TechnicalResult.BUSY),
            ("no_answer", TechnicalResult.NO_ANSWER),
            ("failed", TechnicalResult.CARRIER_FAILED),
        ],
    )
    async def test_leg_that_nobody_answered_says_why(
        self, net: Net, pickup: str, result: TechnicalResult
    ) -> None:
        net.put(SOMEBODY, pickup)
        placed = await net.carrier.place(dial(ring_seconds=1))

        ended = await eventually(lambda: net.carrier.look_up(placed, fictional=True), has_ended)

        assert result == ended.result

    async def test_earlier_attempts_call_is_never_taken_for_this_ones(self, net: Net) -> None:
        await net.carrier.place(dial(correlation="call_1-1"))

        assert (
            await find(net.carrier, dial(correlation="call_1-2"), since=now() + timedelta(minutes=2)) is None
        )

    async def test_attempts_seconds_apart_are_told_apart_by_what_is_known(self, net: Net) -> None:
        net.put(SOMEBODY, "busy")
        since = now()
        first = await net.carrier.place(dial(correlation="call_1-1"))
        await eventually(lambda: net.carrier.look_up(first, fictional=True), has_ended)
        second = await net.carrier.place(dial(correlation="call_1-2"))

        found = await find(net.carrier, dial(correlation="call_1-2"), since=since, not_these=[first])

        assert found is not None
        assert second == found.carrier_call_id

    async def test_what_the_network_tells_is_the_networks_and_in_our_words(self, net: Net) -> None:
        """Requirements 72, 131: the whole way, over real sockets."""
        placed, told = await net.told()

        news = [net.callbacks.read(kind, dict(request.form)) for kind, request in told]
        moved = sorted(
            (each for each in news if isinstance(each, LegMoved)), key=lambda each: each.sequence or 0
        )
        assert {placed} == {each.carrier_call_id for each in news}
        assert Answered(placed) in news
        assert (AttemptState.ENDED, None) == (moved[-1].state, moved[-1].result)
        assert len(moved) == len({each.dedupe_key for each in moved})
        for _, request in told:
            assert net.callbacks.verify(request)
            assert not net.callbacks.verify(replace(request, url=f"{request.url}0"))
            added = replace(request, form=(*request.form, ("more", "1")), body=request.body + b" ")
            assert not net.callbacks.verify(added)
            assert not net.callbacks.verify(replace(request, headers=()))
            assert not net.strangers_callbacks.verify(request)

    async def test_a_form_that_makes_no_sense_is_no_news(self, net: Net) -> None:
        for kind in (CallbackKind.STATUS, CallbackKind.MACHINE):
            with pytest.raises(MalformedMessage):
                net.callbacks.read(kind, {})

    async def test_calls_to_others_are_never_found(self, net: Net) -> None:
        since = now()
        await net.carrier.place(dial("+14155550143"))

        assert await find(net.carrier, dial(), since=since) is None


async def find(
    carrier: Carrier, request: PlaceRequest, *, since: datetime, not_these: Collection[str] = ()
) -> Leg | None:
    """Look for the leg of this request."""
    return await carrier.find(
        to=request.to,
        from_number=request.from_number,
        correlation=request.correlation,
        since=since,
        fictional=request.fictional,
        not_these=not_these,
    )


async def looked_up(carrier: Carrier, leg: Leg) -> Leg:
    """The same leg, asked by its id."""
    known = await carrier.look_up(leg.carrier_call_id, fictional=True)
    assert known is not None
    return known


def has_ended(leg: Leg | None) -> bool:
    """Whether the carrier says the leg is over."""
    return leg is not None and leg.phase is LegPhase.ENDED


async def eventually(ask: Callable[[], Awaitable[Leg | None]], holds: Callable[[Leg | None], bool]) -> Leg:
    """The answer as soon as it holds; fails after ten seconds. Each question is a request, so this does not spin."""
    async with asyncio.timeout(10):
        while True:
            leg = await ask()
            if holds(leg) and leg is not None:
                return leg
