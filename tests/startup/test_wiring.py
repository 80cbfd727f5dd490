"""What the processes are given: the tools as the settings say, with every guard in them."""

import httpcore
import pytest

from domain.connections import ConnectionKind
from providers.carriers.registry import CARRIERS
from providers.errors import ProviderError, SendRefused
from providers.vendors import CREDENTIALS
from startup import wiring
from startup.settings import Settings
from tests.providers.dials import ABROAD, SOMEBODY, dial, text
from tests.providers.listeners import Network, listening


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


@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_demonstration_number_never_leaves_this_machine(
    carrier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Law 2, decision 0008: whatever the lead's rules say, on whichever account calls are made with."""
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: _NETWORK)
    own = dict.fromkeys(CREDENTIALS[ConnectionKind.TELEPHONY, carrier].needed, "t")
    async with listening() as outside:
        monkeypatch.setenv(f"{carrier.upper()}_BASE_URL", outside.url)
        for credentials in (None, own):
            telephony, close = wiring.telephony(Settings(), carrier, credentials)
            with pytest.raises(SendRefused):
                await telephony.carrier.place(dial(SOMEBODY, fictional=False))
            with pytest.raises(ProviderError):
                await telephony.messenger.send(text(SOMEBODY, fictional=False))
            await close()
    assert b"" == bytes(outside.received)


_NETWORK = Network(reports=ABROAD)
