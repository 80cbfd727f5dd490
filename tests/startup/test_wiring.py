"""What the processes are given: the tools as the settings say, with every guard in them."""

from contextlib import aclosing

import httpcore
import pytest

from providers.carriers.registry import CARRIERS
from providers.carriers.twilio.voice import TwilioVoice
from providers.errors import SendRefused
from startup import wiring
from startup.settings import Settings
from tests.providers.dials import SOMEBODY, dial
from tests.providers.listeners import Network, listening

ABROAD = "203.0.113.7"  # documentation address (RFC 5737)


def test_a_trunk_can_have_just_the_carriers_that_are_wired() -> None:
    assert set(CARRIERS) == set(wiring.telephony(Settings()).carriers)


async def test_a_demonstration_number_never_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 2, decision 0008: whatever the lead's rules say, on the account that calls and messages are made with."""
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: _NETWORK)
    async with listening() as outside:
        monkeypatch.setenv("TWILIO_BASE_URL", outside.url)
        async with aclosing(wiring.twilio_account(Settings())) as account:
            with pytest.raises(SendRefused):
                await TwilioVoice(account).place(dial(SOMEBODY, fictional=False))
    assert b"" == bytes(outside.received)


_NETWORK = Network(reports=ABROAD)
