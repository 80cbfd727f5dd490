"""What the processes are given: the tools as the settings say, with every guard in them."""

import httpcore
import pytest

from domain.connections import ConnectionKind
from providers.errors import SendRefused
from providers.vendors import CREDENTIALS
from startup import wiring
from startup.settings import Settings
from tests.providers.dials import SOMEBODY, dial
from tests.providers.listeners import Network, listening

ABROAD = "203.0.113.7"  # documentation address (RFC 5737)


@pytest.mark.parametrize(("kind", "vendor"), CREDENTIALS)
async def test_every_vendor_that_a_connection_can_be_made_with_opens(
    kind: ConnectionKind, vendor: str
) -> None:
    credentials = dict.fromkeys(CREDENTIALS[kind, vendor].needed, "t")
    if kind is ConnectionKind.CRM:
        crm, close = wiring.crm(Settings(), vendor, credentials)
        assert crm is not None
        await close()
        return
    for given in (None, credentials):
        telephony, close = wiring.telephony(Settings(), vendor, given)
        assert vendor == telephony.callbacks.name
        await close()


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
