"""What the processes are given: the tools as the settings say, with every guard in them."""

import httpcore
import pytest

from providers.carriers.registry import CARRIERS
from providers.errors import SendRefused
from startup import wiring
from startup.settings import Settings
from tests.providers.dials import SOMEBODY, dial
from tests.providers.listeners import Network, listening

ABROAD = "203.0.113.7"  # documentation address (RFC 5737)


def test_a_trunk_can_have_just_the_carriers_that_are_wired() -> None:
    assert CARRIERS == wiring.CARRIERS


async def test_a_demonstration_number_never_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 2, decision 0008: whatever the lead's rules say, on whichever account calls are made with."""
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: _NETWORK)
    async with listening() as outside:
        monkeypatch.setenv("TWILIO_BASE_URL", outside.url)
        for credentials in (None, {"account_sid": "AC2", "auth_token": "t"}):
            telephony, close = wiring.telephony(Settings(), "twilio", credentials)
            with pytest.raises(SendRefused):
                await telephony.carrier.place(dial(SOMEBODY, fictional=False))
            await close()
    assert b"" == bytes(outside.received)


_NETWORK = Network(reports=ABROAD)
