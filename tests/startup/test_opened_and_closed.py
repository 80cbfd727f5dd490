"""Every client of a vendor is opened towards its vendor's address with its key, kept warm, and closed with its owner."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.connections import ConnectionKind
from domain.conversations import RecogniserName
from domain.outcomes import TechnicalResult
from providers.credentials import CredentialForm
from providers.crm.contract import CrmCall, CrmContact
from providers.errors import ProviderError
from providers.http import Connections, Outgoing
from providers.speech.deepgram_flux import FluxSettings
from providers.speech.deepgram_nova import NovaSettings
from providers.speech.openai_transcription import TranscriptionSettings
from providers.speech_to_speech.realtime_configuration import RealtimeSettings
from providers.vendors import CREDENTIALS
from startup import speech_wiring, wiring
from startup.settings import (
    AnthropicSettings,
    DeepgramSettings,
    ElevenLabsSettings,
    HubSpotSettings,
    OpenAISettings,
    Settings,
    TwilioSettings,
)
from tests.local.waiting import until


class Vendor:
    """Answers everything, on lines that it leaves open. asked: addresses and the key that each carried."""

    def __init__(self) -> None:
        self.asked: set[tuple[str, str]] = set()
        self.open, self.begun = 0, 0
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One line, until the other side closes it."""
        self.open, self.begun = self.open + 1, self.begun + 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                lines = [line.partition(": ") for line in head.splitlines()[1:]]
                keys = [
                    value
                    for name, _, value in lines
                    if "key" in name.lower() or name.lower() == "authorization"
                ]
                self.asked.add((head.split()[1], "".join(keys)))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        except (asyncio.IncompleteReadError, ConnectionError):
            self.open -= 1
            writer.close()


@pytest_asyncio.fixture
async def vendor() -> AsyncIterator[Vendor]:
    """All vendors in one."""
    found = Vendor()
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield found
    server.close()


_VENDORS = ("deepgram", "elevenlabs", "openai", "anthropic")


def settings(url: str) -> Settings:
    """A key of its own for each vendor."""
    return Settings(
        deepgram=DeepgramSettings(api_key="deepgram's", base_url=url),
        elevenlabs=ElevenLabsSettings(api_key="elevenlabs'", base_url=url),
        openai=OpenAISettings(api_key="openai's", base_url=f"{url}/openai"),
        anthropic=AnthropicSettings(api_key="anthropic's", base_url=f"{url}/anthropic"),
    )


async def test_every_voice_is_kept_warm_and_closed(vendor: Vendor) -> None:
    voices = speech_wiring.synthesiser(settings(vendor.url))
    await voices.warm()
    assert {("/v1/models", "elevenlabs'"), ("/v1/models", "Token deepgram's")} == vendor.asked
    assert 2 == vendor.open
    await voices.close()
    await until(lambda: vendor.open == 0)


async def test_each_model_is_kept_warm_at_its_own_service_and_closed(vendor: Vendor) -> None:
    models = speech_wiring.language_models(settings(vendor.url))
    await models.warm("gpt-6-luna")
    assert {("/openai/models/gpt-6-luna", "Bearer openai's")} == vendor.asked
    await models.warm("claude-haiku-5-5")
    assert ("/anthropic/v1/models/claude-haiku-5-5", "anthropic's") in vendor.asked
    assert 2 == vendor.open
    await models.close()
    await until(lambda: vendor.open == 0)


@pytest.mark.parametrize(("kept", "asked"), [("", "gpt-6-luna"), ("gpt-4.1-nano", "gpt-4.1-nano")])
async def test_a_model_that_has_ended_is_kept_warm_by_its_successors_name(
    vendor: Vendor, kept: str, asked: str
) -> None:
    """Unless the installation says that it has it all the same."""
    models = speech_wiring.language_models(settings(vendor.url).model_copy(update={"further_models": kept}))
    await models.warm("gpt-4.1-nano")
    assert {(f"/openai/models/{asked}", "Bearer openai's")} == vendor.asked
    await models.close()


def test_who_listens_has_the_key_and_the_address_of_its_own_vendor() -> None:
    deepgram = DeepgramSettings(api_key="d", ws_url="wss://d", base_url="https://d", model="flux-d")
    openai = OpenAISettings(
        api_key="o",
        ws_url="wss://o",
        base_url="https://o",
        realtime_model="r",
        realtime_voice="v",
        transcription_model="t",
    )
    chosen = Settings(deepgram=deepgram, openai=openai)
    listening: Any = speech_wiring.recognisers(chosen)
    assert {
        RecogniserName.FLUX: FluxSettings("d", "wss://d", "flux-d"),
        RecogniserName.NOVA: NovaSettings("d", "wss://d"),
        RecogniserName.OPENAI: TranscriptionSettings("o", "wss://o", "t"),
    } == {name: each._settings for name, each in listening.items()}
    realtime: Any = speech_wiring.realtime_models(chosen)
    assert (
        RealtimeSettings("o", "wss://o", model="r", voice="v", transcription_model="t") == realtime._settings
    )


async def test_renewed_keys_serve_whoever_begins_later_and_nothing_is_left_open(vendor: Vendor) -> None:
    """Issue 13: secrets are renewed without a restart; a process keeps what it opened until nobody uses it."""
    stood = settings(vendor.url)
    speech = speech_wiring.SpeechVendors(stood)
    voices: Any = dict(speech.voices._services)
    speech.renew(stood.model_copy())
    assert voices == speech.voices._services, "nothing is opened anew while nothing changed"
    await speech.voices.warm()
    await speech.models.warm("gpt-6-luna")
    vendor.asked.clear()
    keys = {name: getattr(stood, name).model_copy(update={"api_key": f"new {name}"}) for name in _VENDORS}
    speech.renew(stood.model_copy(update=keys))
    await speech.voices.warm()
    for model in ("gpt-6-luna", "claude-haiku-5-5"):
        await speech.models.warm(model)
    assert {
        ("/v1/models", "new elevenlabs"),
        ("/v1/models", "Token new deepgram"),
        ("/openai/models/gpt-6-luna", "Bearer new openai"),
        ("/anthropic/v1/models/claude-haiku-5-5", "new anthropic"),
    } == vendor.asked
    listening: Any = speech.recognisers
    assert ["new deepgram", "new deepgram", "new openai"] == [
        listening[name]._settings.api_key
        for name in (RecogniserName.FLUX, RecogniserName.NOVA, RecogniserName.OPENAI)
    ]
    realtime: Any = speech.realtime
    assert "new openai" == realtime._settings.api_key
    await speech.voices.close()
    await speech.models.close()
    await until(lambda: vendor.open == 0)


async def test_an_account_is_asked_at_the_address_and_in_the_version_that_are_set(vendor: Vendor) -> None:
    """The installation's, and one of a connection's own; what the answer says does not matter here."""
    chosen = Settings(
        twilio=TwilioSettings(account_sid="AC1", auth_token="ours", base_url=vendor.url),
        hubspot=HubSpotSettings(token="ours", version="2030-03", base_url=vendor.url),
    )
    for given in (None, {"account_sid": "AC2", "auth_token": "theirs"}):
        telephony, close = wiring.telephony(chosen, "twilio", given)
        with suppress(ProviderError):
            await telephony.carrier.look_up("CA1", fictional=False)
        await close()
    call = CrmCall(
        "call_1", datetime.now(UTC), 0, "+14155552671", "+12025550142", TechnicalResult.TALKED, "none", ""
    )
    for crm, close in (wiring.installation_crm(chosen), wiring.crm(chosen, "hubspot", {"token": "theirs"})):
        assert crm is not None
        with suppress(ProviderError):
            await crm.record_call(CrmContact("+12025550142", "Ada", ""), call)
        await close()
    basic = {
        sid: f"Basic {b64encode(f'{sid}:{token}'.encode()).decode()}"
        for sid, token in (("AC1", "ours"), ("AC2", "theirs"))
    }
    assert {
        *((f"/2010-04-01/Accounts/{sid}/Calls/CA1.json", key) for sid, key in basic.items()),
        *(("/crm/objects/2030-03/contacts/search", f"Bearer {token}") for token in ("ours", "theirs")),
    } <= vendor.asked


@pytest.mark.parametrize("form", CREDENTIALS.values(), ids=lambda form: form.vendor)
async def test_an_account_with_a_vendor_is_closed(
    vendor: Vendor, form: CredentialForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that ask anywhere, and those that ask this machine alone."""
    pools: list[Connections] = []
    open_pool = Connections.__init__

    def opened(self: Connections, *given: Any, **more: Any) -> None:
        pools.append(self)
        open_pool(self, *given, **more)

    monkeypatch.setattr(Connections, "__init__", opened)
    credentials = dict.fromkeys(form.needed, "theirs")
    if form.kind is ConnectionKind.TELEPHONY:
        close = wiring.telephony(settings(vendor.url), form.vendor, credentials)[1]
    else:
        close = wiring.crm(settings(vendor.url), form.vendor, credentials)[1]
    for pool in pools:
        await pool.exchange(Outgoing("GET", vendor.url))
    assert len(pools) == vendor.begun > 0
    await close()
    await until(lambda: vendor.open == 0)
